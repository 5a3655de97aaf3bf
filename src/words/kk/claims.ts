/** Requests of people without an account, and of whoever speaks for a child. */
export const claims = {
  'because.request-by-form': 'Өтініш сайттағы нысан арқылы келді.',
  'page.claim.title': 'Кабинетсіз жүгіну',
  'page.claim.lead': 'Есептік жазбаңыз болмаса немесе оған кіре алмасаңыз.',
  'page.claim.sign-in': 'Есептік жазбаңыз бар ма? Кабинетте жылдамырақ',
  'page.claim.why':
    'Алдымен сіздің жүгінгеніңізге көз жеткіземіз. Оған дейін деректер туралы ештеңе айтылмайды және олармен ештеңе істелмейді.',
  'page.claim.child-title': 'Баланың деректері',
  'page.claim.child-lead':
    'Ата-аналар мен қорғаншыларға: бала сервисті пайдаланса немесе мұнда ол туралы деректер болса.',
  'page.claim.child-why':
    'Жазба табылса, оның деректері бірден қорғалады. Оның бар-жоғын құжаттар тексерілгеннен кейін ғана айтамыз.',
  'page.claim.child': 'Бала туралы',
  'page.claim.child-name': 'Баланың аты-жөні',
  'page.claim.child-address': 'Ол көрсеткен пошта немесе телефон',
  'page.claim.child-address-hint': 'Тіркелгендегідей, толық',
  'page.claim.proof': 'Балаға кім болып келесіз',
  'page.claim.proof-hint': 'Және оны қандай құжат растайды. Оны көрсету сұралады.',
  'page.claim.you': 'Өзіңіз туралы',
  'page.claim.name': 'Аты-жөніңіз',
  'page.claim-taken.title': 'Өтініш қабылданды',
  'page.claim-taken.next':
    'Нөмірін жазып алыңыз: қоңырау шалсаңыз немесе жазсаңыз, өтінішті сол бойынша табамыз.',
  'page.claim-taken.back': 'Сервис бетіне',
  'page.request.child': 'Бала туралы өтініш',
  'page.request.child-account': 'Есептік жазба',
  'page.request.child-found': 'Табылды',
  'page.request.child-unknown': 'Бұл мекенжай бойынша ешкім жоқ',
  'page.request.destroy': 'Баланың деректерін жою',
  'page.request.destroy-hint':
    'Бірден және біржола: оларды қайтару мүмкін болмайды. Бас тартылса, бұғаттау алынады.',
  'problem.destroy-unconfirmed': 'Баланың деректерін жою керектігін растаңыз.',
  'problem.destroy-unconfirmed.help': 'Нысанда белгілеңіз немесе бас тартуды таңдаңыз.',
  'notice.message.request-about.subject': 'Деректеріңіз туралы өтініш: {{service}}',
  'notice.message.request-about.text':
    '«{{service}}» сервисі өзін заңды өкіл деп атаған адамнан деректеріңіз туралы № {{number}} өтініш алды. Тексерілгенше деректер бұғатталды. Бұл қате болса, жеке кабинетте хабарлаңыз: {{link}}',
  'page.template.request-about': 'Адамның деректері туралы өтініш',
} as const;
