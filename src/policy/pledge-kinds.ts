import { facets } from './facets.ts';
import { type Keeper, type PledgeRow, pledgeRows } from './pledge-rows.ts';
import type { Verdict } from './policy.ts';
import { visitCategories } from './visit-fields.ts';

/**
 * What there is to know about one kind of pledge. Names and sentences stand in the catalogue
 * (`pledge.<key>`, `probe.<key>.*`).
 */
export interface PledgeKind {
  readonly key: string;
  readonly verdict: Verdict;
  readonly keeper: Keeper;
  /** Where it comes from: `<facet>.<label>`. */
  readonly from: readonly string[];
  /** What keeping it means, for whoever writes or reads its probe. */
  readonly docs: string;
}

interface FacetPledges {
  /** Kind of the labels not named in `but`. */
  readonly kind: string;
  readonly but?: Readonly<Record<string, string>>;
}

const each = (kind: string, ...labels: readonly string[]) =>
  Object.fromEntries(labels.map((label) => [label, kind]));

const byFacet: Readonly<Record<string, FacetPledges>> = {
  controller: { kind: 'operator-named' },
  services: { kind: 'scope-declared' },
  data_categories: { kind: 'data-collected', but: each('visits-declared', ...visitCategories) },
  data_not_collected: { kind: 'data-not-collected' },
  data_sources: { kind: 'source-recorded' },
  purposes: {
    kind: 'purpose-declared',
    but: {
      ...each('marketing-by-consent', 'marketing_notices', 'targeted_ads'),
      ...each('party-identified', 'identify_party'),
      ...each('deidentified-only', 'improve_service', 'new_features', 'statistics_research', 'diagnostics'),
    },
  },
  legal_bases: { kind: 'ground-other', but: each('ground-consent', 'consent') },
  operations: { kind: 'operation-recorded' },
  retention: {
    kind: 'retention-term',
    but: { unlimited: 'retention-unlimited', unspecified: 'not-stated' },
  },
  storage_location: {
    kind: 'storage-place',
    but: { abroad: 'storage-abroad', abroad_possible: 'cross-border-closed', unspecified: 'not-stated' },
  },
  recipients: { kind: 'recipient-listed' },
  transfer_conditions: { kind: 'transfer-condition' },
  transfer_restrictions: { kind: 'transfer-restriction' },
  cross_border: { kind: 'cross-border-closed', but: { unspecified: 'not-stated' } },
  cookies: {
    kind: 'cookies-own-choice',
    but: each(
      'cookies-necessary-only',
      ...[
        'functionality',
        'authentication',
        'personalisation',
        'security',
        'limits_on_refusal',
        'local_storage',
        'not_used',
      ],
    ),
  },
  analytics_tools: { kind: 'cookies-own-choice' },
  device_permissions: { kind: 'manual' },
  marketing: { kind: 'marketing-by-consent', but: { opt_out: 'marketing-opt-out' } },
  rights: {
    kind: 'right-by-officer',
    but: {
      ...each('right-self-service', 'know_access', 'copy', 'export', 'correct', 'delete', 'opt_out_mailing'),
      withdraw_consent: 'withdrawal-effective',
    },
  },
  rights_procedure: {
    kind: 'manual',
    but: {
      ...each('right-self-service', 'form', 'account_settings'),
      ...each('contact-published', 'email', 'phone', 'messenger'),
      response_deadline: 'right-by-officer',
    },
  },
  withdrawal: {
    kind: 'withdrawal-effective',
    but: {
      ...each('manual', 'by_email', 'by_written', 'obligations_block'),
      processing_may_continue: 'withdrawal-bypassed',
    },
  },
  minors: {
    kind: 'manual',
    but: {
      adults_only: 'adults-only',
      guardian_consent: 'guardian-consent',
      ...each('minors-removed', 'guardian_request_deletion', 'no_knowing_collection'),
      none: 'not-stated',
    },
  },
  security: {
    kind: 'manual',
    but: {
      ...each('security-sealed', 'technical', 'encryption', 'password_protection', 'token_protection'),
      ...each('security-access', 'organisational', 'access_control'),
      audit_monitoring: 'security-log',
      legal: 'measures-tested',
      data_centres: 'storage-certified',
      incident_notice: 'breach-notified',
      dpo_appointed: 'responsible-named',
      ...each('text-shown', 'no_absolute_guarantee', 'user_duties'),
    },
  },
  consent_form: {
    kind: 'consent-by-act',
    but: {
      ...each('consent-implied', 'implied_by_use', 'agreement_acceptance', 'stop_if_disagree'),
      written_scan: 'consent-paper',
    },
  },
  change_notice: {
    kind: 'manual',
    but: {
      ...each('policy-published', 'publish', 'date_updated'),
      ...each('change-told', 'in_app', 'email', 'advance_notice'),
      any_time: 'policy-immutable',
      ...each('change-by-use', 'continued_use_consent', 'user_must_monitor', 'no_prior_notice'),
      unspecified: 'not-stated',
    },
  },
  contacts: {
    kind: 'contact-published',
    but: { ...each('responsible-named', 'dpo', 'responsible_person'), none: 'not-stated' },
  },
  governing_law: {
    kind: 'manual',
    but: {
      ...each('law-named', 'kz_law', 'kz_data_law', 'other_kz_acts'),
      venue: 'text-shown',
      unspecified: 'not-stated',
    },
  },
  content_rules: { kind: 'manual' },
  disclaimers: { kind: 'text-shown' },
  automation: { kind: 'automation-none', but: { human_review: 'right-by-officer' } },
  provisions: {
    kind: 'text-shown',
    but: {
      any_recipient: 'recipient-open',
      other_purposes: 'purpose-open',
      access_fee: 'access-paid',
      mandatory_marked: 'mandatory-marked',
      public_display: 'display-by-consent',
      deidentified_research: 'deidentified-only',
      authority_form: 'transfer-condition',
      ...each('right-by-officer', 'blocking_procedure', 'appeal'),
      ...each('scope-declared', 'scope'),
      ...each('security-access', 'confidentiality', 'secrecy'),
      ...each('security-log', 'integrity_control', 'activity_monitoring'),
      transfer_notice: 'transfer-notified',
      withdrawal_passed_on: 'withdrawal-passed-on',
      ...each('manual', 'document_copies'),
      ...each('decided-by-representative', 'manual_decision'),
      ...each('agreement-apart', 'user_agreement'),
      ...each('manual', 'state_data', 'state_consent', 'staff_biometrics'),
      ...each('data-collected', 'minimisation'),
      ...each('data-unnamed', 'by_documents', 'open_wording'),
      ...each(
        'consent-implied',
        'consent_for_others',
        'unconditional_consent',
        'consent_in_text',
        'sms_any_time',
      ),
      ...each('consent-by-act', 'policy_read'),
      ...each('policy-immutable', 'may_change'),
      ...each('claim-refuted', 'cookies_anonymous', 'compliance_claim', 'advice_suffices', 'called_public'),
      ...each('right-self-service', 'keeps_current'),
    },
  },
};

