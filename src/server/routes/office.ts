import { isId } from '../../base/index.ts';
import {
  type ApiKeyRecord,
  answerRequest,
  checkStoredLog,
  findSubjects,
  inForce,
  issueKey,
  keyStateOf,
  listKeys,
  listMessages,
  listRequests,
  listSubjects,
  logState,
  openMessage,
  openRequest,
  readForStaff,
  revokeKey,
  sayReasons,
  subjectCard,
} from '../../system/index.ts';
import type { FieldError, Page } from '../pages.ts';
import { type Admitted, type Answer, field, type Route, type StaffServiceCall } from '../route.ts';
import { consentView } from '../views/consents.ts';
import { entryView } from '../views/entries.ts';
import { fieldErrors, oneError } from '../views/problems.ts';
import { approve, approvePage, boardPage } from './approval.ts';
import { checkpointView } from './public.ts';
import { requestView } from './requests.ts';
import { changesPage, decideVersion, versionsPage } from './versions.ts';

const pageSize = 50;

type Handle = (call: StaffServiceCall) => Promise<Answer>;

interface Office {
  readonly method: Route['method'];
  readonly url: string;
  readonly roles: Admitted;
  readonly handle: Handle;
}

/** The console's pages say who is signed in. */
const office = ({ method, url, roles, handle }: Office): Route => ({
  method,
  url: `/console/s/:key${url}`,
  who: 'staff',
  scope: 'service',
  roles,
  handle: async (call) => {
    const answer = await handle(call);
    return 'page' in answer ? { ...answer, frame: { ...answer.frame, who: call.staff.name } } : answer;
  },
});

const baseOf = (call: StaffServiceCall) => `/console/s/${call.service.key}`;
const cursor = (call: StaffServiceCall) =>
  isId(call.query.after ?? '') ? { after: call.query.after as string } : {};

function moreOf(call: StaffServiceCall, rows: readonly { id: string }[]): { more?: string } {
  const last = rows.at(-1);
  if (rows.length < pageSize || !last) return {};
  const query = new URLSearchParams({ ...call.query, after: last.id });
  return { more: `?${query}` };
}

async function subjects(call: StaffServiceCall): Promise<Page> {
  const { rows, total } = await listSubjects(call.world, {
    service: call.service.id,
    ...cursor(call),
    limit: pageSize,
  });
  const search = { value: '', errors: [] };
  const views = rows.map(({ id, createdAt, policyHash }) => ({
    id,
    createdAt,
    policy: policyHash,
    href: `${baseOf(call)}/subjects/${id}`,
  }));
  return { page: 'subjects', rows: views, total, search, ...moreOf(call, rows) };
}

/** Finds a person by exact e-mail or phone; sent as a form, so that the address stands in no URL. */
async function search(call: StaffServiceCall): Promise<Answer> {
  const value = field(call.form, 'address').trim();
  const kind = value.includes('@') ? ('email' as const) : ('phone' as const);
  const found =
    value === ''
      ? []
      : await findSubjects(call.world, call.staff, { service: call.service.id, field: kind, value });
  if (found.length === 1) return { to: `${baseOf(call)}/subjects/${found[0]}` };
  const page = (await subjects(call)) as Page & { page: 'subjects' };
  const errors = oneError(call.speaker, found.length === 0 ? 'nobody-found' : 'several-found', 'address');
  return { page: { ...page, search: { value, errors } }, status: 404 };
}

async function subjectPage(
  call: StaffServiceCall,
  read?: (Page & { page: 'subject' })['read'],
): Promise<Page> {
  const { speaker } = call;
  const { record, consents, entries } = await subjectCard(call.world, {
    service: call.service,
    id: call.params.id ?? '',
  });
  const { policy } = await inForce(call.world, call.service);
  const around = { speaker, base: `/s/${call.service.key}` };
  return {
    page: 'subject',
    id: record.id,
    createdAt: record.createdAt,
    consents: consents.map((row) => consentView(call.world, row, around)),
    entries: entries.map((row) => entryView(speaker, row)),
    categories: policy.data.map(({ category }) => ({
      key: category,
      name: speaker.title('data_categories', category),
    })),
    purposes: policy.purposes.map(({ purpose }) => ({
      key: purpose,
      name: speaker.title('purposes', purpose),
    })),
    ...(read && { read }),
  };
}

