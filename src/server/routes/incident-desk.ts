import type { Admitted, Route } from '../route.ts';
import {
  actOnIncident,
  addIncident,
  affectedFile,
  amendIncidentPage,
  breachFile,
  changeIncident,
  incidentPage,
  incidents,
  newIncident,
} from './incidents.ts';
import { office } from './office-row.ts';
import { addTest, changePlaces, measuresPage, placesPage } from './registers.ts';

const decides: Admitted = ['approver', 'officer'];

/** Incidents, measures and places of storage: who enters and works on them, who decides. */
export const incidentRoutes: readonly Route[] = [
  office({
    ...{ method: 'GET', url: '/incidents', roles: decides },
    handle: async (call) => ({ page: await incidents(call) }),
  }),
  office({ method: 'POST', url: '/incidents', roles: ['officer'], handle: addIncident }),
  office({
    ...{ method: 'GET', url: '/incidents/new', roles: ['officer'] },
    handle: async (call) => ({ page: await newIncident(call) }),
  }),
  office({
    ...{ method: 'GET', url: '/incidents/:id', roles: decides },
    handle: async (call) => ({ page: await incidentPage(call) }),
  }),
  office({ method: 'POST', url: '/incidents/:id', roles: decides, handle: actOnIncident }),
  office({
    ...{ method: 'GET', url: '/incidents/:id/amend', roles: ['officer'] },
    handle: async (call) => ({ page: await amendIncidentPage(call) }),
  }),
  office({ method: 'POST', url: '/incidents/:id/amend', roles: ['officer'], handle: changeIncident }),
  office({
    method: 'GET',
    url: '/incidents/:id/notice.ru.pdf',
    roles: ['officer'],
    handle: breachFile('ru'),
  }),
  office({
    method: 'GET',
    url: '/incidents/:id/notice.kk.pdf',
    roles: ['officer'],
    handle: breachFile('kk'),
  }),
  office({ method: 'GET', url: '/incidents/:id/affected.csv', roles: ['officer'], handle: affectedFile }),
  office({
    ...{ method: 'GET', url: '/measures', roles: decides },
    handle: async (call) => ({ page: await measuresPage(call) }),
  }),
  office({ method: 'POST', url: '/measures', roles: ['officer'], handle: addTest }),
  office({
    ...{ method: 'GET', url: '/places', roles: decides },
    handle: async (call) => ({ page: await placesPage(call) }),
  }),
  office({ method: 'POST', url: '/places', roles: ['officer'], handle: changePlaces }),
];
