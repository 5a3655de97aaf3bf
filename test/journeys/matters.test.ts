/** What two people at the desk decide, and whom it is about: something owed, letters of bodies, a child. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Policy, parsePolicy } from '../../src/policy/index.ts';
import { putInForce } from '../scenarios/liar.ts';
import type { Visitor } from '../world.ts';
import { fits, look, saidOn } from './eyes.ts';
import { example, Journey } from './journey.ts';
import { speaks } from './language.ts';
import { askForCode, control, giveCode, type Person, send } from './walk.ts';

/** The service with that policy, in force, with the officer at a desk. */
class Matter {
  readonly journey: Journey;
  readonly desk: Page;

  private constructor(journey: Journey, desk: Page) {
    this.journey = journey;
    this.desk = desk;
  }

  static async open(name: string): Promise<Matter> {
    const file = new URL(`../../examples/${name}.kepil.yaml`, import.meta.url);
    const { policy } = parsePolicy(readFileSync(file, 'utf8'));
    const revise = (): Policy => policy ?? expect.fail(`${name} is a policy`);
    const journey = await Journey.open(example(), { revise });
    await putInForce(journey.world);
    const officer = await journey.world.officer();
    return new Matter(journey, await pageOf(journey, officer));
  }

  /** Somebody registers on a phone. @returns their phone */
  async register(person: Person): Promise<Page> {
    const { journey } = this;
    const phone = await journey.newPage();
    journey.keepSecret(Object.values(person));
    await askForCode(phone, journey.base, person);
    await giveCode(phone, await journey.world.code());
    await phone.waitForURL('**/me/consents/*');
    return phone;
  }

  /** Opens a page of the desk, and what is newest on its list. */
  async newest(list: string): Promise<void> {
    await this.desk.goto(`/console${this.journey.base}/${list}`);
    await this.desk.locator(`main a[href*="/${list}/0"]`).first().click();
  }

  /** No pledge is broken, but those about the text: it is that of another policy. Nothing stands readable. */
  async holds(): Promise<void> {
    const { world } = this.journey;
    const { clauses } = await world.prove();
    const broken = clauses.flatMap(({ pledges }) => pledges.filter(({ state }) => state === 'broken'));
    const kinds = new Set(broken.map(({ pledge }) => pledge.kind));
    expect([...kinds].filter((kind) => kind !== 'text-shown' && kind !== 'policy-immutable')).toEqual([]);
    expect(await world.readable()).toEqual([]);
  }

  close(): Promise<void> {
    return this.journey.close();
  }
}

/** A page at a desk, signed in as somebody who signed in already. */
async function pageOf(journey: Journey, who: Visitor): Promise<Page> {
  const page = await journey.newPage({ width: 1440 });
  const cookies = who.cookie().split('; ');
  await page.context().addCookies(
    cookies.map((pair) => {
      const [name = '', ...value] = pair.split('=');
      return { name, value: value.join('='), url: journey.origin };
    }),
  );
  return page;
}

async function seen(page: Page): Promise<void> {
  await look(page);
  await fits(page);
  await speaks(page, 'ru');
}

const check = (page: Page, name: string, value: string) =>
  page.locator(`input[name="${name}"][value="${value}"]`).check();

const person: Person = {
  full_name: 'Серик Придуманный',
  birth_date: '1982-11-30',
  email: 'serik@example.kz',
  phone: '+77010005566',
};

