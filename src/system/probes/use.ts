import { isAcceptedForm } from '../../consent/index.ts';
import { type ConsentFact, decide, type GateFacts, type GateRequest } from '../../gate/index.ts';
import { formCategories } from '../../policy/index.ts';
import { placed } from '../cabinet.ts';
import { counted, type Probe, type Probing } from './probe.ts';

const stranger = '00000000-0000-7000-8000-000000000000';

/**
 * Asks the gate in force a question about a subject who never was: facts are made up, the rules are the live
 * ones.
 */
function question(
  probing: Probing,
  what: Partial<GateRequest> & { consents?: readonly ConsentFact[] },
): boolean {
  const { consents = [], ...asked } = what;
  const { version, live, world } = probing;
  const category = formCategories(version.policy)[0]?.category ?? 'email';
  const request: GateRequest = {
    actor: { role: 'officer', id: stranger },
    verb: 'read',
    service: probing.service.id,
    subject: stranger,
    categories: [category],
    purpose: 'provide_service',
    channel: 'console',
    matter: stranger,
    ...asked,
  };
  const facts: GateFacts = {
    now: world.now(),
    policy: version.policy,
    policyHash: version.hash,
    service: live ? 'live' : 'draft',
    subject: { state: 'active' },
    consents,
    blocks: [],
    expired: [],
  };
  return decide(request, facts, world.law).allowed;
}

/** A use for an undeclared purpose is refused, and no use on record names a purpose its policy lacks. */
export const purposeDeclared: Probe = (probing) => {
  if (question(probing, { purpose: 'undeclared_probe' })) return { state: 'broken', n: 1 };
  const uses = probing.sample.entries.filter(
    ({ purpose, outcome }) => purpose === probing.pledge.label && outcome === 'allowed',
  );
  return counted(uses.length, usesUndeclared(probing));
};

function usesUndeclared(probing: Probing): number {
  return probing.sample.entries.filter(
    ({ outcome, purpose }) => outcome === 'allowed' && purpose === 'undeclared',
  ).length;
}

/** The gate refuses values for a purpose that gets de-identified data only. */
export const deidentifiedOnly: Probe = (probing) => {
  const { label } = probing.pledge;
  if (question(probing, { purpose: label })) return { state: 'broken', n: 1 };
  const passed = probing.sample.entries.filter(
    ({ purpose, outcome }) => purpose === label && outcome === 'allowed',
  );
  const refused = probing.sample.entries.filter(
    ({ purpose, outcome }) => purpose === label && outcome === 'refused',
  );
  return passed.length > 0 ? { state: 'broken', n: passed.length } : counted(refused.length, 0);
};

/** The gate refuses marketing without a consent of its own, and none was done. */
export const marketingByConsent: Probe = (probing) => {
  const purposes = ['marketing_notices', 'targeted_ads'];
  const open = purposes.filter((purpose) => question(probing, { purpose, verb: 'use', channel: 'outbox' }));
  const used = probing.sample.entries.filter(
    ({ purpose, outcome }) => outcome === 'allowed' && purposes.includes(purpose ?? ''),
  );
  return counted(used.length, open.length);
};

/** Every subject has a recorded consent. */
export const groundConsent: Probe = async (probing) => {
  const { tx, service } = probing;
  const n = await tx.subjects.count(service.id, 'user');
  return counted(n, await tx.consents.countSubjectsWithout(service.id));
};

/** The box stands unticked, and each consent on record arose from an act that counts. */
export const consentByAct: Probe = async (probing) => {
  const { body } = await probing.sample.page(`/s/${probing.service.key}/register`);
  const box = /<input[^>]*name="consent"[^>]*>/.exec(body)?.[0];
  if (!box || /\schecked/.test(box)) return { state: 'broken', n: 1 };
  const consents = probing.sample.subjects.flatMap((subject) => subject.consents);
  return counted(consents.length, consents.filter(({ form }) => !isAcceptedForm(form)).length);
};

