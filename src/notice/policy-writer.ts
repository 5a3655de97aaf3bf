import { clockOf, type LawPack } from '../law/index.ts';
import { isSilence, type Policy, verdictOf } from '../policy/index.ts';
import type { MessageKey, Speaker } from '../words/index.ts';

/** An item of a list, with the labels it says (`data_categories.email`). */
export interface TextItem {
  readonly text: string;
  readonly says: readonly string[];
}

/**
 * A clause of a rendered policy. `id` stays what it is from version to version (`data.mandatory`); `number`
 * is its place in this text.
 */
export interface TextClause {
  readonly id: string;
  readonly number: string;
  readonly text: string;
  readonly says: readonly string[];
  readonly items: readonly TextItem[];
}

/** A section of a rendered policy. */
export interface TextSection {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly clauses: readonly TextClause[];
}

/** The text of a policy as a document. */
export interface PolicyText {
  readonly language: Speaker['language'];
  readonly title: string;
  /** The day of this version, said. */
  readonly dated?: string;
  readonly sections: readonly TextSection[];
}

/** What a policy text is made of. */
export interface PolicyTextAsk {
  readonly policy: Policy;
  readonly speaker: Speaker;
  readonly law: LawPack;
}

/** A clause before it has its number. */
export type Draft = Omit<TextClause, 'number'>;

/** Writes clauses: a sentence by itself, or a lead-in with its items. */
export class Writer {
  readonly policy: Policy;
  readonly speaker: Speaker;
  readonly law: LawPack;

  constructor({ policy, speaker, law }: PolicyTextAsk) {
    this.policy = policy;
    this.speaker = speaker;
    this.law = law;
  }

  /** A sentence. */
  one(id: MessageKey, params: Record<string, string | number> = {}, says: readonly string[] = []): Draft {
    return { id, text: this.speaker.say(id, params), says, items: [] };
  }

  /** A sentence with the days of a clock. */
  clock(id: MessageKey, clock: string, says: readonly string[] = []): Draft {
    return this.one(id, { count: clockOf(this.law, clock).days }, says);
  }

  /** A lead-in with its items; nothing without items. `says` is what the lead-in says by itself. */
  list(id: MessageKey, items: readonly TextItem[], says: readonly string[] = []): Draft | undefined {
    return items.length > 0 ? { id, text: this.speaker.say(id), says, items } : undefined;
  }

  /** The labels of a facet that the law lets stand. */
  labels(facet: string): readonly string[] {
    const rows = this.policy.labels.filter((row) => row.facet === facet && row.origin !== 'assumed');
    return rows
      .map(({ label }) => label)
      .filter((label) => !isSilence(label) && verdictOf(facet, label) !== 'F');
  }

  item(facet: string, label: string): TextItem {
    return { text: this.speaker.label(facet, label), says: [`${facet}.${label}`] };
  }

  /** A list of the labels of a facet. */
  listOf(id: MessageKey, facet: string, labels = this.labels(facet)): Draft | undefined {
    return this.list(id, this.items(facet, labels));
  }

  items(facet: string, labels: readonly string[]): readonly TextItem[] {
    return labels.map((label) => this.item(facet, label));
  }

  says(facet: string, label: string): boolean {
    return this.policy.labels.some((row) => row.facet === facet && row.label === label);
  }
}
