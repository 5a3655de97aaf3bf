import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { textOfDocx } from './docx.ts';
import { numeral } from './numeral.ts';

const space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const run = (text: string, properties = '') =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (text: string, properties = '') =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${text.startsWith('<') ? text : run(text)}</w:p>`;
const cell = (body: string) => `<w:tc>${body}</w:tc>`;
const inList = (list: number, level = 0) =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;

const level = (at: number, format: string, text: string) =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="${format === 'upperRoman' ? 4 : 1}"/><w:numFmt w:val="${format}"/>
   <w:lvlText w:val="${text}"/></w:lvl>`;
const numbering = `<w:numbering ${space}>
  <w:abstractNum w:abstractNumId="0">
    ${level(0, 'decimal', '%1.')}${level(1, 'decimal', '%1.%2.')}${level(2, 'russianLower', '%3)')}
  </w:abstractNum>
  <w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '')}</w:abstractNum>
  <w:abstractNum w:abstractNumId="2">${level(0, 'upperRoman', 'Раздел %1')}</w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
  <w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
  <w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>
  <w:num w:numId="4"><w:abstractNumId w:val="0"/>
    <w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>
</w:numbering>`;
const styles = `<w:styles ${space}>
  <w:style w:styleId="Heading1"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
  <w:style w:styleId="Part"><w:basedOn w:val="Heading1"/>
    <w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>
  <w:style w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>
</w:styles>`;

function docx(
  body: string,
  more: Record<string, string> = { 'word/numbering.xml': numbering, 'word/styles.xml': styles },
) {
  const files = {
    'word/document.xml': `<w:document ${space}><w:body>${body}</w:body></w:document>`,
    ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

const check = (body: string, expected: string) =>
  expect(textOfDocx(docx(body), 'policy.docx').text).toBe(expected);

describe('textOfDocx', () => {
  it.each([
    ['sets a paragraph on a line', paragraph('Имя') + paragraph('Почта'), 'Имя\nПочта\n'],
    ['joins runs', paragraph(run('Фами') + run('лия', '<w:b/>')), 'Фамилия\n'],
    [
      'leaves a line for an empty paragraph',
      `${paragraph('Имя')}<w:p/>${paragraph('Почта')}`,
      'Имя\n\nПочта\n',
    ],
    [
      'stands headings apart',
      paragraph('Данные', '<w:pStyle w:val="Heading1"/>') + paragraph('Имя'),
      'Данные\n\nИмя\n',
    ],
    [
      'prints the numbers Word prints',
      [
        paragraph('Данные', inList(1)),
        paragraph('имя', inList(1, 1)),
        paragraph('почта', inList(1, 1)),
        paragraph('рабочая', inList(1, 2)),
        paragraph('личная', inList(1, 2)),
        paragraph('Цели', inList(1)),
        paragraph('доставка', inList(1, 1)),
      ].join(''),
      '1. Данные\n1.1. имя\n1.2. почта\nа) рабочая\nб) личная\n2. Цели\n2.1. доставка\n',
    ],
    ['marks bullets', paragraph('имя', inList(2)) + paragraph('почта', inList(2)), '- имя\n- почта\n'],
    [
      'starts a list where it says',
      paragraph('имя', inList(4)) + paragraph('почта', inList(4)),
      '7. имя\n8. почта\n',
    ],
    [
      'counts by the style, also one that is inherited',
      paragraph('Данные', '<w:pStyle w:val="Part"/>') + paragraph('Цели', '<w:pStyle w:val="Part"/>'),
      'Раздел IV Данные\n\nРаздел V Цели\n',
    ],
    [
      'takes a paragraph out of its list',
      paragraph('Данные', `<w:pStyle w:val="Part"/>${inList(0)}`),
      'Данные\n',
    ],
    ['survives a style based on itself', paragraph('Данные', '<w:pStyle w:val="Loop"/>'), 'Данные\n'],
    [
      'leaves out what was deleted, hidden or is a code',
      paragraph(
        [
          `<w:del>${run('старое ')}</w:del>${run('новое')}${run('тайна', '<w:vanish/>')}`,
          '<w:r><w:instrText>PAGE</w:instrText></w:r>',
        ].join(''),
      ),
      'новое\n',
    ],
    [
      'sets a row of a table on a line',
      `<w:tbl><w:tr>${cell(paragraph('Имя'))}${cell(paragraph('до') + paragraph('года'))}</w:tr></w:tbl>`,
      'Имя | до года\n',
    ],
    [
      'breaks a line where the text does',
      paragraph('<w:r><w:t>раз</w:t><w:br/><w:t>два</w:t></w:r>'),
      'раз\nдва\n',
    ],
  ])('%s', (_, body, expected) => check(body, expected));

  it('does without numbering and styles', () => {
    expect(textOfDocx(docx(paragraph('Имя', inList(1)), {}), 'a.docx').text).toBe('Имя\n');
  });

  it('remembers the paragraph of each stretch', () => {
    const { text, places } = textOfDocx(docx(paragraph('Имя') + paragraph('Почта', inList(1))), 'a.docx');
    expect(places.map(({ span, origin }) => [text.slice(span.start, span.end), origin])).toEqual([
      ['Имя', { kind: 'paragraph', paragraph: 1 }],
      ['Почта', { kind: 'paragraph', paragraph: 2 }],
    ]);
  });

  it.each([
    ['no archive', strToU8('PK\x03\x04 and then nothing')],
    ['an archive of something else', zipSync({ 'a.txt': strToU8('text') })],
    ['broken markup', docx('<w:p>')],
  ])('refuses %s', (_, bytes) => {
    expect(() => textOfDocx(bytes, 'a.docx')).toThrow('docx-broken');
  });

  it('refuses a document that unpacks to more than it should', () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(65 * 1024 * 1024) }, { level: 9 });
    expect(bomb.length).toBeLessThan(200_000);
    expect(() => textOfDocx(bomb, 'a.docx')).toThrow('file-too-large');
  });

  it('expands no entities', () => {
    const body = `<w:document ${space}><w:body>${paragraph('&b;')}</w:body></w:document>`;
    const xml = `<!DOCTYPE a [<!ENTITY b "имя имя">]>${body}`;
    expect(() => textOfDocx(zipSync({ 'word/document.xml': strToU8(xml) }), 'a.docx')).toThrow('docx-broken');
  });
});

describe('numeral', () => {
  it.each([
    [4, 'decimal', '4'],
    [4, 'decimalZero', '04'],
    [28, 'lowerLetter', 'bb'],
    [1994, 'upperRoman', 'MCMXCIV'],
    [3, 'russianUpper', 'В'],
    [10, 'russianLower', 'к'],
    [0, 'lowerLetter', '0'],
    [5, 'chicago', '5'],
  ])('%i as %s is %s', (value, format, said) => expect(numeral(value, format)).toBe(said));
});
