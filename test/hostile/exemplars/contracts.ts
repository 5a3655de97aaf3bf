import { type Exemplar, form, page } from '../exemplar.ts';
import { choice } from '../kinds.ts';

const office = { who: 'officer' as const, weight: 2 };

/** Contracts: the policy of this place does not say that a party is identified, so none is made. */
export const contractExemplars: readonly Exemplar[] = [
  page('/s/:key/me/contracts', { who: 'subject', weight: 2 }),
  page('/console/s/:key/contracts', { ...office, query: () => ({ after: { kind: choice([]), value: '' } }) }),
  page('/console/s/:key/subjects/:id/contracts', { ...office, ids: { id: 'subject' }, recorded: true }),
  form('/console/s/:key/subjects/:id/contracts', {
    ...{ who: 'officer', ids: { id: 'subject' }, recorded: true, ok: 422, effect: 'none' },
    form: () => ({
      act: { kind: choice(['conclude'], ['end', 'answer', 'compare']), value: 'conclude', must: true },
    }),
    refuses: [400, 404, 422],
  }),
];
