import type { Route } from './route.ts';
import { agreementRoutes } from './routes/agreements.ts';
import { cabinetRoutes } from './routes/cabinet.ts';
import { claimRoutes } from './routes/claims.ts';
import { consoleRoutes } from './routes/console.ts';
import { guardianRoutes } from './routes/guardians.ts';
import { languageRoutes } from './routes/languages.ts';
import { officeRoutes } from './routes/office.ts';
import { optOutRoutes } from './routes/opt-out.ts';
import { namedRoutes } from './routes/others.ts';
import { publicRoutes } from './routes/public.ts';
import { registrationRoutes } from './routes/registration.ts';
import { securityRoutes } from './routes/security.ts';
import { signInRoutes } from './routes/sign-in.ts';
import { staffRoutes } from './routes/staff.ts';
import { staffProveRoutes } from './routes/staff-prove.ts';
import { staffSecurityRoutes } from './routes/staff-security.ts';
import { staffSessionRoutes } from './routes/staff-sessions.ts';

/** Every page of the server, with who may come. */
export const routes: readonly Route[] = [
  ...publicRoutes,
  ...agreementRoutes,
  ...claimRoutes,
  ...optOutRoutes,
  ...namedRoutes,
  ...guardianRoutes,
  ...languageRoutes,
  ...registrationRoutes,
  ...signInRoutes,
  ...cabinetRoutes,
  ...securityRoutes,
  ...consoleRoutes,
  ...officeRoutes,
  ...staffRoutes,
  ...staffSessionRoutes,
  ...staffProveRoutes,
  ...staffSecurityRoutes,
];
