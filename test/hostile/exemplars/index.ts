import type { Exemplar } from '../exemplar.ts';
import { agreementExemplars } from './agreements.ts';
import { apiExemplars } from './api.ts';
import { cabinetExemplars } from './cabinet.ts';
import { claimExemplars } from './claims.ts';
import { consentExemplars } from './consents.ts';
import { contractExemplars } from './contracts.ts';
import { deskExemplars } from './desk.ts';
import { disclosureExemplars } from './disclosure.ts';
import { guardianExemplars } from './guardians.ts';
import { houseExemplars } from './house.ts';
import { incidentExemplars } from './incident.ts';
import { mentionExemplars } from './mentions.ts';
import { officeExemplars } from './office.ts';
import { paperExemplars } from './papers.ts';
import { publicExemplars } from './public.ts';
import { retentionExemplars } from './retention.ts';
import { securityExemplars } from './security.ts';
import { visitExemplars } from './visits.ts';

/** What a good request looks like, for every route and every form of the server. */
export const exemplars: readonly Exemplar[] = [
  ...publicExemplars,
  ...cabinetExemplars,
  ...securityExemplars,
  ...retentionExemplars,
  ...visitExemplars,
  ...officeExemplars,
  ...claimExemplars,
  ...consentExemplars,
  ...agreementExemplars,
  ...paperExemplars,
  ...contractExemplars,
  ...mentionExemplars,
  ...guardianExemplars,
  ...deskExemplars,
  ...disclosureExemplars,
  ...incidentExemplars,
  ...houseExemplars,
  ...apiExemplars,
];
