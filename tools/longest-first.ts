import type { TestSpecification } from 'vitest/node';
import { BaseSequencer } from 'vitest/node';

/**
 * Files that take longest, the longest first: begun last, one of them would keep a single processor busy while
 * the others have nothing left. A name that is not here is as good: it follows after these.
 */
const longest: readonly string[] = [
  'test/journeys/five.test.ts',
  'test/kill/kill.test.ts',
  'test/hostile/hostile.test.ts',
  'test/journeys/real-policy.test.ts',
  'test/journeys/example.test.ts',
  'test/year/month.test.ts',
  'test/authorisation/matrix.test.ts',
  'test/cli/hand-over.test.ts',
  'test/journeys/matters.test.ts',
  'test/cli/run.test.ts',
  'src/store/migrations/earlier.test.ts',
  'test/cli/backup.test.ts',
  'test/hostile/cards.test.ts',
  'test/journeys/security.test.ts',
  'test/cli/run-reach.test.ts',
];

/** Begins with the files that take longest, also where no run before says how long each takes. */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = longest.findIndex((name) => moduleId.endsWith(`/${name}`));
      return at === -1 ? longest.length : at;
    };
    const usual = await super.sort(files);
    return usual.toSorted((a, b) => rank(a) - rank(b));
  }
}
