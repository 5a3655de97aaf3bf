import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { readText } from '../src/reader/index.ts';
import { developmentTexts, type GoldText, hasDevelopment, vectorTexts } from './reading/gold.ts';

/**
 * How often what the reader says with some confidence is right: a row for each confidence, and the expected
 * calibration error. Sets by name: `blind-4 …`; `development` is the shared texts; without any, all of them.
 */
const hash = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
const vectors = join(import.meta.dirname, '..', 'test', 'vectors', 'reader');

interface Bin {
  said: number;
  right: number;
}

function textsOf(set: string): readonly GoldText[] {
  if (set !== 'development') return vectorTexts(join(vectors, set));
  return hasDevelopment() ? developmentTexts() : [];
}

/** Counts statements by confidence; those whose label the answer calls doubtful are left out. */
function count(gold: GoldText, bins: Map<number, Bin>): void {
  const sure = new Set<string>();
  const doubtful = new Set<string>();
  for (const label of gold.labels) (label.doubtful ? doubtful : sure).add(`${label.facet}.${label.label}`);
  for (const { facet, label, confidence } of readText(gold.body, { name: gold.name, hash }).statements) {
    const key = `${facet}.${label}`;
    if (doubtful.has(key) && !sure.has(key)) continue;
    const bin = bins.get(confidence) ?? { said: 0, right: 0 };
    bin.said++;
    if (sure.has(key)) bin.right++;
    bins.set(confidence, bin);
  }
}

function print(set: string): void {
  const bins = new Map<number, Bin>();
  for (const gold of textsOf(set)) count(gold, bins);
  const all = [...bins.values()].reduce((sum, { said }) => sum + said, 0);
  if (all === 0) {
    console.log(`${set}: not here, not counted`);
    return;
  }
  console.log(`\n| ${set} says with | statements | right |\n|---|---|---|`);
  let error = 0;
  for (const [confidence, { said, right }] of [...bins].sort(([a], [b]) => a - b)) {
    error += Math.abs(right - confidence * said);
    console.log(`| ${confidence.toFixed(2)} | ${said} | ${(right / said).toFixed(3)} |`);
  }
  console.log(`\nExpected calibration error ${(error / all).toFixed(3)} over ${all} statements.`);
}

const sets = process.argv.slice(2);
for (const set of sets.length > 0 ? sets : ['blind-1', 'blind-2', 'blind-3', 'blind-4', 'development'])
  print(set);
