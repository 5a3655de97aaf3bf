import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Language, languages } from '../src/base/index.ts';
import { nodeCrypto } from '../src/keys/index.ts';
import { kz } from '../src/law/index.ts';
import { markdownOf, policyText } from '../src/notice/index.ts';
import { findingsOf, type Policy, parsePolicy } from '../src/policy/index.ts';
import { draftPolicy, readText } from '../src/reader/index.ts';
import { speakerOf } from '../src/words/index.ts';

/** A policy is written out as prose and read again: what the prose says is what the reader finds in it. */
const folder = join(import.meta.dirname, '..', 'examples');
const typed = readdirSync(folder).filter((name) => name.endsWith('.kepil.yaml'));
const policyOf = (name: string) => parsePolicy(readFileSync(join(folder, name), 'utf8')).policy as Policy;

function rendered(policy: Policy, language: Language) {
  const text = policyText({ policy, speaker: speakerOf(language, kz.zone), law: kz });
  const clauses = text.sections.flatMap((section) => section.clauses);
  const says = clauses.flatMap((clause) => [...clause.says, ...clause.items.flatMap((item) => item.says)]);
  return { prose: markdownOf(text), says: new Set(says) };
}

const readingOf = (prose: string) => readText(prose, { name: 'policy.md', hash: nodeCrypto.hash });

/** A channel beside the operator's own words in another language; a cabinet as a service; ads in Kazakh. */
const unheard = ['contacts.form', 'services.personal_account', 'purposes.targeted_ads'];

describe.each(typed)('%s written out', (name) => {
  it.each(languages)('in %s is read as saying what it says', (language) => {
    const { prose, says } = rendered(policyOf(name), language);
    const read = new Set(readingOf(prose).statements.map(({ facet, label }) => `${facet}.${label}`));
    expect([...says].filter((said) => !read.has(said) && !unheard.includes(said))).toEqual([]);
  });
});

/** Rows as texts, without where they come from; the conditions of a recipient stand as labels as well. */
function rowsOf(policy: Policy): readonly string[] {
  const rows = (section: keyof Policy) =>
    (policy[section] as readonly object[]).map((row) => {
      const { cites, origin, conditions, ...own } = row as Record<string, unknown>;
      const sorted = Object.entries(own)
        .map(([key, value]) => [key, Array.isArray(value) ? value.toSorted() : value] as const)
        .toSorted(([a], [b]) => (a < b ? -1 : 1));
      return `${section} ${JSON.stringify(sorted)}`;
    });
  return (
    [
      ...(['services', 'hosts', 'data', 'dataNotCollected', 'purposes', 'grounds'] as const),
      ...(['recipients', 'retention', 'contacts', 'labels'] as const),
    ] as const
  ).flatMap(rows);
}

describe('the policy with nothing to object to, written out and read again', () => {
  const policy = policyOf('good.kepil.yaml');
  const again = (language: Language) => {
    const { prose } = rendered(policy, language);
    return draftPolicy(readingOf(prose), prose, nodeCrypto.hash);
  };

  it.each(languages)(
    'has in %s every row it had: which datum for which purpose, to whom, for how long',
    (language) => {
      const read = new Set(rowsOf(again(language)));
      expect(rowsOf(policy).filter((row) => !read.has(row))).toEqual([]);
    },
  );

  it.each(languages)('names in %s the same operator and day', (language) => {
    const { operator, dated } = again(language);
    const { subjects: _, ...stated } = policy.operator;
    expect({ ...operator, cites: [], origin: 'officer' }).toEqual({ ...stated });
    expect(dated).toBe(policy.dated);
  });

  it('has in Russian nothing besides but what the law adds to every text', () => {
    const had = new Set(rowsOf(policy));
    const added = rowsOf(again('ru')).filter((row) => !had.has(row));
    expect(added.filter((row) => !row.startsWith('labels '))).toEqual([
      'retention [["rule","deleted_after"]]',
    ]);
    expect(added).toHaveLength(8);
  });

  it('is objected to for what no prose says: how many people, in which languages', () => {
    const found = findingsOf(again('ru'), { law: kz, day: '2026-11-28' });
    expect(found.map(({ rule }) => rule)).toEqual(['KZ-050', 'KZ-053']);
  });
});
