import type { Readable } from 'node:stream';
import { KepilError } from '../base/index.ts';

/** Bytes of everything before a file at most, and fields. */
const mostBefore = 64 * 1024;
const mostFields = 50;
/** Bytes of the headers of one part. */
const mostHeaders = 4096;

const malformed = () => new KepilError('ERR_BAD_REQUEST', 'bad-request');

/**
 * The boundary that a content type names; undefined when it names none that may be one.
 *
 * @source RFC 2046 §5.1.1
 */
function boundaryOf(contentType: string): string | undefined {
  const found = /;\s*boundary=(?:"([^"]+)"|([^\s;"]+))/i.exec(contentType);
  const boundary = found?.[1] ?? found?.[2] ?? '';
  return /^[\w'()+,./:=? -]{0,69}[\w'()+,./:=?-]$/.test(boundary) ? boundary : undefined;
}

/** A part of a form: a field, or a file that follows. */
interface PartHead {
  readonly name: string;
  readonly filename?: string;
}

/** What browsers write for characters that may not stand in a name. @source HTML §4.10.21.8 */
const unescaped = (name: string) =>
  name.replaceAll(/%(0D|0A|22)/gi, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

function headOf(text: string): PartHead {
  const line = text.split('\r\n').find((one) => /^content-disposition:/i.test(one));
  const found = line && /^[^:]+:\s*form-data;\s*name="([^"]*)"(?:;\s*filename="([^"]*)")?\s*$/i.exec(line);
  if (!found) throw malformed();
  const [, name = '', filename] = found;
  return { name: unescaped(name), ...(filename !== undefined && { filename: unescaped(filename) }) };
}

/** A file in a form, as it comes. */
export interface FormFile {
  readonly field: string;
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/**
 * A form with a file, read as it comes and kept nowhere: its fields first, then the one file, which is the
 * last thing in it. Whatever is not read is let go by.
 *
 * @source RFC 7578
 */
export class FileForm {
  readonly #body: Readable;
  readonly #source: AsyncIterator<Buffer>;
  readonly #delimiter: Buffer;
  readonly #most: number;
  #buffer: Buffer = Buffer.alloc(0);
  #came = 0;
  /** Fields by name, each with its values in order; once `readFields` is through. */
  readonly fields = new Map<string, string[]>();
  /** The file; absent when none was chosen. */
  file: FormFile | undefined;

  /**
   * @param most bytes of all of it
   * @throws KepilError `ERR_BAD_REQUEST`, `ERR_TOO_LARGE`
   */
  constructor(body: Readable, about: { contentType: string; length: number | undefined; most: number }) {
    const boundary = boundaryOf(about.contentType);
    if (boundary === undefined) throw malformed();
    this.#most = about.most;
    if ((about.length ?? 0) > about.most) throw this.#tooLarge();
    this.#delimiter = Buffer.from(`\r\n--${boundary}`, 'latin1');
    this.#body = body;
    // Whoever stops reading answers first; the rest is let go by then, not cut off.
    this.#source = body.iterator({ destroyOnReturn: false }) as AsyncIterator<Buffer>;
  }

  #tooLarge(): KepilError {
    return new KepilError('ERR_TOO_LARGE', 'too-large', { kilobytes: Math.floor(this.#most / 1024) });
  }

  /** Reads more. @returns false when nothing comes any more */
  async #more(): Promise<boolean> {
    const next = await this.#source.next();
    if (next.done) return false;
    this.#came += next.value.length;
    if (this.#came > this.#most) throw this.#tooLarge();
    this.#buffer = this.#buffer.length === 0 ? next.value : Buffer.concat([this.#buffer, next.value]);
    return true;
  }

  /** Where `mark` stands, once it has come; what comes before it is no longer than `most`. */
  async #find(mark: Buffer, most: number): Promise<number> {
    for (let from = 0; ; ) {
      const at = this.#buffer.indexOf(mark, from);
      if (at >= 0 && at <= most) return at;
      if (this.#buffer.length > most + mark.length) throw malformed();
      from = Math.max(0, this.#buffer.length - mark.length);
      if (!(await this.#more())) throw malformed();
    }
  }

  #take(length: number): Buffer {
    const taken = this.#buffer.subarray(0, length);
    this.#buffer = this.#buffer.subarray(length);
    return taken;
  }

  /** Reads up to the file, or to the end when there is none. @throws KepilError `ERR_BAD_REQUEST` */
  async readFields(): Promise<void> {
    // As if a line had ended before: the first delimiter has none in front of it.
    this.#buffer = Buffer.from('\r\n', 'latin1');
    if ((await this.#find(this.#delimiter, 0)) !== 0) throw malformed();
    this.#take(this.#delimiter.length);
    for (let count = 0; await this.#nextPart(); count++) {
      if (count >= mostFields) throw malformed();
      const head = await this.#head();
      if (head.filename !== undefined && head.filename !== '') {
        this.file = { field: head.name, name: head.filename, bytes: this.#fileBytes() };
        return;
      }
      const value = this.#take(await this.#find(this.#delimiter, mostBefore));
      this.#take(this.#delimiter.length);
      if (this.#came > mostBefore * 2) throw malformed();
      // Where no file was chosen browsers send one without a name and with nothing in it.
      if (head.filename !== undefined && value.length > 0) throw malformed();
      if (head.filename === undefined) this.#keep(head.name, value);
    }
  }

  #keep(name: string, value: Buffer): void {
    const text = value.toString('utf8');
    const values = this.fields.get(name);
    if (values) values.push(text);
    else this.fields.set(name, [text]);
  }

  async #head(): Promise<PartHead> {
    const end = await this.#find(Buffer.from('\r\n\r\n', 'latin1'), mostHeaders);
    const head = headOf(this.#take(end).toString('utf8'));
    this.#take(4);
    return head;
  }

  /** After a delimiter: another part, or the end. */
  async #nextPart(): Promise<boolean> {
    while (this.#buffer.length < 2) if (!(await this.#more())) throw malformed();
    const next = this.#take(2).toString('latin1');
    if (next === '--') return false;
    if (next !== '\r\n') throw malformed();
    return true;
  }

  async *#fileBytes(): AsyncGenerator<Uint8Array> {
    for (;;) {
      const at = this.#buffer.indexOf(this.#delimiter);
      if (at >= 0) {
        if (at > 0) yield this.#take(at);
        break;
      }
      const sure = this.#buffer.length - this.#delimiter.length + 1;
      if (sure > 0) yield this.#take(sure);
      if (!(await this.#more())) throw malformed();
    }
    this.#take(this.#delimiter.length);
    if (await this.#nextPart()) throw malformed();
  }

  /** Lets go by what was not read, so that its sender hears the answer. */
  letGo(): void {
    this.#body.on('error', () => undefined).resume();
  }
}
