import type { Upcoming } from './change-parts.ts';
import type { ConsentFormChoice } from './consent-parts.ts';
import type {
  CheckpointView,
  ClauseView,
  ConsentBox,
  FieldError,
  FormField,
  PolicyHead,
  ServiceHead,
  State,
} from './page-parts.ts';
import type { VersionRow } from './version-parts.ts';

/** Pages that anyone may see, and those of the way in. */
export type PublicPage =
  | {
      readonly page: 'services';
      readonly services: readonly (ServiceHead & { readonly counts: Readonly<Record<State, number>> })[];
      /** How many there are in all, and what the list was narrowed by. */
      readonly total: number;
      readonly find: string;
    }
  | {
      readonly page: 'service';
      /** There are documents to accept. */
      readonly agreements: boolean;
      readonly head: PolicyHead;
      /** The way of each datum, for the picture: category → purposes → recipients. */
      readonly flows: readonly {
        readonly category: string;
        readonly purposes: readonly string[];
        readonly recipients: readonly string[];
      }[];
    }
  | {
      readonly page: 'policy';
      readonly head: PolicyHead;
      readonly clauses: readonly ClauseView[];
      readonly textAtHand: boolean;
      /** What the officer filled in beyond the text: operator, responsible person, place of storage. */
      readonly filled: readonly { readonly term: string; readonly text: string }[];
      readonly refusals: number;
      /** Versions that anyone may read beside this one, newest first. */
      readonly others: readonly VersionRow[];
      readonly upcoming?: Upcoming;
    }
  | { readonly page: 'log'; readonly checkpoint: CheckpointView }
  | {
      readonly page: 'register';
      readonly fields: readonly FormField[];
      /** One of these is mandatory (e-mail or phone), when both are asked. */
      readonly oneOf: readonly string[];
      readonly consent: ConsentBox;
      readonly optional: readonly ConsentBox[];
      readonly recipients: readonly ConsentBox[];
      readonly policyHash: string;
      readonly adultsOnly: boolean;
      /** Documents are accepted here, apart from the consent. */
      readonly agreements: boolean;
      /** There where minors are let in with the consent of a representative. */
      readonly guardian?: { readonly minor: boolean; readonly value: string };
      /** How the consent may be given, where there is a choice. */
      readonly forms: readonly ConsentFormChoice[];
      readonly form: string;
      readonly ticked: readonly string[];
      readonly errors: readonly FieldError[];
    }
  | {
      readonly page: 'confirm';
      readonly draft: string;
      /** Masked address the code went to. */
      readonly sentTo: string;
      readonly expiresAt: number;
      /** The code is the consent; `reply`: it may be sent back from the telephone. */
      readonly consent?: { readonly reply: boolean };
      /** The account will rest on accepted documents alone. */
      readonly limited?: true;
      readonly errors: readonly FieldError[];
    }
  | {
      readonly page: 'sign-in';
      readonly errors: readonly FieldError[];
      readonly value?: string;
      /** Where one was, and goes back to. */
      readonly back?: string;
    }
  | {
      readonly page: 'sign-in-code';
      readonly ticket: string;
      readonly sentTo: string;
      readonly back?: string;
      readonly errors: readonly FieldError[];
    };
