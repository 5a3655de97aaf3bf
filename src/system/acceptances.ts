import { type Id, isId, KepilError, type Language, type Problem } from '../base/index.ts';
import type { AcceptanceRecord, AgreementHead, AgreementRecord, ServiceRecord, Tx } from '../store/index.ts';
import { agreementsInForce, textIn } from './agreements.ts';
import type { Me } from './cabinet.ts';
import { record } from './entries.ts';
import { type OpenSubject, openSubject } from './subjects.ts';
import type { World } from './world.ts';

/** How the log says that somebody accepted a document. */
export const acceptedRule = 'agreement-accepted';

/** A document as it concerns one person. */
export interface MyAgreement {
  readonly row: AgreementRecord;
  /** Absent while they have not accepted this version. */
  readonly acceptedAt?: number;
  /** They accepted an earlier version of it. */
  readonly before: boolean;
}

/** What somebody accepted and is asked to accept. */
export interface MyAgreements {
  readonly asked: readonly MyAgreement[];
  /** What they accepted, newest first. */
  readonly accepted: readonly { readonly row: AgreementHead; readonly acceptance: AcceptanceRecord }[];
  /** The account was opened by accepting a document, and no consent was given: nothing else may be done. */
  readonly limited: boolean;
}

/** @see MyAgreements */
export async function showMyAgreements(world: World, me: Me): Promise<MyAgreements> {
  const service = me.service.id;
  return world.store.transaction(async (tx) => {
    const given = await tx.agreements.ofSubject(service, me.subject);
    const heads = new Map((await tx.agreements.heads(service)).map((row) => [row.id, row]));
    const asked: MyAgreement[] = [];
    for (const head of await agreementsInForce(tx, world, service)) {
      const mine = given.find(({ agreement }) => agreement === head.id);
      if (mine?.acceptedAt !== undefined) continue;
      const row = await tx.agreements.get(service, head.id);
      const before = given.some(
        ({ agreement, acceptedAt }) => acceptedAt !== undefined && heads.get(agreement)?.kind === head.kind,
      );
      if (row) asked.push({ row, before });
    }
    const accepted = given.flatMap((acceptance) => {
      const row = heads.get(acceptance.agreement);
      return row && acceptance.acceptedAt !== undefined ? [{ row, acceptance }] : [];
    });
    accepted.sort((a, b) => (b.acceptance.acceptedAt ?? 0) - (a.acceptance.acceptedAt ?? 0));
    return { asked, accepted, limited: await isLimited(tx, me.service.id, me.subject) };
  });
}

/** Whether an account rests on an accepted document alone: nobody consented to anything. */
export async function isLimited(tx: Tx, service: Id, subject: Id): Promise<boolean> {
  if ((await tx.consents.list(service, subject)).length > 0) return false;
  const given = await tx.agreements.ofSubject(service, subject);
  return given.some(({ channel }) => channel === 'registration');
}

/** How many documents in force wait for somebody's answer; the pages of their cabinet say so. */
export async function agreementsWaiting(world: World, me: Me): Promise<number> {
  return world.store.transaction(async (tx) => {
    const inForce = await agreementsInForce(tx, world, me.service.id);
    if (inForce.length === 0) return 0;
    const given = await tx.agreements.ofSubject(me.service.id, me.subject);
    const done = new Set(
      given.filter(({ acceptedAt }) => acceptedAt !== undefined).map(({ agreement }) => agreement),
    );
    return inForce.filter(({ id }) => !done.has(id)).length;
  });
}

/** An acceptance as it is sent: of which version, by its hash, and the box under it. */
export interface AcceptanceForm {
  readonly agreement: string;
  readonly sha256: string;
  readonly agree: boolean;
  readonly language: Language;
}

/**
 * Accepts a version of a document that is in force, for oneself. It is an act of its own with an entry of its
 * own: it consents to nothing. Twice changes nothing.
 *
 * @throws KepilError `ERR_NOT_SIGNED_IN`
 * @law 94-V Art. 7(1), 94-V Art. 8(1)
 */
export async function acceptAgreement(
  world: World,
  me: Me,
  form: AcceptanceForm,
): Promise<{ readonly problem?: Problem }> {
  const service = me.service.id;
  return world.store.transaction(async (tx) => {
    const subject = await openSubject(tx, world, { service, id: me.subject, mode: 'update' });
    if (!subject) throw new KepilError('ERR_NOT_SIGNED_IN', 'signed-out');
    const row = await agreementAsked(tx, world, { service: me.service, form });
    if (!row) return { problem: fault('agreement-replaced', 'agreement') };
    if (!form.agree) return { problem: fault('agreement-box', 'agree') };
    await storeAcceptance(tx, world, { subject, row, language: form.language, channel: 'cabinet' });
    return {};
  });
}

const fault = (code: string, field: string): Problem => ({ code, severity: 'error', field });

/** The version in force that a form names, if it is still the one that was read. */
export async function agreementAsked(
  tx: Tx,
  world: World,
  { service, form }: { service: ServiceRecord; form: Pick<AcceptanceForm, 'agreement' | 'sha256'> },
): Promise<AgreementHead | undefined> {
  if (!isId(form.agreement)) return undefined;
  const inForce = await agreementsInForce(tx, world, service.id);
  return inForce.find(({ id, sha256 }) => id === form.agreement && sha256 === form.sha256);
}

/** Stores an acceptance with its entry. @returns whether it was not there before */
export async function storeAcceptance(
  tx: Tx,
  world: World,
  what: {
    subject: OpenSubject;
    row: AgreementHead;
    language: Language;
    channel: NonNullable<AcceptanceRecord['channel']>;
  },
): Promise<boolean> {
  const { subject, row, channel } = what;
  // What was read, where the page was in a language that the document is not in.
  const { language } = textIn({ texts: {}, languages: row.languages }, what.language);
  const { service, record: person } = subject;
  const known = await tx.agreements.ofSubject(service, person.id);
  if (known.some(({ agreement, acceptedAt }) => agreement === row.id && acceptedAt !== undefined))
    return false;
  const { kind, number = 0, sha256 } = row;
  const entry = await record(tx, world, {
    ...{ service, kind: 'agreement', outcome: 'done', actor: { role: 'subject' }, channel },
    because: [{ rule: acceptedRule }],
    matter: row.id,
    subject: { id: person.id, keys: subject.keys },
    record: { kind, number, sha256, language },
  });
  const acceptedAt = world.now();
  await tx.agreements.accept({
    ...{ service, subject: person.id, agreement: row.id, acceptedAt, language, channel, entry },
  });
  return true;
}
