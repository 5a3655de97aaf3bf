import type { Language } from '../base/index.ts';
import type { Speaker } from '../words/index.ts';

/** A link or button with its sentence already said. */
export interface Link {
  readonly href: string;
  readonly text: string;
}

/** The service a page belongs to, as every page of it shows. */
export interface ServiceHead {
  readonly key: string;
  readonly name: string;
  /** A letter or two that stand for the name; a colour of the palette, by its name. */
  readonly mark: string;
  readonly accent: string;
  /** Marked on every page until the officer has approved the policy. */
  readonly draft: boolean;
  readonly base: string;
  /** Number of the draft that waits for the officer beside the version in force; staff only. */
  readonly waiting?: number;
  /** Of the policy, so of the name too. */
  readonly language: Language;
}

/**
 * An error of a form. `field` is the input's name; absent for the form as a whole. Sentences are already
 * said.
 */
export interface FieldError {
  readonly field?: string;
  readonly message: string;
  readonly help?: string;
}

/** What surrounds every page. `flash` is a notice after an act ("Saved"). */
export interface Frame {
  readonly speaker: Speaker;
  readonly viewer: 'guest' | 'subject' | 'staff';
  readonly path: string;
  /** Where the page itself is seen again, for the switcher of languages: path and query. */
  readonly here: string;
  readonly service?: ServiceHead;
  readonly flash?: string;
  /** A change of the policy that whoever is signed in has not seen yet: from which day on it holds. */
  readonly change?: { readonly effectiveOn: string; readonly asks: boolean };
  /** How many documents wait for an answer of whoever is signed in. */
  readonly agreements?: number;
  /** Name of the staff member signed in, for the console's head. */
  readonly who?: string;
  /** The other services whoever is signed in works for, each with the same place there; console only. */
  readonly others?: readonly (ServiceHead & { readonly href: string })[];
  /** Places of the console that the roles of whoever is signed in admit; absent outside of it. */
  readonly places?: readonly string[];
}

/** State of a pledge as the board shows it; the same words as in `policy`. */
export type State = 'kept' | 'broken' | 'unexercised' | 'manual' | 'refused';

/** A pledge as shown in the margin of its clause. `because` says what the probe saw. */
export interface PledgeView {
  readonly id: string;
  readonly kind: string;
  readonly facet: string;
  readonly label: string;
  readonly verdict: 'E' | 'R' | 'F';
  readonly state: State;
  /** Said: three words, such as «Собирается: номер телефона». */
  readonly title: string;
  /** Said: what the probe found, or what a person must do. */
  readonly detail: string;
  /** How many tests break the system under it and see it go red. */
  readonly tests: number;
  readonly quote?: string;
}

/** A clause of the policy page with what stands in its margin. */
export interface ClauseView {
  readonly id: string;
  readonly number: string;
  readonly kind: 'heading' | 'clause';
  readonly depth: number;
  /** The operator's words; absent when the text is not at hand. */
  readonly text?: string;
  /** What it says in our words, shown where the operator's are not at hand. */
  readonly summary?: string;
  readonly pledges: readonly PledgeView[];
  readonly state?: State;
  /** Nothing in it was understood. */
  readonly unread: boolean;
  readonly approved?: { readonly at: number };
}

/** What the linter objects to in a policy, said. */
export interface FindingView {
  readonly rule: string;
  readonly severity: 'error' | 'conflict' | 'warning' | 'info';
  readonly text: string;
  readonly help: string;
  /** A person found it: `text` is in the policy's language. */
  readonly noted: boolean;
  readonly article?: string;
  readonly grade?: 'official' | 'secondary' | 'unconfirmed';
  /** Ids of the clauses at fault. */
  readonly clauses: readonly string[];
}

/** What every page about a policy says of its version. */
export interface PolicyHead {
  /** In the operator's words. */
  readonly title: string;
  /** Of the operator's words: the policy's title, clauses and quotes. */
  readonly language: Language;
  readonly version: number;
  readonly hash: string;
  readonly createdAt: number;
  readonly liveAt?: number;
  readonly status: 'draft' | 'scheduled' | 'live' | 'superseded' | 'replaced' | 'dropped';
  readonly counts: Readonly<Record<State, number>>;
}

