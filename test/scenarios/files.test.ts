import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Id } from '../../src/base/index.ts';
import {
  attachFile,
  checkFiles,
  dropFile,
  fileRequest,
  lookAgain,
  openFileInMatter,
  openOwnFile,
  type TakenFile,
  takeFile,
} from '../../src/system/index.ts';
import { jpegWith, pdfWith, planted } from '../pictures.ts';
import { Attacker } from './attacker.ts';

const people = [
  { full_name: 'Айгүл Жақыпова', birth_date: '1985-05-15', email: 'aigul@example.kz', phone: '+77010001122' },
  { full_name: 'Берік Ахметұлы', birth_date: '1990-02-03', email: 'berik@example.kz', phone: '+77010005566' },
].map((person) => ({ ...person, postal_address: 'Алматы, улица Придуманная, 12' }));

const fail = (error: Error) => {
  throw error;
};

/** A PDF that holds a word nobody else says. */
const secretPdf = (word: string, bytes: number) => {
  const file = pdfWith('', bytes);
  const noise = randomBytes(Math.max(0, bytes - 1000))
    .toString('hex')
    .slice(0, bytes - 1000);
  file.write(`${word} ${noise}`, file.indexOf('xxxx'), 'latin1');
  return file;
};

async function* inPieces(file: Uint8Array, step = 65_536): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < file.length; at += step) yield file.subarray(at, at + step);
}

async function all(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of bytes) pieces.push(piece);
  return Buffer.concat(pieces);
}

