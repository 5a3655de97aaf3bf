import { isMap, isSeq } from 'yaml';
import { isCivilDate, languages, type Span } from '../base/index.ts';
import { isBin, parseIin } from '../law/index.ts';
import { categories } from './categories.ts';
import { facets, isLabel, isSilence } from './facets.ts';
import type { Proposed } from './merge.ts';
import type {
  Anchor,
  Clause,
  DataRow,
  LabelRow,
  NoteRow,
  Operator,
  Origin,
  Policy,
  Row,
  Severity,
  Statement,
} from './policy.ts';
import { rules } from './rules/index.ts';
import {
  type Field,
  type Fields,
  fitting,
  formed,
  list,
  may,
  must,
  type Node,
  number,
  numberAsWritten,
  oneOf,
  or,
  type Read,
  reads,
  record,
  type Schema,
  text,
  textIn,
  yesNo,
} from './shape.ts';

/** What later sections lean on: ids of clauses, declared purposes, length of the source. */
interface Seen {
  readonly clauses: Set<string>;
  readonly purposes: Set<string>;
  chars: number;
}

const origins: readonly Origin[] = ['text', 'officer', 'assumed'];
const groups: readonly DataRow['group'][] = ['given', 'automatic', 'third-party', 'public-source'];
const classes: readonly DataRow['access'][] = ['public', 'limited', 'secret', 'technical'];
const channels = ['email', 'phone', 'postal_address', 'messenger', 'website', 'form'] as const;
const controllers = ['legal_entity', 'sole_proprietor', 'brand_only', 'unnamed'] as const;
const servicesOf = ['website', 'mobile_app', 'bot', 'personal_account', 'software'] as const;
const date = fitting(isCivilDate, 'date-malformed', { type: 'string', format: 'date' });
const sha256 = formed(/^[0-9a-f]{64}$/, 'sha256-malformed');
const country = formed(/^[A-Z]{2}$/, 'country-malformed');
const labelsOf = (facet: string) => facets[facet] ?? [];

function cite(seen: Seen): Read<string> {
  return reads(numberAsWritten, (node, place) => {
    const id = text()(node, place);
    return id === undefined || seen.clauses.has(id)
      ? id
      : place.strange(node, 'clause-unknown', id, seen.clauses);
  });
}

/** The fields every row ends with. */
function rowFields(seen: Seen): Fields<Row> {
  return {
    cites: or(list(cite(seen)), () => []),
    origin: or(oneOf(origins), (made) =>
      (made['cites'] as readonly string[]).length > 0 ? 'text' : 'officer',
    ),
  };
}

const ends: Schema = { type: 'array', items: { type: 'integer', minimum: 0 }, minItems: 2, maxItems: 2 };

const span = (seen: Seen): Read<Span> =>
  reads(ends, (node, place) => {
    const read =
      isSeq(node) && node.items.length === 2
        ? node.items.map((item) => number(0, 2 ** 40)(item as Node, place))
        : [];
    const [start, end] = read;
    if (start === undefined || end === undefined || start > end) return place.wrong(node, 'span-malformed');
    return end > seen.chars
      ? place.wrong(node, 'span-outside', { params: { chars: seen.chars } })
      : { start, end };
  });

function clause(seen: Seen): Read<Clause> {
  const read = record<Clause>({
    id: must(fitting((id) => id !== '' && id.length <= 100, 'clause-id-malformed', numberAsWritten)),
    number: or(reads(numberAsWritten, text()), () => ''),
    kind: or(oneOf(['heading', 'clause'] as const), () => 'clause' as const),
    parent: may(
      reads(numberAsWritten, (node, place) => {
        const id = text()(node, place);
        return id === undefined || seen.clauses.has(id)
          ? id
          : place.strange(node, 'parent-unknown', id, seen.clauses);
      }),
    ),
    summary: may(text()),
    span: must(span(seen)),
    sha256: must(sha256),
    anchors: may(list(record<Anchor>({ line: must(number(1, 2 ** 40)), sha256: must(sha256) }))),
  });
  return reads(read.schema, (node, place) => {
    const made = read(node, place);
    // A clause that cannot be read still counts as there, or every cite of it would be a problem of its own.
    const id = made?.id ?? (isMap(node) ? textIn(node.get('id', true) as Node) : undefined);
    if (id === undefined) return undefined;
    if (seen.clauses.has(id)) return place.wrong(node, 'clause-twice', { params: { id: id.slice(0, 60) } });
    seen.clauses.add(id);
    return made;
  });
}

