import { because, clausesSaying, type Question, type Rule } from './question.ts';
import type { Because } from './request.ts';

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

/**
 * Nothing leaves without its own consent: to a third party, across the border, to the public. Consents do not
 * name recipients and countries yet, so the answer here is always no, with the nearest reason.
 * @law 94-V Art. 7(6), 94-V Art. 15, 94-V Art. 16(3)
 */
export const disclosureAllowed: Rule = {
  name: 'disclosure-allowed',
  codes: [
    'recipient-missing',
    'recipient-undeclared',
    'country-missing',
    'cross-border-consent-missing',
    'transfer-consent-missing',
    'publication-forbidden',
    'publication-consent-missing',
  ],
  refuse: (question) => {
    if (question.request.verb === 'publish') return [publicationRefusal(question)];
    return question.request.verb === 'transfer' ? [transferRefusal(question)] : [];
  },
};

function publicationRefusal({ facts }: Question): Because {
  const cites = clausesSaying(facts.policy, 'transfer_restrictions', 'no_publication');
  if (cites) return because('publication-forbidden', { cites, article: '94-V Art. 7(3)' });
  return because('publication-consent-missing', { article: '94-V Art. 7(3)' });
}

function transferRefusal({ request, facts, law }: Question): Because {
  if (!request.recipient) return because('recipient-missing', { article: '94-V Art. 7(6)' });
  const rows = facts.policy.recipients.filter(
    (row) => row.recipient === request.recipient || row.name === request.recipient,
  );
  if (rows.length === 0) return because('recipient-undeclared', { article: '94-V Art. 15' });
  const cites = rows[0]?.cites;
  if (!request.country) return because('country-missing', { cites, article: '94-V Art. 16' });
  if (request.country !== law.country && !law.adequate.includes(request.country)) {
    return because('cross-border-consent-missing', { cites, article: '94-V Art. 16(3)' });
  }
  return because('transfer-consent-missing', { cites, article: '94-V Art. 7(6)' });
}
