import type { SourceText } from './source-text.ts';

/**
 * A Markdown text with its marks blanked out: every character keeps its place, so that the text as it is read
 * and the file count alike. Numbers and bullets of lists stay. O(n).
 */
export function textOfMarkdown(markdown: string): Pick<SourceText, 'text' | 'places'> {
  const blank = (text: string) => text.replaceAll(/[^\n]/g, ' ');
  const text = markdown
    .replaceAll(/<!--[\s\S]*?-->/g, blank)
    .replaceAll(/^(?:```|~~~).*$/gm, blank)
    .replaceAll(/^[ \t]{0,3}(?:#{1,6}[ \t]+|>[ \t]?)/gm, blank)
    .replaceAll(/[ \t]+#+[ \t]*$/gm, blank)
    .replaceAll(/^[ \t]{0,3}(?:[-*_][ \t]*){3,}$/gm, blank)
    .replaceAll(/^[ \t|:-]*\|[ \t|:-]*$/gm, blank)
    .replaceAll(/!?\[([^\]\n]*)\]\([^)\n]*\)/g, unlinked)
    .replaceAll(/(\*\*|__|~~|`)(?=\S)([^\n]*?\S)\1/g, unmarked)
    .replaceAll(/(?<![\p{L}\p{N}*])([*_])(?=\S)([^\n*_]*?\S)\1(?![\p{L}\p{N}*])/gu, unmarked)
    .replaceAll(/<\/?[a-z][^>\n]*>/gi, blank)
    .replaceAll(/^[ \t]*\||\|[ \t]*$/gm, blank);
  const span = { start: 0, end: text.length };
  return { text, places: [{ span, origin: { kind: 'chars', ...span } }] };
}

function unlinked(whole: string, label: string): string {
  const head = whole.startsWith('!') ? 2 : 1;
  return ' '.repeat(head) + label + ' '.repeat(whole.length - head - label.length);
}

function unmarked(_: string, mark: string, inner: string): string {
  const room = ' '.repeat(mark.length);
  return `${room}${inner}${room}`;
}