/** Which labels a facet has, said of the two keys of a record. */
const ofItsFacet: Schema = {
  allOf: Object.entries(facets).map(([facet, labels]) => ({
    if: { properties: { facet: { const: facet } } },
    // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema
    then: { properties: { label: { enum: labels } } },
  })),
};

/** Reads a record whose label must be of its facet. */
function labelled<T extends { readonly facet: string; readonly label: string }>(read: Read<T>): Read<T> {
  return reads({ ...read.schema, ...ofItsFacet }, (node, place) => {
    const made = read(node, place);
    if (!made || isLabel(made.facet, made.label)) return made;
    const at = isMap(node) ? (node.get('label', true) as Node) : node;
    return place.at('label', node).strange(at, 'label-unknown', made.label, labelsOf(made.facet));
  });
}

const confidence = reads({ type: 'number', exclusiveMinimum: 0, maximum: 1 }, (node, place) => {
  const value = number(0, 1, false)(node, place);
  return value === 0 ? place.wrong(node, 'number-between', { params: { least: 0, most: 1 } }) : value;
});

function statement(seen: Seen): Read<Statement> {
  const clauseOrSilence = reads(numberAsWritten, (node, place) =>
    textIn(node) === '' ? '' : cite(seen)(node, place),
  );
  const read = labelled(
    record<Statement>({
      clause: must(clauseOrSilence),
      facet: must(oneOf(Object.keys(facets), 'facet-unknown')),
      label: must(text()),
      span: must(span(seen)),
      confidence: must(confidence),
    }),
  );
  return reads(read.schema, (node, place) => {
    const made = read(node, place);
    // Only silence has no clause.
    return made && made.clause === '' && !isSilence(made.label)
      ? place.wrong(node, 'statement-without-clause')
      : made;
  });
}

function operator(seen: Seen): Read<Operator> {
  const read = record<Operator>({
    kind: must(oneOf(controllers)),
    name: may(text()),
    bin: may(fitting((value) => isBin(value) || parseIin(value) !== undefined, 'bin-malformed')),
    address: may(text()),
    responsible: may(text()),
    subjects: may(number(0, 1e10)),
    notified: may(date),
    ...rowFields(seen),
  });
  return reads(read.schema, (node, place) => {
    const made = read(node, place);
    if (!made?.bin || made.kind === 'sole_proprietor' || isBin(made.bin)) return made;
    place.at('bin', node).wrong(isMap(node) ? (node.get('bin', true) as Node) : node, 'bin-malformed');
    const { bin: _, ...rest } = made;
    return rest;
  });
}

function dataRow(seen: Seen): Read<DataRow> {
  const known = oneOf(labelsOf('purposes'), 'purpose-unknown');
  const purpose = reads(known.schema, (node, place) => {
    const key = known(node, place);
    if (key === undefined || seen.purposes.has(key)) return key;
    return place.wrong(node, 'purpose-undeclared', { params: { purpose: key } });
  });
  const own = (made: Readonly<Record<string, unknown>>) => categories[String(made['category'])];
  return record<DataRow>({
    category: must(oneOf(labelsOf('data_categories'), 'category-unknown')),
    group: or(oneOf(groups), (made) => own(made)?.group ?? 'given'),
    mandatory: or(yesNo, () => false),
    access: or(oneOf(classes), (made) => own(made)?.access ?? 'limited'),
    purposes: or(list(purpose), () => []),
    ...rowFields(seen),
  });
}

/** Reads a value and tells `seen` of it. */
const noting = <T>(read: Read<T>, note: (value: T) => unknown): Read<T> =>
  reads(read.schema, (node, place) => {
    const value = read(node, place);
    if (value !== undefined) note(value);
    return value;
  });

const none = () => [];
const rows = <T>(read: Read<T>, keyOf: (row: T) => string, key?: string): Field<readonly T[]> => ({
  ...or(list(read, keyOf), none),
  ...(key ? { key } : {}),
});

function labelRow(seen: Seen): Read<LabelRow> {
  const facet = must(oneOf(Object.keys(facets), 'facet-unknown'));
  return labelled(record<LabelRow>({ facet, label: must(text()), ...rowFields(seen) }));
}

