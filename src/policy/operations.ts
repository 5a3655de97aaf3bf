/**
 * The verbs of the register of operations that a label of the facet `operations` stands for. @law 94-V Art.
 * 1
 */
export const operationVerbs: Readonly<Record<string, string>> = {
  collect: 'collect',
  record: 'accumulate',
  systematise: 'accumulate',
  accumulate: 'accumulate',
  store: 'store',
  clarify: 'change',
  extract: 'read',
  use: 'use',
  transfer: 'transfer',
  disseminate: 'publish',
  provide: 'transfer',
  access: 'read',
  depersonalise: 'deidentify',
  block: 'block',
  delete: 'destroy',
  destroy: 'destroy',
};
