import { type Exemplar, form, page, secretBytes } from '../exemplar.ts';
import { choice, tick } from '../kinds.ts';

const office = { who: 'officer' as const };

/** How consents are given, and the forms in which a service takes them. */
export const consentExemplars: readonly Exemplar[] = [
  page('/s/:key/me/give', { who: 'subject', weight: 2 }),
  form('/s/:key/me/give', {
    who: 'subject',
    recorded: true,
    bears: secretBytes,
    form: () => ({
      key: { kind: choice(['base', 'marketing_notices']), value: 'base', must: true },
      form: { kind: choice(['checkbox'], ['sms', 'written_scan']), value: 'checkbox', must: true },
      agree: { kind: tick, value: 'yes', must: true },
    }),
    refuses: [400, 422],
    effect: 'changes',
  }),
  page('/console/s/:key/consents', office),
  form('/console/s/:key/consents', {
    ...office,
    form: () => ({
      forms: { kind: choice(['checkbox', 'sms', 'written_scan']), value: 'checkbox', must: true, many: true },
    }),
    effect: 'changes',
  }),
];
