import type { Line } from './lines.ts';

const longestHeading = 130;
const valueInside =
  /[^\s@]+@[^\s@]+\.|https?:|\+?\d[\d ()-]{8,}\d|(?:^|\s)(?:ТОО|АО|ИП|ООО|ЖШС|LLP|LLC|Ltd|Inc)[ .«"“]/u;

/** The text of a line without the signs of Markdown around it. */
function bareText(line: Line): string {
  return line.text
    .trim()
    .replace(/^(?:\*\*|__)(.+?)(?:\*\*|__)(:?)$/u, '$1$2')
    .trim();
}

/**
 * Whether a line that prints no number reads like a heading: short, capital first, no full stop, no value in
 * it.
 */
export function looksLikeHeading(line: Line): boolean {
  const text = bareText(line);
  if (text.length > longestHeading || text.length < 2 || !/^[\p{Lu}\p{N}«"“]/u.test(text)) return false;
  if (/[.;,:]$/u.test(text) && !/(?:etc|др)\.$/u.test(text)) return false;
  if (/(?:19|20)\d\d/.test(text)) return false;
  if (/[^\s]: |\s[—–-]\s/u.test(text)) return false;
  return !valueInside.test(text);
}

/** Whether a numbered line reads like a heading rather than like an item: a colon at its end is forgiven. */
export function looksLikeTitle(line: Line): boolean {
  const whole = bareText(line);
  const text = whole.replace(/[:.]$/u, '');
  if (text.length > 160 || !/^[\p{Lu}\p{N}«"“]/u.test(text)) return false;
  return !/[;,.]$/u.test(whole) && !/[.!?]\s/u.test(text);
}

/** Words of the titles of policies: a first line with one of them names the document. */
const titleWords = new RegExp(
  'политик|соглашени|положени|правила|конфиденциальн|оферт|' +
    'саясат|ереже|құпиялылы|қорғау|policy|notice|statement|privacy|terms|agreement',
  'iu',
);

/** Whether the first line of a text is its title rather than the heading of its first section. */
export function isTitle(line: Line, next: Line | undefined): boolean {
  const text = bareText(line);
  if (text.length > 200 || /[.;,:]$|@/u.test(text)) return false;
  return titleWords.test(text) || next === undefined || next.apart || !next.marker;
}

/** Which of `lines` open a top-level section by their number. One pass forward and one back, O(n). */
export function sectionStarts(lines: readonly Line[]): ReadonlySet<number> {
  const found = new Set<number>();
  const promised = promisedSections(lines);
  const named = lines.filter((line) => line.marker?.kind === 'section' && line.hash === 0).length > 1;
  const state: Counting = { section: 0, item: 0, lead: false, headed: false };
  lines.forEach((line, at) => {
    const marker = line.marker;
    const n = marker?.parts[0] ?? 0;
    const opens =
      line.hash === 0 &&
      (marker?.kind === 'section' ||
        (marker?.kind === 'number' && !named && (promised.has(at) || opensSection(lines, at, state))));
    if (opens) {
      found.add(at);
      Object.assign(state, { section: n, item: 0, headed: false });
    } else if (marker?.kind === 'number') state.item = n;
    else if (marker?.kind !== 'bullet' && marker?.kind !== 'letter') {
      state.item = 0;
      state.headed = line.hash > 0 || (!marker && looksLikeHeading(line));
    }
    state.lead = line.text.trimEnd().endsWith(':') && !opens;
  });
  return found;
}

/** What was counted up to a line. */
interface Counting {
  /** The number of the last section. */
  section: number;
  /** The number of the last item of the open list. */
  item: number;
  /** Whether the line above leads a list in. */
  lead: boolean;
  /** Whether an unnumbered heading stands above. */
  headed: boolean;
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

/** A number opens a section when it carries the count on and reads like a title, or no list is open. */
function opensSection(lines: readonly Line[], at: number, state: Counting): boolean {
  const line = lines[at];
  const n = line?.marker?.parts[0] ?? 0;
  if (!line || state.lead || line.marker?.style !== '.') return false;
  const follows = n === state.section + 1;
  const titled = looksLikeTitle(line);
  if (state.item > 0 && n === state.item + 1) return follows && titled && opensText(lines[at + 1], n);
  if (n > state.section && line.apart && titled && opensText(lines[at + 1], n)) return true;
  return follows && state.item === 0 && (titled ? opensText(lines[at + 1], n) : !state.headed);
}

/** Whether something stands under number `n`: not the next number of the same list right away. */
function opensText(next: Line | undefined, n: number): boolean {
  const marker = next?.marker;
  return (
    next !== undefined && !(marker?.kind === 'number' && marker.style === '.' && marker.parts[0] === n + 1)
  );
}
