import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type KepilProcess, kepil, setUpToken, startKepil, stopLeft } from '../kepil-process.ts';
import { Caller } from '../kill/caller.ts';
import { findHalfDone } from '../kill/database.ts';
import { base, Office } from '../kill/office.ts';
import { temporaryFolder } from './place.ts';

const folder = temporaryFolder();
const disk = join(folder, 'disk');

/** A small disk of one's own, where that may be had: by root outside of a closed container. */
function mountDisk(): boolean {
  mkdirSync(disk);
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  return spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=192m', 'tmpfs', disk]).status === 0;
}

/** Takes all space but `leave` bytes. */
function fill(path: string, leave: number): void {
  const file = openSync(path, 'a');
  const block = Buffer.alloc(64 * 1024);
  try {
    while (free() > leave) writeSync(file, block, 0, Math.min(block.length, free() - leave));
  } catch (error) {
    expect((error as NodeJS.ErrnoException).code).toBe('ENOSPC');
  } finally {
    closeSync(file);
  }
}

function free(): number {
  const { bavail, bsize } = statfsSync(disk);
  return bavail * bsize;
}

const mounted = mountDisk();
// Before the folder's own removal, which is registered earlier and so runs later.
afterAll(async () => {
  await stopLeft();
  if (mounted) spawnSync('umount', [disk]);
});

describe.runIf(mounted)('a full disk', () => {
  const filler = join(disk, 'filler');
  let running: KepilProcess;
  let office: Office;
  let policy = '';
  let made = 0;

  beforeAll(async () => {
    running = await startKepil(['--data', join(disk, 'data')]);
    office = new Office(running.url);
    await office.setUp(setUpToken(running.said()));
    const form = await new Caller(running.url).get(`/api/v1${base}/form`);
    policy = (JSON.parse(form.body) as { policy: string }).policy;
  }, 60_000);

  /** One registration's first step. @returns its status */
  async function start(): Promise<{ status: number; body: string; email: string }> {
    made += 1;
    const email = `full${made}@kill.example`;
    const fields = {
      full_name: 'Айгүл Сынақова',
      birth_date: '1985-05-15',
      email,
      phone: `+770123${made + 10_000}`,
    };
    const json = { fields, consent: true, policy };
    const answer = await new Caller(running.url).post(`/api/v1${base}/registrations`, { json });
    return { ...answer, email };
  }

  /** Asks again until the answer is one of those; gives the statuses on the way. */
  async function until(
    wanted: readonly number[],
    tries: number,
  ): Promise<{ last: number; seen: Set<number> }> {
    const seen = new Set<number>();
    for (let attempt = 0; attempt < tries; attempt++) {
      const { status } = await start();
      seen.add(status);
      if (wanted.includes(status)) return { last: status, seen };
      if (status !== 202) await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return { last: 0, seen };
  }

  it('is answered plainly, stores nothing by halves, and is over when there is space again', async () => {
    expect((await start()).status).toBe(202);
    fill(filler, 0);
    const full = await until([507], 1_000);
    expect(full.last).toBe(507);
    expect([...full.seen].filter((status) => ![202, 507, 503].includes(status))).toEqual([]);
    expect(running.child.exitCode).toBe(null);
    rmSync(filler);
    const again = await until([202], 400);
    expect(again.last).toBe(202);
    const { status, body, email } = await start();
    expect(status).toBe(202);
    const { draft } = JSON.parse(body) as { draft: string };
    const code = await office.codeFor(email);
    const path = `/api/v1${base}/registrations/${draft}/confirm`;
    expect((await new Caller(running.url).post(path, { json: { code } })).status).toBe(201);
    expect(await findHalfDone(join(disk, 'data'), 0)).toEqual([]);
    expect((await running.stop()).code).toBe(0);
    expect((await kepil(['verify', join(disk, 'data', 'log', 'dala-kitap')])).code).toBe(0);
  }, 180_000);
});

it.runIf(!mounted)('a full disk was not tried: no small disk may be mounted here', () => {
  expect(mounted).toBe(false);
});
