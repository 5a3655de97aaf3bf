import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeCrypto } from '../../src/keys/index.ts';
import type { Policy } from '../../src/policy/index.ts';
import { bodyOf, draftPolicy, readText } from '../../src/reader/index.ts';
import { listVersions, type Opened, openService } from '../../src/system/index.ts';
import { openWorld, type Person, type TestWorld, type Visitor } from '../world.ts';
import { completion, exampleText, putInForce } from './liar.ts';
import { prove } from './proof.ts';

const aigul: Person = {
  full_name: 'Айгүл Жақыпова',
  email: 'aigul.zhakypova@example.kz',
  phone: '+77010001122',
  birth_date: '1985-05-15',
};

const first = exampleText();
const added = '9.9. Мы можем присылать новости партнёров тем, кто согласился на рассылку.';
/** The example with a clause more; with another one; with one less. */
const second = first.replace(/\n9\.3\./, `\n${added}\n9.3.`);
const third = first.replace(/\n9\.3\./, '\n9.8. Мы не продаём ваши данные.\n9.3.');

/** Offers a text for the service, as `kepil run` does. */
function offer(world: TestWorld, text: string): Promise<Opened> {
  const reading = readText(text, { name: 'policy.txt', hash: nodeCrypto.hash });
  const policy = draftPolicy(reading, text, nodeCrypto.hash);
  return openService(world.installation.world, { key: world.service.key, policy, text: bodyOf(text) });
}

const states = async (world: TestWorld) =>
  (await listVersions(world.installation.world, world.service)).heads
    .map(({ version, status }) => `${version} ${status}`)
    .sort();

/** Rules of the entries about the policy, in the order of the log. */
async function deeds(world: TestWorld): Promise<readonly string[]> {
  await world.installation.tick();
  const { store } = world.installation.world;
  const size = await store.transaction((tx) => tx.log.size(world.service.id));
  const leaves = await store.transaction((tx) => tx.log.leaves(world.service.id, 0, size));
  return leaves
    .map((leaf) => JSON.parse(Buffer.from(leaf).toString('utf8')) as { kind: string; because?: string[] })
    .filter(({ kind }) => kind === 'policy')
    .flatMap(({ because = [] }) => because);
}

const textOf = (html: string) => html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');

