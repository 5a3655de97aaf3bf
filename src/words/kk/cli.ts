import type { Translation } from '../translation.ts';

/** Sentences of the command line. */
export const cli: Translation = {
  'cli.description': 'Kepil: кірісінде құпиялылық саясаты, шығысында сол саясат уәде еткен жүйе',
  'cli.read.description': 'саясатты оқып, не оқылғанын және не оқылмағанын көрсету',
  'cli.read.output': 'саясат жобасын файлға жазу',
  'cli.read.json': 'оқылғанды JSON түрінде шығару',
  'cli.run.description':
    'саясаттар (мәтін немесе *.kepil.yaml) бойынша сервистерді іске қосу; файл берілмесе, бағдарламамен бірге келетін саясат іске қосылады',
  'cli.run.port': '127.0.0.1 мекенжайындағы порт',
  'cli.run.data': 'деректер қалтасы',
  'cli.run.database': 'кірістірілгеннің орнына дайын PostgreSQL (немесе KEPIL_DATABASE_URL)',
  'cli.render.description':
    'саясатты адамдарға арналған мәтінмен баяндау: тұтас мәтін, келісім немесе бір бет',
  'cli.render.format': 'html, md немесе pdf',
  'cli.render.part': 'text — тұтас мәтін, consent — келісім, summary — бір бет',
  'cli.render.purposes': 'келісім мақсаттары үтір арқылы; берілмесе — тіркелу мақсаттары',
  'cli.render.written': 'Жазылды: {{path}}',
  'cli.texts': 'саясат файлдары жасалған мәтіндер қалтасы; берілмесе — файлдардың өз қалтасы',
  'cli.run.as': 'сервистің мекенжайдағы белгілемесі (бір файл үшін)',
  'cli.prove.description': 'уәделер тақтасы: әр тармақ және оның күйі; бірдеңе бұзылса, шығу коды 1',
  'cli.prove.service': 'тек осы сервис',
  'cli.json': 'JSON түрінде шығару',
  'cli.verify.description': 'журналды тексеру: қалта немесе мекенжай; сервер қажет емес',
  'cli.verify.key': 'бұрын сақталған қолтаңбаны тексеру кілті',
  'cli.verify.against': 'бұрын сақталған бақылау нүктесі (файл)',
  'cli.later.description': 'әлі дайын емес',
  'cli.later':
    '«{{command}}» пәрмені әлі жоқ. Қазір read, check, format, diff, export, run, prove және verify бар.',
  'cli.help': 'анықтаманы көрсету',
  'cli.version': 'нұсқасын көрсету',
  'cli.unknown-command': '«{{name}}» пәрмені жоқ.',
  'cli.unknown-option': '«{{name}}» параметрі жоқ.',
  'cli.missing-argument': 'Аргумент жетіспейді: {{name}}.',
  'cli.excess-arguments': 'Аргументтер тым көп.',
  'cli.option-value': '«{{name}}» параметріне мән қажет.',
  'cli.bad-usage': 'Пәрмен дұрыс жазылмаған: {{detail}}',
  'cli.see-help': 'Анықтама: kepil --help',
  'error.bad-port': '«{{value}}» порты жарамайды: 0 мен 65535 аралығындағы сан қажет.',
  'error.as-many': '--as параметрі бір файлға арналған, ал берілген файлдар саны: {{n}}.',

  'cli.starting': 'Kepil іске қосылып жатыр, деректері мына жерде: {{data}}',
  'cli.ready': 'Kepil жұмыс істеп тұр: {{url}}',
  'cli.service': '{{name}} — {{status}}',
  'cli.status.draft': 'жоба',
  'cli.status.live': 'саясат қолданыста',
  'cli.line.site': 'бет',
  'cli.line.policy': 'саясат',
  'cli.line.cabinet': 'жеке кабинет',
  'cli.console': 'Жұмыс орны: {{url}}',
  'cli.set-up': 'Алғашқы баптау, 24 сағатқа берілген бір реттік сілтеме: {{url}}',
  'cli.stop-hint': 'Тоқтату: Ctrl-C',
  'cli.stopping': 'Тоқтап жатыр',
  'cli.stopped': 'Тоқтады',
  'cli.by-hand':
    'Жіберу арнасы бапталмаған: кодтары бар хабарлар жұмыс орнының «Шығыс хабарлар» бөлімінде күтіп тұр.',
  'cli.fault': 'Іркіліс: {{what}}',

  'cli.read.head':
    '{{name}}: тілі {{language}}, таңбалар саны {{chars}}, тармақтар саны {{clauses}}, тұжырымдар саны {{statements}}',
  'cli.read.clause': '{{clause}}-тармақ',
  'cli.read.unread_one': 'Оқылмаған {{count}} тармақ:',
  'cli.read.unread_other': 'Оқылмаған {{count}} тармақ:',
  'cli.read.all-read': 'Барлық тармақ оқылды.',
  'cli.read.silent': 'Мәтінде айтылмағаны: {{labels}}',
  'cli.read.written': 'Жоба жазылды: {{file}}',

  'cli.prove.head': '{{service}}: {{policy}} редакциясы, {{status}}',
  'cli.prove.counts':
    'орындалды {{kept}} · бұзылды {{broken}} · іс жүзінде әлі тексерілмеген {{unexercised}} · адам орындайды {{manual}} · заң жол бермейді {{refused}}',

  'cli.verify.ok': 'Журналда сәйкессіздік жоқ: жазбалар саны {{size}}, түбірі {{root}}',
  'cli.verify.bad': 'Журналда сәйкессіздік бар',
  'cli.verify.signature.good': 'Қолтаңба дұрыс.',
  'cli.verify.signature.bad': 'Қолтаңба кілтке сәйкес келмейді.',
  'cli.verify.signature.unchecked': 'Қолтаңба тексерілмеді: кілт жоқ.',
  'cli.verify.key-own':
    'Кілт журналдың өзінен алынды: журналдың кілтімен бірге ауыстырылғаны бұлай көрінбейді. Кілтті сақтап, --key арқылы беріңіз.',
  'cli.verify.compared.consistent':
    'Сақталған бақылау нүктесімен ({{size}}) салыстырылды: журнал оны жалғастырады.',
  'cli.verify.compared.fork': 'Сақталған бақылау нүктесімен ({{size}}) салыстырылды: бұл басқа тарих.',
  'cli.verify.compared.truncated':
    'Сақталған бақылау нүктесімен ({{size}}) салыстырылды: журнал қысқарақ, жазбалар жоғалған.',
  'cli.verify.compared.unproved':
    'Сақталған бақылау нүктесімен ({{size}}) салыстыру мүмкін емес: журнал бүлінген.',
  'cli.verify.not-compared':
    'Сақталған бақылау нүктесі берілмеген: журналдың бұрынғы қолтаңбаға дейін қиылғаны бұлай көрінбейді.',

  'error.file-missing': '«{{name}}» файлы жоқ.',
  'error.output-needed': 'PDF файлға жазылады: оны атаңыз, -o ФАЙЛ.',
  'error.choice-unknown': '{{option}} үшін «{{value}}» мәні жоқ. Бары: {{choices}}.',
  'error.folder-missing': '«{{name}}» қалтасы жоқ.',
  'error.text-adrift':
    '«{{text}}» мәтіні «{{name}}» жасалған мәтін емес. Сәйкес келмейтін тармақтар: {{clauses}} (барлығы {{n}}). Сол мәтінді алыңыз немесе файлды қайта жасаңыз: kepil read.',
  'error.file-empty': '«{{name}}» файлы бос.',
  'error.file-too-large': '«{{name}}» файлы {{n}} МБ шегінен асады.',
  'error.not-text': '«{{name}}» файлы UTF-8 мәтіні емес.',
  'error.not-policy': '«{{name}}» файлында құпиялылық саясаты көрінбейді: одан ештеңе дерлік оқылмады.',
  'error.policy-file-faulty': '«{{name}}» саясат файлында қателер бар.',
  'error.port-taken': '{{port}} порты бос емес. Басқасын көрсетіңіз: --port.',
  'error.log-missing': '«{{name}}» мекенжайында журнал жоқ.',
  'error.log-unreachable': '«{{name}}» мекенжайы жауап бермейді: журнал алынбады.',
  'error.data-missing': '«{{data}}» қалтасында Kepil әлі іске қосылмаған.',
  'error.data-missing.help': 'Деректер қалтасын көрсетіңіз: --data.',
  'error.data-folder-closed': '«{{folder}}» деректер қалтасына жазуға болмайды ({{what}}).',
  'error.data-folder-closed.help': 'Рұқсаттарды түзетіңіз немесе басқа қалтаны көрсетіңіз: --data.',
  'error.system-refuses': 'Жүйе «{{path}}» файлымен жұмыс істеуге рұқсат бермейді ({{what}}).',
  'error.keys-lost': '«{{path}}» кілттер файлы жоқ, ал дерекқорда сервистер бар.',
  'error.keys-lost.help': 'Кілттер файлын резервтік көшірмеден қайтарыңыз: онсыз деректерді ашу мүмкін емес.',
  'error.store-refuses': 'Дерекқор қосылуды қабылдамайды: мекенжайын, атын және құпиясөзін тексеріңіз.',
  'error.store-corrupt': 'Дискідегі деректер бүлінген.',
  'error.store-corrupt.help': 'Оларды резервтік көшірмеден қайтарыңыз.',
};
