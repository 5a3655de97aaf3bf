import { ageOn, civilDateAt, type Id, isCivilDate, KepilError, type Problem } from '../base/index.ts';
import { type GuardianRelation, guardianRelations } from '../consent/index.ts';
import type { RepresentationRecord, ServiceRecord, Tx } from '../store/index.ts';
import { decided } from './ask.ts';
import { attachFile } from './attach-file.ts';
import { countAttempt } from './attempts.ts';
import { mostMegabytes } from './demand-change.ts';
import { type GuardianClaim, guardianRules, movedTo, noteGuardian, sealClaim } from './guardian.ts';
import { endWaiting } from './guardian-end.ts';
import { type OpenRoom, openRoom } from './guardian-link.ts';
import { dropFile, type SentFile, type TakenFile, takeFile } from './put-file.ts';
import { lineProblems } from './take-in.ts';
import { tellOfficers } from './tell-officers.ts';
import type { World } from './world.ts';

const longestName = 200;
const field = (name: string, code: string): Problem => ({ code, severity: 'error', field: name });

/** What a representative says of themselves and of the minor, as sent. */
export interface GuardianForm {
  readonly name: string;
  readonly relation: string;
  readonly child: string;
  readonly birth: string;
  /** That they may consent for the minor. */
  readonly confirmed: boolean;
}

/** Where somebody acts: in the room of their link, for the one of that representation. */
export interface InRoom {
  readonly service: ServiceRecord;
  readonly token: string;
  /** A representation; absent: the newest. */
  readonly of?: string;
}

/** The representation a form is about. @throws KepilError `ERR_NOT_FOUND` */
export function rowIn(room: OpenRoom | undefined, of: string | undefined): RepresentationRecord {
  const row = of ? room?.rows.find(({ id }) => id === of) : room?.rows[0];
  if (!row) throw new KepilError('ERR_NOT_FOUND', 'guardian-link-over');
  return row;
}

/** A room that must be there. @throws KepilError `ERR_NOT_FOUND` for a link that is wrong or over */
export async function mustOpenRoom(tx: Tx, world: World, at: InRoom): Promise<OpenRoom> {
  const room = await openRoom(tx, world, at);
  if (!room) throw new KepilError('ERR_NOT_FOUND', 'guardian-link-over');
  return room;
}

/** What is wrong with what a representative sent, or it checked; whether it fits is not looked at. */
function checkClaim(
  world: World,
  form: GuardianForm,
):
  | { readonly problems: readonly Problem[] }
  | Required<Pick<GuardianClaim, 'name' | 'relation' | 'child' | 'birth'>> {
  const relation = guardianRelations.find((one) => one === form.relation);
  const blank = 'field-mandatory';
  const problems = [
    ...lineProblems({ field: 'name', value: form.name, longest: longestName, blank }),
    ...(relation ? [] : [field('relation', 'guardian-relation-missing')]),
    ...lineProblems({ field: 'child', value: form.child, longest: longestName, blank }),
    ...birthProblems(world, form.birth.trim()),
    ...(form.confirmed ? [] : [field('confirmed', 'guardian-unconfirmed')]),
  ];
  if (problems.length > 0 || !relation) return { problems };
  return { name: form.name.trim(), relation, child: form.child.trim(), birth: form.birth.trim() };
}

/** What is wrong with a day of birth of somebody who is acted for. */
export function birthProblems(world: World, birth: string): readonly Problem[] {
  const today = civilDateAt(world.now(), world.law.zone);
  if (birth === '') return [field('birth', 'field-mandatory')];
  if (!isCivilDate(birth)) return [field('birth', 'date-malformed')];
  if (birth > today) return [field('birth', 'date-future')];
  return ageOn(birth, today) < world.law.adultFrom ? [] : [field('birth', 'guardian-of-adult')];
}

/**
 * Takes what a representative says of themselves, with the document that shows it. Whether it fits what the
 * minor wrote is seen by the officer alone: the answer is the same either way.
 *
 * @throws TooSoon when it is sent too often; KepilError `ERR_NOT_FOUND`, `ERR_CONFLICT`
 * @throws Refused
 * @law 94-V Art. 7(1), 94-V Art. 25(2)(5)
 */
