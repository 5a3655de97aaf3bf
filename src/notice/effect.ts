import type { CivilDate } from '../base/index.ts';
import type { WithdrawalEffect } from '../consent/index.ts';
import type { LawPack } from '../law/index.ts';
import type { Policy } from '../policy/index.ts';
import { type DeletionPreview, termEndsOn, termOf } from '../retention/index.ts';
import type { Speaker } from '../words/index.ts';
import { articleText } from './article.ts';

/** What stays or goes, and why. */
export interface WhyLine {
  readonly what: string;
  readonly why: string;
}

/** A withdrawal as the person reads it before confirming. */
export function withdrawalLines(
  speaker: Speaker,
  effect: WithdrawalEffect,
): {
  readonly stops: readonly { readonly purpose: string; readonly name: string; readonly effect: string }[];
  readonly stays: readonly WhyLine[];
} {
  return {
    stops: effect.stops.map(({ purpose, service }) => ({
      purpose,
      name: speaker.label('purposes', purpose),
      effect: speaker.say(service ? 'notice.withdraw.effect-service' : 'notice.withdraw.effect-stop'),
    })),
    stays: effect.stays.map((staying) => stayLine(speaker, 'notice.withdraw', staying)),
  };
}

/** A deletion as the person reads it before confirming: what goes, by category, and what stays and why. */
export function deletionLines(
  speaker: Speaker,
  preview: DeletionPreview,
): { readonly goes: readonly WhyLine[]; readonly stays: readonly WhyLine[] } {
  return {
    goes: preview.goes.map((category) => ({
      what: speaker.label('data_categories', category),
      why: speaker.say('notice.delete.why-goes'),
    })),
    stays: preview.stays.map((leftover) => stayLine(speaker, 'notice.delete', leftover)),
  };
}

/** What the law wants in a consent and the record lacks, item by item. @law 94-V Art. 8(4) */
export function missingLines(speaker: Speaker, incomplete: readonly string[]): readonly string[] {
  return incomplete.map((key) => speaker.sayCode('notice.missing', key));
}

/**
 * Until when a value is kept: a date where the term is a number of months, else the rule in words.
 * @law 94-V Art. 12(2)
 */
export function untilText(
  speaker: Speaker,
  ask: { readonly policy: Policy; readonly category: string; readonly at: number },
  law: LawPack,
): string {
  const last: CivilDate | undefined = termEndsOn(ask.policy, ask, law);
  if (last !== undefined) return speaker.say('notice.until.date', { date: speaker.date(last) });
  return speaker.sayCode('notice.term', termOf(ask.policy, ask.category)?.kind ?? 'none');
}

/** What is known of a value that was destroyed. Instants in milliseconds since the epoch. */
export interface DestroyedFacts {
  readonly at: number;
  /** `term-over` or `undeclared`. */
  readonly cause: string;
  readonly clause?: string;
  /** The last day of its term. */
  readonly lastOn?: CivilDate;
}

/** When and why a value was destroyed. @law 94-V Art. 18 */
export function destroyedText(speaker: Speaker, { at, cause, clause, lastOn }: DestroyedFacts): string {
  const time = speaker.time(at);
  if (cause === 'undeclared') return speaker.say('notice.destroyed.undeclared', { time });
  if (lastOn === undefined) return speaker.say('notice.destroyed.term', { time });
  const date = speaker.date(lastOn);
  return clause === undefined
    ? speaker.say('notice.destroyed.term-officer', { time, date })
    : speaker.say('notice.destroyed.term-clause', { time, date, clause });
}

function stayLine(
  speaker: Speaker,
  prefix: string,
  staying: {
    readonly what: string;
    readonly article: string;
    readonly categories?: readonly string[];
    readonly purpose?: string;
  },
): WhyLine {
  const names = (staying.categories ?? []).map((key) => speaker.label('data_categories', key));
  return {
    what: speaker.sayCode(`${prefix}.stays`, staying.what, {
      data: names.join(', '),
      purpose: staying.purpose === undefined ? '' : speaker.label('purposes', staying.purpose),
    }),
    why: speaker.sayCode(`${prefix}.why`, staying.what, { article: articleText(speaker, staying.article) }),
  };
}
