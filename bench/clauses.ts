import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openInstallation } from '../src/cli/installation.ts';
import { offerSheet, sheetAt } from '../src/cli/offered.ts';
import { type ProvedService, proveAll } from '../src/cli/proved.ts';
import { stateOrder } from '../src/policy/index.ts';
import { openService } from '../src/system/index.ts';
import { today } from './machine.ts';

/** In what state the clauses of the five policies are on services that just started, as drafts. */
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

/** Clauses that promise something; headings with nothing in them are none. */
const clausesOf = ({ clauses }: ProvedService) => clauses.filter(({ pledges }) => pledges.length > 0);
const isHeading = (id: string) => /^h\d+$/.test(id);
const rows = proved.map((service) => {
  const own = clausesOf(service).filter(({ id }) => !isHeading(id));
  const counts = stateOrder.map((state) => own.filter((clause) => clause.state === state).length);
  return { name: service.service, counts, all: own.length };
});
const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((all, row) => all + of(row), 0);
const total = [...stateOrder.map((_, at) => sum(({ counts }) => counts[at] ?? 0)), sum(({ all }) => all)];
const byHand = new Map<string, number>();
for (const service of proved)
  for (const { pledges } of clausesOf(service))
    for (const { state, facet, label } of pledges)
      if (state === 'manual') byHand.set(`${facet}.${label}`, (byHand.get(`${facet}.${label}`) ?? 0) + 1);
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
  `| policy | ${stateOrder.join(' | ')} | all |`,
  `|---|${stateOrder.map(() => '---:|').join('')}---:|`,
  ...rows.map(({ name, counts, all }) => `| ${name} | ${counts.join(' | ')} | ${all} |`),
  `| all | ${total.join(' | ')} |`,
  '',
  '## What a person keeps',
  '',
  '| label | pledges |',
  '|---|---:|',
  ...[...byHand].sort((a, b) => b[1] - a[1]).map(([label, count]) => `| ${label} | ${count} |`),
  '',
];
writeFileSync(join(import.meta.dirname, 'results', 'clauses.md'), lines.join('\n'));
console.log(lines.join('\n'));
