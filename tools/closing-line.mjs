// A vitest reporter: when all is done, one plain line `Tests: 123 passed, 0 failed`.
// Where KEPIL_CLOSING_LINE names a file, the line goes there instead, for a caller who has more to print before it.
import { writeFileSync } from 'node:fs';

export default class ClosingLine {
  /** Counts what ran. A file that did not even load and an error outside of all tests count as failures. */
  onTestRunEnd(modules, errors) {
    const count = { passed: 0, failed: errors.length, skipped: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        count[state === 'pending' ? 'failed' : state] += 1;
      }
      count.failed += module.errors().length;
      for (const suite of module.children.allSuites()) count.failed += suite.errors().length;
    }
    const left = count.skipped > 0 ? `Left out: ${count.skipped}\n` : '';
    const line = `Tests: ${count.passed} passed, ${count.failed} failed\n`;
    const file = process.env.KEPIL_CLOSING_LINE;
    if (left !== '') process.stdout.write(left);
    if (file) writeFileSync(file, line);
    else process.stdout.write(line);
  }
}
