import { type Exemplar, form, page } from '../exemplar.ts';
import { address, choice, exactly, line, words } from '../kinds.ts';
import { rights } from '../rights.ts';

const who = {
  name: { kind: line(200), value: 'Мадина Придуманная', must: true },
  answerTo: { kind: line(300), value: 'Шымкент, улица Вымышленная, 1', must: true },
  language: { kind: choice(['ru', 'kk', 'en'], ['']), value: 'ru' },
};
const said = { kind: words(5000), value: 'Есть ли у вас данные?', must: true };
/** Forms of people without an account. Nobody is known by the address of the child: nothing is blocked. */
export const claimExemplars: readonly Exemplar[] = [
  page('/s/:key/claim'),
  form('/s/:key/claim', {
    form: () => ({ kind: { kind: choice(rights), value: 'know_access', must: true }, words: said, ...who }),
    effect: 'changes',
    limited: true,
  }),
  page('/s/:key/claim/taken', {
    query: () => ({
      number: {
        kind: exactly('20261121-0A1B2', (sent) => /^\s*\d{8}-[0-9A-Fa-f]{5}\s*$/.test(sent)),
        value: '20261121-0A1B2',
        must: true,
      },
      due: {
        kind: exactly('2026-11-25', (sent) => /^\d{4}-\d\d-\d\d$/.test(sent)),
        value: '2026-11-25',
        must: true,
      },
    }),
  }),
  page('/s/:key/child'),
  form('/s/:key/child', {
    form: () => ({
      kind: {
        kind: choice(['delete', 'block_restrict', 'know_access', 'correct']),
        value: 'delete',
        must: true,
      },
      child: { kind: line(200), value: 'Алихан Придуманный', must: true },
      address: { kind: address, value: 'nobody@example.kz', must: true },
      proof: { kind: words(1000), value: 'Мать, свидетельство о рождении.', must: true },
      words: said,
      ...who,
    }),
    effect: 'changes',
    limited: true,
  }),
];
