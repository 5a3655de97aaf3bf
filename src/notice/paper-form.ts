import type { CivilDate } from '../base/index.ts';
import type { Operator } from '../policy/index.ts';
import type { Speaker } from '../words/index.ts';
import type { ConsentText } from './consent-text.ts';
import type { LetterText } from './refusal-letter.ts';

/** What an application for a consent on paper is made of. */
export interface PaperFormAsk {
  readonly number: string;
  /** The consents it gives, each with its text. */
  readonly texts: readonly ConsentText[];
  /** Of the version of the policy it was printed from. */
  readonly policyHash: string;
  readonly operator: Operator;
  readonly madeOn: CivilDate;
  /** The last day on which it may come back. */
  readonly lastOn: CivilDate;
  /** Of whoever signs; absent: written by hand. */
  readonly name?: string;
}

/**
 * The application by which somebody consents on paper: to whom, who, each consent with all that it must
 * contain, the version it is bound to, and where to sign. Each consent is signed for by itself.
 *
 * @law 94-V Art. 8(1), 94-V Art. 8(4), 94-V Art. 7(6)
 */
export function paperForm(speaker: Speaker, ask: PaperFormAsk): LetterText {
  const { operator, texts, number, name } = ask;
  const clause = (text: string) => ({ kind: 'clause' as const, text });
  const item = (text: string) => ({ kind: 'item' as const, text });
  const heading = (text: string) => ({ kind: 'heading' as const, text });
  const named =
    operator.kind !== 'unnamed' && operator.name ? operator.name : speaker.say('notice.consent.not-stated');
  const blank = speaker.say('notice.paper.blank');
  return {
    title: speaker.say('notice.paper.title'),
    subtitle: speaker.say('notice.paper.number', { number, date: speaker.date(ask.madeOn) }),
    blocks: [
      clause(speaker.say('notice.paper.to', { operator: named })),
      clause(speaker.say('notice.paper.from', { name: name ?? blank })),
      clause(speaker.say('notice.paper.how', { date: speaker.date(ask.lastOn) })),
      ...texts.flatMap(({ title, lines }) => [
        heading(title),
        ...lines.map(({ term, text }) => item(`${term}: ${text}`)),
        clause(speaker.say('notice.paper.sign', { blank })),
      ]),
      heading(speaker.say('notice.paper.bound')),
      clause(speaker.say('notice.paper.version', { number, hash: ask.policyHash })),
      clause(speaker.say('notice.paper.date', { blank })),
    ],
  };
}
