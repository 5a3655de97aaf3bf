import { type Id, newId } from '../base/index.ts';
import type { Because } from '../gate/index.ts';
import type { DueCategory } from '../retention/index.ts';
import type { RunRecord, ServiceRecord, Tx } from '../store/index.ts';
import { ask } from './ask.ts';
import { today } from './cabinet.ts';
import { cut } from './destroy.ts';
import { destroyDueFiles } from './destroy-file.ts';
import { destroyValues } from './destroy-values.ts';
import { destroyWords } from './destroy-words.ts';
import { type DueFacts, dueFacts, dueOf, isDue, lookAtPeople, unreadable } from './due-people.ts';
import { record } from './entries.ts';
import { dataOf, type OpenSegment, type OpenSubject, openSegments, openSubject } from './subjects.ts';
import { keptUnder } from './terms.ts';
import { headOf, type World } from './world.ts';

/** People looked at in one transaction: few enough that nobody waits for it. */
const peopleAtOnce = 50;
/** Steps of one service before others have their turn. */
const stepsAtOnce = 10;

/** How long readers from before are waited for before dead rows go, in milliseconds; else vacuum has them. */
const patienceMs = 2_000;

/** Rules of entries that single values were destroyed under; the current one of each category with them. */
export const valueRules = { 'term-over': 'value-term-over', undeclared: 'value-undeclared' } as const;
/** Of entries that took earlier values alone. */
export const oldValuesRule = 'old-values-term-over';
/** Of the entry of a run, about nobody. */
export const runRule = 'term-run';

/**
 * Destroys what is due: once a day of the law's calendar at every service, the values whose term is over, in
 * small steps. A step is one transaction: killed anywhere, the run goes on after the last one; two at once
 * wait for each other. What is blocked or under a hold stays, and is looked at again the next day.
 *
 * One act a run, with counts by store and category; an entry for each person and set of categories, in the
 * commit in which their values go.
 * @returns how many people were looked at; 0 once the runs of today are through
 * @law 94-V Art. 12(2), 18, 25(2)(8)
 */
export async function destroyDue(world: World, onFault: (error: Error) => void): Promise<number> {
  const services = await world.store.transaction((tx) => tx.services.list());
  let looked = 0;
  for (const service of services) {
    if (service.kind !== 'service') continue;
    try {
      looked += await someSteps(world, service, onFault);
    } catch (error) {
      onFault(error as Error);
    }
  }
  return looked;
}

async function someSteps(
  world: World,
  service: ServiceRecord,
  onFault: (error: Error) => void,
): Promise<number> {
  let looked = 0;
  for (let step = 0; step < stepsAtOnce; step++) {
    const { n, swept } = await oneStep(world, { service, limit: peopleAtOnce }).catch(() =>
      // Whoever does not open or fails holds up nobody else: one by one, and on.
      carefully(world, service, onFault),
    );
    // Dead rows go as well, so that no data key of before stands in the table.
    if (swept) await world.store.scour(patienceMs);
    if (n === 0) break;
    looked += n;
  }
  return looked;
}

async function carefully(
  world: World,
  service: ServiceRecord,
  onFault: (error: Error) => void,
): Promise<Stepped> {
  try {
    return await oneStep(world, { service, limit: 1 });
  } catch (error) {
    onFault(error as Error);
    return passOver(world, service);
  }
}

/** How many people, or requests, a step looked at; `swept`: it ended a run that destroyed something. */
interface Stepped {
  readonly n: number;
  readonly swept: boolean;
}

const nothingLeft: Stepped = { n: 0, swept: false };

interface Step {
  readonly service: ServiceRecord;
  readonly limit: number;
}

function oneStep(world: World, { service, limit }: Step): Promise<Stepped> {
  return world.store.transaction(async (tx) => {
    const opened = await openRun(tx, world, service.id);
    if (opened.finishedAt !== undefined) return nothingLeft;
    const facts = await dueFacts(tx, { service: service.id, today: opened.on });
    const { cursor } = opened;
    const look = await lookAtPeople(tx, world, {
      facts,
      limit,
      ...(cursor !== undefined && { after: cursor }),
    });
    if (look.last === undefined) return endOf(tx, world, opened);
    if (look.unread.length > 0) throw unreadable();
    let run = opened;
    for (const { id, due } of look.people)
      if (due.length > 0) run = await destroyOf(tx, world, { run, id, facts });
    const n = look.people.length;
    await tx.retention.runs.put({ ...run, cursor: look.last, counts: added(run.counts, { looked: n }) });
    return { n, swept: false };
  });
}

