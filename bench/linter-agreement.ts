import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rules } from '../src/policy/rules/index.ts';
import { today } from './machine.ts';

/** How far the linter, run over what our reader drafts, finds what people found in the five real policies. */
const root = join(import.meta.dirname, '..');
const shared = join(root, '..', 'shared');
const table = join(shared, 'acceptance', 'clauses.json');
if (!existsSync(table)) {
  console.log('Left out: the table of findings (../shared/acceptance/clauses.json) is not here.');
  process.exit(0);
}

interface Expected {
  readonly id: string;
  readonly rule: string;
}

const { findings } = JSON.parse(readFileSync(table, 'utf8')) as { findings: readonly Expected[] };
const ours = new Set(rules.map(({ id }) => id));
const seeds = readdirSync(join(shared, 'seeds'))
  .filter((name) => name.endsWith('.txt'))
  .sort();
const folder = mkdtempSync(join(tmpdir(), 'kepil-linter-'));

function kepil(...words: readonly string[]): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(root, 'bin', 'kepil.js'), ...words], {
    encoding: 'utf8',
  });
  if (status !== 0 && status !== 1) throw new Error(stderr);
  return stdout;
}

/** Numbers of the rules that fire on the draft of a text. */
function firing(seed: string): ReadonlySet<string> {
  const draft = join(folder, `${seed}.kepil.yaml`);
  kepil('read', join(shared, 'seeds', seed), '-o', draft);
  const [checked] = JSON.parse(kepil('check', draft, '--json')) as { findings: readonly Expected[] }[];
  return new Set((checked?.findings ?? []).map(({ rule }) => rule));
}

const rows = seeds.map((seed, at) => {
  const wanted = new Set(
    findings.flatMap(({ id, rule }) => (id.startsWith(`D${at}-`) && ours.has(rule) ? [rule] : [])),
  );
  const found = firing(seed);
  const extra = [...found].filter((rule) => rule.startsWith('KL-') && !wanted.has(rule));
  const missed = [...wanted].filter((rule) => !found.has(rule));
  return { at, wanted: wanted.size, both: wanted.size - missed.length, missed, extra };
});
rmSync(folder, { recursive: true });

const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((all, row) => all + of(row), 0);
const inTable = new Set(findings.map(({ rule }) => rule));
const computed = rules.filter(({ id }) => inTable.has(id));
const total = [
  sum(({ wanted }) => wanted),
  sum(({ both }) => both),
  sum(({ missed }) => missed.length),
  sum(({ extra }) => extra.length),
];
const lines = [
  '# The linter against the table of findings',
  '',
  'Which rules fire on what the reader drafts of the five real policies, against the rules people found',
  'broken there. A rule counts once for a policy; rules that are not computed yet are not counted.',
  'Again: `npm run build && npx tsx bench/linter-agreement.ts`.',
  '',
  `Date: ${today()}. Rules of the table: ${inTable.size}, computed: ${computed.length}.`,
  '',
  '| policy | in the table | found | missed | not in the table |',
  '|---|---:|---:|---|---|',
  ...rows.map(
    ({ at, wanted, both, missed, extra }) =>
      `| P${at} | ${wanted} | ${both} | ${missed.sort().join(', ')} | ${extra.sort().join(', ')} |`,
  ),
  `| all | ${total.join(' | ')} |`,
  '',
];
writeFileSync(join(import.meta.dirname, 'results', 'linter.md'), lines.join('\n'));
console.log(lines.join('\n'));
