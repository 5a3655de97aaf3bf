import { type Exemplar, form, page } from '../exemplar.ts';
import { address, choice, line, tick } from '../kinds.ts';

/** Naming somebody else: the service of this place expects nobody's data but one's own, and takes none. */
export const mentionExemplars: readonly Exemplar[] = [
  page('/s/:key/me/others', { who: 'subject' }),
  form('/s/:key/me/others', {
    who: 'subject',
    recorded: true,
    limited: true,
    form: () => ({
      act: { kind: choice(['name']), value: 'name', must: true },
      address: { kind: address, value: '+77010009911', must: true },
      name: { kind: line(200), value: 'Мадияр Придуманный' },
      purpose: { kind: choice(['provide_service']), value: 'provide_service', must: true },
      way: { kind: choice(['written', 'electronic', 'oral']), value: 'oral', must: true },
      confirmed: { kind: tick, value: 'yes', must: true },
    }),
    ok: 422,
    refuses: [400, 422],
    effect: 'none',
  }),
  page('/s/:key/named/:token', { ids: { token: 'named' } }),
  form('/s/:key/named/:token', {
    ids: { token: 'named' },
    bare: true,
    form: () => ({}),
    ok: 200,
    refuses: [404, 400],
    effect: 'none',
  }),
];
