import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeBackup } from '../../src/cli/make-backup.ts';
import { restore } from '../../src/cli/restore.ts';
import { openTerminal } from '../../src/cli/terminal.ts';
import { pauseTelling, tellAffected } from '../../src/system/index.ts';
import { stopStaff } from '../../src/system/raise-alert.ts';
import { databaseOn, type FreshDatabase } from '../database.ts';
import { incidentForm } from '../hostile/place-incident.ts';
import { Attacker } from './attacker.ts';
import { aigul } from './liar.ts';

describe('a restoration from before a stop, in the middle of telling people', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kepil-incident-'));
  let attacker: Attacker;
  let database: FreshDatabase;
  let nosy: string;
  let other: string;

  beforeAll(async () => {
    attacker = await Attacker.open();
    const { world } = attacker;
    const { world: inner } = world.installation;
    await attacker.register(aigul);
    const officer = await world.officer();
    nosy = (await world.staff('Нұрбол Есенов', ['test:officer'])).id;
    other = (await world.staff('Жанар Әлімова', ['test:approver'])).id;
    const entered = await officer.post(`/console${world.base}/incidents`, incidentForm);
    expect(entered.status, entered.body).toBe(303);
    const page = entered.location ?? '';
    expect((await officer.post(page, { act: 'count' })).status).toBe(303);
    const told = await officer.post(page, { act: 'tell', tell: 'yes', message: 'Будьте осторожны.' });
    expect(told.status, told.body).toBe(303);
    const [first, key] = [join(folder, 'first'), join(folder, 'secret', 'backup.key')];
    await makeBackup(world.installation, { folder: first, key });
    const stop = (staff: string) =>
      inner.store.transaction((tx) =>
        stopStaff(tx, inner, { service: world.service.id, staff, since: inner.now() }),
      );
    await stop(nosy);
    await stop(other);
    const { rows } = await attacker.sql.query('select incident_id from staff_stop where subject_id = $1', [
      other,
    ]);
    const lifted = await officer.post(`/console${world.base}/incidents/${rows[0].incident_id}`, {
      ...{ act: 'decide', verdict: 'explained', reason: 'Сверка.' },
    });
    expect(lifted.status, lifted.body).toBe(303);
    await world.installation.tick();
    const ledger = join(folder, 'ledger');
    cpSync(join(world.folder, 'log'), ledger, { recursive: true });
    database = await databaseOn(world.databaseUrl);
    const said: string[] = [];
    const stream = { write: (line: string) => said.push(line) > 0 };
    const terminal = openTerminal({ out: stream, err: stream, environment: {} }, 'en');
    const to = { data: join(folder, 'data'), databaseUrl: database.url, key, ledger };
    expect(await restore(first, to, terminal), said.join('\n')).toBe(0);
  }, 120_000);
  afterAll(async () => {
    await database?.drop();
    await attacker?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function rows(query: string): Promise<readonly Record<string, unknown>[]> {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    try {
      return (await client.query(query)).rows as Record<string, unknown>[];
    } finally {
      await client.end();
    }
  }

  it('stops again whoever was stopped, with an alert, and nobody whose stop was lifted', async () => {
    expect(await rows('select subject_id from staff_stop where lifted_at is null')).toEqual([
      { subject_id: nosy },
    ]);
    const alerts = await rows("select scope->'staff'->>0 as staff from incident where source = 'browsing'");
    expect(alerts.map(({ staff }) => staff).sort()).toEqual([nosy, other].sort());
  });

  it('tells nobody a second time: somebody decides anew', async () => {
    const { world } = attacker.world.installation;
    await attacker.sql.query("update incident set telling = 'running' where source = 'staff'");
    expect(await pauseTelling(world, attacker.world.service.id)).toBe(1);
    await tellAffected(world, (error) => {
      throw error;
    });
    const { rows: after } = await attacker.sql.query("select telling from incident where source = 'staff'");
    expect(after).toEqual([{ telling: 'paused' }]);
    const officer = await attacker.world.officer();
    const list = await officer.get(`/console${attacker.world.base}/incidents`);
    const href = /incidents\/[0-9a-f-]{36}/g;
    const pages = [...new Set(list.body.match(href) ?? [])];
    const shown = await Promise.all(
      pages.map((page) => officer.get(`/console${attacker.world.base}/${page}`)),
    );
    expect(shown.some(({ body }) => body.includes('Рассылка остановлена после восстановления'))).toBe(true);
  });
});