describe('a withdrawal by somebody who has not paid, at the service of advertisements', () => {
  let matter: Matter;
  let phone: Page;
  const about = 'заказ № 481 на 5000';

  beforeAll(async () => {
    matter = await Matter.open('zhanuar');
    phone = await matter.register(person);
    matter.journey.keepSecret([about]);
  });
  afterAll(() => matter?.close());

  it('begins with what is owed, written down by the officer', async () => {
    const { desk } = matter;
    await matter.newest('subjects');
    await desk.locator('main a[href$="/obligations"]').click();
    await check(desk, 'kind', 'order');
    await control(desk, 'about').fill(about);
    await check(desk, 'category', 'phone');
    await seen(desk);
    await send(desk);
    await desk.locator('.flash').waitFor();
    expect(await saidOn(desk)).toContain(about);
  });

  it('shows before anything happens what stops, what stays and by which article', async () => {
    await phone.goto(`${matter.journey.base}/me/consents`);
    await phone.locator('main a[href$="/withdraw"]').first().click();
    await phone.waitForURL('**/withdraw');
    expect(await saidOn(phone)).toMatch(/Неисполненное обязательство \(заказ\)[\s\S]*ст\. 8/);
    await seen(phone);
    await control(phone, 'whole').check();
    await send(phone);
    await phone.waitForURL('**/me/consents');
    await phone.goto(`${matter.journey.base}/me/requests`);
    expect(await saidOn(phone)).toContain('Ждёт исполнения обязательства');
    await seen(phone);
  });

  it('is finished by itself once that is met', async () => {
    const { desk } = matter;
    await desk.getByRole('button', { name: 'Исполнено' }).click();
    await desk.locator('.flash').waitFor();
    await phone.reload();
    const said = await saidOn(phone);
    expect(said).not.toContain('Ждёт исполнения обязательства');
    expect(said).toContain('Отзыв согласия');
    await seen(phone);
    await matter.holds();
  });
});

