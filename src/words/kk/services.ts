import type { Translation } from '../translation.ts';

/** Several services side by side: versions of a policy, drafts that wait, files handed over to a running Kepil. */
export const services: Translation = {
  'page.nav.versions': 'Редакциялар',
  'page.policy.status.replaced': 'шешім қабылданғанға дейін ауыстырылған',
  'page.policy.status.dropped': 'қабылданбаған',
  'page.waiting.label': 'Жоба шешім күтіп тұр',
  'page.waiting.text':
    'Саясаттың мәтіні өзгерді. Шешіміңізді күтіп тұрған редакция: {{version}}. Әзірге бұрынғысы қолданылады.',
  'page.waiting.look': 'Өзгерістерді көру',

  'page.versions.title': 'Саясаттың редакциялары',
  'page.versions.lead':
    'Жаңа мәтін бұрынғысын өздігінен ешқашан алмастырмайды: ол жауапты тұлғаның шешімін күтеді. Әр адамға өзі келісім берген редакция қолданылады.',
  'page.versions.number': 'Редакция: {{version}}',
  'page.versions.waiting': 'Шешім күтіп тұр',
  'page.versions.waiting-why': 'Бір ғана жоба күте алады: кейінгі мәтін бұрынғысының орнын басады.',
  'page.versions.none-waiting':
    'Шешім күтіп тұрған жоба жоқ. Жаңа мәтін мына пәрменмен беріледі: kepil run файл.',
  'page.versions.look': 'Не өзгеретінін көру, редакция: {{version}}',
  'page.versions.all': 'Барлық редакция',
  'page.versions.state.in-force': 'Қолданыста',
  'page.versions.state.draft': 'Сервис осы жоба бойынша жұмыс істейді',
  'page.versions.state.waiting': 'Жауапты тұлғаның шешімін күтіп тұр',
  'page.versions.state.superseded': 'Бұрын қолданыста болды; орнын келесісі басты',
  'page.versions.state.replaced': 'Жоба; шешім қабылданғанға дейін орнын кейінгісі басты',
  'page.versions.state.dropped': 'Жобаны жауапты тұлға қабылдамады',
  'page.versions.done.drop': 'Жоба қабылданбады. Бұрынғы редакция қолданылады.',
  'page.versions.done.reopen': 'Жоба қайтадан шешім күтіп тұр.',
  'page.versions.done.adopt':
    'Сервис осы жоба бойынша жұмыс істейді. Тіркелгендерге өз редакциясы қолданылады.',
  'page.versions.public': 'Басқа редакциялар',
  'page.versions.public-old': 'Бұл — бұрынғы редакция. Ол өзіне келісім бергендер үшін күшінде қалады.',
  'page.versions.public-now': 'Қолданыстағысын оқу',

  'page.changes.title': 'Не өзгерді',
  'page.changes.lead':
    'Салыстырылатын редакциялар: {{before}} және {{version}}. Не қосылғаны, өзгергені және алып тасталғаны көрсетілген.',
  'page.changes.first': 'Бұл — бірінші редакция: оны салыстыратын ештеңе жоқ.',
  'page.changes.none': 'Сөздері мен уәделері бұрынғыдай.',
  'page.changes.acts': 'Шешім',
  'page.changes.acts-why':
    'Әр шешім журналда қалады. Шешім қабылданғанға дейін сервис бұрынғы редакция бойынша жұмыс істейді.',
  'page.changes.approve': 'Тармақ-тармағымен оқып, бекіту',
  'page.changes.act.drop': 'Қабылдамау',
  'page.changes.act.reopen': 'Қайта қарауға алу',
  'page.changes.act.adopt': 'Осы жоба бойынша жұмыс істеу',
  'page.changes.total.added': 'Қосылған тармақ',
  'page.changes.total.removed': 'алып тасталғаны',
  'page.changes.total.changed': 'өзгергені',
  'page.changes.total.moved': 'орны ауысқаны',
  'page.changes.total.same': 'сол күйінде қалғаны',
  'page.changes.total.come': 'Қосылған уәде',
  'page.changes.total.gone': 'алып тасталған уәде',
  'page.changes.fate.added': 'Қосылған тармақ',
  'page.changes.fate.removed': 'Алып тасталған тармақ',
  'page.changes.fate.changed': 'Өзгерген тармақ',
  'page.changes.fate.moved': 'Орны ауысқан тармақ',
  'page.changes.fate.same': 'Сөздері сол, түсіндірмесі басқа тармақ',
  'page.changes.come': 'пайда болды',
  'page.changes.gone': 'алып тасталды',
  'page.changes.place': 'Редакция: {{version}}, тармақ: {{number}}',
  'page.changes.not-there': 'Мұндай тармақ жоқ.',
  'page.changes.all-versions': 'Саясаттың барлық редакциясы',
  'page.approve.against': 'Бұл жоба нені өзгертеді',

  'cli.handed-over': 'Бұл қалтада Kepil жұмыс істеп тұр: {{url}}. Саясат соған берілді.',
  'cli.waiting': 'Бұл қалтадағы Kepil іске қосылып немесе тоқтап жатыр, күтіп тұрмыз.',
  'cli.line.changes': 'не өзгерді',
  'cli.draft-opened':
    'Мәтін өзгерді. Жауапты тұлғаның шешімін күтетін редакция: {{version}}. Бұрынғысы күшінде.',
  'cli.draft-opened.help': 'Бұл басқа сервис болса, оған өз белгілемесін беріңіз: --as.',
  'cli.draft-waits': 'Жауапты тұлғаның шешімін күтетін редакция: {{version}}.',
  'cli.draft-replaced':
    'Шешім күтіп тұрған редакцияның орнын осы мәтін басты. Бұрынғы редакция: {{version}}.',
  'cli.draft-dropped':
    'Бұл мәтінді жауапты тұлға қабылдамаған; оны жұмыс орнындағы «Редакциялар» бөлімінде қайта қарауға алуға болады.',
  'error.key-twice': '«{{one}}» және «{{other}}» файлдары сервиске бірдей белгілеме береді: {{key}}.',
  'error.key-twice.help': 'Оларды бір-бірлеп беріп, әрқайсысына өз белгілемесін қойыңыз: --as.',
  'error.control-denied':
    '«{{data}}» деректер қалтасында басқа пайдаланушының Kepil бағдарламасы жұмыс істеп тұр.',
  'error.control-denied.help':
    'Пәрменді сол пайдаланушының атынан орындаңыз немесе басқа қалтаны көрсетіңіз: --data.',
  'error.control-stopping': 'Kepil тоқтап жатыр, жаңа тапсырма қабылдамайды.',
  'error.control-version':
    'Бұл қалтада жұмыс істеп тұрған Kepil нұсқасы: {{running}}, пәрменнің нұсқасы: {{asking}}.',
  'error.control-version.help':
    'Жұмыс істеп тұрған Kepil бағдарламасын тоқтатып, оны пәрменнің нұсқасымен іске қосыңыз.',

  'error.draft-changed': 'Беттегі жоба қазір басқа. Ештеңе өзгерген жоқ.',
  'error.draft-changed.help': 'Бетті қайта ашып, қазір шешім күтіп тұрған мәтінді оқыңыз.',

  'because.draft-replaced': 'Шешім күтіп тұрған жобаның орнын кейінгі мәтін басты.',
  'because.draft-dropped': 'Жобаны жауапты тұлға қабылдамады.',
  'because.draft-reopened': 'Қабылданбаған жоба қайтадан шешім күтіп тұр.',
  'because.draft-adopted': 'Сервис келесі жоба бойынша жұмыс істейді.',
};