/** Reads values of a subject for a purpose; the answer, yes or no, stands on the page with its reasons. */
async function readSubject(call: StaffServiceCall): Promise<Answer> {
  const { speaker, staff, service } = call;
  const matter = field(call.form, 'matter').trim();
  const what = {
    service,
    subject: call.params.id ?? '',
    categories: [...new Set(call.form.get('category') ?? [])],
    purpose: field(call.form, 'purpose'),
    ...(matter !== '' && { matter }),
  };
  await subjectCard(call.world, { service, id: what.subject });
  const answer = await readForStaff(call.world, { id: staff.id, role: 'officer', keys: staff.keys }, what);
  const values = Object.entries(answer.values).map(([key, value]) => ({
    name: speaker.title('data_categories', key),
    value,
  }));
  const { allowed, because } = answer.decision;
  const read = { allowed, values, because: sayReasons(speaker, because) };
  return { page: await subjectPage(call, read), status: allowed ? 200 : 403 };
}

const states = ['open', 'done', 'refused'] as const;

async function requests(call: StaffServiceCall): Promise<Page> {
  const asked = call.query.state ?? 'open';
  const state = states.find((known) => known === asked);
  const ask = { service: call.service.id, ...(state && { state }), ...cursor(call), limit: pageSize };
  const rows = await listRequests(call.world, ask);
  const views = rows.map((row) => ({
    ...requestView(call.world, call.speaker, { row }),
    href: `${baseOf(call)}/requests/${row.id}`,
  }));
  return { page: 'requests', rows: views, state: state ?? 'all', ...moreOf(call, rows) };
}

async function requestPage(call: StaffServiceCall, errors: readonly FieldError[] = []): Promise<Page> {
  const { row, words, law } = await openRequest(call.world, call.staff, {
    service: call.service,
    id: call.params.id ?? '',
  });
  return {
    page: 'request',
    request: requestView(call.world, call.speaker, { row, words }),
    law: sayReasons(call.speaker, law),
    errors,
  };
}

async function answer(call: StaffServiceCall): Promise<Answer> {
  const outcome = field(call.form, 'outcome') === 'refused' ? ('refused' as const) : ('done' as const);
  const what = {
    service: call.service,
    id: call.params.id ?? '',
    answer: field(call.form, 'answer'),
    outcome,
  };
  const done = await answerRequest(call.world, call.staff, what);
  if ('ok' in done) return { to: `${baseOf(call)}/requests`, flash: call.speaker.say('page.flash.answered') };
  return { page: await requestPage(call, oneError(call.speaker, done.problem, 'answer')), status: 422 };
}

async function outbox(call: StaffServiceCall): Promise<Page> {
  const rows = await listMessages(call.world, { service: call.service.id, ...cursor(call), limit: pageSize });
  const views = rows.map(({ id, channel, template, createdAt }) => ({
    id,
    channel,
    template,
    createdAt,
    href: `${baseOf(call)}/outbox/${id}`,
  }));
  return { page: 'outbox', rows: views, ...moreOf(call, rows) };
}

async function message(call: StaffServiceCall): Promise<Page> {
  const at = {
    service: call.service,
    id: call.params.id ?? '',
    staff: call.staff.id,
    staffKeys: call.staff.keys,
  };
  const { row, to, text } = await openMessage(call.world, at);
  return {
    page: 'message',
    channel: row.channel,
    template: row.template,
    createdAt: row.createdAt,
    to,
    text,
  };
}

async function ledger(call: StaffServiceCall): Promise<Page> {
  const { recent } = await logState(call.world, call.service);
  const check = await checkStoredLog(call.world, call.service);
  const params = { n: check.size, place: check.problem ?? '' };
  const detail = call.speaker.say(check.ok ? 'page.ledger.verified' : 'page.ledger.differs', params);
  const entries = recent.map((row) => entryView(call.speaker, row));
  return {
    page: 'ledger',
    checkpoint: await checkpointView(call),
    entries,
    verified: { ok: check.ok, detail },
  };
}

type KeyView = (Page & { page: 'keys' })['rows'][number];

function keyView({ speaker, world }: StaffServiceCall, row: ApiKeyRecord): KeyView {
  const { id, name, createdAt, expiresAt, revokedAt, usedOn } = row;
  return {
    ...{ id, name, createdAt, expiresAt },
    state: keyStateOf(row, world.now()),
    purposes: row.purposes.map((purpose) => speaker.label('purposes', purpose)),
    categories: row.categories.map((category) => speaker.label('data_categories', category)),
    ...(revokedAt !== undefined && { revokedAt }),
    ...(usedOn !== undefined && { usedOn }),
  };
}

