import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { LabelRow, Policy } from '../../src/policy/index.ts';
import { refusePrimaryAbroad, remindOfCertificates } from '../../src/system/index.ts';
import { speakerOf } from '../../src/words/index.ts';
import { incidentForm } from '../hostile/place-incident.ts';
import type { TestWorld } from '../world.ts';
import { Liar, statesOf } from './liar.ts';

const plain = (body: string) => body.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
const fail = (error: Error) => {
  throw error;
};
const said = (label: string): LabelRow => ({ facet: 'security', label, cites: ['13.2'], origin: 'text' });

/** The example, which also promises measures of law, certified data centres and notices of breaches. */
const promising = (policy: Policy): Policy => ({
  ...policy,
  labels: [...policy.labels, said('legal'), said('data_centres'), said('incident_notice')],
});

const node = {
  ...{ act: 'save', kind: 'primary', owner: 'ТОО «Придуманный ЦОД»', address: 'Алматы, Примерная, 1' },
  ...{ country: 'kz', certificate: 'СТ РК № 77-01', certificateUntil: '2027-11-20' },
};

async function settle(world: TestWorld): Promise<void> {
  const officer = await world.officer();
  const desk = `/console${world.base}`;
  for (const control of ['restore-drill', 'access-review', 'stand-in']) {
    const tested = await officer.post(`${desk}/measures`, { control, testedOn: '2026-11-10', passed: 'yes' });
    expect(tested.status, tested.body).toBe(303);
  }
  expect((await officer.post(`${desk}/places`, node)).status).toBe(303);
  const entered = await officer.post(`${desk}/incidents`, incidentForm);
  expect(entered.status, entered.body).toBe(303);
  const page = entered.location ?? '';
  expect((await officer.post(page, { act: 'count' })).status).toBe(303);
  const sent = { act: 'notice', by: 'state-system', on: '2026-11-20', time: '10:00' };
  expect((await officer.post(page, sent)).status).toBe(303);
}

describe('registers', () => {
  let liar: Liar;
  let desk: string;
  beforeAll(async () => {
    liar = await Liar.open({ live: true, revise: promising, settle });
    desk = `/console${liar.world.base}`;
  }, 60_000);
  afterEach(() => liar.repent());
  afterAll(() => liar?.close());

  const deed = (query: string) => ({ deed: () => liar.sql.query(query) });

  it('are kept by what is there', async () => {
    const proved = await liar.prove();
    for (const kind of ['measures-tested', 'storage-certified', 'breach-notified'])
      expect(statesOf(proved, kind), kind).toContain('kept');
  });

  it('measures-tested: a drill failed', () =>
    liar.turnsRed(
      'measures-tested',
      deed("update control_test set passed = false where control = 'stand-in'"),
    ));

  it('measures-tested: a drill is older than ninety days, and nothing else was tested', () =>
    liar.turnsRed(
      'measures-tested',
      deed("update control_test set tested_on = '2025-08-01' where control <> 'access-review'"),
    ));

  it('measures-tested: somebody looked at more people than a limit lets anybody', () =>
    liar.turnsRed('measures-tested', {
      deed: async () => {
        const query = `insert into recent_read
          select $1, gen_random_uuid(), subject_id, $2 from staff_member, generate_series(1, 60)`;
        await liar.sql.query(query, [liar.service, liar.world.now]);
      },
    }));

  it('storage-certified: a certificate ended', () =>
    liar.turnsRed('storage-certified', deed("update storage_node set certificate_until = '2026-11-19'")));

  it('storage-certified: a place has none', () =>
    liar.turnsRed('storage-certified', deed('update storage_node set certificate_until = null')));

  it('storage-certified: the base itself went abroad', () =>
    liar.turnsRed('storage-certified', deed("update storage_node set country = 'DE'")));

  it('storage-certified: the base itself lies nowhere', () =>
    liar.turnsRed('storage-certified', deed("update storage_node set kind = 'backup'")));

  it('breach-notified: the body was told late, or not at all', async () => {
    await liar.turnsRed('breach-notified', deed("update incident set due_on = '2026-11-19'"));
    await liar.repent();
    await liar.turnsRed(
      'breach-notified',
      deed("update incident set notice_at = null, due_on = '2026-11-19'"),
    );
  });

  it('refuse a test of nothing, of tomorrow or without a result, and a base abroad', async () => {
    const officer = await liar.world.officer();
    for (const [change, says] of [
      [{ control: 'restore-drill', testedOn: '2026-11-21', passed: 'yes' }, 'ещё не наступила'],
      [{ control: 'restore-drill', testedOn: '2026-11-20' }, 'Не отмечен результат'],
      [{ testedOn: '2026-11-20', passed: 'yes' }, 'чего здесь нет'],
    ] as const) {
      const reply = await officer.post(`${desk}/measures`, change);
      expect([reply.status, plain(reply.body).includes(says)], says).toEqual([422, true]);
    }
    for (const [change, says] of [
      [{ country: 'DE' }, 'не может лежать за пределами Казахстана'],
      [{ country: 'Казахстан' }, 'Страна записана неверно'],
      [{ certificate: '' }, 'срок без сертификата'],
      [{ owner: ' ' }, 'Это поле обязательно'],
    ] as const) {
      const reply = await officer.post(`${desk}/places`, { ...node, ...change });
      expect([reply.status, plain(reply.body).includes(says)], says).toEqual([422, true]);
    }
    expect((await officer.post(`${desk}/places`, { ...node, kind: 'backup', country: 'DE' })).status).toBe(
      303,
    );
  });

  it('show people where their data lie', async () => {
    const { visitor } = await liar.world.register({
      ...{ full_name: 'Ержан Придуманный', birth_date: '1985-05-15' },
      ...{ email: 'erzhan@example.kz', phone: '+77010008899' },
    });
    const shown = plain((await visitor.get(`${liar.world.base}/me/places`)).body);
    for (const part of ['Придуманный ЦОД', 'Казахстан', 'СТ РК № 77-01', 'действует до 20 ноября 2027'])
      expect(shown).toContain(part);
  });

  it('refuse to start with the base abroad, whoever wrote it there', async () => {
    const { world } = liar.world.installation;
    await refusePrimaryAbroad(world);
    await liar.sql.query("update storage_node set country = 'DE' where kind = 'primary'");
    await expect(refusePrimaryAbroad(world)).rejects.toMatchObject({ reason: 'store-abroad' });
    await liar.sql.query("update storage_node set country = 'KZ' where kind = 'primary'");
    await remindOfCertificates(world, fail);
  });
});

describe('a base abroad', () => {
  it('is refused by name of the article, in each language', () => {
    for (const language of ['ru', 'kk', 'en'] as const) {
      const said = speakerOf(language, 'Asia/Almaty').say('error.store-abroad', { country: 'DE' });
      for (const part of ['DE', '94-V', '12']) expect(said).toContain(part);
    }
  });
});
