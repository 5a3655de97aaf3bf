import type { Translation } from '../translation.ts';
import { apiKeys } from './api-keys.ts';
import { cli } from './cli.ts';
import { input } from './input.ts';
import { languages } from './languages.ts';
import { limits } from './limits.ts';
import { services } from './services.ts';
import { signIn } from './sign-in.ts';
import { source } from './source.ts';
import { staffRoles } from './staff-roles.ts';

/** The English catalogue: the same flat keys; plural suffixes `_one`, `_other`. */
export const en: Translation = {
  ...apiKeys,
  ...input,
  ...limits,
  ...cli,
  ...input,
  ...limits,
  ...languages,
  ...source,
  ...services,
  ...signIn,
  ...source,
  ...staffRoles,
};
