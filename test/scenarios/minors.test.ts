import { afterEach, describe, expect, it } from 'vitest';
import type { Policy } from '../../src/policy/index.ts';
import { Attacker } from './attacker.ts';
import { aigul } from './liar.ts';

const plain = (html: string) => html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
const withoutMinors = (policy: Policy): Policy => ({
  ...policy,
  labels: policy.labels.filter(({ facet }) => facet !== 'minors'),
});
const forAdults = (policy: Policy): Policy => ({
  ...withoutMinors(policy),
  labels: [
    ...withoutMinors(policy).labels,
    { facet: 'minors', label: 'adults_only', cites: ['10.1'], origin: 'text' },
  ],
});

/** The day of the world is 20 November 2026. */
const lastDayUnder = '2008-11-21';
const birthday = '2008-11-20';

describe('whoever is under age', () => {
  let attacker: Attacker;
  afterEach(() => attacker?.close());

  const nothingKept = async () => {
    await attacker.world.installation.tick();
    for (const table of ['draft', 'message', 'consent', 'segment'])
      expect((await attacker.sql.query(`select 1 from ${table}`)).rows, table).toEqual([]);
    expect((await attacker.sql.query(`select 1 from subject where kind = 'user'`)).rows).toEqual([]);
  };
  const send = (birth_date: string) =>
    attacker.world.fill(attacker.world.visitor(), { ...aigul, birth_date });

  it('is refused by a policy for adults to the day before the birthday; only a count is kept', async () => {
    attacker = await Attacker.open('test', { revise: forAdults });
    const refused = await send(lastDayUnder);
    expect(refused.status).toBe(422);
    await nothingKept();
    const counted = await attacker.sql.query('select rule from refusal_count');
    expect(counted.rows.map(({ rule }) => rule)).toContain('under-age');
    expect((await send(birthday)).status).toBe(200);
  });

  it('is not registered on their own word where the policy says nothing of age either', async () => {
    attacker = await Attacker.open('test', { revise: withoutMinors });
    for (const birth of ['2014-03-02', '2010-03-02', lastDayUnder]) {
      const refused = await send(birth);
      expect(refused.status, birth).toBe(422);
      expect(plain(refused.body)).toContain('нужно согласие законного представителя');
    }
    await nothingKept();
    expect((await send(birthday)).status).toBe(200);
  });
});
