import type { Language } from '../base/index.ts';
import type { Because } from '../gate/index.ts';
import type { AgreementPage } from './agreement-parts.ts';
import type { PublicationForm } from './change-parts.ts';
import type { ConsentPage } from './consent-parts.ts';
import type { ContractPage } from './contract-parts.ts';
import type { DisclosurePage } from './disclosure-parts.ts';
import type { DocumentField, EarlierValue } from './file-parts.ts';
import type { GuardianPage } from './guardian-parts.ts';
import type { IncidentPage } from './incident-parts.ts';
import type { KeysPage } from './key-parts.ts';
import type { BrokenView } from './ledger-parts.ts';
import type { NoticePage } from './mailing-parts.ts';
import type { MandatesPage } from './mandate-parts.ts';
import type { MentionPage } from './mention-parts.ts';
import type {
  ActView,
  CheckpointView,
  ClauseView,
  ConsentView,
  EntryView,
  FieldError,
  FindingView,
  FormField,
  Frame,
  KeptLine,
  Link,
  PolicyHead,
  ReceiptView,
  ServiceHead,
  State,
  ValueView,
} from './page-parts.ts';
import type { PaperPage, PaperView } from './paper-parts.ts';
import type { PublicPage } from './public-parts.ts';
import type { RegisterPage } from './register-parts.ts';
import type { RequestView, RightsPage } from './request-parts.ts';
import type { DeletePage, RetentionPage } from './retention-parts.ts';
import type { SecurityPage } from './security-parts.ts';
import type { StaffEntryPage } from './staff-entry-parts.ts';
import type { GrantChoice, GrantedView, LinkView, StaffView } from './staff-parts.ts';
import type { SubjectVisits, VisitPage, VisitSettings } from './visit-parts.ts';

export type { Language } from '../base/index.ts';
export type { Speaker } from '../words/index.ts';
export type * from './agreement-parts.ts';
export type * from './consent-parts.ts';
export type * from './contract-parts.ts';
export type * from './disclosure-parts.ts';
export type * from './file-parts.ts';
export type * from './guardian-parts.ts';
export type * from './incident-parts.ts';
export type * from './key-parts.ts';
export type * from './mailing-parts.ts';
export type * from './mandate-parts.ts';
export type * from './mention-parts.ts';
export type * from './page-parts.ts';
export type * from './paper-parts.ts';
export type * from './public-parts.ts';
export type * from './register-parts.ts';
export type * from './request-parts.ts';
export type * from './retention-parts.ts';
export type * from './security-parts.ts';
export type * from './staff-entry-parts.ts';
export type * from './staff-parts.ts';
export type * from './version-parts.ts';
export type * from './visit-parts.ts';

/**
 * Every page, by name. Sentences that depend on data are said by the server; fixed ones by the page through
 * `speaker`.
 */
