import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Installation, openInstallation } from '../src/cli/installation.ts';
import { nodeCrypto } from '../src/keys/index.ts';
import { logPaths, verifyLog } from '../src/ledger/index.ts';
import { bodyOf, draftPolicy, readText } from '../src/reader/index.ts';
import {
  completeSetUp,
  inForce,
  issueKey,
  listMessages,
  offerSetUp,
  openMessage,
  openService,
  type ServiceRecord,
  sessionOf,
  staffOf,
} from '../src/system/index.ts';
import { startKepil } from '../test/kepil-process.ts';
import { machineRows, spread, today } from './machine.ts';

const inFlight = 8;
const startRounds = 5;
const categories = ['email', 'full_name'];
const purpose = 'registration_auth';

interface Ground {
  readonly installation: Installation;
  readonly service: ServiceRecord;
  readonly key: string;
  readonly policy: string;
  readonly data: string;
  code(draft: string): Promise<string>;
}

/** The example on the embedded PostgreSQL, fsync on, with an officer and an API key. */
async function openGround(): Promise<Ground> {
  const data = mkdtempSync(join(tmpdir(), 'kepil-bench-'));
  const installation = await openInstallation({ data, unlimited: true });
  const { world } = installation;
  const text = await readFile('examples/dala-kitap.txt', 'utf8');
  const reading = readText(text, { name: 'dala-kitap.txt', hash: nodeCrypto.hash });
  const drafted = draftPolicy(reading, text, nodeCrypto.hash);
  const opened = await openService(world, { key: 'dala-kitap', policy: drafted, text: bodyOf(text) });
  const { service } = opened;
  await installation.settle(service);
  installation.start();
  const token = (await offerSetUp(world)) ?? '';
  const form = {
    token,
    name: 'Гүлнар',
    email: 'officer@bench.example',
    password: 'семь синих птиц над степью',
    language: 'ru' as const,
  };
  const done = await completeSetUp(world, form);
  if (!('session' in done)) throw new Error('no officer');
  const session = await sessionOf(world, { token: done.session, role: 'staff-enrol' });
  const staff = await staffOf(world, session?.subject ?? '');
  const clerk = { id: staff.id, keys: staff.keys, roles: ['officer'] } as const;
  const issued = await issueKey(world, clerk, {
    service,
    name: 'bench',
    purposes: [purpose],
    categories,
    days: 1,
  });
  if (!('key' in issued)) throw new Error('no key');
  const policy = (await inForce(world, service)).hash;
  const code = async (draft: string) => {
    const rows = await listMessages(world, clerk, { service: service.id, limit: 64 });
    const row = rows.find(({ subject }) => subject === draft);
    const at = { service, id: row?.id ?? '' };
    return /\b\d{6}\b/.exec((await openMessage(world, clerk, at)).text)?.[0] ?? '';
  };
  return { installation, service, key: issued.key, policy, data, code };
}

