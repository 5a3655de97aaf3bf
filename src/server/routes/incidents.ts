import { civilDateAt, KepilError, type Language } from '../../base/index.ts';
import {
  amendIncident,
  breachLanguages,
  closeIncident,
  computeAffected,
  decideAlert,
  decideTelling,
  type IncidentForm,
  type IncidentProblem,
  incidentChoices,
  inForce,
  isTime,
  liftStop,
  listAffected,
  listIncidents,
  mayHandle,
  momentOf,
  noteNotice,
  openIncident,
  printBreach,
  readingLimits,
  registerIncident,
  releaseNames,
  type Threat,
  threats,
} from '../../system/index.ts';
import type { FieldError, IncidentChoices, IncidentValues, Page } from '../pages.ts';
import { type Answer, chosen, cursorOf, field, malformed, type StaffServiceCall, ticked } from '../route.ts';
import { incidentView } from '../views/incidents.ts';
import { fieldErrors, oneError } from '../views/problems.ts';
import { baseOf, moreOf, pageSize } from './paging.ts';

/** Alerts and incidents, newest first. */
export async function incidents(call: StaffServiceCall): Promise<Page> {
  const { speaker } = call;
  const ask = { service: call.service.id, ...cursorOf(call.query), limit: pageSize };
  const rows = await listIncidents(call.world, ask);
  return {
    page: 'incidents',
    rows: rows.map(({ row, late }) => ({
      ...{ id: row.id, state: row.state, detectedAt: row.detectedAt, dueOn: row.dueOn, late },
      source: speaker.sayCode('incident.source', row.source),
      kinds: row.kinds.map((kind) => speaker.sayCode('incident.kind', kind)),
      ...(row.noticeAt !== undefined && { noticeAt: row.noticeAt }),
      href: `${baseOf(call)}/incidents/${row.id}`,
    })),
    limits: readingLimits.map(({ role, people, minutes }) => ({
      role: speaker.sayCode('role', role),
      text: speaker.say('page.incidents.limit', { people, minutes }),
    })),
    may: mayHandle(call.clerk),
    ...moreOf(
      call,
      rows.map(({ row }) => row),
    ),
  };
}

async function choicesFor(call: StaffServiceCall): Promise<IncidentChoices> {
  const { speaker } = call;
  const { staff, keys, recipients, purposes } = await incidentChoices(call.world, call.service);
  return {
    ...{ staff, keys, recipients },
    kinds: threats.map((key) => ({ key, name: speaker.sayCode('incident.kind', key) })),
    purposes: purposes.map((key) => ({ key, name: speaker.title('purposes', key) })),
  };
}

async function formPage(
  call: StaffServiceCall,
  what: { values: IncidentValues; id?: string; errors?: readonly FieldError[] },
): Promise<Page> {
  const { values, id, errors = [] } = what;
  const choices = await choicesFor(call);
  return { page: 'incident-form', ...(id !== undefined && { id }), values, choices, errors };
}

const clockIn = (zone: string, at: number) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(at);

/** The form of a new incident, seen now unless somebody says otherwise. */
export async function newIncident(call: StaffServiceCall): Promise<Page> {
  const { zone } = call.world.law;
  const now = call.world.now();
  const today = civilDateAt(now, zone);
  const { policy } = await inForce(call.world, call.service);
  const values = {
    ...{ kinds: [], whole: false, staff: [], keys: [], recipients: [], purposes: [] },
    ...{ detectedOn: today, detectedTime: clockIn(zone, now), fromOn: today, toOn: today },
    ...{ what: '', contact: policy.operator.responsible ?? '', measures: '' },
  };
  return formPage(call, { values });
}

