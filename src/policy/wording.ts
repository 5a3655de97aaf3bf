/**
 * The rules about the wording itself. Of it people see more than a program: what the officer notes under one
 * of these stands in the place of what the rule finds.
 */
export const wordingRules: readonly string[] = ['KL-28', 'KL-29', 'KL-36', 'KL-46', 'KL-47'];
