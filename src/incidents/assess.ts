import type { Threat } from './incident.ts';

/** What the notice to the authorised body must say, in the order in which its absence is named. */
export const noticeElements = ['what', 'contact', 'measures', 'affected'] as const;

/** One of them. */
export type NoticeElement = (typeof noticeElements)[number];

/** What an incident says so far; `affected`: how many people, once that was computed. */
export interface NoticeFacts {
  readonly what: string;
  /** Of the person responsible for personal data. */
  readonly contact: string;
  readonly measures: string;
  readonly affected?: number;
}

const isSaid = (text: string) => text.trim() !== '';

/**
 * What the notice lacks still.
 *
 * @law 94-V Art. 25(2)(8)
 * @source Order 481/НҚ of 9 August 2024, p. 4
 */
export function lackingInNotice(facts: NoticeFacts): readonly NoticeElement[] {
  const has: Readonly<Record<NoticeElement, boolean>> = {
    what: isSaid(facts.what),
    contact: isSaid(facts.contact),
    measures: isSaid(facts.measures),
    affected: facts.affected !== undefined,
  };
  return noticeElements.filter((element) => !has[element]);
}

/** A rule about who tells the people concerned; `advises`: that the operator tells them itself. */
export interface TellingRule {
  readonly rule: string;
  readonly article: string;
  readonly advises: boolean;
}

/** Threats after which people have something to do: be wary, change a password, set things right. */
const actUpon: readonly Threat[] = ['access', 'distribution', 'copying', 'change', 'destruction'];

/**
 * Who tells the people concerned. The law has the authority do it through the operator of the electronic
 * government; it names no term and no duty of the operator's own, so that a notice of its own is advised,
 * not ordered: a person decides, with a reason.
 *
 * @law 94-V Art. 27-1(1)(6-2), 94-V Art. 24(1)(1)
 */
export function tellingRules(facts: {
  readonly kinds: readonly Threat[];
  readonly affected: number;
}): readonly TellingRule[] {
  const authority = { rule: 'breach-told-by-state', article: '94-V Art. 27-1(1)(6-2)', advises: false };
  if (facts.affected === 0) return [authority, nobody];
  return facts.kinds.some((kind) => actUpon.includes(kind))
    ? [authority, { rule: 'breach-telling-advised', article: '94-V Art. 24(1)(1)', advises: true }]
    : [authority, { rule: 'breach-telling-optional', article: '94-V Art. 24(1)(1)', advises: false }];
}

const nobody: TellingRule = {
  rule: 'breach-nobody-touched',
  article: '94-V Art. 24(1)(1)',
  advises: false,
};
