import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cameraNotes, jpegWith, pdfWith, planted, pngWith, webpWith } from '../../test/pictures.ts';
import { FileCleaner } from './clean.ts';
import { kindOf } from './kinds.ts';
import { fileName } from './name.ts';
import { orientationIn, orientationOnly } from './orientation.ts';
import { fileUses } from './uses.ts';

const use = { ...fileUses['request-document'], maxBytes: 200_000 };

/** What is kept of a file that comes in pieces of `step` bytes, or what is wrong with it. */
function kept(file: Uint8Array, step = 1000): Buffer | string {
  const cleaner = new FileCleaner(use);
  const out: Uint8Array[] = [];
  for (let at = 0; at < file.length; at += step) {
    const cleaned = cleaner.push(new Uint8Array(file.subarray(at, at + step)));
    if ('problem' in cleaned) return cleaned.problem;
    out.push(cleaned.bytes);
  }
  const rest = cleaner.end();
  return 'problem' in rest ? rest.problem : Buffer.concat([...out, rest.bytes]);
}

const pictures = { jpeg: jpegWith, png: pngWith, webp: webpWith } as const;
const names = Object.keys(pictures) as (keyof typeof pictures)[];
const text = (bytes: Buffer | string) => (typeof bytes === 'string' ? bytes : bytes.toString('latin1'));

describe('a picture', () => {
  it.each(names)('of kind %s keeps its image and its colours, and nothing of who made it where', (name) => {
    const file = pictures[name](6);
    for (const word of planted) expect(text(file), word).toContain(word);
    for (const step of [1, 7, 100_000]) {
      const clean = kept(file, step);
      expect(kindOf(clean as Buffer)).toBe(name);
      for (const word of planted) expect(text(clean), word).not.toContain(word);
    }
    // What was cleaned is clean.
    expect(kept(kept(file) as Buffer)).toStrictEqual(kept(file));
  });

  it.each(names)('of kind %s lies as it lay', (name) => {
    for (let turn = 1; turn <= 8; turn++) {
      const clean = text(kept(pictures[name](turn)));
      const at = clean.search(/II\*\0|MM\0\*/);
      expect(at < 0 ? 1 : orientationIn(Buffer.from(clean.slice(at), 'latin1')), String(turn)).toBe(turn);
    }
  });

  it('of kind JPEG keeps every scan, and what its decoder needs, byte for byte', () => {
    const clean = kept(jpegWith(1)) as Buffer;
    const from = (bytes: Buffer) => bytes.indexOf(Buffer.of(0xff, 0xdb));
    const file = jpegWith(1);
    const end = file.indexOf('TRAILER');
    expect(clean.subarray(from(clean))).toStrictEqual(file.subarray(from(file), end));
    expect(text(clean)).toContain('profile of colours');
  });

  it('that moves is no document', () => {
    expect(kept(webpWith(1, [['ANIM', Buffer.alloc(6)]]))).toBe('file-broken');
    expect(text(kept(pngWith()))).not.toContain('acTL');
  });

  it.each(names)('of kind %s cut short anywhere is refused, and edited anywhere never breaks us', (name) => {
    const file = pictures[name](6);
    const end = file.indexOf('TRAILER');
    for (let cut = 1; cut < end; cut++)
      expect(['file-broken', 'file-kind'], `${cut}`).toContain(kept(file.subarray(0, cut), 5000));
    fc.assert(
      fc.property(fc.nat(end - 1), fc.integer({ min: 1, max: 255 }), (at, bits) => {
        const edited = Buffer.from(file);
        edited[at] = (edited[at] as number) ^ bits;
        const clean = kept(edited, 5000);
        if (typeof clean !== 'string') expect(text(clean)).not.toContain('TRAILER');
      }),
      { numRuns: 300 },
    );
  });

  it('with a wrong checksum is refused', () => {
    const file = pngWith();
    const at = file.indexOf('IDAT') + 8;
    file[at] = (file[at] as number) ^ 1;
    expect(kept(file)).toBe('file-broken');
  });
});

describe('which way is up', () => {
  it('is read in either order of bytes, and nothing else makes it say anything', () => {
    for (let turn = 1; turn <= 8; turn++) {
      for (const little of [true, false]) expect(orientationIn(cameraNotes(turn, little))).toBe(turn);
      expect(orientationIn(orientationOnly(turn as 1))).toBe(turn);
    }
    for (const wrong of [0, 9, 300]) expect(orientationIn(cameraNotes(wrong))).toBe(1);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        expect(orientationIn(bytes)).toBeGreaterThan(0);
        expect(orientationIn(Buffer.concat([Buffer.from('MM\0*'), bytes]))).toBeLessThan(9);
      }),
    );
  });
});

