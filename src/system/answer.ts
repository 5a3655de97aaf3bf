import { assert, KepilError } from '../base/index.ts';
import type { StaffRole } from '../gate/index.ts';
import { groundsFor, isRightKey, type RefusalGround, refusalGrounds } from '../rights/index.ts';
import type { RequestRecord, ServiceRecord, Tx } from '../store/index.ts';
import { decided, Refused } from './ask.ts';
import { aboutWhom, blockAtOnce, liftBlock } from './block.ts';
import { type Clerk, within } from './clerk.ts';
import { applyDemand, scheduleDocuments } from './decide-change.ts';
import { destroyInMatter } from './destroy.ts';
import { checkWords, type RequestWords, sealWords, type WordsProblem, wordsOf } from './request-words.ts';
import { askForWords, cardDataMasked, requestOf } from './requests.ts';
import { stopHandingOn, stopsHanding } from './stop-handing.ts';
import { tellOfRequest } from './tell-of-request.ts';
import type { World } from './world.ts';

/** Roles that may refuse what a person claims: support hands a refusal on to them. */
const refusing: readonly StaffRole[] = ['approver', 'officer'];

/** Whether a clerk may refuse what a person claims. */
export function mayRefuse(clerk: Pick<Clerk, 'roles'>): boolean {
  return clerk.roles.some((role) => refusing.includes(role));
}

/** What the entry of a refusal says of its ground. */
const refusedFor: Readonly<Record<RefusalGround, { readonly rule: string }>> = {
  'identity-unproved': { rule: 'refused-identity-unproved' },
  'documents-missing': { rule: 'refused-documents-missing' },
  'not-held': { rule: 'refused-not-held' },
  'violation-not-confirmed': { rule: 'refused-violation-not-confirmed' },
  'obligation-open': { rule: 'refused-obligation-open' },
  'storage-by-law': { rule: 'refused-storage-by-law' },
  'rights-of-others': { rule: 'refused-rights-of-others' },
  'decision-by-people': { rule: 'refused-decision-by-people' },
  unfounded: { rule: 'refused-unfounded' },
};

/** An answer to a request: what came of it, and for a refusal the ground it stands on. */
export interface Answering {
  readonly service: ServiceRecord;
  readonly id: string;
  readonly answer: string;
  readonly outcome?: 'done' | 'refused';
  readonly ground?: RefusalGround;
  /** That the child's data are to be destroyed was said on purpose. */
  readonly destroy?: boolean;
}

/** What keeps an answer from being given. */
export type AnswerProblem =
  | WordsProblem
  | 'outcome-missing'
  | 'request-closed'
  | 'ground-missing'
  | 'ground-unfit'
  | 'identity-unproved'
  | 'destroy-unconfirmed';

/**
 * Answers a request, once. The person finds the answer in the cabinet and is told of it by a message; to one
 * who has no cabinet the answer itself is sent. Numbers and codes of payment cards are masked in it, as in a
 * request. Nothing is done for somebody of whom it is not known who they are; a refusal names its ground.
 *
 * @throws KepilError `ERR_FORBIDDEN` when the answer is a refusal and no role of the clerk may refuse
 * @throws Refused
 * @law 94-V Art. 25(2)(6), 94-V Art. 25(2)(7)
 */
export async function answerRequest(
  world: World,
  clerk: Clerk,
  what: Answering,
): Promise<{ ok: true; masked: boolean } | { problem: AnswerProblem }> {
  const { outcome } = what;
  const by = outcome === 'refused' ? within(clerk, refusing, 'refusal-beyond-role') : clerk;
  const checked = checkWords(what.answer);
  if ('problem' in checked) return checked;
  const { words: answer, masked } = checked;
  if (outcome === undefined) return { problem: 'outcome-missing' };
  if (outcome === 'refused' && what.ground === undefined) return { problem: 'ground-missing' };
  return decided(world, async (tx) => {
    const { row, subject } = await requestOf(tx, world, { ...what, mode: 'update' });
    const fresh = await tx.requests.get(what.service.id, row.id);
    const words = fresh && wordsOf(world, subject, fresh);
    if (!fresh || fresh.closedAt !== undefined || !words) return { problem: 'request-closed' as const };
    const problem = problemOf(fresh, what);
    if (problem) return { problem };
    const because = reasonsOf(what, masked);
    const asking = { mode: 'update' as const, kind: 'answer' as const, record: { answer }, because };
    await askForWords(tx, world, { clerk: by, row, verb: 'use', asking });
    await orUndone(() => doWhatIsDemanded(tx, world, { clerk: by, row: fresh, words, outcome }));
    const answered = { ...words, answer };
    const closed = closing(fresh, { outcome, ...(what.ground && { ground: what.ground }), at: world.now() });
    const sealed = sealWords(world, { subject, id: row.id, words: answered });
    await tx.requests.update({ ...closed, sealed });
    if (words.files) await scheduleDocuments(tx, world, closed);
    const told = { service: what.service, subject, row: closed, words: answered };
    await tellOfRequest(tx, world, { ...told, news: 'answered' });
    return { ok: true as const, masked };
  });
}

