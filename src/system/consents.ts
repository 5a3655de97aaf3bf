import {
  canonicalJson,
  hexOf,
  type Id,
  type Json,
  KepilError,
  type Language,
  newId,
  utf8,
} from '../base/index.ts';
import type { ConsentPlan, GuardianRelation } from '../consent/index.ts';
import type { Recipient } from '../disclosure/index.ts';
import { consentText, receiptRecord } from '../notice/index.ts';
import type { PolicyVersionRecord, ServiceRecord, Tx } from '../store/index.ts';
import { speakerOf } from '../words/index.ts';
import { record } from './entries.ts';
import type { Filled } from './form.ts';
import { refuseMinor } from './minor.ts';
import { consentOfForm } from './start-registration.ts';
import { type OpenSegment, type OpenSubject, openSegments, writeValues } from './subjects.ts';
import type { World } from './world.ts';

/** A consent being given: the purposes of one box, by whom, under which version. */
export interface Giving {
  readonly service: ServiceRecord;
  readonly subject: OpenSubject;
  readonly version: PolicyVersionRecord;
  readonly purposes: readonly string[];
  readonly values: Filled;
  /** When the box lets data go to a recipient; `purposes` are those of its card. */
  readonly transfer?: { readonly recipient: Recipient; readonly abroad: boolean };
  /** In which it was read; absent: the person's own. */
  readonly language?: Language;
  /** Where it was given; absent: in the form of a registration. */
  readonly channel?: 'registration' | 'cabinet';
  /** A key of `consentForms`; absent: a box that was ticked. */
  readonly form?: string;
  readonly evidence?: ConsentEvidence;
  /** Who gives it for a minor, when it is not the person themselves. */
  readonly by?: GivingFor;
}

/** Who gives a consent for a minor, as it was checked. */
export interface GivingFor {
  readonly representation: Id;
  readonly name: string;
  readonly relation: GuardianRelation;
}

/** How a code came back: typed into a page, or sent in answer to the SMS. */
export type CodeWay = 'typed' | 'reply';

/**
 * What shows that a consent was given in a form that proves more than a box: what the receipt may say, and
 * what is kept beside it for whoever it belongs to.
 */
export interface ConsentEvidence {
  readonly shown: Readonly<Record<string, string>>;
  readonly kept: Readonly<Record<string, string>>;
}

/** Of a consent by a code that went to a telephone. */
export function provedByCode(phone: string, way: CodeWay): Pick<Giving, 'form' | 'evidence'> {
  return { form: 'sms', evidence: { shown: { kind: 'sms-code', way }, kept: { phone } } };
}

/** Of a consent by a representative: their name stays with the proof, and leaves with the person. */
function provedByGuardian({ name, relation }: GivingFor): Required<Pick<Giving, 'form' | 'evidence'>> {
  const evidence = { shown: { kind: 'guardian', relation }, kept: { representative: name } };
  return { form: 'guardian_checked', evidence };
}

/**
 * Stores the consent of one ticked box: the row without anything personal, the evidence (text as shown, name,
 * receipt record) in the subject's proof segment, and the entry that commits to that evidence. A minor gives
 * none: a representative does for them.
 *
 * @throws Refused when it is a minor's own
 * @law 94-V Art. 8(1), 94-V Art. 8(4), 94-V Art. 25(2)(5)
 */
export async function storeConsent(tx: Tx, world: World, given: Giving): Promise<Id> {
  const giving = given.by ? { ...given, ...provedByGuardian(given.by) } : given;
  const { subject, version } = giving;
  const segments = await openSegments(tx, world, subject);
  if (!giving.by) await refuseMinor(tx, world, { subject, segments });
  const subjectName = giving.values.get('full_name');
  const { language = subject.record.language, channel = 'registration' } = giving;
  refuseBefore(giving);
  const inCabinet = giving.transfer && channel === 'cabinet' && { form: 'separate_explicit' };
  const { plan, to, text, textSha256 } = offeredText(world, {
    ...{ version, purposes: giving.purposes, language, subjectName: subjectName !== undefined },
    ...(giving.transfer && { transfer: giving.transfer }),
    ...inCabinet,
    ...(giving.form && { form: giving.form }),
    ...(giving.by && { representation: giving.by.representation }),
  });
  const entry = newId(world.now(), world.crypto.random);
  const about = { subject: subject.record.id, service: giving.service, entry };
  const receipt = receiptRecord(
    {
      ...{ consent: plan, policy: version.policy, textSha256, ...about, ...to },
      ...(giving.evidence && { evidence: giving.evidence.shown }),
    },
    world.law,
  ) as Json;
  await noteConsent(tx, world, { giving, plan, entry, receipt });
  await tx.consents.insert(subject.service, { ...plan, subject: subject.record.id, textSha256, entry });
  const evidence = {
    [`receipt.${plan.id}`]: canonicalJson(receipt),
    [`text.${plan.id}`]: text.plain,
    ...(giving.evidence && { [`evidence.${plan.id}`]: canonicalJson(giving.evidence.kept) }),
  };
  await keepEvidence(tx, world, {
    subject,
    segments,
    entry,
    channel,
    evidence: subjectName ? { ...evidence, [`name.${plan.id}`]: subjectName } : evidence,
  });
  return plan.id;
}

