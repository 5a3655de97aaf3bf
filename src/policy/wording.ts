/**
 * The rules about the wording itself. What of it no program sees is noted by the officer under one of these.
 */
export const wordingRules: readonly string[] = ['KL-28', 'KL-29', 'KL-30', 'KL-36', 'KL-46', 'KL-47'];
