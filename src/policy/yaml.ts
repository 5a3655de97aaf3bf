import {
  Composer,
  type Document,
  LineCounter,
  type ParsedNode,
  Parser,
  type YAMLError,
  YAMLParseError,
} from 'yaml';
import type { Problem } from '../base/index.ts';
import type { Node } from './shape.ts';

const mostShown = 20;

/** Where the reading stops: an error costs far more than a value, and nobody mends a hundred at once. */
const mostErrors = 100;

/** Ends the composing of a file full of errors; never leaves this file. */
class TooManyErrors extends Error {}

/** The YAML of a file as a tree; `node` is absent where there were too many errors to go on. */
export interface YamlDocument {
  readonly node?: Node;
  readonly problems: Problem[];
}

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

type Composed = Document.Parsed<ParsedNode, true>;

/**
 * A composer that stops at the hundredth error. The package has no option for it: an error inside of a
 * document goes through its `onError`, one between documents is a token of its own.
 */
class BoundedComposer extends Composer {
  #errors = 0;

  constructor() {
    // The failsafe schema leaves every scalar as written: `3.10` stays the clause 3.10. Keys given twice are
    // looked for by `record`, in linear time.
    super({ schema: 'failsafe', uniqueKeys: false, resolveKnownTags: false });
    const note = this['onError'] as (...error: unknown[]) => void;
    this['onError'] = (...error: unknown[]) => {
      note(...error);
      this.count();
    };
  }

  count(): void {
    this.#errors += 1;
    if (this.#errors >= mostErrors) throw new TooManyErrors();
  }

  /** Errors and warnings of the document that was being composed. */
  get noted(): readonly YAMLError[] {
    const { errors = [] } = (this['doc'] as Composed | null) ?? {};
    return [...errors, ...(this['errors'] as YAMLError[]), ...(this['warnings'] as YAMLError[])];
  }
}

/** The first document; a second one is an error of the first. */
function firstOf(composer: BoundedComposer, parser: Parser, text: string): Composed {
  let first: Composed | undefined;
  for (const token of parser.parse(text)) {
    if (token.type === 'error') composer.count();
    for (const document of composer.next(token)) first ??= document;
    if (first) break;
  }
  const [last] = composer.end(true, text.length);
  if (!first) return last as Composed;
  const [start, end] = last?.range ?? [0, 0];
  first.errors.push(new YAMLParseError([start, end], 'MULTIPLE_DOCS', 'more than one document'));
  return first;
}

/**
 * Reads the YAML of a file: its first document and what is wrong with it, the first twenty errors. Reading
 * stops at the hundredth error. O(length).
 *
 * @throws RangeError when it is nested deeper than the stack
 */
export function documentOf(text: string): YamlDocument {
  const lines = new LineCounter();
  const composer = new BoundedComposer();
  const shown = (errors: readonly YAMLError[]) =>
    errors.slice(0, mostShown).map((error) => syntaxProblem(error, lines));
  try {
    const document = firstOf(composer, new Parser(lines.addNewLine), text);
    return {
      node: document.contents as Node,
      problems: shown([...document.errors, ...document.warnings]),
    };
  } catch (error) {
    if (!(error instanceof TooManyErrors)) throw error;
    const span = { start: 0, end: text.length };
    return { problems: [...shown(composer.noted), { code: 'problems-more', severity: 'error', span }] };
  }
}
