import { type Id, KepilError, newId, type Problem } from '../base/index.ts';
import { admitsMinors, guardianRelations } from '../consent/index.ts';
import type { RequestRecord, ServiceRecord, Tx } from '../store/index.ts';
import { normalise } from '../vault/index.ts';
import { speakerOf } from '../words/index.ts';
import { closing } from './answer.ts';
import { decided } from './ask.ts';
import { actorOf, type Clerk, within } from './clerk.ts';
import { record } from './entries.ts';
import {
  type GuardianClaim,
  guardianRules,
  movedTo,
  noteGuardian,
  sealBirth,
  sealClaim,
} from './guardian.ts';
import { representativeAt } from './guardian-ask.ts';
import { birthProblems } from './guardian-claim.ts';
import { tellGuardian } from './guardian-link.ts';
import { type RequestWords, sealWords, wordsOf } from './request-words.ts';
import { askForWords, requestOf } from './requests.ts';
import { openSubject } from './subjects.ts';
import { tellOfRequest } from './tell-of-request.ts';
import { kindOfAddress } from './typed.ts';
import { versionFor } from './version-for.ts';
import { headOf, type World } from './world.ts';

/** What the officer saw in the documents of whoever speaks for a child. */
export interface OfferForm {
  readonly relation: string;
  readonly birth: string;
}

/**
 * Whether whoever speaks for a child may be offered to consent instead: the account is known, it is known who
 * asks, nothing is answered yet, and the policy lets minors in.
 */
export function mayOffer(world: World, row: RequestRecord): Promise<boolean> {
  return world.store.transaction((tx) => mayOfferIn(tx, world, row));
}

async function mayOfferIn(tx: Tx, world: World, row: RequestRecord): Promise<boolean> {
  if (row.onBehalf !== 'child' || row.about === undefined || row.closedAt !== undefined) return false;
  const { service, about } = row;
  const subject = await tx.subjects.get(service, about);
  if (subject?.kind !== 'user') return false;
  const head = await headOf(tx, service);
  const { policy } = await versionFor(tx, world, { head, hash: subject.policyHash });
  const rows = await tx.representations.ofSubject(service, about);
  const offered = rows.some(({ request, state }) => request === row.id && state !== 'over');
  return admitsMinors(policy) && !offered;
}

/**
 * Offers whoever speaks for a child to consent to what the child began, instead of having it destroyed: their
 * right was seen in the matter of the request. The block stands until they do.
 *
 * @throws KepilError `ERR_FORBIDDEN`, `ERR_NOT_FOUND`
 * @throws Refused
 * @law 94-V Art. 7(1), CC Art. 22
 */
export async function offerGuardian(
  world: World,
  clerk: Clerk,
  what: { service: ServiceRecord; id: string; form: OfferForm },
): Promise<readonly Problem[]> {
  const by = within(clerk, ['officer'], 'guardian-beyond-role');
  return decided(world, async (tx) => {
    const { row, subject } = await requestOf(tx, world, { ...what, mode: 'update' });
    const words = wordsOf(world, subject, row);
    const problems = await problemsOf(tx, world, { row, words, form: what.form });
    if (problems.length > 0 || !words) return problems;
    await askForWords(tx, world, { clerk: by, row, verb: 'use', asking: { mode: 'update' } });
    await makeOffer(tx, world, { by, service: what.service, row, words, form: what.form });
    return [];
  });
}

async function problemsOf(
  tx: Tx,
  world: World,
  of: { row: RequestRecord; words: RequestWords | undefined; form: OfferForm },
): Promise<readonly Problem[]> {
  const { row, words, form } = of;
  const fault = (code: string): Problem => ({ code, severity: 'error', field: 'relation' });
  const address = kindOfAddress(words?.contact?.answerTo ?? '');
  return [
    ...((await mayOfferIn(tx, world, row)) ? [] : [fault('guardian-not-offered')]),
    ...(row.identity === 'waiting' ? [fault('identity-unproved')] : []),
    ...(address ? [] : [fault('guardian-unreachable')]),
    ...(guardianRelations.some((one) => one === form.relation) ? [] : [fault('guardian-relation-missing')]),
    ...birthProblems(world, form.birth.trim()),
  ];
}

