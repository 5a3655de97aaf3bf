import { civilDateAt, type Id, KepilError } from '../base/index.ts';
import type { GateRequest } from '../gate/index.ts';
import { decodeEntry, type Entry } from '../ledger/index.ts';
import type { ConsentRow, PolicyVersionRecord, ServiceRecord, Tx } from '../store/index.ts';
import type { StoredValue } from '../vault/index.ts';
import { ask, decided, Refused } from './ask.ts';
import { dataOf, type OpenSegment, type OpenSubject } from './subjects.ts';
import type { World } from './world.ts';

/** The person who is signed in, at the service they are a subject of. */
export interface Me {
  readonly service: ServiceRecord;
  readonly subject: Id;
  /** Who acts for them, in which representation; absent: the person themselves. */
  readonly through?: { readonly representation: Id; readonly representative: Id };
}

/** How the gate is asked about what somebody does with their own data, or another with theirs for them. */
export function actingAs({ subject, through }: Me): Pick<GateRequest, 'actor' | 'decisionId' | 'matter'> {
  if (!through) return { actor: { role: 'subject', id: subject } };
  const { representation, representative } = through;
  const actor = { role: 'representative' as const, id: representative };
  return { actor, decisionId: representation, matter: representation };
}

/** An entry with its place in the log; `index` is absent while it waits for the sequencer. */
export interface PlacedEntry {
  readonly entry: Entry;
  readonly index?: number;
}

/** What a person sees of themselves, read under one Decision with one entry (`entry`). */
export interface OwnView {
  readonly subject: OpenSubject;
  readonly version: PolicyVersionRecord;
  readonly segments: readonly OpenSegment[];
  readonly data: ReadonlyMap<string, readonly StoredValue[]>;
  readonly entry: Id;
}

/**
 * Opens a person's own data for them.
 *
 * @throws Refused when the gate says no; KepilError `ERR_NOT_SIGNED_IN` when the account is gone
 * @law 94-V Art. 24(1)
 */
export async function openOwn(
  tx: Tx,
  world: World,
  me: Me,
  mode: 'share' | 'update' = 'share',
): Promise<OwnView> {
  const asked = await ask(
    tx,
    world,
    {
      ...actingAs(me),
      verb: 'read',
      service: me.service.id,
      subject: me.subject,
      categories: [],
      purpose: 'subject_rights',
      channel: 'cabinet',
    },
    { mode, whole: true },
  );
  if (!asked.subject || !asked.entry) throw new KepilError('ERR_NOT_SIGNED_IN', 'signed-out');
  if (!asked.decision.allowed) throw new Refused(asked.decision.because, asked.entry);
  const { subject, version, segments, entry } = asked;
  return { subject, version, segments, data: dataOf(segments), entry };
}

/** The categories the person's policy version declares, each once. */
export async function declaredCategories(
  tx: Tx,
  world: World,
  of: { readonly service: Id; readonly subject: Id },
): Promise<readonly string[]> {
  const row = await tx.subjects.get(of.service, of.subject);
  if (!row) throw new KepilError('ERR_NOT_SIGNED_IN', 'signed-out');
  const version =
    world.shelf.get(`${of.service}/${row.policyHash}`) ??
    (await tx.policies.byHash(of.service, row.policyHash));
  return [...new Set(version?.policy.data.map((data) => data.category))];
}

/** A person's own data. */
export function viewMyData(world: World, me: Me): Promise<OwnView> {
  return decided(world, (tx) => openOwn(tx, world, me));
}

/** Entries about a person, newest first: who read what and why, and everything else that happened. */
export async function listMyEntries(
  world: World,
  me: Me,
  page: { after?: Id; limit: number },
): Promise<readonly PlacedEntry[]> {
  return world.store.transaction((tx) => shownEntries(tx, me, page));
}

/** As many as anybody ever handed on of one person. */
const disclosuresAtMost = 10_000;

/**
 * Entries about a person that they may see: of a letter that bars telling them nothing is shown while the bar
 * stands. A full page is full.
 */
export async function shownEntries(
  tx: Tx,
  me: Me,
  page: { after?: Id; limit: number },
): Promise<readonly PlacedEntry[]> {
  const first = tx.entries.ofSubject(me.service.id, me.subject, page);
  const [letters, handed] = await Promise.all([
    tx.authorityRequests.barred(me.service.id, me.subject),
    tx.disclosures.ofSubject(me.service.id, me.subject, { limit: disclosuresAtMost }),
    first,
  ]);
  const untold = handed.filter(({ barredUntil }) => barredUntil !== undefined);
  const barred = new Set([...letters, ...untold.map(({ entry }) => entry)]);
  const shown: PlacedEntry[] = [];
  for (let rows = placed(await first); ; ) {
    shown.push(...rows.filter(({ entry }) => !barred.has(entry.id) && !barred.has(entry.matter ?? '')));
    if (rows.length < page.limit || shown.length >= page.limit) return shown.slice(0, page.limit);
    const after = rows.at(-1)?.entry.id as Id;
    rows = placed(await tx.entries.ofSubject(me.service.id, me.subject, { limit: page.limit, after }));
  }
}

/** Decodes entries as stored. @throws KepilError `ERR_STORE_CORRUPT` when a leaf is not an entry */
export function placed(rows: readonly { leaf: Uint8Array; index?: number }[]): readonly PlacedEntry[] {
  return rows.map((row) => {
    const entry = decodeEntry(row.leaf);
    if (!entry) throw new KepilError('ERR_STORE_CORRUPT', 'entry-malformed');
    return { entry, ...(row.index !== undefined && { index: row.index }) };
  });
}

/** A person's consents, newest first. */
export async function listMyConsents(world: World, me: Me): Promise<readonly ConsentRow[]> {
  const rows = await world.store.transaction((tx) => tx.consents.list(me.service.id, me.subject));
  return [...rows].sort((a, b) => b.givenAt - a.givenAt);
}

/** Today on the operator's calendar. */
export function today(world: World): string {
  return civilDateAt(world.now(), world.law.zone);
}
