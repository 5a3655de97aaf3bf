import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readText } from '../src/reader/index.ts';
import { developmentTexts, type GoldText, hasDevelopment, rewritings, vectorTexts } from './reading/gold.ts';
import { type Count, macroOf, ratesOf, type Score, scoreOf, sumOf } from './reading/score.ts';

/**
 * Scores the reader against answers made by hand and prints the tables of `bench/reader.md`.
 *
 * `--errors` lists every slip, `--only ru|kk|en` takes one language, `--set development|robustness|blind-1`
 * one set, `--brief` leaves out the facets.
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
}

main();
