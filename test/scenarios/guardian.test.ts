import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hidden } from './attacker.ts';
import { lettingMinorsIn, MinorWorld, mother, plain, young } from './minor.ts';

describe('a minor registers', () => {
  let at: MinorWorld;
  beforeAll(async () => {
    at = await MinorWorld.open();
  });
  afterAll(() => at?.close());

  it('is asked who may consent, by birth date and by their own word, and told what is wrong', async () => {
    const form = plain((await at.world.visitor().get(`${at.base}/register`)).body);
    expect(form).toContain('Если вам нет 18 лет');
    const { birth_date: _, ...undated } = young;
    for (const [guardian, person, minor, said] of [
      ['', young, false, 'нужно согласие законного представителя'],
      ['', undated, true, 'нужно согласие законного представителя'],
      ['мама', young, false, 'Это не похоже'],
      [young.email, young, false, 'ваш собственный адрес'],
      [' ALIKHAN@example.kz ', young, false, 'ваш собственный адрес'],
    ] as const) {
      const reply = await at.begin(person, guardian as string, { minor });
      expect(reply.status, said).toBe(422);
      expect(plain(reply.body)).toContain(said);
    }
    for (const table of ['draft', 'message', 'representation', 'consent', 'segment'])
      expect(await at.count(`${table} where service_id = '${at.world.service.id}'`), table).toBe(0);
    expect(await at.people('waiting')).toBe(0);
  });

  it('waits sealed: no user, no value to be found, nobody but the one they named is told', async () => {
    const begun = await at.begin(young, mother.address);
    expect([begun.status, begun.location]).toEqual([303, `${at.base}/guardian/asked?until=2026-11-27`]);
    expect((await at.world.visitor().get(begun.location ?? '')).status).toBe(200);
    expect([await at.people('waiting'), await at.people('user')]).toEqual([1, 0]);
    expect(
      await at.count("segment s join subject using (service_id, subject_id) where kind <> 'staff'"),
    ).toBe(0);
    expect(await at.count('consent')).toBe(0);
    expect((await at.newest()).state).toBe('asked');
    const told = await at.sentTo(mother.address);
    for (const secret of [...Object.values(young), 'Алихан']) expect(told).not.toContain(secret);
    // Nobody signs in, and the address is not told apart from one that nobody has.
    const asked = await at.world.visitor().post(`${at.base}/sign-in`, { address: young.email as string });
    expect(asked.status).toBe(200);
    expect(await at.count("ticket where purpose = 'sign-in'")).toBe(0);
    await at.world.checkPledges();
  });

  it('who tries again takes the place of what waited; the first link is over', async () => {
    const first = await at.linkTo(mother.address);
    expect((await at.world.visitor().get(first)).status).toBe(200);
    expect((await at.begin(young, mother.address)).status).toBe(303);
    await at.world.installation.tick();
    expect(await at.people('waiting')).toBe(1);
    expect(await at.count('destruction_act')).toBe(1);
    // As an adult with another date neither: somebody is being asked.
    const lied = await at.world.fill(at.world.visitor(), { ...young, birth_date: '1999-01-01' });
    const code = await at.codeTo(young.email as string);
    const form = { draft: hidden(lied.body, 'draft'), code };
    const done = await at.world.visitor().post(`${at.base}/confirm`, form);
    expect(plain(done.body)).toContain('уже ждут ответа представителя');
    expect(await at.people('user')).toBe(0);
  });

  it('a link tells a stranger nothing, neither of the minor nor whether it was ever good', async () => {
    const link = await at.linkTo(mother.address);
    const page = plain((await at.world.visitor().get(link)).body);
    expect(page).toContain('назвал вас своим законным представителем');
    for (const value of Object.values(young)) expect(page).not.toContain(value);
    const spoiled = `${link.slice(0, -2)}xx`;
    const other = `${at.base}/guardian/018f2a00-0000-7000-8000-000000000001.AAAA`;
    const gone = await at.world.visitor().get(spoiled);
    expect([gone.status, plain(gone.body)]).toEqual([404, plain((await at.world.visitor().get(other)).body)]);
    for (const path of [spoiled, other, `${at.base}/guardian/x`]) {
      expect((await at.world.visitor().post(path, { act: 'refuse', of: '' })).status).toBe(404);
      expect((await at.world.visitor().get(`${path}/export.json`)).status).toBe(404);
    }
    expect(await at.people('waiting')).toBe(1);
  });

  it('who answers says who they are, with a document; right or wrong, the answer is the same', async () => {
    const link = await at.linkTo(mother.address);
    for (const [wrong, said] of [
      [{ ...mother, name: '' }, 'Заполните'],
      [{ ...mother, relation: '' }, 'Укажите, кем'],
      [{ ...mother, birth: '1990-01-01' }, 'уже есть 18 лет'],
      [{ ...mother, birth: 'вчера' }, 'дат'],
      [{ ...mother, confirmed: '' }, 'вправе давать согласие'],
    ] as const) {
      const reply = await at.claim(link, wrong);
      expect(reply.status, said).toBe(422);
    }
    expect((await at.claim(link, mother, Buffer.from('no document'))).status).toBe(422);
    expect(await at.count('file')).toBe(0);
    const differing = await at.claim(link, { ...mother, child: 'Другой Ребёнок', birth: '2011-01-02' });
    expect([differing.status, differing.location?.split('?')[0]]).toEqual([303, link]);
    expect((await at.newest()).state).toBe('claimed');
    expect(await at.count("file where state = 'kept'")).toBe(1);
    // Two tabs: the second one is told that it is done.
    expect((await at.claim(link)).status).toBe(409);
    expect(plain((await at.world.visitor().get(link)).body)).toContain('Документ получен');
    // Nothing is given before the document was looked at.
    const early = { act: 'give', of: (await at.newest()).representation_id, policy: 'x', consent: 'yes' };
    expect((await at.world.visitor().post(link, early)).status).toBe(409);
    expect(await at.people('user')).toBe(0);
  });

  it('is checked by the officer alone, who sees whether it fits, and not what the minor wrote', async () => {
    const { visitor: approver } = await at.world.staff('Дана Решающая', [`${at.world.service.key}:approver`]);
    const path = `/console${at.base}/guardians`;
    const id = (await at.newest()).representation_id;
    for (const where of [path, `${path}/${id}`]) expect((await approver.get(where)).status).toBe(403);
    expect((await approver.post(`${path}/${id}`, { act: 'confirm' })).status).toBe(403);
    const officer = await at.world.officer();
    expect(plain((await officer.get(path)).body)).toContain('Нужно проверить документ');
    const page = await officer.get(`${path}/${id}`);
    expect(plain(page.body)).toContain('Ребёнок написал другое');
    expect(page.body).not.toContain(young.full_name);
    const document = /href="([^"]+\/document)"/.exec(page.body)?.[1] ?? '';
    expect((await officer.get(document)).body).toMatch(/^%PDF-/);
    expect((await approver.get(document)).status).toBe(403);
    const confirm = await at.decide({ act: 'confirm' });
    expect(plain(confirm.body)).toContain('не совпадает с той, что написал ребёнок');
    expect((await at.decide({ act: 'lacking' })).status).toBe(422);
    expect((await at.decide({ act: 'lacking', ground: 'other-child' })).status).toBe(303);
    expect((await at.newest()).state).toBe('asked');
    expect((await at.decide({ act: 'confirm' })).status).toBe(422);
    const again = plain((await at.world.visitor().get(await at.linkTo(mother.address))).body);
    expect(again).toContain('в документе назван другой ребёнок');
    expect((await at.claim(await at.linkTo(mother.address))).status).toBe(303);
    expect(plain((await officer.get(`${path}/${id}`)).body)).toContain(
      'Совпадает с тем, что написал ребёнок',
    );
    expect((await at.decide({ act: 'confirm' })).status).toBe(303);
    expect((await at.decide({ act: 'confirm' })).status).toBe(422);
    expect(await at.people('user')).toBe(0);
  });

  it('is let in by the consent of the representative, given box by box, none ticked beforehand', async () => {
    const link = await at.linkTo(mother.address);
    const page = await at.world.visitor().get(link);
    expect(page.body).not.toMatch(/<input[^>]*type="checkbox"[^>]*checked/);
    expect(plain(page.body)).toContain(`Согласие даётся за: ${mother.child}`);
    const bare = await at.give(link, []);
    expect([bare.status, plain(bare.body).includes('огласи')]).toEqual([422, true]);
    expect((await at.give(link, ['consent', 'optional.nonsense'])).status).toBe(422);
    expect(await at.people('user')).toBe(0);
    expect((await at.give(link, ['consent'])).status).toBe(303);
    expect([await at.people('user'), await at.people('waiting')]).toEqual([1, 0]);
    const consents = await at.one('select form, representation_id, purposes from consent');
    expect(consents.map(({ form }) => form)).toEqual(['guardian_checked']);
    expect(consents[0].representation_id).toBe((await at.newest()).representation_id);
    expect((await at.newest()).state).toBe('in-force');
    expect(await at.sentTo(young.email as string, /дал согласие/)).not.toBe('');
    await at.world.checkPledges();
  });

  it('signs in, sees by whom it was consented, and consents to nothing themselves', async () => {
    const child = await at.signIn(young.email as string);
    const consents = await child.get(`${at.base}/me/consents`);
    expect(plain(consents.body)).toContain('с согласия законного представителя');
    const receipt = /href="([^"]+\/me\/consents\/[0-9a-f-]{36})"/.exec(consents.body)?.[1] ?? '';
    expect(plain((await child.get(receipt)).body)).toContain(mother.name);
    const give = { key: 'base', form: 'checkbox', agree: 'yes' };
    const own = await child.post(`${at.base}/me/give`, give);
    expect([own.status, plain(own.body).includes('согласие законного представителя')]).toEqual([403, true]);
    expect(await at.count('consent')).toBe(1);
  });

  it('is served by programs on that consent, and no more once the representative withdrew it', async () => {
    const key = await at.attacker.key({ purpose: 'registration_auth', category: 'email' });
    const [{ subject_id: subject }] = await at.one("select subject_id from subject where kind = 'user'");
    const read = { subject, categories: ['email'], purpose: 'registration_auth' };
    const yes = await at.attacker.read(key, read);
    expect([yes.statusCode, yes.json().because?.map(({ rule }: { rule: string }) => rule)]).toEqual([
      200,
      expect.arrayContaining(['guardian-consented']),
    ]);
    const stranger = await at.sentTo('nobody@example.kz');
    for (const address of ['nobody@example.kz', mother.address]) {
      const asked = await at.world.visitor().post(`${at.base}/guardian`, { address });
      expect([asked.status, plain(asked.body).includes('отправлена ссылка')]).toEqual([200, true]);
    }
    expect(await at.sentTo('nobody@example.kz')).toBe(stranger);
    const link = await at.linkTo(mother.address);
    const [{ consent_id: consent }] = await at.one('select consent_id from consent');
    const of = (await at.newest()).representation_id;
    const copy = await at.world.visitor().get(`${link}/export.json?of=${of}`);
    expect(copy.status).toBe(200);
    expect(copy.body).toContain(young.full_name);
    const withdrawn = await at.world.visitor().post(link, { act: 'withdraw', of, 'consent-id': consent });
    expect(withdrawn.status).toBe(303);
    expect((await at.attacker.read(key, read)).statusCode).toBe(403);
    expect((await at.give(link, ['consent'])).status).toBe(303);
    expect((await at.attacker.read(key, read)).statusCode).toBe(200);
    // An hour later the link opens nothing.
    at.world.wait({ minutes: 61 });
    expect((await at.world.visitor().get(link)).status).toBe(404);
    await at.world.checkPledges();
  });

  it('goes with everything when the representative says so; nobody is left over', async () => {
    await at.world.visitor().post(`${at.base}/guardian`, { address: mother.address });
    const link = await at.linkTo(mother.address);
    const of = (await at.newest()).representation_id;
    expect((await at.world.visitor().post(link, { act: 'destroy', of })).status).toBe(422);
    const gone = await at.world.visitor().post(link, { act: 'destroy', of, confirm: 'yes' });
    expect(gone.location).toMatch(/\/act\//);
    expect((await at.world.visitor().get(gone.location ?? '')).status).toBe(200);
    await at.world.installation.tick();
    await at.world.installation.tick();
    for (const kind of ['user', 'waiting', 'representative']) expect(await at.people(kind), kind).toBe(0);
    for (const table of ['file', 'file_part', 'representation']) expect(await at.count(table), table).toBe(0);
    expect((await at.world.visitor().get(link)).status).toBe(404);
    await at.world.checkPledges();
  });
});

