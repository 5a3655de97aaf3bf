import type { ChangeView, FileView } from './file-parts.ts';
import type { OfferView } from './guardian-parts.ts';
import type { FieldError } from './page-parts.ts';

/** Whether the data of the person whose request it is are blocked, and what may be done about it here. */
export interface BlockingView {
  /** Since when; absent: not blocked. */
  readonly since?: number;
  /** In the matter of another request: its page. There the block is lifted. */
  readonly elsewhere?: string;
  /** Whether it may be blocked now: the request is open. */
  readonly may: boolean;
  /** Reasons a block is lifted for. */
  readonly reasons: readonly { readonly key: string; readonly name: string }[];
  readonly errors: readonly FieldError[];
}

/** A choice of a form. */
export interface Option {
  readonly key: string;
  readonly name: string;
}

/** A request of a person with its clock. */
export interface RequestView {
  readonly id: string;
  /** What people call it by. */
  readonly number: string;
  readonly kind: string;
  readonly name: string;
  readonly state: 'open' | 'waiting' | 'done' | 'refused';
  readonly receivedAt: number;
  /** Said: how it came, when not by the cabinet. */
  readonly channel?: string;
  /** It is not known yet who asks. */
  readonly unproved: boolean;
  readonly dueOn: string;
  readonly overdue: boolean;
  /** Said: how many working days are left; open requests that are not overdue only. */
  readonly left?: string;
  /** Due today or on the next working day. */
  readonly soon?: boolean;
  /** The last day it waits for the person; `waiting` only. */
  readonly waitsUntil?: string;
  readonly closedAt?: number;
  readonly words?: string;
  /** What was asked and replied since, in order. */
  readonly turns?: readonly {
    readonly at: number;
    readonly by: 'operator' | 'person';
    readonly words: string;
  }[];
  /** What is to be changed by it. */
  readonly change?: ChangeView;
  readonly files?: readonly FileView[];
  readonly answer?: string;
  /** The answer as a letter. */
  readonly letter?: string;
}

/** What staff may do with a request beside answering it, and what came back with errors. */
export interface RequestDesk {
  /** Whom to answer, where the person has no cabinet. */
  readonly contact?: { readonly name: string; readonly answerTo: string };
  /** Said: when it was entered, and how it is known who asks. */
  readonly entered?: number;
  readonly identity: string;
  /** Ways to make sure who asks; absent when that is known, or not for the reader to say. */
  readonly methods?: readonly Option[];
  /** Reasons to wait for the person; absent while it waits or once it is late or closed. */
  readonly pauses?: readonly Option[];
  /** Of a request made for a child. */
  readonly child?: {
    readonly name: string;
    readonly proof: string;
    /** The account it is about; absent when nobody is known by that address. */
    readonly href?: string;
    /** A yes destroys the child's data. */
    readonly destroys: boolean;
  };
  /** A yes ends every consent to hand data on. */
  readonly stops?: true;
  /** Grounds of a refusal. */
  readonly grounds: readonly Option[];
  readonly errors: readonly FieldError[];
  readonly sent?: { readonly words?: string; readonly reason?: string };
}

/** A request being taken in for somebody. */
export interface IntakePage {
  readonly page: 'take-in';
  readonly channels: readonly Option[];
  readonly kinds: readonly Option[];
  readonly languages: readonly Option[];
  readonly today: string;
  readonly sent: Readonly<Record<string, string>>;
  readonly errors: readonly FieldError[];
}

/** A row of a pasted table that cannot be taken in, with what is wrong, said. */
export interface ImportFault {
  /** From 1. */
  readonly line: number;
  readonly errors: readonly string[];
}

/** A table of requests being taken in. */
export interface RequestImportPage {
  readonly page: 'request-import';
  /** The same table sent twice makes no request twice. */
  readonly batch: string;
  readonly rows: string;
  /** Said: names of the columns in order, and what may stand in those of channel and kind. */
  readonly columns: readonly string[];
  readonly channels: readonly string[];
  readonly kinds: readonly string[];
  readonly atMost: number;
  /** How many rows can be taken in, once they were looked at. */
  readonly good?: number;
  /** Said: what became of the rows that were taken in. */
  readonly said?: string;
  readonly faults: readonly ImportFault[];
  readonly errors: readonly FieldError[];
}

/** The public form: of somebody without an account, or of whoever speaks for a child. */
export interface ClaimPage {
  readonly page: 'claim';
  readonly of: 'self' | 'child';
  readonly kinds: readonly Option[];
  readonly languages: readonly Option[];
  readonly language: string;
  readonly sent: Readonly<Record<string, string>>;
  readonly errors: readonly FieldError[];
}

/** What became of a request sent by the public form. */
export interface ClaimTakenPage {
  readonly page: 'claim-taken';
  readonly number: string;
  readonly dueOn: string;
}

/** Requests of a service with what narrows the list. */
export interface RequestsPage {
  readonly page: 'requests';
  readonly rows: readonly (RequestView & { readonly href: string })[];
  readonly state: string;
  readonly kinds: readonly Option[];
  readonly channels: readonly Option[];
  readonly chosen: { readonly kind: string; readonly channel: string };
  readonly counts: { readonly open: number; readonly waiting: number; readonly overdue: number };
  /** A search, with what it found in place of the list. */
  readonly search: {
    readonly value: string;
    readonly errors: readonly FieldError[];
    readonly found: boolean;
  };
  readonly more?: string;
}

/** One request, with what staff may do with it. */
export interface RequestPage {
  readonly page: 'request';
  readonly request: RequestView;
  readonly law: readonly string[];
  /** Whether the reader's role may refuse the request. */
  readonly mayRefuse: boolean;
  /** Whether their role may answer it at all. */
  readonly mayAnswer: boolean;
  readonly desk: RequestDesk;
  /** Blocking of the person's data; absent for who may neither block nor lift. */
  readonly blocking?: BlockingView;
  /** There while whoever speaks for a child may be offered to consent instead. */
  readonly offer?: OfferView;
  readonly errors: readonly FieldError[];
  /** What was sent and came back with errors. */
  readonly sent?: { readonly answer: string; readonly outcome?: string; readonly ground?: string };
}

/** What a person owes or is owed. */
export interface ObligationsPage {
  readonly page: 'obligations';
  /** The page of the person. */
  readonly person: string;
  readonly rows: readonly {
    readonly id: string;
    readonly name: string;
    /** What it is about; while it stands only. */
    readonly what?: string;
    readonly recordedAt: number;
    readonly metAt?: number;
    /** Said: the data it needs. */
    readonly needs: string;
    /** Recorded after everything was withdrawn: it counts for nothing. */
    readonly late: boolean;
  }[];
  readonly kinds: readonly Option[];
  readonly categories: readonly Option[];
  readonly errors: readonly FieldError[];
  readonly sent?: { readonly about: string; readonly categories: readonly string[] };
}

/** The pages of the rights desk, on either side of it. */
export type RightsPage =
  | RequestsPage
  | RequestPage
  | IntakePage
  | RequestImportPage
  | ClaimPage
  | ClaimTakenPage
  | ObligationsPage;
