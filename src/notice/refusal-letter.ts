import type { CivilDate } from '../base/index.ts';
import { lackCodes } from '../disclosure/index.ts';
import type { Operator } from '../policy/index.ts';
import type { Speaker } from '../words/index.ts';
import { articleText } from './article.ts';

/** What a refusal answers: the letter as it was entered, and the reasons. */
export interface RefusalAsk {
  readonly operator: Operator;
  readonly body: string;
  readonly official: string;
  readonly position: string;
  readonly caseNumber: string;
  readonly receivedOn: CivilDate;
  readonly refusedOn: CivilDate;
  /** Codes of rules, each with a sentence `because.<rule>`. */
  readonly rules: readonly string[];
  /** The officer's own words. */
  readonly words?: string;
  /** Number of the letter at the operator's. */
  readonly number: string;
}

/** A letter as it is printed: a title and its parts in order. */
export interface LetterText {
  readonly title: string;
  readonly subtitle: string;
  readonly blocks: readonly { readonly kind: 'heading' | 'clause' | 'item'; readonly text: string }[];
}

/**
 * The reasoned refusal to whoever asked for data without a letter in due form: to whom, to which letter, each
 * reason, what the letter would have to have, who refuses. No data of the person it was about.
 *
 * @law 94-V Art. 9, 94-V Art. 10, 94-V Art. 11
 */
export function refusalLetter(speaker: Speaker, ask: RefusalAsk): LetterText {
  const { operator, words } = ask;
  const clause = (text: string) => ({ kind: 'clause' as const, text });
  const item = (text: string) => ({ kind: 'item' as const, text });
  const heading = (text: string) => ({ kind: 'heading' as const, text });
  const to = [ask.position, ask.official, ask.body].filter((part) => part.trim() !== '');
  const named =
    operator.kind !== 'unnamed' && operator.name ? operator.name : speaker.say('notice.consent.operator');
  const lacks = Object.values(lackCodes).some((code) => ask.rules.includes(code));
  return {
    title: speaker.say('notice.refusal.title'),
    subtitle: speaker.say('notice.refusal.number', { number: ask.number, date: speaker.date(ask.refusedOn) }),
    blocks: [
      clause(
        to.length > 0
          ? speaker.say('notice.refusal.to', { to: to.join(', ') })
          : speaker.say('notice.refusal.to-nobody'),
      ),
      clause(
        ask.caseNumber.trim() === ''
          ? speaker.say('notice.refusal.letter', { date: speaker.date(ask.receivedOn) })
          : speaker.say('notice.refusal.letter-case', {
              date: speaker.date(ask.receivedOn),
              number: ask.caseNumber,
            }),
      ),
      heading(speaker.say('notice.refusal.reasons')),
      ...ask.rules.map((rule) => item(speaker.sayCode('because', rule))),
      ...(words === undefined ? [] : [item(words)]),
      clause(
        speaker.say('notice.refusal.law', {
          consent: articleText(speaker, '94-V Art. 7(6)'),
          closed: articleText(speaker, '94-V Art. 9'),
          kept: articleText(speaker, '94-V Art. 11'),
        }),
      ),
      ...(lacks ? [clause(speaker.say('notice.refusal.needed'))] : []),
      heading(speaker.say('notice.refusal.by')),
      clause([named, operator.bin, operator.responsible].filter(Boolean).join(', ')),
    ],
  };
}
