import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeEntry } from '../../src/ledger/index.ts';
import { openWorld, type Person, type TestWorld } from '../world.ts';

const seed = new URL('../../../shared/seeds/000_0eb97e0e4b0a1909.txt', import.meta.url);
const aigul: Person = {
  full_name: 'Айгүл Жақыпова',
  birth_date: '1985-05-15',
  email: 'aigul.zhakypova@example.kz',
  phone: '+77010001122',
  postal_address: 'Алматы, улица Придуманная, 12',
};

/** What both services share: the whole path of one person, from the text to the act of destruction. */
function path(name: string, text: () => string): void {
  describe(`the path at ${name}`, () => {
    let world: TestWorld;
    beforeAll(async () => {
      world = await openWorld(text());
    });
    afterAll(() => world?.close());

    it('shows the policy clause by clause with version and hash', async () => {
      const page = await world.visitor().get(`${world.base}/privacy`);
      expect(page.status).toBe(200);
      const board = await world.prove();
      expect(page.body).toContain(board.version.hash);
      for (const { id } of board.version.policy.clauses)
        expect(page.body).toContain(`id="c-${id.replaceAll('.', '-')}"`);
      const clauses = board.clauses.filter(({ state }) => state !== undefined);
      expect(clauses.length).toBe(
        board.version.policy.clauses.filter(({ kind }) => kind === 'clause').length,
      );
    });

    it('stores nothing without the tick', async () => {
      const reply = await world.fill(world.visitor(), aigul, { consent: false });
      expect(reply.status).toBe(422);
      expect(reply.body).toContain('Без согласия регистрация невозможна');
      await nothingStored(world);
    });

    it('refuses a field the policy does not list, a bad value and a person under eighteen', async () => {
      const stray = await world.fill(world.visitor(), { ...aigul, marital_status: 'в браке' });
      expect(stray.status).toBe(422);
      const bad = await world.fill(world.visitor(), { ...aigul, email: 'не адрес', phone: '12' });
      expect(bad.body).toContain('записан неверно');
      const young = await world.fill(world.visitor(), { ...aigul, birth_date: '2008-11-21' });
      expect(young.status).toBe(422);
      expect(young.body).toContain('достигших 18 лет');
      await nothingStored(world);
      const grown = await world.fill(world.visitor(), { ...aigul, birth_date: '2008-11-20' });
      expect(grown.status, grown.body).toBe(200);
    });

    it('forgets a draft after ten minutes', async () => {
      world.wait({ minutes: 11 });
      const { sweepExpired } = await import('../../src/system/index.ts');
      expect(await sweepExpired(world.installation.world)).toBe(1);
      await nothingStored(world);
    });

    it('registers with the code, keeps the evidence and proves it', async () => {
      const { visitor, consent } = await world.register(aigul);
      await world.installation.tick();
      const receipt = await visitor.get(`${world.base}/me/consents/${consent}`);
      expect(receipt.status).toBe(200);
      expect(receipt.body).toContain('class="proof"');
      const mine = await visitor.get(`${world.base}/me`);
      expect(mine.status).toBe(200);
      expect(mine.body).not.toContain(aigul.email as string);
      await world.checkPledges();
    });

    it('reads through the gate for a declared purpose and refuses any other with its reason', async () => {
      const officer = await world.officer();
      const policy = (await world.prove()).version.policy;
      const purpose =
        policy.purposes.find((row) => ['provide_service', 'registration_auth'].includes(row.purpose))
          ?.purpose ?? '';
      const keys = await officer.post(`/console${world.base}/keys`, {
        name: 'Склад',
        purpose,
        category: ['email', 'full_name'],
        days: '30',
      });
      const key = /kepil_[0-9a-f-]{36}_[A-Za-z0-9_-]+/.exec(keys.body)?.[0] ?? '';
      const list = await officer.get(`/console${world.base}/subjects`);
      const subject = new RegExp(`${world.base}/subjects/([0-9a-f-]{36})`).exec(list.body)?.[1] ?? '';
      const ask = (body: object, bearer = key) =>
        world
          .visitor()
          .call(`/api/v1${world.base}/read`, { subject, ...body }, { authorization: `Bearer ${bearer}` });
      const good = await ask({ purpose, categories: ['email'] });
      expect(good.status, good.body).toBe(200);
      expect((good.json() as { values: object }).values).toEqual({ email: aigul.email });
      for (const body of [
        { purpose: 'marketing_notices', categories: ['email'] },
        { purpose: 'credit_scoring', categories: ['email'] },
        { purpose, categories: ['phone'] },
      ]) {
        const refused = await ask(body);
        expect(refused.status, refused.body).toBe(403);
        const because = (refused.json() as { because: { clause?: string; article?: string }[] }).because;
        expect(because.length).toBeGreaterThan(0);
        expect(because.every(({ clause, article }) => clause !== undefined || article !== undefined)).toBe(
          true,
        );
        expect(refused.body).not.toContain(aigul.email as string);
      }
      expect((await ask({ purpose, categories: ['email'] }, `${key}x`)).status).toBe(401);
      await world.checkPledges();
    });

    it('corrects a value, keeps its history, and changes an e-mail only after the code', async () => {
      const visitor = await signIn(world, aigul.email as string);
      const address = 'Астана, проспект Вымышленный, 3';
      world.secrets.add(address);
      const fixed = await visitor.post(`${world.base}/me/correct/postal_address`, { value: address });
      expect(fixed.status, fixed.body).toBe(303);
      const email = 'aigul.new@example.kz';
      world.secrets.add(email);
      const asked = await visitor.post(`${world.base}/me/correct/email`, { value: email });
      expect(asked.status).toBe(200);
      const draft = /value="([0-9a-f-]{36})"/.exec(asked.body)?.[1] ?? '';
      const done = await visitor.post(`${world.base}/me/correct/email`, { draft, code: await world.code() });
      expect(done.status, done.body).toBe(303);
      const copy = (await visitor.get(`${world.base}/me/export.json`)).json() as {
        data: Record<string, { value: string }[]>;
      };
      expect(copy.data.email?.map(({ value }) => value)).toEqual([email, aigul.email]);
      expect(copy.data.postal_address?.[0]?.value).toBe(address);
      await world.checkPledges();
    });

    it('answers a request by its due date', async () => {
      const visitor = await signIn(world, 'aigul.new@example.kz');
      const words = 'Прошу заблокировать мой прежний адрес.';
      world.secrets.add(words);
      const filed = await visitor.post(`${world.base}/me/requests`, { kind: 'block_restrict', words });
      expect(filed.status, filed.body).toBe(303);
      const officer = await world.officer();
      const list = await officer.get(`/console${world.base}/requests?state=open`);
      const href = new RegExp(`/console${world.base}/requests/[0-9a-f-]{36}`).exec(list.body)?.[0] ?? '';
      const page = await officer.get(href);
      expect(page.body).toContain(words);
      const answer = 'Сведения заблокированы до выяснения.';
      world.secrets.add(answer);
      expect((await officer.post(href, { answer, outcome: 'done' })).status).toBe(303);
      expect((await visitor.get(`${world.base}/me/requests`)).body).toContain(answer);
      await world.checkPledges();
    });

    it('stops every use from the minute of a withdrawal', async () => {
      const visitor = await signIn(world, 'aigul.new@example.kz');
      const list = await visitor.get(`${world.base}/me/consents`);
      const consent = /me\/consents\/([0-9a-f-]{36})/.exec(list.body)?.[1] ?? '';
      const preview = await visitor.get(`${world.base}/me/consents/${consent}/withdraw`);
      expect(preview.status).toBe(200);
      const done = await visitor.post(`${world.base}/me/consents/${consent}/withdraw`, { whole: 'yes' });
      expect(done.status, done.body).toBe(303);
      const board = await world.checkPledges();
      const pledge = board.clauses
        .flatMap(({ pledges }) => pledges)
        .find((row) => row.pledge.kind === 'withdrawal-effective');
      expect(pledge?.state ?? 'kept').toBe('kept');
    });

    it('destroys the account for good and shows the act', async () => {
      const visitor = await signIn(world, 'aigul.new@example.kz');
      const preview = await visitor.get(`${world.base}/me/delete`);
      expect(preview.body).toContain('Закон');
      expect(preview.body).toContain('Доказательства согласий');
      expect((await visitor.post(`${world.base}/me/delete`, {})).status).toBe(422);
      const done = await visitor.post(`${world.base}/me/delete`, { confirm: 'yes' });
      expect(done.status, done.body).toBe(303);
      const act = await visitor.get(done.location ?? '');
      expect(act.status).toBe(200);
      expect((await visitor.get((done.location ?? '').replace(/t=.*/, 't=guess'))).status).toBe(404);
      expect((await visitor.get(`${world.base}/me`)).location).toBe(`${world.base}/sign-in`);
      await world.installation.tick();
      const { world: inner } = world.installation;
      const left = await inner.store.transaction((tx) => tx.subjects.count(world.service.id, 'user'));
      expect(left).toBe(0);
      await world.checkPledges();
    });
  });
}

