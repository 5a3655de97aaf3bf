import type { Translation } from '../translation.ts';
import { input } from './input.ts';
import { limits } from './limits.ts';
import { services } from './services.ts';
import { source } from './source.ts';
import { staffRoles } from './staff-roles.ts';

/** The English catalogue: the same flat keys; plural suffixes `_one`, `_other`. */
export const en: Translation = {
  ...input,
  ...limits,
  ...source,
  ...services,
  ...staffRoles,
};
