/** The fields of a GDPRbench record after its key, in its order. */
export const fieldNames = ['pur', 'ttl', 'usr', 'obj', 'dec', 'acl', 'shr', 'src', 'cat', 'data'] as const;

/** Places of fields in a record: the purpose, the owner, the data; 1 to 8 are the metadata that change. */
export const at = { pur: 0, usr: 2, data: 9 } as const;

/** A record: its key, then ten fields. */
export type BenchRecord = readonly string[];

/** How many users there are, however many records. */
export const userCount = 10_000;

/** How many purposes there are. */
export const purposeCount = 25;

const ttlSeconds = [30, 10_000, 12_000, 14_000, 16_000, 18_000, 20_000, 22_000, 24_000, 1_000_000] as const;
const dataLength = 100;

/** `String.hashCode` of Java. */
export function javaHash(text: string, from = 0): number {
  let hash = from;
  for (let n = 0; n < text.length; n++) hash = (Math.imul(hash, 31) + text.charCodeAt(n)) | 0;
  return hash;
}

/** The datum of a record: its number and the hash of the text so far, again and again, cut at 100. */
function dataFor(k: number): string {
  let text = '';
  while (text.length < dataLength) {
    text += String(k);
    text += String(javaHash(text));
  }
  return text.slice(0, dataLength);
}

/** The key of record number `k`. */
export const keyFor = (k: number): string => `key${k}`;
/** The number of the purpose of record number `k`. */
export const purposeOf = (k: number): number => k % purposeCount;
/** The number of the owner of record number `k`. */
export const userOf = (k: number): number => k % userCount;
/** Whether its time is 30 seconds: over before the first operation. */
export const isBrief = (k: number): boolean => k % ttlSeconds.length === 0;

/** The ten fields of record number `k`, each a function of `k` alone. */
export function fieldsFor(k: number): readonly string[] {
  return [
    `purpose${k % purposeCount}`,
    String(ttlSeconds[k % ttlSeconds.length]),
    `user${k % userCount}`,
    `obj${k % 100}`,
    `dec${k % 2}`,
    `acl${k % 10}`,
    `shr${k % 10}`,
    `src${k % 10}`,
    `cat${k % 10}`,
    dataFor(k),
  ];
}

/** The whole of record number `k`. */
export function recordFor(k: number): BenchRecord {
  return [keyFor(k), ...fieldsFor(k)];
}