function sentValues({ form }: StaffServiceCall): IncidentValues {
  const line = (name: string) => field(form, name).trim();
  const several = (name: string) => [...new Set(form.get(name) ?? [])];
  return {
    kinds: several('kind'),
    ...{ detectedOn: line('detectedOn'), detectedTime: line('detectedTime') },
    ...{ fromOn: line('fromOn'), toOn: line('toOn'), whole: ticked(form, 'whole') },
    ...{ staff: several('staff'), keys: several('key') },
    ...{ recipients: several('recipient'), purposes: several('purpose') },
    ...{ what: line('what'), contact: line('contact'), measures: line('measures') },
  };
}

/** @throws KepilError `ERR_BAD_REQUEST` for a threat that no form of ours sends */
function formOf(values: IncidentValues): IncidentForm {
  const kinds = values.kinds.map((kind) => threats.find((known) => known === kind));
  if (kinds.includes(undefined)) throw malformed();
  return { ...values, kinds: kinds as Threat[] };
}

/** Registers an incident. */
export async function addIncident(call: StaffServiceCall): Promise<Answer> {
  const values = sentValues(call);
  const what = { service: call.service, form: formOf(values) };
  const done = await registerIncident(call.world, call.clerk, what);
  if ('id' in done)
    return {
      to: `${baseOf(call)}/incidents/${done.id}`,
      flash: call.speaker.say('page.flash.incident-registered'),
    };
  const errors = fieldErrors(call.speaker, done.problems);
  return { page: await formPage(call, { values, errors }), status: 422 };
}

/** The form of an incident that is there, to put it right. */
export async function amendIncidentPage(call: StaffServiceCall): Promise<Page> {
  const id = call.params.id ?? '';
  const { row, words } = await openIncident(call.world, { service: call.service, id });
  if (row.state !== 'open') throw new KepilError('ERR_NOT_FOUND', 'not-found');
  const { zone } = call.world.law;
  const { scope } = row;
  const values = {
    ...{ kinds: row.kinds, whole: scope.whole, staff: scope.staff, keys: scope.keys },
    ...{ recipients: scope.recipients, purposes: scope.purposes },
    detectedOn: civilDateAt(row.detectedAt, zone),
    detectedTime: clockIn(zone, row.detectedAt),
    fromOn: civilDateAt(scope.from, zone),
    toOn: civilDateAt(scope.to, zone),
    ...{ what: words.what, contact: words.contact, measures: words.measures },
  };
  return formPage(call, { id, values });
}

/** Puts an incident right. */
export async function changeIncident(call: StaffServiceCall): Promise<Answer> {
  const id = call.params.id ?? '';
  const values = sentValues(call);
  const what = { service: call.service, id, form: formOf(values) };
  const done = await amendIncident(call.world, call.clerk, what);
  if ('id' in done)
    return {
      to: `${baseOf(call)}/incidents/${id}`,
      flash: call.speaker.say('page.flash.incident-registered'),
    };
  const errors = fieldErrors(call.speaker, done.problems);
  return { page: await formPage(call, { id, values, errors }), status: 422 };
}

/** An incident: what happened, whom it touches, who was told, what was done when. */
export async function incidentPage(
  call: StaffServiceCall,
  sent: { values?: Readonly<Record<string, string>>; errors?: readonly FieldError[] } = {},
): Promise<Page> {
  const at = { service: call.service, id: call.params.id ?? '' };
  const shown = await openIncident(call.world, at);
  const { zone } = call.world.law;
  const now = call.world.now();
  const values = { on: civilDateAt(now, zone), time: clockIn(zone, now), ...sent.values };
  return incidentView(call, shown, { values, errors: sent.errors ?? [] });
}

const acts = ['count', 'release', 'notice', 'tell', 'decide', 'lift', 'close'] as const;
const ways = ['state-system', 'email', 'post', 'courier'] as const;

/** What each act reads of the form, and where its fault stands. */
type Act = (call: StaffServiceCall) => Promise<{ ok: true } | { problem: IncidentProblem; at: string }>;

