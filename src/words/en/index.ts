import type { Translation } from '../translation.ts';

/** The English catalogue: the same flat keys; plural suffixes `_one`, `_other`. */
export const en: Translation = {};
