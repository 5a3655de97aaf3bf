import { concat } from '../base/index.ts';
import { cleanJpeg } from './jpeg.ts';
import { type FileKind, fileKinds, kindOf, tellingBytes } from './kinds.ts';
import { type PdfFault, PdfLook } from './pdf.ts';
import { cleanPng } from './png.ts';
import { type FileUse, mostImageBytes } from './uses.ts';
import { cleanWebp } from './webp.ts';

/**
 * What is wrong with a file: nothing in it, larger than its use allows, of no kind that its use takes, not
 * whole, locked by a password, or one that does something by itself.
 */
export type FileFault = 'file-empty' | 'file-over-size' | 'file-kind' | PdfFault;

const rewriting: Readonly<Partial<Record<FileKind, (bytes: Uint8Array) => Uint8Array | undefined>>> = {
  jpeg: cleanJpeg,
  png: cleanPng,
  webp: cleanWebp,
};

/** What is to be kept of what came so far, or what is wrong with it. */
export type Cleaned = { readonly bytes: Uint8Array } | { readonly problem: FileFault };

const nothing: Cleaned = { bytes: new Uint8Array(0) };

/**
 * Takes a file as it comes and gives what is to be kept of it. Its kind is told by its first bytes; images
 * are held until they are whole and rewritten without what does not make the image, a PDF passes through
 * while it is looked at.
 */
export class FileCleaner {
  readonly #use: Pick<FileUse, 'kinds' | 'maxBytes'>;
  readonly #pdf = new PdfLook();
  #kind: FileKind | undefined;
  #held: Uint8Array[] = [];
  #came = 0;

  constructor(use: Pick<FileUse, 'kinds' | 'maxBytes'>) {
    this.#use = use;
  }

  /** What it is; undefined until enough of it has come. */
  get kind(): FileKind | undefined {
    return this.#kind;
  }

  /** Takes what comes next. */
  push(bytes: Uint8Array): Cleaned {
    this.#came += bytes.length;
    if (this.#came > this.#use.maxBytes) return { problem: 'file-over-size' };
    this.#held.push(bytes);
    if (this.#kind === undefined && this.#came < tellingBytes) return nothing;
    this.#kind ??= kindOf(this.#take());
    if (this.#kind === undefined || !this.#use.kinds.includes(this.#kind)) return { problem: 'file-kind' };
    if (!fileKinds[this.#kind].rewritten) return this.#pass();
    return this.#came > mostImageBytes ? { problem: 'file-over-size' } : nothing;
  }

  /** All that has come and is held, in one piece, and still held. */
  #take(): Uint8Array {
    const all = this.#held.length === 1 ? (this.#held[0] as Uint8Array) : concat(...this.#held);
    this.#held = [all];
    return all;
  }

  #pass(): Cleaned {
    const bytes = this.#take();
    this.#held = [];
    const problem = this.#pdf.push(bytes);
    return problem ? { problem } : { bytes };
  }

  /** What is left to keep once all has come. */
  end(): Cleaned {
    if (this.#came === 0) return { problem: 'file-empty' };
    if (this.#kind === undefined) return { problem: 'file-kind' };
    const rewrite = rewriting[this.#kind];
    if (!rewrite) {
      const problem = this.#pdf.end();
      return problem ? { problem } : nothing;
    }
    const bytes = rewrite(this.#take());
    this.#held = [];
    return bytes ? { bytes } : { problem: 'file-broken' };
  }
}
