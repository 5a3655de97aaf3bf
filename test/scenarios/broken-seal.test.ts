import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { decodeEntry } from '../../src/ledger/index.ts';
import { lookAgain } from '../../src/system/index.ts';
import type { Person, Visitor } from '../world.ts';
import { Attacker } from './attacker.ts';

const person = (n: number): Person => ({
  full_name: 'Айгүл Жақыпова',
  birth_date: '1985-05-15',
  email: `aigul${n}@example.kz`,
  phone: `+7701000112${n}`,
  postal_address: 'Алматы, улица Придуманная, 12',
});

interface Row {
  readonly subject_id: string;
  readonly access: string;
  readonly retention: string;
  readonly version: number;
  readonly bytes: Buffer;
}

describe('somebody who writes in the database', () => {
  let attacker: Attacker;
  let mine: { visitor: Visitor; id: string };
  let other: { visitor: Visitor; id: string };
  let kept: readonly Row[];
  let keptKeys: readonly { subject_id: string; bytes: Buffer }[];

  beforeAll(async () => {
    attacker = await Attacker.open();
    mine = await attacker.register(person(1));
    other = await attacker.register(person(2));
    kept = (await attacker.sql.query<Row>('select * from segment')).rows;
    keptKeys = (await attacker.sql.query('select subject_id, bytes from subject_key')).rows;
  });
  afterAll(() => attacker?.close());

  const own = (id: string) =>
    kept.find((row) => row.subject_id === id && row.retention === 'ordinary') as Row;
  const put = (row: Row, bytes: Uint8Array) =>
    attacker.sql.query(
      'update segment set bytes = $1 where subject_id = $2 and access = $3 and retention = $4',
      [bytes, row.subject_id, row.access, row.retention],
    );
  const putKeys = (id: string, bytes: Uint8Array) =>
    attacker.sql.query('update subject_key set bytes = $1 where subject_id = $2', [bytes, id]);
  const noticed = async () => (await attacker.sql.query('select subject_id, place from broken_seal')).rows;
  const look = () => lookAgain(attacker.world.installation.world, attacker.world.service.id);

  /** Entries about what did not open, the newest last. */
  async function told() {
    const { rows } = await attacker.sql.query<{ leaf: Buffer }>(
      'select leaf from entry_pending union all select leaf from log_leaf',
    );
    const entries = rows.flatMap(({ leaf }) => decodeEntry(new Uint8Array(leaf)) ?? []);
    return entries
      .filter(({ because }) => because?.some((rule) => rule.startsWith('seal-')))
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ outcome, because, matter }) => `${outcome} ${because} ${matter}`);
  }

  beforeEach(async () => {
    for (const row of kept) await put(row, row.bytes);
    for (const { subject_id: id, bytes } of keptKeys) await putKeys(id, bytes);
    await look();
    expect(await noticed()).toEqual([]);
  });

  const spoils: Readonly<Record<string, () => Promise<unknown>>> = {
    'swaps the data of two people': async () => {
      await put(own(mine.id), own(other.id).bytes);
    },
    'edits a byte': () => put(own(mine.id), flipped(own(mine.id).bytes)),
    'cuts it short': () => put(own(mine.id), own(mine.id).bytes.subarray(0, -7)),
    'empties it': () => put(own(mine.id), new Uint8Array()),
    'puts another part of the same person there': async () => {
      const part = kept.find((row) => row.subject_id === mine.id && row !== own(mine.id));
      await put(own(mine.id), (part ?? expect.fail('one part alone')).bytes);
    },
  };
  const flipped = (bytes: Buffer) => Buffer.from(bytes.map((byte, n) => (n === 60 ? byte ^ 1 : byte)));

  it.each(Object.entries(spoils))(
    '%s: it is refused, and an entry and the officer say so once',
    async (_, spoil) => {
      const before = await told();
      await spoil();
      const place = `segment-${own(mine.id).access}-ordinary`;
      for (let n = 0; n < 2; n++)
        expect((await mine.visitor.get(`${attacker.world.base}/me`)).status).toBe(500);
      expect(await noticed()).toEqual([{ subject_id: mine.id, place }]);
      expect(await told()).toEqual([...before, `refused seal-broken ${place}`]);
      expect((await other.visitor.get(`${attacker.world.base}/me`)).status).toBe(200);
      const officer = await attacker.world.officer();
      expect((await officer.get('/console')).body).toContain('Не открывается');
      const ledger = await officer.get(`/console/s/${attacker.world.service.key}/ledger`);
      expect(ledger.body).toContain('Часть данных субъекта');
      expect(ledger.body).toContain(`/subjects/${mine.id}`);
      expect(await look()).toBe(0);
    },
  );

  it('swaps the keys of two people: nothing of either opens, each is noticed', async () => {
    const keys = (id: string) =>
      keptKeys.find((row) => row.subject_id === id)?.bytes ?? expect.fail('no keys');
    await putKeys(mine.id, keys(other.id));
    await putKeys(other.id, keys(mine.id));
    for (const { visitor } of [mine, other])
      expect((await visitor.get(`${attacker.world.base}/me`)).status).toBe(500);
    expect((await noticed()).map(({ place }) => place)).toEqual(['keys', 'keys']);
  });

  it('puts an older version back: it does not open under the version of now', async () => {
    const row = own(mine.id);
    await attacker.sql.query('update segment set version = version + 1 where subject_id = $1', [mine.id]);
    expect((await mine.visitor.get(`${attacker.world.base}/me`)).status).toBe(500);
    expect(await noticed()).toHaveLength(1);
    await attacker.sql.query('update segment set version = version - 1 where subject_id = $1', [
      row.subject_id,
    ]);
  });

  it('once it is put right, that is told as well, and the pledge is kept again', async () => {
    await put(own(mine.id), flipped(own(mine.id).bytes));
    await mine.visitor.get(`${attacker.world.base}/me`);
    const { installation, service } = attacker.world;
    const sealed = async () => {
      const { clauses } = await installation.boards.prove(service);
      const all = clauses.flatMap(({ pledges }) => pledges);
      return new Set(all.filter(({ pledge }) => pledge.kind === 'security-sealed').map(({ state }) => state));
    };
    expect(await sealed()).toEqual(new Set(['broken']));
    await put(own(mine.id), own(mine.id).bytes);
    expect(await look()).toBe(1);
    expect((await told()).at(-1)).toBe(`done seal-mended segment-${own(mine.id).access}-ordinary`);
    expect(await noticed()).toEqual([]);
    expect(await sealed()).toEqual(new Set(['kept']));
    expect((await mine.visitor.get(`${attacker.world.base}/me`)).status).toBe(200);
  });

  it('edits the words of a request: the same', async () => {
    const { base } = attacker.world;
    const ask = { kind: 'block_restrict', words: 'Данные неверны.' };
    expect((await mine.visitor.post(`${base}/me/requests`, ask)).status).toBe(303);
    const edit = 'update request set sealed = set_byte(sealed, 40, 255 - get_byte(sealed, 40))';
    await attacker.sql.query(edit);
    expect((await mine.visitor.get(`${base}/me/requests`)).status).toBe(500);
    expect(await noticed()).toEqual([{ subject_id: mine.id, place: 'request' }]);
    expect((await told()).at(-1)).toBe('refused seal-broken request');
    expect(await look()).toBe(0);
    await attacker.sql.query(edit);
    expect(await look()).toBe(1);
    expect((await mine.visitor.get(`${base}/me/requests`)).status).toBe(200);
  });

  it('finds nothing there that somebody who was destroyed left behind', async () => {
    await put(own(other.id), flipped(own(other.id).bytes));
    await other.visitor.get(`${attacker.world.base}/me`);
    expect(await noticed()).toHaveLength(1);
    await attacker.sql.query('delete from subject_key where subject_id = $1', [other.id]);
    expect(await look()).toBe(0);
    expect(await noticed()).toEqual([]);
  });
});
