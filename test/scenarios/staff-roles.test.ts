import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../src/server/route-table.ts';
import { openWorld, type TestWorld, type Visitor } from '../world.ts';
import { exampleText } from './liar.ts';

const pages = routes.filter((route) => route.who === 'staff');

describe('a page of the console', () => {
  let world: TestWorld;
  let officer: Visitor;
  let sql: pg.Client;

  beforeAll(async () => {
    world = await openWorld(exampleText());
    officer = await world.officer();
    sql = new pg.Client({ connectionString: world.databaseUrl });
    await sql.connect();
  });
  afterAll(async () => {
    await sql?.end();
    await world?.close();
  });

  async function ask(role: string, service: string): Promise<readonly number[]> {
    await sql.query('update staff set role = $1, service_id = $2', [role, service]);
    const statuses = [];
    for (const { method, url } of pages) {
      const path = url.replace(':key', world.service.key).replace(':id', world.service.id);
      statuses.push((await (method === 'GET' ? officer.get(path) : officer.post(path, {}))).status);
    }
    return statuses;
  }

  it('admits the officer of this service', async () => {
    expect(await ask('officer', world.service.id)).not.toContain(403);
  });

  it('answers 403 to the officer of another service, with the reason', async () => {
    const statuses = await ask('officer', '00000000-0000-7000-8000-000000000001');
    const ofService = statuses.filter((_, index) => pages[index]?.scope === 'service');
    expect(new Set(ofService)).toEqual(new Set([403]));
    const reply = await officer.get(`/console${world.base}/subjects`);
    expect(reply.body).toContain('не входит в полномочия вашей роли');
    expect(reply.body).toContain('Ответственное лицо');
  });

  it('answers 403 to a name that is no role', async () => {
    expect(new Set(await ask('king', world.service.id))).toEqual(new Set([403]));
  });
});
