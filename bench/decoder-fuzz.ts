import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Barrage, fireAt } from '../test/decoders/decoder.ts';
import { withDecoders } from '../test/decoders/table.ts';
import { Chance } from '../test/kill/chance.ts';
import { machineRows, today } from './machine.ts';

/** Every decoder under spoiled input for as long as one likes; the tests do a little of it each time. */
const { values } = parseArgs({
  options: { seed: { type: 'string', default: '20261128' }, minutes: { type: 'string', default: '5' } },
});
const until = Date.now() + Number(values.minutes) * 60_000;
const chance = new Chance(Number(values.seed));
const totals = new Map<string, Barrage>();

await withDecoders(async (decoders) => {
  while (Date.now() < until) {
    for (const decoder of decoders) {
      const one = await fireAt(decoder, 1_000, chance);
      const before = totals.get(one.name);
      totals.set(one.name, {
        name: one.name,
        inputs: one.inputs + (before?.inputs ?? 0),
        refused: one.refused + (before?.refused ?? 0),
        same: one.same + (before?.same ?? 0),
        faults: [...(before?.faults ?? []), ...one.faults],
      });
    }
  }
});

const all = [...totals.values()];
const faults = all.flatMap(({ name, faults: some }) =>
  some.map((fault) => `${name}: ${fault.what}\n${fault.input}`),
);
const many = (n: number) => n.toLocaleString('en');
const sum = (of: (one: Barrage) => number) => many(all.reduce((total, one) => total + of(one), 0));
const rows = all.map(
  ({ name, inputs, refused, same }) => `| ${name} | ${many(inputs)} | ${many(refused)} | ${many(same)} |`,
);
const text = `# Decoders under spoiled input

Bits flipped, bytes changed, parts cut off, left out, put in, doubled, moved and taken from others, noise.
A decoder refuses as its documentation says, and never throws anything else; what it accepts of something
sealed or signed shows what the unspoiled input shows (a line of another signer was added), and what it
accepts of something in the open it would write the same, byte for byte. A fault is anything else.
Again: \`npx tsx bench/decoder-fuzz.ts\`, part of \`npm run soak\`; a little of it is in \`npm test\`.

| | |
|---|---|
| date | ${today()} |
${machineRows().join('\n')}
| seed | ${values.seed} |
| minutes | ${values.minutes} |
| inputs | ${sum(({ inputs }) => inputs)} |
| faults | ${many(faults.length)} |

| decoder | inputs | refused | accepted, the same |
|---|---:|---:|---:|
${rows.join('\n')}
`;
mkdirSync('bench/results', { recursive: true });
writeFileSync('bench/results/decoder-fuzz.md', text);
process.stdout.write(text);
for (const fault of faults.slice(0, 20)) process.stdout.write(`${fault}\n`);
if (faults.length > 0) process.exitCode = 1;
