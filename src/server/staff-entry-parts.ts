import type { EntryView, FieldError } from './page-parts.ts';

/** An authenticator app to be added: its secret in base32, and the same as a link that apps open. */
export interface AppOfferView {
  readonly secret: string;
  readonly link: string;
}

/** The authenticator app of the reader's own. */
export interface OwnAppView {
  readonly createdAt: number;
  readonly usedAt?: number;
}

/** The pages between a password and the console, and those on which staff change how they get in. */
export type StaffEntryPage =
  | {
      readonly page: 'staff-factor';
      readonly back?: string;
      readonly errors: readonly FieldError[];
    }
  | {
      readonly page: 'enrol';
      readonly app: AppOfferView;
      readonly back?: string;
      readonly errors: readonly FieldError[];
    }
  | {
      readonly page: 'recovery-codes';
      readonly codes: readonly string[];
      /** Where it goes on. */
      readonly next: string;
    }
  | {
      readonly page: 'staff-prove';
      /** Where it leads; with `kept`, what was sent there and is sent once more. */
      readonly to: string;
      readonly kept?: readonly (readonly [name: string, value: string])[];
      readonly errors: readonly FieldError[];
    }
  | {
      readonly page: 'staff-security';
      readonly app: OwnAppView;
      readonly codesLeft: number;
      readonly entries: readonly EntryView[];
      readonly errors: readonly FieldError[];
    }
  | { readonly page: 'add-app'; readonly app: AppOfferView; readonly errors: readonly FieldError[] };
