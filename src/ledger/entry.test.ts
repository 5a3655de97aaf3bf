import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Bug, base64UrlOf, canonicalJson, type Json, utf8 } from '../base/index.ts';
import { nodeCrypto } from '../keys/index.ts';
import {
  commitmentKey,
  commitmentOf,
  decodeEntry,
  type Entry,
  encodeEntry,
  isEntryKey,
  isEntryReason,
  leafBytesAtMost,
  tagOf,
} from './index.ts';

const id = '01890a5d-ac96-774b-bcce-b302099a8057';
const full: Entry = {
  v: 1,
  id,
  at: '2026-11-24T09:05:00.000Z',
  kind: 'read',
  verb: 'read',
  outcome: 'allowed',
  subject: base64UrlOf(new Uint8Array(16).fill(7)),
  actor: { role: 'support', tag: base64UrlOf(new Uint8Array(16).fill(9)) },
  channel: 'console',
  purpose: 'provide_service',
  categories: ['email', 'full_name'],
  policy: 'a'.repeat(64),
  because: ['purpose-declared@clause:2.1', 'consent-given@article:94-V Art. 8(1)', 'default-deny'],
  matter: id,
  decision: id,
  recipient: 'delivery_services',
  country: 'KZ',
  commitment: base64UrlOf(new Uint8Array(32).fill(3)),
  counts: { segments: 4 },
};

const bare: Entry = { v: 1, id, at: full.at, kind: 'policy', outcome: 'done', actor: { role: 'system' } };

/**
 * The entry with one thing changed, wherever text could go: every field, every key, one level down and new
 * fields.
 */
function* placesFor(text: string): Generator<[string, unknown]> {
  for (const field of Object.keys(full)) yield [field, { ...full, [field]: text }];
  yield ['unknown field', { ...full, note: text }];
  yield ['name of a field', { ...full, [text]: 1 }];
  yield ['role', { ...full, actor: { role: text } }];
  yield ['actor tag', { ...full, actor: { role: 'support', tag: text } }];
  yield ['field of actor', { ...full, actor: { role: 'support', name: text } }];
  yield ['category', { ...full, categories: ['email', text] }];
  yield ['reason', { ...full, because: [text] }];
  yield ['clause', { ...full, because: [`consent-given@clause:${text}`] }];
  yield ['end of a clause', { ...full, because: [`consent-given@clause:2.1 ${text}`] }];
  yield ['article', { ...full, because: [`consent-given@article:${text}`] }];
  yield ['end of an article', { ...full, because: [`consent-given@article:94-V Art. 8(1) ${text}`] }];
  yield ['place in an article', { ...full, because: [`consent-given@article:94-V Art. ${text}`] }];
  yield ['name of a count', { ...full, counts: { [text]: 1 } }];
  yield ['count', { ...full, counts: { rows: text } }];
  const digits = text.replace(/\D/g, '').replace(/^0+/, '');
  if (digits.length > 9) yield ['count as a number', { ...full, counts: { rows: Number(digits) } }];
}

function accepted(text: string): string[] {
  const found: string[] = [];
  for (const [place, entry] of placesFor(text)) {
    try {
      encodeEntry(entry as Entry);
      found.push(place);
    } catch (error) {
      expect(error).toBeInstanceOf(Bug);
      expect((error as Bug).message).not.toContain(text);
    }
    const leaf = utf8(canonicalJson(entry as Json));
    if (decodeEntry(leaf)) found.push(`${place}, decoding`);
  }
  return found;
}

