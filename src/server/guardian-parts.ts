import type { FileView } from './file-parts.ts';
import type { ConsentBox, FieldError } from './page-parts.ts';

/** A choice with its name. */
interface Choice {
  readonly key: string;
  readonly name: string;
}

/** A consent given for a minor, as their representative sees it. */
export interface GivenView {
  readonly id: string;
  /** Said: what it is for, or to whom data may go. */
  readonly name: string;
  readonly givenAt: number;
  readonly withdrawnAt?: number;
  /** The minor ticked it themselves. */
  readonly own: boolean;
}

/** What somebody who acts for a minor sees behind their link. */
export interface GuardianRoomPage {
  readonly page: 'guardian';
  /** The address of the room, and which of those one acts for. */
  readonly here: string;
  readonly of: string;
  readonly state: 'asked' | 'claimed' | 'proved' | 'in-force';
  readonly expiresAt?: number;
  readonly child?: string;
  readonly choices: readonly { readonly id: string; readonly child?: string; readonly chosen: boolean }[];
  /** Said: why the document was not enough. */
  readonly lacking?: string;
  /** There while it is asked who one is. */
  readonly claim?: { readonly relations: readonly Choice[]; readonly documentHint: string };
  /** There was an account before: a refusal destroys nothing. */
  readonly there: boolean;
  readonly policyHash?: string;
  readonly boxes: readonly ConsentBox[];
  readonly ticked: readonly string[];
  readonly given: readonly GivenView[];
  readonly sent: Readonly<Record<string, string>>;
  readonly errors: readonly FieldError[];
}

/** A representation in the officer's list. */
export interface GuardianRow {
  readonly id: string;
  /** Said. */
  readonly state: string;
  readonly due: boolean;
  readonly askedAt: number;
  readonly expiresAt?: number;
  readonly href: string;
}

/** The form by which whoever speaks for a child is offered to consent instead. */
export interface OfferView {
  readonly relations: readonly Choice[];
  readonly sent: Readonly<Record<string, string>>;
  readonly errors: readonly FieldError[];
}

/** The officer's page of one representation. */
export interface GuardianCasePage {
  readonly page: 'guardian-case';
  readonly id: string;
  /** Said. */
  readonly state: string;
  readonly askedAt: number;
  readonly expiresAt?: number;
  readonly address: string;
  /** Absent before the representative answered. */
  readonly said?: readonly {
    readonly term: string;
    readonly text: string;
    /** Whether the minor wrote the same; absent where there is nothing to compare. */
    readonly same?: boolean;
  }[];
  readonly files: readonly FileView[];
  /** What may be decided; absent where nothing may. */
  readonly acts?: readonly (Choice & { readonly hint: string })[];
  readonly grounds: readonly Choice[];
  readonly ends: boolean;
  readonly errors: readonly FieldError[];
}

/** Pages about minors and who consents for them. */
export type GuardianPage =
  | GuardianRoomPage
  | GuardianCasePage
  | { readonly page: 'guardian-asked'; readonly untilOn: string }
  | {
      readonly page: 'guardian-in';
      readonly sent: boolean;
      readonly value: string;
      readonly errors: readonly FieldError[];
    }
  | { readonly page: 'guardian-gone' }
  | {
      readonly page: 'guardians';
      readonly promised: boolean;
      readonly waiting: readonly GuardianRow[];
      readonly inForce: readonly GuardianRow[];
      readonly more?: string;
    };
