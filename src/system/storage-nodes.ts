import { civilDateAt, isCivilDate, isId, KepilError, newId, type Problem } from '../base/index.ts';
import {
  type CertificateState,
  certificateOf,
  isPrimaryAbroad,
  type StorageKind,
  storageKinds,
} from '../incidents/index.ts';
import type { ServiceRecord, StorageNodeRecord, Tx } from '../store/index.ts';
import { actorOf, type Clerk, within } from './clerk.ts';
import { record } from './entries.ts';
import { remindEach, tellOfficers } from './tell-officers.ts';
import { faultInLine, isBlank } from './typed.ts';
import type { World } from './world.ts';

/** A place of storage as its certificate stands. */
export interface ShownNode {
  readonly row: StorageNodeRecord;
  readonly certificate: CertificateState;
}

/** The places where data of a service lie, those in use. */
export async function listNodes(world: World, service: ServiceRecord): Promise<readonly ShownNode[]> {
  const today = civilDateAt(world.now(), world.law.zone);
  const rows = await world.store.transaction((tx) => tx.registers.nodes(service.id));
  return rows.filter(({ closed }) => !closed).map((row) => ({ row, certificate: certificateOf(row, today) }));
}

/** A card as it is filled in; `id` of one that is there. */
export interface NodeForm {
  readonly id?: string;
  readonly kind: string;
  readonly owner: string;
  readonly address: string;
  readonly country: string;
  readonly certificate: string;
  readonly certificateUntil: string;
}

const longest = 200;

function checkNode(world: World, form: NodeForm): Problem[] {
  const problems: Problem[] = [];
  const fault = (code: string, field: string, params?: Problem['params']) =>
    problems.push({ code, severity: 'error', field, ...(params && { params }) });
  for (const field of ['owner', 'address', 'certificate'] as const) {
    const code = faultInLine(form[field]);
    if (code) fault(code, field);
    else if (form[field].length > longest) fault('field-too-long', field, { n: longest });
    else if (field !== 'certificate' && isBlank(form[field])) fault('field-mandatory', field);
  }
  if (!storageKinds.some((kind) => kind === form.kind)) fault('storage-kind', 'kind');
  if (!/^[A-Z]{2}$/.test(form.country)) fault('country-malformed', 'country');
  else if (isPrimaryAbroad({ kind: form.kind as StorageKind, country: form.country }, world.law))
    fault('storage-abroad', 'country');
  if (form.certificateUntil !== '' && !isCivilDate(form.certificateUntil))
    fault('date-malformed', 'certificateUntil');
  if (isBlank(form.certificate) !== (form.certificateUntil === ''))
    fault('certificate-half', 'certificateUntil');
  return problems;
}

/**
 * Enters a place of storage, or puts its card right. The base itself may not lie abroad.
 *
 * @throws KepilError `ERR_FORBIDDEN`, `ERR_NOT_FOUND`
 * @law 94-V Art. 12(2)
 */
export async function saveNode(
  world: World,
  clerk: Clerk,
  { service, form }: { service: ServiceRecord; form: NodeForm },
): Promise<{ ok: true } | { problems: readonly Problem[] }> {
  const by = within(clerk, ['officer'], 'incidents-beyond-role');
  const problems = checkNode(world, form);
  if (problems.length > 0) return { problems };
  return world.store.transaction(async (tx) => {
    const known = form.id === undefined ? undefined : await nodeIn(tx, { service, id: form.id });
    const now = world.now();
    const { kind, owner, address, country, certificate, certificateUntil } = form;
    await tx.registers.putNode({
      ...{ service: service.id, id: known?.id ?? newId(now, world.crypto.random), closed: false },
      ...{ kind: kind as StorageKind, owner: owner.trim(), address: address.trim(), country },
      ...{ certificate: certificate.trim(), changedAt: now, changedBy: by.id },
      ...(certificateUntil !== '' && { certificateUntil }),
    });
    await note(tx, world, { service, by, rule: known ? 'storage-changed' : 'storage-entered' });
    return { ok: true as const };
  });
}

/**
 * Closes the card of a place where nothing lies any more.
 *
 * @throws KepilError `ERR_FORBIDDEN`, `ERR_NOT_FOUND`
 */
export async function closeNode(
  world: World,
  clerk: Clerk,
  at: { service: ServiceRecord; id: string },
): Promise<void> {
  const by = within(clerk, ['officer'], 'incidents-beyond-role');
  await world.store.transaction(async (tx) => {
    const row = await nodeIn(tx, at);
    await tx.registers.putNode({ ...row, closed: true, changedAt: world.now(), changedBy: by.id });
    await note(tx, world, { service: at.service, by, rule: 'storage-closed' });
  });
}

async function nodeIn(
  tx: Tx,
  { service, id }: { service: ServiceRecord; id: string },
): Promise<StorageNodeRecord> {
  const row = isId(id) ? await tx.registers.node(service.id, id) : undefined;
  if (!row || row.closed) throw new KepilError('ERR_NOT_FOUND', 'not-found');
  return row;
}

async function note(
  tx: Tx,
  world: World,
  { service, by, rule }: { service: ServiceRecord; by: Clerk; rule: string },
): Promise<void> {
  await record(tx, world, {
    ...{ service: service.id, kind: 'policy' as const, outcome: 'done' as const, channel: 'console' },
    ...{ actor: actorOf(by), actorKeys: by.keys },
    because: [{ rule, article: '94-V Art. 12(2)' }],
  });
}

/**
 * Refuses to start where the base itself is registered outside of the country of the law.
 *
 * @throws KepilError `ERR_USAGE`
 * @law 94-V Art. 12(2)
 */
export async function refusePrimaryAbroad(world: World): Promise<void> {
  const rows = await world.store.transaction((tx) => tx.registers.primaries());
  const abroad = rows.find((row) => isPrimaryAbroad(row, world.law));
  if (abroad) throw new KepilError('ERR_USAGE', 'store-abroad', { country: abroad.country });
}

/**
 * Tells officers by e-mail of certificates that end within a month or are over: once a month each, as they
 * stand.
 *
 * @returns of how many services
 */
export function remindOfCertificates(world: World, onFault: (error: Error) => void): Promise<number> {
  return remindEach(world, onFault, (tx, service) => remind(tx, world, service));
}

async function remind(tx: Tx, world: World, service: ServiceRecord): Promise<boolean> {
  const today = civilDateAt(world.now(), world.law.zone);
  const nodes = (await tx.registers.nodes(service.id)).filter(({ closed }) => !closed);
  const counts = { soon: 0, late: 0 };
  let fresh = false;
  for (const node of nodes) {
    const state = certificateOf(node, today);
    if (state !== 'ends-soon' && state !== 'expired') continue;
    counts[state === 'expired' ? 'late' : 'soon'] += 1;
    const day = node.certificateUntil ?? today;
    fresh = (await tx.incidents.claimReminder(service.id, `node:${node.id}:${state}`, day)) || fresh;
  }
  if (!fresh) return false;
  await tellOfficers(tx, world, {
    ...{ service, template: 'staff-certificates-due', place: 'places', params: counts },
  });
  return true;
}