describe('a changed text of a policy in force', () => {
  let world: TestWorld;
  let officer: Visitor;
  let person: Visitor;
  let hash: string;
  const at = (path: string) => `/console${world.base}${path}`;
  beforeAll(async () => {
    world = await openWorld(first);
    officer = await world.officer();
    await putInForce(world);
    person = (await world.register(aigul)).visitor;
    hash = (await world.prove()).version.hash;
  });
  afterAll(() => world?.close());

  it('is the same version when it is the same text, however often it is offered', async () => {
    for (let times = 0; times < 2; times++) {
      const opened = await offer(world, first);
      expect(opened).toMatchObject({ outcome: 'same', head: { version: 2, status: 'live' } });
      expect(opened.waiting).toBeUndefined();
    }
    expect(await states(world)).toEqual(['1 superseded', '2 live']);
  });

  it('waits as the next draft, and nobody but the officer is shown it', async () => {
    expect(second).not.toBe(first);
    const opened = await offer(world, second);
    expect(opened).toMatchObject({ outcome: 'next-draft', head: { version: 2 }, waiting: { version: 3 } });
    expect((await world.visitor().get(`${world.base}/privacy`)).body).not.toContain('новости партнёров');
    expect((await world.visitor().get(`${world.base}/privacy/3`)).status).toBe(404);
    expect((await world.visitor().get(`${world.base}/`)).body).not.toContain('ждёт вашего решения');
    expect((await officer.get('/console')).body).toContain(at('/versions/3'));
    expect((await officer.get(at('/board'))).body).toContain('редакция 3 ждёт вашего решения');
    expect((await world.prove()).version.hash).toBe(hash);
  });

  it('is shown clause by clause beside the version in force, with the promises that came', async () => {
    const page = await officer.get(at('/versions/3'));
    expect(page.status).toBe(200);
    const said = textOf(page.body);
    expect(said).toMatch(/Пунктов добавлено 1 убрано 0 изменено 0/);
    expect(page.body).toContain('<ins>Мы можем присылать новости партнёров');
    expect(said).toMatch(/появилось/);
    expect(said).toContain('Читать и утверждать по пунктам');
    expect(page.body).not.toContain('value="adopt"');
  });

  it('is the same waiting draft when it is offered again', async () => {
    expect(await offer(world, second)).toMatchObject({ outcome: 'same', waiting: { version: 3 } });
    expect(await states(world)).toEqual(['1 superseded', '2 live', '3 draft']);
  });

  it('leaves the waiting draft where it is when the text in force is offered', async () => {
    const opened = await offer(world, first);
    expect(opened).toMatchObject({ outcome: 'same', head: { version: 2 }, waiting: { version: 3 } });
  });

  it('gives its place to a later one, with an entry; its approvals do not go along', async () => {
    expect((await officer.post(at('/approve'), { version: '3', all: 'yes' })).status).toBe(303);
    const opened = await offer(world, third);
    expect(opened).toMatchObject({ outcome: 'next-draft', waiting: { version: 4 }, replaced: 3 });
    expect(await states(world)).toEqual(['1 superseded', '2 live', '3 replaced', '4 draft']);
    expect(await deeds(world)).toContain('draft-replaced');
    expect(textOf((await officer.get(at('/approve'))).body)).not.toContain('Утверждено');
  });

  it('is not approved by a form that shows the draft before it', async () => {
    for (const form of [{ all: 'yes' }, { clause: '1.1' }, completion]) {
      const reply = await officer.post(at('/approve'), { version: '3', ...form });
      expect(reply.status).toBe(409);
      expect(reply.body).toContain('Черновик, который был на странице, уже другой');
    }
    expect((await officer.post(at('/versions/3'), { act: 'drop' })).status).toBe(409);
    expect((await officer.post(at('/versions/4'), { act: 'approve' })).status).toBe(400);
    expect((await officer.post(at('/versions/4'), { act: 'adopt' })).status).toBe(409);
    expect(await states(world)).toEqual(['1 superseded', '2 live', '3 replaced', '4 draft']);
  });

  it('is turned down by the officer, and stays so when it is offered again', async () => {
    expect((await officer.post(at('/versions/4'), { act: 'drop' })).status).toBe(303);
    expect(await offer(world, third)).toMatchObject({ outcome: 'dropped', head: { version: 2 } });
    expect(await states(world)).toEqual(['1 superseded', '2 live', '3 replaced', '4 dropped']);
    expect((await officer.get(at('/board'))).body).not.toContain('ждёт вашего решения');
  });

  it('waits again when the officer takes it up, and gives way to one that was never decided', async () => {
    expect((await officer.get(at('/versions/4'))).body).toContain('value="reopen"');
    expect((await officer.post(at('/versions/4'), { act: 'reopen' })).status).toBe(303);
    expect((await states(world)).at(-1)).toBe('5 draft');
    expect((await officer.get(at('/versions/4'))).body).not.toContain('value="reopen"');
    const opened = await offer(world, second);
    expect(opened).toMatchObject({ outcome: 'next-draft', waiting: { version: 6 }, replaced: 5 });
  });

  it('comes into force when the officer approves it; who agreed before stays on their version', async () => {
    const page = await officer.get(at('/approve'));
    expect(page.body, 'filled in as for the version in force').toContain(completion['c.hostName']);
    await putInForce(world);
    expect(await states(world)).toEqual([
      '1 superseded',
      '2 superseded',
      '3 replaced',
      '4 dropped',
      '5 replaced',
      '6 replaced',
      '7 live',
    ]);
    const copy = (await person.get(`${world.base}/me/export.json`)).json() as { policy: string };
    expect(copy.policy).toBe(hash);
    const now = await world.visitor().get(`${world.base}/privacy`);
    expect(now.body).toContain('новости партнёров');
    expect(now.body).toContain(`${world.base}/privacy/2`);
    const then = await world.visitor().get(`${world.base}/privacy/2`);
    expect(then.body).not.toContain('новости партнёров');
    expect(then.body).toContain('Это прежняя редакция');
    for (const path of ['3', '4', '5', '6', '0', '99', 'x', '7x'])
      expect((await world.visitor().get(`${world.base}/privacy/${path}`)).status, path).toBe(404);
  });

  it('may go back to an older text: a draft of its own, the old version once it is approved', async () => {
    expect(await offer(world, first)).toMatchObject({ outcome: 'next-draft', waiting: { version: 8 } });
    await putInForce(world);
    const board = await world.prove();
    expect(board.version.hash).toBe(hash);
    expect(board.version.version).toBe(9);
    expect((await officer.get(at('/versions'))).status).toBe(200);
    await world.checkPledges();
  });

  it('leaves an entry of every step', async () => {
    expect(await deeds(world)).toEqual([
      ...['draft-opened', 'draft-opened', 'draft-replaced', 'draft-opened', 'draft-dropped'],
      ...['draft-reopened', 'draft-replaced', 'draft-opened', 'policy-took-effect'],
      ...['draft-opened', 'policy-took-effect'],
    ]);
  });
});

