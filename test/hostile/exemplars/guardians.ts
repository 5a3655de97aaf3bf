import { type Exemplar, form, page, secretBytes } from '../exemplar.ts';
import { address, choice, day, line, tick } from '../kinds.ts';

const act = { who: 'officer' as const, recorded: true };
const right = { id: 'right' } as const;
const relation = {
  kind: choice(['mother', 'father', 'adopter', 'guardian', 'trustee']),
  ...{ value: 'mother', must: true },
};

/** Minors and who may consent for them. Without a document nobody is believed: the form comes back. */
export const guardianExemplars: readonly Exemplar[] = [
  page('/s/:key/guardian'),
  form('/s/:key/guardian', {
    form: () => ({ address: { kind: address, value: 'nobody@example.kz', must: true } }),
    ...{ ok: 200, bears: secretBytes, limited: true, effect: 'none' },
  }),
  page('/s/:key/guardian/asked', {
    query: () => ({ until: { kind: day('0001-01-01', '9999-12-31'), value: '2026-11-27', must: true } }),
    refuses: [400],
  }),
  page('/s/:key/guardian/:token', { ids: { token: 'guardian' } }),
  form('/s/:key/guardian/:token', {
    ids: { token: 'guardian' },
    form: () => ({ act: { kind: choice(['destroy']), value: 'destroy', must: true } }),
    ...{ ok: 422, refuses: [400, 404, 422], bears: secretBytes, effect: 'none' },
  }),
  form('/s/:key/guardian/:token/claim', {
    ids: { token: 'guardian' },
    files: true,
    form: () => ({
      name: { kind: line(200), value: 'Салтанат Придуманная', must: true },
      relation,
      child: { kind: line(200), value: 'Алихан Придуманный', must: true },
      birth: { kind: day('2008-11-21', '2026-11-20'), value: '2012-04-05', must: true },
      confirmed: { kind: tick, value: 'yes', must: true },
    }),
    ...{ ok: 422, refuses: [400, 404, 422], effect: 'none' },
  }),
  // Nothing is handed out before the right was checked.
  page('/s/:key/guardian/:token/export.json', {
    ids: { token: 'guardian' },
    ...{ ok: 403, refuses: [400, 403, 404], recorded: true },
  }),
  page('/console/s/:key/guardians', { who: 'officer', weight: 2 }),
  page('/console/s/:key/guardians/:id', { ...act, ids: right }),
  form('/console/s/:key/guardians/:id', {
    ...act,
    ids: right,
    form: () => ({ act: { kind: choice(['lacking']), value: 'lacking', must: true } }),
    ...{ ok: 422, refuses: [400, 404, 422], effect: 'none' },
  }),
  page('/console/s/:key/guardians/:id/files/:file/document', {
    ...act,
    ids: { id: 'right', file: 'proof' },
  }),
  // Nobody here speaks for a child: there is nothing to offer.
  form('/console/s/:key/requests/:id/guardian', {
    ...act,
    ids: { id: 'request' },
    form: () => ({
      relation,
      birth: { kind: day('2008-11-21', '2026-11-20'), value: '2012-04-05', must: true },
    }),
    ...{ ok: 422, refuses: [400, 404, 422], effect: 'none' },
  }),
];
