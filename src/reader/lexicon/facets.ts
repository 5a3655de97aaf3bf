import type { Scope, Topic } from './row.ts';

/** Topics under which no row of a facet counts, whatever its own scope says. */
export const facetSilences: Readonly<Record<string, readonly Topic[]>> = {
  transfer_conditions: ['definition', 'third_sites'],
  transfer_restrictions: ['definition', 'third_sites'],
  cross_border: ['definition', 'third_sites'],
  recipients: ['definition'],
  purposes: ['definition', 'marketing_not'],
  automation: ['definition'],
  rights_procedure: ['definition', 'sources'],
  storage_location: ['definition'],
  withdrawal: ['definition'],
  security: ['definition'],
  retention: ['definition', 'changes', 'third_sites'],
  rights: ['definition'],
  marketing: ['definition'],
};

/** When the rows of a facet count, unless a row says otherwise. */
export const facetScopes: Readonly<Record<string, Scope>> = {
  services: { not: ['third_sites', 'rights', 'content_rules'] },
  data_categories: {
    in: ['data', 'data_not', 'transfer', 'retention'],
    not: ['rights', 'content_rules', 'third_sites', 'changes', 'ask_data', 'claims'],
  },
  data_not_collected: { in: ['data_not'], not: ['rights', 'content_rules', 'third_sites', 'changes'] },
  data_sources: { headings: true, not: ['content_rules', 'third_sites'] },
  purposes: {
    in: ['purposes'],
    after: true,
    not: ['cookies', 'rights', 'content_rules', 'third_sites', 'changes', 'ask_data', 'rights_not', 'claims'],
  },
  legal_bases: { in: ['grounds'], not: ['rights', 'content_rules'] },
  operations: { in: ['operations'], not: ['security', 'rights'] },
  retention: { in: ['retention'], not: ['cookies', 'content_rules'] },
  storage_location: {},
  recipients: { in: ['transfer'], not: ['rights', 'content_rules', 'third_sites', 'cookies'] },
  transfer_conditions: { in: ['transfer'], not: ['rights', 'content_rules', 'cookies', 'third_sites'] },
  transfer_restrictions: { in: ['transfer_not'], not: ['rights', 'content_rules', 'cookies'] },
  cross_border: { in: ['abroad'] },
  cookies: { in: ['cookies'], not: ['cookies_not'], headings: true },
  analytics_tools: {},
  device_permissions: { in: ['permissions'] },
  marketing: {
    in: ['marketing'],
    not: ['cookies', 'content_rules', 'third_sites', 'transfer_not', 'marketing_not'],
  },
  rights: { in: ['rights'], not: ['rights_not', 'content_rules'] },
  rights_procedure: { in: ['rights', 'ask_data'], not: ['content_rules', 'cookies'] },
  withdrawal: { in: ['rights', 'rights_not', 'ask_data', 'retention', 'consent'] },
  minors: { in: ['minors'], not: ['content_rules'] },
  security: { not: ['content_rules', 'operations', 'rights'] },
  consent_form: {
    in: ['consent', 'consent_form', 'changes'],
    not: ['rights', 'permissions', 'cookies', 'transfer_not'],
  },
  change_notice: { in: ['changes'], not: ['rights'] },
  contacts: { in: ['contacts'] },
  governing_law: {},
  content_rules: { in: ['content_rules'] },
  disclaimers: {},
  automation: { not: ['cookies', 'automated_not'] },
  provisions: {},
};
