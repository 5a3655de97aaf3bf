import type { CivilDate, Language } from '../base/index.ts';

/** How well a fact of the law is known: read in the official text, in a text about it, or not confirmed. */
export type Grade = 'official' | 'secondary' | 'unconfirmed';

/** A law or order the pack cites. `id` is the short form articles begin with. */
export interface Act {
  readonly id: string;
  readonly title: string;
  readonly url?: string;
}

/** A wording of the main law. In force from `since` (inclusive) until the next edition. */
export interface Edition {
  readonly id: string;
  readonly act: string;
  readonly since: CivilDate;
  readonly grade: Grade;
}

/**
 * An article the program relies on. `id` is the act's id and the place in it, such as `94-V Art. 8(4)` or
 * `R395 p. 16`, in ASCII so that it can stand in the log. `duty` says what software must do; it is for
 * readers of the pack, never shown.
 */
export interface Article {
  readonly id: string;
  readonly grade: Grade;
  readonly duty: string;
  /** Absent: in force as long as the pack reaches back. */
  readonly since?: CivilDate;
}

/**
 * A legal term. Counts from the day after the start event; a last day that is not a working day moves to the
 * next one.
 */
export interface Clock {
  readonly id: string;
  /** At least 1. */
  readonly days: number;
  readonly unit: 'working-day' | 'calendar-day';
  /** What starts it, kebab-case. */
  readonly starts: string;
  readonly article: string;
  /** Where the number stands, when not in `article`. */
  readonly numberFrom?: string;
  readonly grade: Grade;
  readonly since?: CivilDate;
}

/** A holiday on a fixed day of the year. `carried`: on a weekend, the next working day is off instead. */
export interface Holiday {
  readonly key: string;
  /** `MM-DD`. */
  readonly day: string;
  readonly carried: boolean;
  readonly sinceYear?: number;
  readonly untilYear?: number;
  readonly grade: Grade;
}

/**
 * What is known of one year beyond the rules. `moves` says whether the government may still swap days:
 * `final` the year is over or no more can come, `published` the official calendar of the year is out but a
 * later swap is possible, `expected` no official calendar yet.
 */
export interface CalendarYear {
  readonly year: number;
  /** Lunar days off, never carried. */
  readonly lunar: readonly CivilDate[];
  /** Days off by a swap. */
  readonly off: readonly CivilDate[];
  /** Weekend days worked by a swap. */
  readonly worked: readonly CivilDate[];
  readonly moves: 'final' | 'published' | 'expected';
  readonly sources: readonly string[];
}

/** The working calendar: rules for every year, and what is known of single ones. `version` names the data. */
export interface Calendar {
  readonly version: string;
  /** 0 = Sunday … 6 = Saturday. */
  readonly weekend: readonly number[];
  readonly holidays: readonly Holiday[];
  readonly years: readonly CalendarYear[];
}

/**
 * How sure a date is; `computed` means the year is not in the calendar: rules only, no lunar days and no
 * swaps.
 */
export type Certainty = CalendarYear['moves'] | 'computed';

/** Names of the things a consent contains. @law 94-V Art. 8(4) */
export type ConsentItemKey =
  | 'operator-name'
  | 'operator-bin'
  | 'subject-name'
  | 'term'
  | 'third-parties'
  | 'cross-border'
  | 'publication'
  | 'data-list'
  | 'other';

/** One thing a consent must, or may, contain. */
export interface ConsentItem {
  readonly key: ConsentItemKey;
  readonly mandatory: boolean;
  readonly article: string;
}

/**
 * A purpose that exists by law and needs no declaration and no consent. Verbs, roles and channels are those
 * of the gate; what is not listed is not admitted.
 */
export interface StandingPurpose {
  readonly key: string;
  readonly article: string;
  readonly admits: readonly {
    readonly roles: readonly string[];
    readonly verbs: readonly string[];
    readonly channels: readonly string[];
    /** The ticket or case must be named. */
    readonly matter: boolean;
    /** Categories it reaches; absent: all. */
    readonly categories?: readonly string[];
  }[];
  /** Verbs that go on while the data are blocked. */
  readonly duringBlock: readonly string[];
  /** Access classes it reaches; absent: all. */
  readonly classes?: readonly string[];
}

/** A size class of operators. `upTo`: of how many people it holds data at most; the last class has none. */
export interface SizeClass {
  readonly key: string;
  readonly upTo?: number;
  /** Whether an operator of this class notifies the authority before starting and stopping. */
  readonly notifies: boolean;
}

/** Everything the program knows of one jurisdiction's law. */
export interface LawPack {
  readonly code: string;
  /** IANA name of the zone in which legal days begin and end. */
  readonly zone: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Countries known to protect data enough for transfers without a consent naming them. */
  readonly adequate: readonly string[];
  readonly acts: readonly Act[];
  readonly editions: readonly Edition[];
  readonly articles: readonly Article[];
  readonly clocks: readonly Clock[];
  readonly calendar: Calendar;
  readonly consentItems: readonly ConsentItem[];
  readonly standingPurposes: readonly StandingPurpose[];
  /** Size classes of operators, the smallest first. */
  readonly sizes: readonly SizeClass[];
  /**
   * When an SMS that advertises may go out: minutes of a working day. Absent: at any time.
   *
   * @source rules of the operators for messages, in their contracts; no law says it
   */
  readonly advertisingSms?: { readonly from: number; readonly to: number };
  /** Over how many people with limited-access data staff sign in by biometrics; absent: never. */
  readonly staffBiometricsOver?: number;
  /** The languages a text for consumers must be in. */
  readonly languages: readonly Language[];
  /** Under this age a legal representative acts. */
  readonly actsAloneFrom: number;
  readonly adultFrom: number;
}

/** A date by which something is due, with what fixes it. */
export interface Deadline {
  readonly dueOn: CivilDate;
  readonly clock: string;
  readonly article: string;
  readonly grade: Grade;
  readonly certainty: Certainty;
}
