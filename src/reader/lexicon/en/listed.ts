import type { FacetRows, LexiconRow, Scope, Topic } from '../row.ts';

/** Rows that all need the same topic, in a list. */
function listed(
  topic: Topic,
  rows: readonly (readonly [label: string, pattern: string, yes: string, no: string])[],
): readonly LexiconRow[] {
  const scope: Scope = {
    in: [topic],
    not: [
      'content_rules',
      'third_sites',
      'cookies',
      'data_not',
      'transfer_not',
      'consent_form',
      'definition',
    ],
    listed: true,
  };
  return rows.map(([label, pattern, yes, no]) => [label, pattern, yes, no, scope]);
}

/** Words that name a label by themselves where a list of its kind stands. */
export const listedWords: FacetRows = {
  purposes: listed('purposes', [
    ['identify_party', 'identify|identification|identity', 'identification of the User', 'idea'],
    [
      'registration_auth',
      'registration|register|authenticat*|login|log_in|sign_in|account|accounts',
      'create an account',
      'count',
    ],
    [
      'provide_service',
      '=provide|=providing|deliver|=operate|=operating|run|maintain|display|build|sync*|enable|generate|render|teach*|educat*|match|fulfil*|arrang*|organi*|administ*|treat|treatment|care|caring|host|facilitat*|coordinat*',
      'enable the features',
      'able',
    ],
    [
      'order_delivery',
      'order|orders|booking|bookings|parcel|parcels|shipment',
      'movement of parcels',
      'ordeal',
    ],
    [
      'contract_performance',
      'contract|contracts|agreement|agreements',
      'conclusion of the contract',
      'contrast',
    ],
    [
      'communication',
      'notify|notification|notifications|remind|reminders|inform|informing|contact|communicat*|confirmations|alert|alerts|notices|correspond|reach',
      'informing the parties',
      'form',
    ],
    [
      'support',
      'support|questions|inquir*|enquir*|complaints|requests|feedback|help|assistance|assist|problems|queries|query|concerns|helpdesk',
      'respond to feedback',
      'supper',
    ],
    ['improve_service', 'improv*|enhanc*|optimi*|better|quality|refine', 'make it better', 'bet'],
    [
      'marketing_notices',
      '=marketing|promotion*|newsletter*|advertis*|offers|campaigns|discounts|product_updates|fundrais*|solicit*|invite|invitations|deals|=sales',
      'sending of advertising',
      'mark',
    ],
    ['personalisation', 'tailor|customi*|recommend*', 'customised feed', 'tail'],
    [
      'statistics_research',
      'statistic*|research|surveys|aggregate*|insights|studies|benchmark*',
      'statistical research',
      'state',
    ],
    ['usage_analytics', 'analy*|usage|trends|understand', 'understand trends', 'stand'],
    [
      'security_fraud',
      'secure|security|safety|fraud|abuse|misuse|spam|cheat*|protect',
      'ensuring the safety',
      'safe',
    ],
    [
      'legal_obligation',
      'legal|law|laws|tax|accounting|regulatory|regulations|audit|compliance|comply|sanctions|subpoena*',
      'tax records',
      'claw',
    ],
    ['verification', 'verif*|=check|background_checks|eligib*|screening', 'verification', 'very'],
    ['reviews_disputes', 'dispute|disputes|reviews|grievance*|testimonials', 'disputes', 'spute'],
    [
      'payments_billing',
      'payment|payments|billing|invoice|invoices|subscription|subscriptions|receipts|refunds|settlement|bill|payroll|donations|debts|debt|charge|charges|owed|owe|fees|wages',
      'manage subscriptions',
      'pay',
    ],
    [
      'diagnostics',
      'bug|bugs|error|errors|troubleshoot*|debug*|faults|crashes',
      'troubleshoot issues',
      'terror',
    ],
    ['moderation', 'moderat*', 'moderation', 'modern'],
    [
      'ai_features',
      '=ai|artificial|llm|llms|language_models|machine_learning',
      'generate text with AI',
      'air',
    ],
    ['publication', 'publish|publishing|publication|testimonials', 'publishing listings', 'pub'],
    [
      'loyalty_programme',
      'bonus|bonuses|loyalty|sweepstakes|contests|contest|giveaway*|prize|prizes|raffle*|competitions',
      'loyalty rewards',
      'loyal',
    ],
  ]),
  recipients: listed('transfer', [
    [
      'government',
      'authorities|authority|court|courts|police|government|regulators|agencies|enforcement|regulator|governmental|ministry|tribunal|inspectors|customs|prosecutors',
      'authorities',
      'auto',
    ],
    ['service_providers', 'providers|vendors|contractors|processors|suppliers', 'vendors', 'vend'],
    [
      'analytics_providers',
      'analytics|posthog|mixpanel|amplitude|firebase|metrica',
      'product analytics',
      'analysis',
    ],
    ['hosting_cloud', 'hosting|cloud|servers|database|aws|vercel|supabase|hetzner', 'database', 'ghost'],
    ['payment_providers', 'bank|banks|payment|payments|stripe|paypal|paddle|kaspi', 'payments', 'pay'],
    [
      'messaging_providers',
      'email|emails|e_mail|sms|push|messaging|notifications|mailgun|sendgrid|twilio|resend',
      'transactional email',
      'mess',
    ],
    ['ai_providers', '=ai|openai|anthropic|gemini|llm', 'AI text generation', 'air'],
    [
      'lawyers_specialists',
      'lawyers|auditors|advisers|advisors|consultants|accountants|doctors|trainers|attorneys|solicitors|counsel|physicians|pharmacies|laboratories|labs|hospitals|notaries|nurses|specialists',
      'auditors',
      'law',
    ],
    [
      'affiliates',
      'affiliates|affiliate|subsidiaries|group_companies|parent_company|subsidiary|sister|corporate_family',
      'affiliates',
      'file',
    ],
    [
      'partners',
      '=partners|sponsors|sponsor|airlines|hotels|advertisers|resellers|distributors|publishers|dealers|networks|operators',
      'business partners',
      'part',
    ],
    ['delivery_services', 'couriers|courier|delivery|shipping|carriers|logistics|postal', 'courier', 'court'],
    ['other_users', 'other ~ users|members|players|customers', 'other users', 'other side'],
    [
      'business_successor',
      'acquirer|acquirers|merger|successor|successors|purchaser|acquisition|acquiring',
      'an acquirer',
      'inquire',
    ],
  ]),
  rights: listed('rights', [
    ['know_access', 'access|know|view|see|review|receive|obtain', 'access it', 'cess'],
    ['copy', 'copy|copies', 'a copy', 'cop'],
    ['export', 'export|portab*|download|machine_readable', 'download your data', 'port'],
    [
      'correct',
      'correct|correction|rectif*|update|amend|amendment|edit|change|fix|inaccura*|mistakes|complete|errors',
      'demand amendment',
      'core',
    ],
    [
      'block_restrict',
      'restrict|restriction|block|blocking|limit|suspend|freeze|pause',
      'demand blocking',
      'strict',
    ],
    [
      'delete',
      'delete|deletion|erase|erasure|remove|removal|destruction|destroy|wipe|wiped|forgotten|erased|close',
      'have it removed',
      'let',
    ],
    ['withdraw_consent', 'withdraw|withdrawal|revoke', 'withdraw consent', 'draw'],
    ['object', '=object|objection|objecting|oppose|=objecting', 'object', 'objective'],
    ['complain_authority', 'complain|complaint|lodge', 'lodge a complaint', 'plain'],
    ['complain_court', '=court|=courts|judicial', 'in court', 'courtesy'],
    ['compensation', 'compensation|damages', 'compensation', 'pens'],
    ['opt_out_mailing', 'unsubscribe|opt_out', 'unsubscribe', 'scribe'],
  ]),
  legal_bases: listed('grounds', [
    ['consent', 'consent|permission|agreed|opted', 'consent', 'cons'],
    ['contract', 'contract|agreement', 'contract', 'contrast'],
    ['legal_requirement', 'legal|law|duty|statutory|regulatory|obligation', 'the law', 'claw'],
    ['legitimate_interest', 'legitimate', 'legitimate interests', 'legit'],
  ]),
  cookies: [
    [
      'functionality',
      'necessary|essential|functional|required|functionality|basket|cart',
      'strictly necessary',
      'fun',
      { in: ['cookies'], not: ['cookies_not', 'rights'], listed: true },
    ],
    [
      'authentication',
      'session|login|signed|logged',
      'session',
      'sigh',
      { in: ['cookies'], not: ['cookies_not'], listed: true },
    ],
    [
      'personalisation',
      'preference|preferences|language|theme|settings',
      'your theme',
      'the',
      { in: ['cookies'], not: ['cookies_not'], listed: true },
    ],
    [
      'analytics',
      'analytics|statistics|performance|analytical|measure|count',
      'performance',
      'form',
      { in: ['cookies'], not: ['cookies_not'], listed: true },
    ],
    [
      'advertising',
      'advertising|ads|marketing|targeting|adverts|retargeting|promotional',
      'marketing',
      'mark',
      { in: ['cookies'], not: ['cookies_not'], listed: true },
    ],
  ],
};
