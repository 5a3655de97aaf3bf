/** A right as a label of the facet `rights`. */
export type RightKey =
  | 'know_access'
  | 'copy'
  | 'export'
  | 'correct'
  | 'block_restrict'
  | 'delete'
  | 'withdraw_consent'
  | 'stop_dissemination'
  | 'stop_processing'
  | 'object'
  | 'complain_authority'
  | 'complain_court'
  | 'compensation'
  | 'human_review'
  | 'opt_out_mailing'
  | 'other_by_law';

/**
 * What there is to know about one right. `byLaw`: the person has it whatever the policy says. `desk`: done at
 * once in the cabinet (`self`), decided by the officer (`officer`), or exercised elsewhere, where the service
 * only helps (`outside`).
 */
export interface Right {
  readonly key: RightKey;
  readonly clock: string;
  readonly article: string;
  readonly byLaw: boolean;
  readonly desk: 'self' | 'officer' | 'outside';
}

type Row = readonly [clock: string, article: string, byLaw: boolean, desk: Right['desk']];

const rows: Readonly<Record<RightKey, Row>> = {
  know_access: ['access.reply', '94-V Art. 24(1)(1)', true, 'self'],
  copy: ['access.reply', '94-V Art. 25(2)(6)', true, 'self'],
  // Portability is not in the law: only what the policy promises.
  export: ['access.reply', '94-V Art. 25(2)(6)', false, 'self'],
  correct: ['rectify', '94-V Art. 24(1)(2)', true, 'self'],
  block_restrict: ['block', '94-V Art. 24(1)(3)', true, 'officer'],
  delete: ['destroy.other', '94-V Art. 24(1)(4)', true, 'self'],
  withdraw_consent: ['withdraw.stop', '94-V Art. 24(1)(5)', true, 'self'],
  stop_dissemination: ['public.remove', '94-V Art. 24(1)(6)', true, 'officer'],
  stop_processing: ['withdraw.stop', '94-V Art. 8(7)', true, 'officer'],
  object: ['auto.objection', '94-V Art. 19-1', true, 'officer'],
  complain_authority: ['access.reply', '94-V Art. 30', true, 'outside'],
  complain_court: ['access.reply', '94-V Art. 24(1)(7)', true, 'outside'],
  compensation: ['access.reply', '94-V Art. 24(1)(7)', true, 'officer'],
  human_review: ['auto.objection', 'DC Art. 43', true, 'officer'],
  opt_out_mailing: ['withdraw.stop', '94-V Art. 8(7)', true, 'self'],
  other_by_law: ['access.reply', '94-V Art. 24(1)', true, 'officer'],
};

/**
 * The rights, one row each. Where the law sets no term of its own, the term of a reasoned answer stands.
 *
 * @law 94-V Art. 24(1), 94-V Art. 25(2)(6), 94-V Art. 25(2)(8), DC Art. 43
 */
export const rights: Readonly<Record<RightKey, Right>> = Object.fromEntries(
  Object.entries(rows).map(([key, [clock, article, byLaw, desk]]) => [
    key,
    { key, clock, article, byLaw, desk },
  ]),
) as Readonly<Record<RightKey, Right>>;

/** Whether `text` names a right one can claim here. */
export function isRightKey(text: string): text is RightKey {
  return Object.hasOwn(rights, text);
}