const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });
const nationalNumber = digits(7).map((rest) => `701${rest}`);
const phone = nationalNumber.chain((n) =>
  fc.constantFrom(
    `+7${n}`,
    `8${n}`,
    n,
    `+7 ${n.slice(0, 3)} ${n.slice(3, 6)} ${n.slice(6, 8)} ${n.slice(8)}`,
    `8(${n.slice(0, 3)})${n.slice(3, 6)}-${n.slice(6)}`,
    `8.${n.slice(0, 3)}.${n.slice(3, 6)}.${n.slice(6, 8)}.${n.slice(8)}`,
    `tel-8${n}`,
    `p8_${n.slice(0, 3)}_${n.slice(3)}`,
  ),
);
const iin = fc
  .constantFrom('850515100013', '850515100402')
  .chain((n) =>
    fc.constantFrom(
      n,
      `iin_${n}`,
      `x${n.slice(0, 6)}-${n.slice(6)}`,
      `${n.slice(0, 3)}.${n.slice(3, 6)}.${n.slice(6, 9)}.${n.slice(9)}`,
    ),
  );
const word = fc.string({
  unit: fc.constantFrom(...'абвгдежзийклмнопрстуфхцчшщыэюяәіңғүұқөһ'),
  minLength: 3,
  maxLength: 12,
});
const name = fc
  .tuple(word, word)
  .map(
    ([first, last]) =>
      `${first.charAt(0).toUpperCase()}${first.slice(1)} ${last.charAt(0).toUpperCase()}${last.slice(1)}`,
  );
const latinName = fc.constantFrom(
  'Aruzhan Testova',
  'Testov T. T.',
  'O’Test',
  'Müller Tëst',
  'aruzhan testova',
  'Testov',
);

function refusesAll(texts: fc.Arbitrary<string>): void {
  fc.assert(
    fc.property(texts, (text) => {
      expect(accepted(text)).toEqual([]);
    }),
  );
}

describe('an entry', () => {
  it('comes back as it went in', () => {
    for (const entry of [full, bare]) expect(decodeEntry(encodeEntry(entry))).toEqual(entry);
  });

  it('takes no e-mail in any field', () => {
    refusesAll(fc.emailAddress());
  });

  it('takes no phone in any field, however it is written', () => {
    refusesAll(phone);
  });

  it('takes no identification number in any field', () => {
    refusesAll(iin);
  });

  it('takes no name in any field', () => {
    refusesAll(fc.oneof(name, word, latinName));
  });

  it('takes no sentence, link or network address in any field', () => {
    const text = fc.oneof(
      fc.lorem({ mode: 'sentences' }).filter((words) => words.includes(' ')),
      fc.ipV6().filter((ip) => ip.includes('::')),
      fc.webUrl(),
    );
    refusesAll(text);
  });

  it('is refused when a required field is missing, naming it', () => {
    for (const field of ['v', 'id', 'at', 'kind', 'outcome', 'actor'] as const) {
      expect(() => encodeEntry({ ...full, [field]: undefined } as unknown as Entry)).toThrow(field);
    }
  });

  it('is refused with a date that does not exist, a kind nobody knows, a list with holes', () => {
    for (const change of [
      { at: '2026-02-30T00:00:00.000Z' },
      { at: '2026-02-03T00:00:00Z' },
      { kind: 'constructor' },
      { categories: Array(2) },
      { counts: { rows: 1.5 } },
      { counts: { rows: -0 } },
      { counts: [] },
      { country: 'kz' },
    ]) {
      expect(() => encodeEntry({ ...full, ...change } as Entry), JSON.stringify(change)).toThrow(Bug);
    }
  });

  it('never outgrows a bundle', () => {
    const longest = Array.from({ length: 200 }, (_, i) => `${'r'.repeat(60)}${i}`);
    const steps = Array.from({ length: 8 }, () => 'xviii-1').join('.');
    const entry = {
      ...full,
      categories: longest.slice(0, 128),
      because: longest.map((rule) => `${rule}@clause:${steps}`),
      counts: Object.fromEntries(longest.slice(0, 64).map((key) => [key, 999_999_999])),
    };
    expect(() => encodeEntry({ ...entry, because: [...entry.because, 'more'] })).toThrow('because');
    expect(
      encodeEntry({ ...entry, because: entry.because.map((text) => text.replaceAll('xviii', 'xvii')) })
        .length,
    ).toBeLessThan(leafBytesAtMost);
  });
});

