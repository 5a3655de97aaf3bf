import type { Id } from '../base/index.ts';
import type { GuardianRelation, ProofGround } from '../consent/index.ts';
import type { ConsentRow, RepresentationState } from '../store/index.ts';
import type { Speaker } from '../words/index.ts';
import { decided } from './ask.ts';
import { type Me, openOwn } from './cabinet.ts';
import { destroyAccount } from './destroy.ts';
import { exportData } from './export-data.ts';
import { type InRoom, rowIn } from './guardian-claim.ts';
import { type GuardianOffer, offerTo } from './guardian-give.ts';
import { type OpenRoom, openRoom } from './guardian-link.ts';
import { openSubject } from './subjects.ts';
import { withdrawConsent } from './withdraw.ts';
import type { World } from './world.ts';

/** For whom somebody acts, in a list to choose from. */
export interface RoomChoice {
  readonly id: Id;
  readonly state: RepresentationState;
  /** As the representative called the minor; absent before they did. */
  readonly child?: string;
  readonly chosen: boolean;
}

/** What somebody who acts for a minor sees behind their link. */
export interface ShownRoom {
  readonly choices: readonly RoomChoice[];
  readonly id: Id;
  readonly state: RepresentationState;
  /** The account was there before anybody consented. */
  readonly there: boolean;
  readonly expiresAt?: number;
  readonly child?: string;
  readonly name?: string;
  readonly relation?: GuardianRelation;
  /** Why more was asked for. */
  readonly lacking?: ProofGround;
  /** What may be consented to; once the right was checked. */
  readonly offer?: GuardianOffer;
  /** What was consented to; once something was. */
  readonly consents?: readonly ConsentRow[];
}

/**
 * The room behind a link; undefined for one that is wrong or over. Of what the minor wrote nothing is shown
 * before the right was checked; afterwards the look is a read, with its Decision and its entry.
 *
 * @throws Refused
 */
export function showRoom(
  world: World,
  at: InRoom & { readonly speaker: Speaker },
): Promise<ShownRoom | undefined> {
  return decided(world, async (tx) => {
    const room = await openRoom(tx, world, at);
    if (!room) return undefined;
    const row = at.of ? room.rows.find(({ id }) => id === at.of) : room.rows[0];
    if (!row) return undefined;
    const claim = room.claims.get(row.id);
    const shown = {
      ...{ choices: choicesIn(room, row.id), id: row.id, state: row.state },
      there: row.request !== undefined,
      ...(row.expiresAt !== undefined && { expiresAt: row.expiresAt }),
      ...(claim?.child !== undefined && { child: claim.child }),
      ...(claim?.name !== undefined && { name: claim.name }),
      ...(claim?.relation !== undefined && { relation: claim.relation }),
      ...(claim?.lacking !== undefined && { lacking: claim.lacking }),
    };
    if (row.state !== 'proved' && row.state !== 'in-force') return shown;
    const me = meIn(room, row.id);
    if (row.state === 'in-force') await openOwn(tx, world, me);
    const who = { service: room.service.id, id: row.subject, mode: 'share' as const };
    const minor = await openSubject(tx, world, who);
    if (!minor) return undefined;
    const offer = await offerTo(tx, world, { minor, speaker: at.speaker });
    if (row.state === 'proved') return { ...shown, offer };
    const consents = await tx.consents.list(room.service.id, row.subject);
    return { ...shown, offer, consents: consents.toReversed() };
  });
}

function choicesIn({ rows, claims }: OpenRoom, chosen: Id): readonly RoomChoice[] {
  return rows.map(({ id, state }) => {
    const child = claims.get(id)?.child;
    return { id, state, chosen: id === chosen, ...(child !== undefined && { child }) };
  });
}

/** The minor as their representative acts for them. */
function meIn({ service, representative, rows }: OpenRoom, id: Id): Me {
  const row = rowIn({ service, representative, rows, claims: new Map() }, id);
  const through = { representation: id, representative: representative.record.id };
  return { service, subject: row.subject, through };
}

/** The minor for whom somebody acts behind a link. @throws KepilError `ERR_NOT_FOUND` */
function actingIn(world: World, at: InRoom): Promise<Me> {
  return world.store.transaction(async (tx) => {
    const room = await openRoom(tx, world, at);
    const row = rowIn(room, at.of);
    return meIn(room as OpenRoom, row.id);
  });
}

/**
 * Withdraws a consent for a minor; as if they did it themselves.
 *
 * @throws KepilError `ERR_NOT_FOUND`
 * @throws Refused once the right ended
 */
export async function withdrawForMinor(world: World, at: InRoom, consent: string): Promise<void> {
  await withdrawConsent(world, await actingIn(world, at), { consent: consent as Id });
}

/** The copy of everything about a minor, for who acts for them. @throws Refused */
export async function exportForMinor(world: World, at: InRoom) {
  return exportData(world, await actingIn(world, at));
}

/** Destroys the account of a minor at the demand of who acts for them. @throws Refused */
export async function destroyForMinor(world: World, at: InRoom): Promise<{ act: Id; token: string }> {
  return destroyAccount(world, await actingIn(world, at));
}
