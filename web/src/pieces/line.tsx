import type { ComponentChildren } from 'preact';

interface LineProps {
  readonly id?: string;
  /** Further class names. */
  readonly kind?: string;
  /** What stands beside the text. */
  readonly margin?: ComponentChildren;
  readonly children: ComponentChildren;
}

/**
 * One line of a page: the text, and its margin on the other side of the rule. On a phone the margin
 * follows the text.
 */
export function Line({ id, kind, margin, children }: LineProps) {
  return (
    <div id={id} class={kind === undefined ? 'line' : `line ${kind}`}>
      <div class="line-text">{children}</div>
      <div class="line-margin">{margin}</div>
    </div>
  );
}

/** The sheet on which lines stand one under another. */
export function Leaf({ kind, children }: { readonly kind?: string; readonly children: ComponentChildren }) {
  return <div class={kind === undefined ? 'leaf' : `leaf ${kind}`}>{children}</div>;
}

interface FoldProps {
  /** The line under which the margin folds away on a phone. */
  readonly summary: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A margin that is folded on a phone and open beside the text on a wider screen. */
export function Fold({ summary, children }: FoldProps) {
  return (
    <details class="fold">
      <summary>
        <span class="fold-line">{summary}</span>
      </summary>
      <div class="fold-body">{children}</div>
    </details>
  );
}

interface OpeningProps {
  readonly title: ComponentChildren;
  readonly lead?: ComponentChildren;
  readonly margin?: ComponentChildren;
}

/** The first line of a page: its heading, what the page is for, and what stands beside them. */
export function Opening({ title, lead, margin }: OpeningProps) {
  return (
    <Line kind="opening" margin={margin}>
      <h1>{title}</h1>
      {lead === undefined ? null : <p class="lead">{lead}</p>}
    </Line>
  );
}
