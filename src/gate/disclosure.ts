import { civilDateAt } from '../base/index.ts';
import { type CoverageState, transferCoverage } from '../consent/index.ts';
import {
  authorityFaults,
  declaredRow,
  handingFaults,
  lackCodes,
  type Recipient,
} from '../disclosure/index.ts';
import { because, clausesSaying, type Question, type Rule } from './question.ts';
import { consentsFor } from './represented.ts';
import type { Because } from './request.ts';
import { distinct } from './what.ts';

const keeping: readonly string[] = ['collect', 'accumulate', 'store'];

/** The base lies in the country of the law. @law 94-V Art. 12(2) */
export const baseAtHome: Rule = {
  name: 'base-at-home',
  codes: ['base-abroad'],
  refuse: ({ request, law }) => {
    const abroad = request.country !== undefined && request.country !== law.country;
    return abroad && keeping.includes(request.verb)
      ? [because('base-abroad', { article: '94-V Art. 12(2)' })]
      : [];
  },
};

const refusedCoverage: Readonly<Record<Exclude<CoverageState, 'active'>, string>> = {
  missing: 'missing',
  bundled: 'missing',
  form: 'missing',
  withdrawn: 'withdrawn',
  expired: 'expired',
};

/**
 * Nothing leaves but to a registered recipient, within its card, on a consent that names it and, where data
 * cross the border, on another that names the country; or to a body of the state that asked by a letter in
 * due form. Nothing is shown to the public: no consent names that yet.
 *
 * @law 94-V Art. 7(6), 94-V Art. 9, 94-V Art. 11, 94-V Art. 15, 94-V Art. 16(3)
 */
export const disclosureAllowed: Rule = {
  name: 'disclosure-allowed',
  codes: [
    'recipient-missing',
    'recipient-unregistered',
    'transfer-in-draft',
    'recipient-undeclared',
    'recipient-ended',
    'recipient-expired',
    'undertaking-missing',
    'recipient-decision-missing',
    'country-missing',
    'country-other',
    'recipient-item',
    'recipient-purpose',
    'transfer-forbidden',
    'cross-border-denied',
    'transfer-consent-missing',
    'transfer-consent-withdrawn',
    'transfer-consent-expired',
    'cross-border-consent-missing',
    'cross-border-consent-withdrawn',
    'cross-border-consent-expired',
    'authority-unknown',
    'authority-private',
    ...Object.values(lackCodes),
    'authority-beyond',
    'authority-secret',
    'authority-same-person',
    'decision-missing',
    'publication-forbidden',
    'publication-consent-missing',
  ],
  refuse: (question) => {
    if (question.request.verb === 'publish') return [publicationRefusal(question)];
    if (question.request.verb !== 'transfer') return [];
    return question.standing?.key === 'authority_request'
      ? authorityRefusals(question)
      : transferRefusals(question);
  },
};

function publicationRefusal({ facts }: Question): Because {
  const cites = clausesSaying(facts.policy, 'transfer_restrictions', 'no_publication');
  if (cites) return because('publication-forbidden', { cites, article: '94-V Art. 7(3)' });
  return because('publication-consent-missing', { article: '94-V Art. 7(3)' });
}

function authorityRefusals({ request, facts }: Question): readonly Because[] {
  const { categories, actor, decisionId } = request;
  const fault = authorityFaults(
    { letter: facts.authority, categories, by: actor.id, decision: decisionId },
    facts.policy,
  );
  return fault ? [because(fault.code, fault)] : [];
}

function transferRefusals(question: Question): readonly Because[] {
  const { request, facts, law } = question;
  if (!request.recipient) return [because('recipient-missing', { article: '94-V Art. 7(6)' })];
  const { purpose, categories, country, decisionId: decision } = request;
  const known = facts.recipient?.id === request.recipient ? facts.recipient : undefined;
  const judged = handingFaults(
    {
      ...{ recipient: known, policy: facts.policy, purpose, categories, country, decision },
      today: civilDateAt(facts.now, law.zone),
      live: facts.service === 'live',
    },
    law,
  );
  if ('fault' in judged) return [because(judged.fault.code, judged.fault)];
  const { recipient, abroad } = judged;
  const cites = declaredRow(facts.policy, recipient)?.cites;
  return [
    ...uncovered(question, { recipient, abroad: false, code: 'transfer', article: '94-V Art. 7(6)', cites }),
    ...(abroad
      ? uncovered(question, { recipient, abroad, code: 'cross-border', article: '94-V Art. 16(3)', cites })
      : []),
  ];
}

/** The reasons for which no consent lets every item go there, each once. */
function uncovered(
  question: Question,
  by: {
    readonly recipient: Recipient;
    readonly abroad: boolean;
    readonly code: 'transfer' | 'cross-border';
    readonly article: string;
    readonly cites: readonly string[] | undefined;
  },
): readonly Because[] {
  const { request, facts } = question;
  const { recipient, abroad, code, article, cites } = by;
  const consents = consentsFor(question);
  const scope = { recipient: recipient.id, country: recipient.country, abroad, purpose: request.purpose };
  return distinct(
    request.categories.flatMap((category) => {
      const { state } = transferCoverage(consents, { ...scope, category }, facts.now);
      if (state === 'active') return [];
      return [because(`${code}-consent-${refusedCoverage[state]}`, { cites, article })];
    }),
  );
}
