import { type Exemplar, form, page } from '../exemplar.ts';
import { choice, day, exactly, line, words } from '../kinds.ts';

const mine = { who: 'subject' as const, recorded: true };
const office = { who: 'officer' as const, recorded: true };
const paper = { id: 'paper' } as const;
const sent = { id: 'sentPaper' } as const;
const states = ['waiting', 'open', 'confirmed', 'refused', 'lapsed', 'dropped', 'all'];
const cursor = { kind: choice([]), value: '' };
const number = '20200101-00000';
const act = (form: ReadonlyMap<string, string>) => form.get('act') ?? '';

/** Consents on paper: in the cabinet, and at the officer's desk. */
export const paperExemplars: readonly Exemplar[] = [
  page('/s/:key/me/papers/:id', { ...mine, ids: paper }),
  page('/s/:key/me/papers/:id/application.pdf', { ...mine, ids: paper }),
  form('/s/:key/me/papers/:id', {
    ...mine,
    ids: sent,
    files: true,
    form: () => ({ act: { kind: choice(['back'], ['send', 'anew']), value: 'back', must: true } }),
    refuses: [400, 404, 422],
    effect: 'once',
  }),
  page('/console/s/:key/papers', {
    who: 'officer',
    query: () => ({ state: { kind: choice(states), value: 'waiting' }, after: cursor }),
  }),
  // A number that stands on nobody's sheet.
  form('/console/s/:key/papers', {
    who: 'officer',
    form: () => ({ find: { kind: exactly(number, () => true), value: number, must: true } }),
    ok: 404,
    refuses: [400, 404],
    effect: 'none',
  }),
  page('/console/s/:key/papers/:id', { ...office, ids: sent }),
  page('/console/s/:key/papers/:id/files/:file/document', {
    ...office,
    ids: { ...sent, file: 'picture' },
  }),
  form('/console/s/:key/papers/:id', {
    ...office,
    ids: sent,
    name: 'again',
    form: () => ({
      act: { kind: choice(['again'], ['refuse', 'confirm']), value: 'again', must: true },
      words: { kind: words(5000), value: 'Подпись не видна.', must: true },
    }),
    other: (form) => act(form) === 'confirm',
    refuses: [400, 404, 422],
    effect: 'once',
  }),
  form('/console/s/:key/papers/:id', {
    ...office,
    ids: sent,
    name: 'confirm',
    form: () => ({
      act: { kind: choice(['confirm'], ['refuse', 'again']), value: 'confirm', must: true },
      part: { kind: choice(['marketing_notices']), value: 'marketing_notices', must: true, many: true },
      signedOn: { kind: day('2026-11-20', '2026-11-20'), value: '2026-11-20', must: true },
    }),
    other: (form) => act(form) !== 'confirm',
    refuses: [400, 404, 422],
    effect: 'once',
  }),
  // Without a scan there is nothing to take in.
  form('/console/s/:key/papers/:id/post', {
    ...office,
    ids: sent,
    files: true,
    form: () => ({
      receivedOn: { kind: day('2026-11-20', '2026-11-20'), value: '2026-11-20', must: true },
      keptAt: { kind: line(200), value: 'папка 7', must: true },
    }),
    ok: 422,
    refuses: [400, 404, 422],
    effect: 'none',
  }),
];