/**
 * Does what a yes, or for a child a no too, does to data. Not before the gate has said yes to the answer:
 * what it refuses leaves nothing done.
 */
async function doWhatIsDemanded(
  tx: Tx,
  world: World,
  what: { clerk: Clerk; row: RequestRecord; words: RequestWords; outcome: 'done' | 'refused' },
): Promise<void> {
  const { clerk, row, words, outcome } = what;
  if (words.change && outcome === 'done') await applyDemand(tx, world, { clerk, row, ...demandIn(words) });
  if (row.onBehalf) await settleForChild(tx, world, { clerk, row, outcome });
  if (outcome === 'done' && stopsHanding(row)) await stopHandingOn(tx, world, { clerk, row });
}

/** What the gate refuses here undoes the answer with everything it did: half of it is no answer. */
async function orUndone(work: () => Promise<unknown>, reason = 'answer-refused'): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof Refused) throw new KepilError('ERR_FORBIDDEN', reason);
    throw error;
  }
}

/** What is to be changed, and by which document. */
function demandIn({ change, files = [] }: RequestWords) {
  assert(change, 'a demand of a change');
  const [file] = files;
  return { change, ...(file && { document: file.id }) };
}

function problemOf(row: RequestRecord, what: Answering): AnswerProblem | undefined {
  const { outcome, ground } = what;
  if (outcome === 'done') {
    if (row.identity === 'waiting') return 'identity-unproved';
    return destroys(row) && what.destroy !== true ? 'destroy-unconfirmed' : undefined;
  }
  const fits = ground !== undefined && isRightKey(row.kind) && groundsFor(row.kind).includes(ground);
  return fits ? undefined : 'ground-unfit';
}

/** Whether a yes to a request destroys the data of the child it is about. */
export function destroys(row: RequestRecord): boolean {
  return row.onBehalf === 'child' && row.about !== undefined && row.kind === 'delete';
}

/**
 * What an answer to whoever speaks for a child does to the child's data: a yes to a demand of destruction
 * ends the block and destroys them, a no lifts the block.
 *
 * @throws Refused
 * @law 94-V Art. 18, 94-V Art. 25(2)(8)
 */
async function settleForChild(
  tx: Tx,
  world: World,
  what: { clerk: Clerk; row: RequestRecord; outcome: 'done' | 'refused' },
): Promise<void> {
  const { clerk, row, outcome } = what;
  const who = aboutWhom(row);
  // Destroyed in another matter meanwhile: there is nothing left to do.
  if (!(await tx.subjectKeys.get(row.service, who))) return;
  if (outcome === 'refused') {
    await liftBlock(tx, world, { clerk, row, reason: 'not-confirmed' });
    await handBlockOn(tx, world, row);
  } else if (destroys(row)) {
    await liftBlock(tx, world, { clerk, row, reason: 'put-right' });
    await orUndone(() => destroyInMatter(tx, world, { clerk, row, subject: who }), 'destruction-refused');
  } else if (row.kind !== 'block_restrict') await liftBlock(tx, world, { clerk, row, reason: 'put-right' });
}

/** Another claim about the same child that is open goes on protecting them. */
async function handBlockOn(tx: Tx, world: World, row: RequestRecord): Promise<void> {
  const claims = await tx.requests.about(row.service, aboutWhom(row));
  const other = claims.find(({ id, closedAt }) => id !== row.id && closedAt === undefined);
  if (other) await blockAtOnce(tx, world, other);
}

function reasonsOf({ outcome, ground }: Answering, masked: boolean) {
  const refusal =
    outcome === 'refused' && ground
      ? [{ ...refusedFor[ground], article: refusalGrounds[ground].article }]
      : [];
  return [...refusal, ...(masked ? [cardDataMasked] : [])];
}

/** The row of a request that was answered so. */
export function closing(
  row: RequestRecord,
  how: { outcome: 'done' | 'refused'; ground?: RefusalGround; at: number },
): RequestRecord {
  const { waitsUntil: _, ...rest } = row;
  const { outcome, ground, at } = how;
  const pauses = row.pauses.map((pause) => ({ ...pause, until: pause.until ?? at }));
  return {
    ...rest,
    pauses,
    state: outcome,
    closedAt: at,
    ...(outcome === 'refused' && ground && { ground }),
  };
}
