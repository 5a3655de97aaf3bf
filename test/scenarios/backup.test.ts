import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Id, newId } from '../../src/base/index.ts';
import { archivedParts } from '../../src/cli/archive-file.ts';
import { type Installation, openInstallation } from '../../src/cli/installation.ts';
import { makeBackup } from '../../src/cli/make-backup.ts';
import { type RestoreOptions, restore } from '../../src/cli/restore.ts';
import { openTerminal } from '../../src/cli/terminal.ts';
import { type BackupKey, nodeCrypto, readBackupKey } from '../../src/keys/index.ts';
import { verifyLog } from '../../src/ledger/index.ts';
import { checkStoredLog, listLogs, takeReply } from '../../src/system/index.ts';
import { openSegments, openSubject } from '../../src/system/subjects.ts';
import { databaseOn, type FreshDatabase } from '../database.ts';
import { openWorld, type Person, type TestWorld, type Visitor } from '../world.ts';

const text = readFileSync(new URL('../../examples/dala-kitap.txt', import.meta.url), 'utf8');
const person = (full_name: string, email: string, phone: string): Person => ({
  full_name,
  birth_date: '1985-05-15',
  email,
  phone,
  postal_address: 'Алматы, улица Придуманная, 12',
});
const aigul = person('Айгүл Жақыпова', 'aigul@example.kz', '+77010001122');
const berik = person('Берік Оразов', 'berik@example.kz', '+77010001123');
const camila = person('Камила Әбенова', 'camila@example.kz', '+77010001124');

/** Rows of a query on a database. */
async function rowsOf(url: string, query: string, values: readonly unknown[] = []) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(query, [...values])).rows as Record<string, unknown>[];
  } finally {
    await client.end();
  }
}

