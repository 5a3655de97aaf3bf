import {
  categories,
  type DataRow,
  type PurposeRow,
  purposes as purposeTable,
  type Statement,
} from '../policy/index.ts';
import type { Cited } from './cited.ts';

/** What the data rows are made of. */
export interface DataSource {
  readonly cited: readonly Cited[];
  readonly statements: readonly Statement[];
  readonly purposes: readonly PurposeRow[];
  readonly body: string;
}

/** Marks beside an item, inside its own stretch of the list: `(обязательно)`, `*`. */
const mandatoryMark = /^[^,;.\n]{0,40}?(?:(?<!не)обязательн|міндетті|\brequired\b|\bmandatory\b|\*)/iu;

/**
 * The data rows: what the text names, and what a registration cannot do without, assumed.
 *
 * Mandatory is what the text marks so; of e-mail and phone the only one named; and the date of birth for
 * adults only.
 */
export function dataRowsOf(from: DataSource): readonly DataRow[] {
  const stated = from.cited.filter((row) => row.facet === 'data_categories');
  const has = (category: string): boolean => stated.some((row) => row.label === category);
  const adults = from.cited.some((row) => row.facet === 'minors' && row.label === 'adults_only');
  const lone = has('email') === has('phone') ? undefined : has('email') ? 'email' : 'phone';
  const missing = [
    ...(has('email') || has('phone') ? [] : ['email']),
    ...(adults && !has('birth_date') ? ['birth_date'] : []),
  ];
  const required = new Set([
    ...marked(from),
    ...(lone ? [lone] : []),
    ...missing,
    ...(adults ? ['birth_date'] : []),
  ]);
  return [
    ...stated.flatMap((row) => rowOf(row.label, { cites: row.cites, purposes: from.purposes, required })),
    ...missing.flatMap((category) => rowOf(category, { cites: [], purposes: from.purposes, required })),
  ];
}

/** Categories that a mark beside them says are mandatory. */
function marked({ statements, body }: DataSource): readonly string[] {
  return statements
    .filter(
      ({ facet, span }) =>
        facet === 'data_categories' && mandatoryMark.test(body.slice(span.end, span.end + 60)),
    )
    .map(({ label }) => label);
}

/** What a purpose with a consent of its own can be served by, until the officer says otherwise. */
const serves: Readonly<Record<string, readonly string[]>> = {
  marketing_notices: ['full_name', 'email', 'phone', 'social_account'],
  loyalty_programme: ['full_name', 'email', 'phone', 'order_history', 'loyalty'],
  targeted_ads: ['advertising_id', 'cookies', 'usage_history', 'search_history'],
  usage_analytics: ['cookies', 'web_analytics', 'usage_history', 'browser_device', 'ip_address'],
  personalisation: ['account_settings', 'usage_history', 'cookies', 'city_region'],
  publication: ['nickname', 'photo', 'user_content'],
  ai_features: ['consultation_content', 'correspondence', 'user_content'],
};

function servedBy(category: string, purpose: string): boolean {
  const basis = purposeTable[purpose]?.basis;
  return basis === 'base' || (basis === 'own' && (serves[purpose] ?? []).includes(category));
}

function rowOf(
  category: string,
  at: { cites: readonly string[]; purposes: readonly PurposeRow[]; required: ReadonlySet<string> },
): readonly DataRow[] {
  const known = categories[category];
  if (!known) return [];
  const { group, access } = known;
  const mandatory = at.required.has(category);
  const origin = at.cites.length > 0 ? 'text' : 'assumed';
  const purposes = at.purposes.map((row) => row.purpose).filter((purpose) => servedBy(category, purpose));
  return [{ category, group, mandatory, access, purposes, cites: at.cites, origin }];
}
