import { type Id, KepilError, type Problem } from '../base/index.ts';
import { formCategories } from '../policy/index.ts';
import type { SubjectRecord, Tx } from '../store/index.ts';
import { isLimited } from './acceptances.ts';
import { type Asked, ask, decided, Refused } from './ask.ts';
import { attempting } from './attempts.ts';
import { type Me, today } from './cabinet.ts';
import { tellHolders } from './decide-change.ts';
import { openDraft, takeDraft, type Waiting, waitingIn } from './drafts.ts';
import { adultsOnly, ageFrom, checkValue, normalForm } from './form.ts';
import { tellAboutSignIn } from './password.ts';
import { confirmedAddresses } from './proof-anew.ts';
import {
  dataOf,
  digestOf,
  type OpenSubject,
  openSegments,
  openSubject,
  placeOf,
  writeValues,
} from './subjects.ts';
import { isBlank } from './typed.ts';
import { versionFor } from './version-for.ts';
import { headOf, type World } from './world.ts';

/** Corrected at once, waiting for the code sent to a new address, or refused with what is wrong. */
export type Correction = { readonly entry: Id } | Waiting | { readonly problem: Problem };

/**
 * Corrects (or adds) one value of the person's own. A new e-mail or phone counts only after the code sent to
 * it.
 *
 * @throws Refused when the gate says no, such as while the data are blocked
 * @law 94-V Art. 13, 24(1)(2)
 */
export async function correctValue(
  world: World,
  me: Me,
  what: { category: string; value: string },
): Promise<Correction> {
  return decided(world, async (tx) => {
    const checked = await checkedValue(tx, world, { me, ...what });
    if ('problem' in checked) return checked;
    const { value, subject, hash } = checked;
    const { category } = what;
    if (byDocument.includes(category) && (await isConfirmed(tx, world, { me, category })))
      return { problem: { code: 'file-missing', severity: 'error', field: 'document' } };
    if (category !== 'email' && category !== 'phone')
      return apply(tx, world, { me, category, value, status: 'stated' });
    const holder = await holderOf(tx, world, me);
    const content = {
      kind: 'correction' as const,
      fields: [[category, value] as const],
      optional: [],
      policyHash: hash,
      language: subject.language,
      contact: category as 'email' | 'phone',
    };
    return openDraft(tx, world, { service: me.service, content, holder });
  });
}

/**
 * What a document confirms. Once it has, another document is needed to change it.
 *
 * @law 94-V Art. 24(1)(2)
 */
export const byDocument: readonly string[] = ['full_name', 'birth_date', 'iin', 'id_document'];

async function isConfirmed(tx: Tx, world: World, { me, category }: { me: Me; category: string }) {
  const segments = await openSegments(tx, world, await holderOf(tx, world, me));
  return dataOf(segments).get(category)?.[0]?.status === 'confirmed';
}

/** A value that may stand, or what is wrong with it. */
type Checked =
  | { readonly problem: Problem }
  | { readonly value: string; readonly subject: SubjectRecord; readonly hash: string };

/**
 * A value as it may stand in a category of the person's own, or what is wrong with it.
 *
 * @throws KepilError `ERR_NOT_FOUND` when they do not change it themselves
 */
export async function checkedValue(
  tx: Tx,
  world: World,
  what: { me: Me; category: string; value: string },
): Promise<Checked> {
  const { me, category } = what;
  const { subject, policy, hash, row } = await rowToCorrect(tx, world, { me, category });
  await needConsent(tx, world, { me, category, purposes: row.purposes });
  const text = what.value.trim();
  const problem = isBlank(text) ? empty(category) : checkValue(row, text, today(world));
  if (problem) return { problem };
  const value = normalForm(category, text);
  const age = ageFrom(new Map([[category, value]]), today(world));
  if (adultsOnly(policy) && age !== undefined && age < 18)
    return { problem: { ...empty(category), code: 'under-age' } };
  return { value, subject, hash };
}

/** Of who consented to nothing only what is held already is changed: a new datum would be collected. */
async function needConsent(
  tx: Tx,
  world: World,
  { me, category, purposes }: { me: Me; category: string; purposes: readonly string[] },
): Promise<void> {
  if (!(await isLimited(tx, me.service.id, me.subject))) return;
  const held = dataOf(await openSegments(tx, world, await holderOf(tx, world, me)));
  if (held.has(category)) return;
  const request = {
    actor: { role: 'subject' as const, id: me.subject },
    verb: 'collect' as const,
    ...{ service: me.service.id, subject: me.subject, categories: [category] },
    ...{ purpose: purposes[0] ?? 'provide_service', channel: 'cabinet' as const },
  };
  const { decision, entry } = await ask(tx, world, request, { mode: 'update' });
  if (!decision.allowed) throw new Refused(decision.because, entry);
}

/** The row of a category that the person corrects themselves, under the policy they are in. */
async function rowToCorrect(tx: Tx, world: World, at: { me: Me; category: string }) {
  const { me, category } = at;
  const subject = await tx.subjects.get(me.service.id, me.subject);
  if (!subject) throw new KepilError('ERR_NOT_SIGNED_IN', 'signed-out');
  const head = await headOf(tx, me.service.id);
  const { policy, hash } = await versionFor(tx, world, { head, hash: subject.policyHash });
  const row = formCategories(policy).find((data) => data.category === category);
  if (!row) throw new KepilError('ERR_NOT_FOUND', 'not-found');
  return { subject, policy, hash, row };
}

