import { execFileSync, fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '../src/base/index.ts';
import { openInstallation } from '../src/cli/installation.ts';
import { nodeCrypto } from '../src/keys/index.ts';
import { bodyOf, draftPolicy, readText } from '../src/reader/index.ts';
import {
  attachFile,
  fileRequest,
  openOwnFile,
  openService,
  type ServiceRecord,
  takeFile,
  type World,
} from '../src/system/index.ts';
import { addSubject } from '../src/system/new-subject.ts';
import { machineRows, today } from './machine.ts';

const mib = 1024 * 1024;
const sizes = [1, 16, 128, 1024];
const pieceBytes = 65_536;

/** A PDF of so many bytes, made as it is sent. */
async function* pdfOf(bytes: number): AsyncGenerator<Uint8Array> {
  const head = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Length 1 >>\nstream\n');
  const tail = Buffer.from('\nendstream\nendobj\n%%EOF\n');
  yield head;
  const piece = Buffer.from(nodeCrypto.random(pieceBytes)).fill('x', 0, 8);
  for (let left = bytes - head.length - tail.length; left > 0; left -= pieceBytes)
    yield piece.subarray(0, Math.min(left, pieceBytes));
  yield tail;
}

interface Measured {
  readonly bytes: number;
  readonly upSeconds: number;
  readonly downSeconds: number;
  readonly peakMib: number;
  readonly restMib: number;
}

const rss = () => process.memoryUsage().rss / mib;

/** Takes a file of so many bytes, keeps it and reads it back; the memory is this process's. */
async function measure(world: World, me: { service: ServiceRecord; subject: string }, bytes: number) {
  const restMib = rss();
  let peakMib = restMib;
  const watch = setInterval(() => {
    peakMib = Math.max(peakMib, rss());
  }, 20);
  const owner = { service: me.service.id, subject: me.subject };
  const limits = { maxBytes: 2 * 1024 * mib, quotaBytes: 8 * 1024 * mib };
  const filed = await fileRequest(world, me, { kind: 'other_by_law', words: 'Замер' });
  if ('problem' in filed) throw new Error(filed.problem);
  const began = performance.now();
  const sent = { name: 'bench.pdf', bytes: pdfOf(bytes) };
  const taken = await takeFile(world, owner, { use: 'request-document', sent, limits });
  if ('problem' in taken) throw new Error(taken.problem);
  await world.store.transaction((tx) => attachFile(tx, world, { me, matter: filed.request.id, taken }));
  const upSeconds = (performance.now() - began) / 1000;
  const opening = performance.now();
  let read = 0;
  for await (const piece of (await openOwnFile(world, me, taken.id)).bytes) read += piece.length;
  if (read !== taken.content.size) throw new Error('not all of it came back');
  const downSeconds = (performance.now() - opening) / 1000;
  clearInterval(watch);
  return { bytes, upSeconds, downSeconds, peakMib, restMib } satisfies Measured;
}

async function inChild(bytes: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kepil-bench-files-'));
  const installation = await openInstallation({ data: join(folder, 'data'), unlimited: true });
  try {
    const text = await readFile('examples/dala-kitap.txt', 'utf8');
    const reading = readText(text, { name: 'dala-kitap.txt', hash: nodeCrypto.hash });
    const policy = draftPolicy(reading, text, nodeCrypto.hash);
    const { world } = installation;
    const { service } = await openService(world, { key: 'bench', policy, text: bodyOf(text) });
    const id = newId(world.now(), world.crypto.random);
    await world.store.transaction(async (tx) => {
      const { hash } = (await tx.policies.heads(service.id))[0] ?? { hash: '' };
      const row = { service: service.id, id, kind: 'user' as const, version: 1, policyHash: hash };
      await addSubject(tx, world, { ...row, language: 'ru', createdAt: world.now() });
    });
    process.send?.(await measure(world, { service, subject: id }, bytes));
  } finally {
    await installation.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function ofChild(bytes: number): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const child = fork(new URL(import.meta.url), [String(bytes)], { execArgv: process.execArgv });
    let measured: Measured | undefined;
    child.on('message', (message) => {
      measured = message as Measured;
    });
    child.on('exit', (code) =>
      measured && code === 0 ? resolve(measured) : reject(new Error(`exit ${code}`)),
    );
  });
}

/** Prints a table of what each size took, and writes it beside the other results. */
async function main(): Promise<void> {
  const rows: string[] = [];
  for (const size of sizes) {
    const { bytes, upSeconds, downSeconds, peakMib, restMib } = await ofChild(size * mib);
    const speed = (seconds: number) => (bytes / mib / seconds).toFixed(0);
    const cells = [
      `${size} MiB`,
      speed(upSeconds),
      speed(downSeconds),
      restMib.toFixed(0),
      peakMib.toFixed(0),
    ];
    rows.push(`| ${cells.join(' | ')} |`);
    process.stdout.write(`${rows.at(-1)}\n`);
  }
  const head = ['file', 'up, MiB/s', 'down, MiB/s', 'memory before, MiB', 'most memory, MiB'];
  const table = [`| ${head.join(' | ')} |`, `|${' --- |'.repeat(head.length)}`, ...rows].join('\n');
  const revision = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  const text = `# Files

\`npx tsx bench/files.ts\`, ${today()}, revision ${revision}. One file of each length,
taken in pieces of 64 KiB, looked at, sealed, stored in the embedded PostgreSQL with every write on
disk, kept, and read back whole; a process of its own for each. The memory is that of the process
(resident), not of PostgreSQL.

${table}

| | |
|---|---|
${machineRows().join('\n')}
`;
  writeFileSync(new URL('results/files.md', import.meta.url), text);
}

const [, , bytes] = process.argv;
await (bytes === undefined ? main() : inChild(Number(bytes)));
