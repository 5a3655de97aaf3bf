/** Something sealed of a person that does not open where it stands. */
export interface BrokenView {
  readonly subject: string;
  /** Said: their keys, or a part of their data. */
  readonly what: string;
  readonly noticedAt: number;
}