export async function claimGuardian(
  world: World,
  at: InRoom & { readonly from: string },
  what: { form: GuardianForm; sent: SentFile | undefined },
): Promise<{ ok: true } | { problems: readonly Problem[] }> {
  const checked = checkClaim(world, what.form);
  const missing = what.sent ? [] : [field('document', 'guardian-document-missing')];
  if ('problems' in checked) return { problems: [...checked.problems, ...missing] };
  if (!what.sent) return { problems: missing };
  const { service, id, subject } = await world.store.transaction(async (tx) => {
    const room = await mustOpenRoom(tx, world, at);
    const row = mustWait(rowIn(room, at.of));
    return { service: at.service, id: row.id, subject: room.representative.record.id };
  });
  await countAttempt(world, { service: service.id, what: 'claim', account: id, from: at.from });
  const taken = await takeFile(
    world,
    { service: service.id, subject },
    { use: 'signed-proof', sent: what.sent },
  );
  if ('problem' in taken) {
    const problem = { ...field('document', taken.problem), params: { n: mostMegabytes } };
    return { problems: [problem] };
  }
  try {
    await decided(world, (tx) => keep(tx, world, { at: { ...at, of: id }, checked, taken }));
    return { ok: true };
  } catch (error) {
    await dropFile(world, taken);
    throw error;
  }
}

/** Whether who they are is asked of them now. @throws KepilError `ERR_CONFLICT` */
function mustWait(row: RepresentationRecord): RepresentationRecord {
  if (row.state !== 'asked') throw new KepilError('ERR_CONFLICT', 'guardian-answered');
  return row;
}

async function keep(
  tx: Tx,
  world: World,
  what: {
    at: InRoom;
    checked: { readonly relation: GuardianRelation } & Partial<GuardianClaim>;
    taken: TakenFile;
  },
): Promise<void> {
  const { at, checked, taken } = what;
  const { service, representative, ...room } = await mustOpenRoom(tx, world, at);
  const row = mustWait(rowIn({ service, representative, ...room }, at.of));
  const { lacking: _, files = [], ...before } = room.claims.get(row.id) as GuardianClaim;
  const me = { service, subject: representative.record.id };
  await attachFile(tx, world, { me, matter: row.id, taken });
  const { name, size } = taken.content;
  const claim = { ...before, ...checked, files: [...files, { id: taken.id, name, size }] };
  const sealed = sealClaim(world, { representative, id: row.id, claim });
  await tx.representations.update(service.id, { ...movedTo(world, row, 'claimed'), claim: sealed });
  await noteGuardian(tx, world, { about: representative, row, rule: guardianRules.claimed });
  const telling = { service, place: 'guardians', params: {} };
  if (world.post.email) await tellOfficers(tx, world, { ...telling, template: 'staff-guardian-claimed' });
}

/**
 * Refuses for a minor: a registration that waits is destroyed in this commit, with an act; of an account that
 * was there before only the offer ends. To refuse nobody proves anything: it gives nothing.
 *
 * @returns the act, when something was destroyed
 * @throws KepilError `ERR_NOT_FOUND`, `ERR_CONFLICT` once the consent was given: then it is withdrawn
 * @throws Refused
 * @law 94-V Art. 7(1), 94-V Art. 18
 */
export async function refuseForMinor(world: World, at: InRoom): Promise<{ readonly act?: Id }> {
  return decided(world, async (tx) => {
    const room = await mustOpenRoom(tx, world, at);
    const row = rowIn(room, at.of);
    if (row.state === 'in-force') throw new KepilError('ERR_CONFLICT', 'guardian-answered');
    const service = room.service.id;
    const act = await endWaiting(tx, world, { service, subject: row.subject, rule: 'guardian-said-no' });
    if (act) return { act };
    await noteGuardian(tx, world, { about: room.representative, row, rule: guardianRules.ended });
    const { expiresAt: _, ...rest } = row;
    await tx.representations.update(service, { ...rest, state: 'over', endedAt: world.now() });
    return {};
  });
}
