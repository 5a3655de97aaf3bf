/** A file that was handed in, and where it is given out. */
export interface FileView {
  readonly name: string;
  /** Said. */
  readonly size: string;
  readonly href: string;
}

/** A demand to change a value by a document. */
export interface ChangeView {
  /** Said: which value. */
  readonly name: string;
  /** What stands now; for whoever decides it alone. */
  readonly now?: string;
  readonly asked: string;
}

/** What confirms a value: a document that must, or may, be handed in with a correction. */
export interface DocumentField {
  readonly mandatory: boolean;
  /** Said: what is taken, and how large. */
  readonly hint: string;
}

/** A value that stood before. */
export interface EarlierValue {
  readonly value: string;
  readonly at: number;
  /** Said: where it came from. */
  readonly source: string;
  readonly status: 'stated' | 'confirmed';
}
