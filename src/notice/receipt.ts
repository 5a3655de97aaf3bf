import type { Id, Json } from '../base/index.ts';
import { type ConsentPlan, consentTerm } from '../consent/index.ts';
import type { LawPack } from '../law/index.ts';
import { categories, type Policy, purposes } from '../policy/index.ts';
import type { NamedTransfer } from './consent-text.ts';

/** A receipt as JSON: what a person keeps and whose hash the log commits to. */
export type ReceiptRecord = { readonly [key: string]: Json | undefined };

/** What a receipt is made of. */
export interface ReceiptAsk {
  readonly consent: ConsentPlan;
  readonly policy: Policy;
  /** SHA-256 of the consent text as shown, hexadecimal. */
  readonly textSha256: string;
  readonly subject: Id;
  readonly service: { readonly id: Id; readonly key: string };
  /** Entry of the log that records the consent. */
  readonly entry: Id;
  /** The recipient that the consent names, if any. */
  readonly transfer?: NamedTransfer;
  /** What shows that it was given in its form; absent of a box that was ticked. */
  readonly evidence?: Readonly<Record<string, string>>;
}

const schema = 'kepil-receipt/1';

/**
 * The record of a consent in the structure of ISO/IEC TS 27560: header, processing, parties, event; terms of
 * W3C DPV.
 *
 * Deterministic: equal input gives equal canonical JSON. Holds ids and keys, no values of the person.
 * @source ISO/IEC TS 27560:2023 @law 94-V Art. 8(4), 94-V Art. 25(2)(5)
 */
export function receiptRecord(ask: ReceiptAsk, law: LawPack): ReceiptRecord {
  const { consent, policy } = ask;
  return {
    schema,
    schema_version: 'ISO/IEC TS 27560:2023',
    record_id: consent.id,
    pii_principal_id: ask.subject,
    pii_processing: processingOf(ask, law),
    party_identification: [partyOf(policy)],
    event: {
      event_time: new Date(consent.givenAt).toISOString(),
      event_type: 'dpv:ExplicitlyExpressedConsent',
      event_state: 'dpv:ConsentGiven',
      consent_form: consent.form,
      ...(ask.evidence && { consent_evidence: ask.evidence }),
      ...(consent.expiresAt === undefined ? {} : { valid_until: new Date(consent.expiresAt).toISOString() }),
      entity_id: ask.subject,
      entry: ask.entry,
    },
    incomplete: [...consent.incomplete],
  };
}

function processingOf(ask: ReceiptAsk, law: LawPack): Json {
  const { consent, policy, textSha256, service, transfer } = ask;
  const term = consentTerm(policy);
  return {
    privacy_notice: {
      policy_sha256: consent.policyHash,
      text_sha256: textSha256,
      source: policy.source.name,
    },
    service: { id: service.id, key: service.key },
    language: consent.language,
    jurisdiction: law.country,
    lawful_basis: 'dpv:Consent',
    purposes: consent.purposes.map((key) => ({ key, dpv: purposes[key]?.dpv ?? 'dpv:Purpose' })),
    pii_information: consent.categories.map((key) => ({
      key,
      dpv: categories[key]?.dpv ?? 'dpv:PersonalData',
    })),
    retention_period: { kind: term.kind, months: term.months, stated: term.stated },
    storage_locations: policy.hosts.map((row) => ({ country: row.country, name: row.name })),
    // Transfers, publication and countries need consents of their own; no other one allows any.
    recipient_third_parties: transfer
      ? [{ name: transfer.name, kind: transfer.kind, country: transfer.country }]
      : [],
    cross_border: transfer?.abroad ?? false,
    publication: false,
    withdrawal_method: 'cabinet',
  };
}

function partyOf({ operator, contacts }: Policy): Json {
  const reached = contacts.filter(({ origin }) => origin !== 'assumed').map(({ value }) => value);
  return {
    party_id: 'operator',
    party_role: 'dpv:DataController',
    party_name: operator.name,
    party_number: operator.bin,
    party_address: operator.address,
    ...(reached.length > 0 && { party_contact: reached }),
  };
}
