import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeCrypto } from '../src/keys/index.ts';
import { isBin } from '../src/law/index.ts';
import { draftPolicy, readText } from '../src/reader/index.ts';

const folder = join(import.meta.dirname, '..', 'examples');
const files = readdirSync(folder).filter((name) => name.endsWith('.txt'));
const textOf = (name: string) => readFileSync(join(folder, name), 'utf8');

describe.each(files)('%s', (name) => {
  const text = textOf(name);

  it('is nobody: its addresses end in .example and it gives no telephone', () => {
    const hosts = [...text.matchAll(/[\w-]+(?:\.[\w-]+)*\.([a-z]{2,})\b/g)].map((match) => match[1]);
    expect(new Set(hosts)).toEqual(new Set(['example']));
    expect(text).not.toMatch(/\+7|8[ (-]*7\d\d/);
  });

  it('names an operator whose number has a valid control digit', () => {
    const [bin = ''] = text.match(/\b\d{12}\b/) ?? [];
    expect(isBin(bin)).toBe(true);
  });

  it('counts its clauses without gap or repetition', () => {
    const numbers = [...text.matchAll(/^(\d+(?:\.\d+)*)\.? /gm)].map((match) =>
      (match[1] ?? '').split('.').map(Number),
    );
    numbers.slice(1).forEach((number, index) => {
      const before = numbers[index] ?? [];
      const next = before
        .slice(0, number.length)
        .map((part, at) => (at === number.length - 1 ? part + 1 : part));
      expect(number).toEqual(number.length > before.length ? [...before, 1] : next);
    });
    expect(numbers.length).toBeGreaterThan(60);
  });
});

describe('the bookshop of the example', () => {
  const text = textOf('dala-kitap.txt');
  const policy = draftPolicy(
    readText(text, { name: 'dala-kitap.txt', hash: nodeCrypto.hash }),
    text,
    nodeCrypto.hash,
  );
  const keys = <Row>(rows: readonly Row[], key: (row: Row) => string) => [...new Set(rows.map(key))].sort();

  it('is read as the data its text lists, mandatory ones marked', () => {
    const mandatory = policy.data.filter((row) => row.mandatory);
    expect(keys(mandatory, (row) => row.category)).toEqual(['birth_date', 'email', 'full_name', 'phone']);
    expect(keys(policy.data, (row) => row.category)).toEqual(
      expect.arrayContaining([
        'postal_address',
        'city_region',
        'order_history',
        'ip_address',
        'browser_device',
        'cookies',
      ]),
    );
    expect(keys(policy.dataNotCollected, (row) => row.category)).toEqual(
      expect.arrayContaining(['health', 'biometrics', 'iin']),
    );
  });

  it('is read with its operator, recipients, terms and contact', () => {
    expect(policy.operator).toMatchObject({ kind: 'legal_entity', bin: '230640099999' });
    expect(keys(policy.recipients, (row) => row.recipient)).toEqual(
      expect.arrayContaining(['delivery_services', 'government', 'hosting_cloud', 'payment_providers']),
    );
    expect(keys(policy.retention, (row) => row.rule)).toEqual(
      expect.arrayContaining(['until_account_deletion', 'legal_term', 'fixed_term']),
    );
    expect(policy.contacts.map((row) => row.value)).toContain('privacy@dala-kitap.example');
  });

  it('is read with the purposes its text declares, marketing on a consent of its own', () => {
    expect(keys(policy.purposes, (row) => row.purpose)).toEqual(
      expect.arrayContaining([
        'registration_auth',
        'order_delivery',
        'support',
        'marketing_notices',
        'statistics_research',
      ]),
    );
  });
});
