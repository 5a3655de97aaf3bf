import { describe, expect, it } from 'vitest';
import { articleOf, clockOf, kz } from '../law/index.ts';
import { facets, type Policy } from '../policy/index.ts';
import { isOverdue, isRightKey, openCase, rights, rightsOffered } from './index.ts';

const policy: Policy = {
  format: 'kepil-policy/1',
  title: 'Сервис',
  language: 'ru',
  source: { name: 'policy.txt', sha256: '00', chars: 0 },
  operator: { cites: [], origin: 'assumed', kind: 'unnamed' },
  services: [],
  hosts: [],
  clauses: [],
  statements: [],
  data: [],
  dataNotCollected: [],
  purposes: [],
  grounds: [],
  recipients: [],
  retention: [],
  contacts: [],
  labels: [
    { cites: ['7.1'], origin: 'text', facet: 'rights', label: 'correct' },
    { cites: ['7.2'], origin: 'text', facet: 'rights', label: 'export' },
    { cites: [], origin: 'assumed', facet: 'rights', label: 'delete' },
  ],
};

describe('the table of rights', () => {
  it('has a row for every right a policy can state, and no other', () => {
    expect(Object.keys(rights).toSorted()).toEqual([...(facets.rights ?? [])].toSorted());
  });

  it('names clocks and articles the pack knows', () => {
    for (const right of Object.values(rights)) {
      expect(clockOf(kz, right.clock).days).toBeGreaterThan(0);
      expect(articleOf(kz, right.article)?.id).toBe(right.article);
    }
  });

  it('does not take a name of the object prototype for a right', () => {
    expect(['correct', 'constructor', '', 'destroy'].map(isRightKey)).toEqual([true, false, false, false]);
  });
});

describe('rightsOffered', () => {
  const from = (today: string) =>
    Object.fromEntries(
      rightsOffered(policy, today, kz).map((offer) => [offer.right.key, [offer.from, offer.cites]]),
    );

  it('marks what the text states and what the law gives anyway', () => {
    const offered = from('2026-11-23');
    expect(offered['correct']).toEqual(['both', ['7.1']]);
    expect(offered['export']).toEqual(['text', ['7.2']]);
    expect(offered['delete']).toEqual(['law', []]);
    expect(offered['withdraw_consent']).toEqual(['law', []]);
    expect(offered['human_review']).toEqual(['law', []]);
  });

  it('does not give a right before its article is in force', () => {
    expect(from('2026-07-11')['human_review']).toBeUndefined();
    expect(from('2026-01-17')['object']).toBeUndefined();
    expect(from('2026-01-18')['object']).toEqual(['law', []]);
  });

  it('does not invent portability', () => {
    const silent = { ...policy, labels: [] };
    expect(rightsOffered(silent, '2026-11-23', kz).map((offer) => offer.right.key)).not.toContain('export');
  });
});

describe('openCase', () => {
  const friday = Date.parse('2026-11-20T10:00+05:00');
  it('gives each right its day, the article of its term and the article of the right', () => {
    const cases = (
      ['know_access', 'copy', 'correct', 'block_restrict', 'delete', 'withdraw_consent'] as const
    ).map((kind) => {
      const { dueOn, article, right } = openCase({ kind, receivedAt: friday }, kz);
      return [kind, dueOn, article, right];
    });
    expect(cases).toEqual([
      ['know_access', '2026-11-25', '94-V Art. 25(2)(6)', '94-V Art. 24(1)(1)'],
      ['copy', '2026-11-25', '94-V Art. 25(2)(6)', '94-V Art. 25(2)(6)'],
      ['correct', '2026-11-23', '94-V Art. 25(2)(8)', '94-V Art. 24(1)(2)'],
      ['block_restrict', '2026-11-23', '94-V Art. 25(2)(8)', '94-V Art. 24(1)(3)'],
      ['delete', '2026-11-23', '94-V Art. 25(2)(8)', '94-V Art. 24(1)(4)'],
      ['withdraw_consent', '2026-12-11', '94-V Art. 8(7)', '94-V Art. 24(1)(5)'],
    ]);
  });

  it.each([
    ['stop_dissemination', '2026-11-23'],
    ['object', '2026-11-25'],
    ['compensation', '2026-11-25'],
  ] as const)('%s received on a Friday is due on %s', (kind, dueOn) => {
    expect(openCase({ kind, receivedAt: friday }, kz)).toMatchObject({
      kind,
      dueOn,
      receivedAt: friday,
      certainty: 'published',
    });
  });

  it('is overdue from the day after the last one, unless answered', () => {
    expect(isOverdue({ dueOn: '2026-11-25' }, '2026-11-25')).toBe(false);
    expect(isOverdue({ dueOn: '2026-11-25' }, '2026-11-26')).toBe(true);
    expect(isOverdue({ dueOn: '2026-11-25', closedAt: 1 }, '2026-11-26')).toBe(false);
  });
});
