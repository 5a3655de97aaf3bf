/** The rights one may claim, as forms name them: written out here, so that a form that lost one is seen. */
export const rights = [
  'know_access',
  'copy',
  'export',
  'correct',
  'block_restrict',
  'delete',
  'withdraw_consent',
  'stop_dissemination',
  'stop_processing',
  'object',
  'complain_authority',
  'complain_court',
  'compensation',
  'human_review',
  'opt_out_mailing',
  'other_by_law',
];
