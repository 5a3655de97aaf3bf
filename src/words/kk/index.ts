import type { Translation } from '../translation.ts';
import { staffRoles } from './staff-roles.ts';

/** The Kazakh catalogue: the same flat keys; plural suffixes `_one`, `_other`. */
export const kk: Translation = { ...staffRoles };
