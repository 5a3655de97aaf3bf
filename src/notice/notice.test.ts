import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../base/index.ts';
import { planConsent, withdrawalEffect } from '../consent/index.ts';
import { kz } from '../law/index.ts';
import type { Policy } from '../policy/index.ts';
import { deletionPreview } from '../retention/index.ts';
import { speakerOf } from '../words/index.ts';
import {
  actLines,
  articleText,
  consentText,
  countName,
  deletionLines,
  linkedReceipt,
  type MessageTemplate,
  messageTemplates,
  messageText,
  missingLines,
  reasonText,
  receiptRecord,
  untilText,
  withdrawalLines,
} from './index.ts';

const ru = speakerOf('ru');
const text = (clause: string) => ({ cites: [clause], origin: 'text' as const });
const row = { ...text('2'), group: 'given', mandatory: true, access: 'limited' } as const;

const policy: Policy = {
  format: 'kepil-policy/1',
  title: 'Сервис',
  language: 'ru',
  source: { name: 'policy.txt', sha256: '00', chars: 0 },
  operator: { ...text('1'), kind: 'legal_entity', name: 'ТОО «Сосна»', bin: '301240000011' },
  services: [],
  hosts: [{ ...text('4'), country: 'KZ', name: 'свой сервер' }],
  clauses: [],
  statements: [],
  data: [
    { ...row, category: 'email', purposes: ['provide_service', 'marketing_notices'] },
    { ...row, category: 'full_name', purposes: ['provide_service'] },
  ],
  dataNotCollected: [],
  purposes: [
    { ...text('3.1'), purpose: 'provide_service' },
    { ...text('3.2'), purpose: 'marketing_notices' },
  ],
  grounds: [],
  recipients: [],
  retention: [],
  contacts: [{ ...text('8'), channel: 'email', value: 'data@example.kz' }],
  labels: [],
};
const silent: Policy = {
  ...policy,
  operator: { cites: [], origin: 'assumed', kind: 'unnamed' },
  contacts: [],
};
const consent = planConsent(
  {
    id: 'c1',
    policy,
    policyHash: 'ab12',
    purposes: ['provide_service'],
    given: ['email', 'full_name'],
    subjectName: true,
    form: 'checkbox',
    language: 'ru',
    now: Date.parse('2026-11-23T09:00+05:00'),
  },
  kz,
);

