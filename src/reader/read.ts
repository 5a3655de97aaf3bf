import { hexOf, utf8 } from '../base/index.ts';
import type { Clause, Statement } from '../policy/index.ts';
import { languageOf } from './language.ts';
import { bodyOf } from './lines.ts';
import type { Mention, Reading, ReadOptions, Silence } from './reading.ts';
import { statementsOf } from './statements.ts';
import { type ReadClause, structureOf } from './structure.ts';

/** Facets whose silence has a label of its own. */
const silences: readonly Silence[] = [
  { facet: 'retention', label: 'unspecified' },
  { facet: 'storage_location', label: 'unspecified' },
  { facet: 'cross_border', label: 'unspecified' },
  { facet: 'minors', label: 'none' },
  { facet: 'change_notice', label: 'unspecified' },
  { facet: 'contacts', label: 'none' },
  { facet: 'governing_law', label: 'unspecified' },
];

/**
 * Reads a policy in prose: its clause tree and what it says, each with its place. Proposes, never decides.
 *
 * Pure, deterministic, linear in the length of the text; never throws, whatever the text.
 */
export function readText(text: string, options: ReadOptions): Reading {
  const body = bodyOf(text);
  const language = languageOf(body);
  const read = structureOf(body, options.hash);
  const mentions: Mention[] = [];
  const mentioned = (mention: Mention) => mentions.push(mention);
  const statements = statementsOf({ body, language, mentioned }, read);
  const source = {
    name: options.name,
    sha256: hexOf(options.hash(utf8(body))),
    language,
    chars: body.length,
  };
  const clauses = read.map(plainClause);
  const left = { silent: silentOf(statements), unread: unreadOf(clauses, statements) };
  return { source, clauses, statements, mentions, ...left };
}

/** Whether a reading is that of a policy: enough was understood, of several kinds, and data are spoken of. */
export function looksLikePolicy(reading: Reading): boolean {
  const facets = new Set(reading.statements.map((statement) => statement.facet));
  const labels = new Set(reading.statements.map((statement) => `${statement.facet}.${statement.label}`));
  const onData = facets.has('data_categories') || facets.has('rights') || facets.has('purposes');
  return onData && facets.size >= 4 && labels.size >= 8;
}

function plainClause({ content: _, ...clause }: ReadClause): Clause {
  return clause;
}

function silentOf(statements: readonly Statement[]): readonly Silence[] {
  const said = new Set(statements.map((statement) => statement.facet));
  return silences.filter(({ facet }) => !said.has(facet));
}

/** What was not understood; what leads into something that was says it through its items. */
function unreadOf(clauses: readonly Clause[], statements: readonly Statement[]): Reading['unread'] {
  const read = new Set(statements.map((statement) => statement.clause));
  const leading = new Set(clauses.flatMap(({ id, parent }) => (parent && read.has(id) ? [parent] : [])));
  return clauses
    .filter(({ kind, id }) => kind === 'clause' && !read.has(id) && !leading.has(id))
    .map((clause) => ({ clause: clause.id, span: clause.span }));
}
