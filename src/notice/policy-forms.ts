import type { Speaker } from '../words/index.ts';
import type { ConsentText } from './consent-text.ts';
import type { PolicyText, TextClause } from './policy-writer.ts';

/** What a summary keeps: who, what, what for, to whom, how long, how to leave, where to ask. */
const essential: readonly string[] = [
  'operator',
  'operator-unnamed',
  'data-mandatory',
  'data-optional',
  'purposes-base',
  'purposes-own',
  'transfer-none',
  'transfers',
  'abroad-none',
  'abroad-silent',
  'abroad',
  'terms',
  'withdraw',
  'rights-reply',
  'contacts',
];

/** The text of a policy on one page: its essential clauses, under their numbers in the whole text. */
export function policySummary(text: PolicyText, speaker: Speaker): PolicyText {
  const clauses = text.sections.flatMap((section) =>
    section.clauses.filter(({ id }) => essential.includes(id)),
  );
  const title = speaker.say('notice.policy.summary');
  return { ...text, sections: [{ id: 'summary', number: '', title, clauses }] };
}

/** A consent text as a document. */
export function consentDocument(consent: ConsentText, speaker: Speaker): PolicyText {
  const clauses = consent.lines.map(({ term, text }, at): TextClause => {
    return { id: `consent-${at + 1}`, number: `${at + 1}`, text: `${term}: ${text}`, says: [], items: [] };
  });
  const section = { id: 'consent', number: '', title: '', clauses };
  return { language: speaker.language, title: consent.title, sections: [section] };
}

const escapedInHtml: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
const html = (text: string) => text.replaceAll(/[&<>"]/g, (sign) => escapedInHtml[sign] as string);
const heading = ({ number, title }: { number: string; title: string }) =>
  number === '' ? title : `${number}. ${title}`;

const style = [
  'body{max-width:42rem;margin:2rem auto;padding:0 1rem;color:#1c1b1a}',
  'body{font:1.0625rem/1.55 Georgia,"PT Serif",serif}',
  'h1{line-height:1.2}h2{margin-top:2.2rem}ul{padding-inline-start:2.2rem}',
  '@media print{body{max-width:none;margin:0}}',
].join('');

const saying = (says: readonly string[]) => (says.length > 0 ? ` data-says="${html(says.join(' '))}"` : '');

function clauseHtml({ id, number, text, says, items }: TextClause): string {
  const list = items.map((item) => `<li${saying(item.says)}>${html(item.text)}</li>`).join('\n');
  const lead = `<p id="${html(id)}"${saying(says)}>${html(number)}. ${html(text)}</p>`;
  return list === '' ? lead : `${lead}\n<ul>\n${list}\n</ul>`;
}

/**
 * A page of its own, without scripts or links to anything. Every clause has its id; what it says stands
 * beside it as labels (`data-says`), so that a program can read it back.
 */
export function htmlOf({ language, title, dated, sections }: PolicyText): string {
  const body = sections.map(({ id, clauses, ...section }) => {
    const top = section.title === '' ? [] : [`<h2>${html(heading(section))}</h2>`];
    return [`<section id="${html(id)}">`, ...top, ...clauses.map(clauseHtml), '</section>'].join('\n');
  });
  return [
    '<!doctype html>',
    `<html lang="${language}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width">',
    `<title>${html(title)}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    `<h1>${html(title)}</h1>`,
    ...(dated === undefined ? [] : [`<p>${html(dated)}</p>`]),
    ...body,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

const markdown = (text: string) => text.replaceAll(/[\\`*_[\]<>#|~]/g, (sign) => `\\${sign}`);

/** The same in Markdown (CommonMark). */
export function markdownOf({ title, dated, sections }: PolicyText): string {
  const body = sections.flatMap(({ clauses, ...section }) => [
    ...(section.title === '' ? [] : [`## ${markdown(heading(section))}`]),
    ...clauses.flatMap(({ number, text, items }) => [
      // The point is escaped, or the number would open a list of its own.
      `${number}\\. ${markdown(text)}`.replace(/^(\d+\.[\d.]+)\\\./, '$1.'),
      ...(items.length > 0 ? [items.map((item) => `- ${markdown(item.text)}`).join('\n')] : []),
    ]),
  ]);
  const top = [`# ${markdown(title)}`, ...(dated === undefined ? [] : [markdown(dated)])];
  return `${[...top, ...body].join('\n\n')}\n`;
}
