import type { HostRow, Operator, RecipientRow, Statement } from '../policy/index.ts';
import { countriesIn, firmForms } from './lexicon/index.ts';
import type { Reading } from './reading.ts';
import type { Ties } from './relations.ts';

/** No name stands farther from the word that says what its bearer is. */
const reach = 160;
const proper = '\\p{Lu}[\\p{L}\\p{N}&.+-]*(?: \\p{Lu}[\\p{L}\\p{N}&.+-]*){0,3}';
const quoted = '[«"“„][^»"”\\n]{1,60}[»"”]';
/** Names behind a colon, a dash or a bracket: «analytics services (Google Analytics, Metrica)». */
const listed = new RegExp(
  `^[\\s\\p{L}]{0,30}[(:—–-]\\s?((?:${proper}|${quoted})(?:(?:, | и | and | және )(?:${proper}|${quoted}))*)`,
  'u',
);

/** Firms by their form, then names in a list, in the order of the text. */
function namesIn(words: string): readonly string[] {
  const firms = firmForms.flatMap((form) => [...words.matchAll(form)].map(([name]) => name.trim()));
  if (firms.length > 0) return [...new Set(firms)];
  const [, list] = listed.exec(words) ?? [];
  const names = list?.split(/, | и | and | және /u) ?? [];
  // A Cyrillic word with a capital is as often a defined term of the text: «the User».
  return names.filter((name) => /[A-Z«"“„]/u.test(name) && countriesIn(name).length === 0);
}

/** What stands behind a statement up to the next of its facet, the end of its sentence or clause. */
function behind(statement: Statement, { ties, body }: Where): string {
  const all = ties.saidIn(statement.clause, statement.facet);
  const clauseEnd = ties.endOf(statement.clause);
  const next = Math.min(
    ...all.map(({ span }) => span.start).filter((start) => start >= statement.span.end),
    clauseEnd,
    statement.span.end + reach,
  );
  const [sentence = ''] = body.slice(statement.span.end, next).split(/(?<=[^\p{Lu}\s]{2})[.;]\s|\n/u);
  return sentence;
}

interface Where {
  readonly ties: Ties;
  readonly body: string;
}

/** A recipient while its row is being gathered from the clauses that speak of it. */
interface Gathered {
  readonly row: Named;
  readonly cites: Set<string>;
  readonly gets: Set<string>;
  readonly on: Set<string>;
}

/**
 * Recipients with their names and countries where the text gives them beside, and with what they get on which
 * condition; one row for each name.
 */
export function recipientRowsOf(reading: Reading, where: Where, operator: Operator): readonly RecipientRow[] {
  const rows = new Map<string, Gathered>();
  for (const statement of reading.statements) {
    if (statement.facet !== 'recipients') continue;
    for (const row of namedBy(statement, where, operator)) {
      const key = Object.values(row).join('|');
      const known = rows.get(key) ?? { row, cites: new Set(), gets: new Set(), on: new Set() };
      gather(statement, where, known);
      rows.set(key, known);
    }
  }
  return withoutBare(
    [...rows.values()].map(({ row, cites, gets, on }) => ({
      ...{ ...row, ...listOf('categories', gets), ...listOf('conditions', on) },
      ...{ cites: [...cites], origin: 'text' as const },
    })),
  );
}

function namedBy(statement: Statement, where: Where, operator: Operator): readonly Named[] {
  const words = behind(statement, where);
  const country = countriesIn(words)[0]?.code;
  const names = namesIn(words).filter((name) => name !== operator.name);
  return (names.length > 0 ? names : [undefined]).map((name) => ({
    recipient: statement.label,
    ...(name === undefined ? {} : { name: name.toWellFormed() }),
    ...(country === undefined ? {} : { country }),
  }));
}

function gather(statement: Statement, { ties }: Where, { cites, gets, on }: Gathered): void {
  cites.add(statement.clause);
  for (const condition of ties.beside(statement, 'transfer_conditions')) on.add(condition);
  // Of two recipients in a sentence nobody can say which one gets what.
  if (!ties.standsAlone(statement)) return;
  for (const category of ties.dataBeside(statement)) gets.add(category);
}

type Named = Omit<RecipientRow, 'cites' | 'origin' | 'categories' | 'conditions'>;

function listOf(key: 'categories' | 'conditions', labels: ReadonlySet<string>) {
  return labels.size > 0 ? { [key]: [...labels] } : {};
}

/** A recipient named in one clause is the same in another that does not name it again. */
function withoutBare(rows: readonly RecipientRow[]): readonly RecipientRow[] {
  const isBare = ({ name, country }: RecipientRow) => name === undefined && country === undefined;
  const named = (kind: string) => rows.find((row) => row.recipient === kind && !isBare(row));
  const bare = rows.filter((row) => isBare(row) && named(row.recipient));
  return rows
    .filter((row) => !bare.includes(row))
    .map((row) => {
      const same = bare.find(({ recipient }) => named(recipient) === row);
      return same ? joined(row, same) : row;
    });
}

function joined(row: RecipientRow, same: RecipientRow): RecipientRow {
  const both = (key: 'categories' | 'conditions') => new Set([...(row[key] ?? []), ...(same[key] ?? [])]);
  return {
    ...{ ...row, ...listOf('categories', both('categories')), ...listOf('conditions', both('conditions')) },
    cites: [...new Set([...row.cites, ...same.cites])],
  };
}

const placeItem = /^(?:[-–—•*]\s*)?([^\n,;:]{3,80}), [^\n,;:.]{3,60}$/u;

/** The place of an item «servers of the firm in Almaty, Kazakhstan», or the firm that runs it. */
function placeName(words: string): string | undefined {
  return placeItem.exec(words.trim())?.[1] ?? namesIn(words)[0];
}

/** Where data lie: the countries the text names, with who runs the place or what it is called. */
export function hostRowsOf(reading: Reading, ties: Ties): readonly HostRow[] {
  const rows = new Map<string, HostRow>();
  for (const { facet, label, clause } of reading.statements) {
    if (facet !== 'storage_location' || (label !== 'kz' && label !== 'abroad')) continue;
    const clauseWords = ties.textOf(clause);
    for (const { code } of countriesIn(clauseWords)) {
      if ((code === 'KZ') !== (label === 'kz')) continue;
      const name = placeName(clauseWords);
      if (name === undefined) continue;
      const known = rows.get(code);
      const cites = [...new Set([...(known?.cites ?? []), clause])];
      rows.set(code, { country: code, name: known?.name ?? name.toWellFormed(), cites, origin: 'text' });
    }
  }
  return [...rows.values()];
}
