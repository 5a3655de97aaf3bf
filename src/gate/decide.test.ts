import { describe, expect, it } from 'vitest';
import { kz } from '../law/index.ts';
import { answer, check, consent, facts, request } from './fixtures/gate.ts';
import { type ConsentFact, decide } from './index.ts';

const desk = { purpose: 'subject_rights', matter: 'r1' };
const me = { actor: { role: 'subject', id: 'p1' }, channel: 'cabinet', purpose: 'subject_rights' } as const;
const decided = { decisionId: 'd1', matter: 'case1' };
const registering = { actor: { role: 'guest' }, verb: 'collect', channel: 'registration' } as const;
const nobody = { subject: { state: 'none' }, consents: [] } as const;
const ads: ConsentFact = { ...consent, id: 'c2', purposes: ['marketing_notices'], categories: ['email'] };

describe('a yes', () => {
  it('names purpose, data and consent, with clauses and articles, and is recorded', () => {
    check(
      {},
      {},
      'yes: purpose-of-policy | 3.1 | 94-V Art. 14, data-of-policy | 2.1, consent-active | 94-V Art. 7(1)',
    );
    expect(decide(request, facts, kz).obligations).toEqual(['record']);
  });
  it('rests on the law for the rights of the person', () =>
    check(me, { consents: [] }, 'yes: standing-purpose | 94-V Art. 24(1)'));
  it('rests on the consent being given at the registration', () => {
    expect(answer(registering, { ...nobody, giving: consent })).toMatch(/^yes/);
  });
  it('rests on a decision when rights are defended, and tells the person', () => {
    const asked = { ...request, ...decided, purpose: 'protect_rights' };
    check(
      asked,
      { consents: [] },
      'yes: purpose-of-policy | 3.5 | 94-V Art. 14, decision-given | 94-V Art. 7(1)',
    );
    expect(decide(asked, { ...facts, consents: [] }, kz).obligations).toEqual(['record', 'notify-subject']);
  });
  it('rests on the law for a duty of law with a decision', () =>
    check(
      { ...decided, purpose: 'legal_obligation' },
      { consents: [] },
      'yes: purpose-of-policy | 3.6 | 94-V Art. 14, law-cited | 94-V Art. 9',
    ));
});

describe('the purpose', () => {
  it('must be declared', () =>
    check({ purpose: 'targeted_ads' }, {}, 'no: purpose-undeclared | 94-V Art. 14'));
  it('must be a purpose at all', () => {
    for (const purpose of ['credit-scoring', '', 'constructor', '__proto__']) {
      check({ purpose }, {}, 'no: purpose-undeclared | 94-V Art. 14');
    }
  });
  it('must serve the data', () =>
    check(
      { purpose: 'support', categories: ['phone'] },
      {},
      'no: category-not-for-purpose | 3.2 | 94-V Art. 14',
    ));
  it('of research gets de-identified data only', () =>
    check({ purpose: 'statistics_research' }, {}, 'no: deidentified-only | 3.4 | 94-V Art. 17(1)'));
  it('of defending rights needs a decision and its matter, by a role that may carry it out', () => {
    const refused = 'no: decision-missing | 3.5 | 94-V Art. 7(1)';
    check({ purpose: 'protect_rights' }, {}, refused);
    check({ purpose: 'protect_rights', decisionId: 'd1' }, {}, refused);
    check({ purpose: 'protect_rights', matter: 'case1' }, {}, refused);
    const key = { actor: { role: 'key', id: 'k1' }, channel: 'api' } as const;
    const grant = { purposes: ['protect_rights'], categories: ['email'] };
    check({ ...key, ...decided, purpose: 'protect_rights' }, { grant }, refused);
  });
  it('of law needs a decision that cites it', () =>
    check({ purpose: 'legal_obligation' }, {}, 'no: law-citation-missing | 3.6 | 94-V Art. 9'));
  it('that exists by law is bound to role, verb, place and matter', () => {
    check({ purpose: 'subject_rights' }, {}, 'no: matter-missing | 94-V Art. 24(1)');
    check({ ...desk }, {}, 'yes: standing-purpose | 94-V Art. 24(1)');
    check({ ...desk, verb: 'transfer' }, {}, 'no: standing-not-admitted | 94-V Art. 24(1)');
    check({ ...desk, verb: 'use', categories: ['full_name'] }, {}, 'no: standing-category | 94-V Art. 24(1)');
    check({ ...desk, purpose: 'destruction' }, {}, 'no: standing-not-admitted | 94-V Art. 18');
    check({ ...desk, purpose: 'security' }, {}, 'no: standing-class | 94-V Art. 22(1)');
    check(
      { ...desk, purpose: 'security', categories: ['ip_address'] },
      {},
      'yes: standing-purpose | 94-V Art. 22(1)',
    );
  });
});

