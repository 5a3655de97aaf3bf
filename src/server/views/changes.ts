import { civilDateAt } from '../../base/index.ts';
import type { Difference, Policy } from '../../policy/index.ts';
import {
  type ChangeCounts,
  differenceText,
  type PolicyChangeRecord,
  type ShownChange,
} from '../../system/index.ts';
import type { Speaker } from '../../words/index.ts';
import type { AnnouncedView, ChangeEffect, MeaningRow, MyChangeView, ReachedView } from '../pages.ts';

/** The numbers of clauses as they are printed; those without a number by their place in the tree. */
function numbersOf({ clauses }: Policy, ids: readonly string[]): readonly string[] {
  const numbers = new Map(clauses.map(({ id, number }) => [id, number === '' ? id : number]));
  return [...new Set(ids.map((id) => numbers.get(id) ?? id))];
}

const order: readonly ChangeEffect[] = ['widening', 'narrowing', 'neutral'];

/** Differences, said: what lets the operator do more first. */
export function meaningRows(
  speaker: Speaker,
  found: readonly Difference[],
  { before, after }: { before: Policy; after: Policy },
): readonly MeaningRow[] {
  return found
    .map((difference) => ({
      effect: difference.effect,
      text: differenceText(speaker, difference),
      clauses:
        difference.after.length > 0
          ? numbersOf(after, difference.after)
          : numbersOf(before, difference.before),
    }))
    .toSorted((a, b) => order.indexOf(a.effect) - order.indexOf(b.effect));
}

/** What a changed clause means: the gravest of the differences that cite it; nothing where none does. */
export function effectOf(
  found: readonly Difference[],
  clause: { readonly before: string | undefined; readonly after: string | undefined },
): ChangeEffect | undefined {
  const about = found.filter(
    ({ before, after }) =>
      (clause.before !== undefined && before.includes(clause.before)) ||
      (clause.after !== undefined && after.includes(clause.after)),
  );
  return order.find((effect) => about.some((difference) => difference.effect === effect));
}

/** An announced change, its reason said. */
export function announcedView(
  speaker: Speaker,
  { reason, note, publishedAt, effectiveAt }: PolicyChangeRecord,
  { inForce, zone }: { inForce: boolean; zone: string },
): AnnouncedView {
  const why = speaker.sayCode('change.reason', reason);
  const effectiveOn = civilDateAt(effectiveAt, zone);
  return { reason: why, ...(note !== undefined && { note }), publishedAt, effectiveOn, inForce };
}

/** Whom a change has reached, said. */
export function reachedView(speaker: Speaker, counts: ChangeCounts): ReachedView {
  const { told, seen, asked, accepted, refused, delivery } = counts;
  const share = (n: number) => speaker.say('change.share', { n: Math.round((n * 100) / asked) });
  const { failed = 0, undelivered = 0 } = delivery;
  return {
    ...{ told, seen, asked, accepted, refused },
    ...(asked > 0 && {
      shares: {
        accepted: share(accepted),
        refused: share(refused),
        silent: share(asked - accepted - refused),
      },
    }),
    delivery: Object.entries(delivery).map(([state, n]) => ({
      state:
        state === 'none' ? speaker.say('change.delivery.none') : speaker.sayCode('page.message-state', state),
      n,
    })),
    bounced: failed + undelivered,
  };
}

/** A change as the person it concerns is shown it. */
export function myChangeView(
  speaker: Speaker,
  shown: ShownChange,
  { base, zone }: { base: string; zone: string },
): MyChangeView {
  const { change, head, before, after, asks, choice, differences, consent, optional } = shown;
  return {
    ...announcedView(speaker, change, { inForce: head.status === 'live', zone }),
    version: head.version,
    meaning: meaningRows(speaker, differences, { before: before.policy, after: after.policy }),
    asks,
    seen: choice?.seenAt !== undefined,
    ...(choice?.answer && { answer: choice.answer }),
    ...(choice?.answeredAt !== undefined && { answeredAt: choice.answeredAt }),
    ...(consent && { consent: { id: 'consent', title: consent.title, lines: consent.lines } }),
    optional: optional.map(({ purpose, text }) => ({
      id: purpose,
      title: speaker.title('purposes', purpose),
      lines: text.lines,
    })),
    text: `${base}/privacy/${head.version}`,
    before: `${base}/privacy/${before.version}`,
  };
}
