import type { Policy } from '../policy/index.ts';
import type { LookRecord, PolicyVersionRecord, ServiceRecord } from '../store/index.ts';
import type { Speaker } from '../words/index.ts';

/** The accents a service's pages may have; each passes WCAG AA in light and in dark colours. */
export const accents = [
  'turquoise',
  'blue',
  'violet',
  'green',
  'plum',
  'indigo',
  'moss',
  'graphite',
] as const;

/** One of the accents. */
export type Accent = (typeof accents)[number];

/** How people tell a service from the others: by name, mark and accent. */
export interface Face {
  /** Absent where neither text nor officer names the service: it is called by its key then. */
  readonly name?: string;
  readonly mark: string;
  readonly accent: Accent;
}

/**
 * What a text calls its service: its site as printed, else its operator by the name in quotes, else by the
 * whole name.
 */
export function namedIn({
  policy,
  text = '',
}: Pick<PolicyVersionRecord, 'policy' | 'text'>): string | undefined {
  const host = policy.services.find((row) => row.host)?.host;
  if (host !== undefined) return printedHost(host, text);
  return quoted(policy.operator) ?? policy.operator.name;
}

function quoted({ name }: Policy['operator']): string | undefined {
  return /«([^»]+)»/.exec(name ?? '')?.[1];
}

/** A site with the capitals the text gives it somewhere: `ProZango.kz` rather than `prozango.kz`. */
function printedHost(host: string, text: string): string {
  const small = text.toLowerCase();
  // Where a letter changes length as it becomes small, places no longer agree.
  if (small.length !== text.length) return host;
  for (let at = small.indexOf(host); at >= 0; at = small.indexOf(host, at + 1)) {
    const printed = text.slice(at, at + host.length);
    const alone =
      !/[\p{L}\p{N}@.-]/u.test(text[at - 1] ?? ' ') && !/[\p{L}\p{N}-]/u.test(text[at + host.length] ?? ' ');
    if (alone && printed !== host) return printed;
  }
  return host;
}

/** The key without the digest a file's name may end with: `002` of `002-e9e5e6f652fd16d4`. */
function shortKey(key: string): string {
  return key.replace(/-[0-9a-f]{8,}$/, '');
}

/** The name of a face in words; the key's, said, where there is none. */
export function sayName(speaker: Speaker, { name }: Pick<Face, 'name'>, key: string): string {
  return name ?? speaker.say('service.unnamed', { key: shortKey(key) });
}

/** Two letters that stand for a name: capitals, else the first letters of its words, else its first two. */
export function markOf(name: string): string {
  const bare = name.replace(/\.[a-z]{2,}$/i, '');
  const capitals = bare.match(/\p{Lu}/gu) ?? [];
  const words = bare.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const letters =
    capitals.length > 1
      ? capitals
      : words.length > 1
        ? words.map((word) => [...word][0] as string)
        : [...(words[0] ?? name)];
  return letters.slice(0, 2).join('').toLocaleUpperCase('ru');
}

/** The mark of a name, or of a key where there is none: the end of it, which is what keys differ in. */
export function markFor(name: string | undefined, key: string): string {
  return name === undefined ? shortKey(key).replaceAll('-', '').slice(-2).toUpperCase() : markOf(name);
}

/** A number that is always the same for a key and looks like any: FNV-1a, 32 bits. */
function spread(key: string): number {
  let hash = 0x811c9dc5;
  for (const letter of key) hash = Math.imul(hash ^ (letter.codePointAt(0) as number), 0x01000193) >>> 0;
  return hash;
}

/** An accent for a new service: its key's own, or the next that is least in use and free for this mark. */
export function accentFor(
  key: string,
  mark: string,
  others: readonly Pick<Face, 'mark' | 'accent'>[],
): Accent {
  const start = spread(key) % accents.length;
  const inOrder = accents.map((_, at) => accents[(start + at) % accents.length] as Accent);
  const used = (accent: Accent) => others.filter((face) => face.accent === accent);
  const cost = (accent: Accent) =>
    used(accent).length + (used(accent).some((face) => face.mark === mark) ? others.length + 1 : 0);
  return inOrder.reduce((best, accent) => (cost(accent) < cost(best) ? accent : best));
}

/** The face of a service with a look; `version` is the one in force. */
export function faceOf(
  service: ServiceRecord,
  version: Pick<PolicyVersionRecord, 'policy' | 'text'>,
  look: LookRecord | undefined,
): Face {
  const named = look?.name ?? namedIn(version);
  const name = named !== undefined && look?.withKey ? `${named} (${service.key})` : named;
  const mark = look?.mark ?? markFor(named, service.key);
  const accent = accents.find((one) => one === look?.accent) ?? accentFor(service.key, mark, []);
  return { ...(name !== undefined && { name }), mark, accent };
}
