import type { FieldError } from './page-parts.ts';

/** A person somebody named, as they are shown them. */
export interface OtherView {
  readonly id: string;
  /** Masked address; absent once it ended. */
  readonly address?: string;
  /** Said. */
  readonly data: string;
  readonly purpose: string;
  readonly givenAt: number;
  readonly endedAt?: number;
  readonly refused: boolean;
}

/** Pages about people who are named by others. */
export type MentionPage =
  | {
      readonly page: 'others';
      readonly rows: readonly OtherView[];
      /** For what one may name others; empty where the service expects none. */
      readonly purposes: readonly { readonly key: string; readonly name: string }[];
      readonly ways: readonly { readonly key: string; readonly name: string }[];
      readonly sent: Readonly<Record<string, string>>;
      readonly errors: readonly FieldError[];
    }
  | {
      readonly page: 'named';
      /** Absent once it was destroyed. */
      readonly held?: {
        readonly number: string;
        readonly givenAt: number;
        readonly purpose: string;
        readonly lines: readonly { readonly term: string; readonly text: string }[];
      };
    };
