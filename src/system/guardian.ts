import { type CivilDate, type Id, textOf, utf8 } from '../base/index.ts';
import { type GuardianRelation, guardianWaitDays, type ProofGround } from '../consent/index.ts';
import type { Actor } from '../gate/index.ts';
import type { RepresentationRecord, RepresentationState, ServiceRecord, Tx } from '../store/index.ts';
import { openBytes, type SubjectKeys, sealBytes } from '../vault/index.ts';
import type { Draft } from './draft.ts';
import { record } from './entries.ts';
import { birthContext } from './facts.ts';
import type { RequestFile } from './request-words.ts';
import { type OpenSubject, sealBroken } from './subjects.ts';
import type { World } from './world.ts';

/** Who acts for a minor and what they said, as it lies sealed under their own keys. */
export interface GuardianClaim {
  readonly kind: 'email' | 'phone';
  readonly address: string;
  readonly name?: string;
  readonly relation?: GuardianRelation;
  /** The minor's name and day of birth, as the representative gave them. */
  readonly child?: string;
  readonly birth?: CivilDate;
  readonly files?: readonly RequestFile[];
  /** Why more was asked for, the last time. */
  readonly lacking?: ProofGround;
}

/** A registration that waits for a representative, as it lies sealed under the minor's keys. */
export type WaitingForm = Pick<Draft, 'fields' | 'contact' | 'language'>;

const claimContext = (id: Id) => `representation:${id}`;
const waitingContext = (id: Id) => `waiting:${id}`;

/** Seals what a representative said. */
export function sealClaim(
  world: World,
  to: { representative: OpenSubject; id: Id; claim: GuardianClaim },
): Uint8Array {
  const bytes = utf8(JSON.stringify(to.claim));
  return sealBytes(to.representative.keys.subjectKey, claimContext(to.id), bytes, world.crypto);
}

/** What a representative said. @throws SealBroken */
export function claimIn(world: World, of: { representative: OpenSubject; row: RepresentationRecord }) {
  const { representative, row } = of;
  const { subjectKey } = representative.keys;
  const bytes = openBytes(subjectKey, claimContext(row.id), row.claim, world.crypto);
  if (!bytes) throw sealBroken(representative, 'representation');
  return JSON.parse(textOf(bytes)) as GuardianClaim;
}

/** Seals a registration that waits. */
export function sealWaiting(world: World, to: { minor: OpenSubject; id: Id; form: WaitingForm }): Uint8Array {
  const bytes = utf8(JSON.stringify(to.form));
  return sealBytes(to.minor.keys.subjectKey, waitingContext(to.id), bytes, world.crypto);
}

/** A registration that waits; undefined when none does. @throws SealBroken */
export function waitingFormIn(
  world: World,
  { minor, row }: { minor: OpenSubject; row: RepresentationRecord },
): WaitingForm | undefined {
  if (!row.waiting) return undefined;
  const bytes = openBytes(minor.keys.subjectKey, waitingContext(row.id), row.waiting, world.crypto);
  if (!bytes) throw sealBroken(minor, 'representation');
  return JSON.parse(textOf(bytes)) as WaitingForm;
}

/** Seals when somebody was born, as their representative showed it. */
export function sealBirth(world: World, to: { minor: OpenSubject; id: Id; birth: CivilDate }): Uint8Array {
  return sealBytes(to.minor.keys.subjectKey, birthContext(to.id), utf8(to.birth), world.crypto);
}

/** When somebody was born, as it was checked; undefined before. @throws SealBroken */
export function birthIn(
  world: World,
  { minor, row }: { minor: OpenSubject; row: RepresentationRecord },
): CivilDate | undefined {
  if (!row.birth) return undefined;
  const bytes = openBytes(minor.keys.subjectKey, birthContext(row.id), row.birth, world.crypto);
  if (!bytes) throw sealBroken(minor, 'representation');
  return textOf(bytes);
}

/** The row as it goes on: in that state, waited for as long as that state is. */
export function movedTo(
  world: World,
  row: RepresentationRecord,
  state: Exclude<RepresentationState, 'over'>,
): RepresentationRecord {
  const { expiresAt: _, ...rest } = row;
  if (state === 'in-force') return { ...rest, state };
  return { ...rest, state, expiresAt: world.now() + guardianWaitDays[state] * 86_400_000 };
}

/** The row of a representation that ended now: what waited goes with it. */
export function endedNow(world: World, row: RepresentationRecord): RepresentationRecord {
  const { expiresAt: _, waiting: __, ...rest } = row;
  return { ...rest, state: 'over', endedAt: world.now() };
}

/** Rules of the entries about who acts for a minor. */
export const guardianRules = {
  asked: 'guardian-asked',
  named: 'guardian-named',
  claimed: 'guardian-claimed',
  confirmed: 'guardian-confirmed',
  lacking: 'guardian-proof-lacking',
  refused: 'guardian-proof-refused',
  ended: 'guardian-ended',
} as const;

/** Who does something about a representation, and where. */
export interface GuardianDoer {
  readonly actor: Actor;
  readonly actorKeys?: SubjectKeys;
  readonly channel: string;
}

/** An entry about a representation, tied to whom it says something about. */
export function noteGuardian(
  tx: Tx,
  world: World,
  what: {
    readonly about: OpenSubject;
    readonly row: Pick<RepresentationRecord, 'id'>;
    readonly rule: (typeof guardianRules)[keyof typeof guardianRules];
    readonly kind?: 'request' | 'approval' | 'withdrawal';
    readonly by?: GuardianDoer;
  },
): Promise<Id> {
  const { about, row, rule, kind = 'request' } = what;
  const by = what.by ?? { actor: { role: 'representative' as const }, channel: 'cabinet' };
  return record(tx, world, {
    ...{ service: about.service, kind, outcome: 'done', ...by, matter: row.id },
    because: [{ rule, article: '94-V Art. 7(1)' }],
    subject: { id: about.record.id, keys: about.keys },
  });
}

/** Whom a representation is between, both opened; undefined when one of them is gone. */
export interface Between {
  readonly service: ServiceRecord;
  readonly row: RepresentationRecord;
  readonly minor: OpenSubject;
  readonly representative: OpenSubject;
}
