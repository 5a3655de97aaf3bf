import { assert, type Id, isId, type Json, KepilError, newId, type Problem } from '../base/index.ts';
import { transferCoverage } from '../consent/index.ts';
import { isAbroad } from '../disclosure/index.ts';
import { dueOn } from '../law/index.ts';
import type { ApiKeyRecord, DisclosureRecord, RecipientRecord, ServiceRecord, Tx } from '../store/index.ts';
import { holdKey } from './api-keys.ts';
import { type Asked, type Asking, ask, decided, Refused } from './ask.ts';
import { byClerk, type Clerk, within } from './clerk.ts';
import { tellOfDisclosure } from './notify-disclosure.ts';
import { dataOf, type OpenSegment, openSegments, openSubject } from './subjects.ts';
import type { World } from './world.ts';

/** Who hands on: a staff member in the console, or a program by its key. */
export type HandingBy = { readonly clerk: Clerk } | { readonly key: ApiKeyRecord };

/** What to hand on, of whom and to whom. */
export interface HandingOn {
  readonly service: ServiceRecord;
  readonly subject: string;
  /** Id of a registered recipient. */
  readonly recipient: string;
  readonly purpose: string;
  readonly categories: readonly string[];
  /** The recipient's RSA public key in PEM; absent: the package is sealed under a passphrase. */
  readonly publicKey?: string;
  /** What else is stored in the same commit. */
  readonly also?: (tx: Tx, made: { disclosure: Id; categories: readonly string[] }) => Promise<void>;
}

/** A package ready to go, with the record of it. The passphrase is told once and kept nowhere. */
export interface Handed {
  readonly disclosure: Id;
  readonly entry: Id;
  readonly categories: readonly string[];
  readonly package: string;
  readonly sha256: string;
  readonly passphrase?: string;
}

const fault = (code: string, field: string): { problems: readonly Problem[] } => ({
  problems: [{ code, severity: 'error', field }],
});

/**
 * Hands data of a person on to a recipient: asks the gate, seals a package for the recipient, and in the same
 * commit leaves the entry, the record of what went where and the notice to the person. The package leaves
 * with the answer and is kept nowhere; its hash stands in the record and is committed to in the log.
 *
 * @throws Refused when the gate says no
 * @law 94-V Art. 7(6), 94-V Art. 15, 94-V Art. 16, 94-V Art. 19(1), 94-V Art. 22(1)(5)
 */
export async function handOn(
  world: World,
  by: HandingBy,
  what: HandingOn,
): Promise<Handed | { problems: readonly Problem[] }> {
  const acting = 'clerk' in by ? { clerk: within(by.clerk, ['officer'], 'handing-beyond-role') } : by;
  const { publicKey } = what;
  if (!isId(what.subject)) return fault('nobody-found', 'subject');
  if (!isId(what.recipient)) return fault('recipient-choose', 'recipient');
  if (what.categories.length === 0) return fault('items-choose', 'category');
  if (publicKey !== undefined && !world.packages.takesKey(publicKey)) return fault('public-key', 'publicKey');
  return decided(world, async (tx) => {
    const held = await heldOf(tx, world, what);
    if (!held) return fault('nobody-found', 'subject');
    const card = await tx.recipients.current(what.service.id, what.recipient);
    // What is not on the card stays in the question: the gate refuses it, held or not.
    const onCard = (key: string) => card?.categories.includes(key) ?? false;
    const categories = what.categories.filter((key) => held.has(key) || !onCard(key));
    if (categories.length === 0) return fault('nothing-held', 'category');
    return handOver(tx, world, { acting, what: { ...what, categories }, card });
  });
}

/** The categories of which something is held; undefined when there is nobody. */
async function heldOf(
  tx: Tx,
  world: World,
  { service, subject: id }: HandingOn,
): Promise<ReadonlySet<string> | undefined> {
  const subject = await openSubject(tx, world, { service: service.id, id, mode: 'update' });
  return subject && new Set(dataOf(await openSegments(tx, world, subject)).keys());
}