describe('a changed text of a service that runs as a draft', () => {
  let world: TestWorld;
  let officer: Visitor;
  beforeAll(async () => {
    world = await openWorld(first);
    officer = await world.officer();
  });
  afterAll(() => world?.close());
  const at = (path: string) => `/console${world.base}${path}`;

  it('waits too, and the service goes on as the draft people registered under', async () => {
    const { visitor } = await world.register(aigul);
    const before = (await world.prove()).version.hash;
    expect(await offer(world, second)).toMatchObject({
      outcome: 'next-draft',
      head: { version: 1, status: 'draft' },
      waiting: { version: 2 },
    });
    expect((await world.prove()).version.hash).toBe(before);
    expect((await officer.get(at('/versions/2'))).body).toContain('value="adopt"');
    world.wait({ minutes: 11 });
    const proves = officer.provesBy;
    officer.provesBy = undefined;
    expect((await officer.post(at('/versions/2'), { act: 'adopt' })).status).toBe(401);
    expect(await states(world)).toEqual(['1 draft', '2 draft']);
    officer.provesBy = proves;
    expect((await officer.post(at('/versions/2'), { act: 'adopt' })).status).toBe(303);
    expect(await states(world)).toEqual(['1 superseded', '2 draft']);
    expect((await world.prove()).version.hash).not.toBe(before);
    await prove(world, visitor);
    const copy = (await visitor.get(`${world.base}/me/export.json`)).json() as { policy: string };
    expect(copy.policy).toBe(before);
    expect((await world.visitor().get(`${world.base}/privacy/1`)).status).toBe(200);
    await world.checkPledges();
  });

  it('of two texts at once one waits and the other was replaced, whichever came first', async () => {
    const opened = await Promise.all([offer(world, third), offer(world, first), offer(world, third)]);
    const { heads } = await listVersions(world.installation.world, world.service);
    expect(heads.filter(({ status }) => status === 'draft')).toHaveLength(2);
    expect(opened.map(({ outcome }) => outcome)).not.toContain('new');
    expect(new Set(heads.map(({ version }) => version)).size).toBe(heads.length);
  });
});

describe('a policy file without prose', () => {
  it('is the same version as the one completed from it', async () => {
    const world = await openWorld(first);
    try {
      const { policy } = (await world.prove()).version;
      const file: Policy = { ...policy, title: 'Политика из файла' };
      const { key } = world.service;
      const give = () => openService(world.installation.world, { key, policy: file });
      expect((await give()).outcome).toBe('next-draft');
      await putInForce(world);
      expect(await give()).toMatchObject({ outcome: 'same', head: { status: 'live' } });
      expect((await give()).waiting).toBeUndefined();
    } finally {
      await world.close();
    }
  });
});
