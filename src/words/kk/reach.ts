import type { Translation } from '../translation.ts';

/** Sentences about how an installation is reached: host, certificate, proxy, origin. */
export const reach: Translation = {
  'cli.run.host': 'тыңдайтын мекенжай; осы машинадан тыс — тек сертификатпен немесе прокси арқылы',
  'cli.run.origin': 'келушілерге арналған мекенжай: https://… — сілтемелер мен сұрауларды тексеру үшін',
  'cli.run.tls-cert': 'сертификат файлы (PEM тізбегі)',
  'cli.run.tls-key': 'сертификат кілтінің файлы (PEM, рұқсаты 0600)',
  'cli.run.http-port': 'http арқылы келгенді https жағына жіберетін порт',
  'cli.run.proxy': 'проксидің мекенжайлары не желілері, үтір арқылы: келуші туралы тек соларға сенеді',

  'error.bad-host': '«{{value}}» мекенжайы жарамайды: осы машинаның IP мекенжайы немесе localhost керек.',
  'error.host-not-here': 'Бұл машинада мұндай мекенжай жоқ: {{host}}.',
  'error.host-open':
    'Мына мекенжайда TLS болмаса тыңдауға болмайды: {{host}}. Дербес деректер ашық жіберілер еді.',
  'error.host-open.help':
    'Сертификат беріңіз (--tls-cert, --tls-key) немесе TLS қабылдайтын проксиді атаңыз (--proxy).',
  'error.port-forbidden': 'Жүйе бұл портты ашуға рұқсат бермейді: {{port}}.',
  'error.port-forbidden.help': '1024-ке дейінгі порттарды әкімші ашады. Басқа портты көрсетіңіз.',
  'error.channel-malformed': '{{variable}} айнымалысы қате берілген.',
  'error.channel-malformed.help': 'Оны қалай жазу керегі README файлында айтылған.',
  'error.origin-missing': 'Келушілер қолданатын мекенжай көрсетілмеген.',
  'error.origin-missing.help': 'Оны көрсетіңіз: --origin https://сайт-атауы.',
  'error.bad-origin': '«{{value}}» мекенжайы жарамайды: https://атау керек, жолсыз.',
  'error.origin-plain': '«{{value}}» мекенжайы жарамайды: келушілер https арқылы кіруі керек.',
  'error.origin-without-tls': '«{{value}}» мекенжайы TLS уәде етеді, бірақ оны қабылдайтын ештеңе жоқ.',
  'error.origin-without-tls.help':
    'Сертификат беріңіз (--tls-cert, --tls-key) немесе TLS қабылдайтын проксиді атаңыз (--proxy).',
  'error.tls-pair': 'Сертификат пен кілт бірге көрсетіледі: --tls-cert және --tls-key.',
  'error.tls-unreadable': '«{{path}}» файлы оқылмайды ({{what}}).',
  'error.tls-broken': '«{{cert}}» сертификаты мен «{{key}}» кілті бірге жұмыс істемейді ({{what}}).',
  'error.tls-broken.help': 'Сертификаттар тізбегі мен оның құпиясөзсіз кілті керек, екеуі де PEM түрінде.',
  'error.tls-expired': '«{{path}}» сертификатының мерзімі өткен.',
  'error.tls-name': '«{{path}}» сертификаты басқа атауға берілген, керегі: {{host}}.',
  'error.http-port-without-tls': 'Келушіні http жағынан жіберетін жер жоқ: сертификат берілмеген.',
  'error.http-port-without-tls.help':
    'Сертификат беріңіз (--tls-cert, --tls-key) немесе --http-port дегенді алып тастаңыз.',

  'error.host-unknown': 'Сұрау Kepil жұмыс істемейтін атауға келді.',
  'error.host-unknown.help':
    'Сайтты өз мекенжайы бойынша ашыңыз. Операторға: прокси сайт атауын Host тақырыбында беруі керек.',
  'error.plain-from-afar': 'Байланыс қорғалмаған, сондықтан сұрау орындалмады.',
  'error.plain-from-afar.help':
    'Сайтты https:// мекенжайы бойынша ашыңыз. Операторға: проксиді --proxy арқылы атаңыз немесе сертификат беріңіз.',
  'error.draft-elsewhere': 'Бұл сервис әлі ашылған жоқ: оның саясаты — жоба.',
  'error.draft-elsewhere.help': 'Жауапты тұлға саясатты бекіткен соң ашылады.',
  'error.database-in-clear':
    'Деректер «{{host}}» машинасына ашық күйде кетер еді: басқа машинадағы база тек TLS арқылы.',
  'error.database-in-clear.help':
    'База мекенжайына ?sslmode=verify-full қосыңыз; өз түбір сертификатыңызды sslrootcert=ЖОЛ көрсетеді.',
  'error.database-url-bad': 'Бұл — машинасы аталған PostgreSQL мекенжайы емес.',
  'error.database-url-bad.help':
    'Мекенжай мынадай: postgres://аты:құпиясөз@машина:5432/база. Сокет үшін: …?host=/қалта/жолы.',
};
