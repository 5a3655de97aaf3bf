import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { kz } from '../src/law/index.ts';
import { type Clause, findingsOf, formatPolicy, type Policy, parsePolicy } from '../src/policy/index.ts';
import { machineRows, today } from './machine.ts';

/** How long a policy file takes to be read and judged, in process, and how that grows with its clauses. */
const root = join(import.meta.dirname, '..');
const file = readFileSync(join(root, 'examples', 'zhanuar.kepil.yaml'), 'utf8');
const { policy } = parsePolicy(file);
if (!policy) throw new Error('the example is no policy');
const small = policy;
const prose = join(root, '..', 'shared', 'seeds', small.source.name);
const words = existsSync(prose) ? readFileSync(prose, 'utf8') : undefined;

/** The example over and over: clauses of their own, statements and rows of one policy. */
function times(count: number): Policy {
  const of = (id: string, at: number) => (at === 0 ? id : `${at}-${id}`);
  const each = <T>(rows: readonly T[], change: (row: T, at: number) => T) =>
    Array.from({ length: count }, (_, at) => rows.map((row) => change(row, at))).flat();
  const clause = ({ parent, ...rest }: Clause, at: number): Clause => ({
    ...rest,
    id: of(rest.id, at),
    ...(parent === undefined ? {} : { parent: of(parent, at) }),
  });
  return {
    ...small,
    clauses: each(small.clauses, clause),
    statements: each(small.statements, (row, at) => ({
      ...row,
      clause: row.clause === '' ? '' : of(row.clause, at),
    })),
  };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function measure(work: () => unknown): number {
  for (let warm = 0; warm < 5; warm += 1) work();
  return median(
    Array.from({ length: 15 }, () => {
      const began = performance.now();
      work();
      return performance.now() - began;
    }),
  );
}

const sizes = [1, 10, 60, 181].map((count) => {
  const large = times(count);
  const judged = measure(() => findingsOf(large, { law: kz, day: '2026-11-27' }));
  const worded =
    words === undefined
      ? 'text not here'
      : measure(() => findingsOf(large, { law: kz, day: '2026-11-27', text: words })).toFixed(2);
  const text = formatPolicy(large);
  // Files end at 1 MiB; past that only the judging is measured.
  const read = text.length < 1024 * 1024 ? measure(() => parsePolicy(text)).toFixed(1) : 'too large a file';
  return `| ${large.clauses.length} | ${read} | ${judged.toFixed(2)} | ${worded} |`;
});
const lines = [
  '# Speed of the linter',
  '',
  'The largest policy of `examples/`, once and laid beside itself many times; in process, after warm-up,',
  'medians of 15: reading the policy file, judging it by all rules, and judging it with its text.',
  'Again: `npm run build && npx tsx bench/linter-speed.ts`.',
  '',
  ...['| | |', '|---|---|', `| date | ${today()} |`, ...machineRows(), ''],
  '| clauses | file read, ms | judged, ms | with its text, ms |',
  '|---:|---:|---:|---:|',
  ...sizes,
  '',
];
writeFileSync(join(import.meta.dirname, 'results', 'linter-speed.md'), lines.join('\n'));
console.log(lines.join('\n'));
