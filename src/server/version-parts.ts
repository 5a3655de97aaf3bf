import type { AnnouncedView, ChangeEffect, MeaningRow, ReachedView } from './change-parts.ts';
import type { PolicyHead } from './page-parts.ts';

/** What became of a version, and whether it is the one in force or the one that waits. */
export type VersionState = 'in-force' | 'waiting' | 'scheduled' | 'superseded' | 'replaced' | 'dropped';

/** A version in the list of a service's versions. */
export interface VersionRow {
  readonly version: number;
  readonly hash: string;
  readonly createdAt: number;
  readonly liveAt?: number;
  /** In force as a draft, or approved. */
  readonly draft: boolean;
  readonly state: VersionState;
  readonly href: string;
}

/** A piece of a clause's words: in both versions, in the earlier one alone, in the later one alone. */
export interface WordPiece {
  readonly fate: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** One side of a changed clause. `words` is absent where that version's text is not at hand. */
export interface ChangeSide {
  readonly number: string;
  readonly words?: readonly WordPiece[];
}

/** A clause that changed, both sides, with the promises that went and came; titles are said. */
export interface ChangeRow {
  readonly id: string;
  readonly fate: 'same' | 'moved' | 'changed' | 'added' | 'removed';
  readonly heading: boolean;
  /** What it means for the people concerned; absent where only the wording changed. */
  readonly effect?: ChangeEffect;
  readonly before?: ChangeSide;
  readonly after?: ChangeSide;
  readonly gone: readonly string[];
  readonly come: readonly string[];
}

/** How many clauses and promises changed in which way. */
export interface ChangeTotals {
  readonly same: number;
  readonly moved: number;
  readonly changed: number;
  readonly added: number;
  readonly removed: number;
  readonly gone: number;
  readonly come: number;
}

/** What one version changes against another, for the officer who decides about it. */
export interface ChangesView {
  readonly version: VersionRow;
  readonly head: PolicyHead;
  readonly before: VersionRow;
  readonly totals: ChangeTotals;
  readonly rows: readonly ChangeRow[];
  /** What the officer can do with it now, beside approving. */
  readonly acts: readonly ('drop' | 'reopen' | 'adopt' | 'recall')[];
  readonly approve?: string;
  /** What it says otherwise, the gravest first. */
  readonly meaning: readonly MeaningRow[];
  /** How it was announced and what became of that; absent where it was not. */
  readonly announced?: AnnouncedView & { readonly reached: ReachedView };
}

/** The list of versions, and what one of them changes. */
export type VersionPage =
  | { readonly page: 'versions'; readonly rows: readonly VersionRow[]; readonly waiting?: VersionRow }
  | { readonly page: 'changes'; readonly changes: ChangesView };
