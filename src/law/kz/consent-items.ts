import type { ConsentItem } from '../pack.ts';

/**
 * What a consent contains. The purpose is not on the list; it is asked by Art. 7(8) and 14.
 * @law 94-V Art. 8(4)
 */
export const consentItems: readonly ConsentItem[] = [
  { key: 'operator-name', mandatory: true, article: '94-V Art. 8(4)(1)' },
  { key: 'operator-bin', mandatory: true, article: '94-V Art. 8(4)(1)' },
  { key: 'subject-name', mandatory: true, article: '94-V Art. 8(4)(2)' },
  { key: 'term', mandatory: true, article: '94-V Art. 8(4)(3)' },
  { key: 'third-parties', mandatory: true, article: '94-V Art. 8(4)(4)' },
  { key: 'cross-border', mandatory: true, article: '94-V Art. 8(4)(5)' },
  { key: 'publication', mandatory: true, article: '94-V Art. 8(4)(6)' },
  { key: 'data-list', mandatory: true, article: '94-V Art. 8(4)(7)' },
  { key: 'other', mandatory: false, article: '94-V Art. 8(4)(8)' },
];
