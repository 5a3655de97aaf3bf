import type pg from 'pg';
import { decodeEntry } from '../../src/ledger/index.ts';
import { tablesOf } from './rewind.ts';

/** Tables that count what was tried, in whatever order it came, or say whose an entry is. */
const aside = new Set(['attempt', 'refusal_count', 'entry_link']);

/**
 * What stands in the database, without what chance and the clock put there: for each table its rows with
 * their states, kinds, names and versions; of ids, digests, sealed bytes and times only that they are there.
 * Entries by kind, outcome, role and reasons. Two orders of the same acts that end alike have one shape.
 *
 * A person's look at their own data is left aside: an act that is overtaken has looked before it is refused.
 */
export async function shapeOf(sql: pg.Client): Promise<ReadonlyMap<string, string>> {
  const tables = (await tablesOf(sql)).filter((table) => !aside.has(table));
  const parts = tables.map((table) => `select '${table}' as name, to_jsonb(t) as row from "${table}" t`);
  const { rows } = await sql.query(parts.join(' union all '));
  const shapes = new Map<string, string[]>();
  for (const { name, row } of rows) {
    const said = name === 'entry_pending' ? entryShape(row.leaf) : JSON.stringify(plain(row));
    if (said.startsWith(ownLook)) continue;
    shapes.set(name, [...(shapes.get(name) ?? []), said]);
  }
  return new Map([...shapes].map(([name, said]) => [name, said.sort().join('\n')]));
}

const ownLook = 'read allowed subject ';

/** `leaf`: bytes as PostgreSQL writes them, `\x…`. */
function entryShape(leaf: string): string {
  const entry = decodeEntry(Buffer.from(leaf.slice(2), 'hex'));
  if (!entry) return 'an entry that cannot be read';
  const { kind, outcome, actor, because = [] } = entry;
  return [kind, outcome, actor.role, ...because].join(' ');
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const instant = 1_000_000_000_000;

/** A value without chance and time. */
function plain(value: unknown): unknown {
  if (typeof value === 'number') return value > instant ? 'a time' : value;
  if (typeof value === 'string') {
    if (uuid.test(value)) return 'an id';
    return value.startsWith('\\x') || value.length > 40 ? 'bytes' : value;
  }
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([name]) => !passing.has(name));
  return Object.fromEntries(entries.map(([name, part]) => [uuid.test(name) ? 'an id' : name, plain(part)]));
}

/** What says when something was used last, in which order it came, or how many entries were somebody's. */
const passing = new Set(['seen_at', 'used_on', 'used_at', 'arrived', 'attempts', 'mark', 'links']);
