import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeCrypto } from '../../src/keys/index.ts';
import { bodyOf, draftPolicy, readText } from '../../src/reader/index.ts';
import { accents, listFaces, openService, type ServiceRecord } from '../../src/system/index.ts';
import { openWorld, type Reply, type TestWorld, type Visitor } from '../world.ts';
import { aigul, exampleText, putInForce } from './liar.ts';

const text = exampleText();
const keys = ['dala', 'zhetisu', 'altyn', 'bazar', 'saraishyq'];

function open(world: TestWorld, key: string, prose = text): Promise<{ service: ServiceRecord }> {
  const policy = draftPolicy(
    readText(prose, { name: `${key}.txt`, hash: nodeCrypto.hash }),
    prose,
    nodeCrypto.hash,
  );
  return openService(world.installation.world, { key, policy, text: bodyOf(prose) });
}

const titleOf = ({ body }: Reply) => /<title>([^<]*)<\/title>/.exec(body)?.[1] ?? '';
const accentOf = ({ body }: Reply) => /<body class="[^"]*accent-([a-z]+)/.exec(body)?.[1] ?? '';

describe('five services on one server', () => {
  let world: TestWorld;
  let officer: Visitor;
  const services = new Map<string, ServiceRecord>();
  beforeAll(async () => {
    world = await openWorld(text, { key: keys[0] as string });
    services.set(keys[0] as string, world.service);
    for (const key of keys.slice(1)) {
      const { service } = await open(world, key, text.replaceAll('Дала кітап', `Дүкен ${key}`));
      services.set(key, service);
    }
    officer = await world.officer();
  }, 120_000);
  afterAll(() => world?.close());

  it('are told apart by title, name, mark, accent and the picture on the tab', async () => {
    const visitor = world.visitor();
    const pages = await Promise.all(keys.map((key) => visitor.get(`/s/${key}/`)));
    expect(new Set(pages.map(titleOf)).size).toBe(keys.length);
    expect(new Set(pages.map(accentOf)).size).toBe(keys.length);
    for (const accent of pages.map(accentOf)) expect(accents).toContain(accent);
    const faces = await listFaces(world.installation.world);
    expect(new Set(faces.map(({ face }) => `${face.mark} ${face.accent}`)).size).toBe(keys.length);
    const marks = await Promise.all(keys.map((key) => visitor.get(`/s/${key}/mark.svg`)));
    expect(new Set(marks.map(({ body }) => body)).size).toBe(keys.length);
    for (const [at, key] of keys.entries()) expect(pages[at]?.body).toContain(`href="/s/${key}/mark.svg"`);
  });

  it('have keys and logs of their own', async () => {
    const { keys: ring, store } = world.installation.world;
    await world.installation.tick();
    const seen = new Set<string>();
    for (const service of services.values()) {
      const { indexKey, draftKey, logKey } = ring.service(service.id);
      for (const key of [indexKey, draftKey, logKey.publicKey]) seen.add(Buffer.from(key).toString('hex'));
      const checkpoint = await store.transaction((tx) => tx.log.checkpoint(service.id));
      expect(checkpoint?.note).toContain(service.id);
    }
    expect(seen.size).toBe(3 * services.size);
  });

  it('know nothing of one another: a session and an account of one is nobody at the next', async () => {
    const { visitor, consent } = await world.register(aigul);
    expect((await visitor.get(`/s/dala/me/consents/${consent}`)).status).toBe(200);
    for (const key of keys.slice(1)) {
      const there = await visitor.get(`/s/${key}/me`);
      expect([there.status, there.location]).toEqual([303, expect.stringContaining(`/s/${key}/sign-in`)]);
      expect((await officer.get(`/console/s/${key}/subjects`)).body).toContain('никого');
    }
    const found = await officer.post('/console/s/zhetisu/subjects', { address: aigul.email as string });
    expect(found.status).toBe(404);
  });

  it('come into force one by one, and the draft mark goes with each', async () => {
    await putInForce(world);
    const visitor = world.visitor();
    expect((await visitor.get('/s/dala/')).body).not.toContain('class="draft"');
    for (const key of keys.slice(1))
      expect((await visitor.get(`/s/${key}/`)).body).toContain('class="draft"');
  });

  it('lead to one another in the console with the page kept', async () => {
    const page = await officer.get('/console/s/dala/outbox?after=00000000-0000-7000-8000-000000000000');
    for (const key of keys.slice(1)) expect(page.body).toContain(`href="/console/s/${key}/outbox"`);
    expect(page.body).not.toContain('href="/console/s/dala/outbox?');
    const { body } = await officer.get('/console');
    for (const key of keys) expect(body).toContain(`/console/s/${key}`);
  });

  it('are found on the first page by a part of the name or the key', async () => {
    const visitor = world.visitor();
    const found = await visitor.get('/?find=ZHETI');
    expect(found.body).toContain('href="/s/zhetisu/"');
    expect(found.body).not.toContain('href="/s/altyn/"');
    expect((await visitor.get('/?find=%3Cscript%3E')).body).toContain('Такого сервиса здесь нет');
  });
});

