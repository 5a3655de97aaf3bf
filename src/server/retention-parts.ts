import type { FieldError, KeptLine } from './page-parts.ts';

/** A category with how long it is kept. */
export interface TermView {
  readonly category: string;
  readonly name: string;
  /** Its page. */
  readonly href: string;
  /** Said: what holds. */
  readonly term: string;
  readonly from: 'text' | 'completed' | 'officer' | 'missing';
  /** The clause that says so; absent when none does. */
  readonly clause?: string;
  /** Said: what the text says, where the officer set less. */
  readonly written?: string;
  /** Set by the officer, whether it holds or not. */
  readonly set?: {
    /** Said. */
    readonly term: string;
    readonly reason: string;
    readonly note: string;
    readonly by?: string;
    readonly at: number;
    /** The text says less, so that it does not hold. */
    readonly idle: boolean;
  };
}

/** A choice of a form. */
interface Choice {
  readonly key: string;
  readonly name: string;
}

/** A person of whom something is due: by number, without any value. */
interface DuePersonView {
  readonly id: string;
  readonly href: string;
  /** Said: what would go. */
  readonly due: readonly string[];
  /** Said: what is frozen, and by what. */
  readonly frozen: readonly string[];
}

/** A run of destruction with its act. */
interface RunView {
  /** `YYYY-MM-DD`. */
  readonly on: string;
  readonly act?: string;
  readonly finishedAt?: number;
  /** How many people it looked at. */
  readonly looked: number;
  /** People whose data did not open. */
  readonly failed: number;
  readonly stores: readonly { readonly name: string; readonly n: number }[];
  readonly categories: readonly { readonly name: string; readonly n: number }[];
}

/** A deletion that its person may take back, or that is about to be carried out. */
export interface DeletionView {
  readonly id: string;
  readonly href: string;
  readonly dueAt: number;
  /** The last day on which the law lets it be done. */
  readonly lastOn: string;
  readonly overdue: boolean;
}

/** A hold in force. */
interface HoldView {
  readonly id: string;
  /** Number and page of the person; absent: everybody. */
  readonly subject?: { readonly id: string; readonly href: string };
  /** Names; none: all of them. */
  readonly categories: readonly string[];
  /** Said. */
  readonly kind: string;
  /** What it rests on; absent when nobody knows any more. */
  readonly basis?: string;
  readonly since: number;
}

/** Pages about terms, what is due and what is held. */
export type RetentionPage =
  | {
      readonly page: 'terms';
      readonly rows: readonly TermView[];
      /** Said: how long visits are kept; absent where the policy declares none. */
      readonly visits?: string;
      /** Said: how long the words of requests that were answered are kept. */
      readonly words: string;
    }
  | {
      readonly page: 'term';
      readonly row: TermView;
      readonly length: string;
      readonly unit: string;
      readonly reason: string;
      readonly note: string;
      readonly units: readonly Choice[];
      readonly reasons: readonly Choice[];
      readonly longest: number;
      /** People sign in by it: once it is destroyed they cannot. */
      readonly signsIn: boolean;
      readonly errors: readonly FieldError[];
    }
  | {
      readonly page: 'due';
      /** `YYYY-MM-DD`. */
      readonly on: string;
      readonly today: string;
      readonly totals: readonly {
        readonly name: string;
        readonly people: number;
        readonly values: number;
        readonly frozen: number;
      }[];
      readonly people: readonly DuePersonView[];
      readonly looked: number;
      readonly whole: boolean;
      readonly unread: number;
      readonly more?: string;
      readonly runs: readonly RunView[];
      readonly deletions: readonly DeletionView[];
      readonly holds: number;
    }
  | {
      readonly page: 'holds';
      readonly rows: readonly HoldView[];
      readonly categories: readonly Choice[];
      readonly kinds: readonly Choice[];
      readonly longest: number;
      readonly sent: {
        readonly subject: string;
        readonly categories: readonly string[];
        readonly kind: string;
        readonly basis: string;
      };
      readonly errors: readonly FieldError[];
    };

/** Deletion of one's account: what goes, what stays, and when. */
export interface DeletePage {
  readonly page: 'delete';
  readonly goes: readonly KeptLine[];
  readonly stays: readonly KeptLine[];
  /** When it will be carried out: it was asked for, and may be taken back until then. */
  readonly dueAt?: number;
  /** Whether they proved lately who they are; else they do so first. */
  readonly proved: boolean;
  /** As chosen, when the form comes back; absent: after a day. */
  readonly when?: 'day' | 'now';
  readonly errors: readonly FieldError[];
}
