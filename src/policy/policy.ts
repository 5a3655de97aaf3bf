import type { CivilDate, Language, Span } from '../base/index.ts';

/**
 * How a row came to stand in the policy: read in the text, added by the officer, or assumed until the officer
 * decides.
 */
export type Origin = 'text' | 'officer' | 'assumed';

/** What every row carries: the clauses it cites (empty unless `origin` is `text`) and where it came from. */
export interface Row {
  readonly cites: readonly string[];
  readonly origin: Origin;
}

/** A line of the source file on which a clause stands; `line` counts from 1. */
export interface Anchor {
  readonly line: number;
  /** SHA-256 of the whole line without its end, in hexadecimal. */
  readonly sha256: string;
}

/**
 * A numbered piece of the prose, or a heading.
 *
 * `id` is its path in the tree (`2.1.3`; letters or ordinals where the text prints no number) and unique in
 * the policy; `number` is the number as printed, empty when there is none. `span` covers the clause's words
 * in the source text: whole lines, or a part of one where a line holds several promises.
 */
export interface Clause {
  readonly id: string;
  readonly number: string;
  readonly kind: 'heading' | 'clause';
  readonly parent?: string;
  /** What it says in other words than the operator's, shown where the source text is not at hand. */
  readonly summary?: string;
  readonly span: Span;
  /** SHA-256 of the clause's text in hexadecimal: the anchor that holds when the text is elsewhere. */
  readonly sha256: string;
  /** The lines of the source file on which it stands; absent where only the span is known. */
  readonly anchors?: readonly Anchor[];
}

/**
 * One thing the text says: a label of a facet, with its quote. Facets and labels are those of the vocabulary.
 */
export interface Statement {
  readonly facet: string;
  readonly label: string;
  readonly clause: string;
  readonly span: Span;
  /** 0 < confidence ≤ 1. */
  readonly confidence: number;
}

/** How a datum comes to the operator. */
export type DataGroup = 'given' | 'automatic' | 'third-party' | 'public-source';
/** Who may see a datum: drives masking and the segment it lies in. */
export type AccessClass = 'public' | 'limited' | 'secret' | 'technical';
/** What decides when a datum goes: ordinary data, data a law keeps, proof of consent. */
export type RetentionClass = 'ordinary' | 'legal' | 'proof';

/** A category of personal data the policy declares. `category` is a key of the category table. */
export interface DataRow extends Row {
  readonly category: string;
  readonly group: DataGroup;
  readonly mandatory: boolean;
  readonly access: AccessClass;
  /** Keys of declared purposes this category serves. */
  readonly purposes: readonly string[];
}

/** A declared purpose. `consent` says what using data for it needs (see the purpose table). */
export interface PurposeRow extends Row {
  readonly purpose: string;
}

/** A ground as the text names it; what the law accepts of it is decided in `gate`. */
export interface GroundRow extends Row {
  readonly ground: string;
}

/** Whom data go to. `recipient` is a label of the facet `recipients`. */
export interface RecipientRow extends Row {
  readonly recipient: string;
  readonly name?: string;
  /** ISO 3166-1 alpha-2, when stated. */
  readonly country?: string;
  /** What it gets, where the text says so beside it. */
  readonly categories?: readonly string[];
  /** On which conditions, labels of `transfer_conditions`, where the text says so beside it. */
  readonly conditions?: readonly string[];
}

/** A label of one of the remaining facets (rights, transfer conditions, cookies, minors …). */
export interface LabelRow extends Row {
  readonly facet: string;
  readonly label: string;
}

/** How long data are kept; `months` or `days` only when a number is stated or the officer set one. */
export interface RetentionRow extends Row {
  readonly rule: string;
  readonly months?: number;
  /** Where the text counts in days. */
  readonly days?: number;
  /** The categories the rule speaks of; absent: every one that no row names. */
  readonly categories?: readonly string[];
}