describe('a file of a person', () => {
  let attacker: Attacker;
  let world: Attacker['world']['installation']['world'];
  let ids: readonly Id[];

  beforeAll(async () => {
    attacker = await Attacker.open();
    ({ world } = attacker.world.installation);
    const found: Id[] = [];
    for (const person of people) found.push((await attacker.register(person)).id as Id);
    ids = found;
    attacker.world.secrets.add('SCANNED-WORDS');
    attacker.world.secrets.add('справка о браке');
  });
  afterAll(() => attacker?.close());

  const me = (n = 0) => ({ service: attacker.world.service, subject: ids[n] as Id });
  const owner = (n = 0) => ({ service: attacker.world.service.id, subject: ids[n] as Id });
  const rows = async (of: string) => (await attacker.sql.query(`select * from ${of}`)).rows;
  const parts = async () =>
    (await attacker.sql.query('select subject_id, file_id from file_part')).rows as {
      subject_id: Id;
      file_id: Id;
    }[];
  const take = async (file: Uint8Array, n = 0, step?: number) => {
    const sent = { name: 'справка о браке.pdf', bytes: inPieces(file, step) };
    return takeFile(world, owner(n), { use: 'request-document', sent });
  };
  const taken = async (file: Uint8Array, n = 0) => {
    const done = await take(file, n);
    if ('problem' in done) return expect.fail(done.problem);
    return done;
  };
  const request = async (n = 0) => {
    const filed = await fileRequest(world, me(n), { kind: 'other_by_law', words: 'Прошу принять документ.' });
    if ('problem' in filed) return expect.fail(filed.problem);
    return filed.request.id;
  };
  const attach = (file: TakenFile, matter: Id, n = 0) =>
    world.store.transaction((tx) => attachFile(tx, world, { me: me(n), matter, taken: file }));
  /** A file that is kept, with its request. */
  const kept = async (file: Uint8Array, n = 0) => {
    const matter = await request(n);
    const done = await taken(file, n);
    return { id: done.id, matter, entry: await attach(done, matter, n) };
  };
  const clerk = async () => {
    const { visitor: _, id } = await attacker.world.staff('Данияр Әлімов', ['test:support']);
    const house = (await attacker.sql.query(`select service_id from service where kind = 'house'`)).rows[0];
    const { openSubject } = await import('../../src/system/subjects.ts');
    const subject = await world.store.transaction((tx) =>
      openSubject(tx, world, { service: house.service_id, id: id as Id, mode: 'share' }),
    );
    return { id: id as Id, keys: subject?.keys as never, roles: ['support'] as const };
  };

  it('is given back as it was, and lies nowhere readable', async () => {
    for (const bytes of [400, 524_288 - 300, 524_288, 1_300_000]) {
      const file = secretPdf('SCANNED-WORDS', bytes);
      const { id } = await kept(file);
      const opened = await openOwnFile(world, me(), id);
      expect(await all(opened.bytes)).toStrictEqual(file);
      expect(opened).toMatchObject({
        name: 'справка о браке.pdf',
        mediaType: 'application/pdf',
        size: file.length,
      });
    }
    await attacker.world.checkPledges();
  });

  it('that is a photograph keeps nothing of where and with what it was made', async () => {
    const { id } = await kept(jpegWith());
    const { bytes, name, mediaType } = await openOwnFile(world, me(), id);
    const clean = await all(bytes);
    for (const word of planted) expect(clean.toString('latin1')).not.toContain(word);
    expect([name, mediaType]).toEqual(['справка о браке.jpg', 'image/jpeg']);
  });

  it('is an entry for its taking, which commits to what was kept, and one for each view', async () => {
    const { id, matter, entry } = await kept(secretPdf('SCANNED-WORDS', 900));
    const support = await clerk();
    const view = await openFileInMatter(world, support, {
      ...{ service: attacker.world.service, matter, id, purpose: 'subject_rights' },
    });
    await attacker.world.installation.tick();
    const leaves = (await rows('log_leaf')).map(({ leaf }) => JSON.parse(leaf.toString('utf8')));
    const of = (one: Id) => leaves.find((leaf) => leaf.id === one);
    expect(of(entry)).toMatchObject({ kind: 'collection', verb: 'store', matter, purpose: 'subject_rights' });
    expect(of(entry).commitment).toMatch(/^[\w-]{20,}/);
    expect(of(view.entry)).toMatchObject({ kind: 'read', matter, actor: { role: 'support' } });
    expect(JSON.stringify(leaves)).not.toContain('справка');
  });

  it('does not exist for anybody else, nor in another matter', async () => {
    const { id, matter } = await kept(pdfWith());
    const foreign = await request(1);
    const missing = { code: 'ERR_NOT_FOUND' };
    await expect(openOwnFile(world, me(1), id)).rejects.toMatchObject(missing);
    await expect(openOwnFile(world, me(), 'no-id')).rejects.toMatchObject(missing);
    const support = await clerk();
    const at = { service: attacker.world.service, id, purpose: 'subject_rights' };
    await expect(openFileInMatter(world, support, { ...at, matter: foreign })).rejects.toMatchObject(missing);
    const other = { ...at, matter, purpose: 'marketing_notices' };
    await expect(openFileInMatter(world, support, other)).rejects.toMatchObject({ code: 'ERR_FORBIDDEN' });
    // Nor is one person's file kept for another.
    const done = await taken(pdfWith(), 1);
    await expect(attach({ ...done, subject: ids[0] as Id }, matter)).rejects.toMatchObject({
      code: 'ERR_EXPIRED',
    });
    await expect(attach(done, matter, 1)).rejects.toMatchObject({ code: 'ERR_FORBIDDEN' });
    await dropFile(world, done);
  });

  it('is refused when it is none that is taken, and nothing of it stays', async () => {
    const before = [await rows('file'), await parts()].map(({ length }) => length);
    const wrong = {
      'file-kind': Buffer.from('MZ this program cannot be run in DOS mode'),
      'file-empty': Buffer.alloc(0),
      'file-locked': pdfWith('/Encrypt 5 0 R'),
      'file-broken': jpegWith().subarray(0, -30),
      'file-over-size': pdfWith('', 10 * 1024 * 1024 + 200),
    };
    for (const [problem, file] of Object.entries(wrong)) expect(await take(file)).toEqual({ problem });
    expect([await rows('file'), await parts()].map(({ length }) => length)).toEqual(before);
  });

  it('leaves nothing when its sender goes away, and no key when we die in the middle', async () => {
    const before = (await rows('file')).length;
    async function* broken() {
      yield* inPieces(secretPdf('SCANNED-WORDS', 1_200_000));
      throw new Error('gone');
    }
    const sent = { name: 'a.pdf', bytes: broken() };
    await expect(takeFile(world, owner(), { use: 'request-document', sent })).rejects.toThrow('gone');
    expect(await rows('file')).toHaveLength(before);
    // As after a crash: taken, never kept.
    const done = await taken(secretPdf('SCANNED-WORDS', 1_200_000));
    const left = (await rows('file')).filter(({ file_id: id }) => id === done.id);
    expect(left).toMatchObject([{ state: 'arriving', sealed: null, digest: null, entry_id: null }]);
    await expect(openOwnFile(world, me(), done.id)).rejects.toMatchObject({ code: 'ERR_NOT_FOUND' });
    expect(await attacker.world.readable()).toEqual([]);
    const { sweepExpired } = await import('../../src/system/index.ts');
    await sweepExpired(world);
    expect((await rows('file')).map(({ file_id: id }) => id)).toContain(done.id);
    attacker.world.wait({ minutes: 61 });
    await sweepExpired(world);
    expect((await rows('file')).map(({ file_id: id }) => id)).not.toContain(done.id);
    expect((await parts()).map(({ file_id: id }) => id)).not.toContain(done.id);
    await expect(attach(done, await request())).rejects.toMatchObject({ code: 'ERR_EXPIRED' });
  });

  it('is taken beside another at once, and of many at once no more than one person may have', async () => {
    const files = ['one', 'two'].map((word) => secretPdf(`SCANNED-WORDS ${word}`, 1_100_000));
    const both = await Promise.all(files.map((file) => taken(file, 1)));
    const matter = await request(1);
    for (const one of both) await attach(one, matter, 1);
    for (const [n, file] of files.entries())
      expect(await all((await openOwnFile(world, me(1), both[n]?.id ?? '')).bytes)).toStrictEqual(file);
    // Each on its way counts as the largest that may come: of a hundred megabytes few are left.
    const many = await Promise.all(Array.from({ length: 16 }, () => take(pdfWith('', 700_000), 1)));
    const through = many.filter((one): one is TakenFile => !('problem' in one));
    expect(many.filter((one) => 'problem' in one)).toContainEqual({ problem: 'file-quota' });
    expect(through.length).toBeLessThanOrEqual(9);
    for (const one of through) await dropFile(world, one);
    expect(await take(pdfWith(), 1)).not.toHaveProperty('problem');
  });

  it('edited, swapped, cut short or lost in the store is never given out, and an entry says so', async () => {
    const spoil: Readonly<Record<string, (id: Id, other: Id) => Promise<unknown>>> = {
      edited: (id) =>
        attacker.sql.query(
          `update file_part set bytes = set_byte(bytes, 77, get_byte(bytes, 77) # 1)
           where file_id = $1 and part = 1`,
          [id],
        ),
      'of another file': (id, other) =>
        attacker.sql.query(
          `update file_part p set bytes = o.bytes from file_part o
           where p.file_id = $1 and o.file_id = $2 and p.part = 0 and o.part = 0`,
          [id, other],
        ),
      'in another order': (id) =>
        attacker.sql.query(
          `update file_part p set bytes = o.bytes from file_part o
           where p.file_id = $1 and o.file_id = $1 and p.part + o.part = 1`,
          [id],
        ),
      'cut short': (id) =>
        attacker.sql
          .query('delete from file_part where file_id = $1 and part = 2', [id])
          .then(() => attacker.sql.query('update file set parts = 2 where file_id = $1', [id])),
      lost: (id) => attacker.sql.query('delete from file_part where file_id = $1', [id]),
    };
    for (const [how, edit] of Object.entries(spoil)) {
      const { id } = await kept(secretPdf('SCANNED-WORDS', 1_300_000));
      const other = await kept(secretPdf('SCANNED-WORDS', 1_300_000));
      await edit(id, other.id);
      await expect(openOwnFile(world, me(), id), how).rejects.toMatchObject({ reason: 'file-damaged' });
      const of = (await rows('file')).find(({ file_id: one }) => one === id);
      expect(of?.state, how).toBe('damaged');
      await attacker.world.installation.tick();
      const said = (await rows('log_leaf'))
        .map(({ leaf }) => leaf.toString('utf8'))
        .filter((leaf) => leaf.includes(id));
      expect(
        said.filter((leaf) => leaf.includes('file-damaged')),
        how,
      ).toHaveLength(1);
      await expect(openOwnFile(world, me(), id), how).rejects.toMatchObject({ reason: 'file-damaged' });
      await attacker.sql.query('delete from file where file_id = any($1)', [[id, other.id]]);
      await attacker.sql.query('delete from file_part where file_id = any($1)', [[id, other.id]]);
    }
  });

  it('whose sealed description was swapped is refused and recorded, until it opens again', async () => {
    const [one, other] = [
      await kept(secretPdf('SCANNED-WORDS', 9_000)),
      await kept(secretPdf('OTHER', 9_000)),
    ];
    const sealed = 'select sealed from file where file_id = $1';
    const before = (await attacker.sql.query(sealed, [one.id])).rows[0].sealed;
    const put = (bytes: unknown) =>
      attacker.sql.query('update file set sealed = $2 where file_id = $1', [one.id, bytes]);
    await put((await attacker.sql.query(sealed, [other.id])).rows[0].sealed);
    await expect(openOwnFile(world, me(), one.id)).rejects.toMatchObject({ reason: 'segment-refused' });
    expect((await rows('broken_seal')).map(({ place }) => place)).toEqual(['file']);
    expect((await rows('incident')).map(({ source, state }) => [source, state])).toEqual([
      ['sealed', 'alert'],
    ]);
    await put(before);
    expect(await lookAgain(world, attacker.world.service.id)).toBe(1);
    expect(await rows('broken_seal')).toEqual([]);
    expect((await openOwnFile(world, me(), one.id)).kind).toBe('pdf');
    await attacker.sql.query('delete from file where file_id = any($1)', [[one.id, other.id]]);
    await attacker.sql.query('delete from file_part where file_id = any($1)', [[one.id, other.id]]);
  });

  it('is looked at every day without its key, and the ones that are whole stay', async () => {
    const good = await kept(secretPdf('SCANNED-WORDS', 700_000));
    const bad = await kept(secretPdf('SCANNED-WORDS', 700_000));
    await attacker.sql.query(
      `update file_part set bytes = set_byte(bytes, 5, get_byte(bytes, 5) # 1)
       where file_id = $1 and part = 1`,
      [bad.id],
    );
    const states = async () =>
      Object.fromEntries((await rows('file')).map(({ file_id: id, state }) => [id, state as string]));
    await checkFiles(world, fail);
    expect(await states()).toMatchObject({ [good.id]: 'kept', [bad.id]: 'kept' });
    attacker.world.wait({ hours: 25 });
    await checkFiles(world, fail);
    expect(await states()).toMatchObject({ [good.id]: 'kept', [bad.id]: 'damaged' });
    const officer = await attacker.world.officer();
    expect((await officer.get('/console')).body).toContain('Повреждённые файлы');
    const board = await attacker.world.prove();
    const sealed = board.clauses
      .flatMap(({ pledges }) => pledges)
      .filter(({ pledge }) => pledge.kind === 'security-sealed');
    expect(sealed.map(({ state }) => state)).toContain('broken');
    await attacker.sql.query('delete from file where file_id = $1', [bad.id]);
    await attacker.sql.query('delete from file_part where file_id = $1', [bad.id]);
    const select = 'select bytes from file_part where file_id = $1 order by part';
    const stored = (await attacker.sql.query(select, [good.id])).rows;
    const row = (await rows('file')).find(({ file_id: id }) => id === good.id);
    const digest = createHash('sha256').update(Buffer.concat(stored.map(({ bytes }) => bytes)));
    expect(row?.digest).toStrictEqual(digest.digest());
  });

  it('goes with its person: its key at once, its ciphertext with the sweep', async () => {
    const { id } = await kept(secretPdf('SCANNED-WORDS', 700_000), 1);
    const { destroyAccount } = await import('../../src/system/index.ts');
    const { act } = await destroyAccount(world, me(1));
    expect((await rows('file')).filter(({ subject_id: of }) => of === ids[1])).toEqual([]);
    await expect(openOwnFile(world, me(1), id)).rejects.toMatchObject({ code: 'ERR_NOT_FOUND' });
    await attacker.world.installation.tick();
    expect((await parts()).filter(({ subject_id: of }) => of === ids[1])).toEqual([]);
    const { counts } = (await rows('destruction_act')).find(({ act_id: one }) => one === act) ?? {};
    expect(counts).toMatchObject({ files: expect.any(Number), parts: expect.any(Number) });
    await attacker.world.checkPledges();
  });
});
