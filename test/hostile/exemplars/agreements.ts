import { type Exemplar, form, page } from '../exemplar.ts';
import { choice, day, email, exactly, tick, words } from '../kinds.ts';
import type { Place } from '../place.ts';

const agreementOf = ({ secrets }: Place) => secrets.agreement ?? '';
const digestOf = ({ secrets }: Place) => secrets.agreed ?? '';
const inOrder = (place: Place) => ({
  agreement: { kind: exactly(agreementOf(place)), value: agreementOf(place), must: true },
  sha256: { kind: exactly(digestOf(place)), value: digestOf(place), must: true },
});
const kib = 1024;
const either = { allows: () => undefined, near: [] };
const office = { who: 'officer' as const, weight: 2 };

/** Documents that people accept apart from any consent. */
export const agreementExemplars: readonly Exemplar[] = [
  page('/s/:key/agreements'),
  page('/s/:key/agreements/:kind', { ids: { kind: 'accepted' } }),
  page('/s/:key/agreements/:kind/:number', { ids: { kind: 'accepted', number: 'version' } }),
  page('/api/v1/s/:key/agreements'),
  page('/s/:key/limited'),
  form('/s/:key/limited', {
    costs: 3,
    strict: true,
    form: (place) => {
      const { agreement, sha256 } = inOrder(place);
      return {
        [`agree.${agreement.value}`]: { kind: tick, value: 'yes', must: true },
        [`sha256.${agreement.value}`]: sha256,
        address: { kind: email, value: 'erlan.prostoi@example.kz', must: true },
        adult: { kind: tick, value: 'yes', must: true },
      };
    },
    ok: 200,
  }),
  page('/s/:key/me/agreements', { who: 'subject', weight: 2 }),
  form('/s/:key/me/agreements', {
    who: 'subject',
    strict: true,
    form: (place) => ({ ...inOrder(place), agree: { kind: tick, value: 'yes', must: true } }),
    effect: 'once',
  }),
  page('/console/s/:key/agreements', office),
  page('/console/s/:key/agreements/:id', { ...office, ids: { id: 'agreement' } }),
  form('/console/s/:key/agreements/:id', {
    ...{ who: 'officer', ids: { id: 'agreement' } },
    form: () => ({ act: { kind: choice(['end'], ['approve']), value: 'end', must: true } }),
    refuses: [400, 403, 404, 422],
    effect: 'once',
  }),
  form('/console/s/:key/agreements', {
    ...{ who: 'officer', bears: 1024 * kib, costs: 3 },
    form: () => ({
      kind: { kind: choice(['user-agreement', 'terms-of-use']), value: 'terms-of-use', must: true },
      effectiveOn: { kind: day('2026-11-20', '2099-12-31'), value: '2026-12-01', must: true },
      'text.ru': { kind: words(50_000), value: '1. Заказ хранится три дня.', must: true },
      'text.kk': { kind: either, value: '' },
    }),
  }),
];