/** A way to reach the operator, as the text gives it. */
export interface ContactRow extends Row {
  readonly channel: 'email' | 'phone' | 'postal_address' | 'messenger' | 'website' | 'form';
  readonly value: string;
}

/** Who answers for the data under this policy. */
export interface Operator extends Row {
  readonly kind: 'legal_entity' | 'sole_proprietor' | 'brand_only' | 'unnamed';
  readonly name?: string;
  /** Twelve digits with a valid control digit. */
  readonly bin?: string;
  readonly address?: string;
  /** Name or title of the responsible person; added by the officer. */
  readonly responsible?: string;
  /** Of how many people data are held, as the operator counts; decides the size class (`sizeOf`). */
  readonly subjects?: number;
  /** The day on which a large operator notified the authority. @law 94-V Art. 10-1 */
  readonly notified?: CivilDate;
}

/** A site, application or bot that the policy covers. */
export interface ServiceRow extends Row {
  readonly kind: 'website' | 'mobile_app' | 'bot' | 'personal_account' | 'software';
  readonly host?: string;
}

/** Where data lie: country (ISO 3166-1 alpha-2) and who runs the place. */
export interface HostRow extends Row {
  readonly country: string;
  readonly name: string;
}

/**
 * How grave a finding is: what the law forbids and the program refuses · two clauses that cannot both be
 * true · vague, missing or risky · drafting.
 */
export type Severity = 'error' | 'conflict' | 'warning' | 'info';

/**
 * What a person found where no program sees it: a broken sentence, a term nobody defines, text of another
 * trade, a fact no label says. `rule` is the rule it falls under.
 */
export interface NoteRow {
  readonly rule: string;
  readonly severity: Severity;
  /** The clauses it is about. */
  readonly cites: readonly string[];
  /** In the policy's language, in other words than the operator's. */
  readonly note: string;
}

/**
 * The typed policy. Immutable; named by the hash of its canonical JSON (`policyHash`). Texts are not part of
 * it, anchors are.
 */
export interface Policy {
  readonly format: 'kepil-policy/1';
  readonly title: string;
  readonly language: Language;
  readonly source: { readonly name: string; readonly sha256: string; readonly chars: number };
  /** Date the text itself states, if any. */
  readonly dated?: CivilDate;
  /** The languages in which the operator publishes the text; absent: that of this file alone. */
  readonly published?: readonly Language[];
  readonly operator: Operator;
  readonly services: readonly ServiceRow[];
  readonly hosts: readonly HostRow[];
  readonly clauses: readonly Clause[];
  readonly statements: readonly Statement[];
  readonly data: readonly DataRow[];
  readonly dataNotCollected: readonly {
    readonly category: string;
    readonly cites: readonly string[];
    readonly origin: Origin;
  }[];
  readonly purposes: readonly PurposeRow[];
  readonly grounds: readonly GroundRow[];
  readonly recipients: readonly RecipientRow[];
  readonly retention: readonly RetentionRow[];
  readonly contacts: readonly ContactRow[];
  /**
   * Rights, transfer conditions and restrictions, cross-border, cookies, minors, consent forms, security … by
   * facet.
   */
  readonly labels: readonly LabelRow[];
  /** What the officer noted; absent where nothing was. */
  readonly notes?: readonly NoteRow[];
}

/**
 * E enforced by code, R evidenced by a record, F flagged: the reading the text asks for is refused, the safe
 * one enforced.
 */
export type Verdict = 'E' | 'R' | 'F';
/** What the probe of a pledge found, or why there is none. */
export type PledgeState = 'kept' | 'broken' | 'unexercised' | 'manual' | 'refused';

/**
 * One typed promise with the clauses it comes from. `kind` is a key of the pledge table; `id` is unique in
 * the policy.
 */
export interface Pledge {
  readonly id: string;
  readonly kind: string;
  readonly verdict: Verdict;
  readonly clause: string;
  readonly span?: Span;
  /** The label the pledge is about, such as a category or a right; its name stands in the catalogue. */
  readonly facet: string;
  readonly label: string;
}
