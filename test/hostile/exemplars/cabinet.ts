import { type Exemplar, form, page, secretBytes } from '../exemplar.ts';
import { choice, code, exactly, line, tick, words } from '../kinds.ts';

/** An id that stands where a list was left off. */
const cursor = { kind: choice([]), value: '', must: false };

const rightsOffered = [
  'block_restrict',
  'stop_processing',
  'object',
  'compensation',
  'human_review',
  'other_by_law',
];
const rightsElsewhere = [
  'know_access',
  'copy',
  'export',
  'correct',
  'delete',
  'withdraw_consent',
  'stop_dissemination',
  'complain_authority',
  'complain_court',
  'opt_out_mailing',
];

const mine = { who: 'subject' as const, weight: 2 };
const change = { who: 'subject' as const, recorded: true };

/** The cabinet of the person who is signed in. */
export const cabinetExemplars: readonly Exemplar[] = [
  page('/s/:key/me', mine),
  page('/s/:key/me/readers', { ...mine, query: () => ({ after: cursor }) }),
  page('/s/:key/me/consents', mine),
  page('/s/:key/me/consents/:id', { ...mine, ids: { id: 'consent' }, weight: 4 }),
  page('/s/:key/me/consents/:id/receipt.jsonld', { ...mine, ids: { id: 'consent' } }),
  page('/s/:key/me/consents/:id/withdraw', { ...mine, ids: { id: 'consent' }, weight: 4 }),
  form('/s/:key/me/consents/:id/withdraw', {
    ...change,
    ids: { id: 'consent' },
    name: 'whole',
    form: () => ({ whole: { kind: tick, value: 'yes', must: true } }),
    effect: 'once',
  }),
  form('/s/:key/me/consents/:id/withdraw', {
    ...change,
    ids: { id: 'consent' },
    name: 'purposes',
    form: () => ({
      purpose: {
        kind: choice(['support', 'delivery'], ['registration_auth']),
        value: 'support',
        must: true,
        many: true,
      },
    }),
    effect: 'once',
  }),
  page('/s/:key/me/mailings', mine),
  form('/s/:key/me/mailings', {
    ...change,
    form: () => ({
      wish: { kind: choice(['off'], ['on']), value: 'off', must: true },
      purpose: { kind: choice(['marketing_notices']), value: 'marketing_notices', must: true },
      category: { kind: choice(['email']), value: 'email', must: true },
    }),
    refuses: [400, 422],
    effect: 'once',
  }),
  page('/s/:key/me/policy', mine),
  form('/s/:key/me/policy', {
    ...change,
    name: 'seen',
    form: () => ({
      version: { kind: exactly('3'), value: '3', must: true },
      answer: { kind: choice(['seen'], ['accept', 'refuse']), value: 'seen', must: true },
    }),
    refuses: [400, 404, 409, 422],
    effect: 'once',
  }),
  form('/s/:key/me/policy', {
    ...change,
    name: 'accept',
    form: () => ({
      version: { kind: exactly('3'), value: '3', must: true },
      answer: { kind: choice(['accept'], ['seen', 'refuse']), value: 'accept', must: true },
      consent: { kind: tick, value: 'yes', must: true },
      language: { kind: choice(['ru', 'kk', 'en'], ['']), value: 'ru' },
    }),
    refuses: [400, 404, 409, 422],
    effect: 'once',
  }),
  page('/s/:key/me/correct/:category', { ...mine, weight: 3 }),
  form('/s/:key/me/correct/:category', {
    ...change,
    files: true,
    back: { url: '/s/test/me/correct/full_name', field: 'value' },
    bears: secretBytes,
    costs: 4,
    form: () => ({ value: { kind: line(500), value: 'Айгүл Жақыпова-Сейт', must: true } }),
    refuses: [422, 400],
  }),
  form('/s/:key/me/correct/:category', {
    ...change,
    files: true,
    ids: { category: 'address' },
    name: 'code',
    bears: secretBytes,
    form: ({ secrets: { correction = '', correctionCode = '' } }) => ({
      draft: { kind: exactly(correction), value: correction, must: true },
      code: { kind: code(correctionCode), value: correctionCode, must: true, secret: true },
    }),
    refuses: [422, 410, 400],
    effect: 'once',
    limited: true,
  }),
  page('/s/:key/me/requests', mine),
  form('/s/:key/me/requests', {
    ...change,
    back: { url: '/s/test/me/requests', field: 'words' },
    form: () => ({
      kind: { kind: choice(rightsOffered, rightsElsewhere), value: 'object', must: true },
      words: { kind: words(5000), value: 'Возражаю против рассылки.', must: true },
    }),
  }),
  // Nobody waits for a reply, and there is no answer yet.
  form('/s/:key/me/requests/:id/reply', {
    ...change,
    ids: { id: 'request' },
    form: () => ({ reply: { kind: words(5000), value: 'Договор от мая.', must: true } }),
    ok: 409,
    refuses: [400, 404, 409, 422],
    recorded: true,
    effect: 'none',
  }),
  page('/s/:key/me/requests/:id/letter.pdf', { ...mine, ids: { id: 'request' }, ok: 404 }),
  page('/s/:key/me/files/:id/document', { ...mine, ids: { id: 'document' }, effect: 'changes' }),
  page('/s/:key/me/download', mine),
  page('/s/:key/me/export.json', mine),
  page('/s/:key/me/print', mine),
  page('/s/:key/me/delete', mine),
  form('/s/:key/me/delete', {
    ...change,
    costs: 3,
    form: () => ({
      when: { kind: choice(['now', 'day']), value: 'now' },
      confirm: { kind: tick, value: 'yes', must: true },
    }),
    effect: 'once',
    weight: 3,
  }),
  form('/s/:key/me/delete', {
    ...change,
    name: 'undo',
    effect: 'none',
    form: () => ({ act: { kind: exactly('undo'), value: 'undo', must: true } }),
  }),
];