describe('consentText', () => {
  const base = {
    speaker: ru,
    policy,
    policyHash: 'ab12',
    purposes: ['provide_service'],
    categories: ['email', 'full_name'],
  };
  const lines = (changed: Partial<typeof base>) =>
    Object.fromEntries(consentText({ ...base, ...changed }).lines.map((line) => [line.term, line.text]));

  it('names the operator, its number, data, purposes and the way to withdraw', () => {
    const said = lines({});
    expect(said['Оператор']).toBe('ТОО «Сосна»');
    expect(said['БИН или ИИН оператора']).toBe('301240000011');
    expect(said['Перечень данных']).toBe('адрес электронной почты; фамилия, имя, отчество');
    expect(said['Отзыв согласия']).toContain('data@example.kz');
    expect(said['Редакция политики']).toBe('ab12');
  });

  it('says what the policy does not state instead of filling it in', () => {
    const said = lines({ policy: silent });
    expect(said['Оператор']).toBe('не указано в политике');
    expect(said['БИН или ИИН оператора']).toBe('не указано в политике');
    expect(said['Срок согласия']).toContain('в политике не указан');
    expect(said['Передача третьим лицам']).toContain('в политике не указана');
  });

  it.each([
    [1, '1 месяц'],
    [3, '3 месяца'],
    [12, '12 месяцев'],
    [21, '21 месяц'],
  ])('says a term of %i months in good Russian', (months, expected) => {
    const retention = [{ ...text('5'), rule: 'fixed_term', months }];
    expect(lines({ policy: { ...policy, retention } })['Срок согласия']).toBe(expected);
  });

  it('promises no transfer, publication or crossing of the border that the consent does not allow', () => {
    const wide = {
      ...policy,
      recipients: [{ ...text('6'), recipient: 'delivery_services', name: 'Почта' }],
      labels: [{ ...text('6'), facet: 'cross_border', label: 'possible' }],
    };
    const said = lines({ policy: wide });
    expect(said['Передача третьим лицам']).toMatch(/Почта.*нужно отдельное/);
    expect(said['Трансграничная передача']).toContain('нужно отдельное');
  });

  it('is titled by its purpose when it is a consent of its own', () => {
    const title = consentText({ ...base, purposes: ['marketing_notices'] }).title;
    expect(title).toMatch(/^Отдельное согласие: /);
    expect(consentText(base).title).toBe('Согласие на сбор и обработку персональных данных');
  });

  it('is one text to hash: the same for the same form, another for another', () => {
    const plain = consentText(base).plain;
    expect(consentText(base).plain).toBe(plain);
    for (const { term, text: said } of consentText(base).lines) expect(plain).toContain(`${term}: ${said}`);
    expect(consentText({ ...base, categories: ['email'] }).plain).not.toBe(plain);
    expect(consentText({ ...base, policyHash: 'ab13' }).plain).not.toBe(plain);
  });

  it('has a sentence for everything it says', () => {
    for (const changed of [{}, { policy: silent }, { categories: [] }]) {
      expect(consentText({ ...base, ...changed }).plain).not.toMatch(/notice\.|label\.|\{\{/);
    }
  });
});

describe('receiptRecord', () => {
  const ask = {
    consent,
    policy,
    textSha256: 'ff',
    subject: 'p1',
    service: { id: 's1', key: 'demo' },
    entry: 'e1',
  };

  it('has the four parts of the standard', () => {
    const record = receiptRecord(ask, kz);
    expect(record).toMatchObject({
      record_id: 'c1',
      pii_principal_id: 'p1',
      pii_processing: {
        lawful_basis: 'dpv:Consent',
        purposes: [{ key: 'provide_service', dpv: 'dpv:ServiceProvision' }],
        pii_information: [{ key: 'email' }, { key: 'full_name' }],
        privacy_notice: { policy_sha256: 'ab12', text_sha256: 'ff' },
      },
      party_identification: [{ party_name: 'ТОО «Сосна»', party_number: '301240000011' }],
      event: { event_time: '2026-11-23T04:00:00.000Z', consent_form: 'checkbox', entry: 'e1' },
    });
    expect(record['incomplete']).toEqual(['term', 'third-parties', 'cross-border', 'publication']);
  });

  it('gives the same canonical text every time', () => {
    expect(canonicalJson(receiptRecord(ask, kz))).toBe(canonicalJson(receiptRecord({ ...ask }, kz)));
  });
});

describe('linkedReceipt', () => {
  const about = { textSha256: 'ff', subject: 'p1', service: { id: 's1', key: 'demo' }, entry: 'e1' };
  const record = receiptRecord({ consent, policy, ...about }, kz);
  type Node = { readonly [key: string]: unknown };
  const recordOf = (linked: unknown) => (linked as Node)['dpv:hasRecordOfActivity'] as Node;

  it('is a receipt around a record, each by its profile', () => {
    const linked = linkedReceipt(record);
    expect(linked).toMatchObject({
      '@type': 'dpv:ConsentReceipt',
      'dct:conformsTo': { '@id': 'https://w3id.org/dpv/schema/dpv-27560#receipt' },
      'dct:identifier': 'c1',
      'dpv:hasRecordOfActivity': {
        '@type': 'dpv:ConsentRecord',
        'dct:conformsTo': { '@id': 'https://w3id.org/dpv/schema/dpv-27560#record' },
        'dpv:hasDataSubject': { 'dct:identifier': 'p1' },
        'dpv:hasDataController': [{ 'dpv:hasName': 'ТОО «Сосна»', 'dpv:hasIdentifier': '301240000011' }],
        'dpv:hasNotice': [{ '@id': 'urn:sha256:ab12' }, { '@id': 'urn:sha256:ff' }],
        'dpv:hasProcess': {
          'dpv:hasPurpose': [{ '@type': 'dpv:ServiceProvision', 'dct:identifier': 'provide_service' }],
          'dpv:hasPersonalData': [{ 'dct:identifier': 'email' }, { 'dct:identifier': 'full_name' }],
        },
      },
    });
  });

  it('uses only prefixes it declares', () => {
    const prefixes = Object.keys((linkedReceipt(record) as Node)['@context'] as Node);
    const used = [...JSON.stringify(linkedReceipt(record)).matchAll(/"([a-z]+):[A-Za-z]+"/g)].map(
      (match) => match[1],
    );
    expect(used.length).toBeGreaterThan(20);
    expect(used.filter((prefix) => !prefixes.includes(prefix as string))).toEqual([]);
  });

  it('says that the consent was given, and when it ended', () => {
    const given = { '@type': 'dpv:ConsentGiven', 'dct:date': '2026-11-23T04:00:00.000Z' };
    const states = (at?: number) => recordOf(linkedReceipt(record, at))['dpv:hasConsentStatus'];
    expect(states()).toMatchObject([given]);
    expect(states(Date.UTC(2026, 11, 1))).toMatchObject([
      given,
      { '@type': 'dpv:ConsentWithdrawn', 'dct:date': '2026-12-01T00:00:00.000Z' },
    ]);
  });
});

describe('messages', () => {
  const numbers = { minutes: 10, hours: 24, left: 9, soon: 3, late: 7, alerts: 2, due: 5 };
  const request = { number: '20261128-4F0C9', date: '1 декабря 2026 г.', words: 'Нужна дата договора.' };
  const kinds = 'незаконный доступ';
  const time = '21 ноября 2026 г., 10:00';
  const params = {
    service: 'Сосна',
    recipient: 'ТОО «Перевозчик»',
    code: '123456',
    data: 'имя, телефон',
    purposes: 'регистрация',
    ...numbers,
    link: 'http://127.0.0.1/x',
    ...request,
    time,
    document: 'Пользовательское соглашение',
    kinds,
  };
  it.each(Object.keys(messageTemplates) as MessageTemplate[])('%s says all its parameters', (template) => {
    const { subject, text: said } = messageText(ru, template, params);
    expect(subject).not.toMatch(/notice\.|\{\{/);
    expect(said).not.toMatch(/notice\.|\{\{/);
    for (const name of messageTemplates[template])
      expect(`${subject} ${said}`).toContain(String(params[name]));
  });
  it('stops when a parameter is missing', () => {
    expect(() => messageText(ru, 'sign-in-code', { service: 'Сосна', minutes: 10 })).toThrow('code');
  });
});

describe('reasons and articles', () => {
  it.each([
    ['94-V Art. 14', 'ст. 14 Закона РК № 94-V'],
    ['94-V Art. 8(1)', 'п. 1 ст. 8 Закона РК № 94-V'],
    ['94-V Art. 25(2)(1-1)', 'пп. 1-1) п. 2 ст. 25 Закона РК № 94-V'],
    ['94-V Art. 19-1(3)', 'п. 3 ст. 19-1 Закона РК № 94-V'],
    ['94-V Art. 1(3)', 'пп. 3) ст. 1 Закона РК № 94-V'],
    ['R395 p. 16', 'п. 16 Правил сбора и обработки (приказ № 395/НҚ)'],
    ['GDPR Art. 6', 'GDPR Art. 6'],
  ])('%s → %s', (id, expected) => {
    expect(articleText(ru, id)).toBe(expected);
  });

  it('says every article of the pack that has a place', () => {
    const unsaid = kz.articles.filter(
      (article) => article.id.includes(' ') && articleText(ru, article.id) === article.id,
    );
    expect(unsaid).toEqual([]);
  });

  it('puts clause and article behind the sentence', () => {
    expect(reasonText(ru, { rule: 'consent-missing', clause: '3.1', article: '94-V Art. 7(1)' })).toBe(
      'Нет согласия субъекта на обработку этих данных для этой цели ' +
        '(п. 3.1 политики; п. 1 ст. 7 Закона РК № 94-V).',
    );
    expect(reasonText(ru, { rule: 'data-of-policy', clause: '2' })).toContain('(п. 2 политики)');
  });
});

describe('what stays and why', () => {
  it('of a withdrawal', () => {
    const said = withdrawalLines(ru, withdrawalEffect({ policy, consent, obligations: [] }, kz));
    expect(said.stops).toHaveLength(1);
    expect(said.stays.map((line) => line.why).join(' ')).toContain('пп. 5) п. 2 ст. 25');
    const bound = withdrawalLines(
      ru,
      withdrawalEffect({ policy, consent, obligations: ['provide_service'] }, kz),
    );
    expect(JSON.stringify([said, bound])).not.toMatch(/notice\.|label\.|\{\{/);
  });

  it('of a deletion', () => {
    const preview = deletionPreview(
      {
        held: [
          { category: 'email', retention: 'ordinary' },
          { category: 'full_name', retention: 'proof' },
          { category: 'payment_history', retention: 'legal' },
        ],
      },
      kz,
    );
    const said = deletionLines(ru, preview);
    expect(said.goes.map((line) => line.what)).toEqual(['адрес электронной почты']);
    expect(said.stays).toHaveLength(4);
    expect(JSON.stringify(said)).not.toMatch(/notice\.|label\.|\{\{/);
  });

  it('of a term', () => {
    const ask = {
      policy: { ...policy, retention: [{ ...text('5'), rule: 'fixed_term', months: 12 }] },
      category: 'email',
      at: 0,
    };
    expect(untilText(ru, ask, kz)).toMatch(/^до 1 января 1971/);
    expect(untilText(ru, { ...ask, policy }, kz)).toContain('до достижения целей');
  });

  it('of an incomplete consent', () => {
    const said = missingLines(
      ru,
      kz.consentItems.filter((item) => item.mandatory).map((item) => item.key),
    );
    expect(said.join(' ')).not.toContain('notice.');
    expect(new Set(said).size).toBe(8);
  });
});

describe('the act', () => {
  const act = { id: 'a1', decidedAt: 0, counts: { segments: 3, spoons: 1 }, entry: 'e1' };
  it('says what was counted, where it stands, and what is not known yet', () => {
    const { lines } = actLines(ru, act);
    const said = Object.fromEntries(lines.map((line) => [line.term, line.text]));
    expect(said['зашифрованные сегменты данных']).toBe('3');
    expect(said['spoons']).toBe('1');
    expect(said['Остатки удалены']).toBe('удаление идёт');
    expect(lines.length).toBe(
      actLines(ru, { ...act, index: 7, sweptAt: 1, traces: { state: 'gone', at: 2 } }).lines.length - 1,
    );
  });
  it('names the stores it knows', () => {
    expect(countName(ru, 'indexes')).toBe('записи слепого указателя');
  });
});
