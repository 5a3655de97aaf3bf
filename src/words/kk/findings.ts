import type { Translation } from '../translation.ts';

/** What the rules object to in a policy, and how it is told. */
export const findings: Translation = {
  'finding.consent-by-use': 'Келісім деп пайдаланудың өзі аталған: мұндай келісімді растау мүмкін емес.',
  'finding.consent-by-use.help': 'Келісім беретін әрекетті атаңыз: бөлек белгі, код, қолтаңба.',
  'finding.bundled-consent':
    'Келісім шартты қабылдаумен біріктірілген немесе «бәрі не ештеңе» талабымен алынады.',
  'finding.bundled-consent.help':
    'Келісімді шарттан бөлек сұраңыз, міндетті емес мақсаттарға — міндеттілерінен бөлек.',
  'finding.operator-unnamed': 'Оператор аталмаған: келісім кімге берілетіні белгісіз.',
  'finding.operator-unnamed.help': 'Операторды, оның БСН-ін немесе ЖСН-ін және мекенжайын атаңыз.',
  'finding.operator-incomplete': 'Оператор БСН-сіз (ЖСН-сіз) немесе мекенжайсыз аталған.',
  'finding.operator-incomplete.help': 'Жетіспейтінін қосыңыз: БСН болмаса, келісім толық емес.',
  'finding.contact-missing': 'Өтініш беруге болатын бірде-бір мекенжай жоқ.',
  'finding.contact-missing.help': 'Кемінде екі байланыс тәсілін көрсетіңіз, біреуі жазбаша болсын.',
  'finding.contact-single': 'Өтініш берудің бір ғана тәсілі бар.',
  'finding.contact-single.help': 'Біріншісі істемей қалған жағдайға екінші байланыс тәсілін қосыңыз.',
  'finding.responsible-missing': 'Дербес деректерді өңдеуді ұйымдастыруға жауапты тұлға аталмаған.',
  'finding.responsible-missing.help':
    'Заңды тұлға мұндай тұлғаны тағайындайды: лауазымы мен мекенжайын көрсетіңіз.',
  'finding.inventory-missing': 'Дербес деректердің тізбесі жоқ.',
  'finding.inventory-missing.help': 'Жиналатынның бәрін атап шығыңыз: тізбеде жоқты жинауға болмайды.',
  'finding.inventory-open': 'Деректер тізбесі ашық: онда «өзге» деректер бар.',
  'finding.inventory-open.help':
    'Тізбені тұйықтаңыз: бұл деректерді атаңыз немесе олар туралы сөзді алып тастаңыз.',
  'finding.purposes-missing': 'Деректер жиналады, бірақ бірде-бір мақсат аталмаған.',
  'finding.purposes-missing.help':
    'Мақсаттарды атаңыз: деректер алдын ала жарияланған мақсаттарға ғана пайдаланылады.',
  'finding.datum-without-purpose': 'Мақсаты жоқ деректер: {{what}}.',
  'finding.datum-without-purpose.help': 'Оларды мақсатпен байланыстырыңыз немесе жинамаңыз.',
  'finding.ground-outside-law': 'Заңда жоқ негіздер: {{what}}.',
  'finding.ground-outside-law.help': 'Келісім сұраңыз немесе заңның тұйық тізбесіндегі жағдайды атаңыз.',
  'finding.transfer-without-consent':
    'Деректерді үшінші тұлғаларға келісімсіз беру сервистің қажетімен немесе құқықтарды қорғаумен түсіндірілген.',
  'finding.transfer-without-consent.help':
    'Деректерді беруге бөлек келісім сұраңыз немесе заңдағы жағдайды атаңыз.',
  'finding.risk-shifted':
    'Деректердің дәлдігі немесе алушылардың әрекеттері үшін тәуекел пайдаланушыға жүктелген.',
  'finding.risk-shifted.help': 'Мұны алып тастаңыз: өңдеуге оператор жауап береді.',
  'finding.term-missing': 'Сақтау мерзімі санмен де, оқиғамен де аталмаған.',
  'finding.term-missing.help': 'Деректердің әр түріне мерзімін немесе олар жойылатын оқиғаны атаңыз.',
  'finding.term-unlimited': 'Деректер мерзімсіз сақталады.',
  'finding.term-unlimited.help':
    'Мерзімін атаңыз: заң өзгеше талап етпесе, мақсатқа қажеттіден ұзақ сақтауға болмайды.',
  'finding.storage-abroad-only': 'Шетелде сақтауға жол берілген, ал Қазақстандағы база аталмаған.',
  'finding.storage-abroad-only.help':
    'Базаны Қазақстанда сақтап, осыны айтыңыз; шетелде тек көшірмелер бола алады.',
  'finding.storage-place-missing': 'Базаның Қазақстанда сақталатыны айтылмаған.',
  'finding.storage-place-missing.help': 'Сақталатын жерін атаңыз.',
  'finding.right-missing': 'Мәтінде айтылмаған құқықтар: {{what}}.',
  'finding.right-missing.help': 'Оларды атаңыз: олар адамға заң бойынша тиесілі.',
  'finding.deadline-missing': 'Өтінішке жауап беру мерзімі аталмаған.',
  'finding.deadline-missing.help': 'Оны жұмыс күндерімен, заңдағы мерзімнен аспайтындай етіп атаңыз.',
  'finding.withdrawal-bypassed': 'Келісім қайтарып алынғаннан кейін де өңдеу жалғаса береді.',
  'finding.withdrawal-bypassed.help':
    'Ол қай заңға немесе орындалмаған қай міндеттемеге байланысты жалғасатынын атаңыз; әйтпесе алып тастаңыз.',
  'finding.withdrawal-missing': 'Келісімді қайтарып алу туралы айтылмаған.',
  'finding.withdrawal-missing.help':
    'Келісімді қалай қайтарып алуға болатынын айтыңыз: бергеннен қиын болмасын.',
  'finding.cookies-choice': 'Міндетті емес cookie файлдары келушінің таңдауынсыз орнатылады.',
  'finding.cookies-choice.help':
    'Оларды тек келісімнен кейін орнатыңыз: браузердің баптауы оның орнына жүрмейді.',
  'finding.cookies-unsaid': 'Cookie файлдары жиналады, ал не үшін екені айтылмаған.',
  'finding.cookies-unsaid.help':
    'Сайттың жұмысына қай cookie файлдары керек, қайсысы таңдау бойынша орнатылатынын айтыңыз.',
  'finding.marketing-without-consent': 'Ұсыныстар жіберіледі, ал оларға бөлек келісім туралы айтылмаған.',
  'finding.marketing-without-consent.help': 'Оларды бөлек келіскендерге ғана жіберіңіз.',
  'finding.marketing-without-end': 'Таратылымнан қалай бас тартуға болатыны айтылмаған.',
  'finding.marketing-without-end.help': 'Қалай бас тартуға болатынын айтыңыз: бір әрекетпен және бірден.',
  'finding.change-silent': 'Саясат адамдарға хабарланбай өзгереді.',
  'finding.change-silent.help': 'Жаңа редакция туралы алдын ала хабарлаңыз және бұрынғыларын сақтаңыз.',
  'finding.date-missing': 'Мәтінде редакцияның күні жоқ.',
  'finding.date-missing.help': 'Редакция қолданысқа енетін күнді қойыңыз.',
  'finding.breach-silence': 'Деректер таралып кетсе не болатыны айтылмаған.',
  'finding.breach-silence.help': 'Ол туралы кімге және қандай мерзімде хабарланатынын айтыңыз.',
  'finding.cross-border-without-consent':
    'Деректер шетелге өтуі мүмкін, ал бұған бөлек келісім туралы айтылмаған.',
  'finding.cross-border-without-consent.help': 'Шетелге ел аталған бөлек келісіммен ғана беріңіз.',
  'finding.cross-border-unsaid': 'Деректердің шетелге берілетіні не берілмейтіні айтылмаған.',
  'finding.cross-border-unsaid.help': 'Мұны тікелей айтыңыз: беріле ме, жоқ па.',
  'finding.recipient-unnamed': 'Аты аталмаған алушылар: {{what}}.',
  'finding.recipient-unnamed.help': 'Деректер берілетін әркімді және не үшін берілетінін атаңыз.',
  'finding.minors-unsaid': 'Балалар мен жасөспірімдер туралы ештеңе айтылмаған.',
  'finding.minors-unsaid.help':
    'Сервисті неше жастан пайдалануға болатынын және кішілер үшін кім келісім беретінін айтыңыз.',
  'finding.minors-known':
    'Балалардың деректері әдейі жиналмайды делінген, бірақ жасы деректердің өзінен белгілі.',
  'finding.minors-known.help': 'Жасты туған күні немесе ЖСН бойынша тексеріңіз және бұл туралы айтыңыз.',
  'finding.ads-choice': 'Жарнама адамның деректері бойынша іріктеледі, ал оған таңдау берілмеген.',
  'finding.ads-choice.help': 'Жарнаманы келіскендерге ғана іріктеңіз және оны өшіруге мүмкіндік беріңіз.',
  'finding.accuracy-unverified':
    'Деректер тексерілмейді, ал мақсаттардың біріне тексерусіз жету мүмкін емес.',
  'finding.accuracy-unverified.help': 'Қай деректер және қалай тексерілетінін айтыңыз.',
  'finding.third-persons': 'Басқа адамдардың деректері пайдаланушының сөзімен қабылданады.',
  'finding.third-persons.help':
    'Бұл адамдарға алынған деректер туралы хабарлаңыз және бас тартуға мүмкіндік беріңіз: келісімді оператор дәлелдейді.',
  'finding.security-vague': 'Бірде-бір қорғау шарасы аталмаған.',
  'finding.security-vague.help':
    'Тексеруге болатын шараларды атаңыз: шифрлау, қолжетімділікті шектеу, журнал.',
  'finding.duty-shifted': 'Саясаттың өзгерістерін қадағалау пайдаланушының өзіне жүктелген.',
  'finding.duty-shifted.help': 'Өзгерістер туралы өзіңіз хабарлаңыз.',
  'finding.research-identified':
    'Деректер статистика мен зерттеулерге жұмсалады, ал иесіздендіру туралы айтылмаған.',
  'finding.research-identified.help': 'Зерттеулерге тек иесіздендірілген деректер алынатынын айтыңыз.',
  'finding.governing-law-missing': 'Саясат қай заң бойынша оқылатыны, Қазақстанның заңы аталмаған.',
  'finding.governing-law-missing.help': 'Оны атаңыз.',
  'cli.check.as-of': 'осы күні қолданыста болған заң бойынша бағалау (ЖЖЖЖ-АА-КК)',
  'cli.check.clauses': 'Тармақтар: {{clauses}}.',
  'cli.check.objections_one': '{{name}}: заң бойынша {{count}} ескерту.',
  'cli.check.objections_other': '{{name}}: заң бойынша {{count}} ескерту.',
  'cli.word.day': 'күн',
  'error.bad-day': '«{{value}}» — күн емес.',
  'error.bad-day.help': 'Күнді былай жазыңыз: 2026-11-27.',
  'cli.check.sarif': 'табылғанды SARIF 2.1 форматында беру',
  'cli.check.baseline': 'осы файлда бар ескертулерді санамау',
  'cli.check.write-baseline': 'барлық ескертуді белгілі деп файлға жазу',
  'cli.check.known_one': '{{name}}: тағы {{count}} ескерту бұрыннан белгілі.',
  'cli.check.known_other': '{{name}}: тағы {{count}} ескерту бұрыннан белгілі.',
  'error.not-baseline': '«{{name}}» — белгілі ескертулер файлы емес.',
  'error.not-baseline.help': 'Мұндай файлды kepil check ФАЙЛ --write-baseline АТЫ пәрмені жазады.',
  'error.one-format': 'Екі форматты бірден беруге болмайды.',
  'error.one-format.help': '--json немесе --sarif біреуін қалдырыңыз.',
  'severity.error': 'бұзушылық',
  'severity.conflict': 'қайшылық',
  'severity.warning': 'ескерту',
  'severity.info': 'мәлімет үшін',
  'grade.official': 'ресми мәтін бойынша',
  'grade.secondary': 'баяндау бойынша',
  'grade.unconfirmed': 'расталмаған',
};
