import { expect, it } from 'vitest';
import { describeStore } from '../../../test/store-contract.ts';
import { anId, aSubject, register, someBytes } from '../../../test/store-rows.ts';

describeStore('subjects, keys, segments, blind index', (at) => {
  it('gives a subject back as it was stored, absent properties absent', async () => {
    const service = at.service();
    const row = aSubject(service);
    const grown = aSubject(service, { adult: true, language: 'kk', kind: 'staff' });
    await at.transaction(async (tx) => {
      await tx.subjects.insert(row);
      await tx.subjects.insert(grown);
    });
    expect(await at.transaction((tx) => tx.subjects.get(service, row.id))).toStrictEqual(row);
    expect(await at.transaction((tx) => tx.subjects.lock(service, grown.id, 'update'))).toStrictEqual(grown);
    expect(await at.transaction((tx) => tx.subjects.get(at.service(), row.id))).toBeUndefined();
  });

  it('counts versions up and moves a subject to another policy', async () => {
    const service = at.service();
    const { id } = await at.transaction((tx) => register(tx, service));
    await at.transaction((tx) => tx.subjects.bumpVersion(service, id));
    await at.transaction((tx) => tx.subjects.bumpVersion(service, id));
    await at.transaction((tx) => tx.subjects.setPolicy(service, id, 'h2'));
    const row = await at.transaction((tx) => tx.subjects.lock(service, id, 'share'));
    expect(row).toMatchObject({ version: 3, policyHash: 'h2' });
  });

  it('changes the language of one subject and of no other', async () => {
    const service = at.service();
    const [one, other] = await at.transaction(async (tx) => [
      await register(tx, service),
      await register(tx, service),
    ]);
    await at.transaction((tx) => tx.subjects.setLanguage(service, one.id, 'kk'));
    const languages = await at.transaction((tx) =>
      Promise.all([one, other].map(async ({ id }) => (await tx.subjects.get(service, id))?.language)),
    );
    expect(languages).toStrictEqual(['kk', other.language]);
  });

  it('pages through subjects of a kind, newest first, each once', async () => {
    const service = at.service();
    const ids: string[] = [];
    await at.transaction(async (tx) => {
      for (let n = 0; n < 7; n++) ids.push((await register(tx, service)).id);
      await register(tx, service, { kind: 'staff' });
      await register(tx, at.service());
    });
    const seen: string[] = [];
    for (;;) {
      const after = seen.at(-1);
      const page = { limit: 3, ...(after === undefined ? {} : { after }) };
      const rows = await at.transaction((tx) => tx.subjects.list(service, 'user', page));
      if (rows.length === 0) break;
      expect(rows.length).toBeLessThanOrEqual(3);
      seen.push(...rows.map((row) => row.id));
    }
    expect(seen).toStrictEqual(ids.reverse());
    expect(await at.transaction((tx) => tx.subjects.count(service, 'user'))).toBe(7);
    expect(await at.transaction((tx) => tx.subjects.count(service, 'staff'))).toBe(1);
  });

  it('removes a subject and its key once', async () => {
    const service = at.service();
    const { id } = await at.transaction((tx) => register(tx, service));
    const key = await at.transaction((tx) => tx.subjectKeys.get(service, id));
    expect(key).toMatchObject({ epoch: 1 });
    expect(key?.bytes).toHaveLength(24);
    expect(await at.transaction((tx) => tx.subjectKeys.remove(service, id))).toBe(1);
    expect(await at.transaction((tx) => tx.subjectKeys.remove(service, id))).toBeUndefined();
    expect(await at.transaction((tx) => tx.subjectKeys.get(service, id))).toBeUndefined();
    expect(await at.transaction((tx) => tx.subjects.remove(service, id))).toBe(1);
    expect(await at.transaction((tx) => tx.subjects.remove(service, id))).toBe(0);
  });

  it('keeps one segment per access and retention class, the last one put', async () => {
    const service = at.service();
    const subject = anId();
    const old = { access: 'secret', retention: 'ordinary', version: 1, bytes: someBytes(5000) };
    const next = { ...old, version: 2, bytes: someBytes(0) };
    const other = { ...old, access: 'limited' };
    await at.transaction(async (tx) => {
      for (const segment of [old, other, next]) await tx.segments.put(service, subject, segment);
    });
    expect(await at.transaction((tx) => tx.segments.list(service, subject))).toStrictEqual([other, next]);
    expect(await at.transaction((tx) => tx.segments.remove(service, subject, 'secret', 'legal'))).toBe(0);
    expect(await at.transaction((tx) => tx.segments.remove(service, subject, 'secret', 'ordinary'))).toBe(1);
    expect(await at.transaction((tx) => tx.segments.removeAll(service, subject))).toBe(1);
    expect(await at.transaction((tx) => tx.segments.list(service, subject))).toStrictEqual([]);
  });

  it('samples segments of this service only, none of an empty one', async () => {
    const service = at.service();
    const put = { access: 'secret', retention: 'ordinary', version: 1, bytes: someBytes() };
    const subjects = [anId(), anId(), anId()];
    expect(await at.transaction((tx) => tx.segments.sample(service, 5))).toStrictEqual([]);
    await at.transaction(async (tx) => {
      for (const subject of subjects) await tx.segments.put(service, subject, put);
      await tx.segments.put(at.service(), anId(), put);
    });
    const sample = await at.transaction((tx) => tx.segments.sample(service, 50));
    expect(sample.length).toBeGreaterThan(0);
    expect(sample.length).toBeLessThanOrEqual(3);
    for (const row of sample) expect(row).toStrictEqual({ ...put, subject: expect.any(String) });
    expect(subjects).toEqual(expect.arrayContaining(sample.map((row) => row.subject)));
    expect(await at.transaction((tx) => tx.segments.sample(service, 1))).toHaveLength(1);
  });

  it('finds subjects by digest, within the service and field', async () => {
    const service = at.service();
    const [one, two] = [anId(), anId()];
    const digest = someBytes(16);
    await at.transaction(async (tx) => {
      await tx.blindIndex.claim(service, 'email', digest);
      await tx.blindIndex.put(service, one, 'email', digest);
      await tx.blindIndex.put(service, one, 'email', digest);
      await tx.blindIndex.put(service, two, 'email', digest);
      await tx.blindIndex.put(service, two, 'phone', digest);
    });
    expect(await at.transaction((tx) => tx.blindIndex.find(service, 'email', digest))).toStrictEqual([
      one,
      two,
    ]);
    expect(await at.transaction((tx) => tx.blindIndex.find(service, 'phone', digest))).toStrictEqual([two]);
    expect(await at.transaction((tx) => tx.blindIndex.find(at.service(), 'email', digest))).toStrictEqual([]);
    expect(await at.transaction((tx) => tx.blindIndex.find(service, 'email', someBytes(16)))).toStrictEqual(
      [],
    );
    expect(await at.transaction((tx) => tx.blindIndex.count(service, two))).toBe(2);
    expect(await at.transaction((tx) => tx.blindIndex.remove(service, two, 'phone'))).toBe(1);
    expect(await at.transaction((tx) => tx.blindIndex.removeAll(service, two))).toBe(1);
    expect(await at.transaction((tx) => tx.blindIndex.count(service, two))).toBe(0);
  });

  it('lets rivals for a digest through one by one: the second sees what the first stored', async () => {
    const service = at.service();
    const digest = someBytes(16);
    const attempt = () =>
      at.transaction(async (tx) => {
        await tx.blindIndex.claim(service, 'email', digest);
        if ((await tx.blindIndex.find(service, 'email', digest)).length > 0) return 'taken';
        await tx.blindIndex.put(service, anId(), 'email', digest);
        return 'mine';
      });
    const outcomes = await Promise.all([attempt(), attempt(), attempt(), attempt()]);
    expect(outcomes.sort()).toStrictEqual(['mine', 'taken', 'taken', 'taken']);
  });
});
