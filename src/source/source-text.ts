import type { Span } from '../base/index.ts';

/** What kind of document the bytes were. */
export type SourceKind = 'text' | 'markdown' | 'html' | 'docx' | 'pdf';

/**
 * Where a stretch of the extracted text stood: code units of the decoded source (text, Markdown, HTML), the
 * paragraph of a DOCX from 1, the page of a PDF from 1.
 */
export type Origin =
  | { readonly kind: 'chars'; readonly start: number; readonly end: number }
  | { readonly kind: 'paragraph'; readonly paragraph: number }
  | { readonly kind: 'page'; readonly page: number };

/** A stretch of the extracted text and where it stood. */
export interface Place {
  readonly span: Span;
  readonly origin: Origin;
}

/** The text of a document as it is read, with a map back to the document. */
export interface SourceText {
  readonly kind: SourceKind;
  /** How bytes became characters; absent where the format fixes it. */
  readonly encoding?: string;
  readonly text: string;
  /** In text order, not overlapping; line ends and printed list numbers made by us belong to none. */
  readonly places: readonly Place[];
}

/** Where the code unit at `at` of the extracted text stood; undefined where we wrote it. O(log places). */
export function originAt(source: SourceText, at: number): Origin | undefined {
  let low = 0;
  let high = source.places.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const place = source.places[middle] as Place;
    if (at < place.span.start) high = middle - 1;
    else if (at >= place.span.end) low = middle + 1;
    else return place.origin;
  }
  return undefined;
}
