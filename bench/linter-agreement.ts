import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../src/policy/rules/index.ts';
import { agreementOf, type Expected, type Ours } from '../test/agreement.ts';
import { today } from './machine.ts';

/** How far the linter, run over the five policies as typed, finds what people found in them. */
const root = join(import.meta.dirname, '..');
const shared = join(root, '..', 'shared');
const table = join(shared, 'acceptance', 'clauses.json');
if (!existsSync(table)) {
  console.log('Left out: the table of findings (../shared/acceptance/clauses.json) is not here.');
  process.exit(0);
}

interface Table {
  readonly findings: readonly Expected[];
}

const { findings } = JSON.parse(readFileSync(table, 'utf8')) as Table;
const services = ['prozango', 'callprikol', 'consult', 'zhanuar', 'legco'];

function checked(name: string): readonly Ours[] {
  const file = join(root, 'examples', `${name}.kepil.yaml`);
  const words = ['check', file, '--texts', join(shared, 'seeds'), '--json'];
  const ran = spawnSync(process.execPath, [join(root, 'bin', 'kepil.js'), ...words], { encoding: 'utf8' });
  if (ran.status !== 0 && ran.status !== 1) throw new Error(ran.stderr);
  return (JSON.parse(ran.stdout) as { findings: readonly Ours[] }[])[0]?.findings ?? [];
}

const rows = services.map((name, at) => {
  const wanted = findings.filter(({ id }) => id.startsWith(`D${at}-`));
  return { name, wanted, ...agreementOf(wanted, checked(name)) };
});
const numbers = rows.map(({ wanted, met, missed, extra }) => [
  wanted.length,
  met.length,
  met.filter(({ ours }) => ours.code === 'noted').length,
  met.filter(({ sameSeverity }) => sameSeverity).length,
  met.filter(({ sameSeverity, sameClauses }) => sameSeverity && sameClauses).length,
  missed.length,
  extra.length,
]);
const sums = numbers[0]?.map((_, at) => numbers.reduce((sum, row) => sum + (row[at] as number), 0)) ?? [];
const inTable = new Set(findings.map(({ rule }) => rule));
const computed = rules.filter(({ id }) => inTable.has(id)).length;
const lines = [
  '# The linter against the table of findings',
  '',
  'What `kepil check` says of the five policies as they are typed in `examples/`, their texts at hand,',
  'against the findings people made in them. Found: same rule, a clause in common (a silence has none).',
  'Some the officer noted by hand in the file, where no program sees them. Of those found some have the',
  'same severity, and some of these the very same clauses.',
  'Again: `npm run build && npx tsx bench/linter-agreement.ts`.',
  '',
  `Date: ${today()}. Rules of the table: ${inTable.size}, of them there are ${computed}.`,
  '',
  '| policy | in the table | found | by hand | severity too | clauses too | missed | not in the table |',
  '|---|---:|---:|---:|---:|---:|---:|---:|',
  ...rows.map(({ name }, at) => `| ${name} | ${numbers[at]?.join(' | ')} |`),
  `| all | ${sums.join(' | ')} |`,
  '',
  'What differs, one by one and why, is in `docs/findings.md`; a test keeps that list true.',
  '',
];
writeFileSync(join(import.meta.dirname, 'results', 'linter.md'), lines.join('\n'));
console.log(lines.join('\n'));
