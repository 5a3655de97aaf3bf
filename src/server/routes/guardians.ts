import { isCivilDate } from '../../base/index.ts';
import {
  claimGuardian,
  destroyForMinor,
  exportForMinor,
  giveForMinor,
  guardianRelations,
  type InRoom,
  mostMegabytes,
  recipientNames,
  refuseForMinor,
  type ShownRoom,
  sendGuardianLink,
  showRoom,
  withdrawForMinor,
} from '../../system/index.ts';
import type { FieldError, GuardianRoomPage, Page } from '../pages.ts';
import { type Answer, chosen, field, malformed, type Route, type ServiceCall, ticked } from '../route.ts';
import { fieldErrors, oneError } from '../views/problems.ts';

const hereOf = ({ service, params }: ServiceCall) => `/s/${service.key}/guardian/${params.token ?? ''}`;

/** Where one acts: the room of the link, for the one that the form or the address names. */
function roomOf(call: ServiceCall, of: string | undefined): InRoom {
  return { service: call.service, token: call.params.token ?? '', ...(of && { of }) };
}

/** By what one gets a link again. The answer says nothing of who is known. */
function comeBackPage(what: { sent?: boolean; value?: string; errors?: readonly FieldError[] } = {}): Page {
  const { sent = false, value = '', errors = [] } = what;
  return { page: 'guardian-in', sent, value, errors };
}

async function comeBack(call: ServiceCall): Promise<Answer> {
  const address = field(call.form, 'address');
  const from = call.request.client.prefix;
  const done = await sendGuardianLink(call.world, { service: call.service, address, from });
  if ('sent' in done) return { page: comeBackPage({ sent: true }) };
  const errors = oneError(call.speaker, done.problem, 'address');
  return { page: comeBackPage({ value: address, errors }), status: 422 };
}

/** The registration of a minor waits: until when. */
async function askedPage({ query: { until = '' } }: ServiceCall): Promise<Answer> {
  if (!isCivilDate(until)) throw malformed();
  return { page: { page: 'guardian-asked', untilOn: until } };
}

interface Sent {
  readonly sent?: Readonly<Record<string, string>>;
  readonly ticked?: readonly string[];
  readonly errors?: readonly FieldError[];
}

/** The room behind a link. Who holds a wrong one, or one that is over, is told the same. */
async function roomPage(call: ServiceCall, of: string | undefined, sent: Sent = {}): Promise<Answer> {
  const shown = await showRoom(call.world, { ...roomOf(call, of), speaker: call.speaker });
  if (!shown || shown.state === 'over') return { page: { page: 'guardian-gone' }, status: 404 };
  const { sent: typed = {}, ticked: boxes = [], errors = [] } = sent;
  const answer = { sent: typed, ticked: boxes, errors };
  const page = await pageOf(call, { shown: { ...shown, state: shown.state }, ...answer });
  return { page, ...(errors.length > 0 && { status: 422 }), frame: { here: `${page.here}?of=${page.of}` } };
}

async function pageOf(
  call: ServiceCall,
  of: { shown: ShownRoom & { state: GuardianRoomPage['state'] } } & Required<Sent>,
): Promise<GuardianRoomPage> {
  const { speaker } = call;
  const { shown, sent, errors } = of;
  const { state, offer, expiresAt, child, lacking } = shown;
  const relations = guardianRelations.map((key) => ({
    key,
    name: speaker.sayCode('guardian-relation', key),
  }));
  const documentHint = speaker.say('page.guardian.document-hint', { n: mostMegabytes });
  return {
    ...{ page: 'guardian', here: hereOf(call), of: shown.id, state, choices: shown.choices },
    ...(expiresAt !== undefined && { expiresAt }),
    ...(child !== undefined && { child }),
    ...(lacking !== undefined && { lacking: speaker.sayCode('guardian-ground', lacking) }),
    ...(state === 'asked' && { claim: { relations, documentHint } }),
    there: shown.there,
    ...(offer && { policyHash: offer.version.hash }),
    boxes: (offer?.boxes ?? []).map(({ name, text }) => ({ id: name, title: text.title, lines: text.lines })),
    given: await givenIn(call, shown),
    ...{ sent, ticked: of.ticked, errors },
  };
}

async function givenIn(call: ServiceCall, { consents = [] }: ShownRoom) {
  const { speaker, world, service } = call;
  const names = await recipientNames(world, service, consents);
  return consents.map((row) => {
    const { transfer } = row;
    const params = transfer && {
      name: names.get(transfer.recipient) ?? transfer.recipient,
      country: speaker.country(transfer.country),
    };
    const to =
      params && speaker.say(transfer.abroad ? 'page.my-consents.to-abroad' : 'page.my-consents.to', params);
    return {
      ...{ id: row.id, givenAt: row.givenAt, own: row.representation === undefined },
      name: to ?? speaker.list(row.purposes.map((key) => speaker.label('purposes', key))),
      ...(row.withdrawnAt !== undefined && { withdrawnAt: row.withdrawnAt }),
    };
  });
}

