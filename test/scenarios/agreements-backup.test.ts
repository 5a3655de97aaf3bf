import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeBackup } from '../../src/cli/make-backup.ts';
import { restore } from '../../src/cli/restore.ts';
import { openTerminal } from '../../src/cli/terminal.ts';
import type { Policy } from '../../src/policy/index.ts';
import { databaseOn, type FreshDatabase } from '../database.ts';
import { approverOf, digestIn, putAgreement } from './agreed.ts';
import { Attacker } from './attacker.ts';
import { aigul, dauren, putInForce } from './liar.ts';

/** The example, which also identifies the party of a contract, by an address. */
const identifying = (policy: Policy): Policy => ({
  ...policy,
  purposes: [...policy.purposes, { purpose: 'identify_party', cites: ['2.1'], origin: 'text' }],
  data: policy.data.map((row) =>
    row.category === 'email' ? { ...row, purposes: [...row.purposes, 'identify_party'] } : row,
  ),
});

describe('a restoration from before an agreement ended', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kepil-agreed-'));
  const data = join(folder, 'data');
  const said: string[] = [];
  let attacker: Attacker;
  let database: FreshDatabase;
  let people: Awaited<ReturnType<Attacker['register']>>[];
  let ended: string;

  beforeAll(async () => {
    attacker = await Attacker.open('test', { revise: identifying });
    const { world } = attacker;
    await putInForce(world);
    people = [await attacker.register(aigul), await attacker.register(dauren)];
    const approver = await approverOf(world);
    const kept = await putAgreement(world, approver);
    ended = await putAgreement(world, approver, { kind: 'terms-of-use', 'text.ru': '1. Не шуметь.' });
    for (const [at, { visitor }] of people.entries()) {
      if (at === 0) await accept(visitor, kept);
    }
    const contracts = `/console${world.base}/subjects/${people[0]?.id}/contracts`;
    expect((await (await world.officer()).post(contracts, { act: 'conclude' })).status).toBe(303);
    const [first, key] = [join(folder, 'first'), join(folder, 'secret', 'backup.key')];
    await makeBackup(world.installation, { folder: first, key });
    await accept(people[1]?.visitor as (typeof people)[0]['visitor'], kept);
    const officer = await world.officer();
    const done = await officer.post(`/console${world.base}/agreements/${ended}`, { act: 'end' });
    expect(done.status, done.body).toBe(303);
    const [{ contract_id: id }] = (await attacker.sql.query('select contract_id from contract')).rows;
    expect((await officer.post(contracts, { act: 'end', id })).status).toBe(303);
    await world.installation.tick();
    const ledger = join(folder, 'ledger');
    cpSync(join(world.folder, 'log'), ledger, { recursive: true });
    database = await databaseOn(world.databaseUrl);
    const stream = { write: (line: string) => said.push(line) > 0 };
    const terminal = openTerminal({ out: stream, err: stream, environment: {} }, 'en');
    const code = await restore(first, { data, databaseUrl: database.url, key, ledger }, terminal);
    expect(code, said.join('\n')).toBe(0);
  }, 120_000);
  afterAll(async () => {
    await database?.drop();
    await attacker?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function accept(visitor: (typeof people)[0]['visitor'], agreement: string) {
    const { base } = attacker.world;
    const page = await visitor.get(`${base}/me/agreements`);
    const forms = page.body.split('<form').filter((form) => form.includes(agreement));
    const form = { agreement, sha256: digestIn(forms.join('')), agree: 'yes' };
    expect((await visitor.post(`${base}/me/agreements`, form)).status).toBe(303);
  }

  async function rows(query: string): Promise<readonly Record<string, unknown>[]> {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    try {
      return (await client.query(query)).rows;
    } finally {
      await client.end();
    }
  }

  it('has the texts as they were, and who accepted them before', async () => {
    expect(await rows('select kind, number from agreement order by 1')).toEqual([
      { kind: 'terms-of-use', number: 1 },
      { kind: 'user-agreement', number: 1 },
    ]);
    const accepted = await rows('select subject_id from acceptance where accepted_at is not null');
    expect(accepted).toEqual([{ subject_id: people[0]?.id }]);
  });

  it('ends again what was ended since', async () => {
    const query = `select ended_at is not null as over from agreement where agreement_id = '${ended}'`;
    expect(await rows(query)).toEqual([{ over: true }]);
  });

  it('ends again a contract that was ended since', async () => {
    const query = 'select ended_at is not null as over, confirmed from contract';
    expect(await rows(query)).toMatchObject([{ over: true, confirmed: [{ category: 'email' }] }]);
  });

  it('counts as lost who accepted since', () => {
    expect(said.join('\n')).toMatch(/agreement and terms — 1/);
  });
});
