import { LineCounter, parseDocument, type YAMLError } from 'yaml';
import type { Problem } from '../base/index.ts';
import type { Policy } from './policy.ts';
import { policyReader } from './rows.ts';
import { type Node, Place } from './shape.ts';

/** Longest file that is read, in UTF-16 code units. */
const longestFile = 5 * 1024 * 1024;
const mostSyntaxProblems = 20;

function syntaxProblem(error: YAMLError, lines: LineCounter): Problem {
  const [start, end] = error.pos;
  const deep = error.code === 'RESOURCE_EXHAUSTION';
  return {
    code: deep ? 'file-too-deep' : 'yaml-syntax',
    severity: error.name === 'YAMLParseError' ? 'error' : 'warning',
    params: { line: lines.linePos(start).line },
    span: { start, end: Math.max(start, end) },
  };
}

function documentOf(text: string): { readonly node: Node; readonly problems: Problem[] } {
  const lineCounter = new LineCounter();
  // The failsafe schema leaves every scalar as it is written: `3.10` stays the clause 3.10. Keys given twice
  // are looked for by `record`, in linear time.
  const document = parseDocument(text, {
    schema: 'failsafe',
    uniqueKeys: false,
    resolveKnownTags: false,
    prettyErrors: false,
    lineCounter,
  });
  const errors = [...document.errors, ...document.warnings].slice(0, mostSyntaxProblems);
  return {
    node: document.contents as Node,
    problems: errors.map((error) => syntaxProblem(error, lineCounter)),
  };
}

/**
 * Reads a policy file.
 *
 * `policy` is a best effort: rows that could not be read are left out; it is absent when a section that must
 * be there is missing or wrong. Use it only when no problem has severity `error`. Every problem carries the
 * span of what is meant, in code units of `text`, and the path to it in `field`. At most about a hundred
 * problems are noted.
 *
 * Scalars are taken as written, whatever YAML would make of them. Aliases are refused, so a small file cannot
 * grow. Files over 5 MiB and files nested too deep are refused with a problem. Never throws.
 * `parsePolicy(formatPolicy(p))` gives a policy equal to `p`.
 */
export function parsePolicy(text: string): {
  readonly policy?: Policy;
  readonly problems: readonly Problem[];
} {
  const whole = { start: 0, end: text.length };
  if (text.length > longestFile) {
    return { problems: [{ code: 'file-too-large', severity: 'error', params: { most: 5 }, span: whole }] };
  }
  try {
    const { node, problems } = documentOf(text);
    const policy = policyReader()(node, new Place(problems, '', whole));
    return { ...(policy ? { policy } : {}), problems };
  } catch (error) {
    // The only thing that may fail in reading is the stack, on a file nested on purpose.
    if (error instanceof RangeError)
      return { problems: [{ code: 'file-too-deep', severity: 'error', span: whole }] };
    throw error;
  }
}
