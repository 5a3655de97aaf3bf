import { canonicalJson, type Hash, hexOf, type Json, utf8 } from '../base/index.ts';
import type { Policy } from './policy.ts';

/**
 * The name of a version: SHA-256 of the policy's canonical JSON, in lower-case hexadecimal.
 *
 * Anchors (spans, hashes of clauses) are part of it, texts are not. Two policies that are equal as JSON have
 * the same hash, whatever the order of their keys or the form of the file they came from.
 * @throws TypeError when a text of the policy holds a lone surrogate (`parsePolicy` lets none through)
 * @source RFC 8785
 */
export function policyHash(policy: Policy, hash: Hash): string {
  return hexOf(hash(utf8(canonicalJson(policy as unknown as Json))));
}
