import { isCivilDate, isId, KepilError } from '../../base/index.ts';
import {
  categoryCount,
  dropTerm,
  type HoldForm,
  holdKinds,
  inForce,
  liftHold,
  listDeletions,
  listHolds,
  listRuns,
  listTerms,
  longestBasis,
  longestNote,
  putHold,
  sayCount,
  setTerm,
  showDue,
  type TermForm,
  termReasons,
  today,
  visitTermFor,
} from '../../system/index.ts';
import type { FieldError, Page } from '../pages.ts';
import { type Answer, chosen, cursorOf, field, malformed, type StaffServiceCall } from '../route.ts';
import { fieldErrors } from '../views/problems.ts';
import { dueTexts, frozenTexts, lengthText, termView } from '../views/retention.ts';
import { termText } from '../views/visits.ts';
import { baseOf, pageSize } from './paging.ts';

/** Runs that are shown. */
const runsShown = 10;
const deletionsShown = 100;

/** Every category with its term, and what is kept beside them. */
export async function termsPage(call: StaffServiceCall): Promise<Page> {
  const { speaker, service, world } = call;
  const terms = await listTerms(world, service);
  const visits = await visitTermFor(world, service);
  const words = terms.find(({ category }) => category === 'correspondence')?.inForce;
  return {
    page: 'terms',
    rows: terms.map((row) => termView(speaker, baseOf(call), row)),
    ...(visits.categories.length > 0 && { visits: termText(speaker, visits) }),
    words: lengthText(speaker, words ?? { kind: 'account' }),
  };
}

const units = ['months', 'days'] as const;

/** One category: its term, and the form that sets another. @throws KepilError `ERR_NOT_FOUND` */
export async function termPage(
  call: StaffServiceCall,
  sent?: { form: TermForm; errors: readonly FieldError[] },
): Promise<Page> {
  const { speaker } = call;
  const category = call.params.category ?? '';
  const term = (await listTerms(call.world, call.service)).find((row) => row.category === category);
  if (!term) throw new KepilError('ERR_NOT_FOUND', 'not-found');
  const { set, noted } = term;
  const length = set?.months ?? set?.days;
  return {
    page: 'term',
    row: termView(speaker, baseOf(call), term),
    length: sent?.form.length ?? length?.toString() ?? '',
    unit: sent ? (sent.form.unit ?? '') : set?.days === undefined ? 'months' : 'days',
    reason: sent ? (sent.form.reason ?? '') : (noted?.reason ?? ''),
    note: sent?.form.note ?? noted?.note ?? '',
    units: units.map((key) => ({ key, name: speaker.say(`page.term.unit.${key}`) })),
    reasons: termReasons.map((key) => ({ key, name: speaker.say(`page.term.reason.${key}`) })),
    longest: longestNote,
    signsIn: category === 'email' || category === 'phone',
    errors: sent?.errors ?? [],
  };
}

/** Sets a term or takes it back. */
export async function changeTerm(call: StaffServiceCall): Promise<Answer> {
  const { service, speaker } = call;
  const category = call.params.category ?? '';
  const to = `${baseOf(call)}/terms`;
  const act = chosen(call.form, 'act', ['set', 'drop']);
  if (act === undefined) throw malformed();
  if (act === 'drop') {
    const dropped = await dropTerm(call.world, call.clerk, { service, category });
    return { to, flash: speaker.say(dropped ? 'page.flash.term-dropped' : 'page.flash.term-none') };
  }
  const form: TermForm = {
    category,
    length: field(call.form, 'length'),
    unit: chosen(call.form, 'unit', units),
    reason: chosen(call.form, 'reason', termReasons),
    note: field(call.form, 'note'),
  };
  const problems = await setTerm(call.world, call.clerk, { service, form });
  if (problems.length === 0) return { to, flash: speaker.say('page.flash.term-set') };
  return { page: await termPage(call, { form, errors: fieldErrors(speaker, problems) }), status: 422 };
}

/** Days that can be looked at. */
const firstDay = '1970-01-01';
const lastDay = '2099-12-31';

/** The day that is asked about; today when none is. @throws KepilError `ERR_BAD_REQUEST` */
function dayOf(call: StaffServiceCall): string {
  const { on } = call.query;
  if (on === undefined || on === '') return today(call.world);
  if (!isCivilDate(on) || on < firstDay || on > lastDay) throw malformed();
  return on;
}

