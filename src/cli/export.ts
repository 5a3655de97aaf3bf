import { KepilError } from '../base/index.ts';
import { policySchema } from '../policy/index.ts';
import { replaceFile } from './policy-file.ts';
import type { Terminal } from './terminal.ts';

/** What `kepil export` was told. */
export interface ExportOptions {
  readonly format: string;
  /** Where it goes; absent: to standard output. */
  readonly output?: string;
}

/** What can be exported, by name. */
const formats: Readonly<Record<string, () => unknown>> = { 'json-schema': policySchema };

/** Writes what an editor or another program needs. @throws KepilError `ERR_USAGE` for a format we have not */
export async function exportAs({ format, output }: ExportOptions, terminal: Terminal): Promise<void> {
  const make = Object.hasOwn(formats, format) ? formats[format] : undefined;
  if (!make) {
    const known = terminal.speaker.list(Object.keys(formats));
    throw new KepilError('ERR_USAGE', 'export-format', { value: format, known });
  }
  const text = `${JSON.stringify(make(), undefined, 2)}\n`;
  if (output === undefined) terminal.print(text.trimEnd());
  else {
    await replaceFile(output, text);
    terminal.print(terminal.speaker.say('cli.export.written', { file: output }));
  }
}