describe('the data', () => {
  it('must be declared', () =>
    check({ categories: ['email', 'iin'] }, {}, 'no: category-undeclared | 94-V Art. 7(9)'));
  it('must not be what the policy promises not to collect, and then its clause is cited', () =>
    check({ categories: ['health'] }, {}, 'no: category-refused | 2.9 | 94-V Art. 7(9)'));
  it('must be named, each once', () => {
    check({ categories: [] }, {}, 'no: categories-missing | 94-V Art. 7(8)');
    check({ categories: ['email', 'email'] }, {}, 'no: categories-missing | 94-V Art. 7(8)');
  });
  it('held without being declared can still be shown to the person and destroyed', () => {
    const undeclared = { ...me, categories: ['iin'] };
    expect(answer(undeclared)).toMatch(/^yes/);
    expect(answer({ ...undeclared, verb: 'destroy' })).toMatch(/^yes/);
    check({ ...undeclared, verb: 'change' }, {}, 'no: category-undeclared | 94-V Art. 7(9)');
  });
});

describe('the consent', () => {
  const refused = (code: string, article: string) => `no: ${code} | 3.1 | ${article}`;
  it('must be there', () => check({}, { consents: [] }, refused('consent-missing', '94-V Art. 7(1)')));
  it('must cover every category', () =>
    check(
      { categories: ['email', 'phone'] },
      { consents: [{ ...consent, categories: ['email'] }] },
      refused('consent-missing', '94-V Art. 7(1)'),
    ));
  it('must not be withdrawn', () => {
    check(
      {},
      { consents: [{ ...consent, withdrawnAt: 1500 }] },
      refused('consent-withdrawn', '94-V Art. 8(7)'),
    );
    const partly = { ...consent, withdrawnPurposes: { provide_service: 1500 } };
    check({}, { consents: [partly] }, refused('consent-withdrawn', '94-V Art. 8(7)'));
    expect(answer({ purpose: 'support' }, { consents: [partly] })).toMatch(/^yes/);
  });
  it('must not have run out', () =>
    check({}, { consents: [{ ...consent, expiresAt: 2000 }] }, refused('consent-expired', '94-V Art. 8(5)')));
  it('must be an act the law accepts', () =>
    check(
      {},
      { consents: [{ ...consent, form: 'implied_by_use' }] },
      refused('consent-form', '94-V Art. 8(1)'),
    ));
  it('for advertising must be its own', () => {
    const mail = {
      actor: { role: 'marketer', id: 'm1' },
      verb: 'use',
      channel: 'outbox',
      purpose: 'marketing_notices',
      matter: 'campaign',
    } as const;
    check(mail, {}, 'no: consent-missing | 3.3 | 94-V Art. 7(1)');
    const merged = { ...consent, purposes: ['provide_service', 'marketing_notices'] };
    check(mail, { consents: [merged] }, 'no: consent-bundled | 3.3 | 94-V Art. 7(6)');
    expect(answer(mail, { consents: [consent, ads] })).toMatch(/^yes/);
  });
  it('being given counts for giving, not for reading', () => {
    expect(answer({}, { consents: [], giving: consent })).toMatch(/^no: consent-missing/);
    expect(
      answer({ ...me, verb: 'collect', purpose: 'provide_service' }, { consents: [], giving: consent }),
    ).toMatch(/^yes/);
  });
});