/**
 * Whoever applied on paper consents to nothing else before that is confirmed: nothing of theirs is here.
 *
 * @throws KepilError `ERR_CONFLICT`
 */
function refuseBefore({ subject }: Giving): void {
  if (subject.record.kind === 'applicant') throw new KepilError('ERR_CONFLICT', 'consent-pending');
}

/** A consent as it would be stored now, with its text and the hash of that. */
export function offeredText(world: World, from: Parameters<typeof consentOfForm>[1]) {
  const plan = consentOfForm(world, from);
  const speaker = speakerOf(from.language, world.law.zone);
  const { transfer, ...planned } = plan;
  const to = transfer && from.transfer && { transfer: { ...from.transfer.recipient, ...transfer } };
  const text = consentText({ speaker, policy: from.version.policy, ...planned, ...to });
  return { plan, to, text, textSha256: hexOf(world.crypto.hash(utf8(text.plain))) };
}

async function noteConsent(
  tx: Tx,
  world: World,
  what: { giving: Giving; plan: ConsentPlan; entry: Id; receipt: Json },
): Promise<void> {
  const { giving, plan } = what;
  await record(tx, world, {
    id: what.entry,
    service: giving.service.id,
    kind: 'consent',
    outcome: 'done',
    actor: { role: giving.by ? 'representative' : 'subject' },
    ...(giving.by && { decision: giving.by.representation }),
    channel: giving.channel ?? 'registration',
    ...(giving.transfer && {
      recipient: giving.transfer.recipient.kind,
      country: giving.transfer.recipient.country,
    }),
    categories: plan.categories,
    policy: giving.version.hash,
    because: [{ rule: 'consent-given', article: '94-V Art. 8(1)' }],
    matter: plan.id,
    subject: { id: giving.subject.record.id, keys: giving.subject.keys },
    record: what.receipt,
  });
}

async function keepEvidence(
  tx: Tx,
  world: World,
  what: {
    subject: OpenSubject;
    segments: readonly OpenSegment[];
    entry: Id;
    channel: string;
    evidence: Readonly<Record<string, string>>;
  },
): Promise<void> {
  const stored = {
    giver: 'subject',
    source: what.channel,
    at: world.now(),
    status: 'stated' as const,
    entry: what.entry,
  };
  const place = { access: 'proof', retention: 'proof' as const };
  const writings = Object.entries(what.evidence).map(([category, value]) => ({
    category,
    ...place,
    value: { ...stored, value },
  }));
  await writeValues(tx, world, { subject: what.subject, segments: what.segments, writings });
}

/** Evidence of a consent: its receipt record (canonical JSON), the text as shown, what proves the form. */
export interface KeptEvidence {
  readonly receipt: string;
  readonly text: string;
  readonly kept: ConsentEvidence['kept'];
}

/** The evidence of a consent as kept in the proof segment. */
export function evidenceOf(segments: readonly OpenSegment[], consent: Id): KeptEvidence {
  const proof = segments.find((segment) => segment.retention === 'proof');
  const receipt = proof?.content[`receipt.${consent}`]?.[0]?.value;
  const text = proof?.content[`text.${consent}`]?.[0]?.value;
  if (receipt === undefined || text === undefined)
    throw new KepilError('ERR_STORE_CORRUPT', 'evidence-missing');
  const kept = proof?.content[`evidence.${consent}`]?.[0]?.value;
  return { receipt, text, kept: kept === undefined ? {} : (JSON.parse(kept) as KeptEvidence['kept']) };
}
