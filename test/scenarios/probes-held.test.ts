import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { prove } from '../../src/cli/prove.ts';
import { openSegments, writeValues } from '../../src/system/subjects.ts';
import { speakerOf } from '../../src/words/index.ts';
import { aigul, Liar, statesOf } from './liar.ts';

describe('what is held is looked at: the board goes red when', () => {
  let liar: Liar;
  beforeAll(async () => {
    liar = await Liar.open();
  });
  afterEach(() => liar.repent());
  afterAll(() => liar?.close());
  const sql = (text: string, ...values: unknown[]) => liar.sql.query(text, values);
  const one = (index = 0) => liar.people[index]?.id ?? '';

  it('security-sealed: a segment lies open', () =>
    liar.turnsRed('security-sealed', {
      deed: () =>
        sql(
          "update segment set bytes = $1 where subject_id = $2 and retention = 'ordinary'",
          Buffer.from(aigul.email as string),
          one(),
        ),
    }));

  it('security-sealed: the segments of two people are swapped', () =>
    liar.turnsRed('security-sealed', {
      deed: () =>
        sql(
          `update segment s set bytes = o.bytes from segment o
           where o.access = s.access and o.retention = s.retention and o.subject_id <> s.subject_id`,
        ),
    }));

  it('security-sealed: an older segment is played back', async () => {
    const { rows } = await sql(
      "select bytes from segment where subject_id = $1 and access = 'limited'",
      one(),
    );
    await liar.turnsRed('security-sealed', {
      deed: async () => {
        await liar.plant('postal_address', 'Алматы, улица Придуманная, 12');
        await sql(
          "update segment set bytes = $1 where subject_id = $2 and access = 'limited'",
          rows[0].bytes,
          one(),
        );
      },
    });
  });

  it('security-sealed: the keys of two people are swapped, and the proof goes on', () =>
    liar.turnsRed('security-sealed', {
      deed: () =>
        sql('update subject_key s set bytes = o.bytes from subject_key o where o.subject_id <> s.subject_id'),
    }));

  it('security-sealed: the words of a request stand readable', () =>
    liar.turnsRed('security-sealed', {
      deed: () =>
        sql(
          `insert into request (
             service_id, subject_id, request_id, kind, state, received_at, entered_at, due_on, sealed)
           values ($1, $2, gen_random_uuid(), 'object', 'done', 0, 0, '2030-01-01', $3)`,
          liar.service,
          one(),
          Buffer.from(`позвоните ${aigul.phone}`),
        ),
    }));

  it('data-collected: an undeclared category is sealed under the right keys', () =>
    liar.turnsRed('data-collected', { deed: () => liar.plant('education', 'высшее') }));

  it('data-collected: the form leaves out a declared field', () =>
    liar.turnsRed(
      'data-collected',
      { render: (html) => html.replaceAll('name="f.phone"', 'name="f.mobile"') },
      'phone',
    ));

  it('data-collected: the form asks for more than is declared', () =>
    liar.turnsRed('data-collected', {
      render: (html) => html.replace('</form>', '<input name="f.marital_status"></form>'),
    }));

  it('data-not-collected: what is never collected is held', () =>
    liar.turnsRed('data-not-collected', { deed: () => liar.plant('iin', '850515100013') }, 'iin'));

  it('data-not-collected: the form asks for it', () =>
    liar.turnsRed(
      'data-not-collected',
      { render: (html) => html.replace('</form>', "<input name='f.health'></form>") },
      'health',
    ));

  it('source-recorded: a value does not say where it is from', () =>
    liar.turnsRed('source-recorded', {
      deed: () => liar.rewrite((history) => history.map((value) => ({ ...value, source: '' }))),
    }));

  it('operation-recorded: the entry behind a value is not in the log', () =>
    liar.turnsRed('operation-recorded', {
      deed: () =>
        liar.rewrite((history) =>
          history.map((value) => ({ ...value, entry: '01999999-0000-7000-8000-00000000dead' })),
        ),
    }));

  it('adults-only: somebody registered is known to be a minor', () =>
    liar.turnsRed('adults-only', {
      deed: () => sql('update subject set adult = false where subject_id = $1', one()),
    }));

  it('adults-only: is not kept when nobody’s age is known', async () => {
    await sql("update subject set adult = null where kind = 'user'");
    expect(statesOf(await liar.prove(), 'adults-only')).toEqual(['unexercised']);
  });

  it('minors-removed: a birth date of a child is held', () =>
    liar.turnsRed('minors-removed', { deed: () => liar.plant('birth_date', '2012-06-01') }));

  it('minors-removed: an identification number of a child is held', async () => {
    const then = { now: Date.parse('1900-01-01T12:00:00Z') };
    for (const of of [0, 1]) await liar.plant('birth_date', '1850-01-01', { of });
    expect(statesOf(await liar.prove(then), 'minors-removed')).toEqual(['kept']);
    await liar.plant('iin', '850515100013');
    expect(statesOf(await liar.prove(then), 'minors-removed')).toEqual(['broken']);
  });

  it('retention-term: a draft outlives its ten minutes', () =>
    liar.turnsRed('retention-term', {
      deed: () =>
        sql(
          `insert into draft (service_id, draft_id, sealed, code_digest, attempts, created_at, expires_at)
           values ($1, gen_random_uuid(), '\\x00', '\\x00', 0, 0, $2)`,
          liar.service,
          liar.world.now - 180_000,
        ),
    }));

  it('retention-term: rows of somebody destroyed are left over', () =>
    liar.turnsRed('retention-term', {
      deed: () =>
        sql(
          `insert into segment (service_id, subject_id, access, retention, version, bytes)
           values ($1, gen_random_uuid(), 'limited', 'ordinary', 1, '\\x00')`,
          liar.service,
        ),
    }));

  it('retention-term: a destruction stays half done', () =>
    liar.turnsRed('retention-term', {
      deed: async () => {
        const act = '01999999-0000-7000-8000-0000000000ac';
        await sql('delete from subject_key where subject_id = $1', one());
        await sql('insert into sweep_job values ($1, $2, $3)', liar.service, one(), act);
        await sql(
          `insert into destruction_act (service_id, act_id, decided_at, counts, entry_id)
           values ($1, $2, $3, '{}', gen_random_uuid())`,
          liar.service,
          act,
          liar.world.now - 600_000,
        );
      },
    }));

  it('retention-term: a value is kept past its term', () =>
    liar.turnsRed('retention-term', {
      deed: () => liar.plant('city_region', 'Тараз', { at: Date.parse('2019-01-01T00:00:00+05:00') }),
    }));

  it('retention-term: a value that was destroyed is back', () =>
    liar.turnsRed('retention-term', {
      deed: () =>
        sql(
          `insert into destroyed_value (service_id, subject_id, category, at, cause, entry_id)
           values ($1, $2, 'phone', $3, 'term-over', gen_random_uuid())`,
          liar.service,
          one(),
          liar.world.now + 60_000,
        ),
    }));

  it('retention-term: the blind index of a value that is not held is left over', () =>
    liar.turnsRed('retention-term', {
      deed: () =>
        sql(
          `insert into blind_index (service_id, field, digest, subject_id) values ($1, 'iin', '\\x01', $2)`,
          liar.service,
          one(),
        ),
    }));

  it('retention-term: a term that the officer set is over', () =>
    liar.turnsRed('retention-term', {
      deed: async () => {
        await liar.plant('phone', '+77010009900', { at: liar.world.now - 40 * 86_400_000 });
        await sql(
          `insert into category_term values
             ($1, 'phone', null, 30, 'order', '', gen_random_uuid(), 0, gen_random_uuid())`,
          liar.service,
        );
      },
    }));

  it('retention-term: a demand for deletion is not carried out within its working day', () =>
    liar.turnsRed('retention-term', {
      deed: () =>
        sql(
          `insert into deletion (service_id, subject_id, act_id, asked_at, due_at, entry_id)
           values ($1, $2, gen_random_uuid(), 0, $3, gen_random_uuid())`,
          liar.service,
          one(),
          liar.world.now - 8 * 86_400_000,
        ),
    }));

  it('retention-term: is kept while a hold or a block freezes what is due', async () => {
    await liar.plant('city_region', 'Тараз', { at: Date.parse('2019-01-01T00:00:00+05:00') });
    expect(statesOf(await liar.prove(), 'retention-term')).toContain('broken');
    await sql(
      `insert into hold (service_id, subject_id, hold_id, kind, sealed, since, entry_id)
       values ($1, $2, gen_random_uuid(), 'dispute', '', 0, gen_random_uuid())`,
      liar.service,
      one(),
    );
    expect(statesOf(await liar.prove(), 'retention-term')).not.toContain('broken');
  });

  it('ground-consent: a consent is gone', () =>
    liar.turnsRed('ground-consent', { deed: () => sql('delete from consent where subject_id = $1', one()) }));

  it('consent-by-act: a consent arose from use of the service', () =>
    liar.turnsRed('consent-by-act', {
      deed: () => sql("update consent set form = 'implied_by_use' where subject_id = $1", one()),
    }));

  it('consent-by-act: the text that was agreed to is another one', () =>
    liar.turnsRed('consent-by-act', {
      deed: () =>
        liar.within(0, async (tx, subject) => {
          const segments = await openSegments(tx, liar.inner, subject);
          const proof = segments.find(({ retention }) => retention === 'proof')?.content ?? {};
          const [key = '', history = []] =
            Object.entries(proof).find(([name]) => name.startsWith('text.')) ?? [];
          const value = { ...(history[0] as (typeof history)[number]), value: 'Согласие на всё' };
          const writings = [{ category: key, access: 'proof', retention: 'proof' as const, value }];
          await writeValues(tx, liar.inner, { subject, segments, writings });
        }),
    }));

  it('consent-by-act: a consent was written in without anybody giving it', () =>
    liar.turnsRed('consent-by-act', {
      deed: () =>
        sql(
          `insert into consent select service_id, subject_id, gen_random_uuid(), policy_hash, form,
             '{marketing_notices}', categories, given_at, expires_at, withdrawn_at, withdrawn_purposes,
             language, text_sha256, entry_id, incomplete from consent where subject_id = $1`,
          one(),
        ),
    }));

  it('says so on the command line with exit code 1', async () => {
    const lines: string[] = [];
    const terminal = {
      speaker: speakerOf('ru'),
      print: (line: string) => void lines.push(line),
      environment: {},
    } as unknown as Parameters<typeof prove>[1];
    const { folder, databaseUrl } = liar.world;
    await sql('update subject set adult = false where subject_id = $1', one());
    await liar.world.installation.close();
    const options = { data: folder, databaseUrl, service: liar.world.service.key };
    expect(await prove(options, terminal)).toBe(1);
    // Both what it says of adults and what it says of minors.
    expect(lines.at(-1)).toContain('нарушено 2 ');
    await liar.repent();
    expect(await prove({ ...options, json: true }, terminal)).toBe(0);
  });
});
