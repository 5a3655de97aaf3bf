import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GateRequest } from '../../src/gate/index.ts';
import type { Policy } from '../../src/policy/index.ts';
import type { Carrier, Delivery, OutgoingMessage } from '../../src/post/index.ts';
import type { Tx } from '../../src/store/index.ts';
import { ask } from '../../src/system/ask.ts';
import { keepChanges } from '../../src/system/index.ts';
import { openWorld, type Person, type TestWorld, type Visitor } from '../world.ts';
import { announceDraft, dayOf, offerChanged } from './announced.ts';
import { hidden } from './attacker.ts';
import { aigul, completion, dauren, exampleText, putInForce } from './liar.ts';
import { terms } from './terms-of.ts';

const fail = (error: Error) => {
  throw error;
};

const saule: Person = {
  full_name: 'Сәуле Ахметова',
  birth_date: '1991-12-01',
  email: 'saule.akhmetova@example.kz',
  phone: '+77010007788',
};

/** Carries everything, but what is to go to an address that does not exist any more. */
class Post implements Carrier {
  readonly name = 'mail.example';
  readonly thirdParty = false;
  readonly given: OutgoingMessage[] = [];
  readonly dead = new Set<string>();

  async deliver(message: OutgoingMessage): Promise<Delivery> {
    this.given.push(message);
    return this.dead.has(message.to) ? { state: 'failed', reason: 'address' } : { state: 'sent' };
  }

  /** Notices of a change among what was carried: to whom. */
  told(): readonly string[] {
    return this.given.filter(({ text }) => text.includes('/me/policy')).map(({ to }) => to);
  }
}

const officer = { cites: [], origin: 'officer' as const };

/** A recipient more, and addresses of visitors kept for a month instead of three. */
const change = (policy: Policy): Policy => ({
  ...policy,
  recipients: [
    ...policy.recipients,
    { ...officer, recipient: 'analytics_providers', name: 'ТОО «Аналитика»' },
  ],
  retention: policy.retention.map((row) => (row.days === 90 ? { ...row, days: 30 } : row)),
});

const plain = (html: string) => html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');