/** After a withdrawal the gate refuses, and nothing was used for the withdrawn purposes since. */
export const withdrawalEffective: Probe = async (probing) => {
  const { tx, service } = probing;
  const withdrawn = await tx.consents.withdrawnSample(service.id, 20);
  let bad = 0;
  for (const consent of withdrawn) {
    const [category] = consent.categories;
    const purposes = consent.purposes.filter(
      (key) => consent.withdrawnAt !== undefined || consent.withdrawnPurposes[key] !== undefined,
    );
    const open = purposes.filter((purpose) =>
      question(probing, { purpose, ...(category && { categories: [category] }), consents: [consent] }),
    );
    const entries = placed(await tx.entries.ofSubject(service.id, consent.subject, { limit: 200 }));
    const others = probing.sample.subjects.find(({ record }) => record.id === consent.subject)?.consents ?? [
      consent,
    ];
    const later = entries.filter(({ entry }) => {
      const since = consent.withdrawnPurposes[entry.purpose ?? ''] ?? consent.withdrawnAt;
      const covered = others.some(
        ({ id, purposes }) => id !== consent.id && purposes.includes(entry.purpose ?? ''),
      );
      return (
        since !== undefined &&
        !covered &&
        entry.outcome === 'allowed' &&
        purposes.includes(entry.purpose ?? '') &&
        Date.parse(entry.at) > since
      );
    });
    bad += open.length + later.length;
  }
  return counted(withdrawn.length, bad);
};

/** No disclosure went to a recipient the policy does not list. */
export const recipientListed: Probe = (probing) => {
  const listed = new Set(probing.version.policy.recipients.map(({ recipient }) => recipient));
  const gone = probing.sample.entries.filter(
    ({ kind, outcome }) => kind === 'disclosure' && outcome === 'allowed',
  );
  return counted(gone.length, gone.filter(({ recipient }) => !recipient || !listed.has(recipient)).length);
};

/** The gate refuses a transfer to a recipient nobody declared; refusals on record are counted. */
export const transferClosed: Probe = (probing) => {
  const open = question(probing, { verb: 'transfer', recipient: 'undeclared_probe', country: 'KZ' });
  if (open) return { state: 'broken', n: 1 };
  const asked = probing.sample.entries.filter(
    ({ verb, outcome }) => (verb === 'transfer' || verb === 'publish') && outcome === 'refused',
  );
  return counted(asked.length, 0);
};

/** The gate refuses a transfer abroad without a consent that names it. */
export const crossBorderClosed: Probe = (probing) => {
  const recipient = probing.version.policy.recipients[0]?.recipient ?? 'service_providers';
  if (question(probing, { verb: 'transfer', recipient, country: 'US' })) return { state: 'broken', n: 1 };
  const abroad = probing.sample.entries.filter(({ country }) => country !== undefined && country !== 'KZ');
  const gone = abroad.filter(({ outcome }) => outcome === 'allowed');
  return gone.length > 0 ? { state: 'broken', n: gone.length } : counted(abroad.length, 0);
};

/** Each read on record names role and purpose; the gate refuses a role that may not read. */
export const securityAccess: Probe = (probing) => {
  if (question(probing, { actor: { role: 'analyst', id: stranger } })) return { state: 'broken', n: 1 };
  const reads = probing.sample.entries.filter(({ kind }) => kind === 'read');
  const bare = reads.filter(({ actor, purpose }) => actor.role === '' || actor.role === 'guest' || !purpose);
  return counted(reads.length, bare.length);
};

/** No entry shows a decision about a person taken by the program alone. */
export const automationNone: Probe = (probing) => {
  const acts = probing.sample.entries.filter(({ subject }) => subject !== undefined);
  const decides = ({ actor, verb, channel }: (typeof acts)[number]) =>
    actor.role === 'system' && (verb === 'block' || (verb === 'use' && channel !== 'outbox'));
  const alone = acts.filter(decides);
  return counted(acts.length, alone.length);
};

/** Decisions on record cite the law whose rules were applied. */
export const lawNamed: Probe = (probing) => {
  const cited = probing.sample.entries.flatMap(({ because = [] }) =>
    because.filter((reason) => reason.includes('@article:')),
  );
  const known = cited.filter((reason) => /@article:(94-V|DC|CC|R395|R179|R481)/.test(reason));
  return counted(cited.length, cited.length - known.length);
};