/** Labels whose verdict differs from that of their kind: a ground in law is accepted with a citation. */
const verdicts: Readonly<Record<string, Verdict>> = { 'legal_bases.legal_requirement': 'E' };

/** The kind of the pledge that a label makes; `manual` for a facet or label that is not of the vocabulary. */
export function pledgeKindOf(facet: string, label: string): string {
  const row = Object.hasOwn(byFacet, facet) ? byFacet[facet] : undefined;
  if (!row) return 'manual';
  return row.but && Object.hasOwn(row.but, label) ? (row.but[label] as string) : row.kind;
}

/** The verdict of the pledge that a label makes: that of its kind, but for a few labels. */
export function verdictOf(facet: string, label: string): Verdict {
  return verdicts[`${facet}.${label}`] ?? (pledgeRows[pledgeKindOf(facet, label)] as PledgeRow)[0];
}

function sources(): Map<string, string[]> {
  const from = new Map<string, string[]>();
  for (const [facet, labels] of Object.entries(facets)) {
    for (const label of labels) {
      const kind = pledgeKindOf(facet, label);
      from.set(kind, [...(from.get(kind) ?? []), `${facet}.${label}`]);
    }
  }
  return from;
}

const from = sources();

/**
 * The table of pledge kinds.
 *
 * Every label of every facet maps to one kind. `chapeau` and `unread` come from the clauses themselves. A
 * pledge with verdict F is in the state `refused` without a probe; `ground-other` has verdict E for a
 * requirement of law.
 */
export const pledgeKinds: Readonly<Record<string, PledgeKind>> = Object.fromEntries(
  Object.entries(pledgeRows).map(([key, [verdict, keeper, docs]]) => [
    key,
    { key, verdict, keeper, docs, from: from.get(key) ?? [] },
  ]),
);
