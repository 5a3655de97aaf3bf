import { Command, CommanderError, Option } from 'commander';
import { KepilError } from '../base/index.ts';
import type { Speaker } from '../words/index.ts';
import { askedLanguage, systemLanguage } from './language.ts';
import { openTerminal, type Streams, type Terminal } from './terminal.ts';
import { complaintOf, helpIn, languageOption } from './usage.ts';
import { ownVersion } from './version.ts';

/** Commands of the design that later parts bring. */
const later = ['scan', 'bench'];

/** What stands behind the commands, loaded when one is called: to read a text no server is needed. */
const load = {
  check: () => import('./check.ts'),
  format: () => import('./format.ts'),
  export: () => import('./export.ts'),
  diff: () => import('./diff.ts'),
  read: () => import('./read.ts'),
  render: () => import('./render.ts'),
  run: () => import('./run.ts'),
  prove: () => import('./prove.ts'),
  verify: () => import('./verify.ts'),
  witness: () => import('./witness.ts'),
  backup: () => import('./backup.ts'),
  restore: () => import('./restore.ts'),
  keys: () => import('./keys.ts'),
  migrate: () => import('./migrate.ts'),
};

const defaultPort = 8080;
const defaultData = '.kepil';
const defaultWitnessData = '.kepil-witness';

/** Runs a command line. @returns the exit code: 0 well, 1 the answer is no, 2 usage, 3 the world failed */
export async function main(
  args: readonly string[],
  streams: Streams = { out: process.stdout, err: process.stderr, environment: process.env },
): Promise<number> {
  const terminal = openTerminal(streams, askedLanguage(args) ?? systemLanguage(streams.environment));
  let code = 0;
  const program = build(terminal, (answer) => {
    code = answer;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) return failed(error, terminal);
    if (error.exitCode === 0) return 0;
    if (error.code === 'commander.help') terminal.complain(program.helpInformation().trimEnd());
    else complainOfUsage(error, terminal);
    return 2;
  }
}

function complainOfUsage(error: CommanderError, { speaker, complain }: Terminal): void {
  complain(complaintOf(speaker, error));
  complain(speaker.say('cli.see-help'));
}

