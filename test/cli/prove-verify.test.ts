import { copyFileSync, cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type KepilProcess, kepil, setUpToken, startKepil, stopLeft } from '../kepil-process.ts';
import { register } from '../kill/acts.ts';
import { Caller } from '../kill/caller.ts';
import { Chance } from '../kill/chance.ts';
import { withDatabase } from '../kill/database.ts';
import { base, Office } from '../kill/office.ts';
import { Witness } from '../kill/witness.ts';
import { temporaryFolder, trace } from './place.ts';

interface Proved {
  service: string;
  counts: Record<string, number>;
  clauses: { id: string; state?: string }[];
}

describe('kepil prove and kepil verify', () => {
  const folder = temporaryFolder();
  const data = join(folder, 'data');
  const log = join(data, 'log', 'dala-kitap');
  const saved = join(folder, 'saved-checkpoint');
  let running: KepilProcess;

  beforeAll(async () => {
    running = await startKepil(['--data', data]);
    copyFileSync(join(log, 'checkpoint'), saved);
    const office = new Office(running.url);
    await office.setUp(setUpToken(running.said()));
    const form = await new Caller(running.url).get(`/api/v1${base}/form`);
    const { policy } = JSON.parse(form.body) as { policy: string };
    const witness = new Witness();
    await register({ origin: running.url, office, key: '', policy, witness, chance: new Chance(1) });
    expect(witness.acknowledged.registrations).toBe(1);
    // The sequencer places what was recorded; only then is the log longer than when the checkpoint was saved.
    while (readFileSync(join(log, 'checkpoint'), 'utf8') === readFileSync(saved, 'utf8')) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }, 60_000);

  afterAll(stopLeft);

  it('proves a running installation through its socket', async () => {
    const { code, out, err } = await kepil(['prove', '--data', data]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('dala-kitap: редакция');
    expect(out.trimEnd().split('\n').at(-1)).toMatch(/^исполнено \d+ · нарушено 0 ·/);
  });

  it('says the same as data, every clause with a state', async () => {
    const { code, out } = await kepil(['prove', '--data', data, '--json', '--service', 'dala-kitap']);
    expect(code).toBe(0);
    const [board] = JSON.parse(out) as Proved[];
    expect(board?.counts.broken).toBe(0);
    expect(board?.clauses.filter(({ state }) => state === 'kept').length).toBeGreaterThan(10);
  });

  it('says that a service is not there, and that a folder was never run', async () => {
    const stranger = await kepil(['prove', '--data', data, '--service', 'nobody']);
    expect(stranger.code).toBe(3);
    expect(stranger.err).toContain('Такого сервиса здесь нет.');
    const never = await kepil(['prove', '--data', join(folder, 'never')]);
    expect(never.code).toBe(2);
    expect(never.err).toContain('ещё не запускали');
    expect(stranger.err + never.err).not.toMatch(trace);
    expect(readdirSync(folder)).not.toContain('never');
  });

  it('verifies the log in the folder and at the address, against a checkpoint saved earlier', async () => {
    for (const place of [log, `${running.url}${base}/log`]) {
      const { code, out, err } = await kepil(['verify', place, '--against', saved]);
      expect({ place, code, err }).toEqual({ place, code: 0, err: '' });
      expect(out).toContain('Журнал сходится');
      expect(out).toContain('Подпись верна.');
      expect(out).toContain('Журнал её продолжает');
    }
  });

  it('names the place where a log was tampered with', async () => {
    const copy = join(folder, 'tampered');
    cpSync(log, copy, { recursive: true });
    const bundles = join(copy, 'tile', 'entries', '000.p');
    for (const name of readdirSync(bundles)) {
      const bytes = readFileSync(join(bundles, name));
      // A letter of the first entry's JSON: it still decodes, to something else.
      const at = bytes.indexOf('"at":"2') + '"at":"2'.length;
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      writeFileSync(join(bundles, name), bytes);
    }
    const { code, out } = await kepil(['verify', copy, '--json']);
    expect(code).toBe(1);
    const report = JSON.parse(out) as { ok: boolean; problems: { code: string; index?: number }[] };
    expect(report.ok).toBe(false);
    expect(report.problems.some(({ index }) => index === 0)).toBe(true);
    const words = await kepil(['verify', copy]);
    expect(words.code).toBe(1);
    expect(words.out).toContain('Журнал не сходится');
  });

  it('finds a log cut back to an older signature by the saved checkpoint', async () => {
    const copy = join(folder, 'cut');
    const later = join(folder, 'later');
    copyFileSync(join(log, 'checkpoint'), later);
    cpSync(log, copy, { recursive: true });
    copyFileSync(saved, join(copy, 'checkpoint'));
    expect((await kepil(['verify', copy])).code).toBe(0);
    const { code, out } = await kepil(['verify', copy, '--against', later]);
    expect(code).toBe(1);
    expect(out).toContain('записи исчезли');
  });

  it('says what is not there', async () => {
    for (const [place, expected] of [
      [folder, 2],
      ['http://127.0.0.1:1/log', 3],
    ] as const) {
      const { code, err } = await kepil(['verify', place]);
      expect({ place, code }).toEqual({ place, code: expected });
      expect(err).not.toMatch(trace);
      expect(err).toContain(place);
    }
  });

  it('answers 1 when a pledge is broken, running and at rest', async () => {
    await withDatabase(data, (client) => client.query('delete from consent'));
    const live = await kepil(['prove', '--data', data]);
    expect(live.code, live.out).toBe(1);
    expect(live.out).toMatch(/нарушено [1-9]/);
    await running.stop();
    const rest = await kepil(['prove', '--data', data]);
    expect(rest.code, rest.out).toBe(1);
    expect(rest.err).toBe('');
  });
});
