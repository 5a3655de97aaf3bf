import type { Line } from './lines.ts';

const longestHeading = 130;
const valueInside =
  /[^\s@]+@[^\s@]+\.|https?:|\+?\d[\d ()-]{8,}\d|(?:^|\s)(?:ТОО|АО|ИП|ООО|ЖШС|LLP|LLC|Ltd|Inc)[ .«"“]/u;

/**
 * Whether a line that prints no number reads like a heading: short, capital first, no full stop, no value in
 * it.
 */
export function looksLikeHeading(line: Line): boolean {
  const text = line.text.trim();
  if (text.length > longestHeading || text.length < 2 || !/^[\p{Lu}\p{N}«"“]/u.test(text)) return false;
  if (/[.;,:]$/u.test(text) && !/(?:etc|др)\.$/u.test(text)) return false;
  if (/(?:19|20)\d\d/.test(text)) return false;
  if (/[^\s]: |\s[—–-]\s/u.test(text)) return false;
  return !valueInside.test(text);
}

/** Whether a numbered line reads like a heading rather than like an item: a colon at its end is forgiven. */
export function looksLikeTitle(line: Line): boolean {
  const text = line.text.trim().replace(/[:.]$/u, '');
  if (text.length > 160 || !/^[\p{Lu}\p{N}«"“]/u.test(text)) return false;
  return !/[;,]$/u.test(line.text.trim()) && !/[.!?]\s/u.test(text) && !/\.$/u.test(line.text.trim());
}

/** Which of `lines` open a top-level section by their number. One pass forward and one back, O(n). */
export function sectionStarts(lines: readonly Line[]): ReadonlySet<number> {
  const found = new Set<number>();
  const promised = promisedSections(lines);
  let last = 0;
  let item = 0;
  let lead = false;
  lines.forEach((line, at) => {
    const marker = line.marker;
    const n = marker?.parts[0] ?? 0;
    const opens =
      marker?.kind === 'section' ||
      (marker?.kind === 'number' && (promised.has(at) || opensSection(line, { n, last, item, lead })));
    if (opens) {
      found.add(at);
      last = n;
      item = 0;
    } else if (marker?.kind === 'number') item = n;
    else if (marker?.kind !== 'bullet' && marker?.kind !== 'letter') item = 0;
    lead = line.text.trimEnd().endsWith(':') && !opens;
  });
  return found;
}

/** Numbers that the next decimal number takes up ("5." before "5.1"): sections for sure. */
function promisedSections(lines: readonly Line[]): ReadonlySet<number> {
  const found = new Set<number>();
  let next: number | undefined;
  for (let at = lines.length - 1; at >= 0; at--) {
    const marker = lines[at]?.marker;
    if (marker?.kind === 'decimal') next = marker.parts[0];
    if (marker?.kind === 'number' && next !== undefined) {
      if (marker.parts[0] === next && marker.style === '.') found.add(at);
      next = undefined;
    }
  }
  return found;
}

function opensSection(line: Line, state: { n: number; last: number; item: number; lead: boolean }): boolean {
  if (state.lead || line.marker?.style === ')') return false;
  const followsSection = state.n === state.last + 1;
  if (state.item > 0 && state.n === state.item + 1) return followsSection && looksLikeTitle(line);
  if (state.n > state.last && line.apart && looksLikeTitle(line)) return true;
  return followsSection && state.item === 0;
}
