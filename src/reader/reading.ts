import type { Hash, Language, Span } from '../base/index.ts';
import type { Clause, Statement } from '../policy/index.ts';

/** A facet on which the text says nothing, with the label that says so. */
export interface Silence {
  readonly facet: string;
  readonly label: string;
}

/**
 * What was read in a text. Spans are UTF-16 code units of the body (`bodyOf`); statements stand in text
 * order.
 */
export interface Reading {
  readonly source: {
    readonly name: string;
    /** SHA-256 of the body in UTF-8, hexadecimal. */
    readonly sha256: string;
    readonly language: Language;
    readonly chars: number;
  };
  readonly clauses: readonly Clause[];
  readonly statements: readonly Statement[];
  readonly mentions: readonly Mention[];
  /** Facets the text is silent on, of those whose silence has a label of its own. */
  readonly silent: readonly Silence[];
  /** Clauses of kind `clause` in which nothing was understood. */
  readonly unread: readonly { readonly clause: string; readonly span: Span }[];
}

/**
 * What is named in passing: a datum where nobody says it is collected, beside a purpose, a term, a recipient;
 * a purpose in a heading that leads in, «For delivery we need:». It ties them and states nothing by itself.
 */
export interface Mention {
  readonly facet: string;
  readonly label: string;
  readonly clause: string;
  readonly span: Span;
}

/** What the reader needs besides the text: the name it goes by and the hash. */
export interface ReadOptions {
  readonly name: string;
  readonly hash: Hash;
}
