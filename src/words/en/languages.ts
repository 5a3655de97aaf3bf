import type { Translation } from '../translation.ts';

/**
 * Choosing a language: of pages, of messages, of the command line. Languages are called as they call
 * themselves.
 */
export const languages: Translation = {
  'language.kk': 'Қазақша',
  'language.kk.short': 'Қаз',
  'language.ru': 'Русский',
  'language.ru.short': 'Рус',
  'language.en': 'English',
  'language.en.short': 'Eng',

  'page.language.choose': 'Language of the page',
  'page.my-language.title': 'Language of messages',
  'page.my-language.lead': 'The service writes to you in this language: codes, answers to requests, notices.',
  'page.my-language.why':
    'The language of the pages themselves is chosen at the top of the page and kept in this browser.',
  'page.my-language.legend': 'Write to me in',
  'page.my-language.send': 'Save',
  'page.staff-language.lead': 'Kepil writes to you as a member of staff in this language.',
  'page.flash.language': 'The language of messages has been changed.',
  'page.sign-in-code.lead-unnamed': 'If we know the address you gave, a code has been sent to it.',
  'because.language-chosen': 'The language of messages was chosen.',
  'problem.language-unknown': 'That language is not offered here.',
  'problem.language-unknown.help': 'Choose Kazakh, Russian or English.',
  'error.language-unknown': 'There is no language “{{value}}”; there are kk, ru and en.',
  'cli.lang': 'language of the output: kk, ru or en; otherwise that of the system',
  'cli.help.usage': 'Usage:',
  'cli.help.arguments': 'Arguments:',
  'cli.help.options': 'Options:',
  'cli.help.commands': 'Commands:',
  'cli.help.some-options': 'options',
  'cli.help.some-command': 'command',
  'cli.help.default': '{{about}} (default {{value}})',
  'cli.word.address': 'address',
  'cli.word.file': 'file',
  'cli.word.folder': 'folder',
  'cli.word.key': 'key',
  'cli.word.language': 'language',
  'cli.word.name': 'name',
  'cli.word.log': 'log',
  'cli.word.port': 'port',
};
