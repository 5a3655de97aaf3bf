import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readText } from '../src/reader/index.ts';
import { developmentTexts, type GoldText, hasDevelopment, rewritings, vectorTexts } from './reading/gold.ts';
import { leaveOneOut } from './reading/left-out.ts';
import { type Count, macroOf, ratesOf, type Score, scoreOf, sumOf } from './reading/score.ts';
import { hasTable, mappedRows } from './reading/tree.ts';

/**
 * Scores the reader against answers made by hand and prints the tables of `bench/reader.md`.
 *
 * `--errors` lists every slip, `--only ru|kk|en` takes one language, `--set development|robustness|blind-1`
 * one set, `--brief` leaves out the facets. `--set left-out` leaves one development text after the other out
 * of the lexicon and lists the rows it alone bears out; `--set tree` prints which clause each row of the
 * table of clauses is read in.
 */
const hash = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
const vectors = join(import.meta.dirname, '..', 'test', 'vectors', 'reader');
const options = process.argv.slice(2);

function option(name: string): string | undefined {
  const at = options.indexOf(name);
  return at < 0 ? undefined : options[at + 1];
}

function shown(value: number | undefined): string {
  return (value === undefined ? '-' : value.toFixed(3)).padStart(8);
}

function row(name: string, count: Count): string {
  const { precision, recall, f1, citation } = ratesOf(count);
  const counts = `${count.found}/${count.wrong}/${count.missed}`.padStart(14);
  return `${name.padEnd(22)}${[precision, recall, f1, citation].map(shown).join('')}${counts}`;
}

function print(title: string, score: Score): void {
  console.log(`\n${title}`);
  console.log(`${''.padEnd(22)}    prec     rec      f1    cite  found/false/missed`);
  if (!options.includes('--brief')) {
    for (const [facet, count] of [...score.facets].sort()) console.log(row(facet, count));
    console.log('-'.repeat(72));
  }
  console.log(row('micro', sumOf(score.texts.values())));
  console.log(`${'macro over facets'.padEnd(38)}${shown(macroOf(score))}`);
}

function languages(texts: readonly GoldText[], silence: boolean): void {
  for (const language of ['ru', 'kk', 'en']) {
    const own = texts.filter((text) => text.language === language);
    if (own.length === 0) continue;
    const score = scoreOf(readingsOf(own), silence);
    console.log(row(`  ${language}`, sumOf(score.texts.values())));
  }
}

function readingsOf(texts: readonly GoldText[]) {
  return texts.map((gold) => ({ gold, reading: readText(gold.body, { name: gold.name, hash }) }));
}

function evaluate(title: string, texts: readonly GoldText[], silence: boolean): void {
  const only = option('--only');
  const taken = texts.filter((text) => only === undefined || text.language === only);
  const score = scoreOf(readingsOf(taken), silence);
  print(`${title}: ${taken.length} texts`, score);
  languages(taken, silence);
  if (silence) for (const [name, count] of score.texts) console.log(row(`  ${name}`, count));
  if (!options.includes('--errors')) return;
  for (const { text, kind, facet, label, quote } of score.slips) {
    console.log(`${kind.padEnd(9)} ${text.padEnd(14)} ${facet}.${label}  «${quote.slice(0, 90)}»`);
  }
}

/** Each development text without the rows it alone bears out. */
function leaveOut(texts: readonly GoldText[], others: readonly GoldText[]): void {
  const all = leaveOneOut(texts, others);
  const rows = all.reduce((sum, one) => sum + one.rows.length, 0);
  console.log(`\nLeft out one by one: ${all.length} texts, ${rows} rows that count in one of them alone`);
  console.log(`${''.padEnd(22)}    rows   whole without    lost`);
  const ofAll = (count: Count) => ratesOf(count).f1 ?? 0;
  const line = (name: string, n: number, [whole, without]: readonly [Count, Count]): string => {
    const lost = ofAll(whole) - ofAll(without);
    const numbers = [ofAll(whole), ofAll(without), lost].map(shown);
    return `${name.padEnd(22)}${String(n).padStart(8)}${numbers.join('')}`;
  };
  for (const { name, rows: own, whole, without } of all) {
    console.log(line(name, own.length, [whole, without]));
    if (!options.includes('--brief')) for (const row of own) console.log(`    ${row}`);
  }
  const sums = [sumOf(all.map((one) => one.whole)), sumOf(all.map((one) => one.without))] as const;
  console.log(line('micro', rows, sums));
}

/** The clauses in which the rows of the table of clauses are read. */
function printTree(): void {
  const all = mappedRows();
  const places = new Set(all.map(({ clauses }) => clauses.join(' ')));
  console.log(`\nThe table of clauses: ${all.length} rows in ${places.size} places of the five texts`);
  if (options.includes('--brief')) return;
  for (const { row, lines, clauses } of all)
    console.log(`${row.padEnd(12)} lines ${lines.join(', ')}: ${clauses.join(' ')}`);
}

function main(): void {
  const set = option('--set');
  const wanted = (name: string): boolean => set === undefined || set === name;
  if (wanted('development')) {
    if (hasDevelopment()) evaluate('Development', developmentTexts(), true);
    else console.log('The development texts are not here (../shared/reading): they were not scored.');
  }
  if (wanted('robustness')) evaluate('Robustness', rewritings(vectors), false);
  const blind = readdirSync(vectors).filter((name) => /^blind-\d+$/.test(name));
  for (const name of blind.sort()) {
    const folder = join(vectors, name);
    if (wanted(name) && existsSync(folder)) evaluate(`Blind set ${name.slice(6)}`, vectorTexts(folder), true);
  }
  if (wanted('left-out') && hasDevelopment()) {
    const others = blind.flatMap((name) => vectorTexts(join(vectors, name)));
    leaveOut(developmentTexts(), [...others, ...rewritings(vectors)]);
  }
  if (wanted('tree') && hasTable()) printTree();
}

main();
