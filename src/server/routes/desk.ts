import { languages } from '../../base/index.ts';
import {
  countRequests,
  findSubjects,
  type Intake,
  type IntakeChannel,
  intakeChannels,
  kindOfAddress,
  listRequests,
  type RequestRecord,
  requestsByNumber,
  requestsOf,
  rightKinds,
  takeIn,
  today,
} from '../../system/index.ts';
import type { FieldError, Page, RequestsPage } from '../pages.ts';
import { type Answer, chosen, cursorOf, field, malformed, type StaffServiceCall } from '../route.ts';
import { fieldErrors, oneError } from '../views/problems.ts';
import { baseOf, moreOf, pageSize } from './paging.ts';
import { instantOf } from './request-import.ts';
import { requestView } from './requests.ts';

const states = ['open', 'late', 'waiting', 'done', 'refused', 'all'] as const;
const channels: readonly IntakeChannel[] = ['cabinet', 'form', ...intakeChannels];

const kindsOf = (call: StaffServiceCall) =>
  rightKinds.map((key) => ({ key, name: call.speaker.title('rights', key) }));
const channelsOf = (call: StaffServiceCall, keys: readonly IntakeChannel[]) =>
  keys.map((key) => ({ key, name: call.speaker.sayCode('intake', key) }));

/** What narrows a list, by its address. @throws KepilError `ERR_BAD_REQUEST` for a word that is not ours */
function narrowing({ query }: StaffServiceCall) {
  const asked = { state: query.state ?? 'open', kind: query.kind ?? '', channel: query.channel ?? '' };
  const state = states.find((known) => known === asked.state);
  const channel = channels.find((known) => known === asked.channel);
  const kind = rightKinds.find((known) => known === asked.kind);
  if (state === undefined || (asked.channel !== '' && !channel) || (asked.kind !== '' && !kind))
    throw malformed();
  return { state, ...(kind && { kind }), ...(channel && { channel }) };
}

/** Requests of a service; those that wait for an answer unless asked otherwise. */
export async function requests(call: StaffServiceCall): Promise<Page> {
  const { state, ...only } = narrowing(call);
  const late = state === 'late' ? { state: 'open' as const, dueBefore: today(call.world) } : { state };
  const ask = { ...late, ...only, ...cursorOf(call.query), limit: pageSize };
  const rows = await listRequests(call.world, call.service.id, ask);
  return listPage(call, { rows, more: moreOf(call, rows), search: { value: '', errors: [], found: false } });
}

async function listPage(
  call: StaffServiceCall,
  what: {
    readonly rows: readonly RequestRecord[];
    readonly more: { more?: string };
    readonly search: RequestsPage['search'];
  },
): Promise<Page> {
  const { state, kind = '', channel = '' } = narrowing(call);
  const rows = what.rows.map((row) => ({
    ...requestView(call.world, call.speaker, { row }),
    href: `${baseOf(call)}/requests/${row.id}`,
  }));
  return {
    page: 'requests',
    rows,
    state,
    kinds: kindsOf(call),
    channels: channelsOf(call, channels),
    chosen: { kind, channel },
    counts: await countRequests(call.world, call.service.id),
    search: what.search,
    ...what.more,
  };
}

/**
 * Finds requests by their number, or by the exact e-mail or phone of a person; sent as a form, so that the
 * address stands in no URL.
 */
export async function findRequests(call: StaffServiceCall): Promise<Answer> {
  const value = field(call.form, 'find').trim();
  const address = kindOfAddress(value);
  const numbered = await requestsByNumber(call.world, call.service.id, value);
  if (numbered.length === 1) return { to: `${baseOf(call)}/requests/${numbered[0]?.id}` };
  const at = { service: call.service.id, value };
  const people =
    address && numbered.length === 0
      ? await findSubjects(call.world, call.clerk, { ...at, field: address })
      : [];
  const rows = [...numbered, ...(await requestsOf(call.world, call.service.id, people))];
  const errors = rows.length > 0 ? [] : oneError(call.speaker, 'no-request-found', 'find');
  const page = await listPage(call, { rows, more: {}, search: { value, errors, found: true } });
  return { page, status: rows.length > 0 ? 200 : 404 };
}

const intakeFields = [
  'channel',
  'receivedOn',
  'receivedAt',
  'kind',
  'address',
  'name',
  'answerTo',
  'language',
  'words',
] as const;

/** The form by which staff take in a request that came by another way than the cabinet. */
export async function takeInPage(
  call: StaffServiceCall,
  sent: Readonly<Record<string, string>> = {},
  errors: readonly FieldError[] = [],
): Promise<Page> {
  return {
    page: 'take-in',
    channels: channelsOf(call, intakeChannels),
    kinds: kindsOf(call),
    languages: languages.map((key) => ({ key, name: call.speaker.sayCode('language', key) })),
    today: today(call.world),
    sent,
    errors,
  };
}

/** Takes a request in. */
export async function enterRequest(call: StaffServiceCall): Promise<Answer> {
  const sent = Object.fromEntries(intakeFields.map((name) => [name, field(call.form, name)]));
  const taken = await takeIn(call.world, call.clerk, intakeOf(call));
  if ('request' in taken) {
    const date = call.speaker.date(taken.request.dueOn);
    const said = taken.masked ? 'page.flash.request-taken-in-masked' : 'page.flash.request-taken-in';
    const to = `${baseOf(call)}/requests/${taken.request.id}`;
    return { to, flash: call.speaker.say(said, { date }) };
  }
  const errors = fieldErrors(call.speaker, taken.problems);
  return { page: await takeInPage(call, sent, errors), status: 422, frame: { here: 'requests' } };
}

function intakeOf(call: StaffServiceCall): Intake {
  const { form } = call;
  const channel = chosen<IntakeChannel>(form, 'channel', intakeChannels);
  return {
    service: call.service,
    channel,
    kind: field(form, 'kind'),
    words: field(form, 'words'),
    receivedAt: instantOf(call, field(form, 'receivedOn').trim(), field(form, 'receivedAt').trim()),
    address: field(form, 'address'),
    name: field(form, 'name'),
    answerTo: field(form, 'answerTo'),
    language: chosen(form, 'language', languages) ?? call.speaker.language,
  };
}
