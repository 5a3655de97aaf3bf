/** What a label is to the subject: it gives them something, takes something, or neither. */
export type Leaning = 'serves' | 'burdens' | 'neutral';

/** Labels of a facet by what they are to the subject; those not named are as `others`. */
interface Leanings {
  readonly others: Leaning;
  readonly serves?: readonly string[];
  readonly burdens?: readonly string[];
  readonly neutral?: readonly string[];
}

/**
 * What labels are to the subject, facet by facet. Facets that are not here say nothing for or against them:
 * where a dispute is heard, what may not be written.
 */
const table: Readonly<Record<string, Leanings>> = {
  data_sources: { others: 'burdens', neutral: ['provided_by_user', 'by_representative'] },
  legal_bases: { others: 'burdens', serves: ['consent'], neutral: ['legal_requirement'] },
  operations: {
    others: 'burdens',
    serves: ['depersonalise', 'block', 'delete', 'destroy'],
    neutral: ['clarify'],
  },
  retention: { others: 'serves', burdens: ['unlimited', 'unspecified'], neutral: ['legal_term'] },
  storage_location: { others: 'neutral', serves: ['kz'], burdens: ['abroad', 'abroad_possible'] },
  transfer_conditions: {
    others: 'burdens',
    serves: ['subject_consent', 'depersonalised_only', 'processor_contract', 'minimal_volume'],
    neutral: ['law_required', 'government_request'],
  },
  transfer_restrictions: { others: 'serves' },
  cross_border: { others: 'serves', burdens: ['possible'], neutral: ['per_law', 'unspecified'] },
  cookies: {
    others: 'burdens',
    serves: ['browser_control', 'consent_required', 'not_used'],
    neutral: ['functionality', 'authentication', 'security'],
  },
  analytics_tools: { others: 'burdens' },
  device_permissions: { others: 'burdens' },
  marketing: {
    others: 'burdens',
    serves: ['consent_required', 'opt_out', 'no_marketing', 'ads_personalisation_optout'],
  },
  rights: { others: 'serves' },
  rights_procedure: { others: 'serves', burdens: ['documents_required'] },
  withdrawal: {
    others: 'serves',
    burdens: ['obligations_block', 'legal_exceptions', 'processing_may_continue'],
    neutral: ['service_may_stop', 'prior_processing_valid'],
  },
  minors: {
    others: 'neutral',
    serves: ['guardian_consent', 'guardian_request_deletion', 'no_knowing_collection'],
    burdens: ['child_accounts'],
  },
  security: {
    others: 'serves',
    burdens: ['no_absolute_guarantee', 'user_duties'],
    neutral: ['data_centres'],
  },
  consent_form: {
    others: 'neutral',
    serves: ['checkbox', 'sms', 'written_scan', 'separate_explicit'],
    burdens: ['implied_by_use', 'agreement_acceptance', 'stop_if_disagree'],
  },
  change_notice: {
    others: 'serves',
    burdens: ['no_prior_notice', 'user_must_monitor', 'continued_use_consent', 'any_time'],
    neutral: ['unspecified'],
  },
  disclaimers: { others: 'burdens' },
  provisions: {
    others: 'neutral',
    serves: [
      ...['confidentiality', 'integrity_control', 'mandatory_marked', 'minimisation', 'transfer_notice'],
      ...['authority_form', 'secrecy', 'blocking_procedure', 'appeal', 'deidentified_research'],
      ...['withdrawal_passed_on', 'state_consent'],
    ],
    burdens: [
      ...['open_wording', 'by_documents', 'consent_for_others', 'unconditional_consent', 'consent_in_text'],
      ...['may_change', 'public_display', 'activity_monitoring', 'sms_any_time', 'any_recipient'],
      ...['document_copies', 'other_purposes', 'access_fee', 'state_data'],
    ],
  },
  automation: { others: 'burdens', serves: ['no_solely_automated', 'human_review'] },
};

/** What a label is to the subject. */
export function leaningOf(facet: string, label: string): Leaning {
  const row = Object.hasOwn(table, facet) ? table[facet] : undefined;
  if (!row) return 'neutral';
  const named = (['serves', 'burdens', 'neutral'] as const).find((leaning) => row[leaning]?.includes(label));
  return named ?? row.others;
}

/** Every label that the table names, with its facet: for the test that each is one of the vocabulary. */
export function namedLabels(): readonly (readonly [facet: string, label: string])[] {
  return Object.entries(table).flatMap(([facet, { serves = [], burdens = [], neutral = [] }]) =>
    [...serves, ...burdens, ...neutral].map((label) => [facet, label] as const),
  );
}
