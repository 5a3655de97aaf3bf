import { basename } from 'node:path';
import { KepilError } from '../base/index.ts';
import { nodeCrypto } from '../keys/index.ts';
import { kz } from '../law/index.ts';
import { differenceText } from '../notice/index.ts';
import { type Difference, differencesBetween, type Policy, parsePolicy } from '../policy/index.ts';
import { draftPolicy } from '../reader/index.ts';
import type { Speaker } from '../words/index.ts';
import { documentAt, readProse } from './offered.ts';
import type { Terminal } from './terminal.ts';

/** What `kepil diff` was told. */
export interface DiffOptions {
  readonly json?: boolean;
}

/**
 * Says what the later of two versions, policy files or prose, changes for the people concerned, and what is
 * owed to whom before it holds.
 *
 * @throws KepilError `ERR_USAGE` when a file is missing, no policy or has errors
 */
export async function diff(
  before: string,
  after: string,
  { json, terminal }: DiffOptions & { readonly terminal: Terminal },
): Promise<void> {
  const found = differencesBetween(
    await policyAt(before, terminal),
    await policyAt(after, terminal),
    kz.country,
  );
  if (json)
    terminal.print(
      JSON.stringify(
        found.map((one) => jsonOf(one, terminal.speaker)),
        undefined,
        2,
      ),
    );
  else printAll(found, { before, after, terminal });
}

/** The policy in a file of ours, else the draft of prose. */
async function policyAt(argument: string, terminal: Terminal): Promise<Policy> {
  const { name, source } = await documentAt(argument);
  if (!/\.ya?ml$/i.test(name)) return draftPolicy(readProse(source.text, name), source.text, nodeCrypto.hash);
  const { policy, problems } = parsePolicy(source.text);
  const faulty = problems.some(({ severity }) => severity === 'error');
  if (faulty) terminal.problems(problems, { name, text: source.text });
  if (!policy || faulty) throw new KepilError('ERR_USAGE', 'policy-file-faulty', { name });
  return policy;
}

const effects = ['widening', 'narrowing', 'neutral'] as const;

function printAll(
  found: readonly Difference[],
  { before, after, terminal }: { before: string; after: string; terminal: Terminal },
): void {
  const { speaker, print } = terminal;
  const count = Object.fromEntries(
    effects.map((effect) => [effect, found.filter((one) => one.effect === effect).length]),
  );
  print(speaker.say('cli.diff.head', { before: basename(before), after: basename(after), ...count }));
  for (const effect of effects) {
    const rows = found.filter((one) => one.effect === effect);
    if (rows.length === 0) continue;
    print('');
    print(speaker.sayCode('cli.diff.effect', effect));
    for (const one of rows) print(`  ${differenceText(speaker, one)}${placesOf(one, speaker)}`);
  }
  if (found.length > 0) print('');
  for (const line of owedLines(found, speaker)) print(line);
}

function placesOf({ before, after }: Difference, speaker: Speaker): string {
  const list = (clauses: readonly string[]) => clauses.join(', ');
  if (before.length > 0 && after.length > 0)
    return ` ${speaker.say('cli.diff.both', { before: list(before), after: list(after) })}`;
  if (after.length > 0) return ` ${speaker.say('cli.diff.after', { clauses: list(after) })}`;
  return before.length > 0 ? ` ${speaker.say('cli.diff.before', { clauses: list(before) })}` : '';
}

/** Who must consent anew and who must be told. */
function owedLines(found: readonly Difference[], speaker: Speaker): readonly string[] {
  const lines: string[] = [];
  const consent = found.filter(({ owed }) => owed === 'consent');
  if (consent.some(({ purposes }) => purposes.length === 0)) lines.push(speaker.say('cli.diff.consent-all'));
  else if (consent.length > 0) {
    const names = [...new Set(consent.flatMap(({ purposes }) => purposes))].map((one) =>
      speaker.label('purposes', one),
    );
    lines.push(speaker.say('cli.diff.consent-purposes', { purposes: speaker.list(names) }));
  }
  if (found.some(({ owed }) => owed === 'notice')) lines.push(speaker.say('cli.diff.notice'));
  if (lines.length === 0) lines.push(speaker.say(found.length === 0 ? 'cli.diff.same' : 'cli.diff.nothing'));
  return lines;
}

function jsonOf(difference: Difference, speaker: Speaker) {
  return { ...difference, message: differenceText(speaker, difference) };
}