describe('a registration that nobody consents to', () => {
  let at: MinorWorld;
  beforeAll(async () => {
    at = await MinorWorld.open();
  });
  afterAll(() => at?.close());

  const nothingLeft = async () => {
    await at.world.installation.tick();
    await at.world.installation.tick();
    for (const kind of ['user', 'waiting', 'representative']) expect(await at.people(kind), kind).toBe(0);
    expect(await at.count('representation')).toBe(0);
  };

  it('is destroyed at once when the representative refuses, who proves nothing for that', async () => {
    expect((await at.begin(young, '+7 701 555 66 77')).status).toBe(303);
    const link = await at.linkTo('+77015556677');
    const no = { act: 'refuse', of: (await at.newest()).representation_id };
    expect((await at.world.visitor().post(link, no)).status).toBe(303);
    expect((await at.world.visitor().post(link, no)).status).toBe(404);
    expect(await at.count('destruction_act')).toBe(1);
    await nothingLeft();
    await at.world.checkPledges();
  });

  it('is destroyed when its time is over, with an act, also while the document waits', async () => {
    expect((await at.begin(young, mother.address)).status).toBe(303);
    const link = await at.linkTo(mother.address);
    at.world.wait({ days: 6, hours: 23 });
    expect((await at.claim(link)).status).toBe(303);
    at.world.wait({ hours: 2 });
    await at.world.installation.tick();
    expect((await at.newest()).state).toBe('claimed');
    at.world.wait({ days: 10 });
    expect(await at.sentTo(mother.address, /в срок/)).not.toBe('');
    await nothingLeft();
    await at.world.checkPledges();
  });

  it('is destroyed when the officer refuses the proof; the representative is told', async () => {
    expect((await at.begin(young, mother.address)).status).toBe(303);
    expect((await at.claim(await at.linkTo(mother.address))).status).toBe(303);
    expect((await at.decide({ act: 'refuse', ground: 'relation-unseen' })).status).toBe(303);
    expect(await at.sentTo(mother.address, /не показывает/)).not.toBe('');
    await nothingLeft();
    await at.world.checkPledges();
  });

  it('is not let in under a policy that changed meanwhile without being read anew', async () => {
    expect((await at.begin(young, mother.address)).status).toBe(303);
    expect((await at.claim(await at.linkTo(mother.address))).status).toBe(303);
    expect((await at.decide({ act: 'confirm' })).status).toBe(303);
    const link = await at.linkTo(mother.address);
    const of = (await at.newest()).representation_id;
    const stale = { act: 'give', of, policy: '0'.repeat(64), consent: 'yes' };
    const reply = await at.world.visitor().post(link, stale);
    expect([reply.status, await at.people('user')]).toEqual([422, 0]);
    expect((await at.give(link, ['consent'])).status).toBe(303);
  });

  it('cannot have one address written to without end', async () => {
    const told: number[] = [];
    for (let n = 0; n < 12; n += 1) {
      const other = { ...young, email: `kid${n}@example.kz`, phone: `+7701000440${n % 10}` };
      told.push((await at.begin(other, 'stranger@example.kz')).status);
    }
    expect(told).toContain(429);
  });
});

describe('a policy that does not speak of representatives', () => {
  it('lets nobody under 18 in, whoever they name', async () => {
    const at = await MinorWorld.open({
      revise: (policy) => ({
        ...lettingMinorsIn(policy),
        labels: policy.labels.filter(({ facet }) => facet !== 'minors'),
      }),
    });
    const reply = await at.begin(young, mother.address);
    expect(reply.status).toBe(422);
    expect((await at.world.visitor().get(`${at.base}/register`)).body).not.toContain('name="guardian"');
    expect(await at.count('representation')).toBe(0);
    await at.close();
  });
});
