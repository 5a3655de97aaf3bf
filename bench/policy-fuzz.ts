import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { kz } from '../src/law/index.ts';
import { anyPolicy } from '../src/policy/fixtures/any-policy.ts';
import { arrangeFile, findingsOf, formatPolicy, parsePolicy } from '../src/policy/index.ts';
import { machineRows, today } from './machine.ts';

/**
 * Policy files made of noise and of policies, for as long as one likes: reading, laying out and judging never
 * throw, never hang, and a policy comes back from its file as it went in.
 */
const { values } = parseArgs({
  options: { seed: { type: 'string', default: '20261127' }, minutes: { type: 'string', default: '5' } },
});
const until = Date.now() + Number(values.minutes) * 60_000;
const root = join(import.meta.dirname, '..');
const files = readdirSync(join(root, 'examples'))
  .filter((name) => name.endsWith('.kepil.yaml'))
  .map((name) => readFileSync(join(root, 'examples', name), 'utf8'));

const signs = [
  '{',
  '[',
  '&a',
  '*a',
  '- ',
  ': ',
  '\n',
  '"',
  '!x',
  '%YAML 1.1\n',
  '---',
  '\u0000',
  '\ufeff',
  '\t',
  '#',
  '|',
  '>',
];
const noise = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(...signs),
  fc.string({ unit: 'grapheme' }),
);
const slowest = { ms: 0, what: '' };

function timed<T>(what: string, work: () => T): T {
  const began = performance.now();
  const made = work();
  const ms = performance.now() - began;
  if (ms > slowest.ms) Object.assign(slowest, { ms, what });
  return made;
}

/** Whatever stands in a file: problems, never a throw; and what is a policy can be judged. */
function readAny(text: string): void {
  const { policy, problems } = timed('reading', () => parsePolicy(text));
  if (!policy && !problems.some(({ severity }) => severity === 'error'))
    throw new Error('refused without a word');
  timed('laying out', () => arrangeFile(text));
  if (policy) timed('judging', () => findingsOf(policy, { law: kz, day: '2026-11-27', text }));
}

const damaged = fc
  .tuple(fc.constantFrom(...files), fc.nat(1_000_000), fc.nat(400), noise)
  .map(([file, at, cut, put]) => {
    const from = at % file.length;
    return file.slice(0, from) + put + file.slice(from + cut);
  });
const trials = [
  { what: 'files of noise', law: fc.property(noise, readAny) },
  { what: 'examples cut and spoiled', law: fc.property(damaged, readAny) },
  {
    what: 'policies written and read again',
    law: fc.property(anyPolicy, (policy) => {
      const file = formatPolicy(policy);
      const again = parsePolicy(file).policy;
      if (JSON.stringify(again && formatPolicy(again)) !== JSON.stringify(file))
        throw new Error('not the same');
    }),
  },
];
const runs = trials.map(({ what }) => ({ what, count: 0 }));
const findings: string[] = [];
for (let round = 0; Date.now() < until && findings.length === 0; round++) {
  trials.forEach(({ what, law }, at) => {
    const seed = Number(values.seed) + round;
    const result = fc.check(law as fc.IProperty<[unknown]>, { seed, numRuns: 200 });
    (runs[at] as { count: number }).count += result.numRuns;
    if (result.failed)
      findings.push(`${what}, seed ${seed}: ${JSON.stringify(result.counterexample)?.slice(0, 2000)}`);
  });
}
const lines = [
  '# Policy files of any kind',
  '',
  'Noise, the policies of `examples/` cut and spoiled, and any policy written and read again: nothing',
  'throws, everything refused is told, and a policy comes back as it went in.',
  'Again: `npx tsx bench/policy-fuzz.ts`, which is part of `npm run soak`.',
  '',
  ...['| | |', '|---|---|', `| date | ${today()} |`, ...machineRows()],
  `| seed | ${values.seed} |`,
  `| minutes | ${values.minutes} |`,
  `| slowest step | ${slowest.what}, ${slowest.ms.toFixed(0)} ms |`,
  `| findings | ${findings.length} |`,
  '',
  '| what | files |',
  '|---|---:|',
  ...runs.map(({ what, count }) => `| ${what} | ${count} |`),
  '',
  ...(findings.length > 0 ? ['## Findings', '', '```', ...findings, '```', ''] : []),
];
mkdirSync(join(import.meta.dirname, 'results'), { recursive: true });
writeFileSync(join(import.meta.dirname, 'results', 'policy-fuzz.md'), lines.join('\n'));
console.log(lines.join('\n'));
process.exitCode = findings.length > 0 ? 1 : 0;
