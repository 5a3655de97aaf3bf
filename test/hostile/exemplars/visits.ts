import { type Exemplar, form, page } from '../exemplar.ts';
import { choice, exactly, type Kind, number } from '../kinds.ts';

const cursor = { kind: choice([]), value: '' };

/** Days within what the policy says, which may be few. */
const days = number(1, 9999);
const visitDays: Kind = { ...days, allows: (text) => (days.allows(text) === false ? false : undefined) };

/** What is recorded of visits. */
export const visitExemplars: readonly Exemplar[] = [
  page('/s/:key/me/visits', { who: 'subject', query: () => ({ after: cursor }) }),
  form('/s/:key/me/visits', { who: 'subject', weight: 2 }),
  page('/console/s/:key/visits', { who: 'officer' }),
  form('/console/s/:key/subjects/:id/visits', {
    who: 'officer',
    ids: { id: 'subject' },
    form: ({ ids }) => ({
      visitsMatter: {
        kind: exactly(ids.request.good[0] ?? ''),
        value: ids.request.good[0] ?? '',
        must: true,
      },
    }),
    ok: 200,
    refuses: [403, 422, 400],
    recorded: true,
    effect: 'once',
  }),
  form('/console/s/:key/settings/visits', {
    who: 'officer',
    form: () => ({ visitDays: { kind: visitDays, value: '7' } }),
    effect: 'once',
    weight: 2,
  }),
];
