import type { LawPack } from '../law/index.ts';
import type { RetentionClass } from '../policy/index.ts';

/** Something that stays after an account is deleted, with the article that keeps it. */
export interface Leftover {
  readonly what: 'legal-residue' | 'proof-of-consent' | 'log-entries' | 'act';
  readonly article: string;
  readonly categories?: readonly string[];
}

/** What a deletion takes and leaves. */
export interface DeletionPreview {
  /** Categories destroyed, those held only. */
  readonly goes: readonly string[];
  readonly stays: readonly Leftover[];
}

interface PreviewAsk {
  /** Categories held, with the retention class of the segment they lie in. */
  readonly held: readonly { readonly category: string; readonly retention: RetentionClass }[];
}

/**
 * Says before a deletion what goes and what stays and why.
 *
 * Ordinary data go. Data in segments a law keeps, or kept as proof of consent, stay locked. Entries of the
 * log, which hold no values and can no longer be tied to the person, and the act of destruction always stay.
 * @law 94-V Art. 18, 94-V Art. 25(2)(5), 94-V Art. 22(1)(5), DC Art. 41(3)
 */
export function deletionPreview(ask: PreviewAsk, law: LawPack): DeletionPreview {
  const of = (retention: RetentionClass) => [
    ...new Set(ask.held.filter((item) => item.retention === retention).map((item) => item.category)),
  ];
  const legal = of('legal');
  const proof = of('proof');
  const article = (key: string, otherwise: string) =>
    law.standingPurposes.find((purpose) => purpose.key === key)?.article ?? otherwise;
  return {
    goes: of('ordinary'),
    stays: [
      ...(legal.length > 0
        ? [
            {
              what: 'legal-residue' as const,
              article: article('legal_storage', '94-V Art. 12(2)'),
              categories: legal,
            },
          ]
        : []),
      ...(proof.length > 0
        ? [
            {
              what: 'proof-of-consent' as const,
              article: article('proof_of_consent', '94-V Art. 25(2)(5)'),
              categories: proof,
            },
          ]
        : []),
      { what: 'log-entries', article: '94-V Art. 22(1)(5)' },
      { what: 'act', article: '94-V Art. 25(2)(8)' },
    ],
  };
}
