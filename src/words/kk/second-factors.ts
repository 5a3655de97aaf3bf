import type { Translation } from '../translation.ts';

/** Sentences about what staff sign in with beside their password. */
export const secondFactors: Translation = {
  'page.factor.title': 'Кіруді растау',
  'page.factor.lead': 'Құпиясөз дұрыс. Екінші қадам қалды: телефоныңыздағы қолданбаның коды.',
  'page.factor.code': 'Қолданбадағы код',
  'page.factor.code-hint': 'Алты цифр. Әр код бір рет қабылданады, жаңасы 30 секундтан кейін шығады.',
  'page.factor.why':
    'Құпиясөзді аңдып көруге немесе алдап білуге болады. Екінші қадам тек құпиясөзі бар адамды кіргізбейді.',
  'page.factor.send': 'Кіру',
  'page.factor.no-phone': 'Телефон қол астында жоқ',
  'page.factor.recovery': 'Қалпына келтіру коды',
  'page.factor.recovery-hint': 'Өзіңіз сақтаған он кодтың бірі. Пайдаланылған код енді жарамайды.',
  'page.factor.no-codes': 'Кодтар да болмаса, әкімшіден кіруге жаңа сілтеме сұраңыз.',
  'page.factor.leave': 'Кіруді тоқтату',
  'page.enrol.title': 'Кірудің екінші қадамы',
  'page.enrol.lead':
    'Құпиясөз қойылды. Енді бір реттік кодтарды көрсететін қолданбаны қосыңыз. Онсыз жұмыс орны ашылмайды.',
  'page.enrol.scan': '1. Қолданбаға жазба қосыңыз',
  'page.enrol.scan-how':
    'Уақыт бойынша код беретін (TOTP) кез келген қолданба жарайды: Aegis, Google Authenticator, құпиясөздер менеджері. Оны суретке бағыттаңыз.',
  'page.enrol.picture': 'Код қолданбасына арналған QR-код',
  'page.enrol.no-picture': 'Сурет оқылмайды немесе қолданба осы құрылғыда',
  'page.enrol.open': 'Қолданбада ашу',
  'page.enrol.type': 'Немесе кілтті қолмен енгізіңіз:',
  'page.enrol.secret-why':
    'Сурет пен кілт бір нәрсені көрсетеді. Оларды ешкімге жібермеңіз, суретін сақтамаңыз.',
  'page.enrol.give': '2. Қолданба көрсеткен кодты енгізіңіз',
  'page.enrol.code-why': 'Бұл қолданбаның дұрыс бапталғанын және сағаттың дұрыс жүретінін тексереді.',
  'page.enrol.send': 'Қолданбаны қосу',
  'page.recovery.title': 'Қалпына келтіру кодтары',
  'page.recovery.lead':
    'Бұл кодтарды қазір жазып алыңыз немесе басып шығарыңыз: олар екінші рет көрсетілмейді. Телефон жоғалса, керек болады.',
  'page.recovery.why':
    'Әр код бір рет жарайды. Оларды құпиясөзден бөлек, мысалы сейфте қағаз түрінде сақтаңыз. Бұрынғы кодтар енді жарамайды.',
  'page.recovery.list': 'Кодтар',
  'page.recovery.next': 'Кодтар сақталды, жалғастыру',
  'page.flash.recovery-used': 'Қалпына келтіру кодымен кірдіңіз. Қалған кодтар саны: {{left}}.',
  'page.ended.staff-step':
    'Кіру аяқталмады: 10 минуттан көп уақыт өтті немесе ол қайта басталды. Құпиясөзді тағы бір рет енгізіңіз.',
  'page.template.staff-recovery-used': 'Қалпына келтіру кодымен кіру',
  'notice.message.staff-recovery-used.subject': 'Қалпына келтіру кодымен кіру',
  'notice.message.staff-recovery-used.text':
    'Kepil жұмыс орнына сіздің атыңыздан қалпына келтіру кодымен кірді. Қалған кодтар саны: {{left}}. Бұл сіз болмасаңыз, әкімшіге бірден хабарлаңыз.',
  'problem.factor-wrong': 'Код сәйкес келмеді.',
  'problem.factor-wrong.help':
    'Телефон сағатының дұрыс жүретінін тексеріп, келесі кодты күтіңіз: әрқайсысы бір рет қабылданады.',
  'problem.app-wrong': 'Код сәйкес келмеді, қолданба қосылмады.',
  'problem.app-wrong.help': 'Телефон сағатының дұрыс жүретінін тексеріп, қазір көрсетілген кодты енгізіңіз.',
  'because.factor-added-app': 'Бір реттік кодтар қолданбасы қосылды.',
  'because.entered-by-app': 'Кіру: құпиясөз және қолданбадағы код.',
  'because.entered-by-recovery': 'Кіру: құпиясөз және қалпына келтіру коды.',
  'because.second-factor-wrong': 'Құпиясөз дұрыс болды, екінші қадамнан өтпеді.',
  'because.second-factor-locked': 'Қатарынан тым көп қате код: келесі әрекетті күтуге тура келеді.',
  'page.staff-prove.title': 'Бұл сіз екеніңізді растаңыз',
  'page.staff-prove.lead':
    'Бұл әрекет құқықтарды, кіру тәсілін немесе саясатты өзгертеді, ал соңғы растаудан бері 10 минуттан көп уақыт өтті.',
  'page.staff-prove.kept': 'Толтырғаныңыз жоғалған жоқ: растағаннан кейін ол өзі жіберіледі.',
  'page.staff-prove.why':
    'Осылайша құлыпталмаған компьютеріңізге отырған бөгде адам қайтарылмайтын ештеңе жасай алмайды.',
  'page.staff-prove.send': 'Растау',
  'page.staff-prove.back': 'Бас тартып, қайту',
  'page.staff-security.title': 'Менің кіруім',
  'page.staff-security.lead':
    'Құпиясөз, кірудің екінші қадамы және қалпына келтіру кодтары. Әр өзгеріс журналға жазылады.',
  'page.staff-security.factors': 'Кірудің екінші қадамы',
  'page.staff-security.factors-why':
    'Қолданбаны басқасына ауыстыруға болады. Телефон жоғалса, қалпына келтіру кодымен кіріп, жаңа телефондағы қолданбаны қосыңыз.',
  'page.staff-security.app': 'Код қолданбасы',
  'page.staff-security.added': 'Қосылды',
  'page.staff-security.used': 'Соңғы кіру',
  'page.staff-security.replace-app': 'Басқа қолданба қосу',
  'page.staff-security.codes': 'Қалпына келтіру кодтары',
  'page.staff-security.codes-left': 'Қалған кодтар саны: {{n}}, барлығы: {{all}}.',
  'page.staff-security.codes-why':
    'Телефон болмаса, қалпына келтіру коды екінші қадамның орнына жүреді. Кодтар азайғанда жаңасын жасаңыз.',
  'page.staff-security.codes-new': 'Жаңа кодтар жасау',
  'page.staff-security.password': 'Құпиясөз',
  'page.staff-security.password-why': 'Құпиясөз ауысқаннан кейін басқа сеанстарыңыз аяқталады.',
  'page.staff-security.password-current': 'Қазіргі құпиясөз',
  'page.staff-security.password-new': 'Жаңа құпиясөз',
  'page.staff-security.password-send': 'Құпиясөзді ауыстыру',
  'page.staff-security.entries': 'Кіруіңіз туралы жазбалар',
  'page.staff-security.entries-why': 'Мұнда есіңізде жоқ кіру болса, құпиясөзді ауыстырып, әкімшіге айтыңыз.',
  'page.add-app.title': 'Код қолданбасы',
  'page.add-app.lead':
    'Қолданба бұрыннан қосылған болса, жаңасы оның орнын басады, бұрынғысы жарамай қалады.',
  'page.add-app.back': 'Ештеңе өзгертпей қайту',
  'page.flash.security.password': 'Құпиясөз ауысты, басқа сеанстар аяқталды.',
  'page.flash.security.app': 'Қолданба қосылды.',
  'page.staff-member.reset': 'Кіруді қайта бастату',
  'page.staff-member.reset-why':
    'Телефоны мен кодтарын жоғалтқан немесе құпиясөзін ұмытқан қызметкерге арналған. Алдымен дәл соның сұрап отырғанына көз жеткізіңіз. Рөлдер қалады.',
  'page.staff-member.reset-confirm':
    'Иә, бұл қызметкердің құпиясөзін, екінші қадамын және сеанстарын өшіру керек',
  'page.staff-member.reset-send': 'Өшіріп, сілтеме беру',
  'problem.proof-wrong': 'Құпиясөз немесе код сәйкес келмеді.',
  'problem.proof-wrong.help':
    'Пернетақта тілін тексеріп, келесі кодты күтіңіз: әрқайсысы бір рет қабылданады.',
  'problem.staff-password-wrong': 'Қазіргі құпиясөз сәйкес келмеді.',
  'problem.staff-password-wrong.help': 'Пернетақта тілін тексеріңіз. Құпиясөз ауысқан жоқ.',
  'problem.not-at-work': 'Өшіретін ештеңе жоқ: бұл қызметкер қазір жұмыс істемейді.',
  'problem.not-at-work.help': 'Оның бетін қайта ашып, сілтеме беріңіз.',
  'because.factor-replaced-app': 'Бір реттік кодтар қолданбасы басқасымен ауыстырылды.',
  'because.recovery-codes-made': 'Жаңа қалпына келтіру кодтары жасалды, бұрынғылары жарамайды.',
  'because.proved-anew': 'Тұлға қайта расталды: құпиясөз және екінші қадам.',
  'because.proof-wrong': 'Ашық сеанста қате құпиясөз енгізілді.',
  'because.entry-reset': 'Әкімші кіруді қайта бастатты: құпиясөз, екінші қадам, сеанстар.',
};