async function keysPage(
  call: StaffServiceCall,
  more: { shown?: string; errors?: readonly FieldError[] } = {},
): Promise<Page> {
  const { speaker } = call;
  const { policy } = await inForce(call.world, call.service);
  const rows = await listKeys(call.world, call.service.id);
  return {
    page: 'keys',
    rows: rows.map((row) => keyView(call, row)),
    purposes: policy.purposes.map(({ purpose }) => ({
      key: purpose,
      name: speaker.title('purposes', purpose),
    })),
    categories: policy.data.map(({ category }) => ({
      key: category,
      name: speaker.title('data_categories', category),
    })),
    ...(more.shown !== undefined && { shown: more.shown }),
    errors: more.errors ?? [],
  };
}

async function changeKeys(call: StaffServiceCall): Promise<Answer> {
  const revoke = field(call.form, 'revoke');
  if (revoke !== '') {
    await revokeKey(call.world, call.staff, { service: call.service, id: revoke });
    return { to: `${baseOf(call)}/keys`, flash: call.speaker.say('page.flash.key-revoked') };
  }
  const issued = await issueKey(call.world, call.staff, {
    service: call.service,
    name: field(call.form, 'name'),
    purposes: call.form.get('purpose') ?? [],
    categories: call.form.get('category') ?? [],
    days: Number(field(call.form, 'days')),
  });
  if ('key' in issued) return { page: await keysPage(call, { shown: issued.key }) };
  return { page: await keysPage(call, { errors: fieldErrors(call.speaker, issued.problems) }), status: 422 };
}

/** The officer's pages of one service. */
export const officeRoutes: readonly Route[] = [
  office({
    method: 'GET',
    url: '',
    roles: ['officer'],
    handle: async (call) => ({ to: `${baseOf(call)}/board` }),
  }),
  office({
    method: 'GET',
    url: '/board',
    roles: ['officer'],
    handle: async (call) => ({ page: await boardPage(call) }),
  }),
  office({ method: 'GET', url: '/approve', roles: ['officer'], handle: async (call) => approvePage(call) }),
  office({ method: 'POST', url: '/approve', roles: ['officer'], handle: approve }),
  office({
    method: 'GET',
    url: '/versions',
    roles: ['officer'],
    handle: async (call) => ({ page: await versionsPage(call) }),
  }),
  office({
    method: 'GET',
    url: '/versions/:version',
    roles: ['officer'],
    handle: async (call) => ({ page: await changesPage(call) }),
  }),
  office({ method: 'POST', url: '/versions/:version', roles: ['officer'], handle: decideVersion }),
  office({
    method: 'GET',
    url: '/subjects',
    roles: ['officer'],
    handle: async (call) => ({ page: await subjects(call) }),
  }),
  office({ method: 'POST', url: '/subjects', roles: ['officer'], handle: search }),
  office({
    method: 'GET',
    url: '/subjects/:id',
    roles: ['officer'],
    handle: async (call) => ({ page: await subjectPage(call) }),
  }),
  office({ method: 'POST', url: '/subjects/:id', roles: ['officer'], handle: readSubject }),
  office({
    method: 'GET',
    url: '/requests',
    roles: ['officer'],
    handle: async (call) => ({ page: await requests(call) }),
  }),
  office({
    method: 'GET',
    url: '/requests/:id',
    roles: ['officer'],
    handle: async (call) => ({ page: await requestPage(call) }),
  }),
  office({ method: 'POST', url: '/requests/:id', roles: ['officer'], handle: answer }),
  office({
    method: 'GET',
    url: '/outbox',
    roles: ['officer'],
    handle: async (call) => ({ page: await outbox(call) }),
  }),
  office({
    method: 'GET',
    url: '/outbox/:id',
    roles: ['officer'],
    handle: async (call) => ({ page: await message(call) }),
  }),
  office({
    method: 'GET',
    url: '/ledger',
    roles: ['officer'],
    handle: async (call) => ({ page: await ledger(call) }),
  }),
  office({
    method: 'GET',
    url: '/keys',
    roles: ['officer'],
    handle: async (call) => ({ page: await keysPage(call) }),
  }),
  office({ method: 'POST', url: '/keys', roles: ['officer'], handle: changeKeys }),
];