describe('letters that ask for data, at the service of consultations', () => {
  let matter: Matter;
  let phone: Page;
  let second: Page;

  beforeAll(async () => {
    matter = await Matter.open('consult');
    const { world } = matter.journey;
    phone = await matter.register(person);
    const { visitor } = await world.staff('Жанар Әлімова', [`${world.service.key}:approver`]);
    // Whatever goes out rests on a decision of the operator's representatives there.
    const page = `/console${world.base}/mandates`;
    const officer = await world.officer();
    expect((await officer.post(page, { act: 'propose-missing' })).status).toBe(303);
    const { body } = await visitor.get(page);
    const waiting = new Set(
      [...body.matchAll(/name="id" value="([0-9a-f-]{36})"/g)].map(([, id = '']) => id),
    );
    for (const id of waiting) expect((await visitor.post(page, { act: 'sign', id })).status).toBe(303);
    second = await pageOf(matter.journey, visitor);
    matter.journey.keepSecret(['Серік Придуманов', '26-75-11-0001', 'Управление полиции района']);
  });
  afterAll(() => matter?.close());

  /** Fills the form in, as the letter has it. */
  async function enter(letter: Readonly<Record<string, string>>): Promise<void> {
    const { desk, journey } = matter;
    await desk.goto(`/console${journey.base}/letters/new`);
    const { asker, signature, channel, ...fields } = letter;
    for (const [name, value] of Object.entries({ asker, signature, channel }))
      if (value) await check(desk, name, value);
    for (const [name, value] of Object.entries(fields)) await control(desk, name).fill(value);
    for (const category of ['full_name', 'phone']) await check(desk, 'category', category);
    await seen(desk);
    await send(desk);
    await desk.waitForURL('**/letters/0*');
  }
  const whole = {
    ...{ asker: 'state', signature: 'eds', channel: 'courier', person: person['email'] ?? '' },
    ...{ receivedOn: '2026-11-20', body: 'Управление полиции района', official: 'Серік Придуманов' },
    ...{ position: 'следователь', norm: 'статья 185 УПК РК', caseNumber: '26-75-11-0001' },
    ...{ periodFrom: '2026-01-01', periodTo: '2026-11-01' },
  };
  const disclosed = async () => {
    await phone.goto(`${matter.journey.base}/me/recipients`);
    return saidOn(phone);
  };

  it('are refused with a letter that names what they lack, and nothing goes', async () => {
    const { desk } = matter;
    const { norm: _norm, caseNumber: _case, signature: _hand, ...rest } = whole;
    await enter(rest);
    const said = await saidOn(desk);
    for (const lack of ['нет ссылки на норму', 'не указан номер дела', 'не подписан'])
      expect(said).toContain(lack);
    expect(await desk.getByRole('button', { name: 'Предложить к выдаче' }).count()).toBe(0);
    await desk.getByRole('button', { name: 'Отказать' }).click();
    await desk.locator('.flash').waitFor();
    await seen(desk);
    const [file] = await Promise.all([
      desk.waitForEvent('download'),
      desk.locator('a[href$="/refusal.ru.pdf"]').click(),
    ]);
    expect(
      readFileSync(await file.path())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    expect(await disclosed()).toContain('ещё никому не передавались');
  });

  it('of somebody private are refused by rule', async () => {
    const { desk } = matter;
    await enter({ ...whole, asker: 'private' });
    expect(await saidOn(desk)).toContain('без решения суда или согласия субъекта');
    expect(await desk.getByRole('button', { name: 'Предложить к выдаче' }).count()).toBe(0);
  });

  it('in due form get the least, by the decision of another person, and the person sees it', async () => {
    const { desk } = matter;
    await enter(whole);
    expect(await saidOn(desk)).toContain('Все семь элементов есть');
    await desk.getByRole('button', { name: 'Предложить к выдаче' }).click();
    await desk.locator('.flash').waitFor();
    expect(await desk.getByRole('button', { name: 'Предоставить данные' }).count()).toBe(0);
    await second.goto(desk.url());
    await seen(second);
    await second.getByRole('button', { name: 'Предоставить данные' }).click();
    await second.locator('a[href^="data:application/jose"]').first().waitFor();
    await seen(second);
    expect(await disclosed()).toContain('письменный запрос государственного органа');
    await seen(phone);
    await matter.holds();
  });
});

describe('a parent who finds a child’s data, at the service of lawyers', () => {
  let matter: Matter;
  let phone: Page;
  let parent: Page;
  const child: Person = { ...person, full_name: 'Алихан Придуманный', email: 'alikhan@example.kz' };

  beforeAll(async () => {
    matter = await Matter.open('prozango');
    phone = await matter.register(child);
    parent = await matter.journey.newPage();
    matter.journey.keepSecret(['Салтанат Придуманная', 'saltanat@example.kz']);
  });
  afterAll(() => matter?.close());

  it('tells what is needed and gets the same answer whoever it is about', async () => {
    await parent.goto(`${matter.journey.base}/child`);
    await seen(parent);
    await send(parent);
    await parent.locator('.faults').waitFor();
    await seen(parent);
    await check(parent, 'kind', 'delete');
    const said = { child: child['full_name'] ?? '', address: child['email'] ?? '' };
    const own = {
      name: 'Салтанат Придуманная',
      answerTo: 'saltanat@example.kz',
      proof: 'Мать, свидетельство.',
    };
    for (const [name, value] of Object.entries({ ...said, ...own, words: 'Прошу удалить данные сына.' }))
      await control(parent, name).fill(value);
    await send(parent);
    await parent.waitForURL('**/claim/taken*');
    expect(await saidOn(parent)).toContain('Обращение принято');
    await seen(parent);
  });

  it('has it protected at once: the child is signed out, and everything stands still', async () => {
    await phone.goto(`${matter.journey.base}/me`);
    await phone.waitForURL('**/sign-in*');
    const { desk } = matter;
    await matter.newest('requests');
    const said = await saidOn(desk);
    for (const text of ['Мать, свидетельство.', 'Салтанат Придуманная']) expect(said).toContain(text);
    await seen(desk);
  });

  it('has it destroyed once the officer saw the documents, and not before', async () => {
    const { desk } = matter;
    const answer = async () => {
      await check(desk, 'outcome', 'done');
      await control(desk, 'destroy').check();
      await control(desk, 'answer').fill('Данные ребёнка уничтожены.');
      await desk.getByRole('button', { name: 'Отправить ответ' }).click();
    };
    await answer();
    await desk.locator('.faults').waitFor();
    expect(await saidOn(desk)).toContain('неизвестно, кто обратился');
    await check(desk, 'method', 'document-seen');
    await desk.getByRole('button', { name: 'Личность подтверждена' }).click();
    await desk.locator('.flash').waitFor();
    await answer();
    await desk.locator('.flash').waitFor();
    await seen(desk);
    expect(await matter.journey.accounts()).toBe(0);
    await matter.holds();
  });
});
