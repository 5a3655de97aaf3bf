import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bodyOf, type Reading, readText } from '../src/reader/index.ts';

/** Scores the reader against the hand-made answers: writes its output in their form, calls their scorer. */
const shared = join('..', 'shared', 'reading');
const hash = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();

interface Entry {
  label: string;
  quote: string;
  start: number;
  end: number;
  spans?: { quote: string; start: number; end: number }[];
}

function answerOf(reading: Reading, body: string): Record<string, Entry[]> {
  const answer: Record<string, Map<string, Entry>> = {};
  for (const { facet, label, span } of [...reading.statements].sort((a, b) => b.confidence - a.confidence)) {
    answer[facet] ??= new Map();
    const piece = { quote: body.slice(span.start, span.end), start: span.start, end: span.end };
    const known = answer[facet]?.get(label);
    if (known) known.spans = [...(known.spans ?? []), piece].slice(0, 12);
    else answer[facet]?.set(label, { label, ...piece });
  }
  for (const { facet, label } of reading.silent) {
    answer[facet] = new Map([[label, { label, quote: '', start: -1, end: -1 }]]);
  }
  return Object.fromEntries(Object.entries(answer).map(([facet, map]) => [facet, [...map.values()]]));
}

function textPath(gold: { text: string }): string {
  const inReading = join(shared, gold.text);
  return existsSync(inReading) ? inReading : join('..', 'shared', 'seeds', gold.text);
}

function main(): void {
  if (!existsSync(join(shared, 'score.mjs'))) {
    console.log('The evaluation texts are not here (../shared/reading): nothing was scored.');
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'reader-score-'));
  mkdirSync(folder, { recursive: true });
  for (const file of readdirSync(join(shared, 'gold')).filter((name) => name.endsWith('.json'))) {
    const gold = JSON.parse(readFileSync(join(shared, 'gold', file), 'utf8')) as { text: string };
    const text = readFileSync(textPath(gold), 'utf8');
    const reading = readText(text, { name: file, hash });
    writeFileSync(join(folder, file), JSON.stringify(answerOf(reading, bodyOf(text))));
  }
  const args = [join(shared, 'score.mjs'), folder, join(shared, 'gold'), ...process.argv.slice(2)];
  const run = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 26 });
  console.log(run.stdout + run.stderr);
  rmSync(folder, { recursive: true });
}

main();
