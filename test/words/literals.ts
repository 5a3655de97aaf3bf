import type { Node } from 'oxc-parser';
import { nodesOf, type Place, roomOf, type Source } from '../tidy/source.ts';

/** Where words of a language belong: the catalogues, and what is known of texts and of the law. */
const placesOfWords = ['src/words/', 'src/reader/', 'src/law/', 'src/policy/'];

/** Rooms whose texts people read: a sentence in them must come from a catalogue. */
const speakingRooms = ['server', 'system', 'notice', 'cli', 'post', 'consent', 'rights', 'retention', 'gate'];

/** What is written in letters and is no word of a language. */
const noWords: readonly (readonly [path: string, text: RegExp, why: string])[] = [
  ['src/source/numeral.ts', /^[а-я]+$/, 'letters that number a list'],
  ['src/vault/blind-index.ts', /^[ёе]$/, 'letters that are folded into one'],
  ['src/system/guessing.ts', /^[а-яё]+$/, 'letters in the order of the alphabet, and keys of a keyboard'],
  ['src/server/failure.ts', /^Request Header Fields Too Large$/, 'a reason phrase of HTTP, RFC 9110 §15'],
];

const cyrillic = /\p{sc=Cyrl}/u;
/** Several words in a row that begin as a sentence begins. */
const sentence = /^[A-Z][a-z]+(?:[ ,]+[\w'’-]+){2,}/;
const word = /\p{L}{2}/u;

/** Whose words are read by programmers, not by people: what a fault of ours says, what describes the API. */
const forProgrammers = ['Error', 'Bug', 'assert', 'unreachable', 'describe'];
const forProgrammersToo = ['summary', 'description', 'title', 'docs'];

/** Text in a source that a reader of another language would meet untranslated. */
export function untranslated(sources: readonly Source[]): readonly string[] {
  return sources
    .filter(({ path }) => !placesOfWords.some((place) => path.startsWith(place)))
    .flatMap((source) =>
      [...nodesOf(source.program)]
        .filter((place) => isUntranslated(source, place))
        .map(({ node }) => `${source.path}:${source.lineOf(node.start)}: ${textOf(node).trim()}`),
    );
}

function textOf(node: Node): string {
  if (node.type === 'JSXText') return node.value;
  if (node.type === 'TemplateElement') return node.value.cooked ?? '';
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : '';
}

function isUntranslated({ path }: Source, { node, parents }: Place): boolean {
  const text = textOf(node);
  if (text === '' || parents.some((parent) => parent.type === 'ImportDeclaration')) return false;
  if (noWords.some(([file, pattern]) => file === path && pattern.test(text))) return false;
  if (cyrillic.test(text)) return !isPattern(parents);
  if (node.type === 'JSXText') return word.test(text) && !isCommand(parents);
  const room = roomOf(path);
  const read = path.startsWith('web/') || (room !== undefined && speakingRooms.includes(room));
  return read && sentence.test(text) && !parents.some(speaksToProgrammers);
}

/** A pattern of letters in a regular expression made of strings is no text. */
function isPattern(parents: readonly Node[]): boolean {
  return parents.some((parent) => parent.type === 'TaggedTemplateExpression');
}

/** A command line in a page is the same in every language. */
function isCommand(parents: readonly Node[]): boolean {
  const element = parents.at(-1);
  if (element?.type !== 'JSXElement') return false;
  return element.openingElement.attributes.some(
    (one) => one.type === 'JSXAttribute' && one.value?.type === 'Literal' && one.value.value === 'command',
  );
}

function speaksToProgrammers(parent: Node): boolean {
  if (parent.type === 'NewExpression' || parent.type === 'CallExpression') {
    const { callee } = parent;
    const name = callee.type === 'MemberExpression' ? callee.property : callee;
    return name.type === 'Identifier' && forProgrammers.includes(name.name);
  }
  return (
    parent.type === 'Property' &&
    parent.key.type === 'Identifier' &&
    forProgrammersToo.includes(parent.key.name)
  );
}
