import {
  type CivilDate,
  civilDateAt,
  type Id,
  isCivilDate,
  newId,
  nilId,
  type Problem,
} from '../base/index.ts';
import {
  type ControlTest,
  readingLimits,
  type ThreatState,
  testedByStaff,
  threatStates,
} from '../incidents/index.ts';
import type { ServiceRecord, Tx } from '../store/index.ts';
import { actorOf, type Clerk, within } from './clerk.ts';
import { record } from './entries.ts';
import { epochDays } from './key-epochs.ts';
import { staffName } from './staff-name.ts';
import { houseOf, type World } from './world.ts';

/** What the last look at the running system saw. */
export interface Seen {
  readonly at: number;
  readonly logOk: boolean;
  /** People whose sealed data do not open. */
  readonly unopened: number;
}

const testsLookedAt = 500;
const dayMs = 86_400_000;

/** What the system knows of its own measures, as tests of today. */
async function knownTests(
  tx: Tx,
  world: World,
  { service, seen }: { service: ServiceRecord; seen: Seen | undefined },
): Promise<readonly ControlTest[]> {
  const on = civilDateAt(world.now(), world.law.zone);
  const epoch = (await tx.epochs.list(service.id)).at(-1);
  const limits = await limitsHeld(tx, world, service.id);
  const looked = seen && {
    on: civilDateAt(seen.at, world.law.zone),
    log: seen.logOk,
    sealed: seen.unopened === 0,
  };
  return [
    { control: 'reading-limits', testedOn: on, passed: limits },
    ...(epoch
      ? [
          {
            control: 'key-epochs',
            testedOn: civilDateAt(epoch.beganAt, world.law.zone),
            passed: world.now() - epoch.beganAt <= (epochDays + 2) * dayMs,
          },
        ]
      : []),
    ...(looked
      ? [
          { control: 'log', testedOn: looked.on, passed: looked.log },
          { control: 'sealing', testedOn: looked.on, passed: looked.sealed },
        ]
      : []),
  ];
}

/**
 * Whether on record nobody of the staff opened the data of more people than a limit lets anybody: who reaches
 * one is stopped before they see one more.
 */
async function limitsHeld(tx: Tx, world: World, service: Id): Promise<boolean> {
  const house = (await houseOf(tx)).id;
  const members = await tx.staff.members(house, 'look');
  for (const minutes of new Set(readingLimits.map((limit) => limit.minutes))) {
    const most = Math.max(...readingLimits.filter((row) => row.minutes === minutes).map((row) => row.people));
    const since = { at: world.now() - minutes * 60_000, but: nilId };
    for (const { subject } of members)
      if ((await tx.reading.countOthers(service, subject, since)) >= most) return false;
  }
  return true;
}

/** The register of threats of a service: its measures with their newest tests. */
export async function threatsOf(
  tx: Tx,
  world: World,
  of: { service: ServiceRecord; seen: Seen | undefined },
): Promise<readonly ThreatState[]> {
  const entered = await tx.registers.tests(of.service.id, testsLookedAt);
  const tests = [...entered.toReversed(), ...(await knownTests(tx, world, of))];
  return threatStates(tests, civilDateAt(world.now(), world.law.zone));
}

/** The register as it is shown, with who tested what. */
export async function showMeasures(
  world: World,
  of: { service: ServiceRecord; seen: Seen | undefined },
): Promise<{
  readonly threats: readonly ThreatState[];
  readonly testers: ReadonlyMap<string, string>;
}> {
  return world.store.transaction(async (tx) => {
    const testers = new Map<string, string>();
    for (const { control, by } of await tx.registers.tests(of.service.id, testsLookedAt)) {
      if (testers.has(control)) continue;
      testers.set(control, (await staffName(tx, world, by)) ?? '');
    }
    return { threats: await threatsOf(tx, world, of), testers };
  });
}

/**
 * Enters the test of a measure: what was tested, on which day, and whether it held.
 *
 * @throws KepilError `ERR_FORBIDDEN`
 * @law 94-V Art. 22(1)
 */
export async function enterTest(
  world: World,
  clerk: Clerk,
  what: { service: ServiceRecord; control: string; testedOn: CivilDate; passed: boolean | undefined },
): Promise<{ ok: true } | { problems: readonly Problem[] }> {
  const by = within(clerk, ['officer'], 'incidents-beyond-role');
  const problems = checkTest(world, what);
  const { service, control, testedOn, passed } = what;
  if (problems.length > 0 || passed === undefined) return { problems };
  return world.store.transaction(async (tx) => {
    const now = world.now();
    const id = newId(now, world.crypto.random);
    const row = { service: service.id, id, control, testedOn, passed, by: by.id, enteredAt: now };
    await tx.registers.addTest(row);
    await record(tx, world, {
      ...{ service: service.id, kind: 'incident' as const, outcome: 'done' as const, channel: 'console' },
      ...{ actor: actorOf(by), actorKeys: by.keys, matter: id },
      because: [passed ? held : failed],
    });
    return { ok: true as const };
  });
}

const held = { rule: 'measure-tested', article: '94-V Art. 22(1)' };
const failed = { rule: 'measure-failed', article: '94-V Art. 22(1)' };

function checkTest(
  world: World,
  { control, testedOn, passed }: { control: string; testedOn: string; passed: boolean | undefined },
): readonly Problem[] {
  const problems: Problem[] = [];
  const fault = (code: string, field: string) => problems.push({ code, severity: 'error', field });
  if (!testedByStaff.includes(control)) fault('choice-unknown', 'control');
  if (testedOn === '') fault('field-mandatory', 'testedOn');
  else if (!isCivilDate(testedOn)) fault('date-malformed', 'testedOn');
  else if (testedOn > civilDateAt(world.now(), world.law.zone)) fault('date-future', 'testedOn');
  if (passed === undefined) fault('test-result', 'passed');
  return problems;
}
