import fc from 'fast-check';
import { expect, it } from 'vitest';
import { encodeEntry } from './encode.ts';
import type { Entry } from './entry.ts';
import { mouldOf } from './mould.ts';

const id = '019ac5d2-5f6e-7a31-8f00-0123456789ab';
const other = '019ac5d2-5f6e-7a31-8f00-ba9876543210';
const tag = 'AAECAwQFBgcICQoLDA0ODw';
const key = fc.constantFrom('email', 'full_name', 'read', 'support', 'a', 'zz');
const place = fc.constantFrom('rule', 'rule@clause:2.1', 'rule@clause:п3.а', 'rule@article:94-V Art. 8(1)');
const entries: fc.Arbitrary<Entry> = fc.record(
  {
    v: fc.constant(1 as const),
    id: fc.constant(id),
    at: fc.constant('2026-11-02T09:00:00.000Z'),
    kind: fc.constantFrom('read', 'refusal', 'policy'),
    outcome: fc.constantFrom('done', 'allowed', 'refused'),
    actor: fc.record({ role: key, tag: fc.constant(tag) }, { requiredKeys: ['role'] }),
    subject: fc.constant(tag),
    verb: key,
    channel: key,
    purpose: key,
    categories: fc.array(key, { maxLength: 4 }),
    policy: fc.constant('0f'.repeat(32)),
    because: fc.array(place, { maxLength: 4 }),
    matter: fc.constant(other),
    decision: fc.constant(other),
    recipient: key,
    country: fc.constant('KZ'),
    commitment: fc.constant('A'.repeat(43)),
    counts: fc.dictionary(key, fc.nat(99)),
  },
  { requiredKeys: ['v', 'id', 'at', 'kind', 'outcome', 'actor'] },
);

it('gives the bytes that each entry has by itself', () => {
  fc.assert(
    fc.property(entries, (like) => {
      const own = `${'B'.repeat(21)}Q`;
      const varying = {
        ...{ id: other, at: '2027-01-31T23:59:59.999Z' },
        ...(like.subject && { subject: own }),
        ...(like.commitment && { commitment: `${'B'.repeat(42)}E` }),
      };
      const acted = like.actor.tag === undefined ? {} : { actorTag: own };
      const actor = { ...like.actor, ...(like.actor.tag !== undefined && { tag: own }) };
      const made = mouldOf(like)({ ...varying, ...acted });
      expect(made).toStrictEqual(encodeEntry({ ...like, ...varying, actor }));
    }),
  );
});

it('refuses what no entry may hold', () => {
  const like: Entry = {
    v: 1,
    id,
    at: '2026-11-02T09:00:00.000Z',
    kind: 'read',
    outcome: 'done',
    actor: { role: 'key' },
  };
  const make = mouldOf({ ...like, subject: tag });
  const good = { id: other, at: like.at, subject: tag };
  expect(() => make({ ...good, id: 'somebody@kepil.example' })).toThrow('id');
  expect(() => make({ ...good, at: 'today' })).toThrow('at');
  expect(() => make({ ...good, subject: '+77010000000' })).toThrow('subject');
  expect(() => make({ id: other, at: like.at })).toThrow('tag');
  expect(() => mouldOf(like)(good)).toThrow('tag');
  expect(() => make({ ...good, actorTag: tag })).toThrow('tag');
  const sealed = mouldOf({ ...like, subject: tag, commitment: 'A'.repeat(43) });
  expect(() => sealed(good)).toThrow('commitment');
  expect(() => make({ ...good, commitment: 'A'.repeat(43) })).toThrow('commitment');
  expect(() => sealed({ ...good, commitment: 'somebody@kepil.example' })).toThrow('commitment');
  expect(() => mouldOf({ ...like, purpose: 'Some words' })).toThrow('purpose');
});
