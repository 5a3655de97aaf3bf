import type { FileKind } from './kinds.ts';

/** What a file is handed in for: decides what it may be, how large, and how it is kept. */
export interface FileUse {
  readonly key: string;
  /** The category of personal data that the gate is asked about. */
  readonly category: string;
  readonly kinds: readonly FileKind[];
  readonly maxBytes: number;
  /** Days it is kept after the decision it served; absent: as long as what it proves. */
  readonly daysAfterDecision?: number;
}

const mib = 1024 * 1024;
const scans: readonly FileKind[] = ['pdf', 'jpeg', 'png', 'webp'];

const rows = {
  /** Confirms what a person demands: a name changed, a birth date. */
  'request-document': { category: 'correspondence', kinds: scans, maxBytes: 10 * mib, daysAfterDecision: 30 },
  /** A consent signed on paper, or what shows that somebody may speak for another. */
  'signed-proof': { category: 'correspondence', kinds: scans, maxBytes: 10 * mib },
} as const satisfies Readonly<Record<string, Omit<FileUse, 'key'>>>;

/** A use by its key. */
export type FileUseKey = keyof typeof rows;

/** The uses, one row each. */
export const fileUses = Object.fromEntries(
  Object.entries(rows).map(([key, row]) => [key, { key, ...row }]),
) as Readonly<Record<FileUseKey, FileUse & { readonly key: FileUseKey }>>;

/** What one person may have here at once, arriving files with it: bytes as they came, and files. */
export const fileQuota = { bytes: 100 * mib, files: 50 } as const;

/** Images larger than this are not rewritten in memory. */
export const mostImageBytes = 20 * mib;
