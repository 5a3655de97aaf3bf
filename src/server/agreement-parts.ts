import type { Language } from '../base/index.ts';
import type { FieldError } from './page-parts.ts';
import type { Option } from './request-parts.ts';

/** Where a version of a document stands. */
export type AgreementState = 'proposed' | 'dropped' | 'waiting' | 'in-force' | 'archived' | 'ended';

/** A version of a document in a list; its name is said. */
export interface AgreementRow {
  readonly name: string;
  readonly state: AgreementState;
  /** Absent of a proposal. */
  readonly number?: number;
  readonly effectiveOn: string;
  readonly sha256: string;
  /** Where it is read. */
  readonly href: string;
}

/** A version with its text. */
export interface AgreementText extends AgreementRow {
  /** Of the text, where it is not in the reader's language. */
  readonly language: Language;
  readonly paragraphs: readonly string[];
}

/** A document beside its box: read it, tick, send. */
export interface AgreementBox extends AgreementText {
  readonly id: string;
  /** They accepted an earlier version. */
  readonly before: boolean;
}

/** Pages of documents that are accepted apart from any consent. */
export type AgreementPage =
  | { readonly page: 'agreements'; readonly rows: readonly AgreementRow[] }
  | {
      readonly page: 'agreement';
      readonly version: AgreementText;
      /** The link that always shows the version in force. */
      readonly live: string;
      readonly endedAt?: number;
    }
  | {
      readonly page: 'limited';
      readonly boxes: readonly AgreementBox[];
      /** Said: what one may give. */
      readonly address: { readonly label: string; readonly value: string };
      readonly ticked: readonly string[];
      readonly errors: readonly FieldError[];
    }
  | {
      readonly page: 'my-agreements';
      readonly boxes: readonly AgreementBox[];
      readonly accepted: readonly (AgreementRow & { readonly acceptedAt: number; readonly entry: string })[];
      /** Nobody consented to anything: the account rests on accepted documents alone. */
      readonly limited: boolean;
      readonly errors: readonly FieldError[];
    }
  | {
      readonly page: 'agreement-register';
      readonly rows: readonly (AgreementRow & {
        readonly id: string;
        readonly own: boolean;
        readonly accepted: number;
        readonly proposedAt: number;
        readonly approvedAt?: number;
        readonly endedAt?: number;
      })[];
      /** The reader may approve what others prepared. */
      readonly approves: boolean;
      readonly kinds: readonly Option[];
      readonly values: {
        readonly kind: string;
        readonly effectiveOn: string;
        readonly texts: Readonly<Record<Language, string>>;
      };
      readonly errors: readonly FieldError[];
    }
  | {
      readonly page: 'agreement-version';
      readonly version: AgreementRow;
      readonly texts: readonly { readonly language: Language; readonly paragraphs: readonly string[] }[];
      readonly own: boolean;
      readonly approves: boolean;
    };
