import type { DuePerson, ShownTerm } from '../../system/index.ts';
import type { Speaker } from '../../words/index.ts';
import type { TermView } from '../retention-parts.ts';

type Length = ShownTerm['inForce'];

/** A term in words: a number of months or days, or what ends it. */
export function lengthText(
  speaker: Speaker,
  { kind, months, days }: Pick<Length, 'kind' | 'months' | 'days'>,
) {
  if (kind === 'months') return speaker.sayCode('notice.term', 'months', { count: months ?? 0 });
  if (kind === 'days') return speaker.sayCode('page.terms', 'days', { count: days ?? 0 });
  return speaker.sayCode('notice.term', kind);
}

/** A category with its term, who set it and why. `base`: of the console of the service. */
export function termView(speaker: Speaker, base: string, row: ShownTerm): TermView {
  const { category, written, inForce, from, set, noted } = row;
  const [cited] = inForce.cites;
  const shorter = from === 'officer' && written.kind !== 'none';
  return {
    category,
    name: speaker.title('data_categories', category),
    href: `${base}/terms/${category}`,
    term: lengthText(speaker, inForce),
    from,
    ...(cited !== undefined && { clause: cited }),
    ...(shorter && { written: lengthText(speaker, written) }),
    ...(set &&
      noted && {
        set: {
          term: lengthText(speaker, { kind: set.months === undefined ? 'days' : 'months', ...set }),
          reason: speaker.sayCode('page.term.reason', noted.reason),
          note: noted.note,
          ...(noted.by !== undefined && { by: noted.by }),
          at: noted.at,
          idle: from !== 'officer',
        },
      }),
  };
}

/** What would go of a person, category by category. */
export function dueTexts(speaker: Speaker, due: DuePerson['due']): readonly string[] {
  return due.map((one) => oneText(speaker, one));
}

/** What is due of a person and frozen, with what freezes it. */
export function frozenTexts(speaker: Speaker, frozen: DuePerson['frozen']): readonly string[] {
  return frozen.map((one) =>
    speaker.say(one.by === 'block' ? 'page.due.frozen-block' : 'page.due.frozen-hold', {
      what: oneText(speaker, one),
    }),
  );
}

function oneText(speaker: Speaker, { category, whole, cause, lastOn }: DuePerson['due'][number]): string {
  const name = speaker.title('data_categories', category);
  if (cause === 'undeclared' || lastOn === undefined) return speaker.say('page.due.undeclared', { name });
  const date = speaker.date(lastOn);
  return speaker.say(whole ? 'page.due.whole' : 'page.due.old', { name, date });
}