/** What is due on a day, what was destroyed lately, and deletions that wait. */
export async function duePage(call: StaffServiceCall): Promise<Page> {
  const { speaker, world, service } = call;
  const on = dayOf(call);
  const due = await showDue(world, service, { on, ...cursorOf(call.query), limit: pageSize });
  const subject = (id: string) => ({ id, href: `${baseOf(call)}/subjects/${id}` });
  const query = due.next && new URLSearchParams({ on, after: due.next });
  const deletions = await listDeletions(world, service, deletionsShown);
  return {
    page: 'due',
    on,
    today: today(world),
    totals: due.totals.map(({ category, ...n }) => ({
      name: speaker.title('data_categories', category),
      ...n,
    })),
    people: due.people.map((person) => ({
      ...subject(person.id),
      due: dueTexts(speaker, person.due),
      frozen: frozenTexts(speaker, person.frozen),
    })),
    ...{ looked: due.looked, whole: due.whole, unread: due.unread },
    ...(query && { more: `?${query}` }),
    runs: (await listRuns(world, service, runsShown)).map((row) => runView(call, row)),
    deletions: deletions.map(({ subject: id, dueAt, lastOn, overdue }) => ({
      ...{ ...subject(id), dueAt, lastOn, overdue },
    })),
    holds: (await listHolds(world, service)).length,
  };
}

type Runs = (Page & { page: 'due' })['runs'];

function runView(
  call: StaffServiceCall,
  { run }: Awaited<ReturnType<typeof listRuns>>[number],
): Runs[number] {
  const { looked = 0, failed = 0, ...taken } = run.counts;
  const isCategory = (name: string) => name.startsWith(categoryCount);
  const counts = Object.entries(taken);
  const stores = counts.filter(([name]) => !isCategory(name));
  return {
    on: run.on,
    ...{ looked, failed },
    ...(run.act !== undefined && { act: run.act }),
    ...(run.finishedAt !== undefined && { finishedAt: run.finishedAt }),
    stores: stores.map(([name, n]) => ({ name: sayCount(call.speaker, name), n })),
    categories: counts
      .filter(([name]) => isCategory(name))
      .map(([name, n]) => ({
        name: call.speaker.title('data_categories', name.slice(categoryCount.length)),
        n,
      })),
  };
}

const nothingSent = { subject: '', categories: [], kind: undefined, basis: '' };

/** The holds in force, and the form that puts one. */
export async function holdsPage(
  call: StaffServiceCall,
  sent: { form: HoldForm; errors: readonly FieldError[] } = { form: nothingSent, errors: [] },
): Promise<Page> {
  const { speaker, world, service } = call;
  const { policy } = await inForce(world, service);
  const name = (key: string) => speaker.title('data_categories', key);
  const { form, errors } = sent;
  const about = call.query.subject;
  const subject = form.subject === '' && about !== undefined && isId(about) ? about : form.subject;
  return {
    page: 'holds',
    rows: (await listHolds(world, service)).map(({ id, subject: owner, ...hold }) => ({
      ...{ id, since: hold.since, kind: speaker.sayCode('page.hold.kind', hold.kind) },
      categories: (hold.categories ?? []).map((key) => speaker.label('data_categories', key)),
      ...(hold.basis !== undefined && { basis: hold.basis }),
      ...(isNobody(owner) ? {} : { subject: { id: owner, href: `${baseOf(call)}/subjects/${owner}` } }),
    })),
    categories: [...new Set(policy.data.map(({ category }) => category))].map((key) => ({
      key,
      name: name(key),
    })),
    kinds: holdKinds.map((key) => ({ key, name: speaker.say(`page.hold.kind.${key}`) })),
    longest: longestBasis,
    sent: { subject, categories: form.categories, kind: form.kind ?? '', basis: form.basis },
    errors,
  };
}

const isNobody = (id: string) => /^[0-]+$/.test(id);

/** Puts a hold or lifts one. */
export async function changeHolds(call: StaffServiceCall): Promise<Answer> {
  const { service, speaker } = call;
  const to = `${baseOf(call)}/holds`;
  const act = chosen(call.form, 'act', ['put', 'lift']);
  if (act === undefined) throw malformed();
  if (act === 'lift') {
    const lifted = await liftHold(call.world, call.clerk, { service, id: field(call.form, 'hold') });
    return { to, flash: speaker.say(lifted ? 'page.flash.hold-lifted' : 'page.flash.hold-gone') };
  }
  const form: HoldForm = {
    subject: field(call.form, 'subject'),
    categories: [...new Set(call.form.get('category') ?? [])],
    kind: chosen(call.form, 'kind', holdKinds),
    basis: field(call.form, 'basis'),
  };
  const problems = await putHold(call.world, call.clerk, { service, form });
  if (problems.length === 0) return { to, flash: speaker.say('page.flash.hold-put') };
  return { page: await holdsPage(call, { form, errors: fieldErrors(speaker, problems) }), status: 422 };
}
