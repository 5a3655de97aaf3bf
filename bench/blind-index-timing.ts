import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openInstallation } from '../src/cli/installation.ts';
import { nodeCrypto } from '../src/keys/index.ts';
import { bodyOf, draftPolicy, readText } from '../src/reader/index.ts';
import { openService } from '../src/system/index.ts';
import { digestOf } from '../src/system/subjects.ts';
import { addPerson } from '../test/person.ts';
import { machineRows, spread, today } from './machine.ts';

/**
 * Whether the time of a look-up in the blind index tells that a value is there, and in how many tries: known
 * and unknown values in turns, one look-up after the other.
 */
const { values } = parseArgs({
  options: { people: { type: 'string', default: '20000' }, pairs: { type: 'string', default: '20000' } },
});
const people = Number(values.people);
const pairs = Number(values.pairs);
const folder = mkdtempSync(join(tmpdir(), 'kepil-bench-'));
try {
  const installation = await openInstallation({ data: join(folder, 'data'), unlimited: true });
  const { world } = installation;
  const text = await readFile('examples/dala-kitap.txt', 'utf8');
  const reading = readText(text, { name: 'dala-kitap.txt', hash: nodeCrypto.hash });
  const policy = draftPolicy(reading, text, nodeCrypto.hash);
  const { service } = await openService(world, { key: 'bench', policy, text: bodyOf(text) });
  const left = Array.from({ length: people }, (_, n) => n).values();
  const worker = async () => {
    for (const n of left) await addPerson(world, service.id, { email: `p${n}@bench.example` });
  };
  await Promise.all(Array.from({ length: 16 }, worker));
  const known: number[] = [];
  const unknown: number[] = [];
  const lookUp = async (value: string, found: number, times: number[]) => {
    await world.store.transaction(async (tx) => {
      const from = performance.now();
      const digest = digestOf(world, { service: service.id, field: 'email', value });
      const ids = await tx.blindIndex.find(service.id, 'email', digest);
      times.push((performance.now() - from) * 1000);
      if (ids.length !== found) throw new Error('another number was found');
    });
  };
  for (let n = -500; n < pairs; n++) {
    const into = n < 0 ? [[], []] : [known, unknown];
    const person = (Math.abs(n) * 7919) % people;
    const first = n % 2 === 0;
    const one = () => lookUp(`p${person}@bench.example`, 1, into[0] as number[]);
    const none = () => lookUp(`q${person}@bench.example`, 0, into[1] as number[]);
    for (const look of first ? [one, none] : [none, one]) await look();
  }
  await installation.close();
  const us = (n: number) => `${n.toFixed(1)} µs`;
  const row = (name: string, all: readonly number[]) => {
    const sorted = [...all].sort((a, b) => a - b);
    const at = (share: number) => us(sorted[Math.floor((sorted.length - 1) * share)] ?? 0);
    return `| ${name} | ${at(0.25)} | ${at(0.5)} | ${at(0.75)} | ${at(0.99)} |`;
  };
  const differences = known.map((time, n) => time - (unknown[n] ?? 0));
  const { median } = spread(differences);
  const longer = differences.filter((difference) => difference > 0).length / differences.length;
  // After how many tries the sign of the difference tells, by the normal approximation of the binomial.
  const tries = Math.ceil((1.645 / (2 * Math.max(Math.abs(longer - 0.5), 1e-3))) ** 2);
  const report = `# Look-ups in the blind index: known and unknown values

${people.toLocaleString('en')} people on the embedded PostgreSQL;
${pairs.toLocaleString('en')} pairs of
look-ups of an e-mail address that is there and one that is not, in turns, from digest to answer,
inside of the process: more than a stranger on the network could see, who has the noise of pages and network
and limits on tries. Pages that strangers reach do not answer by a look-up alone: see SECURITY.md.
Again: \`npx tsx bench/blind-index-timing.ts\`.

| | |
|---|---|
| date | ${today()} |
${machineRows().join('\n')}

| value | 25 % | median | 75 % | 99 % |
|---|---|---|---|---|
${row('known', known)}
${row('unknown', unknown)}

| measured | |
|---|---|
| difference in a pair, median | ${us(median)} |
| pairs in which the known one took longer | ${(longer * 100).toFixed(1)} % |
| tries of each that tell, 95 times of 100 | ${tries.toLocaleString('en')} |
`;
  mkdirSync('bench/results', { recursive: true });
  writeFileSync('bench/results/blind-index-timing.md', report);
  process.stdout.write(report);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