describe('a PDF', () => {
  it('passes through as it is, in whatever pieces it comes', () => {
    const file = pdfWith('/Lang (kk)', 150_000);
    for (const step of [7, 13, 4096, 200_000]) expect(kept(file, step)).toStrictEqual(file);
  });

  it.each([
    ['/Encrypt 5 0 R', 'file-locked'],
    ['/OpenAction << /S /JavaScript /JS (app.alert(1)) >>', 'file-active'],
    ['/AA << /O << /S /Launch /F (calc.exe) >> >>', 'file-active'],
    ['/Names << /EmbeddedFiles 4 0 R >>', 'file-active'],
    ['/OpenAction << /S /Java#53cript >>', 'file-active'],
    ['/AcroForm << /XFA 3 0 R >>', 'file-active'],
  ])('that says %s is refused', (body, problem) => {
    for (const step of [1, 3, 11, 64, 100_000]) expect(kept(pdfWith(body), step), String(step)).toBe(problem);
  });

  it('may say such words in its text and in names that only begin so', () => {
    expect(typeof kept(pdfWith('/JSON 1 /Encrypted 2 /Font#20Name 3 (JavaScript)'))).toBe('object');
    const inStream = pdfWith('', 1000).toString('latin1').replace('xxxxxxxxxxxxxx', '/JavaScript  x');
    expect(typeof kept(Buffer.from(inStream, 'latin1'))).toBe('object');
  });

  it('that does not end as one, or is an archive as well, is refused', () => {
    const file = pdfWith('', 2000);
    expect(kept(file.subarray(0, -7))).toBe('file-broken');
    expect(kept(Buffer.concat([file, Buffer.from('MZ program')]))).toBe('file-broken');
    expect(kept(Buffer.concat([file, Buffer.from('PK\u0005\u0006 %%EOF\n')]))).toBe('file-broken');
  });
});

describe('a file', () => {
  it('is what its bytes say, whatever it is called', () => {
    const wrong = [
      'MZ\u0090\u0000',
      'PK\u0003\u0004',
      '<html>',
      '#!/bin/sh',
      'GIF89a',
      '\n%PDF-1.7',
      'RIFF\0\0\0\0WAVE',
    ];
    for (const start of wrong)
      expect(kept(Buffer.from(start.padEnd(100), 'latin1')), start).toBe('file-kind');
    expect(kept(Buffer.from('%PD'))).toBe('file-kind');
    expect(kept(Buffer.alloc(0))).toBe('file-empty');
    expect(kept(Buffer.concat([pdfWith(), Buffer.alloc(200_000)]))).toBe('file-over-size');
  });

  it('never gets more out of us than a problem, whatever bytes come', () => {
    const starts = ['', '%PDF-', '\u00ff\u00d8\u00ff', '\u0089PNG\r\n\u001a\n', 'RIFF\u0020\0\0\0WEBP'];
    fc.assert(
      fc.property(
        fc.constantFrom(...starts),
        fc.uint8Array({ maxLength: 400 }),
        fc.nat(50),
        (start, rest, step) => {
          const clean = kept(Buffer.concat([Buffer.from(start, 'latin1'), rest]), step + 1);
          if (typeof clean === 'string') expect(clean).toMatch(/^file-/);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is handed out under a name that means nothing to a file system', () => {
    const sent = [
      ['скан паспорта.PDF', 'pdf', 'скан паспорта.pdf'],
      ['C:\\Users\\aigul\\scan.exe', 'pdf', 'scan.pdf'],
      ['../../etc/passwd', 'png', 'passwd.png'],
      ['кұжат\u202egpj.exe', 'jpeg', 'кұжатgpj.jpg'],
      ['a"b\r\nSet-Cookie: x', 'webp', 'abSet-Cookie x.webp'],
      ['...', 'pdf', 'file.pdf'],
      ['\ud800', 'pdf', '\ufffd.pdf'],
    ] as const;
    for (const [name, kind, expected] of sent) expect(fileName(name, kind)).toBe(expected);
    expect(Array.from(fileName('я'.repeat(500), 'pdf'))).toHaveLength(104);
  });
});
