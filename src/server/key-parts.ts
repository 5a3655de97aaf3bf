import type { FieldError } from './page-parts.ts';

/** The API keys of a service. */
export type KeysPage = {
  readonly page: 'keys';
  readonly rows: readonly {
    readonly id: string;
    readonly name: string;
    readonly purposes: readonly string[];
    readonly categories: readonly string[];
    readonly state: 'active' | 'soon' | 'expired' | 'revoked';
    readonly createdAt: number;
    readonly expiresAt: number;
    readonly revokedAt?: number;
    /** The day of its last use; absent when it was never used. */
    readonly usedOn?: string;
  }[];
  readonly purposes: readonly { readonly key: string; readonly name: string }[];
  readonly categories: readonly { readonly key: string; readonly name: string }[];
  readonly mayIssue: boolean;
  readonly shown?: string;
  readonly errors: readonly FieldError[];
};
