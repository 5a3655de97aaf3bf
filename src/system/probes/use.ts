import { hexOf, utf8 } from '../../base/index.ts';
import { isAcceptedForm } from '../../consent/index.ts';
import { articleOf, standingPurpose } from '../../law/index.ts';
import { purposes } from '../../policy/index.ts';
import type { ConsentRow } from '../../store/index.ts';
import { evidenceOf } from '../consents.ts';
import { counted, legible, type Probe, type Probing, type SampledSubject } from './probe.ts';
import { admits, uncovered } from './question.ts';

/** A use for an undeclared purpose is refused, and no use on record names a purpose its policy lacks. */
export const purposeDeclared: Probe = async (probing) => {
  if (admits(probing, { purpose: 'undeclared_probe' })) return { state: 'broken', n: 1 };
  const uses = probing.sample.entries.filter(
    ({ purpose, outcome }) => purpose === probing.pledge.label && outcome === 'allowed',
  );
  return counted(uses.length, await usesUndeclared(probing));
};

async function usesUndeclared({ tx, world, service, sample }: Probing): Promise<number> {
  const versions = await tx.policies.list(service.id);
  const declared = new Map(
    versions.map(({ hash, policy }) => [hash, new Set(policy.purposes.map((row) => row.purpose))]),
  );
  return sample.entries.filter(({ outcome, purpose, policy = '' }) => {
    if (outcome !== 'allowed' || purpose === undefined || standingPurpose(world.law, purpose)) return false;
    return declared.get(policy)?.has(purpose) !== true;
  }).length;
}

const deidentified = Object.values(purposes).filter(({ basis }) => basis === 'deidentified');

/**
 * The gate refuses values for a purpose that gets de-identified data only; for all of them where the clause
 * speaks of research at large.
 */
export const deidentifiedOnly: Probe = (probing) => {
  const { label } = probing.pledge;
  const of = Object.hasOwn(purposes, label) ? [label] : deidentified.map(({ key }) => key);
  if (of.some((purpose) => admits(probing, { purpose }))) return { state: 'broken', n: 1 };
  const asked = probing.sample.entries.filter(
    ({ purpose = '', verb }) => of.includes(purpose) && verb !== 'deidentify',
  );
  const passed = asked.filter(({ outcome }) => outcome === 'allowed');
  return counted(asked.length, passed.length);
};

const marketing: readonly string[] = ['marketing_notices', 'targeted_ads'];

/** The gate refuses marketing without a consent of its own, and none was done without one. */
export const marketingByConsent: Probe = (probing) => {
  const { sample, world } = probing;
  const open = marketing.filter((purpose) => admits(probing, { purpose, verb: 'use', channel: 'outbox' }));
  const used = sample.entries.filter(
    ({ outcome, purpose }) => outcome === 'allowed' && marketing.includes(purpose ?? ''),
  );
  const without = sample.subjects
    .flatMap((subject) => uncovered(world, subject))
    .filter(({ purpose }) => marketing.includes(purpose ?? ''));
  return counted(used.length, open.length + without.length);
};

const lawPurposes = Object.values(purposes).filter(({ basis }) => basis === 'law');

/**
 * The gate refuses a use that rests on the law without citing it, and none on record was made so; what a
 * letter of an authority was answered with rests on the law as well.
 */
export const groundOther: Probe = (probing) => {
  const open = lawPurposes.filter(({ key }) => admits(probing, { purpose: key }));
  const uses = probing.sample.entries.filter(
    ({ purpose, outcome }) =>
      outcome === 'allowed' &&
      (purpose === 'authority_request' || lawPurposes.some(({ key }) => key === purpose)),
  );
  const bare = uses.filter(({ decision }) => decision === undefined);
  return counted(uses.length, open.length + bare.length);
};

/** Every subject has a recorded consent, the gate refuses a use without one, and none was made without. */
export const groundConsent: Probe = async (probing) => {
  const { tx, service, world, sample } = probing;
  if (admits(probing, {})) return { state: 'broken', n: 1 };
  const n = await tx.subjects.count(service.id, 'user');
  const without = sample.subjects.flatMap((subject) => uncovered(world, subject)).length;
  return counted(n, (await tx.consents.countSubjectsWithout(service.id)) + without);
};

