import { visitCategories } from '../../policy/index.ts';
import {
  findSubjects,
  inForce,
  kindOfAddress,
  listSubjects,
  readChoices,
  readForStaff,
  readVisits,
  recipientNames,
  representedIn,
  sayDestroyed,
  sayReasons,
  seesPeople,
  subjectCard,
} from '../../system/index.ts';
import type { Page } from '../pages.ts';
import { type Answer, cursorOf, field, type StaffServiceCall } from '../route.ts';
import { consentView } from '../views/consents.ts';
import { entryView, purposeTitle } from '../views/entries.ts';
import { oneError } from '../views/problems.ts';
import { visitView } from '../views/visits.ts';
import { baseOf, moreOf, pageSize } from './paging.ts';

/** The people of a service by number for who may look through them; for others the search alone. */
export async function subjects(call: StaffServiceCall): Promise<Page & { page: 'subjects' }> {
  const search = { value: '', errors: [] };
  if (!seesPeople(call.clerk)) return { page: 'subjects', search };
  const ask = { service: call.service.id, ...cursorOf(call.query), limit: pageSize };
  const { rows, total } = await listSubjects(call.world, ask);
  const views = rows.map(({ id, createdAt, policyHash }) => ({
    id,
    createdAt,
    policy: policyHash,
    href: `${baseOf(call)}/subjects/${id}`,
  }));
  return { page: 'subjects', list: { rows: views, total, ...moreOf(call, rows) }, search };
}

/** Finds a person by exact e-mail or phone; sent as a form, so that the address stands in no URL. */
export async function search(call: StaffServiceCall): Promise<Answer> {
  const value = field(call.form, 'address').trim();
  const kind = kindOfAddress(value);
  const found =
    kind === undefined
      ? []
      : await findSubjects(call.world, call.clerk, { service: call.service.id, field: kind, value });
  if (found.length === 1) return { to: `${baseOf(call)}/subjects/${found[0]}` };
  const page = await subjects(call);
  const errors = oneError(call.speaker, found.length === 0 ? 'nobody-found' : 'several-found', 'address');
  return { page: { ...page, search: { value, errors } }, status: 404 };
}

type SubjectView = Page & { page: 'subject' };

/** One person: what may be read of them, and for who may look through people their consents and entries. */
export async function subjectPage(
  call: StaffServiceCall,
  shown: { read?: SubjectView['read']; visits?: NonNullable<SubjectView['visits']>['read'] } = {},
): Promise<Page> {
  const { speaker } = call;
  const at = { service: call.service, id: call.params.id ?? '' };
  const { record, consents, entries, open } = await subjectCard(call.world, call.clerk, at);
  const { policy } = await inForce(call.world, call.service);
  const choices = readChoices(call.clerk, policy, call.world.law);
  const names = await recipientNames(call.world, call.service, consents);
  const around = { speaker, base: `/s/${call.service.key}`, names };
  const represented = await representedIn(call.world, { service: at.service.id, subject: record.id });
  const whole = seesPeople(call.clerk) && {
    consents: consents.map((row) => consentView(call.world, row, around)),
    entries: entries.map((row) => entryView(speaker, row)),
  };
  const matters = open.map(({ id, kind, dueOn }) => ({
    key: id,
    name: speaker.say('page.subject.matter-open', {
      name: speaker.title('rights', kind),
      date: speaker.date(dueOn),
    }),
  }));
  return {
    page: 'subject',
    id: record.id,
    createdAt: record.createdAt,
    categories: choices.categories.map((key) => ({ key, name: speaker.title('data_categories', key) })),
    purposes: choices.purposes.map((key) => ({ key, name: purposeTitle(speaker, key) })),
    ...(represented && { represented: `${baseOf(call)}/guardians/${represented}` }),
    ...(choices.matterNeeded && { matters }),
    ...whole,
    ...(shown.read && { read: shown.read }),
    ...(seesPeople(call.clerk) && visitCategories.some((key) => choices.categories.includes(key))
      ? { visits: { matters, ...(shown.visits && { read: shown.visits }) } }
      : {}),
  };
}

/** Reads values of a subject for a purpose; the answer, yes or no, stands on the page with its reasons. */
export async function readSubject(call: StaffServiceCall): Promise<Answer> {
  const { speaker, service } = call;
  const matter = field(call.form, 'matter').trim();
  const what = {
    service,
    subject: call.params.id ?? '',
    categories: [...new Set(call.form.get('category') ?? [])],
    purpose: field(call.form, 'purpose'),
    ...(matter !== '' && { matter }),
  };
  await subjectCard(call.world, call.clerk, { service, id: what.subject });
  const answer = await readForStaff(call.world, call.clerk, what);
  const values = Object.entries(answer.values).map(([key, value]) => ({
    name: speaker.title('data_categories', key),
    value,
  }));
  const gone = answer.destroyed.map((row) => ({
    name: speaker.title('data_categories', row.category),
    value: sayDestroyed(speaker, row),
  }));
  const { allowed, because } = answer.decision;
  const read = { allowed, values: [...values, ...gone], because: sayReasons(speaker, because) };
  return { page: await subjectPage(call, { read }), status: allowed ? 200 : 403 };
}

/** Reads a person's visits in the matter of one of their open requests. */
export async function readSubjectVisits(call: StaffServiceCall): Promise<Answer> {
  const { service } = call;
  const subject = call.params.id ?? '';
  await subjectCard(call.world, call.clerk, { service, id: subject });
  const matter = field(call.form, 'visitsMatter').trim();
  const { allowed, because, visits } = await readVisits(call.world, call.clerk, { service, subject, matter });
  const read = { allowed, because: sayReasons(call.speaker, because), rows: visits.map(visitView) };
  const here = `${baseOf(call)}/subjects/${subject}`;
  return { page: await subjectPage(call, { visits: read }), status: allowed ? 200 : 403, frame: { here } };
}
