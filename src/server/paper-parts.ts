import type { FileView } from './file-parts.ts';
import type { FieldError } from './page-parts.ts';

/** An application for a consent on paper, for a list or its page. */
export interface PaperView {
  readonly id: string;
  /** What people call it by; it stands on the sheet. */
  readonly number: string;
  /** Said: for which consent. */
  readonly title: string;
  readonly state: 'open' | 'waiting' | 'confirmed' | 'refused' | 'lapsed' | 'dropped';
  readonly madeAt: number;
  readonly sentAt?: number;
  readonly decidedAt?: number;
  /** Said: how it came. */
  readonly way?: string;
  /** By which day it is looked at; `waiting` only. */
  readonly dueOn?: string;
  readonly late: boolean;
  /** The last day of the state it is in. */
  readonly endsOn?: string;
  /** A registration waits for it. */
  readonly registers: boolean;
  readonly href: string;
}

/** A consent of an application, with its text. */
export interface PaperPartView {
  readonly key: string;
  readonly title: string;
  readonly lines: readonly { readonly term: string; readonly text: string }[];
}

/** What one application says and what came with it. */
interface Opened {
  readonly paper: PaperView;
  /** Empty when what is offered is not what it says any more, and once it is confirmed. */
  readonly parts: readonly PaperPartView[];
  readonly pictures: readonly FileView[];
  /** The officer's words. */
  readonly words?: string;
  readonly errors: readonly FieldError[];
}

/** Pages about consents on paper. */
export type PaperPage =
  | (Opened & {
      readonly page: 'my-paper';
      /** The sheet to print, while it may be sent. */
      readonly sheet?: string;
      /** Said: what is taken, and how large. */
      readonly hint: string;
      readonly receipts: readonly string[];
      readonly mayTakeBack: boolean;
      readonly mayTryAgain: boolean;
    })
  | {
      readonly page: 'papers';
      readonly rows: readonly PaperView[];
      readonly state: string;
      readonly counts: { readonly waiting: number; readonly late: number };
      readonly search: {
        readonly value: string;
        readonly found: boolean;
        readonly errors: readonly FieldError[];
      };
      readonly more?: string;
    }
  | (Opened & {
      readonly page: 'paper';
      readonly name?: string;
      readonly keptAt?: string;
      /** Said. */
      readonly receivedOn?: string;
      readonly hint: string;
      /** What was sent and comes back with its errors. */
      readonly sent: {
        readonly parts: readonly string[];
        readonly signedOn: string;
        readonly words: string;
        readonly act: string;
        readonly keptAt: string;
        readonly receivedOn: string;
      };
    });
