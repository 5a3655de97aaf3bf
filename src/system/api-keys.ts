import { equalBytes, type Id, isId, KepilError, newId, type Problem, utf8 } from '../base/index.ts';
import type { ApiKeyRecord, ServiceRecord } from '../store/index.ts';
import { record } from './entries.ts';
import { isCleanText } from './form.ts';
import { newToken } from './sessions.ts';
import type { Staff } from './staff.ts';
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

/** Issues an API key; `key` is shown once and stored as a digest only. */
export async function issueKey(
  world: World,
  staff: Staff,
  form: KeyForm,
): Promise<{ key: string; id: Id } | { problems: readonly Problem[] }> {
  return world.store.transaction(async (tx) => {
    const head = await headOf(tx, form.service.id);
    const { policy } = await policyVersion(tx, world, { service: form.service.id, hash: head.hash });
    const purposes = form.purposes.filter((key) => policy.purposes.some((row) => row.purpose === key));
    const categories = form.categories.filter((key) => policy.data.some((row) => row.category === key));
    const problems = checkKey(form, { purposes, categories });
    if (problems.length > 0) return { problems };
    const now = world.now();
    const id = newId(now, world.crypto.random);
    const secret = newToken(world);
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
    await noteKey(tx, world, { service: form.service.id, staff, id, rule: 'key-issued', categories });
    return { key: `kepil_${id}_${secret}`, id };
  });
}

function checkKey(
  form: KeyForm,
  declared: { purposes: readonly string[]; categories: readonly string[] },
): readonly Problem[] {
  const problems: Problem[] = [];
  const fault = (code: string, field: string, params?: Problem['params']) =>
    problems.push({ code, severity: 'error', field, ...(params && { params }) });
  if (form.name.trim() === '') fault('field-mandatory', 'name');
  else if (form.name.length > 100) fault('field-too-long', 'name', { n: 100 });
  else if (!isCleanText(form.name)) fault('field-characters', 'name');
  if (declared.purposes.length === 0 || declared.purposes.length < form.purposes.length)
    fault('key-purposes', 'purpose');
  if (declared.categories.length === 0 || declared.categories.length < form.categories.length)
    fault('key-categories', 'category');
  const days = Number.isInteger(form.days) && form.days >= 1 && form.days <= longestKeyDays;
  if (!days) fault('days-range', 'days', { n: longestKeyDays });
  return problems;
}

async function noteKey(
  tx: Parameters<Parameters<World['store']['transaction']>[0]>[0],
  world: World,
  what: { service: Id; staff: Staff; id: Id; rule: string; categories?: readonly string[] },
): Promise<void> {
  await record(tx, world, {
    service: what.service,
    kind: 'key',
    outcome: 'done',
    actor: { role: 'officer', id: what.staff.id },
    actorKeys: what.staff.keys,
    channel: 'console',
    because: [{ rule: what.rule }],
    matter: what.id,
    ...(what.categories && { categories: what.categories }),
  });
}

/** Revokes a key at once; a second time changes nothing. */
export async function revokeKey(
  world: World,
  staff: Staff,
  at: { service: ServiceRecord; id: string },
): Promise<void> {
  await world.store.transaction(async (tx) => {
    const key = isId(at.id) ? await tx.apiKeys.byId(at.id) : undefined;
    if (!key || key.service !== at.service.id) throw new KepilError('ERR_NOT_FOUND', 'not-found');
    if (key.revokedAt !== undefined) return;
    await tx.apiKeys.revoke(at.service.id, key.id, world.now());
    await noteKey(tx, world, { service: at.service.id, staff, id: key.id, rule: 'key-revoked' });
  });
}

/**
 * The key behind a bearer token.
 *
 * @throws KepilError `ERR_NOT_SIGNED_IN` when unknown, expired, revoked or another service's
 */
export async function keyOf(
  world: World,
  at: { service: ServiceRecord; token: string },
): Promise<ApiKeyRecord> {
  const parts = /^kepil_([0-9a-f-]{36})_([A-Za-z0-9_-]{20,100})$/.exec(at.token);
  const [, id, secret] = parts ?? [];
  const key = id && secret ? await world.store.transaction((tx) => tx.apiKeys.byId(id)) : undefined;
  const good =
    key &&
    secret &&
    key.service === at.service.id &&
    key.revokedAt === undefined &&
    key.expiresAt > world.now() &&
    equalBytes(key.digest, world.crypto.hash(utf8(secret)));
  if (!good) throw new KepilError('ERR_NOT_SIGNED_IN', 'key-unknown');
  return key;
}
