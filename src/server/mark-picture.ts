import type { Accent, Face } from '../system/index.ts';

/** The accents as a picture needs them: those of `web/src/styles/looks.css` in light colours. */
export const accentInk: Readonly<Record<Accent, string>> = {
  turquoise: '#0b5f63',
  blue: '#1c5293',
  violet: '#653d85',
  green: '#206137',
  plum: '#7d3461',
  indigo: '#474698',
  moss: '#4c5927',
  graphite: '#4a545d',
};

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** The mark of a service as a small picture for the browser's tab: its letters on its accent. */
export function markPicture({ mark, accent }: Pick<Face, 'mark' | 'accent'>): string {
  const letters = mark.replaceAll(/[&<>"]/g, (letter) => escapes[letter] as string);
  const size = [...mark].length > 2 ? 12 : 16;
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">' +
    `<rect width="32" height="32" rx="6" fill="${accentInk[accent]}"/>` +
    `<text x="16" y="16" fill="#fdfaf3" font-family="system-ui, sans-serif" font-size="${size}" ` +
    `font-weight="600" text-anchor="middle" dominant-baseline="central">${letters}</text></svg>\n`
  );
}
