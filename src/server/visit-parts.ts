import type { FieldError } from './page-parts.ts';

/** A visit as it is shown: the fields that were recorded of it. */
export interface VisitView {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly time?: number;
  /** The page's address as a pattern; a value in it is left out. */
  readonly page?: string;
  readonly address?: string;
  readonly client?: string;
}

/** What is recorded of visits and how long. */
interface Recorded {
  /** Names of what is recorded; empty: nothing is. */
  readonly recorded: readonly string[];
  /** Said: how long, and who set the term. */
  readonly term: string;
}

/** Pages about visits: a person's own, and the figures of a service. */
export type VisitPage =
  | (Recorded & {
      readonly page: 'my-visits';
      readonly visits: readonly VisitView[];
      readonly more?: string;
      readonly recordedAs: string;
    })
  | (Recorded & {
      readonly page: 'visits';
      /** Counts are said: a small one only as small. */
      readonly days: readonly {
        readonly day: string;
        readonly total: string;
        readonly pages: readonly { readonly page: string; readonly n: string }[];
      }[];
    });

/** How long visits are kept, as the officer sets it. */
export interface VisitSettings extends Recorded {
  /** As chosen or typed; empty: what the policy says. */
  readonly days: string;
  readonly most: number;
  readonly errors: readonly FieldError[];
}

/** Visits of a person, read by staff in the matter of an open request of theirs. */
export interface SubjectVisits {
  readonly matters: readonly { readonly key: string; readonly name: string }[];
  /** After a read: visits, or the refusal with its reasons. */
  readonly read?: {
    readonly allowed: boolean;
    readonly because: readonly string[];
    readonly rows: readonly VisitView[];
  };
}
