/** The kinds of files that are taken, and nothing else: a closed list. */
export type FileKind = 'pdf' | 'jpeg' | 'png' | 'webp';

/** What there is to know about a kind. */
export interface KindRow {
  readonly mediaType: string;
  /** With which a file of this kind is handed out, whatever it was called. */
  readonly ending: string;
  /** Whether it is held in memory whole to be rewritten. */
  readonly rewritten: boolean;
}

/** @see KindRow */
export const fileKinds: Readonly<Record<FileKind, KindRow>> = {
  pdf: { mediaType: 'application/pdf', ending: 'pdf', rewritten: false },
  jpeg: { mediaType: 'image/jpeg', ending: 'jpg', rewritten: true },
  png: { mediaType: 'image/png', ending: 'png', rewritten: true },
  webp: { mediaType: 'image/webp', ending: 'webp', rewritten: true },
};

/** As many bytes from the beginning as it takes to tell a kind. */
export const tellingBytes = 16;

const at = (bytes: Uint8Array, from: number, ...wanted: readonly number[]) =>
  wanted.every((byte, n) => bytes[from + n] === byte);
const text = (word: string) => Array.from(word, (letter) => letter.charCodeAt(0));

const signatures: Readonly<Record<FileKind, (bytes: Uint8Array) => boolean>> = {
  pdf: (bytes) => at(bytes, 0, ...text('%PDF-')),
  jpeg: (bytes) => at(bytes, 0, 0xff, 0xd8, 0xff),
  png: (bytes) => at(bytes, 0, 0x89, ...text('PNG\r\n'), 0x1a, 0x0a),
  webp: (bytes) => at(bytes, 0, ...text('RIFF')) && at(bytes, 8, ...text('WEBP')),
};

/**
 * What a file is by its first `tellingBytes`, whatever its name and sender say.
 * @returns undefined for anything that is not in the list
 */
export function kindOf(start: Uint8Array): FileKind | undefined {
  return (Object.keys(signatures) as FileKind[]).find((kind) => signatures[kind](start));
}
