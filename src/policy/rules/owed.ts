/** The rights every policy owes. @law 94-V Art. 24(1) */
export const owed: readonly string[] = [
  'know_access',
  'correct',
  'block_restrict',
  'delete',
  'withdraw_consent',
  'stop_dissemination',
  'compensation',
];
