/** Characters with the name of the encoding they were in. */
export interface Decoded {
  readonly text: string;
  readonly encoding: string;
}

/**
 * Decodes bytes: by their byte order mark, else as UTF-16 where every other byte is empty, else as UTF-8
 * where they are valid, else by the charset that was declared, else as windows-1251.
 *
 * @param declared a charset label from a header or a `meta`; an unknown one is not believed
 * @returns undefined for bytes that are no text: control characters, or letters of no language we read
 * @source WHATWG Encoding
 */
export function decode(bytes: Uint8Array, declared?: string): Decoded | undefined {
  const marked = byMark(bytes) ?? byEmptyBytes(bytes);
  if (marked) return plain(bytes, marked);
  const utf8 = plain(bytes, 'utf-8');
  if (utf8) return utf8;
  if (declared !== undefined && known(declared)) return plain(bytes, declared.toLowerCase());
  const cyrillic = plain(bytes, 'windows-1251');
  return cyrillic && readsAsText(cyrillic.text) ? cyrillic : undefined;
}

function plain(bytes: Uint8Array, encoding: string): Decoded | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return isBinary(text) ? undefined : { text, encoding };
  } catch {
    return undefined;
  }
}

function known(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== '';
  } catch {
    return false;
  }
}

function byMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** How much of the start of a text is looked at, in bytes. */
const sampleBytes = 4096;

/** UTF-16 without a mark: spaces, digits and line ends leave an empty byte on one side, Cyrillic a 4. */
function byEmptyBytes(bytes: Uint8Array): string | undefined {
  const count = Math.min(bytes.length, sampleBytes) & ~1;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < count; at += 2) {
    if ((bytes[at] as number) <= 4) even += 1;
    if ((bytes[at + 1] as number) <= 4) odd += 1;
  }
  const half = count / 2;
  if (half < 8) return undefined;
  if (odd > half * 0.9 && even < half * 0.2) return 'utf-16le';
  return even > half * 0.9 && odd < half * 0.2 ? 'utf-16be' : undefined;
}

/** Whether control characters stand in it other than those of plain text: tab to carriage return, escape. */
function isBinary(text: string): boolean {
  for (let at = 0; at < Math.min(text.length, sampleBytes * 4); at++) {
    const code = text.charCodeAt(at);
    if (code < 32 && (code < 9 || code > 13) && code !== 26 && code !== 27) return true;
  }
  return false;
}

/** Windows-1251 gives a character to every byte: only text with runs of Russian letters is believed. */
function readsAsText(text: string): boolean {
  const sample = text.slice(0, sampleBytes * 4);
  const letters = sample.match(/[а-яё]/gi)?.length ?? 0;
  const lower = sample.match(/[а-яё]{3,}/g)?.join('').length ?? 0;
  return letters > sample.length * 0.3 && lower > letters * 0.6;
}
