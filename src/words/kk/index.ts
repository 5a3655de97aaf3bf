import type { Translation } from '../translation.ts';

/** The Kazakh catalogue: the same flat keys; plural suffixes `_one`, `_other`. */
export const kk: Translation = {};