/** Once everybody was looked at, words of requests and files go, some at a time; then the run is through. */
async function endOf(tx: Tx, world: World, run: RunRecord): Promise<Stepped> {
  let { act } = run;
  const { service, on } = run;
  const begun = async () => {
    act ??= await beginAct(tx, world, service);
    return act;
  };
  const words = await destroyWords(tx, world, { service, on, act: begun });
  const files = await destroyDueFiles(tx, world, { service, on, act: begun });
  const counts = added(run.counts, { words, files });
  const done = { ...run, counts, ...(act !== undefined && { act }) };
  const n = words + files;
  if (n === 0) await finish(tx, world, done);
  else await tx.retention.runs.put(done);
  return { n, swept: n === 0 && act !== undefined };
}

/** Passes over one person whose data do not open: the board says so, and the run goes on. */
function passOver(world: World, service: ServiceRecord): Promise<Stepped> {
  return world.store.transaction(async (tx) => {
    const run = await openRun(tx, world, service.id);
    const page = { limit: 1, ...(run.cursor !== undefined && { after: run.cursor }) };
    const [next] = await tx.retention.runs.people(service.id, page);
    if (!next || run.finishedAt !== undefined) return nothingLeft;
    await tx.retention.runs.put({ ...run, cursor: next.record.id, counts: added(run.counts, { failed: 1 }) });
    return { n: 1, swept: false };
  });
}

/**
 * The run of today, locked; one of an earlier day that was cut off is closed, and today's takes up its work.
 */
async function openRun(tx: Tx, world: World, service: Id): Promise<RunRecord> {
  const on = today(world);
  const run = await tx.retention.runs.open({ service, on, startedAt: world.now(), counts: {} });
  if (run.cursor === undefined && run.finishedAt === undefined)
    for (const left of await tx.retention.runs.unfinished(service, on)) await finish(tx, world, left);
  return run;
}

async function finish(tx: Tx, world: World, run: RunRecord): Promise<void> {
  const { service, act } = run;
  await tx.retention.runs.put({ ...run, finishedAt: world.now() });
  if (act === undefined) return;
  await tx.destruction.closeAct(service, act, world.now(), taken(run.counts));
  await record(tx, world, {
    service,
    kind: 'sweep',
    verb: 'destroy',
    outcome: 'done',
    actor: { role: 'system' },
    channel: 'job',
    because: [{ rule: 'destruction-swept', article: '94-V Art. 18' }],
    matter: act,
    counts: byStore(taken(run.counts)),
  });
}

const notTaken = ['looked', 'failed'];
/** How the count of a category is called among those of stores. */
export const categoryCount = 'of-';

/** What was destroyed, without how many were looked at. */
function taken(counts: RunRecord['counts']): RunRecord['counts'] {
  return Object.fromEntries(Object.entries(counts).filter(([name]) => !notTaken.includes(name)));
}

/** An entry holds so many counts and no more: those of stores. */
function byStore(counts: RunRecord['counts']): RunRecord['counts'] {
  return Object.fromEntries(Object.entries(counts).filter(([name]) => !name.startsWith(categoryCount)));
}

function added(counts: RunRecord['counts'], more: RunRecord['counts']): RunRecord['counts'] {
  const sum = { ...counts };
  for (const [name, n] of Object.entries(more)) if (n > 0) sum[name] = (sum[name] ?? 0) + n;
  return sum;
}

/** Destroys what is due of one person. @returns the run with its counts */
async function destroyOf(
  tx: Tx,
  world: World,
  at: { run: RunRecord; id: Id; facts: DueFacts },
): Promise<RunRecord> {
  const { run, id, facts } = at;
  const { service } = run;
  const subject = await openSubject(tx, world, { service, id, mode: 'update' });
  if (!subject) return run;
  const segments = await openSegments(tx, world, subject);
  const head = await headOf(tx, service);
  const policy = await keptUnder(tx, world, { head, hash: subject.record.policyHash });
  const block = await tx.blocks.inForce(service, id);
  const holds = await tx.retention.holds.inForce(service, id);
  const data = dataOf(segments);
  const contracts = await tx.contracts.ofSubject(service, id);
  const now = { ...facts, holds };
  const { due } = dueOf(world, { id, policy, data, blocks: block ? [block] : [], contracts, facts: now });
  if (due.length === 0) return run;
  const act = run.act ?? (await beginAct(tx, world, service));
  const admitted = await admit(tx, world, { subject, due, act });
  if (admitted.length === 0) return { ...run, act, counts: added(run.counts, { failed: 1 }) };
  const going = admitted.map(({ category }) => category);
  const gone = await destroyValues(tx, world, { subject, segments, goes: isDue(admitted) });
  const values = Object.fromEntries(
    admitted.map(({ category, values }) => [categoryCount + category, values]),
  );
  const counts = { people: 1, ...gone, ...values };
  if (leavesNothing(segments, admitted)) await endAccount(tx, world, { subject, categories: going, act });
  return { ...run, act, counts: added(run.counts, counts) };
}

