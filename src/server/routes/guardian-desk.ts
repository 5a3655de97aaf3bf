import {
  decideGuardian,
  type GuardianAct,
  guardianActs,
  guardianRelations,
  guardiansPromised,
  listGuardians,
  mayOffer,
  offerGuardian,
  openFileInMatter,
  openGuardian,
  type ProofGround,
  proofGrounds,
  type RepresentationRecord,
  type RequestRecord,
} from '../../system/index.ts';
import type { FieldError, GuardianCasePage, GuardianRow, OfferView, Page } from '../pages.ts';
import { type Answer, chosen, cursorOf, field, malformed, type StaffServiceCall } from '../route.ts';
import { fileViews } from '../views/files.ts';
import { fieldErrors, oneError } from '../views/problems.ts';
import { baseOf, moreOf, pageSize } from './paging.ts';

const atOf = (call: StaffServiceCall) => ({ service: call.service, id: call.params.id ?? '' });
const hereOf = (call: StaffServiceCall) => `${baseOf(call)}/guardians/${call.params.id}`;

/** Who consents for minors here, or was asked to. */
export async function guardiansPage(call: StaffServiceCall): Promise<Page> {
  const { world, clerk, service } = call;
  const at = { service, limit: pageSize };
  const waiting = await listGuardians(world, clerk, { ...at, of: 'waiting' });
  const rows = await listGuardians(world, clerk, { ...at, of: 'in-force', ...cursorOf(call.query) });
  return {
    page: 'guardians',
    promised: await guardiansPromised(world, service),
    waiting: waiting.map((row) => rowView(call, row)),
    inForce: rows.map((row) => rowView(call, row)),
    ...moreOf(call, rows),
  };
}

function rowView(call: StaffServiceCall, row: RepresentationRecord): GuardianRow {
  const { id, state, askedAt, expiresAt } = row;
  return {
    ...{ id, askedAt, state: call.speaker.sayCode('guardian-state', state), due: state === 'claimed' },
    ...(expiresAt !== undefined && { expiresAt }),
    href: `${baseOf(call)}/guardians/${id}`,
  };
}

/** What a representative said, for whoever checks it. */
export async function guardianPage(
  call: StaffServiceCall,
  errors: readonly FieldError[] = [],
): Promise<GuardianCasePage> {
  const { speaker } = call;
  const { row, claim, same } = await openGuardian(call.world, call.clerk, atOf(call));
  const line = (term: string, text: string | undefined, fits?: boolean) =>
    text === undefined ? [] : [{ term, text, ...(fits !== undefined && { same: fits }) }];
  const relation = claim.relation && speaker.sayCode('guardian-relation', claim.relation);
  const said = [
    ...line(speaker.say('page.guardian-case.name'), claim.name),
    ...line(speaker.say('page.guardian-case.relation'), relation),
    ...line(speaker.say('page.guardian.child'), claim.child, same.child),
    ...line(speaker.say('page.guardian.birth'), claim.birth && speaker.date(claim.birth), same.birth),
  ];
  const { id, state, askedAt, expiresAt } = row;
  return {
    page: 'guardian-case',
    ...{ id, askedAt, state: speaker.sayCode('guardian-state', state), address: claim.address },
    ...(expiresAt !== undefined && { expiresAt }),
    ...(said.length > 0 && { said }),
    files: fileViews(speaker, claim.files ?? [], (file) => `${hereOf(call)}/files/${file}/document`),
    ...(state === 'claimed' && { acts: actsOf(call) }),
    grounds: proofGrounds.map((key) => ({ key, name: speaker.sayCode('guardian-ground', key) })),
    ends: state === 'in-force' || state === 'proved',
    errors,
  };
}

function actsOf({ speaker }: StaffServiceCall) {
  return (['confirm', 'lacking', 'refuse'] as const).map((key) => ({
    ...{ key, name: speaker.say(`page.guardian-case.${key}`) },
    hint: speaker.say(`page.guardian-case.${key}-hint`),
  }));
}

/** Decides about a proof, or ends what was confirmed. */
export async function changeGuardian(call: StaffServiceCall): Promise<Answer> {
  const act = chosen<GuardianAct>(call.form, 'act', guardianActs);
  const ground = chosen<ProofGround>(call.form, 'ground', proofGrounds);
  if (act === undefined) throw malformed();
  const what = { ...atOf(call), act, ...(ground && { ground }) };
  const done = await decideGuardian(call.world, call.clerk, what);
  if ('ok' in done)
    return { to: `${baseOf(call)}/guardians`, flash: call.speaker.say('page.flash.guardian-decided') };
  const where = done.problem === 'guardian-ground-missing' ? 'ground' : 'act';
  const errors = oneError(call.speaker, done.problem, where);
  return { page: await guardianPage(call, errors), status: 422, frame: { here: hereOf(call) } };
}

/** A document that shows who may act for a minor, to be saved; the view is an entry. */
export async function guardianFile(call: StaffServiceCall): Promise<Answer> {
  const { id = '', file = '' } = call.params;
  const at = { service: call.service, matter: id, id: file, purpose: 'subject_rights' };
  return { file: await openFileInMatter(call.world, call.clerk, at) };
}

/** What stands on the page of a request where its maker may be offered to consent instead. */
export async function offerView(
  call: StaffServiceCall,
  row: RequestRecord,
  sent?: Pick<OfferView, 'sent' | 'errors'>,
): Promise<OfferView | undefined> {
  if (!call.clerk.roles.includes('officer') || !(await mayOffer(call.world, row))) return undefined;
  return {
    relations: guardianRelations.map((key) => ({
      key,
      name: call.speaker.sayCode('guardian-relation', key),
    })),
    sent: sent?.sent ?? {},
    errors: sent?.errors ?? [],
  };
}

/** Offers it. @returns what is wrong, to be shown on the page of the request */
export async function offerInstead(
  call: StaffServiceCall,
): Promise<{ readonly to: string; readonly flash: string } | Required<Pick<OfferView, 'sent' | 'errors'>>> {
  const sent = { relation: field(call.form, 'relation'), birth: field(call.form, 'birth') };
  const problems = await offerGuardian(call.world, call.clerk, { ...atOf(call), form: sent });
  if (problems.length > 0) return { sent, errors: fieldErrors(call.speaker, problems) };
  const to = `${baseOf(call)}/requests/${call.params.id}`;
  return { to, flash: call.speaker.say('page.flash.guardian-offered') };
}
