/** Facets that belong together have one colour; there are as many as the eye tells apart. */
const groups: readonly (readonly string[])[] = [
  ['controller', 'services', 'contacts', 'governing_law'],
  ['data_categories', 'data_not_collected', 'data_sources', 'device_permissions'],
  ['purposes', 'legal_bases', 'operations', 'automation'],
  ['recipients', 'transfer_conditions', 'transfer_restrictions', 'cross_border'],
  ['retention', 'storage_location', 'security'],
  ['cookies', 'analytics_tools', 'marketing'],
  ['rights', 'rights_procedure', 'withdrawal', 'consent_form', 'minors'],
];

/** The number of a facet's colour, 1 to 8; the last is for what belongs to no group. */
export function hueOf(facet: string): number {
  const at = groups.findIndex((group) => group.includes(facet));
  return at < 0 ? groups.length + 1 : at + 1;
}
