import { categories, type DataRow, type PurposeRow, purposes as purposeTable } from '../policy/index.ts';
import type { Cited } from './cited.ts';

/** The data rows: what the text names, and what a registration cannot do without, assumed. */
export function dataRowsOf(cited: readonly Cited[], purposes: readonly PurposeRow[]): readonly DataRow[] {
  const base = purposes.map((row) => row.purpose).filter((key) => purposeTable[key]?.basis === 'base');
  const stated = cited.filter((row) => row.facet === 'data_categories');
  const has = (category: string): boolean => stated.some((row) => row.label === category);
  const adults = cited.some((row) => row.facet === 'minors' && row.label === 'adults_only');
  const required = new Set([
    has('email') || !has('phone') ? 'email' : 'phone',
    ...(adults ? ['birth_date'] : []),
  ]);
  const rows = stated.flatMap((row) => rowOf(row.label, { cites: row.cites, purposes: base, required }));
  const missing = [...required].filter((category) => !has(category));
  return [
    ...rows,
    ...missing.flatMap((category) => rowOf(category, { cites: [], purposes: base, required })),
  ];
}

function rowOf(
  category: string,
  at: { cites: readonly string[]; purposes: readonly string[]; required: ReadonlySet<string> },
): readonly DataRow[] {
  const known = categories[category];
  if (!known) return [];
  const { group, access } = known;
  const mandatory = at.required.has(category);
  const origin = at.cites.length > 0 ? 'text' : 'assumed';
  return [{ category, group, mandatory, access, purposes: at.purposes, cites: at.cites, origin }];
}
