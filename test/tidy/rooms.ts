/** The map of the house: who may import whom. Everything that is not in this table is a closed door. */
export interface Room {
  readonly storey: number;
  /** Pure and synchronous: no clock, chance, environment, file, network. */
  readonly pure: boolean;
  /** Rooms whose values and types it may import, always through their `index.ts`. */
  readonly imports: readonly string[];
  /** Rooms of which it may know the types only. */
  readonly types: readonly string[];
}

const storey1 = ['law', 'words', 'vault', 'ledger', 'files'];
const nouns = [
  'reader',
  'consent',
  'rights',
  'retention',
  'disclosure',
  'deidentification',
  'cookies',
  'moderation',
  'incidents',
  'agreements',
];
const storeys1to3 = [...storey1, 'policy', ...nouns];
const judged = nouns.filter((name) => name !== 'reader' && name !== 'deidentification');
const adapters = ['store', 'post', 'keys', 'source', 'print'];
const below7 = [
  ...storeys1to3,
  ...adapters,
  'gate',
  'notice',
  'scanner',
  'discovery',
  'system',
  'service',
  'base',
];

const pure = (storey: number, imports: readonly string[]): Room => ({
  storey,
  pure: true,
  imports,
  types: [],
});
const effect = (storey: number, imports: readonly string[], types: readonly string[] = []): Room => ({
  storey,
  pure: false,
  imports,
  types,
});

/** Room → what it may import. `store ⇢ gate`: ADR 0006. */
export const rooms: Readonly<Record<string, Room>> = {
  base: pure(0, []),
  ...Object.fromEntries(storey1.map((name) => [name, pure(1, ['base'])])),
  policy: pure(2, ['law', 'base']),
  ...Object.fromEntries(nouns.map((name) => [name, pure(3, ['policy', 'law', 'base'])])),
  gate: pure(4, [...judged, 'policy', 'law', 'base']),
  notice: pure(4, [...storeys1to3, 'base']),
  source: effect(4, ['base']),
  keys: effect(4, ['base']),
  print: effect(4, ['base']),
  post: effect(4, ['base']),
  store: effect(4, ['base'], [...storeys1to3, 'gate']),
  scanner: effect(4, ['cookies', 'policy', 'base']),
  discovery: effect(4, ['cookies', 'policy', 'base']),
  system: effect(5, ['gate', 'notice', ...storeys1to3, 'base'], adapters),
  service: effect(6, ['system', 'policy', 'words', 'base']),
  server: effect(7, ['service', 'system', 'policy', 'law', 'words', 'base'], ['gate']),
  cli: effect(7, [...below7, 'server']),
};

/** The workspaces that live in another runtime: the only files of `src` they may touch. */
export const apart: Readonly<
  Record<string, { readonly imports: readonly string[]; readonly types: readonly string[] }>
> = {
  web: {
    imports: ['src/ledger/index.ts'],
    types: ['src/server/pages.ts', 'src/reader/index.ts', 'src/policy/index.ts'],
  },
  banner: { imports: [], types: ['src/cookies/index.ts'] },
};

/** Packages that a pure room may use, each known to do nothing on its own. */
export const purePackages: Readonly<Record<string, readonly string[]>> = {
  words: ['i18next'],
  policy: ['yaml'],
  reader: ['@orama/stemmers'],
  vault: ['libphonenumber-js'],
  law: [],
};

/** Folders of pure data: free of the limits on a file's and a line's length. */
export const dataFolders: readonly string[] = ['src/words/', 'src/reader/lexicon/', 'src/law/kz/'];

/** Names that say nothing about what is inside. */
export const emptyNames: readonly string[] = [
  'util',
  'utils',
  'helper',
  'helpers',
  'common',
  'lib',
  'shared',
  'misc',
  'types',
  'core',
];
