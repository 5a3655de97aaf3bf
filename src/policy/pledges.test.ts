import { describe, expect, it } from 'vitest';
import {
  type Clause,
  clausesUnder,
  formatPolicy,
  type Policy,
  parsePolicy,
  pledgesOf,
  type Statement,
} from './index.ts';

const clause = (id: string, parent?: string, kind: Clause['kind'] = 'clause'): Clause => ({
  id,
  number: id,
  kind,
  ...(parent ? { parent } : {}),
  span: { start: 0, end: 10 },
  sha256: 'b'.repeat(64),
});

const said = (where: string, facet: string, label: string, start = 0): Statement => ({
  clause: where,
  facet,
  label,
  span: { start, end: start + 1 },
  confidence: 1,
});

const empty: Policy = {
  format: 'kepil-policy/1',
  title: 'Политика сервиса «Тал»',
  language: 'ru',
  source: { name: 'tal.txt', sha256: 'c'.repeat(64), chars: 100 },
  operator: { kind: 'unnamed', cites: [], origin: 'assumed' },
  services: [],
  hosts: [],
  clauses: [
    clause('1', undefined, 'heading'),
    clause('1.1', '1'),
    clause('1.1.1', '1.1'),
    clause('1.1.2', '1.1'),
    clause('1.2', '1'),
  ],
  statements: [],
  data: [],
  dataNotCollected: [],
  purposes: [],
  grounds: [],
  recipients: [],
  retention: [],
  contacts: [],
  labels: [],
};

const brief = (policy: Policy) => pledgesOf(policy).map((pledge) => `${pledge.id} ${pledge.verdict}`);

describe('pledges', () => {
  it('of a text nobody understood are one task for a person per clause, none per heading', () => {
    expect(brief(empty)).toEqual(
      ['1.1', '1.1.1', '1.1.2', '1.2'].map((id) => `${id}/unread/unread.unread R`),
    );
    expect(pledgesOf(empty)[0]?.span).toEqual({ start: 0, end: 10 });
  });

  it('of a clause that only opens an understood list stand or fall with the list', () => {
    const policy = { ...empty, statements: [said('1.1.2', 'data_categories', 'phone')] };
    expect(brief(policy)).toEqual([
      '1.1/chapeau/chapeau.chapeau R',
      '1.1.1/unread/unread.unread R',
      '1.1.2/data-collected/data_categories.phone E',
      '1.2/unread/unread.unread R',
    ]);
    expect(clausesUnder(policy, '1.1')).toEqual(['1.1.1', '1.1.2']);
    expect(clausesUnder(policy, '1')).toEqual(['1.1', '1.1.1', '1.1.2', '1.2']);
  });

  it('said twice in one clause are one, with the span of the first', () => {
    const statements = [said('1.2', 'rights', 'copy', 3), said('1.2', 'rights', 'copy', 7)];
    const labels = [{ facet: 'rights', label: 'copy', cites: ['1.2', '1.1'], origin: 'text' as const }];
    const own = pledgesOf({ ...empty, statements, labels }).filter((pledge) => pledge.label === 'copy');
    expect(own.map((pledge) => [pledge.clause, pledge.span?.start])).toEqual([
      ['1.1', undefined],
      ['1.2', 3],
    ]);
  });

  it('come from rows an officer tied to a clause, and not from rows that cite none', () => {
    const row = { cites: ['1.2'], origin: 'text' as const };
    const bare = { cites: [], origin: 'officer' as const };
    const policy: Policy = {
      ...empty,
      operator: { kind: 'legal_entity', ...row },
      services: [{ kind: 'website', ...row }],
      hosts: [
        { country: 'KZ', name: 'Узел', ...row },
        { country: 'DE', name: 'Узел', ...row },
      ],
      data: [{ category: 'phone', group: 'given', mandatory: true, access: 'limited', purposes: [], ...row }],
      dataNotCollected: [
        { category: 'health', ...row },
        { category: 'photo', ...bare },
      ],
      purposes: [{ purpose: 'marketing_notices', ...row }],
      grounds: [
        { ground: 'contract', ...row },
        { ground: 'legal_requirement', ...row },
      ],
      recipients: [{ recipient: 'partners', ...row }],
      retention: [{ rule: 'unlimited', ...row }],
      contacts: [{ channel: 'email', value: 'a@example.kz', ...row }],
    };
    expect(brief(policy).filter((id) => id.startsWith('1.2'))).toEqual([
      '1.2/operator-named/controller.legal_entity R',
      '1.2/scope-declared/services.website E',
      '1.2/storage-place/storage_location.kz R',
      '1.2/storage-abroad/storage_location.abroad F',
      '1.2/data-collected/data_categories.phone E',
      '1.2/data-not-collected/data_not_collected.health E',
      '1.2/marketing-by-consent/purposes.marketing_notices E',
      '1.2/ground-other/legal_bases.contract F',
      '1.2/ground-other/legal_bases.legal_requirement E',
      '1.2/recipient-listed/recipients.partners E',
      '1.2/retention-unlimited/retention.unlimited F',
      '1.2/contact-published/contacts.email R',
    ]);
  });

  it('refuse consent by use and by silence', () => {
    const statements = [
      said('1.2', 'consent_form', 'implied_by_use'),
      said('1.2', 'change_notice', 'continued_use_consent'),
    ];
    expect(brief({ ...empty, statements }).filter((id) => id.startsWith('1.2'))).toEqual([
      '1.2/consent-implied/consent_form.implied_by_use F',
      '1.2/change-by-use/change_notice.continued_use_consent F',
    ]);
  });

  it('are not made for a clause that is not there', () => {
    expect(brief({ ...empty, statements: [said('9', 'rights', 'copy')] })).toHaveLength(4);
  });

  it('are the same after the policy went through its file', () => {
    const policy = { ...empty, statements: [said('1.1.2', 'minors', 'adults_only')] };
    expect(pledgesOf(parsePolicy(formatPolicy(policy)).policy as Policy)).toEqual(pledgesOf(policy));
  });
});