const tickedBox = /<input\b(?=[^>]*type=["']?checkbox)(?=[^>]*\schecked)/i;

/**
 * The boxes stand unticked, the gate collects nothing without a consent, and each consent on record arose
 * from an act that counts and has its evidence.
 */
export const consentByAct: Probe = async (probing) => {
  const { body } = probing.sample.page(`/s/${probing.service.key}/register`);
  if (!/<input[^>]*name="consent"/.test(body) || tickedBox.test(body)) return { state: 'broken', n: 1 };
  const silent = {
    actor: { role: 'guest' },
    verb: 'collect',
    channel: 'registration',
    state: 'none',
  } as const;
  if (admits(probing, silent)) return { state: 'broken', n: 1 };
  const given = probing.sample.subjects.flatMap((subject) =>
    subject.consents.map((consent) => ({ subject, consent })),
  );
  const bad = await Promise.all(given.map((one) => isUnfounded(probing, one)));
  return counted(given.length, bad.filter(Boolean).length);
};

/** Whether a consent lacks an act that counts, the entry of it, or the text that was agreed to. */
async function isUnfounded(
  { tx, world, service }: Probing,
  { subject, consent }: { subject: SampledSubject; consent: ConsentRow },
): Promise<boolean> {
  if (!isAcceptedForm(consent.form) || !(await tx.entries.get(service.id, consent.entry))) return true;
  if (!subject.sealed) return false;
  try {
    const { text } = evidenceOf(subject.segments, consent.id);
    return hexOf(world.crypto.hash(utf8(text))) !== consent.textSha256;
  } catch {
    return true;
  }
}

/** After a withdrawal the gate refuses, and nothing was used for the withdrawn purposes since. */
export const withdrawalEffective: Probe = async (probing) => {
  const { tx, service, world } = probing;
  const withdrawn = await tx.consents.withdrawnSample(service.id, 20);
  let bad = 0;
  for (const consent of withdrawn) {
    const [category] = consent.categories;
    const purposes = consent.purposes.filter(
      (key) => consent.withdrawnAt !== undefined || consent.withdrawnPurposes[key] !== undefined,
    );
    const open = purposes.filter((purpose) =>
      admits(probing, { purpose, ...(category && { categories: [category] }), consents: [consent] }),
    );
    const consents = await tx.consents.list(service.id, consent.subject);
    const { entries } = legible(await tx.entries.ofSubject(service.id, consent.subject, { limit: 200 }));
    const later = uncovered(world, { entries, consents }).filter(({ purpose }) =>
      purposes.includes(purpose ?? ''),
    );
    bad += open.length + later.length;
  }
  return counted(withdrawn.length, bad);
};

/**
 * The gate refuses to show data to everyone, whoever asks, as long as no consent names that; nothing was
 * shown so. Refusals on record are counted.
 */
export const displayByConsent: Probe = (probing) => {
  const [first] = probing.version.policy.data;
  const what = { verb: 'publish', categories: [first?.category ?? 'photo'] } as const;
  const open = [
    admits(probing, what),
    admits(probing, { ...what, actor: { role: 'moderator', id: probing.service.id } }),
    admits(probing, { ...what, actor: { role: 'subject', id: probing.service.id }, channel: 'cabinet' }),
  ].filter(Boolean);
  const asked = probing.sample.entries.filter(({ verb }) => verb === 'publish');
  const shown = asked.filter(({ outcome }) => outcome === 'allowed');
  return counted(asked.length, shown.length + open.length);
};

/** Each read on record names role and purpose; the gate refuses a role that may not read. */
export const securityAccess: Probe = (probing) => {
  if (admits(probing, { actor: { role: 'analyst', id: probing.service.id } }))
    return { state: 'broken', n: 1 };
  const reads = probing.sample.entries.filter(({ kind }) => kind === 'read');
  const bare = reads.filter(({ actor, purpose }) => actor.role === 'guest' || !purpose);
  return counted(reads.length, bare.length);
};

/** No entry shows a decision about a person taken by the program alone. */
export const automationNone: Probe = (probing) => {
  const acts = probing.sample.entries.filter(({ subject }) => subject !== undefined);
  const decides = ({ actor, verb, channel, matter }: (typeof acts)[number]) =>
    actor.role === 'system' &&
    ((verb === 'block' && matter === undefined) || (verb === 'use' && channel !== 'outbox'));
  return counted(acts.length, acts.filter(decides).length);
};

/** Decisions on record cite articles of the law pack in force here and of no other law. */
export const lawNamed: Probe = (probing) => {
  const cited = probing.sample.entries.flatMap(({ because = [] }) =>
    because.flatMap((reason) => /@article:(.+)$/.exec(reason)?.[1] ?? []),
  );
  const strange = cited.filter((article) => articleOf(probing.world.law, article) === undefined);
  return counted(cited.length, strange.length);
};
