import { type Exemplar, form, page } from '../exemplar.ts';
import { address, choice, day, exactly, line, words } from '../kinds.ts';
import { rights } from '../rights.ts';

const cursor = { kind: choice([]), value: '' };
const office = { who: 'officer' as const, weight: 2 };
const act = { who: 'officer' as const };
const request = { id: 'request' } as const;

const states = ['open', 'late', 'waiting', 'done', 'refused', 'all'];
const channels = ['cabinet', 'form', 'email', 'letter', 'phone', 'in-person'];

const batch = '01999999-0000-7000-8000-000000000001';
const idForm = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const importedRow = '2026-11-19;;letter;copy;;Ерлан Придуманный;Караганда, 7;ru;Прошу копию.';

/** What the officer does with the requests of the first service. */
export const deskExemplars: readonly Exemplar[] = [
  page('/console/s/:key/requests', {
    ...office,
    query: () => ({
      state: { kind: choice(states), value: 'open' },
      kind: { kind: choice(rights, ['']), value: '' },
      channel: { kind: choice(channels, ['']), value: '' },
      after: cursor,
    }),
  }),
  // A number that nobody's request has, or an address: what is found is shown, or that nothing is.
  form('/console/s/:key/requests', {
    ...act,
    form: () => ({ find: { kind: address, value: 'aigul.zhakypova@example.kz', must: true } }),
    ok: 200,
    refuses: [404, 400],
    recorded: true,
    effect: 'none',
  }),
  page('/console/s/:key/subjects/:id/obligations', { ...office, ids: { id: 'subject' }, recorded: true }),
  form('/console/s/:key/subjects/:id/obligations', {
    ...act,
    ids: { id: 'subject' },
    form: () => ({
      act: { kind: choice(['record'], ['meet']), value: 'record', must: true },
      kind: { kind: choice(['order', 'contract', 'case', 'debt', 'dispute']), value: 'dispute', must: true },
      about: { kind: line(200), value: 'спор № 12', must: true },
      category: { kind: choice(['full_name', 'email', 'phone']), value: 'email', must: true, many: true },
    }),
    refuses: [400, 404, 422],
    recorded: true,
    effect: 'changes',
  }),
  page('/console/s/:key/requests/new', office),
  form('/console/s/:key/requests/new', {
    ...act,
    form: () => ({
      channel: { kind: choice(['email', 'letter', 'phone', 'in-person']), value: 'letter', must: true },
      receivedOn: { kind: day('2026-01-01', '2026-11-20'), value: '2026-11-19', must: true },
      kind: { kind: choice(rights), value: 'copy', must: true },
      name: { kind: line(200), value: 'Ерлан Придуманный', must: true },
      answerTo: { kind: line(300), value: 'Караганда, улица Вымышленная, 7', must: true },
      language: { kind: choice(['ru', 'kk', 'en'], ['']), value: 'ru' },
      words: { kind: words(5000), value: 'Прошу выслать копию моих данных.', must: true },
    }),
    effect: 'changes',
  }),
  page('/console/s/:key/requests/import', office),
  form('/console/s/:key/requests/import', {
    ...act,
    form: () => ({
      act: { kind: choice(['check'], ['']), value: 'check', must: true },
      batch: { kind: exactly(batch, (sent) => idForm.test(sent)), value: batch, must: true },
      rows: { kind: exactly(importedRow, () => true), value: importedRow, must: true },
    }),
    ok: 200,
    effect: 'none',
  }),
  page('/console/s/:key/requests/:id', { ...office, ids: request, weight: 4 }),
  form('/console/s/:key/requests/:id', {
    ...act,
    ids: request,
    form: () => ({
      outcome: { kind: choice(['done', 'refused']), value: 'done', must: true },
      ground: { kind: choice(['unfounded'], ['']), value: 'unfounded' },
      answer: { kind: words(5000), value: 'Сделано.', must: true },
    }),
    recorded: true,
    effect: 'once',
  }),
  form('/console/s/:key/requests/:id/wait', {
    ...act,
    ids: request,
    form: () => ({
      act: { kind: choice(['ask'], ['reply']), value: 'ask', must: true },
      pause: { kind: choice(['identity', 'documents', 'clarification']), value: 'documents', must: true },
      words: { kind: words(5000), value: 'Пришлите копию договора.', must: true },
    }),
    recorded: true,
    effect: 'once',
  }),
  // Whoever made it was signed in: there is nothing to prove.
  form('/console/s/:key/requests/:id/identity', {
    ...act,
    ids: request,
    form: () => ({
      method: { kind: choice(['document-seen', 'signature']), value: 'signature', must: true },
    }),
    ok: 422,
    refuses: [400, 404, 422],
    recorded: true,
    effect: 'none',
  }),
  // There is no answer yet.
  page('/console/s/:key/requests/:id/letter.pdf', { ...office, ids: request, ok: 404, recorded: true }),
  page('/console/s/:key/requests/:id/files/:file/document', {
    ...office,
    ids: { id: 'documented', file: 'document' },
    recorded: true,
  }),
  // Nothing is blocked: there is nothing to lift. A block would refuse most of what comes after it.
  form('/console/s/:key/requests/:id/block', {
    ...act,
    ids: request,
    form: () => ({
      act: { kind: choice(['lift']), value: 'lift', must: true },
      reason: { kind: choice(['not-confirmed', 'put-right']), value: 'put-right', must: true },
    }),
    ok: 422,
    refuses: [400, 404, 422],
    recorded: true,
    effect: 'none',
  }),
];
