import type { Hash } from '../base/index.ts';
import { type LabelRow, type Policy, type PurposeRow, purposes as purposeTable } from '../policy/index.ts';
import { type Cited, citedRows } from './cited.ts';
import { dateOf } from './dates.ts';
import { dataRowsOf } from './draft-data.ts';
import { contactRowsOf, operatorOf, serviceRowsOf } from './draft-names.ts';
import { hostRowsOf, recipientRowsOf } from './draft-recipients.ts';
import { retentionRowsOf } from './draft-terms.ts';
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
    retention: retentionRowsOf(reading, body),
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

/** What stands before it names the document: «(далее …», «(бұдан әрі …», “(hereinafter …”. */
const calledAfter = /\s*\((?:далее|бұдан әрі|hereinafter|hereafter)(?![\p{L}])/iu;

function titleOf(reading: Reading, body: string): string {
  const first = reading.clauses[0];
  if (!first) return reading.source.name.toWellFormed();
  const line = body.slice(first.span.start, first.span.end).replace(/\s+/g, ' ');
  // A text that begins with its first sentence is called what that sentence calls it.
  const text = line.split(calledAfter)[0]?.trim() || line;
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

function labelRows(reading: Reading, cited: readonly Cited[]): readonly LabelRow[] {
  const stated: LabelRow[] = cited
    .filter(({ facet, label }) => !typed.has(facet) && !(facet === 'contacts' && channels.has(label)))
    .map(({ facet, label, cites }) => ({ facet, label, cites, origin: 'text' }));
  const silent: LabelRow[] = reading.silent
    .filter(({ facet }) => facet !== 'retention')
    .map(({ facet, label }) => ({ facet, label, cites: [], origin: 'assumed' }));
  return [...stated, ...silent];
}
