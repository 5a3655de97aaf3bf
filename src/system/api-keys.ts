import {
  civilDateAt,
  equalBytes,
  type Id,
  isId,
  KepilError,
  newId,
  type Problem,
  utf8,
} from '../base/index.ts';
import type { StaffRole } from '../gate/index.ts';
import type { ApiKeyRecord, ServiceRecord, Tx } from '../store/index.ts';
import { actorOf, type Clerk, within } from './clerk.ts';
import { record } from './entries.ts';
import { formatKey, newKeySecret, parseKey } from './key-text.ts';
import { faultInLine, isBlank } from './typed.ts';
import { headOf, policyVersion, type World } from './world.ts';

/** The longest life of a key, in days. */
export const longestKeyDays = 365;

/** A key as asked for: its grant is the purposes and categories named, nothing else. */
export interface KeyForm {
  readonly service: ServiceRecord;
  readonly name: string;
  readonly purposes: readonly string[];
  readonly categories: readonly string[];
  readonly days: number;
}

/** A key opens data, so only a role that may read them all makes one; others revoke. */
const issuing: readonly StaffRole[] = ['officer'];

/** Whether a clerk may issue keys. */
export function mayIssue(clerk: Pick<Clerk, 'roles'>): boolean {
  return clerk.roles.some((role) => issuing.includes(role));
}

/**
 * Issues an API key; `key` is shown once and stored as a digest only.
 *
 * @throws KepilError `ERR_FORBIDDEN` when no role of the clerk may issue one
 */
export async function issueKey(
  world: World,
  clerk: Clerk,
  form: KeyForm,
): Promise<{ key: string; id: Id } | { problems: readonly Problem[] }> {
  const issuer = within(clerk, issuing, 'issuing-beyond-role');
  return world.store.transaction(async (tx) => {
    const head = await headOf(tx, form.service.id);
    const { policy } = await policyVersion(tx, world, { service: form.service.id, hash: head.hash });
    const purposes = [...new Set(form.purposes)].filter((key) =>
      policy.purposes.some((row) => row.purpose === key),
    );
    const categories = [...new Set(form.categories)].filter((key) =>
      policy.data.some((row) => row.category === key),
    );
    const problems = checkKey(form, { purposes, categories });
    if (problems.length > 0) return { problems };
    const now = world.now();
    const id = newId(now, world.crypto.random);
    const secret = newKeySecret(world.crypto.random);
    const digest = world.crypto.hash(utf8(secret));
    const expiresAt = now + form.days * 86_400_000;
    await tx.apiKeys.insert({
      service: form.service.id,
      id,
      name: form.name.trim(),
      digest,
      purposes,
      categories,
      createdAt: now,
      expiresAt,
    });
    await noteKey(tx, world, { service: form.service.id, clerk: issuer, id, rule: 'key-issued', categories });
    return { key: formatKey({ id, secret }, world.crypto.hash), id };
  });
}

function checkKey(
  form: KeyForm,
  declared: { purposes: readonly string[]; categories: readonly string[] },
): readonly Problem[] {
  const problems: Problem[] = [];
  const fault = (code: string, field: string, params?: Problem['params']) =>
    problems.push({ code, severity: 'error', field, ...(params && { params }) });
  if (isBlank(form.name)) fault('field-mandatory', 'name');
  else if (form.name.length > 100) fault('field-too-long', 'name', { n: 100 });
  const unfit = faultInLine(form.name);
  if (unfit) fault(unfit, 'name');
  if (declared.purposes.length === 0 || declared.purposes.length < new Set(form.purposes).size)
    fault('key-purposes', 'purpose');
  if (declared.categories.length === 0 || declared.categories.length < new Set(form.categories).size)
    fault('key-categories', 'category');
  const days = Number.isInteger(form.days) && form.days >= 1 && form.days <= longestKeyDays;
  if (!days) fault('days-range', 'days', { n: longestKeyDays });
  return problems;
}