/** The act of a run, with an entry about nobody, before the first value goes. */
async function beginAct(tx: Tx, world: World, service: Id): Promise<Id> {
  const act = newId(world.now(), world.crypto.random);
  const entry = await record(tx, world, {
    service,
    kind: 'destruction',
    verb: 'destroy',
    outcome: 'done',
    actor: { role: 'system' },
    channel: 'job',
    purpose: 'destruction',
    because: [{ rule: runRule, article: '94-V Art. 18' }],
    matter: act,
  });
  await tx.destruction.insertAct({ service, id: act, decidedAt: world.now(), counts: {}, entry });
  return act;
}

interface Admitting {
  readonly subject: OpenSubject;
  readonly due: readonly DueCategory[];
  readonly act: Id;
}

/** Asks the gate, whole categories apart from earlier values alone. @returns what it admits */
async function admit(tx: Tx, world: World, what: Admitting): Promise<readonly DueCategory[]> {
  const admitted: DueCategory[] = [];
  for (const whole of [true, false]) {
    const due = what.due.filter((one) => one.whole === whole);
    if (due.length === 0) continue;
    const reasons = due.map((one) => reasonOf(one));
    const { decision, entry } = await askToDestroy(tx, world, {
      ...what,
      categories: due.map(({ category }) => category),
      because: reasons,
    });
    if (!decision.allowed || entry === undefined) continue;
    admitted.push(...due);
    if (whole) for (const one of due) await noteDestroyed(tx, world, { ...what, one, entry });
  }
  return admitted;
}

function askToDestroy(
  tx: Tx,
  world: World,
  what: { subject: OpenSubject; categories: readonly string[]; act: Id; because: readonly Because[] },
) {
  const { subject, categories, act, because } = what;
  const request = {
    actor: { role: 'system' as const },
    verb: 'destroy' as const,
    service: subject.service,
    subject: subject.record.id,
    categories,
    purpose: 'destruction',
    channel: 'job' as const,
    matter: act,
  };
  return ask(tx, world, request, { mode: 'update', because });
}

function reasonOf({ whole, cause, clause }: DueCategory): Because {
  const rule = whole ? valueRules[cause] : oldValuesRule;
  return clause === undefined ? { rule, article: '94-V Art. 12(2)' } : { rule, clause };
}

async function noteDestroyed(
  tx: Tx,
  world: World,
  what: { subject: OpenSubject; one: DueCategory; entry: Id },
): Promise<void> {
  const { subject, one, entry } = what;
  const { category, cause, clause, lastOn } = one;
  const rest = { ...(clause !== undefined && { clause }), ...(lastOn !== undefined && { lastOn }) };
  const row = { category, at: world.now(), cause, ...rest, entry };
  await tx.retention.destroyed.put(subject.service, subject.record.id, row);
}

function leavesNothing(segments: readonly OpenSegment[], gone: readonly DueCategory[]): boolean {
  const goes = isDue(gone);
  const data = [...dataOf(segments)];
  return data.every(([category, history]) => history.every((value) => goes(category, value)));
}

/** An account of which nothing is left serves nobody: nobody could sign in to it. */
async function endAccount(
  tx: Tx,
  world: World,
  what: { subject: OpenSubject; categories: readonly string[]; act: Id },
): Promise<void> {
  const because = [{ rule: 'nothing-left', article: '94-V Art. 18' }];
  const { decision, entry } = await askToDestroy(tx, world, { ...what, because });
  if (!decision.allowed || entry === undefined) return;
  const { service, record: row } = what.subject;
  await cut(tx, world, { service, subject: row.id, entry, at: world.now() });
}
