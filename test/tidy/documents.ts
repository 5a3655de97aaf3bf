import type { Node } from 'oxc-parser';
import type { Finding } from './finding.ts';
import { isTest, type Source } from './source.ts';

/**
 * Exports without a docstring whose first sentence ends, and rooms whose `index.ts` does not say what they
 * are.
 */
export function checkDocuments(sources: readonly Source[]): readonly Finding[] {
  return sources.filter(({ path }) => !isTest(path) && !path.endsWith('.config.ts')).flatMap(undocumented);
}

function undocumented(source: Source): readonly Finding[] {
  const body = source.program.type === 'Program' ? source.program.body : [];
  const say = (node: Node, what: string) => ({
    file: source.path,
    line: source.lineOf(node.start),
    rule: 'docstring',
    what,
  });
  const first = body[0];
  const door = /^src\/[^/]+\/index\.ts$/.test(source.path);
  if (door && first !== undefined && docOf(source, first) === undefined) {
    return [say(first, 'the room does not say what it is: open index.ts with its paragraph')];
  }
  const seen = new Set<string>();
  return body.flatMap((node) => {
    const name = exportedName(node);
    if (name === undefined || seen.has(name)) return [];
    seen.add(name);
    const doc = docOf(source, node);
    if (doc === undefined) return [say(node, `${name} has no docstring`)];
    return firstSentenceEnds(doc) ? [] : [say(node, `the first sentence about ${name} does not end`)];
  });
}

function exportedName(node: Node): string | undefined {
  if (node.type === 'ExportDefaultDeclaration') return 'default';
  if (node.type !== 'ExportNamedDeclaration' || node.declaration === null) return undefined;
  const declaration = node.declaration;
  if (declaration.type === 'VariableDeclaration') {
    const id = declaration.declarations[0]?.id;
    return id?.type === 'Identifier' ? id.name : 'variable';
  }
  return 'id' in declaration && declaration.id !== null && declaration.id.type === 'Identifier'
    ? declaration.id.name
    : undefined;
}

/** Text of the docstring that stands right before `node`, stars removed. */
function docOf(source: Source, node: Node): string | undefined {
  const comment = source.comments.findLast(
    (one) => one.type === 'Block' && one.value.startsWith('*') && one.end <= node.start,
  );
  if (comment === undefined || source.text.slice(comment.end, node.start).trim() !== '') return undefined;
  return comment.value.slice(1).replace(/^\s*\* ?/gm, '');
}

function firstSentenceEnds(doc: string): boolean {
  const paragraph = doc.trim().split(/\n\s*\n|\n(?=@)/)[0] ?? '';
  return paragraph.startsWith('@') || /[.:?…][)»"'`]*(\s|$)/.test(paragraph);
}

/**
 * What the tags are checked against: ids of acts, and whether an article such as `94-V Art. 8(4)` is known.
 */
export interface KnownLaw {
  readonly acts: readonly string[];
  knows(article: string): boolean;
}

/**
 * `@law` tags that name an article the law pack lacks, or an article without its act.
 *
 * A tag is a list whose act carries on: `94-V Art. 12(2), 18; DC Art. 41`. Parts that speak of no article are
 * free.
 */
export function checkLawTags(sources: readonly Source[], law: KnownLaw): readonly Finding[] {
  return sources.flatMap((source) =>
    source.comments.flatMap((comment) =>
      [...comment.value.matchAll(/@law\s+([^\n@]*)/g)].flatMap((match) => {
        const line = source.lineOf(comment.start + 2 + match.index);
        const tag = (match[1] ?? '').replace(/[*\s.]+$/, '');
        return wrongArticles(tag, law).map((what) => ({ file: source.path, line, rule: 'law-tag', what }));
      }),
    ),
  );
}

function wrongArticles(tag: string, law: KnownLaw): readonly string[] {
  let act = '';
  return tag.split(/\s*[;,]\s*/).flatMap((part) => {
    const place = /^(?:(.+?) )?((?:Art\.|p\.) \S+)$/.exec(part);
    if (place?.[1] !== undefined) act = place[1];
    const bare = act !== '' && /^\d+(-\d+)?(\([\d-]+\))*$/.test(part);
    if (place === null && !bare) return [];
    const id = `${act} ${bare ? `Art. ${part}` : place?.[2]}`;
    if (act === '') return [`"${part}" does not name the act`];
    if (!law.acts.includes(act)) return [`"${act}" is not an act of the law pack`];
    return law.knows(id) ? [] : [`${id} is not an article of the law pack`];
  });
}
