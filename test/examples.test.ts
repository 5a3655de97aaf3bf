import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeCrypto } from '../src/keys/index.ts';
import { isBin, kz } from '../src/law/index.ts';
import {
  acrossOf,
  adriftClauses,
  arrangeFile,
  findingsOf,
  type Policy,
  parsePolicy,
  pledgesOf,
} from '../src/policy/index.ts';
import { bodyOf, draftPolicy, readText } from '../src/reader/index.ts';
import { agreementOf, type Expected } from './agreement.ts';

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

/** The five services, in the order of the table of clauses. */
const services = ['prozango', 'callprikol', 'consult', 'zhanuar', 'legco'];
const shared = join(import.meta.dirname, '..', '..', 'shared');
const table = join(shared, 'acceptance', 'clauses.json');

interface TableRow {
  readonly id: string;
  readonly doc: number;
  readonly lines: readonly number[];
  readonly sha256: readonly string[];
  readonly verdict: string;
}

const fileOf = (name: string) => textOf(`${name}.kepil.yaml`);
const policyOf = (name: string) => parsePolicy(fileOf(name)).policy as Policy;

describe.each(services)('the policy of %s', (name) => {
  const policy = policyOf(name);
  const clauses = policy.clauses.filter(({ kind }) => kind === 'clause');

  it('is a policy file without a fault, laid out as the house lays them out', () => {
    expect(parsePolicy(fileOf(name)).problems).toEqual([]);
    expect(arrangeFile(fileOf(name)).text).toBe(fileOf(name));
  });

  it('says each clause in its own words and makes a pledge of it', () => {
    expect(policy.clauses.filter(({ summary }) => !summary).map(({ id }) => id)).toEqual([]);
    const pledged = new Set(
      pledgesOf(policy).flatMap(({ kind, clause }) => (kind === 'unread' ? [] : [clause])),
    );
    expect(clauses.filter(({ id }) => !pledged.has(id)).map(({ id }) => id)).toEqual([]);
  });

  it('has no telephone in it and names nobody but firms', () => {
    const said = fileOf(name).replaceAll(/[0-9a-f]{64}/g, '');
    expect(said).not.toMatch(/(?:\+7|8|7)[ (-]*7\d\d[ )-]*\d{3}[ -]*\d\d[ -]*\d\d/);
    expect(said).not.toMatch(/\p{Lu}\p{Ll}+ \p{Lu}\.\s?\p{Lu}\./u);
    expect(policy.contacts.filter(({ channel }) => channel === 'phone')).toEqual([]);
  });
});

if (existsSync(table)) {
  const rows: readonly TableRow[] = JSON.parse(readFileSync(table, 'utf8')).clauses;
  const prose = readdirSync(join(shared, 'seeds')).sort();

  describe('the five policies beside the table of clauses', () => {
    it('have its 339 clauses, each at its lines', () => {
      const anchored = services.flatMap((name, doc) =>
        policyOf(name)
          .clauses.filter(({ kind }) => kind === 'clause')
          .map(({ id, anchors = [] }) => ({
            id: `P${doc}-${id}`,
            lines: anchors.map(({ line }) => line),
            sha256: anchors.map((anchor) => anchor.sha256),
          })),
      );
      expect(anchored).toEqual(rows.map(({ id, lines, sha256 }) => ({ id, lines, sha256 })));
      expect(anchored).toHaveLength(339);
    });

    it('differ from the table of findings as docs/findings.md says, and in nothing else', () => {
      const { findings } = JSON.parse(readFileSync(table, 'utf8')) as { findings: readonly Expected[] };
      const differing = services.flatMap((name, at) => {
        const policy = policyOf(name);
        const text = bodyOf(readFileSync(join(shared, 'seeds', policy.source.name), 'utf8'));
        const found = findingsOf(policy, { law: kz, day: '2026-11-27', text });
        const wanted = findings.filter(({ id }) => id.startsWith(`D${at}-`));
        const { met, missed, extra } = agreementOf(wanted, found);
        const graver = met.filter(({ sameSeverity }) => !sameSeverity).map(({ want }) => want);
        const elsewhere = met.filter(({ sameClauses }) => !sameClauses);
        return [
          ...elsewhere.map(({ want, ours }) => {
            const { id, rule, clauses } = { ...want, clauses: want.clauses.map((one) => one.slice(3)) };
            const without = (all: readonly string[], others: readonly string[]) =>
              all.filter((one) => !others.includes(one)).join(', ');
            return `${id} | ${rule} | ${without(ours.clauses, clauses)} | ${without(clauses, ours.clauses)}`;
          }),
          ...[...missed, ...graver].map(({ id, rule }) => `${id} ${rule}`),
          ...extra.map(({ rule, code }) => `${name} ${rule} ${code}`),
        ];
      });
      const page = readFileSync(join(import.meta.dirname, '..', 'docs', 'findings.md'), 'utf8');
      const told = [...page.matchAll(/^(?:- ([^:]+):|\| (D\d.*) \|$)/gm)].map(
        (match) => match[1] ?? match[2],
      );
      expect(differing.toSorted()).toEqual(told.toSorted());
    });

    it('are laid side by side as a list of its own says, with what the law alone objects to', () => {
      const judged = services.map((name) => {
        const policy = policyOf(name);
        const text = bodyOf(readFileSync(join(shared, 'seeds', policy.source.name), 'utf8'));
        return { name, policy, findings: findingsOf(policy, { law: kz, day: '2026-11-27', text }) };
      });
      const lawOnly = judged.map(({ name, findings }) => ({
        name,
        findings: findings
          .filter(({ rule }) => rule.startsWith('KZ-'))
          .map(({ rule, code, severity, clauses }) => ({ rule, code, severity, clauses })),
      }));
      const golden = readFileSync(join(import.meta.dirname, 'golden', 'examples.json'), 'utf8');
      expect(JSON.parse(JSON.stringify({ lawOnly, across: acrossOf(judged) }))).toEqual(JSON.parse(golden));
    });

    it.each(services)('%s stands in its text, and takes none of its sentences', (name) => {
      const policy = policyOf(name);
      const file = prose.find((one) => one === policy.source.name) as string;
      const text = readFileSync(join(shared, 'seeds', file), 'utf8');
      const body = bodyOf(text);
      expect(adriftClauses(policy, { text, body }, nodeCrypto.hash)).toEqual([]);
      const letters = (words: string) =>
        words
          .toLowerCase()
          .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
          .trim();
      const theirs = letters(body);
      const taken = policy.clauses.filter(({ summary = '' }) => {
        const words = letters(summary).split(' ');
        return words.some(
          (_, at) => at + 7 <= words.length && theirs.includes(words.slice(at, at + 7).join(' ')),
        );
      });
      expect(taken.map(({ id }) => id)).toEqual([]);
    });
  });
} else {
  it('were not set beside the table of clauses: ../shared is not here', () => {
    expect(existsSync(table)).toBe(false);
  });
}
