import type { CivilDate, Language } from '../base/index.ts';
import type { Threat } from '../incidents/index.ts';
import type { Operator } from '../policy/index.ts';
import type { Speaker } from '../words/index.ts';
import { articleText } from './article.ts';
import type { Letter } from './letter.ts';

/** Somebody whom a breach touches, as the form of the notice wants them; what is not held is absent. */
export interface BreachPerson {
  readonly name?: string;
  readonly iin?: string;
  readonly phone?: string;
  /** Why the gate shows nothing of them, said. */
  readonly kept?: string;
}

/** What the notice of a breach is made of. Instants in milliseconds since the epoch. */
export interface BreachFacts {
  readonly number: string;
  readonly operator: Operator;
  /** The service's name. */
  readonly service: string;
  readonly writtenOn: CivilDate;
  readonly detectedAt: number;
  readonly from: number;
  readonly to: number;
  readonly kinds: readonly Threat[];
  readonly what: string;
  /** The person responsible for personal data and how to reach them. */
  readonly contact: string;
  readonly measures: string;
  readonly affected: number;
  /** Acts on data of people who were destroyed since. */
  readonly unnamed: number;
  /** Absent: the list is a file of its own. */
  readonly people?: readonly BreachPerson[];
}

/**
 * The notice of a breach to the authorised body: who gives it and whom to ask, what happened and when it was
 * seen, what was done, how many people it touches, and in an annex who they are: name, identification number,
 * mobile number, as far as they are held.
 *
 * @law 94-V Art. 25(2)(8)
 * @source Order 481/НҚ of 9 August 2024
 */
export function breachLetter(speaker: Speaker, facts: BreachFacts): Letter & { readonly language: Language } {
  const clause = (text: string) => ({ kind: 'clause' as const, text });
  const heading = (text: string) => ({ kind: 'heading' as const, text });
  const lines = (text: string) =>
    text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [clause(line)]));
  const { operator } = facts;
  const named = operator.name ?? speaker.say('notice.consent.operator');
  return {
    title: speaker.say('notice.breach.title'),
    subtitle: speaker.say('notice.breach.number', {
      number: facts.number,
      date: speaker.date(facts.writtenOn),
    }),
    language: speaker.language,
    blocks: [
      clause(speaker.say('notice.breach.to')),
      clause(speaker.say('notice.breach.law', { article: articleText(speaker, '94-V Art. 25(2)(8)') })),
      heading(speaker.say('notice.breach.operator')),
      clause([named, operator.bin, operator.address].filter(Boolean).join(', ')),
      clause(speaker.say('notice.breach.service', { service: facts.service })),
      heading(speaker.say('notice.breach.contact')),
      clause(facts.contact),
      heading(speaker.say('notice.breach.happened')),
      clause(speaker.say('notice.breach.detected', { time: speaker.time(facts.detectedAt) })),
      clause(
        speaker.say('notice.breach.period', {
          from: speaker.time(facts.from),
          to: speaker.time(facts.to),
        }),
      ),
      clause(
        speaker.say('notice.breach.kinds', {
          kinds: speaker.list(facts.kinds.map((kind) => speaker.sayCode('incident.kind', kind))),
        }),
      ),
      ...lines(facts.what),
      heading(speaker.say('notice.breach.measures')),
      ...lines(facts.measures),
      heading(speaker.say('notice.breach.affected')),
      clause(speaker.say('notice.breach.affected-count', { count: facts.affected })),
      ...(facts.unnamed > 0 ? [clause(speaker.say('notice.breach.unnamed', { count: facts.unnamed }))] : []),
      ...annex(speaker, facts),
    ],
  };
}

function annex(speaker: Speaker, { people }: BreachFacts): Letter['blocks'] {
  if (people === undefined) return [{ kind: 'clause', text: speaker.say('notice.breach.list-apart') }];
  if (people.length === 0) return [];
  return [
    { kind: 'heading', text: speaker.say('notice.breach.list') },
    ...people.map((person, index) => ({
      kind: 'clause' as const,
      text: speaker.say('notice.breach.person', { n: index + 1, person: personText(speaker, person) }),
    })),
  ];
}

function personText(speaker: Speaker, { name, iin, phone, kept }: BreachPerson): string {
  if (kept !== undefined) return kept;
  const held = [
    name,
    iin === undefined ? undefined : speaker.say('notice.breach.iin', { iin }),
    phone,
  ].filter((part) => part !== undefined);
  return held.length === 0 ? speaker.say('notice.breach.nothing-held') : held.join(', ');
}
