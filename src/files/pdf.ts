import { concat } from '../base/index.ts';

/** What a PDF is refused for: it is locked, it does something by itself, or it is no whole PDF. */
export type PdfFault = 'file-locked' | 'file-active' | 'file-broken';

const locks = /\/Encrypt(?![A-Za-z0-9])/;
const acts =
  /\/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData|GoToE)(?![A-Za-z0-9])/;
/** A letter of a name may be written as its number: nobody does but to hide a name. */
const hidden = /\/[A-Za-z0-9]*#[46][0-9a-fA-F]|\/[A-Za-z0-9]*#[57][0-9aA]/;

/** So much of what was looked at is kept: no name that is looked for is longer. */
const overlap = 64;
/** In so many bytes from the end a PDF says that it ends. */
const tail = 1024;
/** A ZIP archive says so within this many bytes from the end. */
const zipTail = 65_557;

const streamBegins = /(?<!end)stream\r?\n/;
const streamEnds = 'endstream';

const latin = new TextDecoder('latin1');

/**
 * Looks through a PDF as it comes, in constant memory: one that is encrypted, or says in the clear that it
 * runs scripts, starts programs, sends forms or carries other files is refused; so is one that is a ZIP
 * archive as well, or ends with something else. What lies in compressed streams is not looked into.
 *
 * @source ISO 32000-1 §7.3, §7.5, §7.6, §12.6
 */
export class PdfLook {
  #pending = '';
  #inStream = false;
  #last: Uint8Array[] = [];
  #lastBytes = 0;
  #fault: PdfFault | undefined;

  /** Looks at what comes next. @returns what is wrong with it so far */
  push(bytes: Uint8Array): PdfFault | undefined {
    this.#last.push(bytes);
    this.#lastBytes += bytes.length;
    // Not at every piece: pieces may be small.
    if (this.#lastBytes > 4 * zipTail) this.#ending();
    this.#pending += latin.decode(bytes);
    while (this.#fault === undefined && this.#step());
    return this.#fault;
  }

  /** The last bytes that came, and no more of them from now on. */
  #ending(): Uint8Array {
    const last = concat(...this.#last).slice(-zipTail);
    this.#last = [last];
    this.#lastBytes = last.length;
    return last;
  }

  /** Looks at what has come. @returns whether there is more to look at */
  #step(): boolean {
    if (this.#inStream) {
      const end = this.#pending.indexOf(streamEnds);
      this.#inStream = end < 0;
      this.#pending = this.#pending.slice(end < 0 ? -streamEnds.length : end + streamEnds.length);
      return end >= 0;
    }
    const begin = streamBegins.exec(this.#pending);
    const upTo = begin ? begin.index : this.#pending.length;
    this.#judge(this.#pending.slice(0, upTo), begin !== null);
    this.#pending = begin
      ? this.#pending.slice(begin.index + begin[0].length)
      : this.#pending.slice(Math.max(0, upTo - overlap));
    this.#inStream = begin !== null;
    return begin !== null;
  }

  /** A name that stands at the very end may go on with what comes next: it is looked at then. */
  #judge(text: string, whole: boolean): void {
    const sure = whole ? text : text.replace(/\/[A-Za-z0-9#]*$/, '');
    if (locks.test(sure)) this.#fault = 'file-locked';
    else if (acts.test(sure) || hidden.test(sure)) this.#fault = 'file-active';
  }

  /** Whether it ended as a PDF does, once all has come. */
  end(): PdfFault | undefined {
    if (this.#fault) return this.#fault;
    const text = latin.decode(this.#ending());
    this.#judge(this.#inStream ? '' : this.#pending, true);
    const ends = /%%EOF[\s\0]*$/.test(text.slice(-tail));
    return this.#fault ?? (ends && !text.includes('PK\u0005\u0006') ? undefined : 'file-broken');
  }
}
