import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { agreed, approverOf, digestIn, putAgreement } from './agreed.ts';
import { Liar, statesOf } from './liar.ts';

describe('the pledge that the agreement is apart from the consent', () => {
  let liar: Liar;
  beforeAll(async () => {
    liar = await Liar.open({
      live: true,
      revise: agreed,
      settle: async (world, people) => {
        const id = await putAgreement(world, await approverOf(world));
        const { visitor } = people[0] as (typeof people)[number];
        const page = await visitor.get(`${world.base}/me/agreements`);
        const form = { agreement: id, sha256: digestIn(page.body), agree: 'yes' };
        expect((await visitor.post(`${world.base}/me/agreements`, form)).status).toBe(303);
        const guest = world.visitor();
        const address = 'erlan.prostoi@example.kz';
        world.secrets.add(address);
        const sent = await guest.post(`${world.base}/limited`, {
          ...{ [`agree.${id}`]: 'yes', [`sha256.${id}`]: digestIn(page.body), address, adult: 'yes' },
        });
        const draft = /name="draft" value="([0-9a-f-]{36})"/.exec(sent.body)?.[1] ?? '';
        const done = await guest.post(`${world.base}/confirm`, { draft, code: await world.code() });
        expect(done.status, done.body).toBe(303);
      },
    });
  }, 60_000);
  afterEach(() => liar.repent());
  afterAll(() => liar?.close());

  const deed = (query: string) => ({ deed: () => liar.sql.query(query) });

  it('is kept by what is there', async () => {
    expect(statesOf(await liar.prove(), 'agreement-apart')).toEqual(['kept']);
  });

  it('agreement-apart: an acceptance has no entry of its own', () =>
    liar.turnsRed(
      'agreement-apart',
      deed("update acceptance set entry_id = null where channel = 'cabinet'"),
    ));

  it('agreement-apart: the entry of a consent is passed off as that of an acceptance', () =>
    liar.turnsRed(
      'agreement-apart',
      deed(
        "update acceptance set entry_id = (select entry_id from consent limit 1) where channel = 'cabinet'",
      ),
    ));

  it('agreement-apart: the text that was accepted is another one', () =>
    liar.turnsRed(
      'agreement-apart',
      deed(`update agreement set texts = '{"ru": "1. Заказ хранится год."}'`),
    ));

  it('agreement-apart: one person put the document in force', () =>
    liar.turnsRed('agreement-apart', deed('update agreement set approved_by = proposed_by')));

  it('agreement-apart: an acceptance was counted as a consent', () =>
    liar.turnsRed(
      'agreement-apart',
      deed(
        `update consent set form = 'agreement_acceptance'
          where subject_id in (select subject_id from acceptance)`,
      ),
    ));

  it('agreement-apart: the form of registration asks for both', () =>
    liar.turnsRed('agreement-apart', {
      render: (html, page) =>
        page.page === 'register'
          ? html.replace('name="consent"', 'name="consent"/><input type="checkbox" name="agree.x"')
          : html,
    }));

  it('agreement-apart: the link opens something else', () =>
    liar.turnsRed('agreement-apart', {
      render: (html, page) => (page.page === 'agreement' ? html.replaceAll(/[0-9a-f]{52}/g, '') : html),
    }));

  it('agreement-apart: more than an address is held of who consented to nothing', () =>
    liar.turnsRed('agreement-apart', {
      deed: () =>
        liar.sql.query(
          `delete from consent where subject_id in
            (select subject_id from acceptance where channel = 'cabinet');
            update acceptance set channel = 'registration' where channel = 'cabinet'`,
        ),
    }));
});
