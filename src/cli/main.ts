import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { KepilError } from '../base/index.ts';
import { prove } from './prove.ts';
import { read } from './read.ts';
import { run } from './run.ts';
import { openTerminal, type Terminal } from './terminal.ts';
import { verify } from './verify.ts';

/** Commands of the design that later parts bring. */
const later = [
  'check',
  'diff',
  'render',
  'export',
  'format',
  'witness',
  'backup',
  'restore',
  'scan',
  'bench',
];

const defaultPort = 8080;
const defaultData = '.kepil';

/** Runs a command line. @returns the exit code: 0 well, 1 the answer is no, 2 usage, 3 the world failed */
export async function main(
  args: readonly string[],
  terminal: Terminal = openTerminal(process.stdout, process.stderr),
): Promise<number> {
  let code = 0;
  const program = build(terminal, (answer) => {
    code = answer;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    return failed(error, terminal);
  }
}

function failed(error: unknown, terminal: Terminal): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    complainOfUsage(error, terminal);
    return 2;
  }
  if (error instanceof KepilError) {
    terminal.error(error);
    return error.code === 'ERR_USAGE' ? 2 : 3;
  }
  const refused = refusalOf(error);
  if (refused) return failed(refused, terminal);
  throw error;
}

/**
 * What the system refused (a file, a socket, space on the disk) as our error; undefined for any other error.
 */
function refusalOf(error: unknown): KepilError | undefined {
  const { code, syscall, path } = error as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined) return undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT') return new KepilError('ERR_STORAGE_FULL', 'storage-full');
  return new KepilError('ERR_STORE_UNAVAILABLE', 'system-refuses', { path: path ?? syscall, what: code });
}

const usage: Readonly<
  Record<
    string,
    | 'cli.unknown-command'
    | 'cli.unknown-option'
    | 'cli.missing-argument'
    | 'cli.option-value'
    | 'cli.excess-arguments'
  >
> = {
  'commander.unknownCommand': 'cli.unknown-command',
  'commander.unknownOption': 'cli.unknown-option',
  'commander.missingArgument': 'cli.missing-argument',
  'commander.optionMissingArgument': 'cli.option-value',
  'commander.excessArguments': 'cli.excess-arguments',
};

function complainOfUsage(error: CommanderError, terminal: Terminal): void {
  const key = usage[error.code];
  const name = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const { speaker } = terminal;
  terminal.complain(key ? speaker.say(key, { name }) : speaker.say('cli.bad-usage', { detail: error.code }));
  terminal.complain(speaker.say('cli.see-help'));
}

function portOf(value: string): number {
  const port = Number(value);
  if (!/^\d{1,5}$/.test(value) || port > 65_535) throw new KepilError('ERR_USAGE', 'bad-port', { value });
  return port;
}

function build(terminal: Terminal, answer: (code: number) => void): Command {
  const { say } = terminal.speaker;
  const version = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
    .version as string;
  const program = new Command('kepil')
    .description(say('cli.description'))
    .version(version, '-V, --version', say('cli.version'))
    .helpOption('-h, --help', say('cli.help'))
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ writeErr: () => undefined, writeOut: (text) => terminal.print(text.trimEnd()) });
  const command = (line: string, about: string) =>
    program.command(line).description(about).helpOption('-h, --help', say('cli.help'));
  command('read <file>', say('cli.read.description'))
    .option('-o, --output <file>', say('cli.read.output'))
    .option('--json', say('cli.read.json'))
    .option('--text', say('cli.read.text'))
    .action((file: string, options) => read(file, options, terminal));
  command('run [files...]', say('cli.run.description'))
    .option('--port <port>', say('cli.run.port'), portOf, defaultPort)
    .option('--data <folder>', say('cli.run.data'), defaultData)
    .option('--database-url <url>', say('cli.run.database'), process.env.KEPIL_DATABASE_URL)
    .option('--as <key>', say('cli.run.as'))
    .action((files: string[], options) => run(files, options, terminal));
  command('prove', say('cli.prove.description'))
    .option('--service <key>', say('cli.prove.service'))
    .option('--data <folder>', say('cli.run.data'), defaultData)
    .option('--database-url <url>', say('cli.run.database'), process.env.KEPIL_DATABASE_URL)
    .option('--json', say('cli.json'))
    .action(async (options) => answer(await prove(options, terminal)));
  command('verify <place>', say('cli.verify.description'))
    .option('--key <key>', say('cli.verify.key'))
    .option('--against <file>', say('cli.verify.against'))
    .option('--json', say('cli.json'))
    .action(async (place: string, options) => answer(await verify(place, options, terminal)));
  for (const name of later) {
    command(name, say('cli.later.description'))
      .allowUnknownOption()
      .allowExcessArguments()
      .action(() => {
        terminal.complain(say('cli.later', { command: name }));
        answer(2);
      });
  }
  return program;
}
