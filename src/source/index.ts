/**
 * Documents → text with a map back: plain text in any encoding, Markdown, saved pages, Word, PDF with a text
 * layer, from a file, a stream or an address. Runs nothing it finds; every kind has its limits.
 */
export { extractText, largestBytes } from './extract.ts';
export { fetchSource, isAddress } from './fetch-source.ts';
export { originAt, type SourceText } from './source-text.ts';
