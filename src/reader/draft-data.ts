import {
  categories,
  type DataGroup,
  type DataRow,
  type PurposeRow,
  purposes as purposeTable,
} from '../policy/index.ts';
import type { Cited } from './cited.ts';
import type { Reading } from './reading.ts';
import { groupByCategory, isBase, purposesByCategory, type Ties } from './relations.ts';

/** What the data rows are made of. */
export interface DataSource {
  readonly cited: readonly Cited[];
  readonly reading: Reading;
  readonly ties: Ties;
  readonly purposes: readonly PurposeRow[];
  readonly body: string;
}

/** Marks beside an item, inside its own stretch of the list: `(обязательно)`, `*`. */
const mandatoryMark = /^[^,;.\n]{0,40}?(?:(?<!не)обязательн|міндетті|\brequired\b|\bmandatory\b|\*)/iu;
/** A lead-in to what is mandatory, and to nothing else. */
const mandatoryLead = /(?<!не)обязательн|міндетті|\brequired\b|\bmandatory\b/iu;
const optionalLead = /необязательн|по желанию|міндетті емес|қалауы|\bnot required\b|\boptional/iu;

/**
 * The data rows: what the text names, and what a registration cannot do without, assumed.
 *
 * Mandatory is what the text marks so, at the datum or in the lead-in above it; of e-mail and phone the only
 * one named; and the date of birth for adults only. A datum serves the purposes the text ties it to.
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
  const at = {
    purposes: from.purposes.map(({ purpose }) => purpose),
    required,
    tied: purposesByCategory(from.reading, from.ties),
    groups: groupByCategory(from.reading, from.ties),
  };
  return [
    ...stated.flatMap((row) => rowOf(row.label, { ...at, cites: row.cites })),
    ...missing.flatMap((category) => rowOf(category, { ...at, cites: [] })),
  ];
}

/** Categories that a mark beside them or the lead-in above says are mandatory. */
function marked({ reading, ties, body }: DataSource): readonly string[] {
  const led = (clause: string) => {
    const lead = ties.leadOf(clause);
    const words = lead ? ties.wordsOf(lead) : '';
    return mandatoryLead.test(words) && !optionalLead.test(words);
  };
  return reading.statements
    .filter(({ facet }) => facet === 'data_categories')
    .filter(({ span, clause }) => mandatoryMark.test(body.slice(span.end, span.end + 60)) || led(clause))
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

/** What the rows have in common. */
interface Common {
  readonly purposes: readonly string[];
  readonly required: ReadonlySet<string>;
  readonly tied: ReadonlyMap<string, ReadonlySet<string>>;
  readonly groups: ReadonlyMap<string, DataGroup>;
}

/**
 * The declared purposes a category serves. A purpose of the base: those the text ties it to, else every one.
 * A purpose with a consent of its own: if the text ties data to it, these, else what can serve it.
 */
function servedBy(category: string, { purposes, tied }: Common): readonly string[] {
  const own = tied.get(category) ?? new Set<string>();
  const bound = purposes.some((purpose) => isBase(purpose) && own.has(purpose));
  return purposes.filter((purpose) => {
    if (isBase(purpose)) return !bound || own.has(purpose);
    if (purposeTable[purpose]?.basis !== 'own') return false;
    const named = [...tied.values()].some((set) => set.has(purpose));
    return named ? own.has(purpose) : (serves[purpose] ?? []).includes(category);
  });
}

function rowOf(category: string, at: Common & { readonly cites: readonly string[] }): readonly DataRow[] {
  const known = categories[category];
  if (!known) return [];
  const group = at.groups.get(category) ?? known.group;
  const mandatory = at.required.has(category);
  const origin = at.cites.length > 0 ? 'text' : 'assumed';
  return [
    {
      ...{ category, group, mandatory, access: known.access },
      ...{ purposes: servedBy(category, at), cites: at.cites, origin },
    },
  ];
}
