import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { civilDateAt } from '../../src/base/index.ts';
import type { Policy } from '../../src/policy/index.ts';
import { pdfWith } from '../pictures.ts';
import { Liar, lawless, statesOf } from './liar.ts';

/** The policy says that people may consent by a signed application. */
const byPaper = (policy: Policy): Policy => ({
  ...policy,
  labels: [
    ...policy.labels,
    { facet: 'consent_form', label: 'written_scan', cites: ['13.2'], origin: 'text' },
  ],
});

describe('a pledge of consents on paper goes red when', () => {
  let liar: Liar;
  beforeAll(async () => {
    liar = await Liar.open({
      live: true,
      revise: byPaper,
      settle: async (world, people) => {
        const { visitor } = people[0] ?? expect.fail('nobody is there');
        const made = await visitor.post(`${world.base}/me/give`, { key: 'base', form: 'written_scan' });
        const path = made.location ?? '';
        const file = { field: 'scan', name: 'лист.pdf', bytes: pdfWith() };
        expect((await visitor.upload(path, { act: 'send' }, file)).status).toBe(303);
        const officer = await world.officer();
        const signedOn = civilDateAt(world.now, 'Asia/Almaty');
        const form = { act: 'confirm', part: 'base', signedOn };
        const done = await officer.post(`/console${world.base}/papers/${path.slice(-36)}`, form);
        expect(done.status, done.body).toBe(303);
      },
    });
  }, 120_000);
  afterEach(() => liar.repent());
  afterAll(() => liar?.close());
  const sql = (text: string, ...values: unknown[]) => liar.sql.query(text, values);

  it('but not once the sheet may be gone: its proof is over some years after the consent ended', async () => {
    const long = 1200 * 86_400_000;
    await sql(`update consent set withdrawn_at = given_at - ${long} where form = 'written_checked'`);
    await sql('delete from file');
    await sql('delete from paper');
    expect(statesOf(await liar.prove(), 'consent-paper')).not.toContain('broken');
    await sql(`update consent set withdrawn_at = given_at where form = 'written_checked'`);
    expect(statesOf(await liar.prove(), 'consent-paper')).toContain('broken');
  });

  it('consent-paper: a paper that nobody looked at is enough', () =>
    liar.turnsRed('consent-paper', { law: lawless('registration_auth') }));

  it('consent-paper: the form cannot be chosen', () =>
    liar.turnsRed('consent-paper', {
      render: (html) => html.replaceAll('value="written_scan"', 'value="other"'),
    }));

  it('consent-paper: the sheet is gone', () =>
    liar.turnsRed('consent-paper', { deed: () => sql('delete from file') }));

  it('consent-paper: the consent was in force before the decision', () =>
    liar.turnsRed('consent-paper', {
      deed: () => sql(`update consent set given_at = given_at - 86400000 where form = 'written_checked'`),
    }));

  it('consent-paper: a consent rests on no paper', () =>
    liar.turnsRed('consent-paper', { deed: () => sql(`update consent set form = 'written_checked'`) }));

  it('consent-paper: nobody decided', () =>
    liar.turnsRed('consent-paper', { deed: () => sql(`update paper set state = 'waiting'`) }));

  it('consent-paper: of whoever waits for one more is held than an address', () =>
    liar.turnsRed('consent-paper', {
      deed: () => sql(`update subject set kind = 'applicant' where subject_id = $1`, liar.people[1]?.id),
    }));
});