async function makeOffer(
  tx: Tx,
  world: World,
  from: { by: Clerk; service: ServiceRecord; row: RequestRecord; words: RequestWords; form: OfferForm },
): Promise<void> {
  const { by, service, row, words, form } = from;
  const address = words.contact?.answerTo ?? '';
  const kind = kindOfAddress(address) as 'email' | 'phone';
  const guardian = { kind, address: normalise(kind, address) };
  const claimant = await tx.subjects.get(service.id, row.subject);
  const now = world.now();
  const representative = await representativeAt(tx, world, {
    ...{ service, guardian },
    row: {
      ...{ service: service.id, version: 1, policyHash: (await headOf(tx, service.id)).hash },
      ...{ language: claimant?.language ?? 'ru', createdAt: now },
    },
  });
  const who = { service: service.id, id: row.about as Id, mode: 'update' as const };
  const minor = await openSubject(tx, world, who);
  if (!minor) throw new KepilError('ERR_NOT_FOUND', 'not-found');
  const id = newId(now, world.crypto.random);
  const birth = form.birth.trim();
  const claim: GuardianClaim = {
    ...{ ...guardian, name: words.contact?.name ?? '', birth, child: words.representing?.child ?? '' },
    relation: guardianRelations.find((one) => one === form.relation) ?? 'guardian',
  };
  const made = movedTo(
    world,
    {
      ...{ id, subject: minor.record.id, representative: representative.record.id, request: row.id },
      ...{ state: 'proved', askedAt: now, birth: sealBirth(world, { minor, id, birth }) },
      claim: sealClaim(world, { representative, id, claim }),
    },
    'proved',
  );
  await tx.representations.insert(service.id, made);
  await noteGuardian(tx, world, {
    ...{ about: minor, row: made, rule: guardianRules.confirmed, kind: 'approval' },
    by: { actor: actorOf(by), actorKeys: by.keys, channel: 'console' },
  });
  const until = made.expiresAt as number;
  await tellGuardian(tx, world, { service, representative, claim, template: 'guardian-confirmed', until });
}

/**
 * Closes the request out of which a representative consented: what it demanded is demanded no more, and
 * whoever made it is told so. Nothing when it was answered meanwhile.
 *
 * @law 94-V Art. 25(2)(6)
 */
export async function closeForGuardian(
  tx: Tx,
  world: World,
  of: { service: ServiceRecord; request: Id },
): Promise<void> {
  const { service } = of;
  const known = await tx.requests.get(service.id, of.request);
  if (!known || known.closedAt !== undefined) return;
  const { row, subject } = await requestOf(tx, world, { service, id: of.request, mode: 'update' });
  const words = wordsOf(world, subject, row);
  if (row.closedAt !== undefined || !words) return;
  const speaker = speakerOf(subject.record.language, world.law.zone);
  const answered = { ...words, answer: speaker.say('page.guardian.answer') };
  const closed = closing(row, { outcome: 'done', at: world.now() });
  const sealed = sealWords(world, { subject, id: row.id, words: answered });
  await tx.requests.update({ ...closed, sealed });
  await record(tx, world, {
    ...{ service: service.id, kind: 'answer', outcome: 'done', channel: 'cabinet', matter: row.id },
    actor: { role: 'representative' },
    purpose: 'subject_rights',
    because: [{ rule: 'guardian-consented-instead', article: '94-V Art. 7(1)' }],
    subject: { id: subject.record.id, keys: subject.keys },
    record: { answer: answered.answer },
  });
  await tellOfRequest(tx, world, { service, subject, row: closed, words: answered, news: 'answered' });
}
