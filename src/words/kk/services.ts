import type { Translation } from '../translation.ts';

/** Several services side by side: versions of a policy, drafts that wait, files handed over to a running Kepil. */
export const services: Translation = {
  'page.nav.versions': 'Нұсқалар',
  'page.policy.status.replaced': 'шешімге дейін ауыстырылды',
  'page.policy.status.dropped': 'қабылданбады',
  'page.waiting.label': 'Жоба шешім күтуде',
  'page.waiting.text':
    'Саясаттың мәтіні өзгерді. Шешіміңізді күтіп тұрған нұсқа: {{version}}. Әзірге бұрынғысы қолданылады.',
  'page.waiting.look': 'Өзгерістерді көру',

  'page.versions.title': 'Саясаттың нұсқалары',
  'page.versions.lead':
    'Жаңа мәтін бұрынғысын ешқашан өздігінен алмастырмайды: ол жауапты тұлғаның шешімін күтеді. Әр адам өзі келісім ' +
    'берген нұсқада қалады.',
  'page.versions.number': 'Нұсқа: {{version}}',
  'page.versions.waiting': 'Шешім күтуде',
  'page.versions.waiting-why': 'Бір ғана жоба күте алады: кейінгі мәтін бұрынғысының орнын басады.',
  'page.versions.none-waiting':
    'Шешім күтіп тұрған жоба жоқ. Жаңа мәтін kepil run файл командасымен беріледі.',
  'page.versions.look': 'Не өзгеретінін көру. Нұсқа: {{version}}',
  'page.versions.all': 'Барлық нұсқалар',
  'page.versions.state.in-force': 'Қолданыста',
  'page.versions.state.draft': 'Сервис осы жоба бойынша жұмыс істейді',
  'page.versions.state.waiting': 'Жауапты тұлғаның шешімін күтуде',
  'page.versions.state.superseded': 'Бұрын қолданыста болды; орнын келесісі басты',
  'page.versions.state.replaced': 'Жоба; шешім қабылданғанға дейін орнын кейінгісі басты',
  'page.versions.state.dropped': 'Жобаны жауапты тұлға қабылдамады',
  'page.versions.done.drop': 'Жоба қабылданбады. Бұрынғы нұсқа қолданылады.',
  'page.versions.done.reopen': 'Жоба қайтадан шешім күтуде.',
  'page.versions.done.adopt': 'Сервис осы жоба бойынша жұмыс істейді. Тіркелгендер өз нұсқасында қалды.',
  'page.versions.public': 'Басқа нұсқалар',
  'page.versions.public-old': 'Бұл — бұрынғы нұсқа. Онымен келіскендер үшін ол күшінде қалады.',
  'page.versions.public-now': 'Қолданыстағысын оқу',

  'page.changes.title': 'Не өзгерді',
  'page.changes.lead':
    'Салыстырылатын нұсқалар: {{before}} және {{version}}. Не қосылғаны, не өзгергені және не алынғаны көрсетілген.',
  'page.changes.first': 'Бұл — бірінші нұсқа: оны салыстыратын ештеңе жоқ.',
  'page.changes.none': 'Сөздері мен уәделері бұрынғыдай.',
  'page.changes.acts': 'Шешім',
  'page.changes.acts-why':
    'Әр шешім журналда қалады. Шешім болғанға дейін сервис бұрынғы нұсқамен жұмыс істейді.',
  'page.changes.approve': 'Тармақ бойынша оқып, бекіту',
  'page.changes.act.drop': 'Қабылдамау',
  'page.changes.act.reopen': 'Қайта қарауға алу',
  'page.changes.act.adopt': 'Осы жоба бойынша жұмыс істеу',
  'page.changes.total.added': 'Қосылған тармақ',
  'page.changes.total.removed': 'алынғаны',
  'page.changes.total.changed': 'өзгергені',
  'page.changes.total.moved': 'орны ауысқаны',
  'page.changes.total.same': 'сол күйі қалғаны',
  'page.changes.total.come': 'Қосылған уәде',
  'page.changes.total.gone': 'алынған уәде',
  'page.changes.fate.added': 'Қосылған тармақ',
  'page.changes.fate.removed': 'Алынған тармақ',
  'page.changes.fate.changed': 'Өзгерген тармақ',
  'page.changes.fate.moved': 'Орны ауысқан тармақ',
  'page.changes.fate.same': 'Сөздері сол, оқылуы басқа тармақ',
  'page.changes.come': 'пайда болды',
  'page.changes.gone': 'жойылды',
  'page.changes.place': 'Нұсқа: {{version}}, тармақ: {{number}}',
  'page.changes.not-there': 'Мұндай тармақ жоқ.',
  'page.changes.all-versions': 'Саясаттың барлық нұсқалары',
  'page.approve.against': 'Бұл жоба нені өзгертеді',

  'error.draft-changed': 'Беттегі жоба қазір басқа. Ештеңе өзгерген жоқ.',
  'error.draft-changed.help': 'Бетті қайта ашып, қазір шешім күтіп тұрған мәтінді оқыңыз.',

  'because.draft-replaced': 'Шешім күтіп тұрған жобаның орнын кейінгі мәтін басты.',
  'because.draft-dropped': 'Жобаны жауапты тұлға қабылдамады.',
  'because.draft-reopened': 'Қабылданбаған жоба қайтадан шешім күтуде.',
  'because.draft-adopted': 'Сервис келесі жоба бойынша жұмыс істейді.',
};
