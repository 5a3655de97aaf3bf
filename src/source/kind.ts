import type { SourceKind } from './source-text.ts';

/** What the bytes are called and said to be. */
export interface Named {
  readonly name: string;
  /** A `Content-Type` header, where there is one. */
  readonly type?: string;
}

/** What a document is: by its first bytes, else by its type, else by its name, else by its looks. */
export function kindOf(bytes: Uint8Array, { name, type = '' }: Named): SourceKind | 'zip' | 'binary' {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  if (/^[\s\0]{0,64}%PDF-/.test(head) || /^.{0,1000}%PDF-1/s.test(head)) return 'pdf';
  if (head.startsWith('PK\x03\x04'))
    return /\.docx$/i.test(name) || /wordprocessing/.test(type) ? 'docx' : 'zip';
  if (isPacked(bytes)) return 'binary';
  if (/\bhtml\b/.test(type) || /\.x?html?$/i.test(name)) return 'html';
  if (/\bmarkdown\b/.test(type) || /\.(?:md|markdown)$/i.test(name)) return 'markdown';
  return looksLikeHtml(head.replaceAll('\0', '')) ? 'html' : 'text';
}

/** First bytes of pictures, archives, programs and old Word files, which people drop here by mistake. */
const packed = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x1f, 0x8b],
  [0x52, 0x61, 0x72, 0x21],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x7f, 0x45, 0x4c, 0x46],
  [0x4d, 0x5a, 0x90],
];

function isPacked(bytes: Uint8Array): boolean {
  return packed.some((start) => start.every((byte, at) => bytes[at] === byte));
}

const opening = /<(?:!doctype\s+html|html|head|body|div|p|h[1-6]|article|main|section|meta|table|ul|ol)\b/iy;

function looksLikeHtml(head: string): boolean {
  opening.lastIndex = /^(?:\s|\xef\xbb\xbf|\xff\xfe|\xfe\xff|<!--[^>]*-->)*/.exec(head)?.[0].length ?? 0;
  return opening.test(head);
}
