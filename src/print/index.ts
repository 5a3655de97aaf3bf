/** A document of headings, clauses and items → PDF, with fonts that have every letter of Kazakh. */
export { type Block, type Printable, printPdf } from './print-pdf.ts';
