import type { Json } from '../base/index.ts';
import { dpvContext, dpvLaw } from '../policy/index.ts';
import type { ReceiptRecord } from './receipt.ts';

/** The parts of a receipt record that are said in DPV; older records lack the contacts. */
interface Recorded {
  readonly record_id: string;
  readonly pii_principal_id: string;
  readonly pii_processing: {
    readonly privacy_notice: { readonly policy_sha256: string; readonly text_sha256: string };
    readonly service: { readonly key: string };
    readonly language: string;
    readonly jurisdiction: string;
    readonly purposes: readonly Term[];
    readonly pii_information: readonly Term[];
    readonly retention_period: { readonly kind: string; readonly months?: number };
    readonly storage_locations: readonly { readonly country: string; readonly name: string }[];
    readonly recipient_third_parties: readonly {
      readonly name: string;
      readonly kind: string;
      readonly country: string;
    }[];
  };
  readonly party_identification: readonly {
    readonly party_name?: string;
    readonly party_number?: string;
    readonly party_address?: string;
    readonly party_contact?: readonly string[];
  }[];
  readonly event: {
    readonly event_time: string;
    readonly event_type: string;
    readonly event_state: string;
    readonly valid_until?: string;
  };
}
interface Term {
  readonly key: string;
  readonly dpv: string;
}

const profile = 'https://w3id.org/dpv/schema/dpv-27560#';
const termOf = ({ key, dpv }: Term) => ({ '@type': dpv, 'dct:identifier': key });

/**
 * The receipt of a consent as JSON-LD, by the profile that DPV has for ISO/IEC TS 27560: a receipt around the
 * whole record. Its privacy notice has the `@id` that `dpvOf` gives the policy. With `withdrawnAt`
 * (milliseconds) it also says that the consent ended.
 *
 * Deterministic; holds ids and keys, no values of the person.
 * @source https://w3id.org/dpv/guides/consent-27560 (DPV 2.0, 2024), https://w3id.org/dpv/schema/dpv-27560
 */
export function linkedReceipt(record: ReceiptRecord, withdrawnAt?: number): Json {
  const recorded = record as unknown as Recorded;
  const id = recorded.record_id;
  const of = (role: 'record' | 'receipt') => ({
    '@id': `urn:kepil:consent:${id}#${role}`,
    'dct:identifier': id,
    'dct:conformsTo': { '@id': `${profile}${role}` },
  });
  return {
    '@context': dpvContext,
    '@type': 'dpv:ConsentReceipt',
    ...of('receipt'),
    'dpv:hasRecordOfActivity': {
      '@type': 'dpv:ConsentRecord',
      ...of('record'),
      ...partiesOf(recorded),
      'dpv:hasNotice': noticeOf(recorded),
      'dpv:hasProcess': processingOf(recorded),
      'dpv:hasConsentStatus': statesOf(recorded, withdrawnAt),
      'dpv:hasConsentControl': { '@id': 'dpv:WithdrawConsent' },
    },
  };
}

function partiesOf({ pii_principal_id, party_identification, pii_processing }: Recorded) {
  return {
    'dpv:hasDataSubject': { '@type': 'dpv:DataSubject', 'dct:identifier': pii_principal_id },
    'dpv:hasDataController': party_identification.map((party) => ({
      '@type': 'dpv:DataController',
      ...(party.party_name !== undefined && { 'dpv:hasName': party.party_name }),
      ...(party.party_number !== undefined && { 'dpv:hasIdentifier': party.party_number }),
      ...(party.party_address !== undefined && { 'dpv:hasAddress': party.party_address }),
      ...(party.party_contact !== undefined && { 'dpv:hasContact': party.party_contact }),
    })),
    'dpv:hasService': { '@type': 'dpv:Service', 'dct:identifier': pii_processing.service.key },
    'dpv:hasJurisdiction': { '@id': `loc:${pii_processing.jurisdiction}` },
    'dpv:hasApplicableLaw': { '@id': dpvLaw },
  };
}

function noticeOf({ pii_processing: { privacy_notice, language } }: Recorded) {
  return [
    { '@id': `urn:sha256:${privacy_notice.policy_sha256}`, '@type': 'dpv:PrivacyNotice' },
    {
      '@id': `urn:sha256:${privacy_notice.text_sha256}`,
      '@type': 'dpv:ConsentNotice',
      'dct:language': language,
    },
  ];
}

function processingOf({ pii_processing: processing, event }: Recorded) {
  const { kind, months } = processing.retention_period;
  return {
    '@type': 'dpv:PersonalDataProcess',
    'dpv:hasPurpose': processing.purposes.map(termOf),
    'dpv:hasPersonalData': processing.pii_information.map(termOf),
    'dpv:hasLegalBasis': { '@id': event.event_type },
    'dpv:hasStorageCondition': [
      ...processing.storage_locations.map(({ country, name }) => ({
        '@type': 'dpv:StorageLocation',
        'dpv:hasLocation': { '@id': `loc:${country}` },
        'dpv:hasName': name,
      })),
      {
        '@type': 'dpv:StorageDuration',
        'dct:identifier': kind,
        ...(months !== undefined && { 'dpv:hasDuration': `P${months}M` }),
      },
    ],
    // Nobody, but in a consent to hand data on, which names one.
    'dpv:hasRecipient': processing.recipient_third_parties.map(({ name, kind, country }) => ({
      '@type': 'dpv:ThirdParty',
      'dct:identifier': kind,
      'dpv:hasName': name,
      'dpv:hasLocation': { '@id': `loc:${country}` },
    })),
  };
}

function statesOf({ event, pii_principal_id }: Recorded, withdrawnAt: number | undefined) {
  const by = { 'dpv:isImplementedByEntity': { 'dct:identifier': pii_principal_id } };
  const given = {
    '@type': event.event_state,
    'dct:date': event.event_time,
    ...(event.valid_until !== undefined && { 'dct:valid': event.valid_until }),
    ...by,
  };
  if (withdrawnAt === undefined) return [given];
  const ended = { '@type': 'dpv:ConsentWithdrawn', 'dct:date': new Date(withdrawnAt).toISOString(), ...by };
  return [given, ended];
}