async function nothingStored(world: TestWorld): Promise<void> {
  const { store } = world.installation.world;
  const found = await store.transaction(async (tx) => ({
    drafts: await tx.drafts.count(world.service.id),
    subjects: await tx.subjects.count(world.service.id, 'user'),
    messages: (await tx.messages.list(world.service.id, { limit: 10 })).length,
  }));
  expect(found).toEqual({ drafts: 0, subjects: 0, messages: 0 });
  expect(await world.readable()).toEqual([]);
}

async function signIn(world: TestWorld, address: string) {
  const visitor = world.visitor();
  const asked = await visitor.post(`${world.base}/sign-in`, { address });
  expect(asked.status).toBe(200);
  const ticket = /value="([0-9a-f-]{36})"/.exec(asked.body)?.[1] ?? '';
  const done = await visitor.post(`${world.base}/sign-in`, { ticket, code: await world.code() });
  expect(done.status, done.body).toBe(303);
  return visitor;
}

describe('a registration whose data serve different purposes', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await openWorld(readFileSync(new URL('../../examples/dala-kitap.txt', import.meta.url), 'utf8'));
  });
  afterAll(() => world?.close());

  it('takes each datum for the purpose the text ties it to, with an entry for each', async () => {
    await world.register(aigul);
    const entries = await world.installation.world.store.transaction((tx) =>
      tx.entries.recent(world.service.id, 100),
    );
    const collected = entries
      .flatMap(({ leaf }) => decodeEntry(leaf) ?? [])
      .filter(({ kind }) => kind === 'collection')
      .map(({ purpose, categories = [] }) => [purpose, [...categories].sort()] as const);
    expect(new Map(collected)).toEqual(
      new Map([
        ['registration_auth', ['birth_date', 'email', 'full_name', 'phone']],
        ['order_delivery', ['postal_address']],
      ]),
    );
    await world.checkPledges();
  });
});

path('the example service', () =>
  readFileSync(new URL('../../examples/dala-kitap.txt', import.meta.url), 'utf8'),
);
if (existsSync(seed)) path('a real policy', () => readFileSync(seed, 'utf8'));
else it('leaves the real policy out: its text is not at hand', () => expect(existsSync(seed)).toBe(false));
