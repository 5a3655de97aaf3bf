/** One line of the manifest that the client build writes. */
interface Built {
  readonly file: string;
  readonly css?: readonly string[];
}

declare const __MANIFEST__: Readonly<Record<string, Built>> | undefined;

/** A script that wakes a piece of a page up. Pages say all they have to say without it. */
export type Island = 'proof' | 'copy' | 'countdown' | 'print' | 'reveal';

const manifest = typeof __MANIFEST__ === 'undefined' ? undefined : __MANIFEST__;

function urlOf(source: string): string {
  return `/assets/${manifest?.[source]?.file ?? source}`;
}

/** Address of the style sheet; its name holds a hash of what is in it. */
export const styleUrl = urlOf('src/styles/main.css');

/** Address of the house mark. */
export const markUrl = urlOf('src/styles/mark.svg');

/** Address of an island's module. */
export function islandUrl(island: Island): string {
  return urlOf(`src/client/${island}.ts`);
}

const early = [
  'golos-text-cyrillic-wght-normal',
  'golos-text-latin-wght-normal',
  'source-serif-4-cyrillic-wght-normal',
];

/** Fonts that every page needs for its first paint. */
export const earlyFonts: readonly string[] = Object.entries(manifest ?? {})
  .filter(([source]) => early.some((name) => source.includes(name)))
  .map(([, built]) => `/assets/${built.file}`);