/**
 * Looks whether a person corrects values of a category themselves, before any value is read.
 *
 * @throws KepilError `ERR_NOT_FOUND` when they do not
 */
export async function checkCorrectable(world: World, me: Me, category: string): Promise<void> {
  await world.store.transaction((tx) => rowToCorrect(tx, world, { me, category }));
}

async function holderOf(tx: Tx, world: World, me: Me): Promise<OpenSubject> {
  const subject = await openSubject(tx, world, { service: me.service.id, id: me.subject, mode: 'update' });
  if (!subject) throw new KepilError('ERR_NOT_SIGNED_IN', 'signed-out');
  return subject;
}

/** A correction of the person's own that waits for its code; undefined when it is gone. */
export function waitingCorrection(world: World, me: Me, draft: Id): Promise<Waiting | undefined> {
  return world.store.transaction(async (tx) =>
    waitingIn(tx, world, { service: me.service.id, draft, holder: await holderOf(tx, world, me) }),
  );
}

function empty(field: string): Problem {
  return { code: 'field-mandatory', severity: 'error', field };
}

/** The change counts, or why not. */
type Confirmation =
  | { readonly entry: Id }
  | { readonly problem: 'code-wrong' | 'code-expired' | 'already-registered' };

/**
 * Takes the code sent to a new address; the change counts from now.
 *
 * @throws KepilError `ERR_NOT_FOUND` when the draft is of another category
 * @throws TooSoon after too many tries from this place
 */
export async function confirmCorrection(
  world: World,
  me: Me,
  at: { category: string; draft: Id; code: string; from: string },
): Promise<Confirmation> {
  const { draft: account, from } = at;
  const attempt = { service: me.service.id, what: 'code-entered', account, from } as const;
  return attempting(world, attempt, {
    work: () => takeCode(world, me, at),
    right: (outcome) => 'entry' in outcome,
  });
}

async function takeCode(
  world: World,
  me: Me,
  at: { category: string; draft: Id; code: string },
): Promise<Confirmation> {
  return decided(world, async (tx) => {
    const holder = await holderOf(tx, world, me);
    const taken = await takeDraft(tx, world, { service: me.service.id, ...at, kind: 'correction', holder });
    if ('problem' in taken) return taken;
    const [category, value] = taken.draft.fields[0] as readonly [string, string];
    if (category !== at.category) throw new KepilError('ERR_NOT_FOUND', 'not-found');
    const field = taken.draft.contact;
    const digest = digestOf(world, { service: me.service.id, field, value });
    await tx.blindIndex.claim(me.service.id, field, digest);
    const holders = await tx.blindIndex.find(me.service.id, field, digest);
    const foreign = holders.some((other) => other !== me.subject);
    const done = foreign
      ? { problem: 'already-registered' as const }
      : await apply(tx, world, { me, category, value, status: 'confirmed' });
    await tx.drafts.remove(me.service.id, at.draft);
    return done;
  });
}

async function apply(
  tx: Tx,
  world: World,
  what: { me: Me; category: string; value: string; status: 'stated' | 'confirmed' },
): Promise<{ entry: Id }> {
  const { me, category, value, status } = what;
  const request = {
    actor: { role: 'subject' as const, id: me.subject },
    verb: 'change' as const,
    service: me.service.id,
    subject: me.subject,
    categories: [category],
    purpose: 'subject_rights',
    channel: 'cabinet' as const,
  };
  const asked = await ask(tx, world, request, { mode: 'update', record: { [category]: value } });
  if (!asked.subject || !asked.entry) throw new KepilError('ERR_NOT_SIGNED_IN', 'signed-out');
  if (!asked.decision.allowed) throw new Refused(asked.decision.because, asked.entry);
  const at = world.now();
  const stored = {
    value,
    giver: 'subject',
    source: dataOf(asked.segments).has(category) ? 'correction' : 'addition',
    at,
    status,
    entry: asked.entry,
  };
  const writings = [{ category, ...placeOf(asked.version.policy, category), value: stored }];
  await writeValues(tx, world, { subject: asked.subject, segments: asked.segments, writings });
  await tx.subjects.bumpVersion(me.service.id, me.subject);
  const { keys } = asked.subject;
  await tellHolders(tx, world, { service: me.service.id, subject: me.subject, keys, category });
  if (category === 'email' || category === 'phone') await leaveAddress(tx, world, { me, asked, category });
  return { entry: asked.entry };
}

/** The address that was good until now is told, and codes that are on their way to it open nothing. */
async function leaveAddress(
  tx: Tx,
  world: World,
  { me, asked, category }: { me: Me; asked: Asked; category: 'email' | 'phone' },
): Promise<void> {
  const { subject, segments } = asked;
  if (!subject) return;
  const to = confirmedAddresses(dataOf(segments)).filter(({ kind }) => kind === category);
  await tellAboutSignIn(tx, world, { me, subject, template: 'address-changed', to });
  for (const purpose of ['sign-in', 'proof'] as const)
    await tx.tickets.removeOf(me.service.id, purpose, me.subject);
}
