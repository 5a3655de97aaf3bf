import type { Translation } from '../translation.ts';

/** The text of a policy: see the Russian file. */
export const policyText: Translation = {
  'notice.policy.title': 'Құпиялық саясаты: {{name}}',
  'notice.policy.title-bare': 'Құпиялық саясаты',
  'notice.policy.dated': '{{date}} редакциясы',
  'notice.policy.section.general': 'Жалпы ережелер',
  'notice.policy.section.data': 'Қандай деректерді жинаймыз',
  'notice.policy.section.purposes': 'Деректер не үшін керек',
  'notice.policy.section.grounds': 'Негіздер және келісім',
  'notice.policy.section.processing': 'Өңдеу және сақтау',
  'notice.policy.section.transfer': 'Деректерді беру',
  'notice.policy.section.abroad': 'Трансшекаралық беру және жариялау',
  'notice.policy.section.rights': 'Сіздің құқықтарыңыз',
  'notice.policy.section.cookies': 'Cookie файлдары',
  'notice.policy.section.marketing': 'Таратылымдар және жарнама',
  'notice.policy.section.minors': 'Балалар мен жасөспірімдер',
  'notice.policy.section.security': 'Деректерді қорғау',
  'notice.policy.section.content': 'Материалдарды орналастыру қағидалары',
  'notice.policy.section.automation': 'Автоматтандырылған шешімдер',
  'notice.policy.section.changes': 'Саясатты өзгерту',
  'notice.policy.section.contacts': 'Байланыс',
  'notice.policy.operator': 'Дербес деректердің операторы: {{name}}.',
  'notice.policy.operator-unnamed': 'Дербес деректердің операторы саясатта аталмаған.',
  'notice.policy.operator-bin': 'Оператордың БСН-і (ЖСН-і): {{number}}.',
  'notice.policy.operator-address': 'Оператордың мекенжайы: {{address}}.',
  'notice.policy.responsible': 'Дербес деректерді өңдеуді ұйымдастыруға жауапты: {{name}}.',
  'notice.policy.scope': 'Саясат мына сервистерге қолданылады:',
  'notice.policy.law':
    'Саясатқа Қазақстан Республикасының құқығы, ең алдымен «Дербес деректер және оларды қорғау туралы» Заң қолданылады.',
  'notice.policy.law-other': 'Сондай-ақ аталған:',
  'notice.policy.data-mandatory': 'Міндетті деректер, оларсыз тіркелуге болмайды:',
  'notice.policy.data-optional': 'Қалауыңыз бойынша ұсынатын деректер:',
  'notice.policy.data-automatic': 'Кірген кезде автоматты түрде жиналады:',
  'notice.policy.data-others': 'Басқа тұлғалардан және басқа көздерден аламыз:',
  'notice.policy.data-not': 'Біз жинамаймыз:',
  'notice.policy.data-sources': 'Деректердің көздері:',
  'notice.policy.data-only': 'Осы тізбеде жоқ деректерді біз жинамаймыз.',
  'notice.policy.purposes-base': 'Деректер мына мақсаттарға пайдаланылады:',
  'notice.policy.purposes-own':
    'Деректер бөлек, міндетті емес келісіммен ғана мына мақсаттарға пайдаланылады:',
  'notice.policy.purposes-deidentified':
    'Деректер тек иесіздендірілген түрде мына мақсаттарға пайдаланылады:',
  'notice.policy.purpose-data': '{{purpose}}: {{data}}',
  'notice.policy.purpose-all': '{{purpose}}: аталған деректердің бәрі',
  'notice.policy.grounds': 'Деректер мына негіздермен өңделеді:',
  'notice.policy.consent-forms': 'Келісімді бөлек әрекетпен бересіз:',
  'notice.policy.consent-term': 'Келісім мерзімі: {{term}}.',
  'notice.policy.withdrawal': 'Келісімді кері қайтару туралы қосымша:',
  'notice.policy.operations': 'Деректермен мына әрекеттер жасалады:',
  'notice.policy.places': 'Деректер сақталатын орын:',
  'notice.policy.terms': 'Деректерді сақтау мерзімдері:',
  'notice.policy.terms-end': 'Мерзім өткеннен кейін деректер жойылады, бұл туралы акт жасалады.',
  'notice.policy.term-months_one': '{{rule}}: {{count}} ай',
  'notice.policy.term-months_other': '{{rule}}: {{count}} ай',
  'notice.policy.term-days_one': '{{rule}}: {{count}} күн',
  'notice.policy.term-days_other': '{{rule}}: {{count}} күн',
  'notice.policy.term-of': '{{term}} ({{data}})',
  'notice.policy.transfers':
    'Деректер осында аталғандарға ғана және осында аталған жағдайларда ғана беріледі:',
  'notice.policy.to': 'кімге: {{who}}',
  'notice.policy.when': 'қандай жағдайда: {{when}}',
  'notice.policy.consent-term-none': 'Келісім өңдеу мақсаттарына қол жеткізілгенге дейін жарамды.',
  'notice.policy.withdraw-onward':
    'Келісім қайтарып алынғаны туралы деректерді алушыларға хабарлаймыз: оларға да сол мерзім қолданылады.',
  'notice.policy.blocking':
    'Өтінішіңіз бойынша деректер мәселе шешілгенше бұғатталады: бұғатталған деректер тек сақталады; себебі қалмаса, бұғаттау алынады.',
  'notice.policy.restrictions': 'Беру шектелген:',
  'notice.policy.transfer-none': 'Деректер үшінші тұлғаларға берілмейді.',
  'notice.policy.transfer-authority':
    'Мемлекеттік органның сұрауы бойынша деректер сұрау заңға сай ресімделген жағдайда ғана беріледі.',
  'notice.policy.abroad-none': 'Деректер Қазақстан Республикасынан тыс жерге берілмейді.',
  'notice.policy.abroad-silent':
    'Деректер Қазақстан Республикасынан тыс жерге бөлек келісім болғанда ғана беріледі.',
  'notice.policy.abroad': 'Қазақстан Республикасынан тыс жерге беру туралы:',
  'notice.policy.published-none': 'Деректер жалпыға қолжетімді дереккөздерде жарияланбайды.',
  'notice.policy.published-consent':
    'Деректер жалпыға қолжетімді дереккөздерде бөлек келісіммен ғана жарияланады.',
  'notice.policy.rights': 'Сіз құқылысыз:',
  'notice.policy.rights-how': 'Өтініш беру жолдары:',
  'notice.policy.rights-complain':
    'Оператордың әрекеттеріне уәкілетті органға шағымдануға немесе сотқа жүгінуге болады.',
  'notice.policy.cookies-necessary': 'Қажетті cookie файлдары:',
  'notice.policy.cookies-optional': 'Сіздің таңдауыңыздан кейін ғана:',
  'notice.policy.cookies-also': 'Cookie файлдары туралы қосымша:',
  'notice.policy.cookies-choice':
    'Онсыз болатын cookie файлдары тек сіздің келісіміңізбен қойылады; таңдауды кез келген уақытта өзгертуге болады.',
  'notice.policy.marketing': 'Таратылымдар мен жарнама туралы:',
  'notice.policy.minors': 'Жас туралы:',
  'notice.policy.security': 'Қорғау шаралары:',
  'notice.policy.permissions': 'Рұқсатыңызбен сервис мыналарға қол жеткізеді:',
  'notice.policy.content': 'Орналастыруға болмайды, ал орналастырылғаны үшін мыналар болуы мүмкін:',
  'notice.policy.automation': 'Бағдарлама қабылдайтын шешімдер туралы:',
  'notice.policy.changes': 'Өзгерістер туралы:',
  'notice.policy.changes-kept':
    'Әр редакцияның нөмірі мен күні бар; бұрынғы редакциялар сақталады. Егер жаңа редакция өңдеуді кеңейтсе, ол сізге келісіміңізбен ғана қолданылады.',
  'notice.policy.contacts': 'Оператормен байланысу:',
  'notice.policy.contact': '{{channel}}: {{value}}',
  'notice.policy.summary': 'Қысқаша',
  'notice.policy.withdraw_one':
    'Келісімді кез келген уақытта кері қайтарып алуға болады. Ол бойынша өңдеу {{count}} жұмыс күні ішінде тоқтатылады. Заңдарға қайшы келсе немесе орындалмаған міндеттеме болса, келісімді кері қайтарып алуға да, деректерді жоюға да болмайды.',
  'notice.policy.withdraw_other':
    'Келісімді кез келген уақытта кері қайтарып алуға болады. Ол бойынша өңдеу {{count}} жұмыс күні ішінде тоқтатылады. Заңдарға қайшы келсе немесе орындалмаған міндеттеме болса, келісімді кері қайтарып алуға да, деректерді жоюға да болмайды.',
  'notice.policy.transfer-told_one':
    'Деректеріңіз басқаға берілсе, бұл туралы сізге {{count}} жұмыс күні ішінде хабарланады.',
  'notice.policy.transfer-told_other':
    'Деректеріңіз басқаға берілсе, бұл туралы сізге {{count}} жұмыс күні ішінде хабарланады.',
  'notice.policy.rights-reply_one':
    'Деректеріңіз туралы өтінішке {{count}} жұмыс күні ішінде және тегін жауап беріледі.',
  'notice.policy.rights-reply_other':
    'Деректеріңіз туралы өтінішке {{count}} жұмыс күні ішінде және тегін жауап беріледі.',
  'notice.policy.rights-act_one':
    'Өтініш бойынша деректер {{count}} жұмыс күні ішінде өзгертіледі, бұғатталады немесе жойылады.',
  'notice.policy.rights-act_other':
    'Өтініш бойынша деректер {{count}} жұмыс күні ішінде өзгертіледі, бұғатталады немесе жойылады.',
  'notice.policy.breach_one':
    'Деректер қауіпсіздігінің бұзылуы туралы уәкілетті органға {{count}} жұмыс күні ішінде хабарлаймыз.',
  'notice.policy.breach_other':
    'Деректер қауіпсіздігінің бұзылуы туралы уәкілетті органға {{count}} жұмыс күні ішінде хабарлаймыз.',
};
