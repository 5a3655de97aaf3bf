/** What an id in an address can be of. */
export type IdKind =
  | 'service'
  | 'consent'
  | 'request'
  | 'documented'
  | 'document'
  | 'paper'
  | 'sentPaper'
  | 'picture'
  | 'subject'
  | 'message'
  | 'act'
  | 'entry'
  | 'draft'
  | 'category'
  | 'termed'
  | 'address'
  | 'version'
  | 'waiting'
  | 'mailing'
  | 'letter'
  | 'named'
  | 'guardian'
  | 'right'
  | 'proof'
  | 'reply'
  | 'member'
  | 'invited'
  | 'file'
  | 'recipient'
  | 'order'
  | 'disclosure'
  | 'authority'
  | 'refusedAuthority'
  | 'incident'
  | 'seenIncident'
  | 'agreement'
  | 'accepted'
  | 'asset';

/** Ids of one kind: those that open what is asked for, and those that must not. */
export interface Ids {
  readonly good: readonly string[];
  readonly bad: readonly string[];
}
