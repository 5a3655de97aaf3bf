import type { Hash } from '../base/index.ts';
import {
  type LabelRow,
  type Policy,
  type PurposeRow,
  purposes as purposeTable,
  type RetentionRow,
  type Statement,
} from '../policy/index.ts';
import { type Cited, citedRows } from './cited.ts';
import { dateOf } from './dates.ts';
import { dataRowsOf } from './draft-data.ts';
import { contactRowsOf, operatorOf, serviceRowsOf } from './draft-names.ts';
import { hostRowsOf, recipientRowsOf } from './draft-recipients.ts';
import { bodyOf } from './lines.ts';
import type { Reading } from './reading.ts';
import { Ties } from './relations.ts';

/** Facets that have rows of their own kind in the policy; all others become label rows. */
const typed: ReadonlySet<string> = new Set([
  'controller',
  'services',
  'data_categories',
  'data_not_collected',
  'purposes',
  'legal_bases',
  'recipients',
  'retention',
]);
const channels: ReadonlySet<string> = new Set([
  'email',
  'phone',
  'postal_address',
  'messenger',
  'website',
  'form',
]);

/**
 * The draft policy a reading amounts to: rows that cite their clauses, and what a service cannot run without,
 * assumed.
 *
 * Assumed are, where the text has none: an e-mail (unless it names a phone), a base purpose, and for adults
 * only the date of birth. A category serves the purposes the text ties it to, else all declared base purposes
 * and those of a consent of its own that it can serve, until the officer says otherwise. Silence is a row of
 * origin `assumed` that cites nothing. Deterministic; never throws. `text` is what the reading was made of.
 */
export function draftPolicy(reading: Reading, text: string, _hash?: Hash): Policy {
  const body = bodyOf(text);
  const cited = citedRows(reading.statements);
  const purposes = purposeRows(cited);
  const dated = dateOf(body, reading.clauses);
  const operator = operatorOf(cited, body);
  const ties = new Ties(reading, body);
  const hosts = hostRowsOf(reading, ties);
  // Where a place has a row of its own, the label would say the same again.
  const housed: ReadonlySet<string> = new Set(
    hosts.map(({ country }) => (country === 'KZ' ? 'kz' : 'abroad')),
  );
  const policy: Policy = {
    format: 'kepil-policy/1',
    title: titleOf(reading, body),
    language: reading.source.language,
    source: { ...sourceOf(reading) },
    operator,
    services: serviceRowsOf(reading, cited, body),
    hosts,
    clauses: reading.clauses,
    statements: reading.statements,
    data: dataRowsOf({ cited, reading, ties, purposes, body }),
    dataNotCollected: of(cited, 'data_not_collected').map(({ label, cites }) => ({
      category: label,
      cites,
      origin: 'text',
    })),
    purposes,
    grounds: of(cited, 'legal_bases').map(({ label, cites }) => ({ ground: label, cites, origin: 'text' })),
    recipients: recipientRowsOf(reading, { ties, body }, operator),
    retention: retentionRows(reading, cited, body),
    contacts: contactRowsOf(reading, body),
    labels: labelRows(reading, cited).filter(
      ({ facet, label }) => facet !== 'storage_location' || !housed.has(label),
    ),
  };
  return dated ? { ...policy, dated } : policy;
}

function of(cited: readonly Cited[], facet: string): readonly Cited[] {
  return cited.filter((row) => row.facet === facet);
}

function sourceOf(reading: Reading): Policy['source'] {
  const { name, sha256, chars } = reading.source;
  return { name: name.toWellFormed(), sha256, chars };
}

function titleOf(reading: Reading, body: string): string {
  const first = reading.clauses[0];
  if (!first) return reading.source.name.toWellFormed();
  const text = body.slice(first.span.start, first.span.end).replace(/\s+/g, ' ');
  return (text.length > 160 ? `${text.slice(0, 159)}…` : text).toWellFormed();
}