const claimFields = ['name', 'relation', 'child', 'birth'] as const;

/** Takes who somebody says they are, with the document that shows it. */
async function claim(call: ServiceCall): Promise<Answer> {
  const { form, file, speaker } = call;
  if (file && file.field !== 'document') throw malformed();
  const of = field(form, 'of');
  const sent = Object.fromEntries(claimFields.map((name) => [name, field(form, name)]));
  const said = {
    ...{ name: sent.name ?? '', relation: sent.relation ?? '' },
    ...{ child: sent.child ?? '', birth: sent.birth ?? '', confirmed: ticked(form, 'confirmed') },
  };
  const at = { ...roomOf(call, of), from: call.request.client.prefix };
  const done = await claimGuardian(call.world, at, { form: said, sent: file });
  if ('problems' in done) return roomPage(call, of, { sent, errors: fieldErrors(speaker, done.problems) });
  return { to: `${hereOf(call)}?of=${of}`, flash: speaker.say('page.flash.guardian-claimed') };
}

const acts = ['give', 'refuse', 'withdraw', 'destroy'] as const;

/** Gives or refuses, withdraws, or destroys. */
async function act(call: ServiceCall): Promise<Answer> {
  const what = chosen(call.form, 'act', acts);
  if (what === undefined) throw malformed();
  const of = field(call.form, 'of');
  const doing = { give, refuse, withdraw, destroy };
  return doing[what](call, of);
}

async function give(call: ServiceCall, of: string): Promise<Answer> {
  const { form, speaker } = call;
  const boxes = [...form.keys()].filter((name) => /^(?:consent$|optional\.|to\.|over\.)/.test(name));
  const ticks = boxes.filter((name) => ticked(form, name));
  const giving = { boxes: ticks, policyHash: field(form, 'policy'), speaker };
  const done = await giveForMinor(call.world, roomOf(call, of), giving);
  if ('ok' in done)
    return { to: `${hereOf(call)}?of=${of}`, flash: speaker.say('page.flash.guardian-given') };
  const needed = done.problem === 'consent-required' ? { field: 'consent' } : {};
  const errors = fieldErrors(speaker, [{ code: done.problem, severity: 'error', ...needed }]);
  const again = await roomPage(call, of, { ticked: ticks, errors });
  // What waited may be gone by what was found.
  if ('page' in again && again.page.page === 'guardian-gone')
    return { to: `/s/${call.service.key}/guardian`, flash: errors[0]?.message ?? '' };
  return again;
}

async function refuse(call: ServiceCall, of: string): Promise<Answer> {
  await refuseForMinor(call.world, roomOf(call, of));
  return { to: `/s/${call.service.key}/guardian`, flash: call.speaker.say('page.flash.guardian-refused') };
}

async function withdraw(call: ServiceCall, of: string): Promise<Answer> {
  await withdrawForMinor(call.world, roomOf(call, of), field(call.form, 'consent-id'));
  const flash = call.speaker.say('page.flash.guardian-withdrawn');
  return { to: `${hereOf(call)}?of=${of}`, flash };
}

async function destroy(call: ServiceCall, of: string): Promise<Answer> {
  if (!ticked(call.form, 'confirm'))
    return roomPage(call, of, { errors: oneError(call.speaker, 'confirm-needed', 'confirm') });
  const { act, token } = await destroyForMinor(call.world, roomOf(call, of));
  return { to: `/s/${call.service.key}/act/${act}?t=${token}` };
}

/** The copy of everything about the minor. */
async function copyOf(call: ServiceCall): Promise<Answer> {
  const { json } = await exportForMinor(call.world, roomOf(call, call.query.of));
  const body = `${JSON.stringify(json, undefined, 2)}\n`;
  return { body, type: 'application/json; charset=utf-8', filename: `kepil-${call.service.key}.json` };
}

const open = { who: 'anyone', scope: 'service' } as const;

/** For those who act for minors, without a session: behind the link they were sent. */
export const guardianRoutes: readonly Route[] = [
  { method: 'GET', url: '/s/:key/guardian', ...open, handle: async () => ({ page: comeBackPage() }) },
  { method: 'POST', url: '/s/:key/guardian', kind: 'secret', ...open, handle: comeBack },
  { method: 'GET', url: '/s/:key/guardian/asked', ...open, handle: askedPage },
  {
    method: 'GET',
    url: '/s/:key/guardian/:token',
    ...open,
    handle: (call: ServiceCall) => roomPage(call, call.query.of),
  },
  { method: 'POST', url: '/s/:key/guardian/:token', kind: 'secret', ...open, handle: act },
  { method: 'POST', url: '/s/:key/guardian/:token/claim', ...open, files: true, handle: claim },
  { method: 'GET', url: '/s/:key/guardian/:token/export.json', kind: 'copy', ...open, handle: copyOf },
];
