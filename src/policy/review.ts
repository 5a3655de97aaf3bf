import type { Problem } from '../base/index.ts';
import { facets, isLabel } from './facets.ts';
import { formed, list, must, oneOf, Place, reads, record, text } from './shape.ts';
import { documentOf } from './yaml.ts';

/**
 * What a person decided of one thing the reader said: `accepted`, `rejected`, or `added` because the reader
 * missed it. Bound to the words of the clause it was decided on by their hash.
 */
export interface ReviewDecision {
  readonly clause: string;
  /** SHA-256 of the clause's words without its printed number, in hexadecimal. */
  readonly words: string;
  readonly facet: string;
  readonly label: string;
  readonly decision: 'accepted' | 'rejected' | 'added';
}

/** All that was decided of one reading, as the report page saves it. */
export interface Review {
  readonly format: 'kepil-review/1';
  readonly source: { readonly name: string; readonly sha256: string };
  readonly decisions: readonly ReviewDecision[];
}

/** Longest review that is read, in MiB. */
const longestMiB = 1;

const sha256 = formed(/^[0-9a-f]{64}$/, 'sha256-malformed');

const decision = record<ReviewDecision>({
  clause: must(text(100)),
  words: must(sha256),
  facet: must(oneOf(Object.keys(facets), 'facet-unknown')),
  label: must(text(100)),
  decision: must(oneOf(['accepted', 'rejected', 'added'] as const)),
});

const review = record<Review>({
  format: must(oneOf(['kepil-review/1'] as const, 'format-unknown')),
  source: must(record<Review['source']>({ name: must(text()), sha256: must(sha256) })),
  decisions: must(
    list(
      reads(decision.schema, (node, place) => {
        const made = decision(node, place);
        if (!made || isLabel(made.facet, made.label)) return made;
        return place.strange(node, 'label-unknown', made.label, facets[made.facet] ?? []);
      }),
    ),
  ),
});

/** Reads a review file, JSON or YAML; as `parsePolicy`. Never throws. */
export function parseReview(file: string): {
  readonly review?: Review;
  readonly problems: readonly Problem[];
} {
  const whole = { start: 0, end: file.length };
  if (file.length > longestMiB * 1024 * 1024) {
    const params = { most: longestMiB };
    return { problems: [{ code: 'file-too-large', severity: 'error', params, span: whole }] };
  }
  try {
    const { node, problems } = documentOf(file);
    const read = node === undefined ? undefined : review(node, new Place(problems, '', whole));
    return { ...(read && { review: read }), problems };
  } catch (error) {
    if (error instanceof RangeError)
      return { problems: [{ code: 'file-too-deep', severity: 'error', span: whole }] };
    throw error;
  }
}
