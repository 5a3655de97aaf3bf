import { canonicalJson, utf8 } from '../base/index.ts';
import { commitmentKey, commitmentOf, type Entry } from '../ledger/index.ts';
import type { ConsentRow, Tx } from '../store/index.ts';
import { rulesOf } from './entries.ts';
import { endedNow, guardianRules } from './guardian.ts';
import type { OpenSubject } from './subjects.ts';
import { endConsent } from './withdraw.ts';
import type { World } from './world.ts';

/**
 * Ends again after a restoration what an entry says was ended: a consent that was withdrawn, mailings that
 * were refused, or the right of somebody to act for another.
 *
 * @returns whether it was not ended in the backup
 */
export function endAgain(
  tx: Tx,
  world: World,
  what: { subject: OpenSubject; entry: Entry },
): Promise<boolean> {
  if (rulesOf(what.entry).includes(guardianRules.ended)) return representationAgain(tx, world, what);
  return optedOut(what.entry) === undefined ? withdrawAgain(tx, world, what) : optOutAgain(tx, what);
}

/** The consents given in it have entries of their own. @returns whether it had not ended in the backup */
async function representationAgain(
  tx: Tx,
  world: World,
  { subject, entry }: { subject: OpenSubject; entry: Entry },
): Promise<boolean> {
  const rows = await tx.representations.ofSubject(subject.service, subject.record.id);
  const row = rows.find(({ id, state }) => id === entry.matter && state !== 'over');
  if (!row) return false;
  const ended = { ...endedNow(world, row), endedAt: Date.parse(entry.at) };
  await tx.representations.update(subject.service, ended);
  await tx.subjects.bumpVersion(subject.service, subject.record.id);
  return true;
}

/** How mailings were refused, where that is what the entry says. */
function optedOut(entry: Entry): string | undefined {
  return rulesOf(entry).flatMap((rule) => /^opted-out-by-(\w+)$/.exec(rule)?.[1] ?? [])[0];
}

/** @returns whether it was not refused in the backup */
async function optOutAgain(
  tx: Tx,
  { subject, entry }: { subject: OpenSubject; entry: Entry },
): Promise<boolean> {
  const { service, id } = subject.record;
  const { purpose = '', categories = [] } = entry;
  const [since, via] = [Date.parse(entry.at), optedOut(entry) ?? ''];
  let refused = 0;
  for (const category of categories)
    refused += await tx.optOuts.put(service, id, { purpose, category, since, via });
  if (refused > 0) await tx.subjects.bumpVersion(service, id);
  return refused > 0;
}

async function withdrawAgain(
  tx: Tx,
  world: World,
  { subject, entry }: { subject: OpenSubject; entry: Entry },
): Promise<boolean> {
  const { service, id } = subject.record;
  const row = (await tx.consents.list(service, id)).find((consent) => consent.id === entry.matter);
  if (!row || row.withdrawnAt !== undefined) return false;
  const purposes = withdrawnPurposes(world, { subject, entry, row });
  const at = Date.parse(entry.at);
  await endConsent(tx, world, { subject, row, at, ...(purposes && { purposes }) });
  return true;
}

/** So many purposes are tried in every combination; a consent has a dozen at most. */
const purposesTried = 16;

/** Which purposes a withdrawal was for; undefined: the whole consent, or nobody can tell. */
function withdrawnPurposes(
  world: World,
  { subject, entry, row }: { subject: OpenSubject; entry: Entry; row: ConsentRow },
): readonly string[] | undefined {
  const open = row.purposes.filter((purpose) => row.withdrawnPurposes[purpose] === undefined).sort();
  if (open.length > purposesTried) return undefined;
  const key = commitmentKey(subject.keys.pseudonymKey, entry.id, world.crypto);
  const fits = (purposes: readonly string[]) =>
    commitmentOf(key, utf8(canonicalJson({ consent: row.id, purposes })), world.crypto) === entry.commitment;
  for (let set = 1; set < 2 ** open.length - 1; set++) {
    const purposes = open.filter((_, n) => (set >> n) & 1);
    if (fits(purposes)) return purposes;
  }
  return undefined;
}
