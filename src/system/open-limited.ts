import type { Id, Json, Language, Problem } from '../base/index.ts';
import { type Decision, decide } from '../gate/index.ts';
import { formCategories } from '../policy/index.ts';
import type {
  AgreementHead,
  AgreementRecord,
  PolicyVersionRecord,
  ServiceRecord,
  Tx,
} from '../store/index.ts';
import { agreementAsked, storeAcceptance } from './acceptances.ts';
import { agreementsInForce } from './agreements.ts';
import type { Draft } from './draft.ts';
import { openDraft } from './drafts.ts';
import { record } from './entries.ts';
import { normalForm } from './form.ts';
import { resealMessages } from './outbox.ts';
import type { Started } from './start-registration.ts';
import { type OpenSubject, placeOf, writeValues } from './subjects.ts';
import { faultInLine, isBlank, kindOfAddress } from './typed.ts';
import { headOf, policyVersion, type World } from './world.ts';

/** A document as it stands beside its box, before there is an account. */
export interface OfferedAgreements {
  readonly agreements: readonly AgreementRecord[];
  /** Kinds of address of which one is enough. */
  readonly contacts: readonly ('email' | 'phone')[];
}

/** What somebody accepts to open an account without any consent; no documents: there is no such way. */
export async function offeredAgreements(world: World, service: ServiceRecord): Promise<OfferedAgreements> {
  return world.store.transaction(async (tx) => {
    const { version } = await inForce(tx, world, service);
    const agreements: AgreementRecord[] = [];
    for (const { id } of await agreementsInForce(tx, world, service.id)) {
      const row = await tx.agreements.get(service.id, id);
      if (row) agreements.push(row);
    }
    return { agreements, contacts: contactsIn(version) };
  });
}

async function inForce(tx: Tx, world: World, service: ServiceRecord) {
  const head = await headOf(tx, service.id);
  const version = await policyVersion(tx, world, { service: service.id, hash: head.hash });
  return { version, live: head.status === 'live' };
}

const contactsIn = ({ policy }: PolicyVersionRecord) =>
  formCategories(policy).flatMap(({ category }) =>
    category === 'email' || category === 'phone' ? [category as 'email' | 'phone'] : [],
  );

/** An account without consent as it is asked for. */
export interface LimitedForm {
  readonly service: ServiceRecord;
  readonly language: Language;
  /** One address: an e-mail or a telephone. */
  readonly address: string;
  /** The versions whose boxes are ticked, by id and hash. */
  readonly accepted: readonly { readonly agreement: string; readonly sha256: string }[];
  /** The box that says that they are of age. */
  readonly adult: boolean;
}

/**
 * First step to an account that rests on accepted documents alone: of the person nothing is kept but the
 * address by which they are known, and nothing is done with it but what the law lets them demand. The code
 * goes to that address. Without the boxes nothing is stored.
 *
 * @law 94-V Art. 7(1), 94-V Art. 24(1)
 */
export async function startLimited(world: World, form: LimitedForm): Promise<Started> {
  return world.store.transaction(async (tx) => {
    const { service, language } = form;
    const { version, live } = await inForce(tx, world, service);
    const contact = kindOfAddress(form.address.trim());
    const wanted = await agreementsInForce(tx, world, service.id);
    const problems = [
      ...checkAddress(form.address, contactsIn(version)),
      ...(await checkAccepted(tx, world, { form, wanted })),
      ...(form.adult ? [] : [fault('agreement-adult', 'adult')]),
    ];
    const decision =
      problems.length === 0 && contact
        ? decideAddress(world, { service: service.id, version, live, contact })
        : undefined;
    const refused = decision?.allowed === false ? decision : undefined;
    if (problems.length > 0 || !contact || refused) return refuse(tx, world, { service, problems, refused });
    const content: Draft = {
      kind: 'registration',
      fields: [[contact, normalForm(contact, form.address.trim())]],
      ...{ optional: [], recipients: [], policyHash: version.hash, language, contact },
      agreements: wanted.map(({ id, sha256 }) => ({ agreement: id, sha256 })),
    };
    return openDraft(tx, world, { service, content });
  });
}

const fault = (code: string, field: string): Problem => ({ code, severity: 'error', field });