describe('a change of the policy that widens in one thing and narrows in another', () => {
  let world: TestWorld;
  let desk: Visitor;
  const [email, sms] = [new Post(), new Post()];
  const people: { visitor: Visitor; id: string; consent: string }[] = [];
  let before: string;

  const inner = () => world.installation.world;
  const subject = (n: number) => people[n] as (typeof people)[number];
  const hashOf = async (n: number) =>
    (await inner().store.transaction((tx) => tx.subjects.get(world.service.id, subject(n).id)))?.policyHash;
  const consents = (n: number) =>
    inner().store.transaction((tx) => tx.consents.list(world.service.id, subject(n).id));
  const mine = (n: number) => subject(n).visitor.get(`${world.base}/me/policy`);
  const answer = (n: number, form: Readonly<Record<string, string>>) =>
    subject(n).visitor.post(`${world.base}/me/policy`, { version: '3', ...form });
  /** What the gate says of an act about somebody: the rules of its answer. */
  const asked = async (n: number, what: Partial<GateRequest>) => {
    const request: GateRequest = {
      actor: { role: 'officer', id: subject(0).id },
      verb: 'read',
      service: world.service.id,
      subject: subject(n).id,
      categories: ['email'],
      purpose: 'support',
      channel: 'console',
      ...what,
    };
    const { decision } = await inner().store.transaction((tx) =>
      ask(tx, inner(), request, { mode: 'share' }),
    );
    return { allowed: decision.allowed, rules: decision.because.map(({ rule }) => rule) };
  };
  const signIn = async (visitor: Visitor, address: string) => {
    const { body } = await visitor.post(`${world.base}/sign-in`, { address });
    await world.installation.tick();
    const code = /\b(\d{6})\b/.exec(email.given.at(-1)?.text ?? '')?.[1] ?? '';
    const done = await visitor.post(`${world.base}/sign-in`, { ticket: hidden(body, 'ticket'), code });
    expect(done.status, done.body).toBe(303);
  };
  const transfer = { verb: 'transfer', recipient: 'analytics_providers', country: 'KZ' } as const;

  beforeAll(async () => {
    world = await openWorld(exampleText(), { post: { email, sms } });
    desk = await world.officer();
    await putInForce(world);
    for (const person of [aigul, dauren, saule]) {
      const visitor = world.visitor();
      const begun = await world.fill(visitor, person);
      const draft = /name="draft"[^>]*value="([0-9a-f-]{36})"|value="([0-9a-f-]{36})"[^>]*name="draft"/.exec(
        begun.body,
      );
      await world.installation.tick();
      const code = /\b(\d{6})\b/.exec(email.given.at(-1)?.text ?? '')?.[1] ?? '';
      const done = await visitor.post(`${world.base}/confirm`, {
        draft: draft?.[1] ?? draft?.[2] ?? '',
        code,
      });
      expect(done.status, done.body).toBe(303);
      const consent = done.location?.split('/').at(-1) ?? '';
      const rows = await inner().store.transaction((tx) =>
        tx.subjects.list(world.service.id, 'user', { limit: 1 }),
      );
      people.push({ visitor, consent, id: rows[0]?.id ?? '' });
    }
    before = (await world.prove()).version.hash;
  });
  afterAll(() => world?.close());

  it('is announced with a reason and a day that is not over, and not before', async () => {
    await offerChanged(world, change);
    for (const [form, said] of [
      [{ 'c.effectiveOn': dayOf(world, -1) }, 'Этот день уже прошёл'],
      [{ 'c.effectiveOn': dayOf(world, 400) }, 'больше года'],
      [{ 'c.effectiveOn': '2026-13-01' }, 'Такой даты нет'],
      [{ 'c.reason': '' }, 'почему политика изменяется'],
      [{ 'c.reason': 'whim' }, 'почему политика изменяется'],
      [{ 'c.note': '' }, 'Поясните причину'],
      [{ 'c.note': 'x'.repeat(501) }, 'длиннее пятисот'],
    ] as const) {
      const refused = await announceDraft(world, form);
      expect(refused.status, JSON.stringify(form)).toBe(422);
      expect(plain(refused.body)).toContain(said);
    }
    expect((await desk.get(`/console${world.base}/approve`)).body).toContain(`value="${dayOf(world, 10)}"`);
    const done = await announceDraft(world);
    expect([done.status, done.location]).toEqual([303, `/console${world.base}/versions`]);
    expect(plain((await desk.get(`/console${world.base}/versions`)).body)).toContain(
      'Объявлена и ждёт своего дня',
    );
  });

  it('cannot be edited any more, nor can another be announced beside it', async () => {
    const again = await desk.post(`/console${world.base}/approve`, { version: '3', ...completion });
    expect(again.status).toBe(409);
    await offerChanged(world, (policy) => ({ ...policy, title: 'Ещё одна' }));
    const other = await announceDraft(world);
    expect(other.status).toBe(422);
    expect(plain(other.body)).toContain('Другое изменение уже объявлено');
    expect((await desk.post(`/console${world.base}/versions/4`, { act: 'drop' })).status).toBe(303);
  });

  it('leaves the old version in force, and both can be read by anyone', async () => {
    await world.installation.tick();
    expect((await world.prove()).version.hash).toBe(before);
    const now = plain((await world.visitor().get(`${world.base}/privacy`)).body);
    expect(now).toContain('Политика изменится 30 ноября 2026');
    const next = await world.visitor().get(`${world.base}/privacy/3`);
    expect(plain(next.body)).toContain('вступит в силу 30 ноября 2026');
    expect((await world.visitor().get(`${world.base}/privacy/4`)).status).toBe(404);
  });

  it('reaches nobody twice when it stops in the middle and begins again', async () => {
    const { world: whole } = world.installation;
    let left = 5;
    const store = {
      ...whole.store,
      snapshot: whole.store.snapshot.bind(whole.store),
      transaction: <T>(work: (tx: Tx) => Promise<T>) =>
        left-- > 0 ? whole.store.transaction(work) : Promise.reject(new Error('killed')),
    };
    await inner().store.transaction((tx) => tx.changes.markTold(world.service.id, 3, 0));
    await expect(keepChanges({ ...whole, store }, fail)).rejects.toThrow('killed');
  });

  it('is told to everybody once, however often and by however many it is looked through', async () => {
    await Promise.all([keepChanges(inner(), fail), keepChanges(inner(), fail), world.installation.tick()]);
    await world.installation.tick();
    expect([...email.told()].sort()).toEqual([aigul, dauren, saule].map((person) => person['email']).sort());
    world.wait({ minutes: 5 });
    await world.installation.tick();
    expect(email.told()).toHaveLength(3);
    expect(sms.told()).toHaveLength(0);
    const entries = await inner().store.transaction((tx) =>
      tx.entries.ofSubject(world.service.id, subject(1).id, { limit: 50 }),
    );
    const said = entries.map(({ leaf }) => Buffer.from(leaf).toString('utf8'));
    expect(said.filter((entry) => entry.includes('policy-change-told'))).toHaveLength(1);
  });

  it('stands in every page of the cabinet until it was seen, and says what each thing means', async () => {
    expect(plain((await subject(0).visitor.get(`${world.base}/me`)).body)).toMatch(
      /Политика изменяется 30 ноября 2026 г\. ?: для части изменений нужно ваше согласие/,
    );
    const page = await mine(0);
    const said = plain(page.body);
    expect(said).toMatch(/Оператору можно больше[^.]*Новый получатель: [^(]*ТОО «Аналитика»/);
    expect(said).toMatch(/Оператору можно меньше[^.]*хранят меньше, дней: 90 → 30/);
    expect(said).toContain('Новый партнёр.');
    expect(page.body).not.toMatch(/<input\b(?=[^>]*type="checkbox")[^>]*\schecked/);
    const desks = plain((await desk.get(`/console${world.base}/versions/3`)).body);
    expect(desks).toContain('Новый получатель');
    expect(desks).toContain('хранят меньше');
  });

  it('takes a yes only with a tick, a no without, and silence for neither', async () => {
    const bare = await answer(0, { answer: 'accept', language: 'ru' });
    expect(bare.status).toBe(422);
    expect(await consents(0)).toHaveLength(1);
    const foreign = await answer(0, { answer: 'accept', consent: 'yes', 'optional.support': 'yes' });
    expect(foreign.status).toBe(422);
    expect((await answer(0, { answer: 'accept', consent: 'yes', language: 'ru' })).status).toBe(303);
    expect((await answer(2, { answer: 'refuse' })).status).toBe(303);
    expect((await answer(0, { answer: 'refuse' })).status).toBe(409);
    expect((await answer(1, { answer: 'accept', consent: 'yes', version: '2' })).status).toBe(409);
    expect((await answer(1, { answer: 'maybe' })).status).toBe(400);
    expect((await consents(0)).map(({ policyHash }) => policyHash === before)).toEqual([true, false]);
    expect(await consents(1)).toHaveLength(1);
    expect(await consents(2)).toHaveLength(1);
    const strip = 'Посмотреть, что изменится для меня';
    expect((await subject(0).visitor.get(`${world.base}/me`)).body).not.toContain(strip);
    expect((await subject(1).visitor.get(`${world.base}/me`)).body).toContain(strip);
    expect((await subject(2).visitor.get(`${world.base}/me`)).body).not.toContain(strip);
  });

  it('changes nothing for anybody before its day, whatever they answered', async () => {
    for (const n of [0, 1, 2]) {
      expect(await hashOf(n)).toBe(before);
      expect((await asked(n, transfer)).rules).toEqual(['recipient-unregistered']);
    }
  });

  it('is told again by another way to whom the first did not reach; all of it can be seen', async () => {
    await inner().store.transaction(async (tx) => {
      const { message } = (await tx.changes.choice(world.service.id, subject(1).id, 3)) ?? {};
      const settled = { state: 'undelivered', dueAt: world.now } as const;
      await tx.messages.settle(world.service.id, message as string, settled);
    });
    const page = () => desk.get(`/console${world.base}/versions/3`);
    const bounced = plain((await page()).body);
    expect(bounced).toContain('Не дошло уведомлений: 1');
    expect(bounced).toMatch(/Согласились 1 · 33 %/);
    expect(bounced).toMatch(/Отказались 1 · 33 %/);
    expect(bounced).toMatch(/Не ответили 1 · 33 %/);
    world.wait({ days: 1, minutes: 2 });
    await world.installation.tick();
    expect(sms.told()).toEqual([dauren['phone']]);
    await world.installation.tick();
    desk = await world.officer();
    expect(plain((await page()).body)).not.toContain('Не дошло');
    world.wait({ days: 1, minutes: 2 });
    await world.installation.tick();
    expect(sms.told()).toHaveLength(1);
    await world.checkPledges();
  });

  it('holds from its day on: who agreed is under it, the others under theirs, narrowed', async () => {
    world.wait({ days: 9 });
    await world.installation.tick();
    await world.installation.tick();
    const { version } = await world.prove();
    expect(version.version).toBe(3);
    expect(await hashOf(0)).toBe(version.hash);
    expect(await hashOf(1)).toBe(before);
    expect(await hashOf(2)).toBe(before);
    expect((await asked(0, transfer)).rules).not.toContain('recipient-undeclared');
    for (const n of [1, 2]) {
      expect((await asked(n, transfer)).rules).toEqual(['recipient-unregistered']);
      expect(await asked(n, { purpose: 'support' })).toMatchObject({ allowed: true });
    }
    expect(plain((await world.visitor().get(`${world.base}/privacy/2`)).body)).toContain('прежняя редакция');
    const deeds = await inner().store.transaction((tx) => tx.entries.recent(world.service.id, 400));
    const effects = deeds.filter(({ leaf }) =>
      Buffer.from(leaf).toString('utf8').includes('policy-took-effect'),
    );
    expect(effects).toHaveLength(1);
  });

  it('keeps addresses of visitors no longer than the shorter term, for everybody', async () => {
    for (const n of [0, 1, 2]) expect(await terms(world, subject(n).id)).toMatchObject({ ip_address: 30 });
  });

  it('lets a no become a yes later, at once; withdrawn, it takes the earlier consent along', async () => {
    desk = await world.officer();
    await signIn(subject(2).visitor, saule['email'] ?? '');
    const page = plain((await mine(2)).body);
    expect(page).toContain('Вы отказались');
    expect((await answer(2, { answer: 'accept', consent: 'yes', language: 'kk' })).status).toBe(303);
    expect(await hashOf(2)).not.toBe(before);
    const [first, second] = await consents(2);
    expect(second?.language).toBe('kk');
    const withdrawn = await subject(2).visitor.post(`${world.base}/me/consents/${second?.id}/withdraw`, {
      whole: 'yes',
    });
    expect(withdrawn.status).toBe(303);
    expect((await consents(2)).every((row) => row.withdrawnAt !== undefined)).toBe(true);
    expect(first?.withdrawnAt).toBeUndefined();
    expect((await asked(2, {})).rules).toEqual(['consent-withdrawn']);
    await world.checkPledges();
  });
});

describe('a change that only narrows', () => {
  let world: TestWorld;
  afterAll(() => world?.close());

  it('asks nobody, and holds for everybody from its day on', async () => {
    world = await openWorld(exampleText());
    await putInForce(world);
    const { visitor } = await world.register(aigul);
    await offerChanged(world, (policy) => ({ ...policy, purposes: policy.purposes.slice(0, -1) }));
    expect((await announceDraft(world, { 'c.effectiveOn': dayOf(world, 1) })).status).toBe(303);
    await world.installation.tick();
    const page = await visitor.get(`${world.base}/me/policy`);
    expect(plain(page.body)).toContain('Вашего согласия для этого не нужно');
    expect(page.body).not.toContain('name="consent"');
    expect(
      (await visitor.post(`${world.base}/me/policy`, { version: '3', answer: 'accept', consent: 'yes' }))
        .status,
    ).toBe(409);
    world.wait({ days: 1 });
    await world.installation.tick();
    await world.installation.tick();
    const { store } = world.installation.world;
    const hashes = await store.transaction((tx) => tx.changes.hashesInUse(world.service.id));
    expect(hashes).toEqual([(await world.prove()).version.hash]);
    await world.checkPledges();
  });

  it('can be taken back before its day, and then nothing happens', async () => {
    const desk = await world.officer();
    await offerChanged(world, (policy) => ({ ...policy, purposes: policy.purposes.slice(0, -1) }));
    expect((await announceDraft(world)).status).toBe(303);
    const { version } = await world.prove();
    expect((await desk.post(`/console${world.base}/versions/4`, { act: 'recall' })).status).toBe(303);
    expect((await desk.post(`/console${world.base}/versions/4`, { act: 'recall' })).status).toBe(409);
    world.wait({ days: 11 });
    await world.installation.tick();
    expect((await world.prove()).version.version).toBe(version.version);
    await world.checkPledges();
  });
});

describe('a change that brings an error', () => {
  let world: TestWorld;
  afterAll(() => world?.close());

  it('is refused with its reasons; one that the version in force has already is not', async () => {
    world = await openWorld(exampleText());
    const desk = await world.officer();
    await putInForce(world);
    const implied = { ...officer, facet: 'consent_form', label: 'implied_by_use' };
    await offerChanged(world, (policy) => ({ ...policy, labels: [...policy.labels, implied] }));
    const refused = await announceDraft(world);
    expect(refused.status).toBe(422);
    expect(plain(refused.body)).toMatch(/Правило K[ZL]-\d+: ошибка, которой нет в действующей редакции/);
    expect((await world.prove()).version.version).toBe(2);
    expect((await desk.post(`/console${world.base}/versions/3`, { act: 'drop' })).status).toBe(303);
  });
});
