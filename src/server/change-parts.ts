import type { ConsentBox, FieldError } from './page-parts.ts';

/** What a change means for the people concerned. */
export type ChangeEffect = 'widening' | 'narrowing' | 'neutral';

/** One thing that a version says otherwise than another, said. */
export interface MeaningRow {
  readonly effect: ChangeEffect;
  readonly text: string;
  /** Numbers of the clauses that say it, of the later version, else of the earlier. */
  readonly clauses: readonly string[];
}

/** The form in which the officer says from which day on a change holds, and why. */
export interface PublicationForm {
  readonly effectiveOn: string;
  readonly earliest: string;
  readonly reason: string;
  readonly note: string;
  readonly reasons: readonly { readonly key: string; readonly name: string }[];
}

/** An announced change: why, from when on, and what became of it. Reasons are said. */
export interface AnnouncedView {
  readonly reason: string;
  /** The operator's words. */
  readonly note?: string;
  readonly publishedAt: number;
  /** The day from which on it holds. */
  readonly effectiveOn: string;
  readonly inForce: boolean;
}

/** Whom an announced change has reached and how they answered. */
export interface ReachedView {
  readonly told: number;
  readonly seen: number;
  readonly asked: number;
  readonly accepted: number;
  readonly refused: number;
  /** Shares of `asked`, said, such as `40 %`; absent where nobody is asked. */
  readonly shares?: { readonly accepted: string; readonly refused: string; readonly silent: string };
  /** Where the notices are, said, with how many. */
  readonly delivery: readonly { readonly state: string; readonly n: number }[];
  /** Notices that did not arrive. */
  readonly bounced: number;
}

/** A change as the person it concerns is shown it. */
export interface MyChangeView extends AnnouncedView {
  readonly version: number;
  readonly meaning: readonly MeaningRow[];
  readonly asks: boolean;
  readonly seen: boolean;
  readonly answer?: 'accepted' | 'refused';
  readonly answeredAt?: number;
  /** What is asked for; absent when nothing is. */
  readonly consent?: ConsentBox;
  readonly optional: readonly ConsentBox[];
  /** The whole text, and the version they are under. */
  readonly text: string;
  readonly before: string;
}

/** The page on which a person reads a change of the policy and answers it. */
export interface MyPolicyPage {
  readonly page: 'my-policy';
  readonly change?: MyChangeView;
  readonly ticked: readonly string[];
  readonly errors: readonly FieldError[];
}

/** The version that is announced, and the day from which on it holds. */
export interface Upcoming {
  readonly version: number;
  readonly on: string;
  readonly href: string;
}
