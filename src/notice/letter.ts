import type { CivilDate, Language } from '../base/index.ts';
import { type RefusalGround, type RightKey, refusalGrounds, remedies, rights } from '../rights/index.ts';
import type { Speaker } from '../words/index.ts';
import { articleText } from './article.ts';

/** What the answer to a claim is made of. Instants in milliseconds since the epoch. */
export interface LetterFacts {
  readonly number: string;
  readonly kind: RightKey;
  /** Who asked, when they are known by name. */
  readonly to?: string;
  readonly operator?: { readonly name: string; readonly bin?: string; readonly responsible?: string };
  /** The service's name. */
  readonly service: string;
  readonly receivedOn: CivilDate;
  readonly answeredOn: CivilDate;
  readonly outcome: 'done' | 'refused';
  readonly ground?: RefusalGround;
  readonly answer: string;
  /** Id of the entry-bearing request, by which the log can be asked. */
  readonly id: string;
}

/** A letter as headings, paragraphs and items, in their order. */
export interface Letter {
  readonly title: string;
  readonly subtitle: string;
  readonly language: Language;
  readonly blocks: readonly { readonly kind: 'heading' | 'clause' | 'item'; readonly text: string }[];
}

/**
 * The answer to a claim as a letter: to whom and from whom, what was claimed and by which article, what was
 * decided; for a refusal the ground, its article and where it may be complained of.
 *
 * @law 94-V Art. 25(2)(6), 94-V Art. 25(2)(7), 94-V Art. 24(1)(7), 94-V Art. 30
 */
export function answerLetter(speaker: Speaker, facts: LetterFacts): Letter {
  const { number, kind, operator, outcome } = facts;
  const clause = (text: string) => ({ kind: 'clause' as const, text });
  const about = {
    date: speaker.date(facts.receivedOn),
    right: speaker.title('rights', kind),
    article: articleText(speaker, rights[kind].article),
    service: facts.service,
  };
  return {
    title: speaker.say('notice.letter.title', { number }),
    subtitle: speaker.date(facts.answeredOn),
    language: speaker.language,
    blocks: [
      ...(facts.to ? [clause(speaker.say('notice.letter.to', { name: facts.to }))] : []),
      clause(speaker.say('notice.letter.from', { operator: senderText(speaker, facts) })),
      clause(speaker.say('notice.letter.about', about)),
      { kind: 'heading', text: speaker.say(`notice.letter.outcome.${outcome}`) },
      ...facts.answer.split('\n').flatMap((line) => (line.trim() === '' ? [] : [clause(line)])),
      ...(outcome === 'refused' ? refusalBlocks(speaker, facts.ground) : []),
      ...(operator?.responsible
        ? [clause(speaker.say('notice.letter.responsible', { name: operator.responsible }))]
        : []),
      clause(speaker.say('notice.letter.log', { id: facts.id })),
    ],
  };
}

function senderText(speaker: Speaker, { operator, service }: LetterFacts): string {
  if (!operator) return service;
  return operator.bin === undefined
    ? operator.name
    : speaker.say('notice.letter.operator', { name: operator.name, bin: operator.bin });
}

function refusalBlocks(speaker: Speaker, ground: RefusalGround | undefined): Letter['blocks'] {
  const heading = (text: string) => ({ kind: 'heading' as const, text });
  const item = (text: string) => ({ kind: 'item' as const, text });
  return [
    ...(ground === undefined
      ? []
      : [
          heading(speaker.say('notice.letter.ground')),
          item(
            speaker.say('notice.letter.ground-line', {
              ground: speaker.say(`refusal.${ground}`),
              article: articleText(speaker, refusalGrounds[ground].article),
            }),
          ),
        ]),
    heading(speaker.say('notice.letter.remedy')),
    ...remedies.map((article, index) =>
      item(
        speaker.say(index === 0 ? 'notice.letter.remedy.authority' : 'notice.letter.remedy.court', {
          article: articleText(speaker, article),
        }),
      ),
    ),
  ];
}
