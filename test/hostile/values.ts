/** Stands in every text we send, so that an echo of it is seen wherever it comes back. */
export const marker = 'kq9';

/** Stands for it in fields that are secret, and nowhere else in a request: of the same length. */
export const secretMarker = 'zq7';

/** A value that is written into a form as it is, percent signs and all. */
export interface RawText {
  readonly raw: string;
}

/** Text nobody can store and show again as it was sent: control characters, halves of others, lost ones. */
export const unclean: readonly string[] = [
  `${marker}\u0000`,
  `\u0000${marker}`,
  `${marker}\u0007`,
  `${marker}\u001b[31m`,
  `${marker}\u007f`,
  `${marker}\u0085x`,
  `${marker}\u009b2J`,
  `${marker}\ud800`,
  `\udc00${marker}`,
  `${marker}\ufffd`,
];

/** The same, as bytes on the wire that no program of ours would write. */
export const rawUnclean: readonly RawText[] = [
  { raw: `${marker}%00` },
  { raw: `${marker}%FF%FE` },
  { raw: `${marker}%C0%80` },
  { raw: `${marker}%ED%A0%80` },
  { raw: `${marker}%F8%88%80%80%80` },
  { raw: `${marker}%E0%A4%2Zb` },
  { raw: `${marker}\u0000` },
];

/** Text that only looks dangerous: where a text may stand at all, this is one, and comes back as it was. */
export const awkward: readonly string[] = [
  `<${marker}><script>alert(1)</script>`,
  `"><${marker} onload=alert(1)>`,
  `</textarea><${marker}>`,
  `'; drop table subject; -- ${marker}`,
  `${marker}' or '1'='1`,
  `\${${marker}} {{${marker}}} #{${marker}} <%= ${marker} %>`,
  `{{count}} $t(${marker}) {{- ${marker}}}`,
  `../../../../etc/passwd ${marker}`,
  `..\\..\\${marker}`,
  `${marker}%00%0d%0a`,
  `${marker}\u202e\u0645\u0631\u062d\u0628\u0627`,
  `\u0645\u0631\u062d\u0628\u0627 ${marker}`,
  `${marker}\u200b\u200d\u2060x`,
  `${marker} e\u0301 \u0418\u0306`,
  `${marker} é Й`,
  `${marker} 👩🏽‍🚀🇰🇿`,
  `${marker} 𝒦𠮷𐍈`,
  `${marker}${'\u0301'.repeat(40)}`,
  `${marker}\u2028x\u2029`,
  `=cmd|'/c calc'!A1 ${marker}`,
  `javascript:alert('${marker}')`,
  `__proto__ ${marker}`,
  `&lt;${marker}&gt; &amp;`,
  `${marker} NaN undefined null true 1e309`,
];

/** Text of which nothing can be seen. */
export const blank: readonly string[] = [
  '',
  ' ',
  '\t',
  '\u00a0\u2003',
  '\u200b\u200b',
  '\u2060',
  '\u00ad',
  '\n\n',
];

/** Lines that are two. */
export const broken: readonly string[] = [
  `${marker}\nx`,
  `${marker}\r\nSet-Cookie: ${marker}=1`,
  `${marker}\rx`,
];

/** Names that mean something to the language the server is written in. */
export const prototypes: readonly string[] = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
];

/** Values of every type but text, for JSON. */
export const otherTypes: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  1e308,
  9_007_199_254_740_992,
  [],
  {},
  [marker],
  [[marker]],
  { [marker]: marker },
  { toString: marker },
];

/** A text of exactly that many UTF-16 code units, with the marker in it. */
export function textOf(length: number, letter = 'я'): string {
  return (marker + letter.repeat(Math.ceil(length / letter.length))).slice(0, length);
}
