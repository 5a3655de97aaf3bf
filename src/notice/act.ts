import type { Id } from '../base/index.ts';
import type { Speaker } from '../words/index.ts';
import { articleText } from './article.ts';
import type { Line } from './consent-text.ts';

/**
 * Until when whoever holds the root key and the raw disk could still open what is left there: `until` the key
 * of the epoch is destroyed at the latest; `late` when it should have been; `gone` since it is.
 */
export interface Traces {
  readonly state: 'until' | 'late' | 'gone';
  readonly at: number;
}

/**
 * An act of destruction as far as it is shown: nothing in it is personal. Instants in milliseconds since the
 * epoch.
 */
export interface ActFacts {
  readonly id: Id;
  readonly decidedAt: number;
  readonly sweptAt?: number;
  readonly traces?: Traces;
  readonly counts: Readonly<Record<string, number>>;
  readonly entry: Id;
  readonly index?: number;
}

/** The act line by line. @law 94-V Art. 18, 94-V Art. 25(2)(8) */
export function actLines(
  speaker: Speaker,
  act: ActFacts,
): { readonly title: string; readonly lines: readonly Line[] } {
  const swept = act.sweptAt === undefined ? speaker.say('notice.act.sweep-waits') : speaker.time(act.sweptAt);
  const lines: readonly Line[] = [
    { term: speaker.say('notice.act.number'), text: act.id },
    { term: speaker.say('notice.act.basis'), text: articleText(speaker, '94-V Art. 18') },
    { term: speaker.say('notice.act.decided'), text: speaker.time(act.decidedAt) },
    { term: speaker.say('notice.act.swept'), text: swept },
    { term: speaker.say('notice.act.traces'), text: tracesText(speaker, act.traces) },
    ...Object.entries(act.counts).map(([store, n]) => ({ term: countName(speaker, store), text: String(n) })),
    { term: speaker.say('notice.act.entry'), text: act.entry },
    ...(act.index === undefined ? [] : [{ term: speaker.say('notice.act.place'), text: String(act.index) }]),
  ];
  return { title: speaker.say('notice.act.title'), lines };
}

/** The name of a store an act counts rows of; the key itself when the catalogue lacks it. */
export function countName(speaker: Speaker, store: string): string {
  return speaker.has(`notice.act.count.${store}`) ? speaker.sayCode('notice.act.count', store) : store;
}

function tracesText(speaker: Speaker, traces: Traces | undefined): string {
  if (!traces) return speaker.say('notice.act.traces-unknown');
  return speaker.sayCode('notice.act', `traces-${traces.state}`, { time: speaker.time(traces.at) });
}
