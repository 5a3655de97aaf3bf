import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/base/index.ts';
import { Attacker } from './attacker.ts';
import { aigul } from './liar.ts';

describe('requests taken in from a table', () => {
  let attacker: Attacker;
  let page: string;
  beforeAll(async () => {
    attacker = await Attacker.open();
    page = `/console${attacker.world.base}/requests/import`;
    await attacker.register(aigul);
  }, 60_000);
  afterAll(() => attacker?.close());

  const text = (body: string) => body.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
  const batch = () => newId(attacker.world.now, (count) => crypto.getRandomValues(new Uint8Array(count)));
  const send = async (act: string, rows: string, more: { batch?: string } = {}) => {
    const officer = await attacker.world.officer();
    return officer.post(page, { act, rows, batch: more.batch ?? batch() });
  };
  const requests = async () =>
    (
      await attacker.sql.query(
        'select kind, channel, received_at, due_on::text as due from request order by received_at',
      )
    ).rows as Record<string, unknown>[];
  const heads = 'день;время;как;что;учётная запись;имя;куда;язык;слова';
  const good = [
    '19.11.2026;17:05;письмом;copy;;Ерлан Придуманный;Караганда, 7;kk;"Прошу копию;\nи поскорее"',
    `2026-11-18;;phone;know_access;${aigul.email};;;;Какие данные обо мне есть?`,
  ];

  it('are looked at first, and nothing is stored by that', async () => {
    const looked = await send('check', [heads, ...good].join('\n'));
    expect(looked.status, looked.body).toBe(200);
    expect(text(looked.body)).toContain('Проверено: 2 обращения можно внести.');
    expect(looked.body).toContain('name="act" value="take"');
    expect(await requests()).toEqual([]);
  });

  it('name each row that is wrong, and none is taken in then', async () => {
    const spelt = await send('check', ['20 ноября 2026;;письмом;copy;;А;Б;;В', ...good].join('\n'));
    expect([spelt.status, text(spelt.body).includes('Строка 1.')]).toEqual([422, true]);
    const bad = [
      '32.11.2026;;письмом;copy;;А;Б;;В',
      '2026-11-19;;голубем;copy;;А;Б;;В',
      '2026-11-19;;email;;;;;;',
    ];
    for (const act of ['check', 'take']) {
      const refused = await send(act, [...good, ...bad].join('\n'));
      expect(refused.status).toBe(422);
      const said = text(refused.body);
      for (const line of ['Строка 3.', 'Строка 4.', 'Строка 5.']) expect(said).toContain(line);
      expect(said).not.toContain('Строка 2.');
    }
    expect((await send('check', ' \n\t')).status).toBe(422);
    expect((await send('check', Array(101).fill(good[0]).join('\n'))).status).toBe(422);
    expect(await requests()).toEqual([]);
  });

  it('run from the day they came, and are not doubled by the same table', async () => {
    const table = [heads, ...good].join('\n');
    const one = { batch: batch() };
    const [first, second] = await Promise.all([send('take', table, one), send('take', table, one)]);
    expect([first.status, second.status]).toEqual([303, 303]);
    expect((await send('take', table, one)).status).toBe(303);
    const rows = await requests();
    expect(rows.map(({ kind, channel }) => [kind, channel])).toEqual([
      ['know_access', 'phone'],
      ['copy', 'letter'],
    ]);
    expect(new Date(Number(rows[1]?.['received_at'])).toISOString()).toBe('2026-11-19T12:05:00.000Z');
    await attacker.world.checkPledges();
  });

  it('keep what could be taken in, and give back what could not', async () => {
    const unknown = '2026-11-18;;phone;copy;nobody@example.kz;;;;"Где ""мои"" данные?"';
    const left = await send('take', [good[0], unknown].join('\n').replace('17:05', '17:06'));
    expect(left.status).toBe(422);
    expect(await requests()).toHaveLength(3);
    expect(text(left.body)).toContain('Внесено обращений: 1.');
    expect(left.body).toContain('nobody@example.kz');
    expect(left.body).not.toContain('Ерлан');
    expect((await send('take', good[0] ?? '', { batch: 'x' })).status).toBe(400);
  });
});
