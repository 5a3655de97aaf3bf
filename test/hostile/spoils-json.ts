import { everywhere } from './kinds.ts';
import type { Making, Spoil } from './making.ts';
import { marker, otherTypes, prototypes } from './values.ts';

type Path = readonly (string | number)[];

const short = (value: unknown) => (JSON.stringify(value) ?? String(value)).slice(0, 60);

/** Every place in a value, itself first. */
function placesIn(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const parts = Array.isArray(value) ? value.map((part, at) => [at, part] as const) : Object.entries(value);
  return [path, ...parts.flatMap(([key, part]) => placesIn(part, [...path, key]))];
}

/** A copy of a value that differs at one place: another value there, or none. */
function changed(value: unknown, path: Path, change: (there: unknown) => unknown): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return change(value);
  if (Array.isArray(value))
    return value.map((part, at) => (at === first ? changed(part, rest, change) : part));
  if (typeof value !== 'object' || value === null) return value;
  const parts = Object.entries(value).map(([key, part]) => [
    key,
    key === first ? changed(part, rest, change) : part,
  ]);
  return Object.fromEntries(parts.filter(([, part]) => part !== undefined));
}

/** Spoils what stands at each place of a body. */
export function callSpoils(good: unknown): readonly Spoil[] {
  const at = (path: Path, name: string, change: (there: unknown) => unknown): Spoil => ({
    name: `/${path.join('/')} ${name}`,
    apply: (making: Making) => {
      making.call = changed(making.call, path, change);
    },
  });
  const spoils = placesIn(good).flatMap((path) => [
    ...[...otherTypes, ...everywhere].map((value) => at(path, `= ${short(value)}`, () => value)),
    ...(path.length > 0 ? [at(path, 'is missing', () => undefined)] : []),
    at(path, 'in a list', (there) => [there]),
    at(path, 'in a record', (there) => ({ [marker]: there })),
    at(path, 'twice', (there) => (Array.isArray(there) ? [...there, ...there] : there)),
    at(path, 'a thousand times', (there) => (Array.isArray(there) ? Array(1000).fill(there[0]) : there)),
    ...[marker, '', ...prototypes].map((key) =>
      at(path, `with ${short(key)} beside`, (there) => beside(there, key)),
    ),
  ]);
  return [...spoils, ...textSpoils()];
}

function beside(there: unknown, key: string): unknown {
  if (typeof there !== 'object' || there === null || Array.isArray(there)) return there;
  const copy: Record<string, unknown> = Object.create(null);
  Object.assign(copy, there);
  Object.defineProperty(copy, key, { value: marker, enumerable: true });
  return copy;
}

/** Spoils the text of a body: what is no JSON, or is JSON that not everybody reads alike. */
function textSpoils(): readonly Spoil[] {
  const no: Readonly<Record<string, (text: string) => string | Buffer>> = {
    'cut off': (text) => text.slice(0, -1),
    'cut in half': (text) => text.slice(0, text.length / 2),
    'a comma too many': (text) => text.replace(/}$/, ',}'),
    'single quotes': (text) => text.replaceAll('"', "'"),
    'a comment': (text) => `/* ${marker} */${text}`,
    twice: (text) => text + text,
    'NaN in it': (text) => text.replace(/^{/, `{"${marker}":NaN,`),
    'a control character': (text) => text.replace(/^{"/, '{"\u0001'),
    'nested deep': () => '['.repeat(50_000) + ']'.repeat(50_000),
    'records nested deep': () => `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`,
    'in UTF-16': (text) => Buffer.from(text, 'utf16le'),
    'bytes that are no UTF-8': (text) => Buffer.concat([Buffer.from([0xff, 0xfe, 0xc0]), Buffer.from(text)]),
    'a prototype': (text) => text.replace(/^{/, `{"__proto__":{"${marker}":1},`),
    "a constructor's prototype": (text) => text.replace(/^{/, '{"constructor":{"prototype":{"x":1}},'),
    'a number out of range': (text) => text.replace(/^{/, `{"${marker}":1e999,`),
    nothing: () => '',
    'white space': () => ' \n ',
  };
  const other: Readonly<Record<string, (text: string) => string>> = {
    'a byte order mark': (text) => `\ufeff${text}`,
    'keys twice': (text) => text.replace(/^{(.*)}$/s, '{$1,$1}'),
    'space around': (text) => `\n\t ${text} \n`,
    'written with escapes': (text) =>
      text.replaceAll(/[^\x20-\x7e]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`),
  };
  return [
    ...Object.entries(no).map(([name, payload]) => ({
      name: `the body: ${name}`,
      apply: (making: Making) => {
        making.payload = payload;
        making.faults.add('syntax');
      },
    })),
    ...Object.entries(other).map(([name, payload]) => ({
      name: `the body: ${name}`,
      apply: (making: Making) => {
        making.payload = payload;
        making.either = true;
      },
    })),
  ];
}
