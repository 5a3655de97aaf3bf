/** A piece of a changed text: in both, in the earlier one alone, in the later one alone. */
export interface WordChange {
  readonly fate: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Texts with more pairs of words than this are shown as replaced whole. */
const pairsAtMost = 1_000_000;

/** Words with the spaces after them, so that the pieces put together are the text again. */
function wordsIn(text: string): readonly string[] {
  return text.match(/\S+\s*/g) ?? [];
}

/**
 * What changed in a text, word by word: the pieces that are not `added` put together are `before`, those not
 * `removed` are `after`, spaces at the start aside. Neighbouring words of one fate are one piece.
 */
export function wordChanges(before: string, after: string): readonly WordChange[] {
  const [old, now] = [wordsIn(before), wordsIn(after)];
  const same = (i: number, j: number) => (old[i] as string).trimEnd() === (now[j] as string).trimEnd();
  let head = 0;
  while (head < old.length && head < now.length && same(head, head)) head += 1;
  let tail = 0;
  const room = Math.min(old.length, now.length) - head;
  while (tail < room && same(old.length - 1 - tail, now.length - 1 - tail)) tail += 1;
  const middle = changedWords(old.slice(head, old.length - tail), now.slice(head, now.length - tail));
  const kept = (words: readonly string[]) => words.map((text): WordChange => ({ fate: 'same', text }));
  return joined([...kept(now.slice(0, head)), ...middle, ...kept(now.slice(now.length - tail))]);
}

/** The longest common row of words, the classic table. */
function changedWords(old: readonly string[], now: readonly string[]): readonly WordChange[] {
  const [n, m] = [old.length, now.length];
  const removed = (from: number) => old.slice(from).map((text): WordChange => ({ fate: 'removed', text }));
  const added = (from: number) => now.slice(from).map((text): WordChange => ({ fate: 'added', text }));
  if (n * m > pairsAtMost) return [...removed(0), ...added(0)];
  const width = m + 1;
  const common = new Uint16Array((n + 1) * width);
  const at = (i: number, j: number) => common[i * width + j] as number;
  const same = (i: number, j: number) => (old[i] as string).trimEnd() === (now[j] as string).trimEnd();
  for (let i = n - 1; i >= 0; i--)
    for (let j = m - 1; j >= 0; j--)
      common[i * width + j] = same(i, j) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const changes: WordChange[] = [];
  let [i, j] = [0, 0];
  while (i < n && j < m) {
    if (same(i, j)) {
      changes.push({ fate: 'same', text: now[j] as string });
      [i, j] = [i + 1, j + 1];
    } else if (at(i + 1, j) >= at(i, j + 1)) changes.push({ fate: 'removed', text: old[i++] as string });
    else changes.push({ fate: 'added', text: now[j++] as string });
  }
  return [...changes, ...removed(i), ...added(j)];
}

function joined(changes: readonly WordChange[]): readonly WordChange[] {
  const pieces: { fate: WordChange['fate']; text: string }[] = [];
  for (const { fate, text } of changes) {
    const last = pieces.at(-1);
    if (last?.fate === fate) last.text += text;
    else pieces.push({ fate, text });
  }
  return pieces;
}
