import type { RightKey } from './rights.ts';

/** Why a claim may be refused. */
export type RefusalGround =
  | 'identity-unproved'
  | 'documents-missing'
  | 'not-held'
  | 'violation-not-confirmed'
  | 'obligation-open'
  | 'storage-by-law'
  | 'rights-of-others'
  | 'decision-by-people'
  | 'unfounded';

interface Row {
  /** The article the refusal rests on. */
  readonly article: string;
  /** Rights it may answer; absent: any. */
  readonly kinds?: readonly RightKey[];
}

const change: readonly RightKey[] = ['correct', 'block_restrict', 'delete'];
const ending: readonly RightKey[] = ['delete', 'withdraw_consent', 'stop_processing'];
const information: readonly RightKey[] = ['know_access', 'copy', 'export'];

/**
 * Grounds of a refusal, each with its article and the rights it may answer. A refusal has one of them and
 * reasons in words: the law wants it reasoned.
 *
 * @law 94-V Art. 25(2)(7), 94-V Art. 8(2), 94-V Art. 8(7), 94-V Art. 25(2)(8), DC Art. 41
 */
export const refusalGrounds: Readonly<Record<RefusalGround, Row>> = {
  'identity-unproved': { article: '94-V Art. 10' },
  'documents-missing': { article: '94-V Art. 25(2)(8)', kinds: ['correct'] },
  'not-held': { article: '94-V Art. 25(2)(6)', kinds: [...information, ...change] },
  'violation-not-confirmed': { article: '94-V Art. 25(2)(8)', kinds: change },
  'obligation-open': { article: '94-V Art. 8(2)', kinds: ending },
  'storage-by-law': { article: '94-V Art. 8(7)', kinds: ending },
  'rights-of-others': { article: 'DC Art. 41', kinds: [...information, ...ending] },
  'decision-by-people': { article: 'DC Art. 43', kinds: ['object', 'human_review'] },
  unfounded: { article: '94-V Art. 25(2)(7)' },
};

/** The grounds on which a claim of this kind may be refused, in the order of the table. */
export function groundsFor(kind: RightKey): readonly RefusalGround[] {
  return (Object.keys(refusalGrounds) as RefusalGround[]).filter(
    (ground) => refusalGrounds[ground].kinds?.includes(kind) ?? true,
  );
}

/** Where a refusal may be complained of: the authority, a court. @law 94-V Art. 24(1)(7), 94-V Art. 30 */
export const remedies: readonly string[] = ['94-V Art. 30', '94-V Art. 24(1)(7)'];