export type Page =
  | RightsPage
  | VisitPage
  | NoticePage
  | RetentionPage
  | DisclosurePage
  | ConsentPage
  | PaperPage
  | MentionPage
  | GuardianPage
  | MandatesPage
  | AgreementPage
  | ContractPage
  // public
  | PublicPage
  // cabinet
  | {
      readonly page: 'my-data';
      readonly values: readonly ValueView[];
      readonly notHeld: readonly ValueView[];
      /** Names of what is recorded of visits; empty when the policy declares none of it. */
      readonly visits: readonly string[];
      readonly recordedAs: string;
      /** Since when everything is blocked. */
      readonly blockedSince?: number;
      /** When the account will be deleted, unless it is taken back. */
      readonly deletionAt?: number;
      /** The application on paper that the registration waits for. */
      readonly paper?: string;
    }
  | { readonly page: 'my-readers'; readonly entries: readonly EntryView[]; readonly more?: string }
  | {
      readonly page: 'my-consents';
      readonly consents: readonly ConsentView[];
      readonly papers: readonly PaperView[];
      /** A representative consents for them. */
      readonly represented: boolean;
    }
  | { readonly page: 'receipt'; readonly receipt: ReceiptView }
  | {
      readonly page: 'withdraw';
      readonly consent: ConsentView;
      /** Said: what stops for each purpose, and what stays and why. */
      readonly stops: readonly { readonly purpose: string; readonly name: string; readonly effect: string }[];
      readonly stays: readonly KeptLine[];
      readonly errors: readonly FieldError[];
    }
  | {
      readonly page: 'correct';
      readonly value: ValueView;
      readonly field: FormField;
      readonly document?: DocumentField;
      readonly earlier: readonly EarlierValue[];
      readonly errors: readonly FieldError[];
    }
  | {
      readonly page: 'my-requests';
      readonly requests: readonly RequestView[];
      /** A reply that came back with errors, and to which request. */
      readonly reply?: {
        readonly id: string;
        readonly words: string;
        readonly errors: readonly FieldError[];
      };
      readonly kinds: readonly { readonly kind: string; readonly name: string }[];
      readonly errors: readonly FieldError[];
      /** What was sent and came back with errors. */
      readonly sent?: { readonly kind: string; readonly words: string };
    }
  | { readonly page: 'download'; readonly lines: readonly { readonly term: string; readonly text: string }[] }
  | { readonly page: 'my-language'; readonly language: Language; readonly errors: readonly FieldError[] }
  | {
      readonly page: 'export-print';
      readonly madeAt: number;
      readonly sections: readonly {
        readonly title: string;
        readonly lines: readonly { readonly term: string; readonly text: string }[];
      }[];
    }
  | DeletePage
  | SecurityPage
  | { readonly page: 'act'; readonly act: ActView }
  // console
  | {
      readonly page: 'set-up';
      readonly token: string;
      /** Somebody invited: name and address stand, the roles are said. Absent of the first of the staff. */
      readonly invited?: {
        readonly name: string;
        readonly email: string;
        readonly granted: readonly GrantedView[];
      };
      readonly errors: readonly FieldError[];
      readonly name?: string;
      readonly email?: string;
    }
  | {
      readonly page: 'staff-sign-in';
      readonly errors: readonly FieldError[];
      readonly email?: string;
      readonly back?: string;
    }
  | StaffEntryPage
  | { readonly page: 'staff-language'; readonly language: Language; readonly errors: readonly FieldError[] }
  | {
      readonly page: 'today';
      readonly services: readonly (ServiceHead & {
        /** Places of the console that the reader's roles admit here. */
        readonly places: readonly string[];
        /** Said: the reader's roles here. */
        readonly roles: readonly string[];
        readonly counts: Readonly<Record<State, number>>;
        /** Figures are there for the roles that work with them. */
        readonly subjects?: number;
        readonly open?: number;
        readonly overdue?: number;
        readonly pending?: number;
        readonly late?: number;
        readonly incidents?: number;
        readonly incidentsLate?: number;
        readonly papers?: number;
        readonly papersLate?: number;
        readonly broken?: number;
        readonly damaged?: number;
      })[];
      /** Absent for who answers no requests. */
      readonly due?: readonly (RequestView & { readonly service: ServiceHead; readonly href: string })[];
    }
  | {
      readonly page: 'board';
      readonly head: PolicyHead;
      readonly clauses: readonly ClauseView[];
      readonly findings: readonly FindingView[];
      readonly provedAt: number;
    }
  | {
      readonly page: 'approve';
      readonly head: PolicyHead;
      readonly clauses: readonly ClauseView[];
      readonly completion: readonly {
        readonly name: string;
        readonly label: string;
        readonly value: string;
        readonly why: string;
        readonly mandatory: boolean;
      }[];
      readonly left: number;
      /** Absent while no version is in force that this one would change. */
      readonly publication?: PublicationForm;
      readonly findings: readonly FindingView[];
      readonly errors: readonly FieldError[];
    }
  | {
      readonly page: 'settings';
      readonly look: {
        readonly name: string;
        /** What the text calls the service; empty when it does not name it. */
        readonly named: string;
        readonly mark: string;
        readonly accent: string;
        readonly accents: readonly { readonly key: string; readonly name: string }[];
      };
      readonly errors: readonly FieldError[];
      /** Absent when the policy declares nothing of visits. */
      readonly visits?: VisitSettings;
    }
  | {
      readonly page: 'subjects';
      /** Absent for who finds people by an exact address only. */
      readonly list?: {
        readonly rows: readonly {
          readonly id: string;
          readonly createdAt: number;
          readonly policy: string;
          readonly href: string;
        }[];
        readonly total: number;
        readonly more?: string;
      };
      readonly search?: { readonly value: string; readonly errors: readonly FieldError[] };
    }
  | {
      readonly page: 'subject';
      readonly id: string;
      readonly createdAt: number;
      /** The page of who consents for them, where somebody does. */
      readonly represented?: string;
      /** Absent for who works on one request. */
      readonly consents?: readonly ConsentView[];
      readonly entries?: readonly EntryView[];
      /** Open requests of the person; there when a read must name one. */
      readonly matters?: readonly { readonly key: string; readonly name: string }[];
      readonly categories: readonly { readonly key: string; readonly name: string }[];
      readonly purposes: readonly { readonly key: string; readonly name: string }[];
      /** After a read through the gate: values, or the refusal with its reasons. */
      readonly read?: {
        readonly allowed: boolean;
        readonly values: readonly { readonly name: string; readonly value: string }[];
        readonly because: readonly string[];
      };
      /** Absent for who may not read visits. */
      readonly visits?: SubjectVisits;
    }
  | {
      readonly page: 'outbox';
      /** Only messages that advertise are shown. */
      readonly marketingOnly: boolean;
      /** Names of the carriers that are set up. */
      readonly carriers: readonly string[];
      readonly rows: readonly {
        readonly id: string;
        readonly channel: string;
        readonly template: string;
        readonly createdAt: number;
        readonly state: string;
        readonly attempts: number;
        readonly reason?: string;
        /** Absent for who may not open messages. */
        readonly href?: string;
      }[];
      readonly more?: string;
    }
  | {
      readonly page: 'message';
      readonly id: string;
      readonly channel: string;
      readonly template: string;
      readonly createdAt: number;
      readonly state: string;
      readonly reason?: string;
      /** Whether a carrier can be given it once more. */
      readonly again: boolean;
      readonly to: string;
      readonly text: string;
    }
  | {
      readonly page: 'ledger';
      readonly checkpoint: CheckpointView;
      /** Absent for who looks after the installation and not after people. */
      readonly entries?: readonly EntryView[];
      readonly verified: { readonly ok: boolean; readonly detail: string };
      /** What of people does not open; absent for who does not look after people. */
      readonly broken?: readonly BrokenView[];
    }
  | KeysPage
  | IncidentPage
  | RegisterPage
  | {
      readonly page: 'staff';
      readonly rows: readonly StaffView[];
      /** Absent for who may look and not change. */
      readonly invite?: {
        readonly name: string;
        readonly email: string;
        readonly choices: readonly GrantChoice[];
      };
      readonly shown?: LinkView;
      readonly errors: readonly FieldError[];
    }
  | {
      readonly page: 'staff-member';
      readonly member: StaffView;
      readonly sessions: number;
      readonly entries: readonly EntryView[];
      /** What the reader may do: none about themselves, none without the role. */
      readonly acts: readonly ('roles' | 'again' | 'sign-out' | 'reset' | 'end')[];
      readonly choices: readonly GrantChoice[];
      /** Mark of the roles as shown. */
      readonly was: string;
      readonly shown?: LinkView;
      readonly errors: readonly FieldError[];
    }
  // anywhere
  | {
      readonly page: 'refused';
      readonly status: number;
      readonly title: string;
      readonly because: readonly Because[];
      readonly reasons: readonly string[];
      readonly help?: string;
      readonly back?: Link;
    };

/**
 * Makes whole HTML documents. The web workspace's render bundle is one; handed in by the composition root.
 */
export interface Renderer {
  render(page: Page, frame: Frame): string;
}
