import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeCrypto } from '../../src/keys/index.ts';
import { bodyOf, readText } from '../../src/reader/index.ts';

const shared = join('..', 'shared');
const table = join(shared, 'acceptance', 'clauses.json');

/** Whether the table of clauses is at hand; it is no part of the project. */
export function hasTable(): boolean {
  return existsSync(table);
}

/** A row of the table beside the clauses of the reader that its lines are read in. */
export interface Mapped {
  readonly row: string;
  readonly lines: readonly number[];
  readonly clauses: readonly string[];
}

interface Row {
  readonly id: string;
  readonly doc: number;
  readonly lines: readonly number[];
}

/**
 * Every row of the table of clauses with the reader's clauses at its lines. The table splits a line where it
 * says several things, so that many of its rows come to one clause.
 */
export function mappedRows(): readonly Mapped[] {
  const rows: readonly Row[] = JSON.parse(readFileSync(table, 'utf8')).clauses;
  const places = readdirSync(join(shared, 'seeds'))
    .sort()
    .map((file) => placesIn(readFileSync(join(shared, 'seeds', file), 'utf8')));
  return rows.map(({ id, doc, lines }) => {
    const clauses = lines.flatMap((line) => places[doc]?.get(line) ?? []);
    return { row: id, lines, clauses: [...new Set(clauses)] };
  });
}

/** The clauses by the lines they stand at, counted from 1. */
function placesIn(text: string): ReadonlyMap<number, readonly string[]> {
  const body = bodyOf(text);
  const { clauses } = readText(body, { name: 'seed', hash: nodeCrypto.hash });
  const found = new Map<number, string[]>();
  for (const { id, span } of clauses)
    for (let line = lineAt(body, span.start); line <= lineAt(body, span.end); line++)
      found.set(line, [...(found.get(line) ?? []), id]);
  return found;
}

function lineAt(body: string, at: number): number {
  return body.slice(0, at).split('\n').length;
}