describe('a leaf that is no canonical entry', () => {
  const text = canonicalJson(bare as unknown as Json);
  const spoiled: Readonly<Record<string, Uint8Array>> = {
    'white space': utf8(`${text} `),
    'a byte order mark': utf8(`\ufeff${text}`),
    'keys in another order': utf8(JSON.stringify(bare)),
    'a key twice': utf8(text.replace('{', '{"v":1,')),
    'an escaped letter': utf8(text.replace('policy', '\\u0070olicy')),
    'another writing of a number': utf8(text.replace('"v":1', '"v":1.0')),
    'bytes that are no UTF-8': Uint8Array.of(0xff, ...utf8(text)),
    'a list': utf8('[]'),
    nothing: new Uint8Array(0),
  };

  for (const [what, leaf] of Object.entries(spoiled)) {
    it(`is refused: ${what}`, () => {
      expect(decodeEntry(utf8(text))).toEqual(bare);
      expect(decodeEntry(leaf)).toBeUndefined();
    });
  }
});

describe('keys and reasons', () => {
  it('take what policies and the law pack use', () => {
    for (const key of ['provide_service', 'cross-border', 'a', 'x2']) expect(isEntryKey(key)).toBe(true);
    for (const place of ['2.1', '2.1.3', '4.а', '4.б-2', 'IV.2', 'p12', '1.2.h3', '19-1', 'A.1']) {
      expect(isEntryReason(`rule@clause:${place}`), place).toBe(true);
    }
    const articles = [
      '94-V Art. 8',
      '94-V Art. 8(4)',
      '94-V Art. 25(2)(1-1)',
      '94-V Art. 19-1',
      '94-V Art. 8(5)-(7)',
    ];
    for (const place of [
      ...articles,
      '94-V Art. 12(2), 18',
      'DC Art. 41(2)',
      'GDPR Art. 6',
      'CPL Art. 42-4',
      'R395 p. 24',
    ]) {
      expect(isEntryReason(`rule@article:${place}`), place).toBe(true);
    }
  });

  it('take nothing else', () => {
    for (const key of ['', 'Имя', 'a b', 'A', '_house', 'a@b.kz', 'a'.repeat(65), 'n1234567890']) {
      expect(isEntryKey(key)).toBe(false);
    }
    for (const reason of [
      'rule@',
      'rule@clause:',
      'rule@law:8',
      '@clause:1',
      'rule@clause:2.1@clause:2',
      'rule@clause:2.1\n',
    ]) {
      expect(isEntryReason(reason)).toBe(false);
    }
  });
});

describe('tags and commitments', () => {
  const key = new Uint8Array(32).fill(1);
  const other = '01890a5d-ac96-774b-bcce-b302099a8058';

  it('of one subject in two entries are unrelated', () => {
    expect(tagOf(key, id, nodeCrypto)).not.toBe(tagOf(key, other, nodeCrypto));
    expect(tagOf(key, id, nodeCrypto)).toBe(tagOf(key.slice(), id, nodeCrypto));
  });

  it('fit the fields of an entry', () => {
    const record = utf8('{"purpose":"support"}');
    const commitment = commitmentOf(commitmentKey(key, id, nodeCrypto), record, nodeCrypto);
    const entry = { ...bare, subject: tagOf(key, id, nodeCrypto), commitment };
    expect(decodeEntry(encodeEntry(entry))).toEqual(entry);
  });

  it('open with the entry’s own key and record only', () => {
    const open = commitmentKey(key, id, nodeCrypto);
    const commitment = commitmentOf(open, utf8('a'), nodeCrypto);
    expect(commitmentOf(open, utf8('b'), nodeCrypto)).not.toBe(commitment);
    expect(commitmentOf(commitmentKey(key, other, nodeCrypto), utf8('a'), nodeCrypto)).not.toBe(commitment);
  });
});
