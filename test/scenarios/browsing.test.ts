import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeEntry } from '../../src/ledger/index.ts';
import type { Carrier, OutgoingMessage } from '../../src/post/index.ts';
import { readForStaff, remindOfIncidents, staffOf } from '../../src/system/index.ts';
import type { Visitor } from '../world.ts';
import { Attacker } from './attacker.ts';
import { type Many, register } from './many.ts';

const plain = (body: string) => body.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
const fail = (error: Error) => {
  throw error;
};

/** A staff member looks through people, one after another. */
describe('staff who look through people', () => {
  const given: OutgoingMessage[] = [];
  let attacker: Attacker;
  let people: Many;
  let desk: string;
  let nosy: { visitor: Visitor; id: string; email: string };
  let second: Visitor;

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
    await attacker.world.officer();
    nosy = await attacker.world.staff('Нұрбол Есенов', ['test:officer']);
    second = (await attacker.world.staff('Жанар Әлімова', ['test:approver'])).visitor;
    people = await register(attacker, 64, given);
  }, 120_000);
  afterAll(() => attacker?.close());

  const look = (who: Visitor, subject: string) =>
    who.post(`${desk}/subjects/${subject}`, { category: 'email', purpose: 'registration_auth' });
  /** The same by the use case alone: a page takes longer to draw than a look. */
  const read = async (subject: string) => {
    const { world } = attacker.world.installation;
    const { id, keys } = await staffOf(world, nosy.id);
    const what = { subject, categories: ['email'], purpose: 'registration_auth' };
    const clerk = { id, keys, roles: ['officer'] as const };
    const at = { service: attacker.world.service, ...what };
    return (await readForStaff(world, clerk, at)).decision.allowed;
  };
  const signIn = () =>
    attacker.world.signIn(nosy.visitor, { email: nosy.email, password: 'девять белых яблонь у реки' });
  const rows = async (query: string) => (await attacker.sql.query(query)).rows as Record<string, unknown>[];
  const alerts = () => rows("select * from incident where source = 'browsing' order by incident_id");

  it('may look at the same person as often as they like, and at many in a long time', async () => {
    for (let n = 0; n < 70; n++) expect(await read(people[0] ?? '')).toBe(true);
    for (const subject of people.slice(0, 59)) expect(await read(subject)).toBe(true);
    attacker.world.wait({ minutes: 6 });
    for (const subject of people.slice(5)) expect(await read(subject)).toBe(true);
    expect(await alerts()).toEqual([]);
    attacker.world.wait({ minutes: 6 });
  }, 60_000);

  it('are stopped at the sixtieth in five minutes, all at once or one by one, with one alert', async () => {
    const looks = await Promise.all(people.slice(0, 58).map(read));
    expect(looks).not.toContain(false);
    const rest = await Promise.all(people.slice(58).map((subject) => look(nosy.visitor, subject)));
    expect(rest.some(({ status }) => status === 403)).toBe(true);
    const after = await look(nosy.visitor, people[0] ?? '');
    expect(after.status).toBe(403);
    expect((await alerts()).length).toBe(1);
    expect(await rows('select * from staff_stop where lifted_at is null')).toHaveLength(1);
  }, 60_000);

  it('are told why, since when and by whom it is lifted, and come in no more', async () => {
    await signIn();
    const stopped = await nosy.visitor.get('/console');
    expect(stopped.status).toBe(403);
    const said = plain(stopped.body);
    for (const part of [
      'Ваш доступ остановлен',
      'слишком многих людей',
      'Жанар Әлімова',
      'Гульнара Сейткали',
    ])
      expect(said).toContain(part);
    expect(said).not.toContain('Нұрбол');
    const again = await nosy.visitor.get(`${desk}/subjects`);
    expect([again.status, again.location?.startsWith('/console/sign-in')]).toEqual([303, true]);
  });

  it('see nobody in the matter of an incident either', async () => {
    const [alert] = await alerts();
    const subject = people[0] ?? '';
    const matter = alert?.incident_id as string;
    await attacker.sql.query(
      `insert into incident_subject (service_id, subject_id, incident_id, acts) values ($1, $2, $3, 1)`,
      [attacker.world.service.id, subject, matter],
    );
    const { world } = attacker.world.installation;
    const { id, keys } = await staffOf(world, nosy.id);
    const asked = { subject, categories: ['email'], purpose: 'breach_response', matter };
    const at = { service: attacker.world.service, ...asked };
    const { decision } = await readForStaff(world, { id, keys, roles: ['officer'] }, at);
    expect([decision.allowed, decision.because.map(({ rule }) => rule)]).toEqual([
      false,
      ['reading-stopped'],
    ]);
    await attacker.sql.query('delete from incident_subject');
  });

  it('leave an entry at the service and one at the house, which name nobody', async () => {
    await attacker.world.installation.tick();
    const leaves = await rows('select leaf from log_leaf');
    const entries = leaves.flatMap(({ leaf }) => decodeEntry(leaf as Uint8Array) ?? []);
    const rule = (name: string) =>
      entries.filter(({ because = [] }) => because.some((reason) => reason.startsWith(name)));
    expect(rule('alert-browsing')).toHaveLength(1);
    expect(rule('alert-browsing')[0]).toMatchObject({ kind: 'incident', actor: { role: 'system' } });
    expect(rule('staff-stopped')).toHaveLength(1);
    expect(rule('reading-limit').length).toBeGreaterThan(0);
  });

  it('raise an alert that officers hear of at once, and once', async () => {
    const heard = () =>
      given.filter(({ to, text }) => to === 'officer@kepil.example' && text.includes('incidents'));
    const before = heard().length;
    await remindOfIncidents(attacker.world.installation.world, fail);
    await remindOfIncidents(attacker.world.installation.world, fail);
    await attacker.world.installation.tick();
    expect(before + heard().length).toBeGreaterThanOrEqual(1);
    expect(heard().length).toBeLessThanOrEqual(2);
    expect(heard()[0]?.text).toContain('без решения: 1');
  });

  it('cannot decide about themselves; somebody else must give a reason', async () => {
    const [alert] = await alerts();
    const page = `${desk}/incidents/${alert?.incident_id}`;
    const officer = await attacker.world.officer();
    const shown = await officer.get(page);
    expect(plain(shown.body)).toContain('Нұрбол Есенов');
    const silent = await second.post(page, { act: 'decide', verdict: 'explained', reason: '  ' });
    expect(silent.status).toBe(422);
    expect(await rows('select * from staff_stop where lifted_at is null')).toHaveLength(1);
    const counted = await officer.post(page, { act: 'count' });
    expect(counted.status, counted.body).toBe(303);
    expect(plain((await officer.get(page)).body)).toMatch(/(59|6\d) человек/);
  });

  it('get their access back when it is explained, and are counted anew', async () => {
    const [alert] = await alerts();
    const page = `${desk}/incidents/${alert?.incident_id}`;
    const done = await second.post(page, {
      act: 'decide',
      verdict: 'explained',
      reason: 'Сверка по поручению.',
    });
    expect(done.status, done.body).toBe(303);
    expect((await second.post(page, { act: 'decide', verdict: 'incident', reason: 'Нет.' })).status).toBe(
      422,
    );
    await signIn();
    expect((await look(nosy.visitor, people[0] ?? '')).status).toBe(200);
    for (const subject of people.slice(0, 59)) expect(await read(subject)).toBe(true);
    expect((await look(nosy.visitor, people[60] ?? '')).status).toBe(403);
    expect((await alerts()).length).toBe(2);
  }, 60_000);

  it('stay stopped while it is looked into as an incident, until somebody lifts it', async () => {
    const alert = (await alerts()).at(-1);
    const page = `${desk}/incidents/${alert?.incident_id}`;
    const done = await second.post(page, { act: 'decide', verdict: 'incident', reason: 'Любопытство.' });
    expect(done.status, done.body).toBe(303);
    attacker.world.wait({ minutes: 2 });
    await signIn();
    expect((await nosy.visitor.get('/console')).status).toBe(403);
    const lifted = await second.post(page, { act: 'lift', lift: 'Объяснительная получена.' });
    expect(lifted.status, lifted.body).toBe(303);
    const kept = plain((await second.get(page)).body);
    for (const reason of ['Любопытство.', 'Объяснительная получена.']) expect(kept).toContain(reason);
    await signIn();
    expect((await nosy.visitor.get('/console')).status).toBe(200);
  });

  it('are no API keys: a service reads everybody', async () => {
    const key = await attacker.key({ purpose: 'registration_auth', category: 'email' });
    const body = { purpose: 'registration_auth', categories: ['email'] };
    for (const subject of people)
      expect((await attacker.read(key, { ...body, subject })).statusCode).toBe(200);
    expect((await alerts()).length).toBe(2);
  }, 60_000);
});