describe('a backup', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kepil-backup-'));
  const first = join(folder, 'first');
  const second = join(folder, 'second');
  const key = join(folder, 'secret', 'backup.key');
  const ledger = join(folder, 'ledger');
  const databases: FreshDatabase[] = [];
  const running = newId(0, nodeCrypto.random);
  let world: TestWorld;
  let staff: { visitor: Visitor; id: string; email: string };
  const people: Record<string, { visitor: Visitor; consent: string; id: string }> = {};

  async function register(name: string, who: Person): Promise<void> {
    const known = new Set((await subjects()).map(({ subject_id }) => subject_id));
    const { visitor, consent } = await world.register(who);
    const id = (await subjects()).find(({ subject_id }) => !known.has(subject_id))?.['subject_id'];
    people[name] = { visitor, consent, id: String(id) };
  }
  const subjects = () => rowsOf(world.databaseUrl, `select subject_id from subject where kind = 'user'`);

  beforeAll(async () => {
    world = await openWorld(text);
    await register('aigul', aigul);
    await register('berik', berik);
    await register('camila', camila);
    staff = await world.staff('Данияр Әлімов', ['test:support']);
    const keys = `/console${world.base}/keys`;
    const officer = await world.officer();
    const scope = { name: 'склад', purpose: 'order_delivery', category: 'email', days: '30' };
    const issued = await officer.post(keys, scope);
    expect(issued.status, issued.body).toBe(200);
    const apiKey = /kepil_([0-9a-f-]{36})_/.exec(issued.body)?.[1] ?? '';
    const { store } = world.installation.world;
    const texts = { ru: { subject: 'Новости', text: 'Новости [[link]]' } };
    const mailing = { class: 'marketing', purpose: 'marketing_notices', channel: 'email', texts } as const;
    const { tick } = world.installation;
    const { service, now } = world;
    const row = {
      service: service.id,
      id: running,
      state: 'running',
      by: staff.id as Id,
      createdAt: now,
    } as const;
    // It begins after the beat that precedes the copy, and is stopped by the time of the beat that follows.
    let beats = 0;
    const between = async () => {
      const ended = { state: 'stopped', endedAt: now } as const;
      if (beats > 0) await store.transaction((tx) => tx.campaigns.setState(service.id, running, ended));
      await tick();
      if (beats++ === 0)
        await store.transaction((tx) => tx.campaigns.insert({ ...mailing, ...row, unasked: 0 }));
    };
    const made = await makeBackup({ ...world.installation, tick: between }, { folder: first, key });
    expect(beats).toBe(2);
    expect(made).toMatchObject({ keyMade: true, removed: 0 });
    cpSync(first, second, { recursive: true });
    const inner = world.installation.world;
    expect(await takeReply(inner, { from: '+77019998877', text: 'СТОП' })).toBe('stranger');

    const { visitor } = people['aigul'] as { visitor: Visitor };
    const gone = await visitor.post(`${world.base}/me/delete`, { confirm: 'yes' });
    expect(gone.status, gone.body).toBe(303);
    const blocked = people['berik'] as { visitor: Visitor };
    const words = { kind: 'block_restrict', words: 'Данные собраны без моего ведома.' };
    expect((await blocked.visitor.post(`${world.base}/me/requests`, words)).status).toBe(303);
    const requests = (await officer.get(`/console${world.base}/requests`)).body;
    const request = /requests\/[0-9a-f-]{36}/.exec(requests)?.[0] ?? '';
    const block = await officer.post(`/console${world.base}/${request}/block`, { act: 'block' });
    expect(block.status, block.body).toBe(303);
    const their = people['camila'] as { visitor: Visitor; consent: string };
    const form = { purpose: 'support' };
    const withdrawn = await their.visitor.post(`${world.base}/me/consents/${their.consent}/withdraw`, form);
    expect(withdrawn.status, withdrawn.body).toBe(303);
    const mailings = { purpose: 'marketing_notices', category: 'email', wish: 'off' };
    const refused = await their.visitor.post(`${world.base}/me/mailings`, mailings);
    expect(refused.status, refused.body).toBe(303);
    expect((await officer.post(keys, { revoke: apiKey })).status).toBe(303);
    const ended = await officer.post(`/console/staff/${staff.id}`, { act: 'end', confirm: 'yes' });
    expect(ended.status, ended.body).toBe(303);
    await register('dana', person('Дана Сәрсенова', 'dana@example.kz', '+77010001125'));
    await world.installation.tick();
    cpSync(join(world.folder, 'log'), ledger, { recursive: true });
  });

  afterAll(async () => {
    for (const database of databases) await database.drop();
    await world?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const said: string[] = [];
  /** Restores into a database and a data folder of its own. */
  async function restored(from: string, more: Partial<RestoreOptions> = {}) {
    const database = await databaseOn(world.databaseUrl);
    databases.push(database);
    const data = mkdtempSync(join(folder, 'data-'));
    said.length = 0;
    const stream = { write: (line: string) => said.push(line) > 0 };
    const terminal = openTerminal({ out: stream, err: stream, environment: {} }, 'en');
    const options = { data, databaseUrl: database.url, key, ledger, ...more };
    const code = await restore(from, options, terminal);
    return { code, data: options.data, databaseUrl: options.databaseUrl };
  }

  async function open<T>(
    at: { data: string; databaseUrl: string },
    work: (installation: Installation) => Promise<T>,
  ): Promise<T> {
    const installation = await openInstallation({
      ...at,
      now: () => Date.parse('2026-11-21T10:00:00+05:00'),
    });
    try {
      return await work(installation);
    } finally {
      await installation.close();
    }
  }

  const keyFiles = (data: string) => (existsSync(join(data, 'keys')) ? readdirSync(join(data, 'keys')) : []);

  it('is two sealed files that only their owner can read, and no value stands readable in them', () => {
    const files = readdirSync(first);
    expect(files.map((name) => name.replace(/^[^.]*/, ''))).toEqual(['.data.kepil', '.keys.kepil']);
    for (const name of files) {
      expect(statSync(join(first, name)).mode & 0o777).toBe(0o600);
      const bytes = readFileSync(join(first, name)).toString('latin1');
      for (const value of world.secrets)
        expect(bytes.includes(Buffer.from(value, 'utf8').toString('latin1'))).toBe(false);
    }
    expect(statSync(key).mode & 0o777).toBe(0o600);
  });

  it('has no key, index, consent or link in the archive of data', async () => {
    const name = readdirSync(first).find((one) => one.endsWith('.data.kepil')) ?? '';
    const secret = { key: (readBackupKey(key) as BackupKey).data };
    const tables: string[] = [];
    for await (const part of archivedParts(join(first, name), secret, 'sealed'))
      if (!(part instanceof Uint8Array)) tables.push(part.table);
    expect(tables).toContain('segment');
    for (const table of ['subject_key', 'visit_day', 'blind_index', 'consent', 'entry_link'])
      expect(tables).not.toContain(table);
  });

  describe('from before a destruction', () => {
    let at: { code: number; data: string; databaseUrl: string };
    beforeAll(async () => {
      at = await restored(first);
    });

    it('is restored, and says what was done anew and what is lost', () => {
      expect(at.code, said.join('\n')).toBe(0);
      const out = said.join('\n');
      expect(out).toContain(
        'test: destroyed again 1, consents withdrawn again 2, rights and keys taken again 2',
      );
      expect(out).toMatch(
        /_house: destroyed again 0, consents withdrawn again 0, rights and keys taken again [12]/,
      );
      expect(out).toMatch(/lost after the backup: .* — 1/);
    });

    it('stops what mailings ran, and says that a refusal by a number nobody has is lost', async () => {
      expect(said.join('\n')).toContain('Mailings that ran when the backup was made are stopped: 1.');
      expect(said.join('\n')).toMatch(/_house:[\s\S]*?lost after the backup: consent withdrawn — 1/);
      const [row] = await rowsOf(
        at.databaseUrl,
        `select state from campaign where campaign_id = '${running}'`,
      );
      expect(row).toEqual({ state: 'stopped' });
    });

    it('keeps gone who was destroyed', async () => {
      const { id } = people['aigul'] as { id: string };
      for (const table of ['subject', 'subject_key', 'segment', 'blind_index', 'consent', 'entry_link'])
        expect(await rowsOf(at.databaseUrl, `select 1 from ${table} where subject_id = $1`, [id])).toEqual(
          [],
        );
      const acts = await rowsOf(at.databaseUrl, 'select swept_at from destruction_act');
      expect(acts.filter(({ swept_at }) => swept_at !== null).length).toBe(1);
    });

    it('gives everybody else their data back, and no consent that was withdrawn', async () => {
      await open(at, async ({ world: { store, ...rest } }) => {
        const { id } = people['camila'] as { id: string };
        const service = world.service.id;
        await store.transaction(async (tx) => {
          const subject = await openSubject(
            tx,
            { store, ...rest },
            { service, id: id as never, mode: 'look' },
          );
          const segments = await openSegments(tx, { store, ...rest }, subject as never);
          const values = segments.flatMap(({ content }) => Object.values(content).flat());
          expect(values.map(({ value }) => value)).toContain('Камила Әбенова');
          const [consent] = await tx.consents.list(service, id as never);
          expect(Object.keys(consent?.withdrawnPurposes ?? {})).toEqual(['support']);
          expect(consent?.withdrawnAt).toBe(undefined);
          const refused = await tx.optOuts.list(service, id as never);
          expect(refused.map(({ category, via }) => `${category} ${via}`)).toEqual(['email cabinet']);
        });
      });
    });

    it('lets nobody in whose access was ended, and blocks who was blocked', async () => {
      const [member] = await rowsOf(at.databaseUrl, 'select state from staff_member where subject_id = $1', [
        staff.id,
      ]);
      expect(member?.['state']).toBe('ended');
      expect(await rowsOf(at.databaseUrl, 'select 1 from staff where subject_id = $1', [staff.id])).toEqual(
        [],
      );
      expect(await rowsOf(at.databaseUrl, 'select 1 from session')).toEqual([]);
      const open = 'select 1 from api_key where revoked_at is null';
      expect(await rowsOf(at.databaseUrl, open)).toEqual([]);
      const inForce = 'select subject_id from block where lifted_at is null';
      expect(await rowsOf(at.databaseUrl, inForce)).toEqual([{ subject_id: people['berik']?.id }]);
      const sending = `select 1 from message where state in ('waiting', 'taken')`;
      expect(await rowsOf(at.databaseUrl, sending)).toEqual([]);
    });

    it('goes on with the log that was published, and keeps every pledge', async () => {
      const log = join(at.data, 'log', 'test');
      const read = (path: string) =>
        existsSync(join(log, path)) ? readFileSync(join(log, path)) : undefined;
      const saved = readFileSync(join(ledger, 'test', 'checkpoint'), 'utf8');
      const verifierKey = readFileSync(join(ledger, 'test', 'verifier-key'), 'utf8').trim();
      const report = verifyLog(read, { verifierKey, against: saved }, nodeCrypto);
      expect(report).toMatchObject({ ok: true, signature: 'good', comparedWith: { verdict: 'consistent' } });
      await open(at, async (installation) => {
        for (const service of await listLogs(installation.world))
          expect((await checkStoredLog(installation.world, service)).ok).toBe(true);
        const board = await installation.boards.prove(world.service);
        expect(board.counts.broken).toBe(0);
        const orphans = await installation.world.store.transaction((tx) =>
          tx.destruction.countOrphans(world.service.id),
        );
        expect(orphans).toBe(0);
      });
    });

    it('is not restored over what is there', async () => {
      await expect(restored(first, at)).rejects.toMatchObject({ reason: 'restore-not-empty' });
    });
  });

  describe('made again after the destruction', () => {
    beforeAll(async () => {
      const made = await makeBackup(world.installation, { folder: second, key });
      expect(made).toMatchObject({ keyMade: false, removed: 1 });
      await world.installation.tick();
      rmSync(ledger, { recursive: true });
      cpSync(join(world.folder, 'log'), ledger, { recursive: true });
    });

    it('opens nothing of the destroyed person, even with the data from before', async () => {
      const [oldest = ''] = readdirSync(second)
        .filter((name) => name.endsWith('.data.kepil'))
        .sort();
      const at = await restored(second, { archive: join(second, oldest) });
      expect(at.code, said.join('\n')).toBe(0);
      const out = said.join('\n');
      expect(out).toContain('People without keys: 1.');
      expect(out).toContain('People of whom the archive of data has nothing: 1.');
      const { id } = people['aigul'] as { id: string };
      expect(await rowsOf(at.databaseUrl, 'select 1 from segment where subject_id = $1', [id])).toEqual([]);
      await open(at, async (installation) => {
        expect((await installation.boards.prove(world.service)).counts.broken).toBe(0);
      });
    });

    it('is the one whose keys are asked for', async () => {
      await expect(restored(first)).rejects.toMatchObject({ reason: 'backup-keys-not-newest' });
      const at = await restored(first, { olderKeys: true });
      expect(at.code).toBe(0);
      expect(said.join('\n')).toContain('test: destroyed again 1, consents withdrawn again 2');
    });

    it('is not restored beside a log that is shorter than it', async () => {
      const short = join(folder, 'short');
      cpSync(ledger, short, { recursive: true });
      const { files, note } = await shortened(join(short, 'test'));
      expect(files).toBeGreaterThan(0);
      writeFileSync(join(short, 'test', 'checkpoint'), note);
      const at = await restored(second, { ledger: short });
      expect(at.code).toBe(1);
      expect(keyFiles(at.data)).toEqual([]);
      expect(said.join('\n')).toContain('The log of the service “test” does not fit');
      const { data, databaseUrl } = at;
      expect((await restored(second, { data, databaseUrl })).code).toBe(0);
    });

    /** The log as it was at its first checkpoint that the service signed. */
    async function shortened(log: string) {
      const rows = await rowsOf(
        world.databaseUrl,
        'select note from log_checkpoint where service_id = $1 order by size limit 1',
        [world.service.id],
      );
      return { files: readdirSync(log).length, note: String(rows[0]?.['note']) };
    }
  });

  it('does not open when a bit of it is changed, when it is cut short or under another key', async () => {
    const other = join(folder, 'damaged');
    for (const name of readdirSync(second)) {
      const bytes = readFileSync(join(second, name));
      const places = [0, 5, 21, 30, bytes.length >> 1, bytes.length - 1];
      const changed = places.map((place) => {
        const copy = Buffer.from(bytes);
        copy[place] = (copy[place] ?? 0) ^ 1;
        return copy;
      });
      for (const broken of [...changed, bytes.subarray(0, -1), bytes.subarray(0, 20), bytes.subarray(0, 0)]) {
        rmSync(other, { recursive: true, force: true });
        cpSync(second, other, { recursive: true });
        writeFileSync(join(other, name), broken);
        const archive = name.endsWith('.data.kepil') ? { archive: join(other, name) } : {};
        await expect(restored(other, archive)).rejects.toMatchObject({ reason: 'backup-unreadable' });
      }
    }
    const [newest = '', sealed = ''] = ['.keys.kepil', '.data.kepil'].map(
      (ending) => readdirSync(first).find((name) => name.endsWith(ending)) ?? '',
    );
    const swapped = join(folder, 'swapped');
    cpSync(first, swapped, { recursive: true });
    cpSync(join(first, newest), join(swapped, sealed));
    await expect(restored(swapped)).rejects.toMatchObject({ reason: 'backup-unreadable' });
    const key2 = join(folder, 'secret', 'other.key');
    await makeBackup(world.installation, { folder: join(folder, 'third'), key: key2 });
    await expect(restored(second, { key: key2 })).rejects.toMatchObject({ reason: 'backup-unreadable' });
    await expect(restored(second, { key: join(folder, 'none') })).rejects.toMatchObject({
      reason: 'backup-key-missing',
    });
    await expect(restored(join(folder, 'nowhere'))).rejects.toMatchObject({ reason: 'backup-missing' });
  });
});
