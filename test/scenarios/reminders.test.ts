import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Carrier, OutgoingMessage } from '../../src/post/index.ts';
import { remindOfRequests } from '../../src/system/index.ts';
import { pdfWith } from '../pictures.ts';
import { openWorld, type TestWorld, type Visitor } from '../world.ts';

const fail = (error: Error) => {
  throw error;
};

const text = readFileSync(new URL('../../examples/dala-kitap.txt', import.meta.url), 'utf8');
const zhanar = {
  full_name: 'Жанар Придуманная',
  birth_date: '1991-09-09',
  email: 'zhanar@example.kz',
  phone: '+77010004455',
};

describe('reminders of requests', () => {
  const given: OutgoingMessage[] = [];
  let world: TestWorld;
  let visitor: Visitor;

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
    world = await openWorld(text, { post: { email } });
    await world.officer();
    visitor = world.visitor();
    const started = await world.fill(visitor, zhanar);
    const draft = /value="([0-9a-f-]{36})"/.exec(started.body)?.[1] ?? '';
    await world.installation.tick();
    const code = /\b(\d{6})\b/.exec(given.at(-1)?.text ?? '')?.[1] ?? '';
    const confirmed = await visitor.post(`${world.base}/confirm`, { draft, code });
    expect(confirmed.status, confirmed.body).toBe(303);
  });
  afterAll(() => world?.close());

  const reminders = () => given.filter(({ to }) => to === 'officer@kepil.example');
  const run = async () => {
    await remindOfRequests(world.installation.world, fail);
    await world.installation.tick();
    return reminders().length;
  };

  it('come once on each working day from nine on, while there is something due or late', async () => {
    // The world begins on Friday 20 November 2026 at ten in the morning: due on Wednesday.
    const filed = await visitor.post(`${world.base}/me/requests`, { kind: 'object', words: 'Возражаю.' });
    expect(filed.status).toBe(303);
    expect(await run()).toBe(0);
    world.wait({ days: 3 });
    expect(await run()).toBe(0);
    world.wait({ hours: 22 });
    expect(await run()).toBe(0);
    world.wait({ hours: 2 });
    expect(await run()).toBe(1);
    expect(reminders()[0]?.text).toMatch(/следующий рабочий день: 1\. Просрочено: 0\..*\/requests/);
    expect(await run()).toBe(1);
    world.wait({ days: 1 });
    expect(await run()).toBe(2);
    world.wait({ days: 1 });
    expect(await run()).toBe(3);
    expect(reminders()[2]?.text).toContain('Просрочено: 1.');
    expect(JSON.stringify(reminders())).not.toContain(zhanar.full_name);
  });

  it('come of consents on paper, too, once one is to be checked today or tomorrow', async () => {
    // A Thursday: to be checked by Tuesday.
    const asked = await visitor.post(`${world.base}/sign-in`, { address: zhanar.email });
    await world.installation.tick();
    const code = /\b(\d{6})\b/.exec(given.at(-1)?.text ?? '')?.[1] ?? '';
    const ticket = /name="ticket"[^>]*value="([0-9a-f-]{36})"/.exec(asked.body)?.[1] ?? '';
    expect((await visitor.post(`${world.base}/sign-in`, { ticket, code })).status).toBe(303);
    const made = await visitor.post(`${world.base}/me/give`, { key: 'base', form: 'written_scan' });
    const file = { field: 'scan', name: 'лист.pdf', bytes: pdfWith() };
    expect((await visitor.upload(made.location ?? '', { act: 'send' }, file)).status).toBe(303);
    const ofPapers = () => reminders().filter(({ text: said }) => said.includes('/papers'));
    await run();
    expect(ofPapers()).toEqual([]);
    world.wait({ days: 4 });
    await run();
    await run();
    expect(ofPapers()).toHaveLength(1);
    expect(ofPapers()[0]?.text).toMatch(/рабочий день, — 1; просроченных — 0\./);
    world.wait({ days: 2 });
    await run();
    expect(ofPapers()[1]?.text).toMatch(/— 0; просроченных — 1\./);
    expect(JSON.stringify(reminders())).not.toContain(zhanar.full_name);
  });
});
