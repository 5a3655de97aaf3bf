import type { StaffRole } from '../../gate/index.ts';
import {
  completeSetUp,
  endSession,
  everyRole,
  listRequests,
  listServices,
  rolesAt,
  type ServiceSurvey,
  setUpOffer,
  staffSignIn,
  surveyService,
} from '../../system/index.ts';
import { placesOf } from '../admission.ts';
import { clearSession, tokenOf } from '../cookies.ts';
import { deviceOf } from '../device.ts';
import type { Page } from '../pages.ts';
import { type Answer, type Call, field, type Route, type StaffCall } from '../route.ts';
import { countsOf, headOfService } from '../views/heads.ts';
import { fieldErrors, oneError } from '../views/problems.ts';
import { grantedViews, namedPlaces } from '../views/staff.ts';
import { backOf, enteringRoutes, nextStep } from './entering.ts';
import { officeRoutes } from './office.ts';
import { requestView } from './requests.ts';

const consolePath = '/console';

/** The page of a set-up link: what is asked depends on whom the link is for. */
async function setUpView(call: Call, token: string): Promise<(Page & { page: 'set-up' }) | undefined> {
  const offer = await setUpOffer(call.world, token);
  if (!offer) return undefined;
  const { invited } = offer;
  if (!invited) return { page: 'set-up', token, errors: [] };
  const granted = grantedViews(call, await namedPlaces(call), invited.grants);
  return { page: 'set-up', token, invited: { ...invited, granted }, errors: [] };
}

async function setUpPage(call: Call): Promise<Answer> {
  const page = await setUpView(call, call.query.token ?? '');
  if (page) return { page };
  const title = call.speaker.sayCode('problem', 'link-void');
  const help = call.speaker.sayCode('problem', 'link-void.help');
  return { page: { page: 'refused', status: 410, title, because: [], reasons: [], help }, status: 410 };
}

async function setUp(call: Call): Promise<Answer> {
  const form = {
    token: field(call.form, 'token'),
    name: field(call.form, 'name'),
    email: field(call.form, 'email'),
    password: field(call.form, 'password'),
    language: call.speaker.language,
  };
  const done = await completeSetUp(call.world, form);
  if ('session' in done) return nextStep(call, { ...done, role: 'staff-enrol' });
  const { token, name, email } = form;
  const page = (await setUpView(call, token)) ?? { page: 'set-up' as const, token };
  return { page: { ...page, name, email, errors: fieldErrors(call.speaker, done.problems) }, status: 422 };
}

async function signInWithPassword(call: Call): Promise<Answer> {
  const email = field(call.form, 'email');
  const password = field(call.form, 'password');
  const from = call.request.client.prefix;
  const back = backOf(call);
  const done = await staffSignIn(call.world, { email, password, from, client: deviceOf(call.request) });
  if ('session' in done) return nextStep(call, { ...done, ...back });
  return {
    page: { page: 'staff-sign-in', email, ...back, errors: oneError(call.speaker, done.problem) },
    status: 422,
  };
}

/** Which roles work with which figures of a service. */
const figures = {
  subjects: ['analyst', 'officer'],
  open: ['analyst', 'support', 'approver', 'officer'],
  overdue: ['analyst', 'support', 'approver', 'officer'],
  pending: ['admin', 'officer'],
  late: ['officer'],
  incidents: ['approver', 'officer'],
  incidentsLate: ['approver', 'officer'],
  papers: ['officer'],
  papersLate: ['officer'],
  broken: ['officer'],
  damaged: ['admin', 'officer'],
} as const satisfies Readonly<Record<string, readonly StaffRole[]>>;

/** The services one works for, each with what one's roles there have to do with. */
async function today(call: StaffCall): Promise<Page> {
  const all = await listServices(call.world);
  const mine = all.filter(({ id }) => rolesAt(call.staff, id).length > 0);
  const surveys = await Promise.all(mine.map((service) => surveyService(call.world, service)));
  const services = await Promise.all(surveys.map((survey) => atAGlance(call, survey)));
  const answering = surveys.filter((_, index) => services[index]?.places.includes('requests'));
  if (answering.length === 0) return { page: 'today', services };
  const due = (await Promise.all(answering.map((survey) => dueAt(call, survey)))).flat();
  due.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.receivedAt - b.receivedAt));
  return { page: 'today', services, due };
}

async function atAGlance(call: StaffCall, survey: ServiceSurvey) {
  const { service } = survey;
  const held = rolesAt(call.staff, service.id);
  const seen = (Object.keys(figures) as (keyof typeof figures)[])
    .filter((name) => (figures[name] as readonly StaffRole[]).some((role) => held.includes(role)))
    .map((name) => [name, survey[name]] as const);
  return {
    ...(await headOfService(call, service, 'staff')),
    places: placesOf(officeRoutes, call.staff, service),
    roles: held.map((role) => call.speaker.sayCode('role', role)),
    counts: countsOf(call.boards.last(service)),
    ...Object.fromEntries(seen),
  };
}

async function dueAt(call: StaffCall, { service }: ServiceSurvey) {
  const head = await headOfService(call, service);
  const rows = await listRequests(call.world, service.id, { state: 'open', limit: 100 });
  return rows.map((row) => ({
    ...requestView(call.world, call.speaker, { row }),
    service: head,
    href: `/console/s/${service.key}/requests/${row.id}`,
  }));
}

/** Pages of the console that belong to no service: set-up, sign-in, today. */
export const consoleRoutes: readonly Route[] = [
  { method: 'GET', url: '/console/set-up', who: 'anyone', scope: 'house', handle: setUpPage },
  { method: 'POST', url: '/console/set-up', kind: 'secret', who: 'anyone', scope: 'house', handle: setUp },
  {
    method: 'GET',
    url: '/console/sign-in',
    who: 'anyone',
    scope: 'house',
    handle: async (call) => ({ page: { page: 'staff-sign-in', errors: [], ...backOf(call) } }),
  },
  {
    method: 'POST',
    url: '/console/sign-in',
    kind: 'secret',
    who: 'anyone',
    scope: 'house',
    handle: signInWithPassword,
  },
  ...enteringRoutes,
  {
    method: 'POST',
    url: '/console/sign-out',
    who: 'anyone',
    scope: 'house',
    handle: async ({ world, request, reply }) => {
      for (const holder of ['staff', 'staff-step'] as const) {
        await endSession(world, tokenOf(request, holder));
        clearSession({ request, reply }, holder);
      }
      return { to: '/console/sign-in' };
    },
  },
  {
    method: 'GET',
    url: consolePath,
    who: 'staff',
    scope: 'house',
    roles: everyRole,
    held: 'anywhere',
    handle: async (call) => ({ page: await today(call) }),
  },
];