function registers(
  seen: Seen,
): Pick<Fields<Policy>, 'services' | 'hosts' | 'recipients' | 'retention' | 'contacts' | 'labels'> {
  const own = rowFields(seen);
  const recipient = must(oneOf(labelsOf('recipients'), 'recipient-unknown'));
  const months = may(number(1, 1200));
  const days = may(number(1, 36_500));
  const channel = must(oneOf(channels));
  const category = oneOf(Object.keys(categories), 'category-unknown');
  const condition = oneOf(labelsOf('transfer_conditions'));
  return {
    services: rows(
      record({ kind: must(oneOf(servicesOf)), host: may(text()), ...own }),
      (row) => `${row.kind} ${row.host ?? ''}`,
    ),
    hosts: rows(
      record({ country: must(country), name: must(text()), ...own }),
      (row) => `${row.country} ${row.name}`,
    ),
    recipients: rows(
      record({
        ...{ recipient, name: may(text()), country: may(country) },
        ...{ categories: may(list(category)), conditions: may(list(condition)), ...own },
      }),
      (row) => [row.recipient, row.name ?? '', row.country ?? ''].join(' '),
    ),
    retention: rows(
      record({
        ...{ rule: must(oneOf(labelsOf('retention'))), months, days },
        ...{ categories: may(list(category)), ...own },
      }),
      ({ rule, months = '', days = '', categories: of = [] }) => [rule, months, days, ...of].join(' '),
    ),
    contacts: rows(record({ channel, value: must(text()), ...own }), (row) => `${row.channel} ${row.value}`),
    labels: rows(labelRow(seen), (row) => `${row.facet}.${row.label}`),
  };
}

const severities: readonly Severity[] = ['error', 'conflict', 'warning', 'info'];

function note(seen: Seen): Read<NoteRow> {
  return record<NoteRow>({
    rule: must(
      oneOf(
        rules.map(({ id }) => id),
        'rule-unknown',
      ),
    ),
    severity: must(oneOf(severities)),
    cites: or(list(cite(seen)), () => []),
    note: must(text()),
  });
}

const digest = formed(/^[0-9a-f]{16}$/, 'sha256-malformed');
const digests: Schema = { type: 'object', additionalProperties: digest.schema };

/** What was proposed, row by row: any short texts by any short names. */
const proposed = reads<Proposed>(digests, (node, place) => {
  if (!isMap(node)) return place.wrong(node, 'record-expected');
  const rows = node.items.map(({ key, value }) => [
    textIn(key as Node) ?? '',
    digest(value as Node, place) ?? '',
  ]);
  return Object.fromEntries(rows);
});

/**
 * Reads the whole policy: first what others lean on (source, clauses, purposes), then the rest; and what the
 * reader had proposed, where the file says it.
 */
export function policyReader(): Read<Policy & { readonly proposed?: Proposed }> {
  const seen: Seen = { clauses: new Set(), purposes: new Set(), chars: Number.POSITIVE_INFINITY };
  const own = rowFields(seen);
  const source = record<Policy['source']>({
    name: must(text()),
    sha256: must(sha256),
    chars: must(number(0, 2 ** 40)),
  });
  const purpose = record<Policy['purposes'][number]>({
    purpose: must(oneOf(labelsOf('purposes'), 'purpose-unknown')),
    ...own,
  });
  const ground = record<Policy['grounds'][number]>({ ground: must(oneOf(labelsOf('legal_bases'))), ...own });
  const absent = record<Policy['dataNotCollected'][number]>({
    category: must(oneOf(labelsOf('data_categories'), 'category-unknown')),
    ...own,
  });
  return record<Policy & { readonly proposed?: Proposed }>({
    format: must(oneOf(['kepil-policy/1'] as const, 'format-unknown')),
    source: must(noting(source, ({ chars }) => Object.assign(seen, { chars }))),
    clauses: must(list(clause(seen))),
    title: must(text()),
    language: must(oneOf(languages)),
    dated: may(date),
    published: may(list(oneOf(languages))),
    operator: must(operator(seen)),
    purposes: rows(
      noting(purpose, (row) => seen.purposes.add(row.purpose)),
      (row) => row.purpose,
    ),
    data: rows(dataRow(seen), (row) => row.category),
    dataNotCollected: rows(absent, (row) => row.category, 'data_not_collected'),
    grounds: rows(ground, (row) => row.ground),
    ...registers(seen),
    notes: may(list(note(seen))),
    statements: or(list(statement(seen)), none),
    proposed: may(proposed),
  });
}
