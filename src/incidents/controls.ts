import { addDays, type CivilDate } from '../base/index.ts';
import { type Threat, threats } from './incident.ts';

/** A measure of protection: against which threats, how long a test holds, who knows whether it works. */
export interface Control {
  readonly key: string;
  readonly against: readonly Threat[];
  /** For so many days after a test it is fresh. */
  readonly days: number;
  /** The system looks by itself; else somebody of the staff tests it and says so. */
  readonly known: 'log' | 'sealed' | 'epoch' | 'limits' | undefined;
}

/**
 * Measures against each of the six threats. A restoration is drilled every ninety days, access is reviewed
 * once a quarter; what the system can look at itself needs nobody.
 *
 * @law 94-V Art. 22(1), 94-V Art. 20(2)
 */
export const controls: readonly Control[] = [
  { key: 'sealing', against: ['access', 'copying', 'distribution'], days: 1, known: 'sealed' },
  { key: 'key-epochs', against: ['copying'], days: 32, known: 'epoch' },
  { key: 'reading-limits', against: ['access', 'copying'], days: 1, known: 'limits' },
  { key: 'access-review', against: ['access', 'distribution'], days: 92, known: undefined },
  { key: 'log', against: ['change', 'destruction'], days: 1, known: 'log' },
  { key: 'restore-drill', against: ['destruction', 'change', 'blocking'], days: 90, known: undefined },
  { key: 'stand-in', against: ['blocking'], days: 366, known: undefined },
];

/** The measures that somebody of the staff tests. */
export const testedByStaff: readonly string[] = controls
  .filter(({ known }) => known === undefined)
  .map(({ key }) => key);

/** A test of a measure, on a day. */
export interface ControlTest {
  readonly control: string;
  readonly testedOn: CivilDate;
  readonly passed: boolean;
}

/** How a measure stands: tested and well · tested too long ago · the last test failed · never tested. */
export type ControlState = 'fresh' | 'stale' | 'failed' | 'never';

/** How a measure stands on a day, by its newest test. */
export function stateOf(control: Control, test: ControlTest | undefined, today: CivilDate): ControlState {
  if (!test) return 'never';
  if (!test.passed) return 'failed';
  return addDays(test.testedOn, control.days) < today ? 'stale' : 'fresh';
}

/** A threat with its measures as they stand. `held`: one of them is fresh and none failed. */
export interface ThreatState {
  readonly threat: Threat;
  readonly controls: readonly {
    readonly control: Control;
    readonly state: ControlState;
    readonly test?: ControlTest;
  }[];
  readonly held: boolean;
}

/** Each threat with its measures by their newest tests. */
export function threatStates(tests: readonly ControlTest[], today: CivilDate): readonly ThreatState[] {
  const newest = new Map<string, ControlTest>();
  for (const test of tests) {
    const known = newest.get(test.control);
    if (!known || known.testedOn <= test.testedOn) newest.set(test.control, test);
  }
  return threats.map((threat) => {
    const against = controls
      .filter((control) => control.against.includes(threat))
      .map((control) => {
        const test = newest.get(control.key);
        return { control, state: stateOf(control, test, today), ...(test && { test }) };
      });
    const held =
      against.some(({ state }) => state === 'fresh') && !against.some(({ state }) => state === 'failed');
    return { threat, controls: against, held };
  });
}
