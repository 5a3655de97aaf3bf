import type { Language } from '../base/index.ts';
import type { FieldError } from './page-parts.ts';
import type { Option } from './request-parts.ts';

/** A recipient in the list of cards. Names of kinds and countries are said. */
export interface RecipientLine {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly country: string;
  readonly state: 'in-use' | 'no-undertaking' | 'expired' | 'closed' | 'not-in-policy';
  readonly expiresOn: string;
  readonly categories: readonly string[];
  readonly href: string;
}

/** What is filled in on a card, as sent. */
export interface RecipientValues {
  readonly kind: string;
  readonly name: string;
  readonly country: string;
  readonly contract: string;
  readonly contractOn: string;
  readonly undertakingOn: string;
  readonly categories: readonly string[];
  readonly purposes: readonly string[];
  readonly expiresOn: string;
}

/** A version of a card. */
export interface RecipientVersionView {
  readonly version: number;
  readonly changedAt: number;
  readonly lines: readonly { readonly term: string; readonly text: string }[];
}

/** What was handed on, at once and to one recipient. */
export interface DisclosureView {
  readonly id: string;
  readonly to: string;
  readonly country: string;
  readonly at: number;
  readonly purpose: string;
  readonly categories: readonly string[];
  /** Said: on what ground. */
  readonly ground: string;
  readonly entry: string;
  readonly sha256?: string;
  readonly stoppedAt?: number;
  /** The person's page; in the console alone. */
  readonly href?: string;
}

/** An order to a recipient with its clock. */
export interface OrderView {
  readonly id: string;
  readonly kind: 'stop' | 'destroy' | 'correct';
  readonly to: string;
  readonly packages: readonly string[];
  readonly categories: readonly string[];
  readonly madeAt: number;
  readonly dueOn: string;
  readonly overdue: boolean;
  readonly sentAt?: number;
  readonly confirmedAt?: number;
}

/** A notice that is owed to a person: not sent for want of an address, or barred by a letter. */
export interface NoticeView {
  readonly id: string;
  readonly to: string;
  readonly at: number;
  readonly dueOn: string;
  readonly overdue: boolean;
  readonly barred: boolean;
  readonly errors: readonly FieldError[];
}

/** A letter in the list. */
export interface LetterLine {
  readonly id: string;
  readonly receivedOn: string;
  readonly asker: 'state' | 'private';
  readonly state: 'open' | 'proposed' | 'released' | 'refused';
  readonly missing: number;
  readonly href: string;
}

/** What a letter says, as filled in. */
export interface LetterValues {
  readonly asker: string;
  readonly person: string;
  readonly receivedOn: string;
  readonly barredUntil: string;
  readonly body: string;
  readonly official: string;
  readonly position: string;
  readonly norm: string;
  readonly caseNumber: string;
  readonly signature: string;
  readonly categories: readonly string[];
  readonly periodFrom: string;
  readonly periodTo: string;
  readonly channel: string;
  readonly secrecyNorm: string;
}

/** The choices of the form of a letter. */
export interface LetterChoices {
  readonly categories: readonly Option[];
  readonly askers: readonly Option[];
  readonly signatures: readonly Option[];
  readonly channels: readonly Option[];
}

/** A package that was just made: shown once. */
export interface PackageView {
  readonly id: string;
  readonly to: string;
  readonly categories: readonly string[];
  readonly entry: string;
  readonly text: string;
  readonly sha256: string;
  readonly passphrase?: string;
}

/** Pages about to whom data go. */
export type DisclosurePage =
  | {
      readonly page: 'recipients';
      readonly rows: readonly RecipientLine[];
      /** What the policy lists and no card is kept of. */
      readonly without: readonly {
        readonly name: string;
        readonly clauses: readonly string[];
        readonly href: string;
      }[];
      readonly more?: string;
    }
  | {
      readonly page: 'recipient';
      /** Absent of a card that is being made. */
      readonly card?: {
        readonly id: string;
        readonly version: number;
        readonly state: RecipientLine['state'];
        readonly closed: boolean;
        readonly versions: readonly RecipientVersionView[];
      };
      /** What the policy calls it, and the clauses. */
      readonly declared: { readonly name: string; readonly clauses: readonly string[] };
      readonly values: RecipientValues;
      readonly categories: readonly Option[];
      readonly purposes: readonly Option[];
      readonly errors: readonly FieldError[];
    }
  | {
      readonly page: 'disclosures';
      readonly orders: readonly OrderView[];
      readonly notices: readonly NoticeView[];
      readonly rows: readonly DisclosureView[];
      readonly all: boolean;
      readonly more?: string;
    }
  | {
      readonly page: 'hand-on';
      readonly subject: string;
      readonly recipients: readonly Option[];
      readonly purposes: readonly Option[];
      readonly categories: readonly Option[];
      readonly sent?: {
        readonly recipient: string;
        readonly purpose: string;
        readonly categories: readonly string[];
        readonly publicKey: string;
      };
      /** Said: why the gate refused. */
      readonly refused?: readonly string[];
      readonly errors: readonly FieldError[];
    }
  | { readonly page: 'handed'; readonly made: PackageView; readonly back: string }
  | {
      readonly page: 'letters';
      readonly rows: readonly LetterLine[];
      readonly may: boolean;
      readonly more?: string;
    }
  | {
      readonly page: 'letter-form';
      /** Absent of a letter that is being entered. */
      readonly id?: string;
      readonly values: LetterValues;
      readonly choices: LetterChoices;
      readonly errors: readonly FieldError[];
    }
  | {
      readonly page: 'letter';
      readonly id: string;
      readonly state: LetterLine['state'];
      readonly lines: readonly { readonly term: string; readonly text: string }[];
      /** Said: what the letter lacks, and what else stands against it. */
      readonly faults: readonly string[];
      readonly items: readonly (Option & { readonly may: boolean; readonly why?: string })[];
      readonly proposed: readonly string[];
      readonly barredUntil?: string;
      readonly refusal?: string;
      readonly returned?: string;
      /** The letters of refusal, by language. */
      readonly letters: readonly { readonly language: Language; readonly href: string }[];
      readonly may: {
        readonly amend: boolean;
        readonly refuse: boolean;
        readonly propose: boolean;
        readonly decide: boolean;
        readonly takeBack: boolean;
      };
      /** Said: why the reader may not decide. */
      readonly second?: string;
      readonly errors: readonly FieldError[];
      readonly words?: string;
    }
  | {
      readonly page: 'my-recipients';
      readonly recipients: readonly {
        readonly id: string;
        readonly name: string;
        readonly kind: string;
        readonly country: string;
        readonly clauses: readonly string[];
        readonly given: readonly {
          readonly id: string;
          readonly abroad: boolean;
          readonly givenAt: number;
          readonly categories: readonly string[];
          readonly href: string;
        }[];
        readonly open: readonly {
          readonly name: string;
          readonly abroad: boolean;
          readonly title: string;
          readonly lines: readonly { readonly term: string; readonly text: string }[];
        }[];
      }[];
      readonly handed: readonly DisclosureView[];
      /** Whether any consent to hand data on is in force. */
      readonly stoppable: boolean;
      readonly more?: string;
      readonly errors: readonly FieldError[];
    };
