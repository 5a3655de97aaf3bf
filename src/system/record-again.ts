import { type Id, nilId } from '../base/index.ts';
import { dueOn } from '../law/index.ts';
import type { Entry } from '../ledger/index.ts';
import type { DisclosureRecord, RecipientRecord, ServiceRecord, Tx } from '../store/index.ts';
import { rulesOf } from './entries.ts';
import type { OpenSubject } from './subjects.ts';
import type { World } from './world.ts';

const cardsAtOnce = 500;
const packagesAtMost = 10_000;

/** The version of a card that an entry made; its id is the decision under which things are handed on. */
async function cardOf(
  tx: Tx,
  service: Id,
  decision: string | undefined,
): Promise<RecipientRecord | undefined> {
  for (const { id } of await tx.recipients.list(service, { limit: cardsAtOnce }))
    for (const version of await tx.recipients.versions(service, id))
      if (version.decision === decision) return version;
  return undefined;
}

/**
 * Records again, from its entry, what was handed on of a person after a backup was made: to whom, what, when.
 * The hash of the package is lost with the record, and so is whether the person was told: the notice is due.
 * What went to a recipient registered after the backup is recorded without it. Twice changes nothing.
 */
export async function disclosureAgain(
  tx: Tx,
  world: World,
  { subject, entry }: { subject: OpenSubject; entry: Entry },
): Promise<void> {
  const { service, id } = subject.record;
  const known = await tx.disclosures.ofSubject(service, id, { limit: packagesAtMost });
  if (known.some((row) => row.entry === entry.id)) return;
  const card = await cardOf(tx, service, entry.decision);
  const madeAt = Date.parse(entry.at);
  const letter = entry.purpose === 'authority_request';
  const due = dueOn(world.law, 'transfer.notify', madeAt);
  const row: DisclosureRecord = {
    ...{ service, subject: id, id: (letter ? entry.id : entry.matter) as Id },
    ...(card && { recipient: card.id, recipientVersion: card.version }),
    ...{ kind: entry.recipient ?? 'other_named', country: entry.country ?? world.law.country },
    ...{ purpose: entry.purpose ?? '', categories: entry.categories ?? [], madeAt, entry: entry.id as Id },
    noticeDueOn: due,
    // Whether the letter barred the notice nobody knows any more: a person looks.
    ...(letter && { authority: entry.matter as Id, barredUntil: due }),
  };
  await tx.disclosures.insert(row);
}

/** What was handed on: of it the record is made again, so that whoever holds the data is known. */
export const isHanded = ({ kind, verb, outcome }: Entry) =>
  kind === 'disclosure' && verb === 'transfer' && outcome === 'allowed';

/** Whether it is the closing of a recipient. */
export const closes = (entry: Entry) =>
  entry.kind === 'policy' && rulesOf(entry).includes('recipient-closed');

/** Ends a decision of a representative again. One that was made since the backup is lost. */
export function mandateEnded(world: World, service: ServiceRecord, entry: Entry): Promise<boolean> {
  return world.store.transaction(
    async (tx) => (await tx.mandates.end(service.id, entry.matter as Id, Date.parse(entry.at))) > 0,
  );
}

/** Ends a version of a document again. One that was approved since the backup is lost. */
export function agreementEndedAgain(world: World, service: ServiceRecord, entry: Entry): Promise<boolean> {
  return world.store.transaction(
    async (tx) => (await tx.agreements.end(service.id, entry.matter as Id, Date.parse(entry.at))) > 0,
  );
}

/** Ends a contract again. One that was made since the backup is lost. @returns whether it was in force */
export async function contractEndedAgain(
  tx: Tx,
  { subject, entry }: { subject: OpenSubject; entry: Entry },
): Promise<boolean> {
  const { service, id } = subject.record;
  const ended = { id: entry.matter as Id, at: Date.parse(entry.at), by: nilId };
  return (await tx.contracts.end(service, id, ended)) > 0;
}

/** Closes a recipient again. One that was made since the backup is lost with its card. */
export async function recipientClosed(world: World, service: ServiceRecord, entry: Entry): Promise<boolean> {
  return world.store.transaction(async (tx) => {
    const card = await tx.recipients.current(service.id, entry.matter as Id);
    if (!card || card.ended) return false;
    const made = { decision: entry.id as Id, changedAt: Date.parse(entry.at), changedBy: nilId };
    await tx.recipients.insert({ ...card, ...made, version: card.version + 1, ended: true });
    return true;
  });
}
