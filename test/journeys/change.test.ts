/** What a person changes of themselves: at once, by a code, by a document; the officer sees it at a desk. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parsePolicy } from '../../src/policy/index.ts';
import { planted, pngWith } from '../pictures.ts';
import { fits, look, saidOn } from './eyes.ts';
import { example, Journey } from './journey.ts';
import { speaks } from './language.ts';
import { control, giveCode, send } from './walk.ts';

/** The policy that declares a telephone alone, with what its officer adds to the form. */
function legco() {
  const file = new URL('../../examples/legco.kepil.yaml', import.meta.url);
  const { policy } = parsePolicy(readFileSync(file, 'utf8'));
  if (!policy) return expect.fail('the example is a policy');
  const [phone] = policy.data.filter(({ category }) => category === 'phone');
  if (!phone) return expect.fail('the example asks for a telephone');
  const added = ['full_name', 'email', 'city_region'].map((category) => ({
    ...{ ...phone, category, cites: [] },
    origin: 'officer' as const,
  }));
  return { ...policy, data: [...policy.data, ...added] };
}

const person = {
  phone: '+77010001122',
  full_name: 'Айгүл Жақыпова',
  email: 'aigul.zhakypova@example.kz',
  city_region: 'Придуманск',
};

async function seen(page: Page): Promise<void> {
  await look(page);
  await fits(page);
  await speaks(page, 'ru');
}

describe('changing what is known, at a service that keeps little', () => {
  let journey: Journey;
  let phone: Page;
  let desk: Page;

  beforeAll(async () => {
    journey = await Journey.open(example(), { revise: legco });
    phone = await journey.newPage();
    await journey.register(phone, person);
    desk = await journey.desk();
    journey.keepSecret(['Айгүл Серікқызы', 'Айгүл Ахметова', 'Жаңа Придуманск', 'свидетельство о браке']);
  });
  afterAll(() => journey?.close());

  const correct = (category: string) => phone.goto(`${journey.base}/me/correct/${category}`);
  const change = async (category: string, value: string) => {
    await correct(category);
    await control(phone, 'value').fill(value);
  };
  const scan = { name: 'свидетельство о браке.png', mimeType: 'image/png', buffer: pngWith() };
  const answer = async (words: string) => {
    await desk.goto(`/console${journey.base}/requests`);
    await desk.locator('main a[href*="/requests/0"]').first().click();
    await desk.locator('input[name="outcome"][value="done"]').check();
    await control(desk, 'answer').fill(words);
  };

  it('counts at once where nothing has to be shown', async () => {
    await change('city_region', 'Жаңа Придуманск');
    await seen(phone);
    await send(phone);
    await phone.locator('.flash').waitFor();
    await correct('city_region');
    expect(await control(phone, 'value').inputValue()).toBe('Жаңа Придуманск');
    expect(await saidOn(phone)).toContain('Придуманск: указано при регистрации');
    await seen(phone);
  });

  it('counts by the code sent to a new address, and tells the one before', async () => {
    await change('email', 'aigul.new@example.kz');
    await send(phone);
    await control(phone, 'code').waitFor();
    await phone.goto(`${journey.base}/me`);
    expect(await saidOn(phone)).toContain('a•••@example.kz');
    await change('email', 'aigul.new@example.kz');
    await send(phone);
    await control(phone, 'code').waitFor();
    await giveCode(phone, await journey.code());
    await phone.locator('.flash').waitFor();
    await desk.goto(`/console${journey.base}/outbox`);
    await desk.locator('main a[href*="/outbox/"]').first().click();
    expect(await saidOn(desk)).toContain(person.email);
  });

  it('asks for a document once the name is confirmed by one', async () => {
    await change('full_name', 'Айгүл Жақыпова');
    await control(phone, 'document').setInputFiles(scan);
    await seen(phone);
    await send(phone);
    await phone.waitForURL('**/me/requests');
    await answer('Имя подтверждено.');
    await desk.getByRole('button', { name: 'Отправить ответ' }).click();
    await desk.locator('.flash').waitFor();
    await change('full_name', 'Айгүл Серікқызы');
    await send(phone);
    await phone.locator('.faults').waitFor();
    expect(await saidOn(phone)).toContain('Документ не приложен');
    await seen(phone);
  });

  it('refuses a file that is no document, whatever it is called', async () => {
    const program = { ...scan, buffer: Buffer.from('MZ This program cannot be run in DOS mode.') };
    await change('full_name', 'Айгүл Серікқызы');
    await control(phone, 'document').setInputFiles(program);
    await send(phone);
    await phone.locator('.faults').waitFor();
    expect(await saidOn(phone)).toContain('Такие файлы не принимаются');
    expect(await control(phone, 'value').inputValue()).toBe('Айгүл Серікқызы');
  });

  it('shows number and day of the request, and lets its person save what they handed in', async () => {
    await control(phone, 'document').setInputFiles(scan);
    await send(phone);
    await phone.waitForURL('**/me/requests');
    const said = await saidOn(phone);
    expect(said).toMatch(/Обращение \d{8}-[0-9A-F]{5} принято\. Ответим до 23 ноября 2026/);
    expect(said).toContain('Айгүл Серікқызы');
    await seen(phone);
    const [saved] = await Promise.all([
      phone.waitForEvent('download'),
      phone.locator('a[href$="/document"]').first().click(),
    ]);
    expect(saved.suggestedFilename()).toBe('свидетельство о браке.png');
    const kept = readFileSync(await saved.path());
    for (const word of planted) expect(kept.toString('latin1')).not.toContain(word);
  });

  it('is decided by the officer beside the document, and is so everywhere', async () => {
    await answer('Фамилия изменена.');
    const said = await saidOn(desk);
    for (const text of ['Айгүл Жақыпова', 'Айгүл Серікқызы', 'свидетельство о браке.png'])
      expect(said).toContain(text);
    await look(desk);
    const [saved] = await Promise.all([
      desk.waitForEvent('download'),
      desk.locator('a[href$="/document"]').first().click(),
    ]);
    expect(
      readFileSync(await saved.path())
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
    await desk.getByRole('button', { name: 'Отправить ответ' }).click();
    await desk.locator('.flash').waitFor();
    await correct('full_name');
    expect(await control(phone, 'value').inputValue()).toBe('Айгүл Серікқызы');
    await seen(phone);
    await phone.goto(`${journey.base}/me/requests`);
    expect(await saidOn(phone)).toContain('Фамилия изменена.');
    await phone.goto(`${journey.base}/me/readers`);
    expect(await saidOn(phone)).toContain('Ответственное лицо: изменение данных');
    expect(await journey.world.readable()).toEqual([]);
  });
});
