const longest = 40;
const mostTried = 2000;

/**
 * How many letters must be added, dropped, changed or swapped with a neighbour to get from `a` to `b`. O(a ·
 * b).
 */
function distance(a: string, b: string): number {
  let above: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = swapped ? (above[j - 2] as number) + 1 : change;
      next.push(Math.min(change, swap, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    above = row;
    row = next;
  }
  return row[b.length] as number;
}

/**
 * The choice most like what was written, for «did you mean»; undefined when none is near (over a third of
 * the letters differ).
 */
export function nearest(written: string, choices: Iterable<string>): string | undefined {
  if (written.length > longest) return undefined;
  const bare = written.toLowerCase().replaceAll(/[\s-]/g, '_');
  let best: string | undefined;
  let least = Math.max(1, Math.floor(bare.length / 3)) + 1;
  let tried = 0;
  for (const choice of choices) {
    if (tried++ > mostTried) break;
    if (Math.abs(choice.length - bare.length) >= least) continue;
    const apart = distance(bare, choice.toLowerCase());
    if (apart < least) [best, least] = [choice, apart];
  }
  return best;
}
