import { completion } from '../../scenarios/liar.ts';
import { type Exemplar, type Field, type Fields, form, page } from '../exemplar.ts';
import { address, anything, choice, email, exactly, line, number, uuid } from '../kinds.ts';

const cursor = { kind: choice([]), value: '' };
const office = { who: 'officer' as const, weight: 2 };
const act = { who: 'officer' as const };

const categories = [
  'full_name',
  'birth_date',
  'email',
  'phone',
  'postal_address',
  'city_region',
  'order_history',
  'correspondence',
];

/** The draft that was read: it is the first version. */
const version: Field = { kind: exactly('1', (sent) => sent.trim() === '1'), value: '1', must: true };

const purposes = ['support', 'delivery', 'registration_auth'];

/** The id in an API key. */
function keyId(key: string): Field {
  const id = key.slice('kepil_'.length, 'kepil_'.length + 36);
  return { kind: uuid(id), value: id };
}

/** What the law needs, filled in. */
function completionFields(): Fields {
  const kinds = {
    'c.operatorName': line(500),
    'c.bin': exactly('230640099999', (sent) => sent.trim() === '230640099999' || sent === '850515100013'),
    'c.responsible': line(500),
    'c.contactEmail': email,
    'c.hostCountry': exactly('KZ', (sent) => sent.trim() === 'KZ'),
    'c.hostName': line(500),
    'c.retentionMonths': number(1, 999),
  };
  const fields = Object.entries(kinds).map(([name, kind]) => {
    const value = completion[name as keyof typeof completion];
    return [name, { kind, value, must: true }];
  });
  return { ...Object.fromEntries(fields), version };
}

/** What the console's officer does with the first service, and with the draft of the second. */
export const officeExemplars: readonly Exemplar[] = [
  page('/console', office),
  page('/console/s/:key', { ...office, ok: 303 }),
  page('/console/s/:key/board', { ...office, weight: 1 }),
  page('/console/s/:key/approve', office),
  form('/console/s/:key/approve', {
    ...act,
    name: 'all',
    at: 'draft',
    form: () => ({
      all: { kind: choice(['yes']), value: 'yes', must: true },
      take: { kind: choice(['yes', 'back'], ['']), value: 'yes' },
      version,
    }),
    refuses: [422, 400, 404, 409],
  }),
  form('/console/s/:key/approve', {
    ...act,
    name: 'clause',
    at: 'draft',
    form: () => ({
      clause: { kind: choice(['2.1', '3.1']), value: '2.1', must: true },
      take: { kind: choice(['yes', 'back'], ['']), value: 'yes' },
      version,
    }),
    refuses: [422, 400, 404, 409],
  }),
  form('/console/s/:key/approve', {
    ...act,
    name: 'in force',
    at: 'draft',
    costs: 10,
    form: completionFields,
    refuses: [422, 400, 409],
    effect: 'once',
  }),
  page('/console/s/:key/versions', office),
  page('/console/s/:key/versions/:version', { ...office, at: 'draft' }),
  form('/console/s/:key/versions/:version', {
    ...act,
    ids: { version: 'waiting' },
    form: () => ({ act: { kind: choice(['drop'], ['adopt', 'reopen']), value: 'drop', must: true } }),
    refuses: [400, 422, 409],
    hides: true,
    effect: 'once',
    weight: 2,
  }),
  page('/console/s/:key/subjects', { ...office, query: () => ({ after: cursor }) }),
  form('/console/s/:key/subjects', {
    ...act,
    form: () => ({ address: { kind: address, value: 'aigul.zhakypova@example.kz', must: true } }),
    refuses: [404, 422, 400],
    recorded: true,
  }),
  page('/console/s/:key/subjects/:id', { ...office, ids: { id: 'subject' }, weight: 4 }),
  form('/console/s/:key/subjects/:id', {
    ...act,
    ids: { id: 'subject' },
    form: () => ({
      purpose: { kind: choice(purposes), value: 'support', must: true },
      category: { kind: choice(categories), value: 'email', must: true, many: true },
      matter: { kind: anything, value: '' },
    }),
    ok: 200,
    refuses: [403, 422, 400],
    recorded: true,
    effect: 'none',
  }),
  page('/console/s/:key/mailings', { ...office, query: () => ({ after: cursor }) }),
  // No carrier is set up: nothing can be sent, so nothing is written down.
  form('/console/s/:key/mailings', {
    ...act,
    form: () => ({
      class: { kind: choice(['marketing', 'service'], ['']), value: 'marketing' },
      channel: { kind: choice(['email', 'sms']), value: 'email', must: true },
      purpose: { kind: anything, value: 'marketing_notices' },
      'subject.ru': { kind: anything, value: 'Новинки' },
      'text.ru': { kind: anything, value: 'Новые книги. Отказаться: [link]' },
      'subject.kk': { kind: anything, value: 'Жаңа кітаптар' },
      'text.kk': { kind: anything, value: 'Жаңа кітаптар. Бас тарту: [link]' },
    }),
    ok: 422,
    refuses: [422, 400],
    effect: 'none',
  }),
  page('/console/s/:key/mailings/:id', { ...office, ids: { id: 'mailing' }, weight: 4 }),
  form('/console/s/:key/mailings/:id', {
    ...act,
    ids: { id: 'mailing' },
    form: () => ({ act: { kind: choice(['stop'], ['start']), value: 'stop', must: true } }),
    refuses: [400, 404, 409],
    effect: 'once',
  }),
  page('/console/s/:key/outbox', { ...office, query: () => ({ after: cursor }) }),
  page('/console/s/:key/outbox/:id', { ...office, ids: { id: 'message' }, weight: 4 }),
  // No carrier is set up: there is nobody to give a message to once more.
  form('/console/s/:key/outbox/:id', {
    ...act,
    ids: { id: 'message' },
    form: () => ({}),
    ok: 403,
    refuses: [400, 404],
    effect: 'none',
  }),
  page('/console/s/:key/ledger', { ...office, weight: 1 }),
  page('/console/s/:key/keys', office),
  form('/console/s/:key/keys', {
    ...act,
    name: 'issue',
    back: { url: '/console/s/test/keys', field: 'name' },
    costs: 3,
    form: () => ({
      name: { kind: line(100), value: 'Склад', must: true },
      purpose: { kind: choice(purposes), value: 'support', must: true, many: true },
      category: { kind: choice(categories), value: 'email', must: true, many: true },
      days: { kind: number(1, 365), value: '30', must: true },
    }),
    ok: 200,
  }),
  form('/console/s/:key/keys', {
    ...act,
    name: 'revoke',
    form: ({ people }) => ({ revoke: { ...keyId(people.narrowKey), must: true } }),
    refuses: [404, 422, 400],
    effect: 'once',
  }),
];
