import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Carrier, OutgoingMessage } from '../../src/post/index.ts';
import { destroyAccount } from '../../src/system/destroy.ts';
import { remindOfIncidents, tellAffected } from '../../src/system/index.ts';
import type { Visitor } from '../world.ts';
import { Attacker } from './attacker.ts';
import { register } from './many.ts';

const plain = (body: string) => body.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
const fail = (error: Error) => {
  throw error;
};

/** What a PDF says, in one line. */
async function printedOn(bytes: Uint8Array): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
  return text.replaceAll(/\s+/g, ' ');
}

/** The laptop of a member of the staff is lost: who is told, of whom, by when. */
describe('a lost laptop', () => {
  const given: OutgoingMessage[] = [];
  let attacker: Attacker;
  let people: readonly string[];
  let desk: string;
  let officer: Visitor;
  let approver: Visitor;
  let owner: { visitor: Visitor; id: string };
  let page = '';
  let approverEmail = '';

  /** Saturday is no working day: detected on Friday at six in the evening, due on Monday. */
  const form = () => ({
    kind: ['access', 'copying'],
    detectedOn: '2026-11-20',
    detectedTime: '10:00',
    fromOn: '2026-11-20',
    toOn: '2026-11-20',
    staff: owner.id,
    what: 'Пропал ноутбук сотрудника, консоль была открыта.',
    contact: 'Гульнара Сейткали, +7 700 111-22-33',
    measures: '',
  });

  beforeAll(async () => {
    const email: Carrier = {
      name: 'mail.example',
      thirdParty: false,
      deliver: async (message) => {
        given.push(message);
        return { state: 'sent', carrierId: String(given.length) };
      },
      report: async () => new Map(),
    };
    attacker = await Attacker.open('test', { post: { email } });
    desk = `/console${attacker.world.base}`;
    officer = await attacker.world.officer();
    const second = await attacker.world.staff('Жанар Әлімова', ['test:approver']);
    [approver, approverEmail] = [second.visitor, second.email];
    owner = await attacker.world.staff('Нұрбол Есенов', ['test:officer']);
    people = await register(attacker, 6, given);
    for (const subject of people.slice(0, 4)) await read(owner.visitor, subject);
    await read(officer, people[4] ?? '');
    for (const secret of [form().what, form().contact, 'Доступ отозван.']) attacker.world.secrets.add(secret);
  }, 120_000);
  afterAll(() => attacker?.close());

  async function read(who: Visitor, subject: string): Promise<void> {
    const reply = await who.post(`${desk}/subjects/${subject}`, {
      ...{ category: 'email', purpose: 'registration_auth' },
    });
    expect(reply.status, reply.body).toBe(200);
  }
  const rows = async (query: string) => (await attacker.sql.query(query)).rows as Record<string, unknown>[];
  const act = (fields: Record<string, string>, who = officer) => who.post(page, fields);
  const file = async (name: string, who = officer) =>
    attacker.send({ method: 'GET', url: `${page}/${name}`, headers: { cookie: who.cookie() } });

  it('is refused as an incident that says not what happened, when or whose acts it is about', async () => {
    const { staff: _staff, ...about } = form();
    for (const [change, says] of [
      [{ ...about }, 'чьих действий это касается'],
      [{ ...form(), kind: [] }, 'Не отмечено, что произошло'],
      [{ ...form(), what: ' ' }, 'Это поле обязательно'],
      [{ ...form(), detectedOn: '2026-11-21' }, 'ещё не наступила'],
      [{ ...form(), detectedTime: '25:00' }, 'Такого времени нет'],
      [{ ...form(), toOn: '2026-11-19' }, 'заканчивается раньше'],
      [{ ...form(), toOn: '2026-11-21' }, 'ещё не наступила'],
      [{ ...form(), staff: people[0] ?? '' }, 'то, чего здесь нет'],
    ] as const) {
      const reply = await officer.post(`${desk}/incidents`, change);
      expect([reply.status, plain(reply.body).includes(says)], says).toEqual([422, true]);
    }
    expect((await approver.post(`${desk}/incidents`, form())).status).toBe(403);
    expect(await rows('select * from incident')).toEqual([]);
  });

  it('is registered, and the notice is due by the end of the next working day', async () => {
    const entered = await officer.post(`${desk}/incidents`, form());
    expect(entered.status, entered.body).toBe(303);
    page = entered.location ?? '';
    const shown = plain((await officer.get(page)).body);
    expect(shown).toContain('Отправить до 23 ноября 2026');
    for (const lacks of ['не указаны принятые меры', 'не посчитано, кого это коснулось'])
      expect(shown).toContain(lacks);
    expect((await act({ act: 'notice', by: 'email', on: '2026-11-20', time: '10:00' })).status).toBe(422);
    expect((await file('notice.ru.pdf')).statusCode).toBe(404);
  });

  it('touches those whose data its owner opened, as the log has it, and nobody else', async () => {
    expect((await act({ act: 'count' })).status).toBe(303);
    const touched = await rows('select subject_id from incident_subject');
    expect(touched.map(({ subject_id }) => subject_id).sort()).toEqual([...people.slice(0, 4)].sort());
    expect((await act({ act: 'count' })).status).toBe(303);
    expect(await rows('select subject_id from incident_subject')).toHaveLength(4);
  });

  it('is not taken off oneself by the one whose acts it is about', async () => {
    const { staff: _staff, ...others } = form();
    const off = await owner.visitor.post(`${page}/amend`, { ...others, whole: 'yes' });
    expect([off.status, plain(off.body).includes('решает другой человек')]).toEqual([422, true]);
    expect(await rows("select 1 from incident where not scope->>'whole' = 'true'")).toHaveLength(1);
  });

  it('needs its measures before there is a letter; each person in it is read through the gate', async () => {
    const amended = await officer.post(`${page}/amend`, { ...form(), measures: 'Доступ отозван.' });
    expect(amended.status, amended.body).toBe(303);
    const nameless = await file('notice.ru.pdf');
    expect(nameless.statusCode).toBe(200);
    expect(await printedOn(nameless.rawPayload)).not.toContain('Придуманный Человек');
    expect((await file('affected.csv')).statusCode).toBe(403);
    expect((await act({ act: 'release' })).status).toBe(422);
    expect((await act({ act: 'release' }, owner.visitor)).status).toBe(422);
    expect((await act({ act: 'release' }, approver)).status).toBe(303);
    expect((await act({ act: 'release' }, approver)).status).toBe(303);
    for (const [language, says] of [
      [
        'ru',
        [
          'Уведомление о нарушении безопасности',
          'Доступ отозван',
          '+7 700 111-22-33',
          'Придуманный Человек 0',
        ],
      ],
      ['kk', ['қауіпсіздігінің бұзылуы туралы хабарлама', 'Придуманный Человек 3', 'заңсыз қол жеткізу']],
    ] as const) {
      const sent = await file(`notice.${language}.pdf`);
      expect([sent.statusCode, sent.headers['content-type']]).toEqual([200, 'application/pdf']);
      const printed = await printedOn(sent.rawPayload);
      for (const part of says) expect(printed).toContain(part);
      expect(printed).not.toContain('Придуманный Человек 4');
    }
    const list = await file('affected.csv');
    expect(list.body.trim().split('\r\n')).toHaveLength(5);
    expect(list.body).toContain('+77012000000');
    await attacker.world.installation.tick();
    const leaves = await rows('select leaf from log_leaf');
    const reads = leaves.filter(({ leaf }) => String(leaf).includes('breach_response'));
    expect(reads).toHaveLength(12);
    expect((await file('affected.csv', approver)).statusCode).toBe(403);
    expect((await act({ act: 'count' })).status).toBe(303);
    expect((await file('affected.csv')).statusCode).toBe(403);
  });

  it('reminds officers on each working day until the body knows, and turns red when it is late', async () => {
    const due = () => given.filter(({ text }) => text.includes('не уведомлён'));
    await remindOfIncidents(attacker.world.installation.world, fail);
    await remindOfIncidents(attacker.world.installation.world, fail);
    await attacker.world.installation.tick();
    expect(due()).toHaveLength(2);
    expect(due()[0]?.text).toMatch(/орган: 1\. Из них просрочено: 0/);
    attacker.world.wait({ days: 1 });
    await remindOfIncidents(attacker.world.installation.world, fail);
    await attacker.world.installation.tick();
    expect(due()).toHaveLength(2);
    attacker.world.wait({ days: 3 });
    await remindOfIncidents(attacker.world.installation.world, fail);
    await attacker.world.installation.tick();
    expect(due()).toHaveLength(4);
    expect(due().at(-1)?.text).toContain('просрочено: 1');
    officer = await attacker.world.officer();
    expect(plain((await officer.get(page)).body)).toContain('Срок истёк 23 ноября 2026');
    expect((await officer.get('/console')).body).toContain('инциденты с истёкшим сроком');
  });

  it('is told of to the body, by a way and at a time that are recorded', async () => {
    expect((await act({ act: 'notice', by: 'email', on: '2026-11-19', time: '10:00' })).status).toBe(422);
    expect((await act({ act: 'notice', by: 'email', on: '2026-11-29', time: '10:00' })).status).toBe(422);
    const sent = await act({ act: 'notice', by: 'state-system', on: '2026-11-23', time: '17:30' });
    expect(sent.status, sent.body).toBe(303);
    expect((await act({ act: 'notice', by: 'email', on: '2026-11-23', time: '17:30' })).status).toBe(422);
    const shown = plain((await officer.get(page)).body);
    expect(shown).toMatch(/Отправлено 23\.11\.2026, 17:30.*через государственную систему/);
    expect(shown).not.toContain('Срок истёк');
  });

  it('is not closed before people are told or there is a reason not to', async () => {
    await attacker.world.signIn(approver, { email: approverEmail, password: 'девять белых яблонь у реки' });
    const early = await act({ act: 'close', conclusions: 'Всё.' }, approver);
    expect(early.status).toBe(422);
    const silent = await act({ act: 'tell', tell: 'no', message: ' ' });
    expect([silent.status, plain(silent.body).includes('извещение советуется')]).toEqual([422, true]);
  });

  it('is told of to each person once, though it is tried by two at once and again', async () => {
    const told = await act({ act: 'tell', tell: 'yes', message: 'Будьте осторожны со звонками.' });
    expect(told.status, told.body).toBe(303);
    const { world } = attacker.world.installation;
    // Something else has its turn after so many.
    expect(await tellAffected(world, fail, 2)).toBe(2);
    await Promise.all([tellAffected(world, fail), tellAffected(world, fail)]);
    await tellAffected(world, fail);
    await attacker.world.installation.tick();
    const messages = given.filter(({ text }) => text.includes('Будьте осторожны'));
    expect(messages.map(({ to }) => to).sort()).toEqual([0, 1, 2, 3].map((n) => `person${n}@example.kz`));
    const settled = await rows('select outcome, told_at from incident_subject');
    expect(settled.map(({ outcome }) => outcome)).toEqual(['email', 'email', 'email', 'email']);
    expect(plain((await officer.get(page)).body)).toContain('Извещены все, кого можно известить');
  });

  it('is closed with conclusions by somebody who did not work on it', async () => {
    const own = await act({ act: 'close', conclusions: 'Меры приняты.' });
    expect([own.status, plain(own.body).includes('закрыть его должен другой человек')]).toEqual([422, true]);
    const closed = await act({ act: 'close', conclusions: 'Шифрование дисков включено.' }, approver);
    expect(closed.status, closed.body).toBe(303);
    attacker.world.secrets.add('Шифрование дисков включено.');
    const shown = plain((await approver.get(page)).body);
    for (const step of [
      'Инцидент внесён',
      'Уполномоченный орган уведомлён',
      'Люди извещены',
      'Инцидент закрыт',
    ])
      expect(shown).toContain(step);
    expect((await act({ act: 'count' })).status).toBe(422);
    await attacker.world.checkPledges();
  });
});

