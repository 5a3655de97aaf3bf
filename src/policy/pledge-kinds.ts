import { facets } from './facets.ts';
import type { Verdict } from './policy.ts';
import { visitCategories } from './visit-fields.ts';

/**
 * Who keeps a pledge: `probe` the system, and a probe looks whether it does · `person` a person, the board
 * shows the task · `refusal` the reading the text asks for is refused and the safe one enforced · `parts` the
 * clauses under it.
 */
export type Keeper = 'probe' | 'person' | 'refusal' | 'parts';

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

type Row = readonly [Verdict, Keeper, docs: string];

const rows: Readonly<Record<string, Row>> = {
  'data-collected': [
    'E',
    'probe',
    'Only declared categories are asked and accepted; a field the policy lacks is refused.',
  ],
  'data-unnamed': [
    'F',
    'refusal',
    'A category the list does not name is refused, whatever the list leaves open.',
  ],
  'data-not-collected': [
    'E',
    'probe',
    'The category is asked by no form, accepted by no call and held for nobody.',
  ],
  'visits-declared': [
    'E',
    'probe',
    'Of visits only declared fields are held, without a consent cut short, no query, none past its term.',
  ],
  'mandatory-marked': ['E', 'probe', 'The form marks each mandatory field, and no other.'],
  'display-by-consent': [
    'E',
    'probe',
    'Nothing is shown to everyone without a consent to just that; until there is one, publishing is refused.',
  ],
  'source-recorded': ['R', 'probe', 'Every value held names where it came from.'],
  'scope-declared': ['E', 'probe', 'Data come in only through the services and channels the policy names.'],
  'operator-named': [
    'R',
    'probe',
    'The operator stands with name and identification number on the policy page and in consents.',
  ],
  'responsible-named': [
    'R',
    'probe',
    'The person responsible for personal data is named on the policy page.',
  ],
  'purpose-declared': [
    'E',
    'probe',
    'A use names a declared purpose; any other purpose is refused and the refusal recorded.',
  ],
  'deidentified-only': [
    'E',
    'probe',
    'The purpose gets de-identified data only; a read of values for it is refused.',
  ],
  'marketing-by-consent': [
    'E',
    'probe',
    'Nothing of marketing is sent or used without a consent of its own, withdrawable at any time.',
  ],
  'marketing-opt-out': ['E', 'probe', 'Whoever refuses mailings gets none from that minute on.'],
  'change-told': ['R', 'probe', 'Everybody is told of a change; what widens waits for the consent of each.'],
  'ground-consent': ['E', 'probe', 'Data are held and used only under a recorded consent of this person.'],
  'ground-other': [
    'F',
    'refusal',
    'Art. 9 lists what goes without consent; any other ground is refused, consent is asked.',
  ],
  'consent-by-act': [
    'E',
    'probe',
    'A consent arises from a separate unticked box, ticked and recorded; without it nothing is stored.',
  ],
  'consent-implied': [
    'F',
    'refusal',
    'Use, silence or another agreement is no consent; a recorded act is needed.',
  ],
  'operation-recorded': [
    'R',
    'probe',
    'Each act of the kind leaves an entry of the register of operations in the same commit.',
  ],
  'recipient-listed': [
    'E',
    'probe',
    'Nothing goes to a recipient the policy does not list; each transfer leaves an entry.',
  ],
  'recipient-open': ['F', 'refusal', 'Data go to recipients the policy names; “any third party” names none.'],
  'transfer-condition': ['E', 'probe', 'A transfer outside the named condition is refused.'],
  'transfer-restriction': ['E', 'probe', 'The excluded transfer is refused whoever asks.'],
  'transfer-notified': ['E', 'probe', 'Whoever data are handed on of is told within ten working days.'],
  'withdrawal-passed-on': ['E', 'probe', 'Recipients are ordered to stop once a consent is withdrawn.'],
  'cross-border-closed': [
    'E',
    'probe',
    'Nothing goes abroad without a separate consent or a country that ensures protection.',
  ],
  'storage-place': [
    'R',
    'probe',
    'The places of storage are named with owner and country; the primary base is in Kazakhstan.',
  ],
  'storage-abroad': [
    'F',
    'refusal',
    'A primary base abroad is refused; copies abroad go through the cross-border check.',
  ],
  'retention-term': ['E', 'probe', 'Nothing outlives its term: what is due is destroyed with an act.'],
  'retention-unlimited': [
    'F',
    'refusal',
    'Keeping without a term is refused; data go when the purpose is reached.',
  ],
  'right-self-service': ['E', 'probe', 'The person does it themselves in the cabinet, at once.'],
  'right-by-officer': [
    'R',
    'probe',
    'A request gets a number and a due date by the clock of the law and is answered.',
  ],
  'withdrawal-effective': [
    'E',
    'probe',
    'From the moment of withdrawal uses that rest on the consent are refused.',
  ],
  'withdrawal-bypassed': ['F', 'refusal', 'Going on after withdrawal is refused unless a law is cited.'],
  'contact-published': ['R', 'probe', 'The contact stands on the policy page for anyone.'],
  'adults-only': ['E', 'probe', 'Registration is refused under eighteen, and what was typed is discarded.'],
  'minors-removed': ['E', 'probe', 'No data of a minor are held; found ones are blocked and destroyed.'],
  'cookies-necessary-only': ['E', 'probe', 'Pages set the necessary cookies of the register and no others.'],
  'cookies-own-choice': [
    'E',
    'probe',
    'Nothing that measures or advertises runs before the visitor chose it.',
  ],
  'security-sealed': ['E', 'probe', 'Values lie sealed; none can be read in the database.'],
  'security-access': ['E', 'probe', 'No one reads a value without role, purpose and entry.'],
  'security-log': ['R', 'probe', 'The log of acts verifies from the first entry to the last.'],
  'policy-published': [
    'R',
    'probe',
    'The policy stands on its page for anyone, with version, date and hash.',
  ],
  'policy-immutable': ['E', 'probe', 'A published version cannot be edited; a change is a new version.'],
  'change-by-use': [
    'F',
    'refusal',
    'Going on using the service accepts no new version; a person stays on the one they accepted.',
  ],
  'automation-none': ['E', 'probe', 'No decision about a person is taken by a program alone.'],
  'law-named': [
    'R',
    'probe',
    'The law named is the one whose rules are applied, with the date of its edition.',
  ],
  'purpose-open': ['F', 'refusal', 'Data serve declared purposes only, whatever the text reserves.'],
  'access-paid': ['F', 'refusal', 'People see and get their data free of charge, whatever the text asks.'],
  'claim-refuted': ['F', 'refusal', 'The text claims what is not so; nothing rests on the claim.'],
  'text-shown': [
    'R',
    'probe',
    'Nothing to keep but to show: the clause stands on the policy page in its own words.',
  ],
  'not-stated': [
    'R',
    'person',
    'The text leaves it open; the officer fills it in, till then the safe reading stands.',
  ],
  chapeau: ['R', 'parts', 'Opens a list; its state is the worst of the clauses under it.'],
  manual: ['R', 'person', 'No program keeps it yet; a person does and records it.'],
  unread: [
    'R',
    'person',
    'Nothing was understood in the clause; a person reads it and says what it promises.',
  ],
};

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
      dpo_appointed: 'responsible-named',
      ...each('text-shown', 'no_absolute_guarantee', 'user_duties'),
    },
  },
  consent_form: {
    kind: 'consent-by-act',
    but: {
      ...each('consent-implied', 'implied_by_use', 'agreement_acceptance', 'stop_if_disagree'),
      written_scan: 'manual',
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
      ...each('manual', 'manual_decision', 'document_copies'),
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
  return verdicts[`${facet}.${label}`] ?? (rows[pledgeKindOf(facet, label)] as Row)[0];
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
  Object.entries(rows).map(([key, [verdict, keeper, docs]]) => [
    key,
    { key, verdict, keeper, docs, from: from.get(key) ?? [] },
  ]),
);