const at = ({ service, params }: StaffServiceCall) => ({ service, id: params.id ?? '' });
const placed = (name: string) => (outcome: { readonly ok: true } | { readonly problem: IncidentProblem }) =>
  'ok' in outcome ? outcome : { ...outcome, at: name };

const doing: Readonly<Record<(typeof acts)[number], Act>> = {
  count: async (call) => placed('')(await computeAffected(call.world, call.clerk, at(call))),
  release: async (call) => placed('')(await releaseNames(call.world, call.clerk, at(call))),
  notice: sendNotice,
  tell: async (call) => {
    const tell = chosen(call.form, 'tell', ['yes', 'no']);
    if (tell === undefined) return { problem: 'words-empty', at: 'message' };
    const what = { ...at(call), tell: tell === 'yes', words: field(call.form, 'message') };
    return placed('message')(await decideTelling(call.world, call.clerk, what));
  },
  decide: async (call) => {
    const verdict = chosen(call.form, 'verdict', ['explained', 'incident']);
    if (verdict === undefined) throw malformed();
    const what = { ...at(call), verdict, words: field(call.form, 'reason') };
    return placed('reason')(await decideAlert(call.world, call.clerk, what));
  },
  lift: async (call) => {
    const what = { ...at(call), words: field(call.form, 'lift') };
    return placed('lift')(await liftStop(call.world, call.clerk, what));
  },
  close: async (call) => {
    const what = { ...at(call), words: field(call.form, 'conclusions') };
    return placed('conclusions')(await closeIncident(call.world, call.clerk, what));
  },
};

async function sendNotice(call: StaffServiceCall): ReturnType<Act> {
  const by = chosen(call.form, 'by', ways);
  if (by === undefined) throw malformed();
  const [on, time] = [field(call.form, 'on').trim(), field(call.form, 'time').trim()];
  if (!/^\d{4}-\d{2}-\d{2}$/.test(on) || Number.isNaN(Date.parse(on)))
    return { problem: 'date-malformed', at: 'on' };
  if (!isTime(time)) return { problem: 'time-malformed', at: 'time' };
  const sent = { ...at(call), by, at: momentOf(call.world, on, time) };
  return placed('on')(await noteNotice(call.world, call.clerk, sent));
}

/** Does the next step of an incident. */
export async function actOnIncident(call: StaffServiceCall): Promise<Answer> {
  const act = chosen(call.form, 'act', acts);
  if (act === undefined) throw malformed();
  const done = await doing[act](call);
  const here = `${baseOf(call)}/incidents/${call.params.id ?? ''}`;
  if ('ok' in done) return { to: here, flash: call.speaker.say(`page.flash.incident-${act}`) };
  const names = ['message', 'reason', 'lift', 'conclusions', 'on', 'time', 'by', 'tell', 'verdict'];
  const values = Object.fromEntries(
    names.flatMap((name) => (call.form.has(name) ? [[name, field(call.form, name)]] : [])),
  );
  const errors =
    done.at === '' ? oneError(call.speaker, done.problem) : oneError(call.speaker, done.problem, done.at);
  return { page: await incidentPage(call, { values, errors }), status: 422, frame: { here } };
}

/** The notice to the authorised body as a document in a language. */
export const breachFile =
  (language: Language) =>
  async (call: StaffServiceCall): Promise<Answer> => {
    const id = call.params.id ?? '';
    if (!breachLanguages.includes(language)) throw new KepilError('ERR_NOT_FOUND', 'not-found');
    const body = await printBreach(call.world, call.clerk, { service: call.service, id, language });
    return { body, type: 'application/pdf', filename: `breach-${id}-${language}.pdf` };
  };

/** The people it touches, as a table. */
export async function affectedFile(call: StaffServiceCall): Promise<Answer> {
  const id = call.params.id ?? '';
  const { speaker } = call;
  const body = await listAffected(call.world, call.clerk, { service: call.service, id, speaker });
  return { body, type: 'text/csv; charset=utf-8', filename: `affected-${id}.csv` };
}
