import { unzipSync } from 'fflate';
import { KepilError } from '../base/index.ts';
import { DocxNumbers } from './docx-numbers.ts';
import { DocxWriter } from './docx-writer.ts';
import type { SourceText } from './source-text.ts';
import { eventsOf } from './xml.ts';

/** Bytes a part of the document may unpack to. */
const largestPart = 64 * 1024 * 1024;

const parts = ['word/document.xml', 'word/numbering.xml', 'word/styles.xml'];

/**
 * The text of a Word document: a paragraph a line, with the numbers Word prints before it, rows of a table on
 * a line each; deleted and hidden text, headers, footers and field codes are left out. O(n).
 *
 * @throws KepilError `ERR_USAGE` when it is no such document, or unpacks to more than it should
 * @source ISO/IEC 29500-1 §17
 */
export function textOfDocx(bytes: Uint8Array, name: string): Pick<SourceText, 'text' | 'places'> {
  const [document, numbering, styles] = unpack(bytes, name);
  if (document === undefined) throw new KepilError('ERR_USAGE', 'docx-broken', { name });
  try {
    const numbers = new DocxNumbers(numbering, styles);
    const writer = new DocxWriter(numbers);
    for (const event of eventsOf(document)) writer.take(event);
    return writer.done();
  } catch (cause) {
    if (cause instanceof KepilError) throw cause;
    throw new KepilError('ERR_USAGE', 'docx-broken', { name }, { cause });
  }
}

function unpack(bytes: Uint8Array, name: string): (string | undefined)[] {
  let tooLarge = false;
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(bytes, {
      filter(file) {
        if (!parts.includes(file.name)) return false;
        if (file.originalSize > largestPart) tooLarge = true;
        return !tooLarge;
      },
    });
  } catch (cause) {
    throw new KepilError('ERR_USAGE', 'docx-broken', { name }, { cause });
  }
  if (tooLarge) throw new KepilError('ERR_USAGE', 'file-too-large', { name, n: largestPart / 1024 / 1024 });
  return parts.map((part) => (files[part] ? new TextDecoder().decode(files[part]) : undefined));
}
