/**
 * What policies say beside the facets of readings: of the document itself, of claims and of how a list or a
 * consent is worded. The reader does not look for these; whoever types a policy by hand states them.
 */
export const provisions: readonly string[] = [
  'title',
  'scope',
  'definition',
  'principle',
  'confidentiality',
  'integrity_control',
  'capacity_not_checked',
  'mandatory_marked',
  'minimisation',
  'by_documents',
  'open_wording',
  'consent_for_others',
  'unconditional_consent',
  'consent_in_text',
  'policy_read',
  'may_change',
  'public_display',
  'manual_decision',
  'activity_monitoring',
  'cookies_anonymous',
  'compliance_claim',
  'advice_suffices',
  'sms_any_time',
  'medium',
  'keeps_current',
];
