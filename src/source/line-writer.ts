import type { Origin, Place } from './source-text.ts';

/**
 * Writes a text line by line as a browser would show it: white space collapses, blocks stand on lines of
 * their own, and what was written remembers where it came from.
 */
export class LineWriter {
  readonly places: Place[] = [];
  readonly #parts: string[] = [];
  #length = 0;
  #gap = false;
  #breaks = 0;
  #atStart = true;

  /** Ends the line, if something stands on it. */
  line(): void {
    this.#breaks = Math.max(this.#breaks, 1);
    this.#gap = false;
  }

  /** Ends the line and leaves an empty one. */
  apart(): void {
    this.#breaks = 2;
    this.#gap = false;
  }

  /** Writes characters with white space collapsed. `origin` absent: written by us. */
  write(text: string, origin?: Origin): void {
    const words = text.replaceAll(/[\s\u00a0]+/gu, ' ');
    if (words === '') return;
    if (words.trim() === '') {
      this.#gap = true;
      return;
    }
    if (words.startsWith(' ')) this.#gap = true;
    this.#settle();
    const body = words.trim();
    const start = this.#length;
    this.#push(body);
    if (origin) this.places.push({ span: { start, end: this.#length }, origin });
    this.#gap = words.endsWith(' ');
  }

  /** The whole text, ended by a line end. */
  text(): string {
    return this.#atStart ? '' : `${this.#parts.join('')}\n`;
  }

  #settle(): void {
    if (this.#breaks > 0 && !this.#atStart) this.#push('\n'.repeat(this.#breaks));
    else if (this.#gap && !this.#atStart) this.#push(' ');
    this.#breaks = 0;
    this.#gap = false;
    this.#atStart = false;
  }

  #push(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }
}
