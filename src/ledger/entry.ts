/**
 * What an entry is about. `policy` and `staff` entries concern the operator; the rest one subject. `order`:
 * what a recipient must stop or destroy; `letter`: of a body that asks for data.
 */
export type EntryKind =
  | 'collection'
  | 'consent'
  | 'withdrawal'
  | 'read'
  | 'change'
  | 'use'
  | 'disclosure'
  | 'refusal'
  | 'request'
  | 'answer'
  | 'destruction'
  | 'sweep'
  | 'block'
  | 'unblock'
  | 'policy'
  | 'approval'
  | 'staff'
  | 'session'
  | 'key'
  | 'message'
  | 'order'
  | 'letter'
  | 'incident'
  | 'agreement';

/**
 * One entry of the log, before encoding. It never holds personal data: every field is an id, a key of a
 * vocabulary, a digest or an instant, and `encodeEntry` refuses whatever does not look so.
 *
 * `subject` is `tag(pseudonym key, entry id)`: without the subject's pseudonym key nobody can tell which
 * entries belong together.
 */
export interface Entry {
  readonly v: 1;
  readonly id: string;
  /** ISO 8601 UTC with milliseconds. */
  readonly at: string;
  readonly kind: EntryKind;
  readonly verb?: string;
  readonly outcome: 'done' | 'allowed' | 'refused';
  /** Base64url, 16 bytes; absent for entries of the operator. */
  readonly subject?: string;
  readonly actor: { readonly role: string; readonly tag?: string };
  readonly channel?: string;
  readonly purpose?: string;
  readonly categories?: readonly string[];
  /** SHA-256 of the policy version, hexadecimal. */
  readonly policy?: string;
  /** `rule`, `rule@clause:2.1` or `rule@article:94-V Art. 8(1)`. */
  readonly because?: readonly string[];
  readonly matter?: string;
  readonly decision?: string;
  readonly recipient?: string;
  readonly country?: string;
  /** Keyed commitment to the effect (HMAC under the pseudonym key), base64url, 32 bytes. */
  readonly commitment?: string;
  /** Counts, such as rows destroyed by store. */
  readonly counts?: Readonly<Record<string, number>>;
}
