import type { ConsentBox, FieldError } from './page-parts.ts';

/** A form in which a consent may be given, said, with what it means. */
export interface ConsentFormChoice {
  readonly key: string;
  readonly name: string;
  readonly hint: string;
}

/** Pages about how consents are given. */
export type ConsentPage =
  | {
      readonly page: 'give-consent';
      readonly choices: readonly {
        readonly id: string;
        readonly title: string;
        readonly given: boolean;
      }[];
      readonly forms: readonly ConsentFormChoice[];
      /** The one to give, with its text and the form that stands chosen. */
      readonly chosen?: ConsentBox & { readonly form: string };
      readonly errors: readonly FieldError[];
    }
  | {
      readonly page: 'consent-forms';
      readonly forms: readonly (ConsentFormChoice & {
        /** The policy states it. */
        readonly stated: boolean;
        readonly offered: boolean;
        /** Whether people can choose it now. */
        readonly usable: boolean;
      })[];
      readonly errors: readonly FieldError[];
    };
