import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { kz } from '../../law/index.ts';
import { anyPolicy } from '../fixtures/any-policy.ts';
import { findingsOf, isLabel, parsePolicy } from '../index.ts';
import { rules } from './index.ts';

const clause = (id: string) => ({ id, number: id, span: [0, 1], sha256: 'a'.repeat(64) });

/** What every example is laid over: little, and nothing wrong by the rules about operator and contacts. */
const small = {
  format: 'kepil-policy/1',
  title: 'Пример',
  language: 'ru',
  dated: '2026-11-01',
  source: { name: 'example.txt', sha256: 'a'.repeat(64), chars: 10 },
  clauses: [clause('1'), clause('2')],
  operator: {
    kind: 'sole_proprietor',
    name: 'ИП «Пример»',
    bin: '230640099999',
    address: 'Алматы',
    cites: ['1'],
  },
  purposes: [{ purpose: 'support', cites: ['1'] }],
  contacts: [
    { channel: 'email', value: 'a@example.kz', cites: ['1'] },
    { channel: 'postal_address', value: 'Алматы', cites: ['1'] },
  ],
};

const folders = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

interface Example {
  readonly name: string;
  readonly wrong: boolean;
  readonly text: string;
}

function examplesOf(folder: string): readonly Example[] {
  const page = readFileSync(join(import.meta.dirname, folder, 'rule.md'), 'utf8');
  return [...page.matchAll(/^([✗✓]).*\n\n```yaml\n([^`]*)```/gm)].map(([, mark, text = ''], at) => ({
    name: `${mark} ${at + 1}`,
    wrong: mark === '✗',
    text,
  }));
}

function rulesFiring(example: Example): readonly string[] {
  const over = (parse(example.text) ?? {}) as Record<string, unknown>;
  const laid = Object.fromEntries(Object.entries({ ...small, ...over }).filter(([, part]) => part !== null));
  const { policy, problems } = parsePolicy(stringify({ ...laid }));
  expect(problems).toEqual([]);
  return policy ? findingsOf(policy, { law: kz, day: '2026-11-27' }).map(({ rule }) => rule) : [];
}

describe('the rules', () => {
  it('are as many as their folders, each with a number of its own', () => {
    expect(rules).toHaveLength(folders.length);
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  });

  it('rest on articles the law pack knows', () => {
    const known = new Set(kz.articles.map(({ id }) => id));
    expect(rules.flatMap(({ law }) => (law === undefined || known.has(law) ? [] : [law]))).toEqual([]);
  });
});

describe.each(folders)('the rule %s', (folder) => {
  const examples = examplesOf(folder);
  const id = /^# (\S+)/.exec(readFileSync(join(import.meta.dirname, folder, 'rule.md'), 'utf8'))?.[1] ?? '';

  it('has a wrong and a right example', () => {
    expect(rules.map((rule) => rule.id)).toContain(id);
    expect(new Set(examples.map(({ wrong }) => wrong)).size).toBe(2);
  });

  it.each(examples)('judges $name', (example) => {
    expect(rulesFiring(example).includes(id)).toBe(example.wrong);
  });
});

describe('a policy of another day', () => {
  it('is judged by the articles that were in force', () => {
    const { policy } = parsePolicy(stringify(small));
    const pack = {
      ...kz,
      articles: kz.articles.map((article) =>
        article.id === '94-V Art. 25(2)(8)' ? { ...article, since: '2026-07-12' } : article,
      ),
    };
    const firing = (day: string) =>
      policy ? findingsOf(policy, { law: pack, day }).map(({ rule }) => rule) : [];
    expect(firing('2026-07-12')).toContain('KL-41');
    expect(firing('2026-07-11')).not.toContain('KL-41');
  });

  it('is not judged by articles of another country', () => {
    const { policy } = parsePolicy(stringify(small));
    const found = policy ? findingsOf(policy, { law: { ...kz, articles: [] }, day: '2026-11-27' }) : [];
    expect(found.flatMap(({ law }) => (law ? [law] : []))).toEqual([]);
    expect(found.map(({ rule }) => rule)).toEqual(['KL-53']);
  });
});

describe('any policy', () => {
  it('gets findings that cite clauses of its own and name labels there are', () => {
    fc.assert(
      fc.property(anyPolicy, (policy) => {
        const ids = policy.clauses.map(({ id }) => id);
        for (const { clauses, labels = [] } of findingsOf(policy, { law: kz, day: '2026-11-27' })) {
          expect(clauses).toEqual(ids.filter((id) => clauses.includes(id)));
          expect(labels.filter(([facet, label]) => !isLabel(facet, label))).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });
});