describe('the look of a service', () => {
  let world: TestWorld;
  let officer: Visitor;
  const at = () => `/console${world.base}/settings`;
  beforeAll(async () => {
    world = await openWorld(text);
    officer = await world.officer();
  });
  afterAll(() => world?.close());

  it('is changed by the officer and stands on every page; the change is an entry', async () => {
    const form = { name: 'Лавка «Ә»', mark: 'ӘЛ', accent: 'graphite' };
    expect((await officer.post(at(), form)).status).toBe(303);
    for (const path of ['/', '/privacy', '/register', '/sign-in', '/log']) {
      const page = await world.visitor().get(`${world.base}${path}`);
      expect(accentOf(page), path).toBe('graphite');
      expect(titleOf(page), path).toContain('Лавка «Ә»');
      expect(page.body, path).toContain('ӘЛ</span>');
    }
    expect((await officer.get(`/console${world.base}/ledger`)).body).toContain(
      'Ответственное лицо изменило облик',
    );
  });

  it('goes back to what the text says when the name is left empty', async () => {
    expect((await officer.post(at(), { name: ' ', mark: 'ДК', accent: 'blue' })).status).toBe(303);
    expect(titleOf(await world.visitor().get(`${world.base}/`))).not.toContain('Лавка');
  });

  it.each([
    [{ name: 'x'.repeat(61), mark: 'ДК', accent: 'blue' }, 'name'],
    [{ name: 'a\u0000b', mark: 'ДК', accent: 'blue' }, 'name'],
    [{ name: '\u200b\u2060\u200d', mark: 'ДК', accent: 'blue' }, 'name'],
    [{ name: '', mark: '', accent: 'blue' }, 'mark'],
    [{ name: '', mark: '<b>', accent: 'blue' }, 'mark'],
    [{ name: '', mark: 'ABCD', accent: 'blue' }, 'mark'],
    [{ name: '', mark: 'ДК', accent: 'red' }, 'accent'],
    [{ name: '', mark: 'ДК', accent: '' }, 'accent'],
  ])('is refused as %o', async (form, field) => {
    const reply = await officer.post(at(), form);
    expect(reply.status).toBe(422);
    expect(reply.body).toContain(`id="in-${field}-fault"`);
    expect(accentOf(await world.visitor().get(`${world.base}/`))).toBe('blue');
  });

  it('cannot be that of another, and two of one name are called with their keys', async () => {
    const { service } = await open(world, 'twin');
    const visitor = world.visitor();
    for (const base of [world.base, '/s/twin']) {
      const key = base.slice(3);
      expect(titleOf(await visitor.get(`${base}/`))).toContain(`(${key})`);
    }
    const taken = await officer.post('/console/s/twin/settings', { name: '', mark: 'ДК', accent: 'blue' });
    expect(taken.status).toBe(422);
    expect(taken.body).toContain('Такой знак этого цвета уже у другого сервиса');
    const named = { name: 'Егіз', mark: 'Е', accent: 'plum' };
    expect((await officer.post(`/console/s/${service.key}/settings`, named)).status).toBe(303);
    expect(titleOf(await visitor.get(`${world.base}/`))).not.toContain('(test)');
  });
});
