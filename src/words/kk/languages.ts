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

  'page.language.choose': 'Бет тілі',
  'page.my-language.title': 'Хабарлар тілі',
  'page.my-language.lead': 'Сервис сізге осы тілде жазады: кодтар, өтініштерге жауаптар, хабарламалар.',
  'page.my-language.why': 'Беттердің тілі беттің жоғарғы жағында таңдалады және осы браузерде сақталады.',
  'page.my-language.legend': 'Маған мына тілде жазылсын',
  'page.my-language.send': 'Сақтау',
  'page.staff-language.lead': 'Kepil сізге қызметкер ретінде осы тілде жазады.',
  'page.flash.language': 'Хабарлар тілі өзгертілді.',
  'page.sign-in-code.lead-unnamed': 'Көрсетілген мекенжай бізге белгілі болса, оған код жіберілді.',
  'because.language-chosen': 'Хабарлар тілі таңдалды.',
  'problem.language-unknown': 'Мұнда ондай тіл жоқ.',
  'problem.language-unknown.help': 'Қазақ, орыс немесе ағылшын тілін таңдаңыз.',
  'error.language-unknown': '«{{value}}» тілі жоқ: kk, ru және en бар.',
  'cli.lang': 'шығыс тілі: kk, ru немесе en; көрсетілмесе, жүйе тілі',
  'cli.help.usage': 'Қолданылуы:',
  'cli.help.arguments': 'Аргументтер:',
  'cli.help.options': 'Параметрлер:',
  'cli.help.commands': 'Пәрмендер:',
  'cli.help.some-options': 'параметрлер',
  'cli.help.some-command': 'пәрмен',
  'cli.help.default': '{{about}} (әдепкі мәні: {{value}})',
  'cli.word.address': 'мекенжай',
  'cli.word.file': 'файл',
  'cli.word.folder': 'қалта',
  'cli.word.key': 'кілт',
  'cli.word.language': 'тіл',
  'cli.word.name': 'атау',
  'cli.word.log': 'журнал',
  'cli.word.port': 'порт',
};