async function noteKey(
  tx: Tx,
  world: World,
  what: { service: Id; clerk: Clerk; id: Id; rule: string; categories?: readonly string[] },
): Promise<void> {
  await record(tx, world, {
    service: what.service,
    kind: 'key',
    outcome: 'done',
    actor: actorOf(what.clerk),
    actorKeys: what.clerk.keys,
    channel: 'console',
    because: [{ rule: what.rule }],
    matter: what.id,
    ...(what.categories && { categories: what.categories }),
  });
}

/** Revokes a key at once; a second time changes nothing. */
export async function revokeKey(
  world: World,
  clerk: Clerk,
  at: { service: ServiceRecord; id: string },
): Promise<void> {
  await world.store.transaction(async (tx) => {
    const key = isId(at.id) ? await tx.apiKeys.byId(at.id) : undefined;
    if (!key || key.service !== at.service.id) throw new KepilError('ERR_NOT_FOUND', 'not-found');
    if (key.revokedAt !== undefined) return;
    await tx.apiKeys.revoke(at.service.id, key.id, world.now());
    await noteKey(tx, world, { service: at.service.id, clerk, id: key.id, rule: 'key-revoked' });
  });
}

/** How soon before its end a key is said to end soon, in days. */
const soonDays = 14;

/** What can be done with a key now. */
export type KeyState = 'active' | 'soon' | 'expired' | 'revoked';

/** The state of a key: a revocation outweighs the end of its term. */
export function keyStateOf(key: Pick<ApiKeyRecord, 'expiresAt' | 'revokedAt'>, now: number): KeyState {
  if (key.revokedAt !== undefined) return 'revoked';
  if (key.expiresAt <= now) return 'expired';
  return key.expiresAt - now <= soonDays * 86_400_000 ? 'soon' : 'active';
}

/**
 * The key behind a bearer token. Whoever holds its secret is told that it was revoked or is over; to
 * everybody else it is unknown. Notes the day of its use.
 *
 * @throws KepilError `ERR_NOT_SIGNED_IN` when unknown, expired, revoked or another service's
 */
export async function keyOf(
  world: World,
  at: { service: ServiceRecord; token: string },
): Promise<ApiKeyRecord> {
  const text = parseKey(at.token, world.crypto.hash);
  if (!text || !isId(text.id)) throw unknownKey();
  const given = world.crypto.hash(utf8(text.secret));
  const key = await world.store.look((tx) => tx.apiKeys.byId(text.id));
  if (key?.service !== at.service.id || !equalBytes(key.digest, given)) throw unknownKey();
  refuseSpent(key, world.now());
  const today = civilDateAt(world.now(), world.law.zone);
  if (key.usedOn !== today) await world.store.transaction((tx) => tx.apiKeys.noteUse(key.id, today));
  return key;
}

/**
 * Holds a key that was found for the effect in hand: from here until the transaction is through nobody
 * revokes it.
 *
 * @throws KepilError `ERR_NOT_SIGNED_IN` when it was revoked or expired meanwhile
 */
export async function holdKey(tx: Tx, world: World, key: Pick<ApiKeyRecord, 'id'>): Promise<ApiKeyRecord> {
  const held = await tx.apiKeys.hold(key.id);
  if (!held) throw unknownKey();
  refuseSpent(held, world.now());
  return held;
}

function unknownKey(): KepilError {
  return new KepilError('ERR_NOT_SIGNED_IN', 'key-unknown');
}

/** @throws KepilError `ERR_NOT_SIGNED_IN` when the key is revoked or over */
export function refuseSpent(key: Pick<ApiKeyRecord, 'expiresAt' | 'revokedAt'>, now: number): void {
  const state = keyStateOf(key, now);
  if (state === 'revoked') throw new KepilError('ERR_NOT_SIGNED_IN', 'key-revoked');
  if (state === 'expired') throw new KepilError('ERR_NOT_SIGNED_IN', 'key-expired');
}
