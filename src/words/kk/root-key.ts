import type { Translation } from '../translation.ts';

/** Where the root key lives, and servers that keep it. */
export const rootKey: Translation = {
  'cli.keys.move': 'түбірлік кілтті және оның сақталатын орнын ауыстыру; бұл кезде Kepil тоқтатылған',
  'cli.keys.to':
    'file — кілттер файлында, environment — KEPIL_NEW_ROOT_KEY айнымалысында, transit — HashiCorp Vault немесе OpenBao серверінде',
  'cli.keys.moved.file': 'Түбірлік кілт ауыстырылды, ол кілттер файлында жатыр.',
  'cli.keys.moved.environment':
    'Түбірлік кілт ауыстырылды. Оны KEPIL_ROOT_KEY арқылы беріңіз: кілттер файлында ол енді жоқ.',
  'cli.keys.moved.transit': 'Түбірлік кілт ауыстырылды. Енді оны тек кілттер сервері ашады.',
  'cli.keys.root.file': 'Түбірлік кілт: кілттер файлында',
  'cli.keys.root.environment': 'Түбірлік кілт: KEPIL_ROOT_KEY айнымалысында',
  'cli.keys.root.transit': 'Түбірлік кілт: кілттер серверінде',
  'cli.word.place': 'орын',

  'error.root-malformed': '{{variable}} айнымалысы қате берілген.',
  'error.root-malformed.help': 'Оны қалай жазу керегі README файлында айтылған.',
  'error.root-unset': '{{variable}} айнымалысы берілмеген.',
  'error.root-unset.help': 'Оны қалай жазу керегі README файлында айтылған.',
  'error.root-twice': 'KEPIL_ROOT_KEY те, KEPIL_TRANSIT_URL де берілген, ал түбірлік кілт біреу ғана.',
  'error.root-twice.help': 'Кілттің қайда сақталатынын айтатын айнымалыны ғана қалдырыңыз.',
  'error.root-place': '«{{value}}» орны жарамайды: file, environment немесе transit керек.',
  'error.transit-plain':
    '{{variable}} айнымалысындағы мекенжай https деп басталуға тиіс: ол арқылы кілттер өтеді.',
  'error.keys-root-in-file':
    'Түбірлік кілт «{{path}}» файлының өзінде жатыр, ал айнымалылар басқа орынды атайды.',
  'error.keys-root-in-file.help':
    'KEPIL_ROOT_KEY мен KEPIL_TRANSIT_URL айнымалыларын алып тастаңыз немесе кілтті көшіріңіз: kepil keys move.',
  'error.keys-root-in-environment': '«{{path}}» файлында түбірлік кілт жоқ: ол бөлек сақталады.',
  'error.keys-root-in-environment.help': 'Оны KEPIL_ROOT_KEY арқылы беріңіз.',
  'error.keys-root-in-transit':
    '«{{path}}» файлының түбірлік кілтін кілттер сервері ашады, бірақ ол аталмаған.',
  'error.keys-root-in-transit.help':
    'KEPIL_TRANSIT_URL, KEPIL_TRANSIT_KEY және KEPIL_TRANSIT_TOKEN айнымалыларын беріңіз.',
  'error.transit-unreachable': 'Кілттер сервері жауап бермейді: {{url}}, себебі: {{what}}.',
  'error.transit-unreachable.help':
    'Мекенжайды, желіні және сертификатты тексеріңіз. Өз куәландырушы орталығыңызды NODE_EXTRA_CA_CERTS айнымалысы атайды.',
  'error.transit-sealed': 'Кілттер сервері жабық немесе оған қызмет көрсетіліп жатыр: {{url}}.',
  'error.transit-sealed.help': 'Оны ашып, Kepil бағдарламасын қайта іске қосыңыз.',
  'error.transit-forbidden': 'Кілттер сервері рұқсат бермейді: {{url}}, жолы: {{path}}.',
  'error.transit-forbidden.help':
    'Токеннің жарамды екенін және оның саясаты осы жолда update рұқсатын беретінін тексеріңіз.',
  'error.transit-mount': 'Кілттер серверінде мұндай жол жоқ: {{url}}, жолы: {{path}}.',
  'error.transit-mount.help':
    'KEPIL_TRANSIT_MOUNT айнымалысын тексеріңіз: онда transit қозғалтқышы қосулы болуға тиіс.',
  'error.transit-refused': 'Кілттер сервері «{{key}}» кілтінен бас тартты: {{url}}, себебі: {{what}}.',
  'error.transit-refused.help':
    'KEPIL_TRANSIT_KEY айнымалысын және әлі ашатын ең төменгі нұсқаны тексеріңіз: min_decryption_version.',
  'error.transit-standby': 'Кілттер сервері қосалқы, ол басқа серверге бағыттайды: {{url}}.',
  'error.transit-standby.help': 'KEPIL_TRANSIT_URL айнымалысында негізгі серверді атаңыз.',
  'error.transit-failed': 'Кілттер серверінде ақау бар: {{url}}, себебі: {{what}}.',
  'error.transit-failed.help': 'Оның журналын қарап, Kepil бағдарламасын қайта іске қосыңыз.',
  'error.transit-malformed': 'Кілттер серверінің жауабы түсініксіз: {{url}}.',
  'error.transit-malformed.help':
    'Осы мекенжайда HashiCorp Vault немесе OpenBao тұрғанын, ал «{{key}}» кілтінің түрі aes256-gcm96 екенін тексеріңіз.',
  'error.transit-token-unreadable': 'Токен файлы «{{path}}» оқылмайды.',
  'error.transit-token-unreadable.help': 'KEPIL_TRANSIT_TOKEN_FILE айнымалысын тексеріңіз.',
};
