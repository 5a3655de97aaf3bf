import type { FieldError } from './page-parts.ts';
import type { Option } from './request-parts.ts';

/** Where an incident stands. */
export type IncidentPlace = 'alert' | 'open' | 'explained' | 'closed';

/** An incident in the list; its source and threats are said. */
export interface IncidentLine {
  readonly id: string;
  readonly state: IncidentPlace;
  readonly source: string;
  readonly kinds: readonly string[];
  readonly detectedAt: number;
  readonly dueOn: string;
  readonly late: boolean;
  readonly noticeAt?: number;
  readonly href: string;
}

/** What is filled in on an incident, as sent. */
export interface IncidentValues {
  readonly kinds: readonly string[];
  readonly detectedOn: string;
  readonly detectedTime: string;
  readonly fromOn: string;
  readonly toOn: string;
  readonly whole: boolean;
  readonly staff: readonly string[];
  readonly keys: readonly string[];
  readonly recipients: readonly string[];
  readonly purposes: readonly string[];
  readonly what: string;
  readonly contact: string;
  readonly measures: string;
}

/** What an incident may be about. */
export interface IncidentChoices {
  readonly kinds: readonly Option[];
  readonly staff: readonly Option[];
  readonly keys: readonly Option[];
  readonly recipients: readonly Option[];
  readonly purposes: readonly Option[];
}

interface SaidLine {
  readonly term: string;
  readonly text: string;
}

/** Pages of incidents. */
export type IncidentPage =
  | {
      readonly page: 'incidents';
      readonly rows: readonly IncidentLine[];
      /** Limits of reading, by role, said. */
      readonly limits: readonly { readonly role: string; readonly text: string }[];
      readonly may: boolean;
      readonly more?: string;
    }
  | {
      readonly page: 'incident-form';
      /** Absent of a new one. */
      readonly id?: string;
      readonly values: IncidentValues;
      readonly choices: IncidentChoices;
      readonly errors: readonly FieldError[];
    }
  | {
      readonly page: 'incident';
      readonly id: string;
      readonly state: IncidentPlace;
      readonly dueOn: string;
      readonly late: boolean;
      readonly notice?: { readonly at: number; readonly by: string };
      readonly lines: readonly SaidLine[];
      /** What the notice lacks, said. */
      readonly lacks: readonly string[];
      /** Absent until it was computed. */
      readonly affected?: {
        readonly n: number;
        readonly unnamed: number;
        readonly tally: readonly SaidLine[];
        readonly list: string;
        /** A second person let the names be seen. */
        readonly released: boolean;
      };
      readonly rules: readonly string[];
      readonly telling: 'undecided' | 'running' | 'paused' | 'done' | 'none';
      readonly steps: readonly {
        readonly at: number;
        readonly text: string;
        /** People it is about. */
        readonly n?: number;
        readonly who?: string;
      }[];
      readonly stop?: { readonly since: number };
      readonly letters: readonly { readonly language: 'ru' | 'kk'; readonly href: string }[];
      readonly ways: readonly Option[];
      readonly may: Readonly<
        Record<'amend' | 'count' | 'release' | 'notice' | 'tell' | 'decide' | 'lift' | 'close', boolean>
      >;
      /** Why somebody else must decide, said. */
      readonly second?: string;
      readonly sent: Readonly<Record<string, string>>;
      readonly errors: readonly FieldError[];
    };
