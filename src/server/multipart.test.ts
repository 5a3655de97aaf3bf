import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileForm } from '../../test/visitor.ts';
import { FileForm } from './multipart.ts';

/** A body that comes in pieces of `step` bytes. */
const bodyOf = (body: Buffer, step: number) =>
  Readable.from(
    (function* () {
      for (let at = 0; at < body.length; at += step) yield body.subarray(at, at + step);
    })(),
    { objectMode: false },
  );

async function read(form: { type: string; body: Buffer }, step = 1000, most = 1_000_000) {
  const parsed = new FileForm(bodyOf(form.body, step), { contentType: form.type, length: undefined, most });
  await parsed.readFields();
  const pieces: Uint8Array[] = [];
  for await (const piece of parsed.file?.bytes ?? []) pieces.push(piece);
  const { fields, file } = parsed;
  return {
    fields: Object.fromEntries(fields),
    name: file?.name,
    field: file?.field,
    bytes: Buffer.concat(pieces),
  };
}

const bad = { code: 'ERR_BAD_REQUEST' };

describe('a form with a file', () => {
  const bytes = Buffer.from('%PDF\r\n--\r\n------WebKitFormBoundaryKepilTest000\r\n\r\n1\r\n');
  const form = fileForm(
    { value: 'Айгүл\r\nСерікқызы', empty: '' },
    { field: 'document', name: 'скан "1".pdf', bytes },
  );

  it('is read whatever pieces it comes in: its fields, then its file byte for byte', async () => {
    for (const step of [1, 2, 3, 7, 40, 64, 1000])
      expect(await read(form, step), String(step)).toEqual({
        fields: { value: ['Айгүл\r\nСерікқызы'], empty: [''] },
        name: 'скан "1".pdf',
        field: 'document',
        bytes,
      });
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.integer({ min: 1, max: 90 }),
        async (file, step) => {
          const sent = fileForm({ a: 'b' }, { field: 'f', name: 'n', bytes: file });
          expect((await read(sent, step)).bytes).toStrictEqual(Buffer.from(file));
        },
      ),
      { numRuns: 100 },
    );
  });

  it('in which no file was chosen has none', async () => {
    const none = fileForm({ value: 'x' }, { field: 'document', name: '', bytes: Buffer.alloc(0) });
    expect(await read(none)).toMatchObject({ fields: { value: ['x'] }, name: undefined });
    const nameless = fileForm({}, { field: 'document', name: '', bytes: Buffer.from('x') });
    await expect(read(nameless)).rejects.toMatchObject(bad);
  });

  it('cut short anywhere, or with anything behind its file, is refused', async () => {
    for (let cut = 0; cut < form.body.length - 2; cut++)
      await expect(read({ ...form, body: form.body.subarray(0, cut) }), String(cut)).rejects.toMatchObject(
        bad,
      );
    const end = form.body.length - 4;
    const more = Buffer.from('\r\nContent-Disposition: form-data; name="x"\r\n\r\ny\r\n--a--\r\n');
    const body = Buffer.concat([form.body.subarray(0, end), more]);
    await expect(read({ ...form, body })).rejects.toMatchObject(bad);
  });

  it.each([
    ['multipart/form-data', form.body],
    ['multipart/form-data; boundary=', form.body],
    [`multipart/form-data; boundary=${'x'.repeat(71)}`, form.body],
    ['multipart/form-data; boundary="a\u0001b"', form.body],
    ['multipart/form-data; boundary=b', Buffer.from('hello')],
    ['multipart/form-data; boundary=b', Buffer.from('preamble\r\n--b\r\n')],
    ['multipart/form-data; boundary=b', Buffer.from('--b\r\nX: y\r\n\r\nv\r\n--b--')],
    [
      'multipart/form-data; boundary=b',
      Buffer.from('--b\r\nContent-Disposition: attachment; name="a"\r\n\r\nv\r\n--b--'),
    ],
    ['multipart/form-data; boundary=b', Buffer.from(`--b\r\n${'X: y\r\n'.repeat(2000)}`)],
    [
      'multipart/form-data; boundary=b',
      Buffer.from(`--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n${'v'.repeat(200_000)}`),
    ],
  ])('of type %s that is none is refused', async (type, body) => {
    await expect((async () => read({ type, body }))()).rejects.toMatchObject(bad);
  });

  it('beyond its limit is too large, whether it says so or not', async () => {
    await expect(read(form, 10, 100)).rejects.toMatchObject({ code: 'ERR_TOO_LARGE' });
    const about = { contentType: form.type, length: 2000, most: 1000 };
    expect(() => new FileForm(bodyOf(form.body, 10), about)).toThrowError(
      expect.objectContaining({ code: 'ERR_TOO_LARGE' }),
    );
  });
});