async function handOver(
  tx: Tx,
  world: World,
  { acting, what, card }: { acting: HandingBy; what: HandingOn; card: RecipientRecord | undefined },
): Promise<Handed> {
  const { service, subject, purpose, categories, publicKey } = what;
  const id = newId(world.now(), world.crypto.random);
  const country = card?.country;
  const request = {
    ...('clerk' in acting
      ? { actor: { role: 'officer' as const, id: acting.clerk.id }, channel: 'console' as const }
      : { actor: { role: 'key' as const, id: acting.key.id }, channel: 'api' as const }),
    ...{ verb: 'transfer' as const, service: service.id, subject, categories, purpose, matter: id },
    recipient: what.recipient,
    ...(country !== undefined && { country }),
    ...(card && { decisionId: card.decision }),
  };
  const sealing = sealer(world, { id, service, purpose, categories, publicKey });
  const asking: Asking = {
    ...{ mode: 'update', recordOf: sealing.seal },
    ...('clerk' in acting ? byClerk(acting.clerk) : { grant: await holdKey(tx, world, acting.key) }),
  };
  const asked = await ask(tx, world, request, asking);
  if (!asked.decision.allowed || !asked.subject || !asked.entry || !card)
    throw new Refused(asked.decision.because, asked.entry);
  const made = { what, card, id, asked, entry: asked.entry, sha256: sealing.made().sha256 };
  const row = await keepRecord(tx, world, made);
  await what.also?.(tx, { disclosure: id, categories });
  await tellOfDisclosure(tx, world, { service, subject: asked.subject, row, name: card.name });
  const { text, sha256, passphrase } = sealing.made();
  const handed = { disclosure: id, entry: asked.entry, categories, package: text, sha256 };
  return { ...handed, ...(passphrase !== undefined && { passphrase }) };
}

/** What a package says of itself, beside the values. */
interface Labelled {
  readonly id: Id;
  readonly service: ServiceRecord;
  readonly purpose: string;
  readonly categories: readonly string[];
  readonly publicKey?: string | undefined;
}

/**
 * Seals the values of the categories once the gate said yes; `seal` gives what the entry commits to.
 *
 * @throws Bug when asked for what was made before anything was
 */
export function sealer(world: World, label: Labelled) {
  let sealed: Awaited<ReturnType<World['packages']['seal']>>;
  return {
    async seal(segments: readonly OpenSegment[]): Promise<Json> {
      const data = dataOf(segments);
      const { id, service, purpose, categories } = label;
      const values = Object.fromEntries(categories.map((key) => [key, data.get(key)?.[0]?.value ?? null]));
      const madeAt = new Date(world.now()).toISOString();
      const head = { format: 'kepil-package/1', package: id, service: service.key, madeAt };
      const json = JSON.stringify({ ...head, purpose, values });
      sealed = await world.packages.seal(json, label.publicKey);
      if (!sealed) throw new KepilError('ERR_INVALID', 'public-key');
      return { package: id, sha256: sealed.sha256, categories: [...categories].sort() };
    },
    made() {
      assert(sealed, 'a package is read after it was sealed');
      return sealed;
    },
  };
}

async function keepRecord(
  tx: Tx,
  world: World,
  from: { what: HandingOn; card: RecipientRecord; id: Id; asked: Asked; entry: Id; sha256: string },
): Promise<DisclosureRecord> {
  const { what, card, id, entry } = from;
  const now = world.now();
  const row: DisclosureRecord = {
    ...{ service: what.service.id, subject: what.subject, id, recipient: card.id },
    ...{ recipientVersion: card.version, kind: card.kind, country: card.country },
    ...{ purpose: what.purpose, categories: what.categories, madeAt: now, entry },
    ...(await consentsUsed(tx, world, from)),
    packageSha256: from.sha256,
    noticeDueOn: dueOn(world.law, 'transfer.notify', now),
  };
  await tx.disclosures.insert(row);
  return row;
}

/** The consents a transfer rests on. */
async function consentsUsed(
  tx: Tx,
  world: World,
  { what, card }: { what: HandingOn; card: RecipientRecord },
): Promise<Pick<DisclosureRecord, 'consent' | 'abroadConsent'>> {
  const consents = await tx.consents.list(what.service.id, what.subject);
  const [category = ''] = what.categories;
  const named = (abroad: boolean) => {
    const use = { recipient: card.id, country: card.country, abroad, purpose: what.purpose, category };
    return transferCoverage(consents, use, world.now()).consent?.id;
  };
  const [consent, abroadConsent] = [
    named(false),
    isAbroad(card.country, world.law) ? named(true) : undefined,
  ];
  return { ...(consent && { consent }), ...(abroadConsent && { abroadConsent }) };
}
