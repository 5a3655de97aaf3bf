/** The rights every policy owes, with the paragraph that grants each. @law 94-V Art. 24(1) */
export const articlesOfRights: Readonly<Record<string, string>> = {
  know_access: '94-V Art. 24(1)(1)',
  correct: '94-V Art. 24(1)(2)',
  block_restrict: '94-V Art. 24(1)(3)',
  delete: '94-V Art. 24(1)(4)',
  withdraw_consent: '94-V Art. 24(1)(5)',
  stop_dissemination: '94-V Art. 24(1)(6)',
  compensation: '94-V Art. 24(1)(7)',
};

/** Their labels, in the order of the law. */
export const rightsOfLaw: readonly string[] = Object.keys(articlesOfRights);