/** One field of a form made from the policy. */
export interface FormField {
  readonly name: string;
  readonly label: string;
  readonly input: 'text' | 'email' | 'tel' | 'date' | 'iin';
  readonly mandatory: boolean;
  /** Said: why it is asked, for which purposes. */
  readonly why: string;
  /** Not from the text of the policy. */
  readonly assumed: boolean;
  readonly value?: string;
  readonly autocomplete?: string;
}

/** The consent as the box names it; every line is said. `id` is the form name of the box. */
export interface ConsentBox {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly { readonly term: string; readonly text: string }[];
}

/** A category the policy declares, with the value held of this person, if any. */
export interface ValueView {
  readonly category: string;
  readonly name: string;
  /** Masked by class, or `undefined` when the item is declared but nothing is held. */
  readonly masked?: string;
  readonly source?: string;
  readonly at?: number;
  /** `confirmed`: by a code. */
  readonly status?: 'stated' | 'confirmed' | 'confirmed-document' | 'confirmed-comparison';
  readonly purposes: readonly string[];
  /** Said: until when. */
  readonly until: string;
  readonly history: number;
  readonly correctable: boolean;
  /** Said: when and why it was destroyed; absent when nothing was. */
  readonly destroyed?: string;
}

/** An entry of the log as the person or the officer reads it. */
export interface EntryView {
  readonly id: string;
  readonly at: number;
  readonly kind: string;
  readonly outcome: 'done' | 'allowed' | 'refused';
  /** Said: «Оператор прочитал: …». */
  readonly title: string;
  readonly purpose?: string;
  /** Said: the place an entry about staff is about. */
  readonly where?: string;
  readonly categories: readonly string[];
  readonly because: readonly string[];
  /** Place in the log; absent while pending. */
  readonly index?: number;
}

/** A consent of this person as the cabinet shows it. */
export interface ConsentView {
  readonly id: string;
  readonly givenAt: number;
  readonly state: 'active' | 'withdrawn' | 'expired';
  readonly form: string;
  /** Of the text that was shown and agreed to. */
  readonly language: Language;
  readonly purposes: readonly {
    readonly key: string;
    readonly name: string;
    readonly withdrawnAt?: number;
  }[];
  readonly categories: readonly string[];
  readonly withdrawnAt?: number;
  readonly incomplete: readonly string[];
  /** Said: to whom it lets data go, or over which border; absent of other consents. */
  readonly to?: string;
  readonly href: string;
}

/**
 * What the browser needs to check that an entry is in the log: see `docs/formats/receipt.md`. Bytes are
 * base64.
 */
export interface ProofBundle {
  readonly leaf: string;
  readonly index: number;
  readonly size: number;
  readonly path: readonly string[];
  readonly checkpoint: string;
  /** Verifier key of the log, `name+hash+key` (C2SP signed-note). */
  readonly verifierKey: string;
  /** The record and the key of its commitment: `HMAC(commitmentKey, record)` stands in the leaf. */
  readonly record?: string;
  readonly commitmentKey?: string;
}

/** The receipt of a consent: its contents, what the law asks and it lacks, its place in the log. */
export interface ReceiptView {
  readonly consent: ConsentView;
  readonly lines: readonly { readonly term: string; readonly text: string }[];
  /** Said: the form it was given in, and what shows it. */
  readonly evidence: readonly { readonly term: string; readonly text: string }[];
  /** Said: the Art. 8(4) items that are missing. */
  readonly missing: readonly string[];
  readonly entry: string;
  /** Absent while the entry waits for the sequencer. */
  readonly proof?: ProofBundle;
}

/** An act of destruction; `sweptAt` is absent while the sweep runs. */
export interface ActView {
  readonly id: string;
  readonly decidedAt: number;
  readonly sweptAt?: number;
  readonly counts: readonly { readonly name: string; readonly n: number }[];
  readonly entry: string;
  readonly index?: number;
  readonly proof?: ProofBundle;
  /** Until when what is left on the disk could be opened; absent while nobody knows. */
  readonly traces?: { readonly state: 'until' | 'late' | 'gone'; readonly at: number };
}

/** One thing that goes or stays when an account is deleted, and why; both said. */
export interface KeptLine {
  readonly what: string;
  readonly why: string;
}

/** The newest signed state of a log; `note` is absent before the first checkpoint. */
export interface CheckpointView {
  readonly size: number;
  readonly at?: number;
  readonly note?: string;
  readonly pending: number;
  readonly verifierKey: string;
}
