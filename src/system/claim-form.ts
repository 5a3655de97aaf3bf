import type { Language, Problem } from '../base/index.ts';

import type { RequestRecord, ServiceRecord, Tx } from '../store/index.ts';
import { normalise } from '../vault/index.ts';
import { decided } from './ask.ts';
import { countAttempt } from './attempts.ts';
import { blockAtOnce } from './block.ts';
import { digestOf, type OpenSubject, openSubject } from './subjects.ts';
import {
  addClaimant,
  type Checked,
  checkIntake,
  type Intake,
  lineProblems,
  problem,
  storeRequest,
} from './take-in.ts';
import { tellOfRequest } from './tell-of-request.ts';
import { kindOfAddress } from './typed.ts';
import type { World } from './world.ts';

/** A request by the public form: of somebody who has no account, or does not get into it. */
export interface Claim {
  readonly service: ServiceRecord;
  readonly kind: string;
  readonly words: string;
  readonly name: string;
  readonly answerTo: string;
  readonly language: Language;
  /** Where it comes from, as limits count it. */
  readonly from: string;
}

/** A request about a child's data: by which address the child is known here, and why one may speak. */
export interface ChildClaim extends Claim {
  readonly child: string;
  readonly address: string;
  readonly proof: string;
}

/** What came of a form: the request, whether card data were masked in it, or what is wrong. */
export type Claimed =
  | { readonly request: RequestRecord; readonly masked: boolean }
  | { readonly problems: readonly Problem[] };

const longestName = 200;
const longestProof = 1000;

/**
 * Takes a request from the public form. Nothing is looked up: who asks is known by what they wrote, and by
 * what staff find out.
 *
 * @throws TooSoon when too many come from one place or for one address
 * @law 94-V Art. 24(1), 94-V Art. 25(2)
 */
export async function takeClaim(world: World, claim: Claim): Promise<Claimed> {
  const intake = intakeOf(world, claim);
  const checked = checkIntake(world, intake);
  if ('problems' in checked) return checked;
  await counted(world, claim);
  return decided(world, (tx) => storeFor(tx, world, { intake, checked }));
}

/**
 * Takes what a parent or guardian says about a child's data. If somebody is known by the address, their data
 * are blocked in the same commit, their sessions end and they are told; the answer is the same either way, so
 * that nobody learns here who has an account.
 *
 * @throws TooSoon when too many come from one place or about one address
 * @law 94-V Art. 7(1), 94-V Art. 24(1), 94-V Art. 25(2)(8)
 */
export async function takeChildClaim(world: World, claim: ChildClaim): Promise<Claimed> {
  const intake = intakeOf(world, claim);
  const checked = checkIntake(world, intake);
  const problems = [...('problems' in checked ? checked.problems : []), ...childProblems(claim)];
  if (problems.length > 0 || 'problems' in checked) return { problems };
  await counted(world, claim);
  await counted(world, { ...claim, answerTo: claim.address });
  const representing = { child: claim.child.trim(), proof: claim.proof.trim() };
  return decided(world, async (tx) => {
    const holder = await holderOf(tx, world, claim);
    const about = holder?.record.id;
    const whole = { ...checked, representing, ...(about && { about }) };
    const stored = await storeFor(tx, world, { intake, checked: whole });
    if (holder) await protect(tx, world, { holder, service: claim.service, request: stored.request });
    return stored;
  });
}

function intakeOf(world: World, claim: Claim): Intake {
  const { service, kind, words, name, answerTo, language } = claim;
  const asked = { service, kind, words, name, answerTo, language };
  return { ...asked, address: '', channel: 'form', receivedAt: world.now() };
}

function childProblems({ child, address, proof }: ChildClaim): readonly Problem[] {
  const oneLine = proof.replaceAll(/\r?\n|\t/g, ' ');
  const blank = 'field-mandatory';
  return [
    ...lineProblems({ field: 'child', value: child, longest: longestName, blank }),
    ...lineProblems({ field: 'proof', value: oneLine, longest: longestProof, blank }),
    ...(kindOfAddress(address.trim()) ? [] : [problem('address', 'address-malformed')]),
  ];
}

async function counted(world: World, { service, answerTo, from }: Claim): Promise<void> {
  const account = accountOf(answerTo.trim());
  await countAttempt(world, { service: service.id, what: 'claim', account, from });
}

/** What an address is counted by, however it was typed. */
function accountOf(address: string): string {
  const kind = kindOfAddress(address);
  return kind ? normalise(kind, address) : address.toLowerCase();
}

/** The one person an address belongs to, held until the claim is stored. */
async function holderOf(tx: Tx, world: World, claim: ChildClaim): Promise<OpenSubject | undefined> {
  const value = claim.address.trim();
  const field = kindOfAddress(value);
  if (!field) return undefined;
  const at = { service: claim.service.id, field, value };
  const [found, ...more] = await tx.blindIndex.find(at.service, field, digestOf(world, at));
  if (found === undefined || more.length > 0) return undefined;
  return openSubject(tx, world, { service: at.service, id: found, mode: 'update' });
}

async function storeFor(tx: Tx, world: World, what: { intake: Intake; checked: Checked }) {
  const subject = await addClaimant(tx, world, what.intake);
  return storeRequest(tx, world, { ...what, subject, by: { actor: { role: 'guest' } } });
}

/** For how long a refused claim lets no other one about the same person block by itself, in milliseconds. */
const doubtMs = 30 * 86_400_000;

/**
 * Blocks what a request is about, and tells whom it belongs to. After a claim that was refused the next ones
 * wait for the officer to block: nobody keeps another one locked out by asking again.
 */
async function protect(
  tx: Tx,
  world: World,
  of: { holder: OpenSubject; service: ServiceRecord; request: RequestRecord },
): Promise<void> {
  const { holder, service, request } = of;
  const since = world.now() - doubtMs;
  const earlier = await tx.requests.about(service.id, holder.record.id);
  const doubtful = earlier.some(({ state, closedAt = 0 }) => state === 'refused' && closedAt > since);
  if (doubtful) return;
  await blockAtOnce(tx, world, request);
  const telling = { service, subject: holder, row: request, words: { words: '' } };
  await tellOfRequest(tx, world, { ...telling, news: 'about' });
}