function failed(error: unknown, terminal: Terminal): number {
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

/** What stands for a value in a help text. */
type Word =
  | ('address' | 'clause' | 'day' | 'file' | 'folder' | 'key')
  | ('language' | 'log' | 'name' | 'number' | 'place' | 'port' | 'seconds');

function secondsOf(value: string): number {
  const seconds = Number(value);
  if (!Number.isInteger(seconds) || seconds < 1) throw new KepilError('ERR_USAGE', 'bad-seconds', { value });
  return seconds;
}

function coresOf(value: string): number {
  const cores = Number(value);
  if (!Number.isInteger(cores) || cores < 1) throw new KepilError('ERR_USAGE', 'bad-cores', { value });
  return cores;
}

function portOf(value: string): number {
  const port = Number(value);
  if (!/^\d{1,5}$/.test(value) || port > 65_535) throw new KepilError('ERR_USAGE', 'bad-port', { value });
  return port;
}

/** What commands are made with. */
interface Making {
  readonly command: (line: string, about: string) => Command;
  readonly say: Speaker['say'];
  readonly word: (name: Word) => string;
  readonly lang: readonly [flags: string, about: string, read: (value: string) => string];
  /** Names an existing PostgreSQL. */
  readonly database: Option;
  readonly terminal: Terminal;
  readonly answer: (code: number) => void;
}

/** What the `run` command may be told of how it is reached. */
function reached(run: Command, { say, word }: Making): Command {
  return run
    .option(`--host <${word('address')}>`, say('cli.run.host'))
    .option(`--origin <${word('address')}>`, say('cli.run.origin'))
    .option(`--tls-cert <${word('file')}>`, say('cli.run.tls-cert'))
    .option(`--tls-key <${word('file')}>`, say('cli.run.tls-key'))
    .option(`--http-port <${word('port')}>`, say('cli.run.http-port'), portOf)
    .option(`--proxy <${word('address')}>`, say('cli.run.proxy'));
}

/** What the `read` command may be told. */
function readOptions(read: Command, { say, word }: Making): Command {
  return read
    .option(`-o, --output <${word('file')}>`, say('cli.read.output'))
    .option('--json', say('cli.read.json'))
    .option('--text', say('cli.read.text'))
    .option(`--report <${word('file')}>`, say('cli.read.report'))
    .option(`--review <${word('file')}>`, say('cli.read.review'))
    .option(`--explain <${word('clause')}>`, say('cli.read.explain'));
}

/** The commands about public logs. */
function logCommands({ command, say, word, lang, terminal, answer }: Making): void {
  command(`verify <${word('log')}>`, say('cli.verify.description'))
    .option(...lang)
    .option(`--key <${word('key')}>`, say('cli.verify.key'))
    .option(`--against <${word('file')}>`, say('cli.verify.against'))
    .option(`--witness <${word('key')}>`, say('cli.verify.witness'))
    .option(`--cores <${word('number')}>`, say('cli.verify.cores'), coresOf)
    .option('--json', say('cli.json'))
    .action(async (place: string, options) =>
      answer(await (await load.verify()).verify(place, options, terminal)),
    );
  command(`witness <${word('log')}...>`, say('cli.witness.description'))
    .option(...lang)
    .option(`--data <${word('folder')}>`, say('cli.witness.data'), defaultWitnessData)
    .option(`--name <${word('name')}>`, say('cli.witness.name'))
    .option(`--every <${word('seconds')}>`, say('cli.witness.every'), secondsOf, 60)
    .option('--once', say('cli.witness.once'))
    .action(async (places: string[], options) =>
      answer(await (await load.witness()).witness(places, options, terminal)),
    );
}

/** The commands about backups. */
function backupCommands({ command, say, word, lang, database, terminal, answer }: Making): void {
  command(`backup <${word('folder')}>`, say('cli.backup.description'))
    .option(...lang)
    .requiredOption(`--key <${word('file')}>`, say('cli.backup.key'))
    .option(`--data <${word('folder')}>`, say('cli.run.data'), defaultData)
    .addOption(database)
    .action(async (folder: string, options) => (await load.backup()).backup(folder, options, terminal));
  command(`restore <${word('folder')}>`, say('cli.restore.description'))
    .option(...lang)
    .requiredOption(`--key <${word('file')}>`, say('cli.restore.key'))
    .requiredOption(`--ledger <${word('folder')}>`, say('cli.restore.ledger'))
    .requiredOption(`--data <${word('folder')}>`, say('cli.run.data'))
    .option(`--archive <${word('file')}>`, say('cli.restore.archive'))
    .option('--older-keys', say('cli.restore.older-keys'))
    .addOption(database)
    .action(async (folder: string, options) =>
      answer(await (await load.restore()).restore(folder, options, terminal)),
    );
}

/** The command about the schema of the database. */
function schemaCommand({ command, say, word, lang, database, terminal }: Making): void {
  command('migrate', say('cli.migrate.description'))
    .option(...lang)
    .option('--dry-run', say('cli.migrate.dry-run'))
    .option(`--data <${word('folder')}>`, say('cli.run.data'), defaultData)
    .addOption(database)
    .option('--json', say('cli.json'))
    .action(async (options) => (await load.migrate()).migrate(options, terminal));
}

/** The commands about keys. */
function keyCommands({ command, say, word, lang, database, terminal }: Making): void {
  const keys = command('keys', say('cli.keys.description')).helpCommand(false);
  const one = (name: string, about: string) =>
    keys
      .command(name, { isDefault: name === 'show' })
      .description(about)
      .helpOption('-h, --help', say('cli.help'))
      .option(...lang)
      .option(`--data <${word('folder')}>`, say('cli.run.data'), defaultData)
      .addOption(database)
      .option('--json', say('cli.json'));
  one('show', say('cli.keys.show')).action(async (_, show: Command) =>
    (await load.keys()).showKeys(show.optsWithGlobals(), terminal),
  );
  keys
    .command('move')
    .description(say('cli.keys.move'))
    .helpOption('-h, --help', say('cli.help'))
    .option(...lang)
    .requiredOption(`--to <${word('place')}>`, say('cli.keys.to'))
    .option(`--data <${word('folder')}>`, say('cli.run.data'), defaultData)
    .action(async (_, move: Command) => (await load.keys()).moveKeys(move.optsWithGlobals(), terminal));
  one('turn', say('cli.keys.turn'))
    .option(`--service <${word('name')}>`, say('cli.prove.service'))
    .action(async (_, turn: Command) => (await load.keys()).turn(turn.optsWithGlobals(), terminal));
}

/** The commands about policy files, which need no server. */
function policyFileCommands({ command, say, word, lang, terminal, answer }: Making): void {
  command(`check <${word('file')}...>`, say('cli.check.description'))
    .option(...lang)
    .option('--json', say('cli.json'))
    .option('--sarif', say('cli.check.sarif'))
    .option('--across', say('cli.check.across'))
    .option(`--as-of <${word('day')}>`, say('cli.check.as-of'))
    .option(`--texts <${word('folder')}>`, say('cli.texts'))
    .option(`--baseline <${word('file')}>`, say('cli.check.baseline'))
    .option(`--write-baseline <${word('file')}>`, say('cli.check.write-baseline'))
    .action(async (files: string[], options) =>
      answer(await (await load.check()).check(files, options, terminal)),
    );
  command(`format <${word('file')}...>`, say('cli.format.description'))
    .option(...lang)
    .option('--check', say('cli.format.check'))
    .action(async (files: string[], options) =>
      answer(await (await load.format()).format(files, options, terminal)),
    );
  command(`diff <${word('file')}> <${word('file')}>`, say('cli.diff.description'))
    .option(...lang)
    .option('--json', say('cli.json'))
    .action(async (before: string, after: string, options) =>
      (await load.diff()).diff(before, after, { ...options, terminal }),
    );
  command(`render <${word('file')}>`, say('cli.render.description'))
    .option(...lang)
    .option(`--format <${word('name')}>`, say('cli.render.format'), 'html')
    .option(`--part <${word('name')}>`, say('cli.render.part'), 'text')
    .option(`--purposes <${word('name')}>`, say('cli.render.purposes'))
    .option(`-o, --output <${word('file')}>`, say('cli.export.output'))
    .action(async (file: string, _, render: Command) =>
      (await load.render()).render(file, render.optsWithGlobals(), terminal),
    );
  command(`export [${word('file')}]`, say('cli.export.description'))
    .option(...lang)
    .option(`--format <${word('name')}>`, say('cli.export.format'), 'json-schema')
    .option(`-o, --output <${word('file')}>`, say('cli.export.output'))
    .action(async (file: string | undefined, options) =>
      (await load.export()).exportAs(file, options, terminal),
    );
}

function build(terminal: Terminal, answer: (code: number) => void): Command {
  const { say } = terminal.speaker;
  const word = (name: Word) => say(`cli.word.${name}`);
  const lang = [`--lang <${word('language')}>`, say('cli.lang'), languageOption] as const;
  // Not a default value: a help text would show the password in it.
  const database = new Option(`--database-url <${word('address')}>`, say('cli.run.database')).env(
    'KEPIL_DATABASE_URL',
  );
  const program = new Command('kepil')
    .description(say('cli.description'))
    .version(ownVersion, '-V, --version', say('cli.version'))
    .helpOption('-h, --help', say('cli.help'))
    .option(...lang)
    .helpCommand(false)
    .configureHelp(helpIn(terminal.speaker))
    .exitOverride()
    .configureOutput({ writeErr: () => undefined, writeOut: (text) => terminal.print(text.trimEnd()) });
  const command = (line: string, about: string) =>
    program.command(line).description(about).helpOption('-h, --help', say('cli.help'));
  const making: Making = { command, say, word, lang, database, terminal, answer };
  readOptions(command(`read <${word('file')}...>`, say('cli.read.description')), making)
    .option(...lang)
    .action(async (files: string[], options) => (await load.read()).read(files, options, terminal));
  reached(command(`run [${word('file')}...]`, say('cli.run.description')), making)
    .option(...lang)
    .option(`--port <${word('port')}>`, say('cli.run.port'), portOf, defaultPort)
    .option(`--data <${word('folder')}>`, say('cli.run.data'), defaultData)
    .addOption(database)
    .option(`--as <${word('name')}>`, say('cli.run.as'))
    .addOption(
      new Option(`--store-country <${word('key')}>`, say('cli.run.store-country')).env('KEPIL_STORE_COUNTRY'),
    )
    .option(`--texts <${word('folder')}>`, say('cli.texts'))
    .action(async (files: string[], options) => (await load.run()).run(files, options, terminal));
  command('prove', say('cli.prove.description'))
    .option(...lang)
    .option(`--service <${word('name')}>`, say('cli.prove.service'))
    .option(`--data <${word('folder')}>`, say('cli.run.data'), defaultData)
    .addOption(database)
    .option('--json', say('cli.json'))
    .action(async (options) => answer(await (await load.prove()).prove(options, terminal)));
  backupCommands(making);
  keyCommands(making);
  schemaCommand(making);
  logCommands(making);
  policyFileCommands(making);
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
