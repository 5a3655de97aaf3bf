import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openInstallation } from '../src/cli/installation.ts';
import { offerSheet, sheetAt } from '../src/cli/offered.ts';
import { proveAll } from '../src/cli/proved.ts';
import { type PledgeState, stateOrder } from '../src/policy/index.ts';
import { breakersOf, openService } from '../src/system/index.ts';
import { liveOnOwnServer } from '../test/year/own-server.ts';
import { today } from './machine.ts';

/**
 * In what state the clauses of the five policies are: on services that just started, as drafts, and after six
 * weeks of random acts in all five (`test/year`); with `--fresh` the first alone.
 */
const root = join(import.meta.dirname, '..');
const seeds = join(root, '..', 'shared', 'seeds');
const texts = existsSync(seeds) ? seeds : undefined;
const data = mkdtempSync(join(tmpdir(), 'kepil-clauses-'));
const installation = await openInstallation({ data, unlimited: true });
for (const name of ['prozango', 'callprikol', 'consult', 'zhanuar', 'legco']) {
  const sheet = await sheetAt(join(root, 'examples', `${name}.kepil.yaml`), { texts });
  const { service } = await openService(installation.world, offerSheet(sheet));
  await installation.settle(service);
}
const proved = await proveAll(installation);
await installation.close();
rmSync(data, { recursive: true });

type Counted = readonly { readonly id: string; readonly state?: PledgeState }[];

/** Clauses that promise something; headings with nothing in them are none. */
const isHeading = (id: string) => /^h\d+$/.test(id);
const promising = <C extends { readonly id: string; readonly pledges: readonly unknown[] }>(
  clauses: readonly C[],
) => clauses.filter(({ id, pledges }) => pledges.length > 0 && !isHeading(id));

/** A table of how many clauses are in which state. */
function table(of: readonly { readonly name: string; readonly clauses: Counted }[]): readonly string[] {
  const row = (name: string, clauses: Counted) => {
    const counts = stateOrder.map((state) => clauses.filter((clause) => clause.state === state).length);
    return `| ${name} | ${counts.join(' | ')} | ${clauses.length} |`;
  };
  return [
    `| policy | ${stateOrder.join(' | ')} | all |`,
    `|---|${stateOrder.map(() => '---:|').join('')}---:|`,
    ...of.map(({ name, clauses }) => row(name, clauses)),
    row(
      'all',
      of.flatMap(({ clauses }) => clauses),
    ),
  ];
}

const fresh = proved.map(({ service, clauses }) => ({ name: service, clauses: promising(clauses) }));
const byHand = new Map<string, number>();
for (const { clauses } of fresh)
  for (const { pledges } of clauses)
    for (const { state, facet, label } of pledges)
      if (state === 'manual') byHand.set(`${facet}.${label}`, (byHand.get(`${facet}.${label}`) ?? 0) + 1);

/** Six weeks of random acts in the five services, with a desk that answers in time. */
async function used() {
  const days = { seed: 20_261_201, from: '2026-12-08', days: 45 };
  const lived = await liveOnOwnServer({ ...days, subjects: 320, diligence: 1 });
  const surprises = lived.surprises.map(({ on, what }) => `- ${on}: ${what}`);
  const services = lived.boards.map(({ service, clauses }) => ({
    name: service.key,
    clauses: promising(clauses),
  }));
  return { services, surprises };
}

/** Clauses in a state, each with what keeps it there. */
function named(
  services: Awaited<ReturnType<typeof used>>['services'],
  state: PledgeState,
): readonly string[] {
  return services.map(({ name, clauses }) => {
    const here = clauses.filter((clause) => clause.state === state);
    const said = here.map(({ id, pledges }) => {
      const kinds = pledges.filter((pledge) => pledge.state === state).map(({ pledge }) => pledge.kind);
      return `${id} (${[...new Set(kinds)].join(', ')})`;
    });
    return `- **${name}** (${here.length}): ${said.join('; ')}`;
  });
}

/** Which tests stand behind each clause: kinds of pledges with how many tests break each. */
function manifest(services: Awaited<ReturnType<typeof used>>['services']): readonly string[] {
  return services.flatMap(({ name, clauses }) => [
    `### ${name}`,
    '',
    ...clauses.map(({ id, state, pledges }) => {
      const kinds = [...new Set(pledges.map(({ pledge }) => pledge.kind))];
      const said = kinds.map((kind) => `${kind} ${breakersOf(kind).length}`).join(', ');
      return `- ${id}: ${state ?? 'said elsewhere'}; ${said}`;
    }),
    '',
  ]);
}

async function afterUse(): Promise<readonly string[]> {
  const { services, surprises } = await used();
  return [
    '## After six weeks of use',
    '',
    'All five put in force and used for 45 days by people, programs, recipients, authorities and staff',
    'on a simulated clock (`test/year`, seed 20261201, 320 people), with a crash a week. The desk gets to',
    'every request on the next working day; in the month of the tests it is late on purpose, and red.',
    '',
    ...table(services),
    '',
    ...(surprises.length > 0 ? ['What the oracle did not expect:', '', ...surprises, ''] : []),
    '### Broken at its end',
    '',
    ...named(services, 'broken'),
    '',
    '### Not exercised by it',
    '',
    ...named(services, 'unexercised'),
    '',
    '### Kept by a person',
    '',
    ...named(services, 'manual'),
    '',
    '## The tests behind each clause',
    '',
    'Kinds of pledges of the clause, each with how many tests break the system under it and see it go red',
    '(`src/system/probes/breakers.ts` names them).',
    '',
    ...manifest(services),
  ];
}

const lines = [
  '# The 339 clauses on running services',
  '',
  'The five policies of `examples/` run as drafts, nobody has used them yet, and every pledge is proved. The',
  'state of a clause is the worst of its pledges: *manual* where a person keeps one of them, *refused* where',
  'the law forbids the reading, *unexercised* where nothing happened yet that could break it.',
  'Again: `npm run build && npx tsx bench/clauses.ts`.',
  '',
  `Date: ${today()}. Texts ${texts === undefined ? 'not at hand' : 'at hand'}.`,
  '',
  ...table(fresh),
  '',
  '## What a person keeps',
  '',
  '| label | pledges |',
  '|---|---:|',
  ...[...byHand].sort((a, b) => b[1] - a[1]).map(([label, count]) => `| ${label} | ${count} |`),
  '',
  ...(process.argv.includes('--fresh') ? [] : await afterUse()),
];
writeFileSync(join(import.meta.dirname, 'results', 'clauses.md'), lines.join('\n'));
console.log(lines.slice(0, lines.indexOf('## The tests behind each clause')).join('\n'));