async function refuse(
  tx: Tx,
  world: World,
  what: { service: ServiceRecord; problems: readonly Problem[]; refused: Decision | undefined },
): Promise<Started> {
  const { service, problems, refused } = what;
  const rules = [...problems.map(({ code }) => code), ...(refused?.because.map(({ rule }) => rule) ?? [])];
  for (const rule of [...new Set(rules)].sort()) await tx.counters.refused(service.id, rule, world.now());
  return { problems, ...(refused && { decision: refused }) };
}

function checkAddress(text: string, contacts: readonly string[]): readonly Problem[] {
  const kind = kindOfAddress(text.trim());
  const unfit = faultInLine(text.trim());
  if (isBlank(text)) return [fault('field-mandatory', 'address')];
  if (unfit) return [fault(unfit, 'address')];
  return kind && contacts.includes(kind) ? [] : [fault('agreement-address', 'address')];
}

async function checkAccepted(
  tx: Tx,
  world: World,
  { form, wanted }: { form: LimitedForm; wanted: readonly AgreementHead[] },
): Promise<readonly Problem[]> {
  if (wanted.length === 0) return [fault('agreement-none', 'address')];
  const ticked = new Set<string>();
  for (const one of form.accepted) {
    const row = await agreementAsked(tx, world, { service: form.service, form: one });
    if (!row) return [fault('agreement-replaced', `agree.${wanted[0]?.id}`)];
    ticked.add(row.id);
  }
  return wanted.filter(({ id }) => !ticked.has(id)).map(({ id }) => fault('agreement-box', `agree.${id}`));
}

/** Asks the gate whether the address alone may be kept of somebody who consented to nothing. */
function decideAddress(
  world: World,
  from: { service: Id; version: PolicyVersionRecord; live: boolean; contact: 'email' | 'phone' },
): Decision {
  const { service, version, live, contact } = from;
  return decide(
    {
      actor: { role: 'guest' },
      verb: 'collect',
      service,
      subject: service,
      categories: [contact],
      purpose: 'subject_rights',
      channel: 'registration',
    },
    {
      now: world.now(),
      policy: version.policy,
      policyHash: version.hash,
      service: live ? 'live' : 'draft',
      subject: { state: 'none' },
      ...{ consents: [], blocks: [], expired: [] },
    },
    world.law,
  );
}

/**
 * Second step, in the commit that makes the subject: the acceptances, and the address. Undefined when a
 * document was replaced since, or the gate says no by now: nothing may be stored then.
 */
export async function storeLimited(
  tx: Tx,
  world: World,
  from: {
    service: ServiceRecord;
    id: Id;
    draft: Draft;
    version: PolicyVersionRecord;
    live: boolean;
    add: () => Promise<OpenSubject>;
  },
): Promise<OpenSubject | undefined> {
  const { service, draft, version, live } = from;
  const { contact, agreements = [], language } = draft;
  const rows: AgreementHead[] = [];
  for (const one of agreements) {
    const row = await agreementAsked(tx, world, { service, form: one });
    if (row) rows.push(row);
  }
  const decision = decideAddress(world, { service: service.id, version, live, contact });
  if (rows.length !== agreements.length || !decision.allowed) return undefined;
  const subject = await from.add();
  const entry = await record(tx, world, {
    ...{ service: service.id, kind: 'collection', verb: 'collect', outcome: 'allowed' },
    ...{ actor: { role: 'subject' }, channel: 'registration', purpose: 'subject_rights' },
    categories: [contact],
    policy: version.hash,
    because: [...decision.because, { rule: 'account-by-agreement' }],
    subject: { id: subject.record.id, keys: subject.keys },
    record: Object.fromEntries(draft.fields) as Json,
  });
  const value = new Map(draft.fields).get(contact) ?? '';
  const at = world.now();
  const stored = { value, giver: 'subject', source: 'registration', at, status: 'confirmed' as const, entry };
  const writings = [{ category: contact, ...placeOf(version.policy, contact), value: stored }];
  await writeValues(tx, world, { subject, segments: [], writings });
  for (const row of rows)
    await storeAcceptance(tx, world, { subject, row, language, channel: 'registration' });
  await resealMessages(tx, world, { service: service.id, draft: from.id, subject });
  await tx.drafts.remove(service.id, from.id);
  return subject;
}
