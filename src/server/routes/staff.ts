import { KepilError } from '../../base/index.ts';
import {
  type Changed,
  changeRoles,
  endAccess,
  endSessionsOf,
  grantsMark,
  type Invited,
  inviteAgain,
  inviteStaff,
  listStaff,
  mayAdminister,
  type PlacedEntry,
  resetEntry,
  type StaffMember,
  setUpAddress,
  staffCard,
} from '../../system/index.ts';
import type { FieldError, LinkView, Page } from '../pages.ts';
import { type Admitted, type Answer, always, field, type Route, type StaffCall } from '../route.ts';
import { entryView } from '../views/entries.ts';
import { fieldErrors, oneError } from '../views/problems.ts';
import {
  grantChoices,
  grantKeys,
  type NamedPlace,
  namedPlaces,
  sentGrants,
  staffView,
  toFirstGroup,
} from '../views/staff.ts';

const staffPath = '/console/staff';

interface Invitation {
  readonly name: string;
  readonly email: string;
  readonly grants: readonly string[];
}

const nobody: Invitation = { name: '', email: '', grants: [] };

/** What stands on a page beside what it always shows. */
interface Beside {
  readonly shown?: LinkView;
  readonly errors?: readonly FieldError[];
}

async function staffPage(call: StaffCall, sent = nobody, { shown, errors = [] }: Beside = {}): Promise<Page> {
  const places = await namedPlaces(call);
  const members = await listStaff(call.world);
  const { name, email } = sent;
  return {
    page: 'staff',
    rows: members.map((member) => staffView(call, places, member)),
    ...(mayAdminister(call.clerk) && {
      invite: { name, email, choices: grantChoices(call, places, sent.grants) },
    }),
    ...(shown && { shown }),
    errors: toFirstGroup(errors, places),
  };
}

/** The link as shown to whoever made it. */
function linkOf(call: StaffCall, name: string, invited: Extract<Invited, { token: string }>): LinkView {
  return { name, link: setUpAddress(call.world, invited.token), until: invited.until };
}

async function invite(call: StaffCall): Promise<Answer> {
  const { form } = call;
  const sent = { name: field(form, 'name'), email: field(form, 'email'), grants: sentGrants(form) };
  const { language } = call.speaker;
  const done = await inviteStaff(call.world, call.clerk, { ...sent, language });
  if ('token' in done)
    return { page: await staffPage(call, nobody, { shown: linkOf(call, sent.name.trim(), done) }) };
  const errors = fieldErrors(call.speaker, done.problems);
  return { page: await staffPage(call, sent, { errors }), status: 422 };
}

type Act = (Page & { page: 'staff-member' })['acts'][number];

/** What can be done about somebody, by their state. */
const actsBy: Readonly<Record<StaffMember['state'], readonly Act[]>> = {
  invited: ['again', 'roles', 'end'],
  active: ['roles', 'sign-out', 'reset', 'end'],
  ended: ['again'],
};

async function memberPage(
  call: StaffCall,
  { shown, errors = [], grants }: Beside & { grants?: readonly string[] } = {},
): Promise<Page> {
  const places = await namedPlaces(call);
  const { member, sessions, entries } = await staffCard(call.world, call.params.id ?? '');
  const view = staffView(call, places, member);
  const acts = mayAdminister(call.clerk) && !view.me ? actsBy[member.state] : [];
  return {
    page: 'staff-member',
    member: view,
    sessions,
    entries: entries.map((row) => ({ ...entryView(call.speaker, row), ...whereOf(places, row) })),
    acts,
    choices: grantChoices(call, places, grants ?? grantKeys(places, member.grants)),
    was: grantsMark(member.grants),
    ...(shown && { shown }),
    errors: toFirstGroup(errors, places),
  };
}

/** At which place somebody's roles changed. */
function whereOf(places: readonly NamedPlace[], { entry }: PlacedEntry): { where?: string } {
  const place = places.find(({ service }) => service.id === entry.matter);
  return place ? { where: place.name } : {};
}

