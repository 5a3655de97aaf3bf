import { type CommanderError, type Help, type Option, Help as Standard } from 'commander';
import { KepilError } from '../base/index.ts';
import type { MessageKey, Speaker } from '../words/index.ts';
import { languageNamed } from './language.ts';

/** What commander writes by itself in a help text, and how it is said. */
const titles: Readonly<Record<string, MessageKey>> = {
  'Usage:': 'cli.help.usage',
  'Arguments:': 'cli.help.arguments',
  'Options:': 'cli.help.options',
  'Commands:': 'cli.help.commands',
};

/** Help texts that have no word of commander's own in them. */
export function helpIn({ say }: Speaker): Partial<Help> {
  const standard = new Standard();
  const said = (line: string) =>
    line
      .replace('[options]', () => `[${say('cli.help.some-options')}]`)
      .replace('[command]', () => `[${say('cli.help.some-command')}]`);
  return {
    styleTitle: (title) => (titles[title] ? say(titles[title]) : title),
    commandUsage: (command) => said(standard.commandUsage(command)),
    subcommandTerm: (command) => said(standard.subcommandTerm(command)),
    optionDescription: (option) => optionText(say, option),
  };
}

function optionText(say: Speaker['say'], { description, defaultValue }: Option): string {
  if (defaultValue === undefined) return description;
  return say('cli.help.default', { about: description, value: String(defaultValue) });
}

/** What commander complains of, and how it is said. `name` is the word it puts in quotes. */
const complaints: Readonly<Record<string, MessageKey>> = {
  'commander.unknownCommand': 'cli.unknown-command',
  'commander.unknownOption': 'cli.unknown-option',
  'commander.missingArgument': 'cli.missing-argument',
  'commander.missingMandatoryOptionValue': 'cli.missing-option',
  'commander.optionMissingArgument': 'cli.option-value',
  'commander.excessArguments': 'cli.excess-arguments',
};

/** What is wrong with the words of a command line, said. */
export function complaintOf({ say }: Speaker, { code, message }: CommanderError): string {
  const key = complaints[code];
  const name = /'([^']*)'/.exec(message)?.[1] ?? '';
  return key ? say(key, { name }) : say('cli.bad-usage', { detail: code });
}

/** The value of `--lang`. @throws KepilError `ERR_USAGE` when it is no language of ours */
export function languageOption(value: string): string {
  const language = languageNamed(value);
  if (!language) throw new KepilError('ERR_USAGE', 'language-unknown', { value });
  return language;
}
