import { type Document, isCollection, isScalar, type Node, Scalar, visit } from 'yaml';

/** Sections whose rows stand on one line each. */
const oneLine = new Set([
  ...[
    'contacts',
    'services',
    'data_not_collected',
    'purposes',
    'grounds',
    'recipients',
    'hosts',
    'retention',
  ],
  ...['labels', 'notes', 'clauses', 'statements'],
]);

const unprintable = /[\p{C}\u2028\u2029]/u;

/** Whether somebody wrote a remark inside of a row: then it cannot stand on one line. */
function hasRemark(row: Node): boolean {
  let found = false;
  visit(row, {
    Node: (_, node) => {
      if (node === row || (!node.comment && !node.commentBefore)) return undefined;
      found = true;
      return visit.BREAK;
    },
  });
  return found;
}

/**
 * Sets what the eye needs: a blank line between sections, short rows on one line, lists of keys in brackets.
 */
function lay(document: Document): void {
  visit(document, {
    Scalar: (_, node) => {
      if (typeof node.value === 'string' && unprintable.test(node.value)) node.type = Scalar.QUOTE_DOUBLE;
    },
    Pair: (_, pair, path) => {
      if (!isScalar(pair.key) || path.length !== 2) return;
      pair.key.spaceBefore = isCollection(pair.value);
      if (!isCollection(pair.value) || !oneLine.has(String(pair.key.value))) return;
      for (const row of pair.value.items) if (isCollection(row)) row.flow = !hasRemark(row);
    },
    Seq: (_, node) => {
      if (node.items.every((item) => isScalar(item))) node.flow = !hasRemark(node);
    },
  });
}

/** A document of a policy file as text, laid out; no line is folded. */
export function laidOut(document: Document): string {
  lay(document);
  return document.toString({
    lineWidth: 0,
    blockQuote: false,
    doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
    flowCollectionPadding: false,
  });
}
