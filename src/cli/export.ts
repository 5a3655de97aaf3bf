import { KepilError, languages } from '../base/index.ts';
import { nodeCrypto } from '../keys/index.ts';
import { kz } from '../law/index.ts';
import {
  dpvOf,
  dpvTerm,
  facets,
  fidesKey,
  fidesOf,
  type Policy,
  pledgeKindOf,
  policySchema,
  verdictOf,
} from '../policy/index.ts';
import { speakerOf } from '../words/index.ts';
import { policyAt, replaceFile } from './policy-file.ts';
import type { Terminal } from './terminal.ts';

/** What `kepil export` was told. */
export interface ExportOptions {
  readonly format: string;
  /** Where it goes; absent: to standard output. */
  readonly output?: string;
}

/** What can be exported of a policy, by name. */
const ofPolicy: Readonly<Record<string, (policy: Policy) => unknown>> = {
  dpv: (policy) => dpvOf(policy, nodeCrypto.hash),
  fides: fidesOf,
};

/**
 * Every facet with its labels: names in three languages, the terms others have for it, the pledge it makes
 * and what becomes of that.
 */
function vocabulary(): unknown {
  const speakers = languages.map((language) => [language, speakerOf(language, kz.zone)] as const);
  const names = (say: (speaker: ReturnType<typeof speakerOf>) => string) =>
    Object.fromEntries(speakers.map(([language, speaker]) => [language, say(speaker)]));
  return Object.entries(facets).map(([facet, labels]) => ({
    facet,
    names: names((speaker) => speaker.sayCode('facet', facet)),
    labels: labels.map((key) => ({
      key,
      names: names((speaker) => speaker.label(facet, key)),
      dpv: dpvTerm(facet, key),
      fides: fidesKey(facet, key),
      pledge: pledgeKindOf(facet, key),
      verdict: verdictOf(facet, key),
    })),
  }));
}

/** What can be exported without one. */
const alone: Readonly<Record<string, () => unknown>> = { 'json-schema': policySchema, vocabulary };

/**
 * Writes what an editor or another program needs.
 *
 * @throws KepilError `ERR_USAGE` for a format we have not, or without the policy file it is made of
 */
export async function exportAs(
  file: string | undefined,
  { format, output }: ExportOptions,
  terminal: Terminal,
): Promise<void> {
  const text = `${JSON.stringify(await made(file, format, terminal), undefined, 2)}\n`;
  if (output === undefined) terminal.print(text.trimEnd());
  else {
    await replaceFile(output, text);
    terminal.print(terminal.speaker.say('cli.export.written', { file: output }));
  }
}

async function made(file: string | undefined, format: string, terminal: Terminal): Promise<unknown> {
  const plain = Object.hasOwn(alone, format) ? alone[format] : undefined;
  if (plain) return plain();
  const make = Object.hasOwn(ofPolicy, format) ? ofPolicy[format] : undefined;
  if (!make) {
    const known = terminal.speaker.list([...Object.keys(alone), ...Object.keys(ofPolicy)]);
    throw new KepilError('ERR_USAGE', 'export-format', { value: format, known });
  }
  if (file === undefined) throw new KepilError('ERR_USAGE', 'export-without-file', { format });
  return make(await policyAt(file, terminal));
}
