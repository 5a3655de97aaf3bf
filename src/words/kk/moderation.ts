import type { Translation } from '../translation.ts';

/** What may not be said where: numbers and codes of payment cards. */
export const moderation: Translation = {
  'because.card-data-masked': 'Мәтіндегі банк карталарының нөмірлері мен кодтары жасырылды.',
  'problem.field-card-data':
    'Мәнде банк картасының нөмірі немесе коды бар, мұндай деректер мұнда сақталмайды.',
  'problem.field-card-data.help': 'Оны алып тастаңыз: бұл өріске ол қажет емес.',
  'page.flash.request-filed-masked':
    'Өтініш қабылданды. Жауап берудің соңғы күні: {{date}}. Мәтіндегі банк карталарының нөмірлері мен кодтары жасырылды: олар сақталмайды.',
  'page.flash.answered-masked':
    'Жауап субъектіге жіберілді. Мәтіндегі банк карталарының нөмірлері мен кодтары жасырылды: олар сақталмайды.',
  'error.file-name-card-data':
    'Файл атауында банк картасының нөмірі немесе коды бар: Kepil мұндай деректерді сақтамайды.',
  'error.file-name-card-data.help': 'Файлдың атауын өзгертіп, пәрменді қайталаңыз.',
  'error.file-card-data':
    '«{{name}}» файлының {{line}}-жолында банк картасының нөмірі немесе коды бар: Kepil мұндай деректерді сақтамайды.',
  'error.file-card-data.help': 'Оны құжаттан алып тастаңыз: саясат толығымен жарияланады.',
};
