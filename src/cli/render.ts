import { writeFile } from 'node:fs/promises';
import { KepilError } from '../base/index.ts';
import { nodeCrypto } from '../keys/index.ts';
import { kz } from '../law/index.ts';
import {
  consentDocument,
  consentText,
  htmlOf,
  markdownOf,
  type PolicyText,
  policySummary,
  policyText,
} from '../notice/index.ts';
import { basePurposes, type Policy, policyHash } from '../policy/index.ts';
import { type Block, printPdf } from '../print/index.ts';
import { type Speaker, speakerOf } from '../words/index.ts';
import { policyAt } from './policy-file.ts';
import type { Terminal } from './terminal.ts';

/** What `kepil render` was told. */
export interface RenderOptions {
  /** The language of the text; that of the policy when not given. */
  readonly lang?: string;
  readonly format: string;
  /** The whole text, a consent, or one page. */
  readonly part: string;
  /** Of a consent: for which purposes, divided by commas; those of registration when not given. */
  readonly purposes?: string;
  readonly output?: string;
}

const formats = ['html', 'md', 'pdf'];
const parts = ['text', 'consent', 'summary'];

/**
 * Renders a policy file as a text that people can read: the whole, its summary or a consent.
 *
 * @throws KepilError `ERR_USAGE` when the file is none or faulty, or an option is none of its words
 */
export async function render(argument: string, options: RenderOptions, terminal: Terminal): Promise<void> {
  const { format, part, output } = options;
  if (!formats.includes(format)) throw oneOf('--format', format, formats);
  if (!parts.includes(part)) throw oneOf('--part', part, parts);
  if (format === 'pdf' && output === undefined) throw new KepilError('ERR_USAGE', 'output-needed');
  const policy = await policyAt(argument, terminal);
  const speaker = options.lang === undefined ? speakerOf(policy.language, kz.zone) : terminal.speaker;
  const text = partOf(policy, speaker, options);
  if (format === 'pdf') await writeFile(output as string, await printPdf(printable(text)));
  else if (output === undefined) terminal.print((format === 'md' ? markdownOf : htmlOf)(text).trimEnd());
  else await writeFile(output, (format === 'md' ? markdownOf : htmlOf)(text));
  if (output !== undefined) terminal.print(terminal.speaker.say('cli.render.written', { path: output }));
}

const oneOf = (option: string, value: string, choices: readonly string[]) =>
  new KepilError('ERR_USAGE', 'choice-unknown', { option, value, choices: choices.join(', ') });

function partOf(policy: Policy, speaker: Speaker, { part, purposes }: RenderOptions): PolicyText {
  if (part === 'consent') return consentOf(policy, speaker, purposes);
  const text = policyText({ policy, speaker, law: kz });
  return part === 'summary' ? policySummary(text, speaker) : text;
}

function consentOf(policy: Policy, speaker: Speaker, asked: string | undefined): PolicyText {
  const declared = policy.purposes.map(({ purpose }) => purpose);
  const wanted = asked === undefined ? basePurposes(policy) : asked.split(',').map((key) => key.trim());
  const strange = wanted.find((key) => !declared.includes(key));
  if (strange !== undefined) throw oneOf('--purposes', strange, declared);
  const categories = policy.data
    .filter((row) => row.purposes.some((purpose) => wanted.includes(purpose)))
    .map(({ category }) => category);
  const ask = { speaker, policy, policyHash: policyHash(policy, nodeCrypto.hash) };
  return consentDocument(consentText({ ...ask, purposes: wanted, categories }), speaker);
}

function printable({ title, dated, language, sections }: PolicyText) {
  const blocks = sections.flatMap(({ number, title: name, clauses }): readonly Block[] => [
    ...(name === '' ? [] : [{ kind: 'heading' as const, text: number === '' ? name : `${number}. ${name}` }]),
    ...clauses.flatMap((clause): readonly Block[] => [
      { kind: 'clause', text: `${clause.number}. ${clause.text}` },
      ...clause.items.map((item) => ({ kind: 'item' as const, text: item.text })),
    ]),
  ]);
  return { title, language, blocks, ...(dated !== undefined && { subtitle: dated }) };
}
