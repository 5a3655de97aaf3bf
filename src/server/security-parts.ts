import type { FieldError } from './page-parts.ts';

/** An open session of the reader's own. */
export interface SessionView {
  readonly id: string;
  readonly openedAt: number;
  readonly seenAt: number;
  /** From what it was opened, coarsely (`Chrome, Windows`); empty when that is not known. */
  readonly client: string;
  /** The one they look from. */
  readonly here: boolean;
}

/** The pages about signing in, of those who are signed in. */
export type SecurityPage =
  | { readonly page: 'staff-sessions'; readonly sessions: readonly SessionView[] }
  | {
      readonly page: 'security';
      /** Absent when there is no password. */
      readonly passwordSetAt?: number;
      readonly sessions: readonly SessionView[];
    }
  | {
      readonly page: 'password';
      readonly has: boolean;
      /** The fewest characters. */
      readonly shortest: number;
      readonly errors: readonly FieldError[];
    }
  | {
      readonly page: 'prove';
      readonly password: boolean;
      readonly addresses: readonly { readonly kind: string; readonly masked: string }[];
      /** Where one was, and goes back to. */
      readonly back?: string;
      readonly errors: readonly FieldError[];
    }
  | {
      readonly page: 'prove-code';
      readonly ticket: string;
      readonly sentTo: string;
      readonly back?: string;
      readonly errors: readonly FieldError[];
    };
