import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { liveOnOwnServer } from '../test/year/own-server.ts';
import type { Lived } from '../test/year/year.ts';
import { machineRows, today } from './machine.ts';

/** What came of a seed, as a line of the progress file. */
interface Line {
  readonly seed: number;
  readonly seconds: number;
  readonly lived: Omit<Lived, 'acts' | 'boards'> & {
    readonly acts: readonly (readonly [string, number])[];
    readonly boards: readonly {
      readonly service: string;
      readonly counts: Lived['boards'][number]['counts'];
    }[];
  };
}

interface How {
  readonly subjects: number;
  readonly days: number;
  readonly from: string;
}

/** Lives one seed through on a database of its own. */
async function liveOne(seed: number, how: How): Promise<Line> {
  const startedAt = performance.now();
  const lived = await liveOnOwnServer({
    ...{ ...how, seed },
    onWeek: (week, so) => console.log(`seed ${seed}, week ${week}: ${JSON.stringify(so)}`),
  });
  const boards = lived.boards.map(({ service, counts }) => ({ service: service.key, counts }));
  const seconds = Math.round((performance.now() - startedAt) / 1000);
  return { seed, seconds, lived: { ...lived, acts: [...lived.acts], boards } };
}

function report(lines: readonly Line[], how: How): string {
  const size = `--subjects ${how.subjects} --days ${how.days}`;
  const acts = new Map<string, number>();
  for (const { lived } of lines) for (const [act, n] of lived.acts) acts.set(act, (acts.get(act) ?? 0) + n);
  const surprises = lines.flatMap(({ seed, lived }) =>
    lived.surprises.map(({ on, what }) => `- seed ${seed}, ${on}: ${what}`),
  );
  const counted = lines.flatMap(({ seed, lived }) =>
    lived.boards.map(({ service, counts }) => {
      const { kept, unexercised, manual, refused, broken } = counts;
      return `| ${seed} | ${service} | ${kept} | ${unexercised} | ${manual} | ${refused} | ${broken} |`;
    }),
  );
  return [
    '# A simulated year',
    '',
    'Random acts of people and of the desk in the five services of `examples/*.kepil.yaml`, on a clock that',
    'runs over holidays, with a crash in the middle of a day once a week; every night each clause is proved,',
    'and what is stored of everybody is compared with what an oracle of its own says must be. What is done',
    'and checked: `test/year/`. Again:',
    `\`npx tsx bench/year.ts --seed ${lines[0]?.seed} --seeds ${lines.length} ${size}\`.`,
    '',
    '| | |',
    '|---|---|',
    `| date | ${today()} |`,
    ...machineRows(),
    `| simulated | ${how.days} days from ${how.from} |`,
    `| people meant to come, a seed | ${how.subjects} |`,
    `| seeds | ${lines.map(({ seed }) => seed).join(', ')} |`,
    `| what ought not to be | ${surprises.length} |`,
    '',
    '| seed | people | destroyed | requests | days late | crashes | key epochs | seconds |',
    '|---|---|---|---|---|---|---|---|',
    ...lines.map(({ seed, seconds, lived: one }) => {
      const counts = [one.people, one.gone, one.requests, one.late, one.crashes, one.epochs];
      return `| ${[seed, ...counts, seconds].join(' | ')} |`;
    }),
    '',
    'Clauses at the end, by state:',
    '',
    '| seed | service | kept | unexercised | by hand | refused | broken |',
    '|---|---|---|---|---|---|---|',
    ...counted,
    '',
    'A clause is broken at the end only where a request was late that day, as the oracle says as well.',
    '',
    '| act and answer | times |',
    '|---|---|',
    ...[...acts].sort().map(([act, n]) => `| ${act} | ${n} |`),
    ...(surprises.length > 0 ? ['', '## Found', '', ...surprises] : []),
    '',
  ].join('\n');
}

/**
 * Lives seeds through one after the other and writes down what came of them; exit code 1 when anything was
 * found. With `--progress FILE` a run that was broken off goes on with the next seed.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: '1' },
      seeds: { type: 'string', default: '10' },
      subjects: { type: 'string', default: '2000' },
      days: { type: 'string', default: '365' },
      from: { type: 'string', default: '2026-12-01' },
      out: { type: 'string', default: 'bench/results/year.md' },
      progress: { type: 'string' },
    },
  });
  const how = { subjects: Number(values.subjects), days: Number(values.days), from: values.from };
  const { progress } = values;
  const done = progress && existsSync(progress) ? readFileSync(progress, 'utf8').split('\n') : [];
  const lines = done.filter((line) => line !== '').map((line) => JSON.parse(line) as Line);
  for (let n = lines.length; n < Number(values.seeds); n++) {
    const line = await liveOne(Number(values.seed) + n, how);
    lines.push(line);
    if (progress) appendFileSync(progress, `${JSON.stringify(line)}\n`);
    mkdirSync('bench/results', { recursive: true });
    writeFileSync(values.out, report(lines, how));
  }
  const found = lines.flatMap(({ lived }) => lived.surprises).length;
  console.log(found === 0 ? 'nothing found' : `found: ${found}`);
  process.exitCode = found === 0 ? 0 : 1;
}

await main();