function purposeRows(cited: readonly Cited[]): readonly PurposeRow[] {
  const stated: PurposeRow[] = of(cited, 'purposes').map(({ label, cites }) => ({
    purpose: label,
    cites,
    origin: 'text',
  }));
  if (stated.some((row) => purposeTable[row.purpose]?.basis === 'base')) return stated;
  return [{ purpose: 'provide_service', cites: [], origin: 'assumed' }, ...stated];
}

/**
 * A rule for all data is one row; a number stands in a row of its clause, for the data that clause names, if
 * any.
 */
function retentionRows(reading: Reading, cited: readonly Cited[], body: string): readonly RetentionRow[] {
  if (reading.silent.some((silence) => silence.facet === 'retention')) {
    return [{ rule: 'unspecified', cites: [], origin: 'assumed' }];
  }
  const numbered = reading.statements.filter(
    ({ facet, label }) => facet === 'retention' && label === 'fixed_term',
  );
  return [
    ...of(cited, 'retention')
      .filter(({ label }) => label !== 'fixed_term')
      .map(({ label, cites }): RetentionRow => ({ rule: label, cites, origin: 'text' })),
    ...numbered.map((statement) => fixedTerm(reading, statement, body)).reduce(merged, []),
  ];
}

/** The same term said in another clause is the same row. */
function merged(rows: readonly RetentionRow[], row: RetentionRow): readonly RetentionRow[] {
  const keyOf = ({ months, days, categories = [] }: RetentionRow) => [months, days, ...categories].join(' ');
  const at = rows.findIndex((other) => keyOf(other) === keyOf(row));
  if (at < 0) return [...rows, row];
  const known = rows[at] as RetentionRow;
  const both = { ...known, cites: [...new Set([...known.cites, ...row.cites])] };
  return rows.map((other, place) => (place === at ? both : other));
}

function fixedTerm(reading: Reading, { clause, span }: Statement, body: string): RetentionRow {
  const quote = body.slice(span.start, span.end).trim().toWellFormed();
  const months = monthsIn(quote);
  const days = months ? undefined : daysIn(quote);
  const named = reading.statements.filter((row) => row.facet === 'data_categories' && row.clause === clause);
  const categories = [...new Set(named.map(({ label }) => label))];
  return {
    rule: 'fixed_term',
    ...(months ? { months } : {}),
    ...(days ? { days } : {}),
    ...(categories.length > 0 ? { categories } : {}),
    cites: [clause],
    origin: 'text',
  };
}

/** Whole months stated in words such as «5 лет»; days make no month. */
export function monthsIn(quote: string): number | undefined {
  const match = /(\d{1,3})[^\d]*?(лет|год|жыл|year|месяц|ай|month)/iu.exec(quote);
  if (!match) return undefined;
  const count = Number(match[1]);
  return /^(?:лет|год|жыл|year)/iu.test(String(match[2])) ? count * 12 : count;
}

/** Calendar days stated in words such as «90 дней»; working days are no term of keeping. */
function daysIn(quote: string): number | undefined {
  const match = /(\d{1,4})(?![^\d]*(?:рабоч|жұмыс|working|business))[^\d]*?(дн|сут|күн|day)/iu.exec(quote);
  return match ? Number(match[1]) : undefined;
}

function labelRows(reading: Reading, cited: readonly Cited[]): readonly LabelRow[] {
  const stated: LabelRow[] = cited
    .filter(({ facet, label }) => !typed.has(facet) && !(facet === 'contacts' && channels.has(label)))
    .map(({ facet, label, cites }) => ({ facet, label, cites, origin: 'text' }));
  const silent: LabelRow[] = reading.silent
    .filter(({ facet }) => facet !== 'retention')
    .map(({ facet, label }) => ({ facet, label, cites: [], origin: 'assumed' }));
  return [...stated, ...silent];
}