/** The acts that answer with the page of whoever they were about; the sentence says what is so now. */
const changes: Readonly<Record<string, (call: StaffCall, id: string) => Promise<Changed>>> = {
  roles: (call, id) => {
    const what = { id, grants: sentGrants(call.form), was: field(call.form, 'was') };
    return changeRoles(call.world, call.clerk, what);
  },
  'sign-out': (call, id) => endSessionsOf(call.world, call.clerk, { id }),
  end: (call, id) => endAccess(call.world, call.clerk, { id }),
};

/** The box that must be ticked for an act, and is not. */
function unconfirmed(act: string, form: StaffCall['form']): string | undefined {
  const box = act === 'end' ? 'confirm' : act === 'reset' ? 'confirm-reset' : undefined;
  return box !== undefined && field(form, box) !== 'yes' ? box : undefined;
}

async function changeMember(call: StaffCall): Promise<Answer> {
  const act = field(call.form, 'act');
  const id = call.params.id ?? '';
  const unsure = unconfirmed(act, call.form);
  if (unsure) {
    const errors = oneError(call.speaker, 'end-unconfirmed', unsure);
    return { page: await memberPage(call, { errors }), status: 422 };
  }
  if (act === 'again' || act === 'reset') return again(call, id, act);
  const change = Object.hasOwn(changes, act) ? changes[act] : undefined;
  if (!change) throw new KepilError('ERR_BAD_REQUEST', 'bad-request');
  const done = await change(call, id);
  if ('ok' in done) {
    const gone = act === 'end' ? staffPath : `${staffPath}/${id}`;
    return { to: gone, flash: call.speaker.sayCode('page.flash.staff', act) };
  }
  return refused(call, done.problems);
}

/** A link once more: its page shows it, so that it stands in no address. */
async function again(call: StaffCall, id: string, act: 'again' | 'reset'): Promise<Answer> {
  const done =
    act === 'reset'
      ? await resetEntry(call.world, call.clerk, { id })
      : await inviteAgain(call.world, call.clerk, { id, grants: sentGrants(call.form) });
  if ('problems' in done) return refused(call, done.problems);
  const { member } = await staffCard(call.world, id);
  return { page: await memberPage(call, { shown: linkOf(call, member.name, done) }) };
}

/** Roles that changed meanwhile are shown as they are now, everything else as it was sent. */
async function refused(
  call: StaffCall,
  problems: Extract<Changed, { problems: unknown }>['problems'],
): Promise<Answer> {
  const errors = fieldErrors(call.speaker, problems);
  const stale = problems.some(({ code }) => code === 'roles-changed');
  const sent = [...call.form.keys()].some((name) => name === 'was') && !stale;
  const page = await memberPage(call, { errors, ...(sent && { grants: sentGrants(call.form) }) });
  return { page, status: stale ? 409 : 422 };
}

interface House {
  readonly method: Route['method'];
  readonly url: string;
  readonly roles: Admitted;
  readonly handle: (call: StaffCall) => Promise<Answer>;
}

const house = (row: House): Route => ({
  ...{ ...row, who: 'staff', scope: 'house', held: 'house' },
  ...(row.method === 'POST' && { fresh: always }),
});

/** The staff: who works here, with which roles. The officer looks, the administrator changes. */
export const staffRoutes: readonly Route[] = [
  house({
    method: 'GET',
    url: staffPath,
    roles: ['admin', 'officer'],
    handle: async (call) => ({ page: await staffPage(call) }),
  }),
  house({ method: 'POST', url: staffPath, roles: ['admin'], handle: invite }),
  house({
    method: 'GET',
    url: `${staffPath}/:id`,
    roles: ['admin', 'officer'],
    handle: async (call) => ({ page: await memberPage(call) }),
  }),
  house({ method: 'POST', url: `${staffPath}/:id`, roles: ['admin'], handle: changeMember }),
];
