import type { Id } from '../base/index.ts';
import { type Decision, type GateFacts, type GateRequest, staffRoles } from '../gate/index.ts';
import { longestWindow, readingLimits } from '../incidents/index.ts';
import type { Tx } from '../store/index.ts';
import { stopStaff } from './raise-alert.ts';
import { houseOf, type World } from './world.ts';

const minute = 60_000;

/** Verbs by which somebody at the console gets to see data. */
const seeing: readonly string[] = ['read', 'use', 'transfer'];

const windows = [...new Set(readingLimits.map(({ minutes }) => minutes))];

/** Whether a request is one of a staff member who opens the data of a person at the console. */
function isWatched({ actor, verb, channel }: GateRequest): boolean {
  const staff = actor.id !== undefined && staffRoles.some((role) => role === actor.role);
  return staff && channel === 'console' && seeing.includes(verb);
}

/** Reading whom an incident touches counts towards no limit: the incident names them, one by one. */
const isCounted = ({ purpose }: GateRequest) => purpose !== 'breach_response';

/** What the gate must know of a staff member who opens data; nothing of anybody else. */
export async function readingFacts(
  tx: Tx,
  world: World,
  request: GateRequest,
): Promise<Pick<GateFacts, 'reading'>> {
  const { actor, service, subject } = request;
  if (!isWatched(request) || actor.id === undefined) return {};
  const stopped = (await tx.reading.stopOf((await houseOf(tx)).id, actor.id)) !== undefined;
  const others = new Map<number, number>();
  for (const minutes of isCounted(request) ? windows : []) {
    const since = { at: world.now() - minutes * minute, but: subject };
    others.set(minutes, await tx.reading.countOthers(service, actor.id, since));
  }
  return { reading: { stopped, others } };
}

/**
 * After the gate was asked: remembers whose data were opened; or, where a limit was reached, stops whoever
 * reached it and raises an alert, in the commit of the refusal. Two at once raise one.
 */
export async function noteReading(
  tx: Tx,
  world: World,
  { request, decision }: { request: GateRequest; decision: Decision },
): Promise<void> {
  const { service, subject, actor } = request;
  if (actor.id === undefined || !isCounted(request)) return;
  const now = world.now();
  if (decision.allowed) return tx.reading.note(service, subject, { staff: actor.id, at: now });
  if (decision.because.some(({ rule }) => rule === 'reading-limit'))
    await stopBrowsing(tx, world, { service, staff: actor.id });
}

async function stopBrowsing(
  tx: Tx,
  world: World,
  { service, staff }: { service: Id; staff: Id },
): Promise<void> {
  const now = world.now();
  const first = await tx.reading.firstSince(service, staff, now - longestWindow * minute);
  await stopStaff(tx, world, { service, staff, since: first ?? now });
}
