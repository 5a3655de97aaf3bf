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
import type { ConsentPlan } from '../consent/index.ts';
import type { Recipient } from '../disclosure/index.ts';
import { consentText, receiptRecord } from '../notice/index.ts';
import type { PolicyVersionRecord, ServiceRecord, Tx } from '../store/index.ts';
import { speakerOf } from '../words/index.ts';
import { record } from './entries.ts';
import type { Filled } from './form.ts';
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
}

/**
 * Stores the consent of one ticked box: the row without anything personal, the evidence (text as shown, name,
 * receipt record) in the subject's proof segment, and the entry that commits to that evidence.
 *
 * @law 94-V Art. 8(1), 94-V Art. 8(4), 94-V Art. 25(2)(5)
 */
export async function storeConsent(tx: Tx, world: World, giving: Giving): Promise<Id> {
  const { subject, version } = giving;
  const subjectName = giving.values.get('full_name');
  const { language = subject.record.language, channel = 'registration' } = giving;
  const plan = consentOfForm(world, {
    version,
    purposes: giving.purposes,
    language,
    subjectName: subjectName !== undefined,
    ...(giving.transfer && { transfer: giving.transfer }),
    ...(giving.transfer && channel === 'cabinet' && { form: 'separate_explicit' }),
  });
  const speaker = speakerOf(language, world.law.zone);
  const { transfer, ...planned } = plan;
  const to = transfer && giving.transfer && { transfer: { ...giving.transfer.recipient, ...transfer } };
  const text = consentText({ speaker, policy: version.policy, ...planned, ...to });
  const textSha256 = hexOf(world.crypto.hash(utf8(text.plain)));
  const entry = newId(world.now(), world.crypto.random);
  const about = { subject: subject.record.id, service: giving.service, entry };
  const receipt = receiptRecord(
    { consent: plan, policy: version.policy, textSha256, ...about, ...to },
    world.law,
  ) as Json;
  await noteConsent(tx, world, { giving, plan, entry, receipt });
  await tx.consents.insert(subject.service, { ...plan, subject: subject.record.id, textSha256, entry });
  const evidence = { [`receipt.${plan.id}`]: canonicalJson(receipt), [`text.${plan.id}`]: text.plain };
  await keepEvidence(tx, world, {
    subject,
    entry,
    channel,
    evidence: subjectName ? { ...evidence, [`name.${plan.id}`]: subjectName } : evidence,
  });
  return plan.id;
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
    actor: { role: 'subject' },
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
  const segments = await openSegments(tx, world, what.subject);
  await writeValues(tx, world, { subject: what.subject, segments, writings });
}

/**
 * The evidence of a consent as kept in the proof segment: the receipt record (canonical JSON) and the text as
 * shown.
 */
export function evidenceOf(segments: readonly OpenSegment[], consent: Id): { receipt: string; text: string } {
  const proof = segments.find((segment) => segment.retention === 'proof');
  const receipt = proof?.content[`receipt.${consent}`]?.[0]?.value;
  const text = proof?.content[`text.${consent}`]?.[0]?.value;
  if (receipt === undefined || text === undefined)
    throw new KepilError('ERR_STORE_CORRUPT', 'evidence-missing');
  return { receipt, text };
}
