import { type Exemplar, form, page } from '../exemplar.ts';
import { choice, day, exactly, line, number, uuid } from '../kinds.ts';

const officer = { who: 'officer' as const };
const category = { ids: { category: 'termed' as const } };
const cursor = { kind: choice([]), value: '' };

/** Terms of categories, what is due, holds. */
export const retentionExemplars: readonly Exemplar[] = [
  page('/console/s/:key/terms', officer),
  page('/console/s/:key/terms/:category', { ...officer, ...category }),
  form('/console/s/:key/terms/:category', {
    ...officer,
    ...category,
    name: 'set',
    form: () => ({
      act: { kind: exactly('set'), value: 'set', must: true },
      length: { kind: number(1, 1200), value: '6', must: true },
      unit: { kind: choice(['months', 'days']), value: 'months', must: true },
      reason: { kind: choice(['purpose', 'law', 'claims', 'order']), value: 'order', must: true },
      note: { kind: line(200), value: 'Приказ № 7' },
    }),
    back: { url: '/console/s/test/terms/full_name', field: 'note' },
    effect: 'changes',
    weight: 3,
  }),
  form('/console/s/:key/terms/:category', {
    ...officer,
    ...category,
    name: 'drop',
    form: () => ({ act: { kind: exactly('drop'), value: 'drop', must: true } }),
    effect: 'once',
  }),
  page('/console/s/:key/due', {
    ...officer,
    query: () => ({ after: cursor, on: { kind: day('1970-01-01', '2099-12-31'), value: '2027-01-20' } }),
  }),
  page('/console/s/:key/holds', officer),
  form('/console/s/:key/holds', {
    ...officer,
    name: 'put',
    form: ({ ids }) => ({
      act: { kind: exactly('put'), value: 'put', must: true },
      subject: { kind: uuid(ids.subject.good[0] ?? ''), value: ids.subject.good[0] ?? '' },
      category: { kind: choice(['email', 'phone', 'full_name']), value: 'phone', many: true },
      kind: { kind: choice(['dispute', 'check', 'law']), value: 'dispute', must: true },
      basis: { kind: line(200), value: 'Дело № 12', must: true },
    }),
    effect: 'once',
    weight: 3,
  }),
  form('/console/s/:key/holds', {
    ...officer,
    name: 'lift',
    form: ({ ids }) => ({
      act: { kind: exactly('lift'), value: 'lift', must: true },
      hold: { kind: uuid(ids.subject.good[0] ?? ''), value: ids.subject.good[0] ?? '', must: true },
    }),
    refuses: [404, 400],
    effect: 'none',
  }),
];
