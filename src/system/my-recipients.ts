import type { Id, Problem } from '../base/index.ts';
import { consentState } from '../consent/index.ts';
import { declaredRow } from '../disclosure/index.ts';
import type { ConsentRow, DisclosureRecord, Tx } from '../store/index.ts';
import type { Speaker } from '../words/index.ts';
import { decided } from './ask.ts';
import { type Me, type OwnView, openOwn } from './cabinet.ts';
import { storeConsent } from './consents.ts';
import { offeredBoxes, type RecipientBox } from './offered-recipients.ts';
import { boxText, type ShownBox } from './show-form.ts';
import { withdrawConsent } from './withdraw.ts';
import { headOf, type World } from './world.ts';

/** A recipient as the person sees it: what they may agree to now, and what they agreed to. */
export interface MyRecipient {
  readonly id: Id;
  readonly name: string;
  /** A label of the facet `recipients`. */
  readonly kind: string;
  readonly country: string;
  /** The clauses that list it. */
  readonly cites: readonly string[];
  /** Boxes that are not agreed to yet, each with its text. */
  readonly open: readonly (ShownBox & { readonly abroad: boolean })[];
  /** Consents in force. */
  readonly given: readonly ConsentRow[];
}

/** What was handed on, with the name of whom it went to. */
export interface MyDisclosure {
  readonly row: DisclosureRecord;
  /** Absent of a body of the state. */
  readonly name?: string;
}

/** Who may get a person's data and who has got some. */
export interface MyRecipients {
  readonly recipients: readonly MyRecipient[];
  readonly handed: readonly MyDisclosure[];
}

/**
 * The recipients of the person's policy version with their consents, and what was handed on, newest first.
 * What went out on a letter that bars telling them is not there while the bar stands.
 *
 * @law 94-V Art. 24(1)(1)
 */
export async function showMyRecipients(
  world: World,
  me: Me,
  ask: { speaker: Speaker; after?: Id; limit: number },
): Promise<MyRecipients & { readonly last?: Id }> {
  return decided(world, async (tx) => {
    const own = await openOwn(tx, world, me);
    const recipients = await recipientsOf(tx, world, { me, own, speaker: ask.speaker });
    const page = { limit: ask.limit, ...(ask.after && { after: ask.after }) };
    const rows = await tx.disclosures.ofSubject(me.service.id, me.subject, page);
    const handed: MyDisclosure[] = [];
    for (const row of rows.filter(({ barredUntil }) => barredUntil === undefined)) {
      const card = row.recipient && (await tx.recipients.current(me.service.id, row.recipient));
      handed.push({ row, ...(card && { name: card.name }) });
    }
    const last = rows.length === ask.limit ? rows.at(-1)?.id : undefined;
    return { recipients, handed, ...(last && { last }) };
  });
}

async function boxesFor(tx: Tx, world: World, { me, own }: { me: Me; own: OwnView }) {
  const head = await headOf(tx, me.service.id);
  const at = { service: me.service.id, version: own.version, live: head.status === 'live' };
  return offeredBoxes(tx, world, at);
}

async function recipientsOf(
  tx: Tx,
  world: World,
  at: { me: Me; own: OwnView; speaker: Speaker },
): Promise<readonly MyRecipient[]> {
  const consents = await tx.consents.list(at.me.service.id, at.me.subject);
  const inForce = consents.filter((row) => row.transfer && consentState(row, world.now()) === 'active');
  const boxes = await boxesFor(tx, world, at);
  const found = new Map<Id, MyRecipient>();
  for (const box of boxes) {
    const { recipient: card } = box;
    const given = inForce.filter(({ transfer }) => transfer?.recipient === card.id);
    const before = found.get(card.id);
    const open = covers(given, box)
      ? []
      : [{ ...boxText(at.speaker, at.own.version, box), abroad: box.abroad }];
    const cites = declaredRow(at.own.version.policy, card)?.cites ?? [];
    const row = { id: card.id, name: card.name, kind: card.kind, country: card.country, cites, given };
    found.set(card.id, { ...row, open: [...(before?.open ?? []), ...open] });
  }
  for (const row of inForce) await addKept(tx, { found, row, me: at.me });
  return [...found.values()];
}

/** A consent in force to a recipient that is not offered any more: it can still be withdrawn. */
async function addKept(
  tx: Tx,
  { found, row, me }: { found: Map<Id, MyRecipient>; row: ConsentRow; me: Me },
): Promise<void> {
  const id = row.transfer?.recipient as Id;
  const known = found.get(id);
  if (known) {
    if (!known.given.includes(row)) found.set(id, { ...known, given: [...known.given, row] });
    return;
  }
  const card = await tx.recipients.current(me.service.id, id);
  if (!card) return;
  const { name, kind, country } = card;
  found.set(id, { id, name, kind, country, cites: [], open: [], given: [row] });
}

/** Whether consents in force cover all that a box asks now: a card that grew is asked about again. */
function covers(given: readonly ConsentRow[], box: RecipientBox): boolean {
  return box.purposes.every((purpose) =>
    box.categories.every((category) =>
      given.some(
        (row) =>
          row.transfer?.abroad === box.abroad &&
          row.transfer.country === box.recipient.country &&
          row.purposes.includes(purpose) &&
          row.withdrawnPurposes[purpose] === undefined &&
          row.categories.includes(category),
      ),
    ),
  );
}

/**
 * Gives a consent to hand data on to one recipient, or the one apart that names the crossing of the border:
 * the act of a person who is signed in, recorded with its text and receipt as at the registration.
 *
 * @law 94-V Art. 7(6), 94-V Art. 8(1), 94-V Art. 16(3)
 */
export async function consentToRecipient(
  world: World,
  me: Me,
  name: string,
): Promise<{ consent: Id } | { problem: Problem }> {
  return decided(world, async (tx) => {
    const own = await openOwn(tx, world, me, 'update');
    const box = (await boxesFor(tx, world, { me, own })).find((one) => one.name === name);
    if (!box) return { problem: { code: 'recipient-not-offered', severity: 'error' as const } };
    const consents = await tx.consents.list(me.service.id, me.subject);
    const active = consents.filter((row) => consentState(row, world.now()) === 'active');
    const given = active.filter(({ transfer }) => transfer?.recipient === box.recipient.id);
    const same = given.find((row) => covers([row], box));
    if (same) return { consent: same.id };
    const full = own.data.get('full_name')?.[0]?.value;
    const consent = await storeConsent(tx, world, {
      ...{ service: me.service, subject: own.subject, version: own.version, purposes: box.purposes },
      values: new Map(full === undefined ? [] : [['full_name', full]]),
      transfer: { recipient: box.recipient, abroad: box.abroad },
      channel: 'cabinet',
    });
    await tx.subjects.bumpVersion(me.service.id, me.subject);
    return { consent };
  });
}

/**
 * Stops every transfer to a third party: withdraws each consent to hand data on, one after the other.
 *
 * @returns how many were withdrawn
 * @law 94-V Art. 8(7), 94-V Art. 24(1)(5)
 */
export async function stopTransfers(world: World, me: Me): Promise<number> {
  const rows = await world.store.transaction((tx) => tx.consents.list(me.service.id, me.subject));
  const open = rows.filter((row) => row.transfer && consentState(row, world.now()) === 'active');
  for (const { id } of open) await withdrawConsent(world, me, { consent: id });
  return open.length;
}
