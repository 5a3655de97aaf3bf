import { Document } from 'yaml';
import { laidOut } from './layout.ts';
import type { Proposed } from './merge.ts';
import type { Clause, Policy, Row, Statement } from './policy.ts';

type Plain = Readonly<Record<string, unknown>>;

const isEmpty = (part: unknown) => Array.isArray(part) && part.length === 0;
const without = (value: object, drop: (part: unknown, key: string) => boolean): Plain =>
  Object.fromEntries(Object.entries(value).filter(([key, part]) => !drop(part, key)));

/** Empty lists are left out, and so is the origin where it is what the cites say. */
function rowOf(row: Pick<Row, 'cites' | 'origin'>): Plain {
  const { cites, origin, ...own } = row;
  const usual = cites.length > 0 ? 'text' : 'officer';
  return without({ ...own, cites, ...(origin === usual ? {} : { origin }) }, isEmpty);
}

function clauseOf({ id, number, kind, parent, summary, span, sha256, anchors }: Clause): Plain {
  return {
    id,
    ...(number === '' ? {} : { number }),
    ...(kind === 'clause' ? {} : { kind }),
    ...(parent === undefined ? {} : { parent }),
    ...(summary === undefined ? {} : { summary }),
    span: [span.start, span.end],
    sha256,
    ...(anchors === undefined ? {} : { anchors: anchors.map(({ line, sha256 }) => ({ line, sha256 })) }),
  };
}

function statementOf({ clause, facet, label, span, confidence }: Statement): Plain {
  return { clause, facet, label, span: [span.start, span.end], confidence };
}

/** The keys of a file in the order in which a lawyer reads; anchors last. */
export const sections: readonly string[] = [
  ...[
    'format',
    'title',
    'language',
    'dated',
    'published',
    'operator',
    'contacts',
    'services',
    'data',
    'data_not_collected',
  ],
  ...[
    'purposes',
    'grounds',
    'recipients',
    'hosts',
    'retention',
    'labels',
    'notes',
    'source',
    'clauses',
    'statements',
  ],
  'proposed',
];

/**
 * The sections in the order in which a lawyer reads: who, what, why, on what ground, to whom, where, how
 * long; anchors last. Empty sections are left out.
 */
function sectionsOf(policy: Policy, proposed: Proposed = {}): Plain {
  const said = {
    format: policy.format,
    title: policy.title,
    language: policy.language,
    ...(policy.dated === undefined ? {} : { dated: policy.dated }),
    published: policy.published ?? [],
    operator: rowOf(policy.operator),
    contacts: policy.contacts.map(rowOf),
    services: policy.services.map(rowOf),
    data: policy.data.map(rowOf),
    data_not_collected: policy.dataNotCollected.map(rowOf),
    purposes: policy.purposes.map(rowOf),
    grounds: policy.grounds.map(rowOf),
    recipients: policy.recipients.map(rowOf),
    hosts: policy.hosts.map(rowOf),
    retention: policy.retention.map(rowOf),
    labels: policy.labels.map(rowOf),
    notes: policy.notes ?? [],
    source: policy.source,
    clauses: policy.clauses.map(clauseOf),
    statements: policy.statements.map(statementOf),
    ...(Object.keys(proposed).length > 0 && { proposed }),
  };
  return without(said, (rows, key) => isEmpty(rows) && key !== 'clauses');
}

/**
 * The policy as the text of a `*.kepil.yaml` file.
 *
 * `parsePolicy` of it gives an equal policy with the same hash. Texts that YAML could take for numbers are
 * quoted, so that any YAML program reads the numbers of clauses as they stand. No line is folded. `proposed`
 * stands last, for whoever merges the file with a later reading.
 */
export function formatPolicy(policy: Policy, proposed?: Proposed): string {
  const document = new Document(sectionsOf(policy, proposed), { aliasDuplicateObjects: false });
  return laidOut(document);
}
