import { crc32, deflateSync } from 'node:zlib';

const ascii = (text: string) => Buffer.from(text, 'latin1');
const big32 = (n: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(n);
  return bytes;
};
const little32 = (n: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(n);
  return bytes;
};

/** What a camera says of where and with what, and which way is up; in either order of bytes. */
export function cameraNotes(orientation: number, little = true): Buffer {
  const u16 = (n: number) => {
    const bytes = Buffer.alloc(2);
    if (little) bytes.writeUInt16LE(n);
    else bytes.writeUInt16BE(n);
    return bytes;
  };
  const u32 = little ? little32 : big32;
  const text = ascii('Phone of Aigul, 43.238949 N 76.889709 E\u0000');
  const field = (tag: number, [type, count]: readonly [number, number], value: Buffer) =>
    Buffer.concat([u16(tag), u16(type), u32(count), value]);
  const fields = [
    field(0x010f, [2, text.length], u32(8 + 2 + 2 * 12 + 4)),
    field(0x0112, [3, 1], Buffer.concat([u16(orientation), u16(0)])),
  ];
  return Buffer.concat([
    ascii(little ? 'II' : 'MM'),
    u16(42),
    u32(8),
    u16(fields.length),
    ...fields,
    u32(0),
    text,
  ]);
}

/** What must be in none of the pictures once they are kept. */
export const planted = ['Aigul', '43.238949', 'secret comment', 'xpacket', 'TRAILER'] as const;

const xmp = '<?xpacket begin=""?><x:xmpmeta>secret comment</x:xmpmeta>';

const part = (marker: number, body: Buffer) => {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(body.length + 2);
  return Buffer.concat([Buffer.of(0xff, marker), length, body]);
};

/** Something of the form of a JPEG, with notes of every kind in it; two scans and bytes after the end. */
export function jpegWith(orientation = 6, more: readonly Buffer[] = []): Buffer {
  return Buffer.concat([
    Buffer.of(0xff, 0xd8),
    part(0xe0, Buffer.concat([ascii('JFIF\u0000'), Buffer.of(1, 2, 0, 0, 1, 0, 1, 1, 1), ascii('Aig')])),
    part(0xe1, Buffer.concat([ascii('Exif\u0000\u0000'), cameraNotes(orientation)])),
    part(0xe1, ascii(`http://ns.adobe.com/xap/1.0/\u0000${xmp}`)),
    part(0xe2, ascii('ICC_PROFILE\u0000\u0001\u0001profile of colours')),
    part(0xe2, ascii('MPF\u0000secret comment')),
    part(0xed, ascii('Photoshop 3.0\u00008BIM secret comment')),
    part(0xfe, ascii('secret comment')),
    ...more,
    part(0xdb, Buffer.alloc(65, 1)),
    part(0xc2, Buffer.of(8, 0, 1, 0, 1, 1, 1, 0x11, 0)),
    part(0xc4, Buffer.alloc(20, 2)),
    part(0xda, Buffer.of(1, 1, 0, 0, 63, 0)),
    Buffer.of(0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56),
    part(0xc4, Buffer.alloc(20, 3)),
    part(0xda, Buffer.of(1, 1, 0, 0, 63, 0)),
    Buffer.of(0x78, 0x9a),
    Buffer.of(0xff, 0xd9),
    ascii('TRAILER PK\u0005\u0006'),
  ]);
}

const pngChunk = (name: string, body: Buffer) => {
  const named = Buffer.concat([ascii(name), body]);
  return Buffer.concat([big32(body.length), named, big32(crc32(named))]);
};

/** A PNG of one row of pixels that any program opens, with notes of every kind in it. */
export function pngWith(orientation = 8, pixels = 4): Buffer {
  const header = Buffer.concat([big32(pixels), big32(1), Buffer.of(8, 2, 0, 0, 0)]);
  const row = Buffer.alloc(1 + pixels * 3, 0x7f);
  row[0] = 0;
  return Buffer.concat([
    Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    pngChunk('IHDR', header),
    pngChunk('tEXt', ascii('Author\u0000Aigul')),
    pngChunk('eXIf', cameraNotes(orientation, false)),
    pngChunk('iTXt', ascii(`XML:com.adobe.xmp\u0000\u0000\u0000\u0000\u0000${xmp}`)),
    pngChunk('gAMA', big32(45_455)),
    pngChunk('acTL', Buffer.alloc(8, 1)),
    pngChunk('IDAT', deflateSync(row, { level: 0 })),
    pngChunk('tIME', Buffer.alloc(7, 1)),
    pngChunk('prVt', ascii('secret comment')),
    pngChunk('IEND', Buffer.alloc(0)),
    ascii('TRAILER'),
  ]);
}

const webpChunk = (name: string, body: Buffer) =>
  Buffer.concat([ascii(name), little32(body.length), body, Buffer.alloc(body.length % 2)]);

/** Something of the form of a WebP, with notes in it and bytes after its end. */
export function webpWith(orientation = 3, more: readonly (readonly [string, Buffer])[] = []): Buffer {
  const inside = Buffer.concat([
    ascii('WEBP'),
    webpChunk('VP8X', Buffer.of(0x08 | 0x04 | 0x20, 0, 0, 0, 0, 0, 0, 0, 0, 0)),
    webpChunk('ICCP', ascii('profile of colours')),
    webpChunk('VP8L', Buffer.of(0x2f, 0, 0, 0, 0, 0x88, 0x88)),
    webpChunk('EXIF', cameraNotes(orientation)),
    webpChunk('XMP ', ascii(xmp)),
    webpChunk('Xtra', ascii('secret comment')),
    ...more.map(([name, body]) => webpChunk(name, body)),
  ]);
  return Buffer.concat([ascii('RIFF'), little32(inside.length), inside, ascii('TRAILER')]);
}

/** A PDF with `body` in it, `bytes` long or more. */
export function pdfWith(body = '', bytes = 0): Buffer {
  const head = ascii(`%PDF-1.7\n1 0 obj\n<< /Type /Catalog ${body} >>\nendobj\n`);
  const tail = ascii('\ntrailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n');
  const filling = Math.max(0, bytes - head.length - tail.length - 60);
  const stream = ascii(`2 0 obj\n<< /Length ${filling} >>\nstream\n`);
  return Buffer.concat([head, stream, Buffer.alloc(filling, 'x'), ascii('\nendstream\nendobj\n'), tail]);
}
