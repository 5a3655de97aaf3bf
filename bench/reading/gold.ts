import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Language, Span } from '../../src/base/index.ts';
import { bodyOf } from '../../src/reader/index.ts';

/** A label of a facet with the places that prove it; a doubtful one is neither missed nor false. */
export interface GoldLabel {
  readonly facet: string;
  readonly label: string;
  readonly doubtful: boolean;
  readonly spans: readonly Span[];
}

/** A text with the answers made by hand, before the reader saw it. */
export interface GoldText {
  readonly name: string;
  readonly language: Language;
  readonly body: string;
  readonly labels: readonly GoldLabel[];
}

const shared = join('..', 'shared', 'reading');

/** Whether the development texts are at hand; they are no part of the project. */
export function hasDevelopment(): boolean {
  return existsSync(join(shared, 'gold'));
}

interface SharedGold {
  text: string;
  lang: Language;
  facets: Record<string, { label: string; doubtful?: boolean; start: number; end: number; spans?: Span[] }[]>;
}

/** The development texts with their answers, in the order of their names. */
export function developmentTexts(): readonly GoldText[] {
  const folder = join(shared, 'gold');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => {
      const gold = JSON.parse(readFileSync(join(folder, file), 'utf8')) as SharedGold;
      return {
        name: basename(file, '.json'),
        language: gold.lang,
        body: bodyOf(readFileSync(textPath(gold.text), 'utf8')),
        labels: Object.entries(gold.facets).flatMap(([facet, list]) =>
          list.map(({ label, doubtful = false, start, end, spans = [] }) => ({
            facet,
            label,
            doubtful,
            spans: [{ start, end }, ...spans].filter((span) => span.start >= 0),
          })),
        ),
      };
    });
}

function textPath(text: string): string {
  const inReading = join(shared, text);
  return existsSync(inReading) ? inReading : join('..', 'shared', 'seeds', text);
}

/**
 * The texts of a folder of vectors: `<language>-<name>.txt` beside `<language>-<name>.gold`.
 *
 * A line of the gold file is `facet.label | quote | quote …`, with `?` behind a doubtful label.
 *
 * @throws Error when a quote does not stand in its text
 */
export function vectorTexts(folder: string): readonly GoldText[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => {
      const name = basename(file, '.txt');
      const body = bodyOf(readFileSync(join(folder, file), 'utf8'));
      const gold = readFileSync(join(folder, `${name}.gold`), 'utf8');
      const labels = gold
        .split('\n')
        .filter((line) => line.trim() !== '' && !line.startsWith('#'))
        .map((line) => goldLine(line, body, name));
      return { name, language: name.slice(0, 2) as Language, body, labels };
    });
}

function goldLine(line: string, body: string, name: string): GoldLabel {
  const [head = '', ...quotes] = line.split(' | ');
  const key = head.replace(/\|.*$/, '').trim();
  const spans = quotes
    .map((quote) => quote.trim())
    .filter((quote) => quote !== '')
    .map((quote) => {
      const start = body.indexOf(quote);
      if (start < 0) throw new Error(`${name}: «${quote}» (${key}) does not stand in the text`);
      return { start, end: start + quote.length };
    });
  return { ...keyOf(key), spans };
}

function keyOf(key: string): { facet: string; label: string; doubtful: boolean } {
  const doubtful = key.startsWith('?') || key.endsWith('?');
  const [facet = '', label = ''] = key.replaceAll('?', '').split('.');
  return { facet, label, doubtful };
}

/** A short stretch in other words, with all labels it states; silence and citation are not asked of it. */
export interface Rewriting extends GoldText {
  /** What was done to it: synonyms, order, numbering, voice, typos, another facet. */
  readonly kind: string;
}

/** The rewritings of `robustness-<language>.txt` in `folder`. */
export function rewritings(folder: string): readonly Rewriting[] {
  return (['ru', 'kk', 'en'] as const).flatMap((language) => {
    const text = readFileSync(join(folder, `robustness-${language}.txt`), 'utf8');
    const cases = text.split(/^== /m).slice(1);
    return cases.map((one, at) => rewriting(one, `${language}-${at + 1}`, language));
  });
}

function rewriting(text: string, name: string, language: Language): Rewriting {
  const lines = text.trimEnd().split('\n');
  const at = lines.findIndex((line) => line.startsWith('=>'));
  if (at < 2) throw new Error(`${name}: a case is a kind, a text and a line "=>"`);
  const keys = (lines[at] ?? '').slice(2).split(/\s+/).filter(Boolean);
  const labels = keys.map((key) => ({ ...keyOf(key), spans: [] }));
  return { kind: lines[0] ?? '', name, language, body: lines.slice(1, at).join('\n'), labels };
}