describe('an incident', () => {
  let attacker: Attacker;
  let desk: string;
  let officer: Visitor;

  beforeAll(async () => {
    attacker = await Attacker.open();
    desk = `/console${attacker.world.base}`;
    officer = await attacker.world.officer();
  }, 60_000);
  afterAll(() => attacker?.close());

  const rows = async (query: string) => (await attacker.sql.query(query)).rows as Record<string, unknown>[];
  const form = {
    ...{ kind: 'access', detectedOn: '2026-11-20', detectedTime: '10:00', fromOn: '2026-11-20' },
    ...{
      toOn: '2026-11-20',
      what: 'Ключ выложен в сеть.',
      contact: 'Ответственный',
      measures: 'Ключ отозван.',
    },
  };
  async function enter(change: Record<string, string | readonly string[]>): Promise<string> {
    const entered = await officer.post(`${desk}/incidents`, { ...form, ...change });
    expect(entered.status, entered.body).toBe(303);
    const page = entered.location ?? '';
    expect((await officer.post(page, { act: 'count' })).status).toBe(303);
    return page;
  }
  const touched = async (page: string) =>
    (await rows(`select * from incident_subject where incident_id = '${page.split('/').at(-1)}'`)).length;

  it('about a lost key touches whom that key read, and whom no other did', async () => {
    const { aigul, dauren } = await import('./liar.ts');
    const own = await attacker.register(aigul);
    const other = await attacker.register(dauren);
    const lost = await attacker.key({ purpose: 'registration_auth', category: 'email' });
    const kept = await attacker.key({ purpose: 'registration_auth', category: 'email' });
    const body = { purpose: 'registration_auth', categories: ['email'] };
    expect((await attacker.read(lost, { ...body, subject: own.id })).statusCode).toBe(200);
    expect((await attacker.read(kept, { ...body, subject: other.id })).statusCode).toBe(200);
    const id = /kepil_([0-9a-f-]{36})/.exec(lost)?.[1] ?? '';
    const page = await enter({ key: id });
    const mine = await rows(
      `select subject_id from incident_subject where incident_id = '${page.split('/').at(-1)}'`,
    );
    expect(mine).toEqual([{ subject_id: own.id }]);
    expect(await touched(await enter({ key: id, purpose: 'support' }))).toBe(0);
    expect(await touched(await enter({ whole: 'yes' }))).toBe(2);
  });

  it('counts acts on data destroyed since, and forgets whose they were', async () => {
    const lost = (await rows('select key_id from api_key order by key_id limit 1'))[0]?.key_id as string;
    const before = await touched(await enter({ key: lost }));
    const [person] = await rows('select subject_id from incident_subject limit 1');
    const { world } = attacker.world.installation;
    const { cut } = await import('../../src/system/destroy.ts');
    const subject = person?.subject_id as string;
    await world.store.transaction((tx) =>
      cut(tx, world, { service: attacker.world.service.id, subject, entry: subject, at: world.now() }),
    );
    await attacker.world.installation.tick();
    expect(await rows(`select * from incident_subject where subject_id = '${subject}'`)).toEqual([]);
    const page = await enter({ key: lost });
    expect(await touched(page)).toBe(before - 1);
    expect(plain((await officer.get(page)).body)).toContain('которые с тех пор уничтожены: 1');
  });

  it('about a key touches everybody on a list it took, and counts who was destroyed since', async () => {
    const { aigul } = await import('./liar.ts');
    const email = 'bolat.alimov@example.kz';
    const { id: subject } = await attacker.register({ ...aigul, email, phone: '+77010005566' });
    const listed = await attacker.key({ purpose: 'registration_auth', category: 'email' });
    const list = await attacker.send({
      method: 'POST',
      url: `/api/v1${attacker.world.base}/list`,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${listed}` },
      payload: JSON.stringify({ purpose: 'registration_auth', categories: ['email'] }),
    });
    const { people } = list.json() as { people: readonly unknown[] };
    expect(people.length).toBeGreaterThan(1);
    const key = /kepil_([0-9a-f-]{36})/.exec(listed)?.[1] ?? '';
    expect(await touched(await enter({ key }))).toBe(people.length);
    const { service, installation } = attacker.world;
    await destroyAccount(installation.world, { service, subject });
    const page = await enter({ key });
    expect(await touched(page)).toBe(people.length - 1);
    expect(plain((await officer.get(page)).body)).toContain('которые с тех пор уничтожены: 1');
  });

  it('whose scope changed is decided anew: whoever it touches now was not thought of', async () => {
    const [lost] = await rows('select key_id from api_key order by key_id limit 1');
    const key = lost?.key_id as string;
    const page = await enter({ key });
    const telling = async () =>
      (await rows(`select telling from incident where incident_id = '${page.split('/').at(-1)}'`))[0];
    expect((await officer.post(page, { act: 'tell', tell: 'no', message: 'Ключ был пуст.' })).status).toBe(
      303,
    );
    expect(await telling()).toEqual({ telling: 'none' });
    expect((await officer.post(`${page}/amend`, { ...form, key, measures: 'Ещё.' })).status).toBe(303);
    expect(await telling()).toEqual({ telling: 'none' });
    expect((await officer.post(`${page}/amend`, { ...form, whole: 'yes' })).status).toBe(303);
    expect(await telling()).toEqual({ telling: 'undecided' });
  });

  it('of a log that does not verify is raised once, and again a day after it was explained', async () => {
    const { sql } = attacker;
    await attacker.world.installation.tick();
    await sql.query("update log_leaf set leaf = convert_to('{}', 'utf8') where leaf_index = 3");
    await attacker.world.prove();
    await attacker.world.prove();
    const raised = await rows("select state, source, due_on::text as due from incident where source = 'log'");
    expect(raised).toEqual([{ state: 'alert', source: 'log', due: '2026-11-23' }]);
    const [{ id } = {}] = await rows("select incident_id as id from incident where source = 'log'");
    const officer = await attacker.world.officer();
    const explain = { act: 'decide', verdict: 'explained', reason: 'Диск из старой копии.' };
    const explained = await officer.post(`${desk}/incidents/${id}`, explain);
    expect(explained.status, explained.body).toBe(303);
    const count = async () => (await rows("select 1 from incident where source = 'log'")).length;
    await attacker.world.prove();
    expect(await count()).toBe(1);
    attacker.world.wait({ days: 1, minutes: 1 });
    await attacker.world.prove();
    await attacker.world.prove();
    expect(await count()).toBe(2);
  });
});