async function api(ground: Ground, path: string, body: unknown) {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${ground.key}` };
  const url = `/api/v1/s/${ground.service.key}${path}`;
  const payload = JSON.stringify(body);
  return ground.installation.server.inject({ method: 'POST', url, headers, payload });
}

/** Does `work` for every number below `count`, some at a time. @returns how many a second */
async function rateOf(count: number, work: (n: number) => Promise<void>): Promise<number> {
  let next = 0;
  const startedAt = performance.now();
  const worker = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
  return count / ((performance.now() - startedAt) / 1000);
}

/** Complete registrations: form sent, code out of the outbox, confirmed. @returns their subjects */
async function registerAll(ground: Ground, from: number, count: number) {
  const subjects: string[] = [];
  const perSecond = await rateOf(count, async (index) => {
    const n = from + index;
    const person = {
      full_name: `Айгүл Сынақова-${n}`,
      birth_date: '1985-05-15',
      email: `p${n}@bench.example`,
      phone: `+7701${1_000_000 + n}`,
    };
    const started = await api(ground, '/registrations', {
      fields: person,
      consent: true,
      policy: ground.policy,
    });
    if (started.statusCode !== 202) throw new Error(`register: ${started.statusCode} ${started.body}`);
    const { draft } = started.json() as { draft: string };
    const done = await api(ground, `/registrations/${draft}/confirm`, { code: await ground.code(draft) });
    if (done.statusCode !== 201) throw new Error(`confirm: ${done.statusCode} ${done.body}`);
    subjects.push((done.json() as { subject: string }).subject);
  });
  return { perSecond, subjects };
}

async function readAll(ground: Ground, subjects: readonly string[], count: number): Promise<number> {
  return rateOf(count, async (n) => {
    const subject = subjects[n % subjects.length];
    const answer = await api(ground, '/read', { subject, purpose, categories });
    if (answer.statusCode !== 200) throw new Error(`read: ${answer.statusCode} ${answer.body}`);
  });
}

/** Checks the log in the folder from its first entry. @returns its size and the time in milliseconds */
async function verifyTime(data: string): Promise<{ size: number; ms: number }> {
  const folder = join(data, 'log', 'dala-kitap');
  const files = new Map<string, Uint8Array>();
  const size = Number((await readFile(join(folder, 'checkpoint'), 'utf8')).split('\n')[1]);
  for (const path of ['checkpoint', 'verifier-key', ...logPaths(size)]) {
    files.set(path, await readFile(join(folder, path)));
  }
  const verifierKey = Buffer.from(files.get('verifier-key') ?? [])
    .toString('utf8')
    .trim();
  const startedAt = performance.now();
  const report = verifyLog((path) => files.get(path), { verifierKey }, nodeCrypto);
  const ms = performance.now() - startedAt;
  if (!report.ok) throw new Error('the log does not verify');
  return { size, ms };
}

/** From the start of the process to the first page, on new folders and on used ones. */
async function startTimes(): Promise<{ first: number[]; later: number[] }> {
  const first: number[] = [];
  const later: number[] = [];
  for (let round = 0; round < startRounds; round++) {
    const data = mkdtempSync(join(tmpdir(), 'kepil-bench-'));
    for (const times of [first, later]) {
      const running = await startKepil(['--data', data]);
      times.push(running.firstPageMs);
      await running.stop();
    }
    rmSync(data, { recursive: true, force: true });
  }
  return { first, later };
}

async function measure(registrations: number, reads: number): Promise<readonly string[]> {
  const { first, later } = await startTimes();
  const ground = await openGround();
  try {
    const half = Math.ceil(registrations / 10);
    await registerAll(ground, 0, half);
    const { perSecond, subjects } = await registerAll(ground, half, registrations);
    await readAll(ground, subjects, half);
    const readsPerSecond = await readAll(ground, subjects, reads);
    await ground.installation.tick();
    const log = await verifyTime(ground.data);
    const times = (all: readonly number[]) => {
      const { min, median, max } = spread(all);
      return `${Math.round(median)} ms (${Math.round(min)} to ${Math.round(max)})`;
    };
    const done = `${perSecond.toFixed(0)} a second (${registrations})`;
    return [
      `| registrations to the end, ${inFlight} in flight | ${done} |`,
      `| gated reads, ${inFlight} in flight | ${readsPerSecond.toFixed(0)} a second (${reads}) |`,
      `| first start to first page, ${startRounds} rounds | ${times(first)} |`,
      `| later start to first page, ${startRounds} rounds | ${times(later)} |`,
      `| whole log verified | ${log.ms.toFixed(0)} ms for ${log.size} entries |`,
    ];
  } finally {
    await ground.installation.close();
    rmSync(ground.data, { recursive: true, force: true });
  }
}

/** Measures what the spine does and writes it down: a baseline, not a goal. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      registrations: { type: 'string', default: '400' },
      reads: { type: 'string', default: '2000' },
      out: { type: 'string', default: 'bench/results/baseline.md' },
    },
  });
  const rows = await measure(Number(values.registrations), Number(values.reads));
  const text = [
    '# Baseline',
    '',
    'What the spine does, measured on the example policy with the embedded PostgreSQL. A baseline,',
    'not a goal. A registration is complete: form checked, draft sealed, code out of the outbox',
    '(opened by the officer, with its entry), confirmation with keys, segment, indexes, consent and',
    'entries. A read is the API with a key: decision, entry, decryption. Both in one process without',
    'network; client, server and PostgreSQL share the machine. Starts are real processes.',
    'Again: `npx tsx bench/baseline.ts`.',
    '',
    '| | |',
    '|---|---|',
    `| date | ${today()} |`,
    ...machineRows(),
    '',
    '| measured | |',
    '|---|---|',
    ...rows,
    '',
  ].join('\n');
  mkdirSync('bench/results', { recursive: true });
  writeFileSync(values.out, text);
  console.log(text);
}

await main();
