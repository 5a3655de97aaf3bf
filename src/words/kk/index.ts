import type { Translation } from '../translation.ts';
import { labels } from './labels.ts';
import { staffRoles } from './staff-roles.ts';

/** The Kazakh catalogue: the same flat keys; plural suffixes `_one`, `_other`. */
export const kk: Translation = {
  ...labels,
  ...staffRoles,
};
