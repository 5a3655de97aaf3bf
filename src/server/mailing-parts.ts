import type { MyPolicyPage } from './change-parts.ts';
import type { ConsentBox, FieldError } from './page-parts.ts';
import type { VersionPage } from './version-parts.ts';

export type * from './change-parts.ts';

/** A name for a choice of a form. */
interface Option {
  readonly key: string;
  readonly name: string;
}

/** A mailing in the list; names are said. */
export interface MailingRow {
  readonly id: string;
  readonly topic: string;
  readonly channel: 'email' | 'sms';
  readonly state: 'draft' | 'running' | 'stopped' | 'done';
  readonly createdAt: number;
  readonly href: string;
}

/** A mailing with its counts; who is never said. Reasons and states are said. */
export interface MailingView extends MailingRow {
  readonly class: 'marketing' | 'service';
  readonly endedAt?: number;
  readonly texts: readonly {
    readonly language: 'ru' | 'kk' | 'en';
    readonly subject: string;
    readonly text: string;
  }[];
  /** People who agreed to the topic, those looked at so far, those given to the outbox. */
  readonly asked: number;
  readonly seen: number;
  readonly queued: number;
  readonly skipped: readonly { readonly reason: string; readonly n: number }[];
  readonly messages: readonly { readonly state: string; readonly n: number }[];
  readonly acts: readonly ('start' | 'stop')[];
}

/** A topic of mailings by one way, in the cabinet; names are said. */
export interface MailingSwitch {
  readonly purpose: string;
  readonly topic: string;
  readonly category: string;
  readonly way: string;
  readonly on: boolean;
  readonly consent: ConsentBox;
}

/** Pages about mailings: those of the console, the person's own switches, the page behind a letter's link. */
export type MailingPage =
  | {
      readonly page: 'mailings';
      readonly rows: readonly MailingRow[];
      readonly more?: string;
      /** Topics that can be chosen, by class; `service` for whoever may send those. */
      readonly topics: readonly Option[];
      readonly notices: readonly Option[];
      readonly values: Readonly<Record<string, string>>;
      readonly errors: readonly FieldError[];
      /** Whether an SMS may ask for an answer. */
      readonly hearsReplies: boolean;
    }
  | { readonly page: 'mailing'; readonly mailing: MailingView }
  | {
      readonly page: 'my-mailings';
      readonly rows: readonly MailingSwitch[];
      readonly errors: readonly FieldError[];
      /** The switch whose errors they are. */
      readonly at?: string;
    }
  | {
      readonly page: 'unsubscribe';
      readonly topic: string;
      readonly way: string;
      readonly done: boolean;
    };

/** Pages about what people are told: changes of the policy and mailings. */
export type NoticePage = MailingPage | MyPolicyPage | VersionPage;
