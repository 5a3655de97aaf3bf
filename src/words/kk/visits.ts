import type { Translation } from '../translation.ts';

/** What is recorded of visits: terms, pages that show them. */
export const visits: Translation = {
  'because.visit-term-over':
    'Осы күннің кірулерін сақтау мерзімі бітті: күннің кілті жойылды, оларды енді ашуға болмайды.',
  'because.visit-term-changed': 'Жауапты тұлға кірулерді сақтау мерзімін өзгертті.',
  'problem.visit-term-range':
    'Кірулерді сақтау мерзімі — күндердің бүтін саны, кемінде 1, көп дегенде {{n}}.',
  'problem.visit-term-range.help': 'Оны цифрмен жазыңыз немесе өрісті бос қалдырыңыз.',
  'notice.act.count.visits': 'кірулер',
  'because.visits-undeclared':
    'Саясаттың жаңа редакциясы кірулер туралы деректердің бір бөлігін мәлімдемейді, сондықтан келісімсіз жазылған кірулер жойылды.',
  'because.visits-cleared': 'Субъект өз кірулерін жойды.',
  'notice.delete.visits': 'Беттерге кірулер',
  'export.visits': 'Менің кірулерім',
  'export.visits.what': 'уақыт, бет мекенжайы, IP-мекенжай және браузер — саясат бойынша жазылатыны',
  'page.nav.visits': 'Кірулер',
  'page.visits.title': 'Кірулер',
  'page.visits.lead': 'Сервис беттері неше рет ашылғаны. Оларды кім ашқаны мұнда ешкімге көрінбейді.',
  'page.visits.recorded': 'Жазылады',
  'page.visits.kept': 'Сақтау мерзімі',
  'page.visits.none':
    'Саясат кірулер туралы деректерді жарияламайды, сондықтан олар туралы ештеңе жазылмайды.',
  'page.visits.empty': 'Мұнда кірулер саны бар күндер тұрады. Әзірге олар жоқ.',
  'page.visits.total': 'Барлық кірулер: {{n}}',
  'page.visits.page': 'Бет',
  'page.visits.n': 'Кірулер саны',
  'page.visits.few': 'аз (< {{n}})',
  'page.visits.day': 'Күн',
  'page.visits.time': 'Қашан',
  'page.visits.address': 'IP-мекенжай',
  'page.visits.client': 'Браузері',
  'page.my-visits.title': 'Менің кірулерім',
  'page.my-visits.lead':
    'Келісіміңіз күшінде болғанда сервис беттерін қалай ашқаныңыз туралы не жазылғаны. Келісімсіз тек желі мен минут жазылады, сізбен байланыссыз.',
  'page.my-visits.empty': 'Мұнда келісіміңізбен жазылған кірулеріңіз тұрады. Әзірге олар жоқ.',
  'page.my-visits.clear': 'Менің кірулерімді жою',
  'page.my-visits.clear-why':
    'Жазылған кірулер бірден жойылады, оларды қайтаруға болмайды. Келісім күшінде болғанда жаңалары жазылады; оны «Келісімдер» бөлімінде кері қайтарып алуға болады.',
  'page.my-data.visits-why': 'Бұл деректер беттерді ашқаныңызда өздігінен пайда болады және бөлек жатады.',
  'page.my-data.visits-show': 'Менің кірулерімді көрсету',
  'page.settings.visits': 'Кірулерді сақтау',
  'page.settings.visits-why':
    'Мерзім саясатта айтылғаннан ұзақ бола алмайды. Қысқасы жазылып қойған күндерге де қолданылады.',
  'page.settings.visit-days': 'Мерзім, күн',
  'page.settings.visit-days-hint':
    'Кемінде 1, көп дегенде {{n}}. Бос болса — саясат бойынша, ал ол айтпаса — 30 күн.',
  'page.subject.visits': 'Кірулер',
  'page.subject.visits-why':
    'Кірулер тек осы адамның өтініші үшін және деректерді қорғау үшін оқылады. Әр оқу жазылады, оны адам көреді.',
  'page.subject.visits-send': 'Кірулерді оқу',
  'page.subject.visits-none': 'Жазылған кірулер жоқ.',
  'page.subject.visits-no-matter':
    'Кірулерді оқу үшін осы адамның ашық өтініші керек. Қазір ондай өтініш жоқ.',
  'page.visits.term.policy_one': '{{count}} күн: саясатта солай айтылған',
  'page.visits.term.policy_other': '{{count}} күн: саясатта солай айтылған',
  'page.visits.term.officer_one': '{{count}} күн: жауапты тұлға солай шешті',
  'page.visits.term.officer_other': '{{count}} күн: жауапты тұлға солай шешті',
  'page.visits.term.default_one': '{{count}} күн: саясатта айтылмаған, жауапты тұлға мерзім таңдамаған',
  'page.visits.term.default_other': '{{count}} күн: саясатта айтылмаған, жауапты тұлға мерзім таңдамаған',
  'page.flash.visits-cleared_one': 'Жойылған кірулер: {{count}}.',
  'page.flash.visits-cleared_other': 'Жойылған кірулер: {{count}}.',
};
