import { categories } from './categories.ts';
import { purposes } from './purposes.ts';

/** Terms of DPV for labels, `dpv:` left out; those of data and purposes stand in their own tables. */
const terms: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  controller: { legal_entity: 'Organisation', sole_proprietor: 'NaturalPerson' },
  data_sources: {
    provided_by_user: 'DataSubjectDataSource',
    automatic: 'DataSubjectDataSource',
    third_parties: 'ThirdPartyDataSource',
    public_sources: 'PublicDataSource',
    by_representative: 'ThirdPartyDataSource',
  },
  legal_bases: {
    consent: 'Consent',
    contract: 'ContractPerformance',
    legal_requirement: 'LegalObligation',
    legitimate_interest: 'LegitimateInterest',
    public_interest: 'PublicInterest',
    vital_interest: 'VitalInterest',
  },
  operations: {
    collect: 'Collect',
    record: 'Record',
    systematise: 'Structure',
    accumulate: 'Organise',
    store: 'Store',
    clarify: 'Modify',
    extract: 'Retrieve',
    use: 'Use',
    transfer: 'Transfer',
    disseminate: 'Disseminate',
    provide: 'MakeAvailable',
    access: 'Access',
    depersonalise: 'Anonymise',
    block: 'Restrict',
    delete: 'Delete',
    destroy: 'Erase',
  },
  recipients: {
    government: 'GovernmentalOrganisation',
    service_providers: 'DataProcessor',
    hosting_cloud: 'DataProcessor',
    messaging_providers: 'DataProcessor',
    affiliates: 'ThirdParty',
    partners: 'ThirdParty',
    business_successor: 'ThirdParty',
    social_platforms: 'ThirdParty',
  },
  consent_form: {
    implied_by_use: 'ImpliedConsent',
    registration: 'ExpressedConsent',
    form_submission: 'ExpressedConsent',
    checkbox: 'ExpressedConsent',
    sms: 'ExpressedConsent',
    written_scan: 'ExplicitlyExpressedConsent',
    order_placement: 'ImpliedConsent',
    agreement_acceptance: 'ImpliedConsent',
    separate_explicit: 'ExplicitlyExpressedConsent',
  },
  security: {
    legal: 'LegalMeasure',
    organisational: 'OrganisationalMeasure',
    technical: 'TechnicalMeasure',
    tls_https: 'EncryptionInTransfer',
    encryption: 'Encryption',
    password_protection: 'PasswordAuthentication',
    access_control: 'AccessControlMethod',
    two_factor: 'MultiFactorAuthentication',
    backups: 'DataBackupProtocols',
    audit_monitoring: 'ActivityMonitoring',
    data_centres: 'PhysicalMeasure',
    incident_notice: 'DataBreachNotification',
    staff_confidentiality: 'NDA',
    token_protection: 'CredentialManagement',
    certified_infrastructure: 'Certification',
  },
  automation: { automated_processing: 'AutomatedDecisionMaking' },
};

const every: Readonly<Record<string, string>> = {
  rights: 'dpv:DataSubjectRight',
  recipients: 'dpv:Recipient',
  operations: 'dpv:Processing',
  legal_bases: 'dpv:LegalBasis',
  retention: 'dpv:StorageDuration',
  storage_location: 'dpv:StorageLocation',
};

/**
 * The term DPV has for a label: its own, else that of its whole facet, else none.
 *
 * @source W3C DPV 2.0: `dpv`, `pd`
 */
export function dpvTerm(facet: string, label: string): string | undefined {
  const category = facet === 'data_categories' || facet === 'data_not_collected';
  if (category) return Object.hasOwn(categories, label) ? categories[label]?.dpv : undefined;
  if (facet === 'purposes') return Object.hasOwn(purposes, label) ? purposes[label]?.dpv : undefined;
  const own = Object.hasOwn(terms, facet) ? terms[facet] : undefined;
  if (own && Object.hasOwn(own, label)) return `dpv:${own[label]}`;
  return Object.hasOwn(every, facet) ? every[facet] : undefined;
}

/** The key fideslang has for a label: of data and purposes only. @source fideslang 3.2 */
export function fidesKey(facet: string, label: string): string | undefined {
  if (facet === 'data_categories' && Object.hasOwn(categories, label)) return categories[label]?.fides;
  return facet === 'purposes' && Object.hasOwn(purposes, label) ? purposes[label]?.fides : undefined;
}

/** Every label that the table names, with its facet: for the test that each is one of the vocabulary. */
export function termedLabels(): readonly (readonly [facet: string, label: string])[] {
  return Object.entries(terms).flatMap(([facet, own]) =>
    Object.keys(own).map((label) => [facet, label] as const),
  );
}
