import { type Hash, hexOf, utf8 } from '../base/index.ts';
import type { Policy } from './policy.ts';

/** A source file: its whole text, by whose lines anchors count, and the body, by which spans do. */
export interface SourceFile {
  readonly text: string;
  readonly body: string;
}

/**
 * Which clauses of a policy do not stand in a source file as they are anchored: their words are others, or a
 * line they stand on is. Empty when the file is the one the policy was made from. O(length + clauses).
 */
export function adriftClauses(policy: Policy, { text, body }: SourceFile, hash: Hash): readonly string[] {
  const digestOf = (part: string) => hexOf(hash(utf8(part)));
  const lines = text.split('\n').map((line) => line.replace(/\r$/, ''));
  return policy.clauses
    .filter(({ span, sha256, anchors = [] }) => {
      if (digestOf(body.slice(span.start, span.end)) !== sha256) return true;
      return anchors.some((anchor) => digestOf(lines[anchor.line - 1] ?? '') !== anchor.sha256);
    })
    .map(({ id }) => id);
}
