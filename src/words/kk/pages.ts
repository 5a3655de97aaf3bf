import type { Translation } from '../translation.ts';

/** Sentences of the pages. */
export const pages: Translation = {
  'page.product': 'Кепіл',
  'page.skip': 'Беттің мазмұнына өту',
  'page.back-unchanged': 'Ештеңе өзгертпей қайту',
  'page.more': 'Бұрынғыларын көрсету',
  'page.print': 'Басып шығару',
  'page.copy': 'Көшіріп алу',
  'page.copied': 'Көшірілді',
  'page.sign-out': 'Шығу',
  'page.console.name': 'Қызметкерлердің жұмыс орны',
  'page.colophon.text': 'Беттер скриптсіз де жұмыс істейді. Оларда санауыштар да, бөгде серверлер де жоқ.',

  'page.draft.label': 'Жоба',
  'page.draft.word': 'Жоба',
  'page.draft.text':
    'Саясатты жауапты тұлға әлі бекіткен жоқ. Деректер тек негізгі мақсаттар үшін пайдаланылады, жарнама мен ' +
    'талдау үшін ешкімге берілмейді.',
  'page.draft.approve': 'Оқып, бекіту',

  'page.nav.service': 'Сервис',
  'page.nav.cabinet': 'Жеке кабинет',
  'page.nav.console': 'Жұмыс орны',
  'page.nav.policy': 'Саясат',
  'page.nav.the-policy': 'Саясат',
  'page.nav.log': 'Журнал',
  'page.nav.sign-in': 'Кіру',
  'page.nav.register': 'Тіркелу',
  'page.nav.my-data': 'Деректерім',
  'page.nav.my-readers': 'Кім көрді',
  'page.nav.my-consents': 'Келісімдер',
  'page.nav.my-requests': 'Өтініштер',
  'page.nav.today': 'Бүгін',
  'page.nav.board': 'Уәделер',
  'page.nav.approve': 'Бекіту',
  'page.nav.requests': 'Өтініштер',
  'page.nav.subjects': 'Субъектілер',
  'page.nav.outbox': 'Шығыс хабарлар',
  'page.nav.ledger': 'Журнал',
  'page.nav.keys': 'Қол жеткізу кілттері',
  'page.nav.part.policy': 'Саясат',
  'page.nav.part.people': 'Адамдар',
  'page.nav.part.retention': 'Сақтау',
  'page.nav.part.transfers': 'Беру',
  'page.nav.part.messages': 'Хабарлар',
  'page.nav.part.security': 'Қорғау',
  'page.nav.public': 'Сервис беті',

  'page.form.optional': 'міндетті емес',
  'page.form.errors_one': 'Нысан жіберілмеді: {{count}} өрісті түзету қажет',
  'page.form.errors_other': 'Нысан жіберілмеді: {{count}} өрісті түзету қажет',
  'page.form.error-title': 'Қате · {{title}}',

  'page.verdict.E': 'Жүйе орындайды: басқаша істеуге жол бермейді.',
  'page.verdict.R': 'Орындалғаны жазбамен расталады.',
  'page.verdict.F': 'Заң бұған жол бермейді: жүйе субъектінің пайдасына түсіндірілгенін орындайды.',

  'page.services.title': 'Сервистер',
  'page.services.lead':
    'Әр сервистің құпиялылық саясаты оқылып, уәделерге айналдырылған және орындалып келеді. Жиегінде неше тармақ орындалғаны және бұзылғаны бар-жоғы көрсетілген.',
  'page.services.policy': 'Саясат және оның уәделері',
  'page.services.empty': 'Алғашқы саясат оқылғанда, сервистер осы жерде пайда болады: kepil run файл.',
  'page.services.console': 'Қызметкерлер үшін кіру',

  'page.service.lead':
    'Мұнда сервис қандай деректерді жинайтыны, олар не үшін керек екені және кімге берілетіні көрсетілген. Сервистің өз сөзінде тұратынын тексере аласыз.',
  'page.service.pledges': 'Саясаттың уәделері',
  'page.service.read-policy': 'Саясатты жиегіндегі уәделерімен бірге оқу',
  'page.service.cabinet': 'Жеке кабинетті ашу',

  'page.flow.title': 'Деректер жолы',
  'page.flow.lead':
    'Сызықтар деректерден мақсаттарға, мақсаттардан алушыларға апарады. Жолы бірдей деректер бірге тұр. ' +
    'Сызық алушыға жетпесе, ол деректер ешкімге берілмейді.',
  'page.flow.desc':
    'Карта: деректердің әр санатынан мақсаттарға, мақсаттардан алушыларға сызықтар тартылған. Карта ' +
    'астындағы кестеде де осы көрсетілген.',
  'page.flow.categories': 'Деректер',
  'page.flow.purposes': 'Мақсаттар',
  'page.flow.recipients': 'Алушылар',
  'page.flow.nobody': 'ешкімге',
  'page.flow.as-table': 'Кесте түрінде',
  'page.flow.empty':
    'Мұнда деректер картасы болады. Саясат мәтінінде жиналатын деректердің тізбесі табылмады.',

  'page.policy.title': 'Құпиялылық саясаты',
  'page.policy.lead': 'Саясаттың мәтіні, ал жиегінде одан не туындайтыны және оның орындалғаны көрсетілген.',
  'page.policy.lead-retold':
    'Саясаттың қысқаша мазмұны, ал жиегінде одан не туындайтыны және оның орындалғаны көрсетілген.',
  'page.policy.version': 'Редакциясы',
  'page.policy.status.draft': 'жоба',
  'page.policy.status.live': 'қолданыста',
  'page.policy.status.superseded': 'жаңасымен ауыстырылған',
  'page.policy.read-at': 'Оқылды',
  'page.policy.live-at': 'Қолданысқа енгізілді',
  'page.policy.hash': 'SHA-256',
  'page.policy.filled': 'Оператор енгізген мәліметтер',
  'page.policy.filled-why': 'Саясат мәтінінде бұл жоқ; мәліметтерді жауапты тұлға енгізді.',
  'page.policy.contents': 'Мазмұны',
  'page.policy.pledges_one': '{{count}} уәде',
  'page.policy.pledges_other': '{{count}} уәде',
  'page.policy.unread': 'Оқылмаған.',
  'page.policy.unread-why': 'Жүйе бұл тармақты түсінбеді.',
  'page.policy.unread-count_one': 'Жүйе {{count}} тармақты түсінбеді; ол жиегінде белгіленген.',
  'page.policy.unread-count_other': 'Жүйе {{count}} тармақты түсінбеді; олар жиегінде белгіленген.',
  'page.policy.refusals_one': 'Осы саясат бойынша {{count}} рет бас тартылды.',
  'page.policy.refusals_other': 'Осы саясат бойынша {{count}} рет бас тартылды.',
  'page.policy.text-away': 'Оператордың мәтіні мұнда жоқ. Қысқаша мазмұны көрсетілген.',
  'page.policy.no-text': 'Бұл тармақтың мәтіні мұнда жоқ.',
  'page.policy.empty': 'Мұнда саясат мәтіні тармақ-тармағымен болады. Әзірге бірде-бір тармақ жоқ.',

  'page.log.title': 'Журнал',
  'page.log.lead':
    'Әр жинау, қарау, бас тарту және жою сол сәтте осында жазылады. Жазбаларды байқатпай өзгерту мүмкін ' +
    'емес. Оларда есімдер де, деректердің өзі де жоқ.',
  'page.log.size': 'Жазбалар',
  'page.log.at': 'Қол қойылды',
  'page.log.pending': 'Орын күтуде',
  'page.log.key': 'Тексеру кілті',
  'page.log.head': 'Қол қойылған бақылау нүктесі',
  'page.log.head-why':
    'Осы мәтінді сақтап қойыңыз. Ол арқылы кейін журналдан ештеңе алынып тасталмағанын және қайта ' +
    'жазылмағанын тексеруге болады.',
  'page.log.empty': 'Мұнда қол қойылған бақылау нүктесі болады. Ол алғашқы жазбамен бірге пайда болады.',
  'page.log.check': 'Өз бетінше тексеру',
  'page.log.check-how':
    'Журнал ашық tlog-tiles форматында сақталған. Жүктеп алынған қалтаны біздің серверді қажет етпейтін ' +
    'мына пәрмен тексереді:',
  'page.log.limits':
    'Журнал ескі бақылау нүктесіне дейін қиылғанын немесе түгел қайта жазылғанын өзі көрсете алмайды. Бұл ' +
    'сақтап қойылған бақылау нүктесінен, түбіртектен немесе куәгерден көрінеді.',

  'page.register.title': 'Тіркелу',
  'page.register.lead':
    'Нысан саясат бойынша жасалған: тек онда аталған деректер сұралады. Не үшін сұралатыны жиегінде жазылған.',
  'page.register.adults': 'Сервис тек 18 жасқа толғандарға арналған.',
  'page.register.one-of': 'Мына өрістердің кемінде біреуін толтырыңыз: {{names}}. Код сонда келеді.',
  'page.register.assumed': 'Саясат мәтінінде бұл жоқ. Код жіберетін мекенжай болуы үшін сұралады.',
  'page.register.format.tel': 'Мысалы, +7 701 234 56 78',
  'page.register.format.iin': '12 цифр',
  'page.register.consent-why':
    'Келісімді басқа шарттардан бөлек, өз еркіңізбен және неге келісетініңізді алдын ала біліп бересіз. Онсыз ештеңе сақталмайды. Оны кабинетте кері қайтарып алуға болады.',
  'page.register.optional-why': 'Белгі қоймауға болады: тіркелу бұған байланысты емес.',
  'page.register.i-consent': 'Дербес деректерімді осы шарттармен жинауға және өңдеуге келісім беремін',
  'page.register.i-consent-too': 'Осы келісімді де беремін',
  'page.register.send': 'Код алу',
  'page.register.next':
    'Бұдан кейін код келеді. Ол енгізілгенге дейін деректер шифрланып сақталады, он минуттан кейін өшіріледі.',
  'page.register.known': 'Бұрын тіркелгенсіз бе?',

  'page.confirm.title': 'Растау',
  'page.confirm.lead': 'Код жіберілген мекенжай: {{address}}.',
  'page.confirm.code': 'Хабардағы код',
  'page.confirm.code-hint': 'Тек цифрлар',
  'page.confirm.until': 'Код мерзімі аяқталатын уақыт: {{time}}',
  'page.confirm.left': 'Қалған уақыт: {{clock}}',
  'page.confirm.over': 'Уақыт бітті. Енгізілген деректер жойылды, қайтадан бастаңыз.',
  'page.confirm.send': 'Растау',
  'page.confirm.none': 'Код келмеді ме?',
  'page.confirm.again': 'Қайтадан бастау',

  'page.sign-in.title': 'Кіру',
  'page.sign-in.lead': 'Құпиясөзсіз болса, тіркелген кезде растаған мекенжайыңызға код жібереміз.',
  'page.sign-in.address': 'Электрондық пошта немесе телефон',
  'page.sign-in.address-hint': 'Мысалы, name@mail.kz немесе +7 701 234 56 78',
  'page.sign-in.why': 'Код әрқашан жұмыс істейді. Құпиясөз ұмытылса, кодпен кіріп, жаңасын белгілеңіз.',
  'page.sign-in.send': 'Кіру',
  'page.sign-in.password': 'Құпиясөз',
  'page.sign-in.password-hint': 'Белгілеген болсаңыз. Бос қалдырсаңыз, код келеді.',
  'page.sign-in.code': 'Код алу',
  'page.sign-in.new': 'Әлі тіркелмегенсіз бе?',
  'page.sign-in-code.title': 'Кіру коды',
  'page.sign-in-code.lead': 'Егер {{address}} мекенжайы бізге белгілі болса, оған код жіберілді.',
  'page.sign-in-code.why':
    'Белгілі және белгісіз мекенжайларға жауап бірдей: осылайша мұнда кімнің тіркелгенін ешкім біле алмайды.',
  'page.sign-in-code.send': 'Кіру',
  'page.sign-in-code.again': 'Басқа мекенжай көрсету',

  'page.refused.because': 'Себебі',
  'page.refused.status': 'Жауап коды: {{status}}',
  'page.refused.home': 'Басты бетке өту',

  'page.my-data.title': 'Менің деректерім',
  'page.my-data.lead':
    'Сервиске сіз туралы белгілі мәліметтің бәрі. Қайдан алынғаны, не үшін керек екені және қашанға дейін сақталатыны жиегінде.',
  'page.my-data.do.readers': 'Кім көрді және кімге берілді',
  'page.my-data.do.download': 'Бәрін жүктеп алу',
  'page.my-data.do.delete': 'Мен туралы бәрін өшіру',
  'page.my-data.held': 'Сақталатын деректер',
  'page.my-data.empty':
    'Мұнда деректеріңіз болады. Қазір сервис саясатта аталған деректердің ешқайсысын сіз туралы сақтамайды.',
  'page.my-data.margin': 'Қайдан, не үшін, қашанға дейін',
  'page.my-data.source': 'Қайдан',
  'page.my-data.at': 'Қашан',
  'page.my-data.purposes': 'Не үшін',
  'page.my-data.until': 'Сақтау мерзімі',
  'page.my-data.history': 'Өзгертілді',
  'page.my-data.changes_one': '{{count}} рет',
  'page.my-data.changes_other': '{{count}} рет',
  'page.my-data.status.stated': 'өзіңіз көрсеткен',
  'page.my-data.status.confirmed': 'кодпен расталған',
  'page.my-data.correct': 'Түзету',
  'page.my-data.not-held': 'Сақталмайтын деректер',
  'page.my-data.not-held-why':
    'Саясат бұларды жинауға рұқсат береді, бірақ сервисте сіз туралы мұндай деректер жоқ.',
  'page.my-data.recorded': 'Осы қарау да журналға жазылды: {{entry}}',

  'page.my-readers.title': 'Деректерімді кім көрді',
  'page.my-readers.lead':
    'Әр қарау, беру және бас тарту, жаңасы жоғарыда. Өзіңіз қараған жағдайлар деректердің көшірмесінде көрсетіледі.',
  'page.my-readers.ask':
    'Сізді неліктен тапқанын немесе нөміріңізді кім бергенін түсінбесеңіз, оператордан сұраңыз: жауап мерзімін заң белгілейді.',
  'page.my-readers.ask-link': 'Оператордан сұрау',
  'page.my-readers.empty':
    'Біреу деректеріңізді қараса немесе сұраса, жазба осы жерде пайда болады. Әзірге ешкім қараған жоқ.',
  'page.entry.refused': 'бас тартылды',
  'page.entry.purpose': 'Не үшін',
  'page.entry.categories': 'Не',
  'page.entry.why': 'Негізі',
  'page.entry.pending': 'Журналдан орын күтуде',
  'page.entry.place': '№ {{index}} журнал жазбасы',

  'page.my-consents.title': 'Менің келісімдерім',
  'page.my-consents.lead':
    'Қандай келісім бергеніңіз, қашан және қандай шарттармен. Әр келісімді кері қайтарып алуға болады.',
  'page.my-consents.empty':
    'Мұнда келісімдеріңіз және олардың түбіртектері болады. Әзірге бірде-бір келісім берген жоқсыз.',
  'page.my-consents.margin': 'Қашан, қалай және қандай деректерге',
  'page.my-consents.given': 'Берілді',
  'page.my-consents.form': 'Қалай',
  'page.my-consents.categories': 'Қандай деректерге',
  'page.my-consents.state.active': 'Күшінде, берілген уақыты: {{time}}',
  'page.my-consents.state.withdrawn': 'Кері қайтарып алынды: {{time}}',
  'page.my-consents.state.expired': 'Мерзімі өтті, берілген уақыты: {{time}}',
  'page.my-consents.purpose-withdrawn': 'кері қайтарып алынды: {{time}}',
  'page.my-consents.incomplete_zero': 'Барлық міндетті мәлімет бар.',
  'page.my-consents.incomplete_one': 'Заң талап ететін, бірақ жетіспейтін мәліметтер саны: {{count}}.',
  'page.my-consents.incomplete_other': 'Заң талап ететін, бірақ жетіспейтін мәліметтер саны: {{count}}.',
  'page.my-consents.receipt': 'Түбіртек',
  'page.my-consents.withdraw': 'Кері қайтарып алу',

  'page.receipt.title': 'Келісім түбіртегі',
  'page.receipt.complete': 'Келісімде заң талап ететін барлық мәлімет бар.',
  'page.receipt.incomplete': 'Келісімде мыналар жетіспейді:',
  'page.receipt.incomplete-why':
    'Бұл мәліметтер оператордың саясатында жоқ. Бұған сіз емес, оператор жауап береді.',
  'page.receipt.linked': 'Бағдарламалар үшін жүктеп алу (JSON-LD)',
  'page.receipt.purposes': 'Мақсаттар',

  'page.proof.title': 'Дәлел',
  'page.proof.entry': 'Жазба {{entry}}',
  'page.proof.why':
    'Тексеруді біздің сервер емес, сіздің браузеріңіз осы беттегі деректер бойынша жасайды. Сол деректерді ' +
    'кез келген басқа бағдарлама да тексере алады.',
  'page.proof.pending':
    'Жазба жасалды және журналдан орын күтуде. Бетті бірнеше секундтан кейін жаңартыңыз: дәлел осы жерде ' +
    'болады.',
  'page.proof.verdict.wait':
    'Тексеру браузерде жүреді. Скриптсіз ол басталмайды; басқа бағдарламамен тексеруге арналған деректер ' +
    'төменде.',
  'page.proof.verdict.good': 'Осы браузерде тексерілді: жазба қол қойылған журналда тұр.',
  'page.proof.verdict.bad':
    'Тексеруден өтпеді. Осы бетті сақтап, оператордан сұраңыз; онымен уәкілетті органға да жүгінуге болады.',
  'page.proof.verdict.unchecked':
    'Түгел тексерілмеді: браузер Ed25519 қолтаңбасын тексере алмайды. Оның жаңа нұсқасы немесе беттің ' +
    'қорғалған мекенжайы қажет. Басқа бағдарлама да тексере алады.',
  'page.proof.leaf.name': 'Жазба.',
  'page.proof.leaf.wait': 'Әлі тексерілмеді.',
  'page.proof.leaf.good': 'Дәл сол жазба, нөмірі де сол; хеші есептелді.',
  'page.proof.leaf.bad': 'Бұл ол жазба емес немесе жазба бүлінген.',
  'page.proof.leaf.unchecked': 'Тексерілмеді.',
  'page.proof.path.name': 'Журналдағы орны.',
  'page.proof.path.wait': 'Әлі тексерілмеді.',
  'page.proof.path.good': 'Жазбаның хешінен журналдың бақылау нүктесіне дейінгі жол сәйкес келеді.',
  'page.proof.path.bad': 'Жазбадан журналдың бақылау нүктесіне дейінгі жол сәйкес келмейді.',
  'page.proof.path.unchecked': 'Тексерілмеді.',
  'page.proof.signature.name': 'Бақылау нүктесінің қолтаңбасы.',
  'page.proof.signature.wait': 'Әлі тексерілмеді.',
  'page.proof.signature.good': 'Бақылау нүктесіне осы журналдың кілтімен қол қойылған.',
  'page.proof.signature.bad': 'Қолтаңба осы журналдың кілтіне тиесілі емес.',
  'page.proof.signature.unchecked': 'Тексерілмеді: браузер Ed25519 қолтаңбасын тексере алмайды.',
  'page.proof.record.name': 'Мазмұны.',
  'page.proof.record.wait': 'Әлі тексерілмеді.',
  'page.proof.record.good': 'Жазба дәл осы құжатқа тиесілі: құжаттың бірде-бір сөзі өзгермеген.',
  'page.proof.record.bad': 'Бұл жазбаға тиесілі құжат емес.',
  'page.proof.record.unchecked': 'Тексерілмеді.',
  'page.proof.raw': 'Дәлелдің деректері',
  'page.proof.raw.index': 'Орны',
  'page.proof.raw.of': '№ {{index}}, барлығы {{size}}; санау нөлден басталады',
  'page.proof.raw.path': 'Жолы',
  'page.proof.raw.nodes_zero': 'қажет емес: жазба біреу ғана',
  'page.proof.raw.nodes_one': '{{count}} хеш',
  'page.proof.raw.nodes_other': '{{count}} хеш',
  'page.proof.raw.key': 'Тексеру кілті',
  'page.proof.raw.checkpoint': 'Бақылау нүктесі',

  'page.withdraw.title': 'Келісімді кері қайтарып алу',
  'page.withdraw.lead': 'Келісім берілген уақыт: {{time}}',
  'page.withdraw.why':
    'Кері қайтарып алу осы минуттан бастап күшіне енеді. Оған дейін жасалғаны заңды болып қалады.',
  'page.withdraw.purposes': 'Қандай мақсаттар тоқтатылсын',
  'page.withdraw.whole': 'Келісімді түгел кері қайтарып алу',
  'page.withdraw.whole-hint': 'Келісім қажет болатын барлық мақсат тоқтатылады.',
  'page.withdraw.empty': 'Бұл келісімде жеке-жеке кері қайтарып алуға болатын мақсат қалған жоқ.',
  'page.withdraw.send': 'Келісімді кері қайтарып алу',
  'page.withdraw.keep': 'Сол күйінде қалдыру',
  'page.withdraw.stays': 'Не қалады',
  'page.withdraw.stays-why':
    'Бұлар келісімге негізделмеген, сондықтан кері қайтарып алу оларға қатысты емес.',

  'page.correct.title': 'Түзету: {{name}}',
  'page.correct.now': 'Қазір',
  'page.correct.nothing': 'көрсетілмеген',
  'page.correct.new': 'Дұрыс мәні',
  'page.correct.after':
    'Бұрынғы мән бірден пайдаланылмайтын болады. Түзету туралы журналда жазба қалады, мәндердің өзі жазылмайды.',
  'page.correct.send': 'Түзету',

  'page.my-requests.title': 'Менің өтініштерім',
  'page.my-requests.lead':
    'Мұнда заң берген құқығыңызды оператордан талап ете аласыз. Жауап мерзімі жиегінде.',
  'page.my-requests.made': 'Жіберілген өтініштер',
  'page.my-requests.empty':
    'Мұнда өтініштеріңіз жауап мерзімімен бірге болады. Әзірге бірде-бір өтініш жіберген жоқсыз.',
  'page.my-requests.new': 'Жаңа өтініш',
  'page.my-requests.kind': 'Не талап етесіз',
  'page.my-requests.words': 'Өз сөзіңізбен',
  'page.my-requests.words-hint':
    'Не болғанын және не қалайтыныңызды жазыңыз. Басқа адамдардың деректерін жазбаңыз.',
  'page.my-requests.clock':
    'Мерзім өтініш жіберілген бойда басталады. Өтініш журналда қалады, оны байқатпай жоғалту мүмкін емес.',
  'page.my-requests.send': 'Өтінішті жіберу',
  'page.request.received': 'Түскен уақыты: {{time}}',
  'page.request.due': 'Жауап мерзімі: {{date}}',
  'page.request.overdue': 'Мерзімі өтті, жауап беру күні: {{date}}',
  'page.request.state.done': 'Орындалды: {{time}}',
  'page.request.state.refused': 'Бас тартылды: {{time}}',
  'page.request.answer': 'Жауап',
  'page.request.no-answer': 'Жазбаша жауап жоқ.',
  'page.request.law': 'Заңда не айтылған',
  'page.request.words': 'Субъектінің сөздері',
  'page.request.no-words': 'Субъект өз атынан ештеңе қосқан жоқ.',
  'page.request.outcome': 'Шешім',
  'page.request.outcome.done': 'Орындалды',
  'page.request.outcome.refused': 'Бас тартылды',
  'page.request.outcome.refused-hint': 'Негізін таңдап, жауапта түсіндіріңіз.',
  'page.request.text': 'Субъектіге жауап',
  'page.request.text-hint': 'Бұл сөздерді субъект өз кабинетінде көреді.',
  'page.request.send': 'Жауапты жіберу',
  'page.request.send-why': 'Жіберілгеннен кейін өтініш жабылады, шешім журналға жазылады.',

  'page.download.title': 'Мен туралы бәрін жүктеп алу',
  'page.download.lead':
    'Толық, жасырын таңбасыз: сақталған деректер, келісімдер, сіз туралы журнал жазбалары.',
  'page.download.recorded': 'Жүктеп алу да журналға жазылады.',
  'page.download.json': 'JSON файлын жүктеп алу',
  'page.download.print': 'Басып шығару үшін ашу',
  'page.export-print.title': 'Менің дербес деректерім',
  'page.export-print.made': 'Жасалған уақыты: {{time}}',
  'page.export-print.empty': 'Мәліметтер жоқ.',

  'page.delete.title': 'Мен туралы бәрін өшіру',
  'page.delete.lead':
    'Не жойылатынын және не қалатынын оқыңыз. Соңғы батырма басылғанға дейін ештеңе болмайды.',
  'page.delete.goes': 'Жойылады',
  'page.delete.goes-why':
    'Деректеріңіз шифрланған кілттер бірден жойылады, содан кейін деректерді оқу мүмкін емес. Одан соң шифрланған деректердің өзі өшіріледі.',
  'page.delete.stays': 'Қалады',
  'page.delete.stays-why':
    'Бұларды сақтауды заң талап етеді немесе оларсыз бәрінің дұрыс жасалғанын дәлелдеу мүмкін емес.',
  'page.delete.stays-nothing': 'Сіз екеніңізді көрсететін ештеңе қалмайды.',
  'page.delete.decide': 'Шешім',
  'page.delete.confirm': 'Деректерді қайтару мүмкін болмайтынын түсінемін',
  'page.delete.send': 'Деректерімді жою',
  'page.delete.after': 'Соңында дәлелі бар жою туралы акт аласыз. Оны сақтап қоюға болады.',
  'page.delete.download': 'Алдымен бәрін жүктеп алу',

  'page.act.title': 'Дербес деректерді жою туралы акт',
  'page.act.lead': 'Деректеріңіз жойылды. Кабинетке кіру жабылды.',
  'page.act.keep':
    'Осы бетті немесе оның мекенжайын сақтап қойыңыз: онсыз акт табылмайды, ол енді сізбен байланысты емес.',
  'page.act.why':
    'Шешім қабылданған минуттан бастап деректеріңіздің ешқайсысы ашылмайды: кілттер жойылды. Қалған шифрланған деректерді бөлек жұмыс өшіреді, актіні де сол жабады.',
  'page.act.id': 'Акт',
  'page.act.decided': 'Кілттер жойылды',
  'page.act.swept': 'Қалдықтар өшірілді',
  'page.act.sweeping': 'өшіріліп жатыр; бетті бір минуттан кейін жаңартыңыз',
  'page.act.index': 'Журналдағы орны',
  'page.act.counts': 'Қоймалар бойынша жойылғаны',
  'page.act.what': 'Не',
  'page.act.number': 'Саны',

  'page.set-up.title': 'Алғашқы кіру',
  'page.set-up.lead': 'Сілтеме бір реттік. Мұнда дербес деректерге жауапты тұлға өзіне есептік жазба ашады.',
  'page.set-up.why':
    'Дайын құпиясөз жоқ. Жұмыс орнында жасаған әрекеттеріңіздің бәрі журналда сіздің атыңызбен қалады.',
  'page.set-up.name': 'Аты және тегі',
  'page.set-up.password-hint': 'Ұзын сөз тіркесі таңбалардың қысқа жиынынан сенімдірек.',
  'page.set-up.send': 'Есептік жазба ашу',
  'page.staff-sign-in.title': 'Қызметкерлер үшін кіру',
  'page.staff-sign-in.lead': 'Дербес деректерге жауапты қызметкерлердің жұмыс орны.',
  'page.staff-sign-in.why':
    'Алғашқы кіру бір реттік сілтеме арқылы жасалады; сервер оны бірінші рет іске қосылғанда шығарады.',
  'page.staff-sign-in.email': 'Электрондық пошта',
  'page.staff-sign-in.password': 'Құпиясөз',
  'page.staff-sign-in.send': 'Кіру',

  'page.today.due': 'Мерзімдер',
  'page.today.due-empty':
    'Мұнда субъектілердің өтініштері болады, мерзімі жақыны жоғарыда. Қазір жауап күтіп тұрған өтініш жоқ.',
  'page.today.services': 'Сервистер',
  'page.today.subjects': 'Субъектілер',
  'page.today.open': 'Ашық өтініштер',
  'page.today.overdue': 'Мерзімі өткендер',
  'page.today.pending': 'Журналды күтуде',

  'page.board.title': 'Уәделер тақтасы',
  'page.board.proved': 'Тексерілген уақыты: {{time}}',

  'page.approve.title': 'Саясатты бекіту',
  'page.approve.lead': 'Әр тармақты және жүйе одан не түсінгенін қатар оқыңыз.',
  'page.approve.completion': 'Мәтінде жоқ мәліметтер',
  'page.approve.completion-why':
    'Заң бұл мәліметтерді талап етеді, ал мәтінде олар жоқ. Саясатта олар қосылған деп белгіленеді.',
  'page.approve.live': 'Саясатты қолданысқа енгізу',
  'page.approve.live-why':
    'Барлық тармақ бекітіліп, мәліметтер толтырылғанда, сервис жоба күйінен шығады. Бұдан кейін қайтару мүмкін ' +
    'емес, тек жаңа редакция шығаруға болады.',
  'page.approve.nothing':
    'Бекітетін ештеңе жоқ: қолданыстағы саясат бекітілген. Келесі жоба осы жерде пайда болады.',
  'page.approve.clauses': 'Тармақтар',
  'page.approve.clauses-why':
    'Тармақты бекіту арқылы оның дұрыс түсінілгенін растайсыз. Қолданысқа енгізілгенге дейін бекітуді алып ' +
    'тастауға болады.',
  'page.approve.to-completion': 'Мәліметтерге және қолданысқа енгізуге өту',
  'page.approve.approved': 'Бекітілді: {{time}}',
  'page.approve.clause': 'Тармақты бекіту',
  'page.approve.back': 'Бекітуді алып тастау',
  'page.approve.left-none': 'Барлық тармақ бекітілді.',
  'page.approve.left_one': 'Бекітуді күтіп тұрған {{count}} тармақ қалды.',
  'page.approve.left_other': 'Бекітуді күтіп тұрған {{count}} тармақ қалды.',
  'page.approve.all': 'Барлық тармақты бекіту',

  'page.subjects.title': 'Субъектілер',
  'page.subjects.total_zero': 'Әзірге ешкім жоқ',
  'page.subjects.total_one': '{{count}} адам',
  'page.subjects.total_other': '{{count}} адам',
  'page.subjects.why':
    'Мұнда есімдер жоқ: деректерді тек мақсаты мен негізін көрсетіп оқуға болады, оқу журналда қалады.',
  'page.subjects.search': 'Адамды табу',
  'page.subjects.search-hint': 'Электрондық пошта немесе телефон нөмірі толығымен',
  'page.subjects.search-why': 'Жасырын көрсеткіш бойынша дәл сәйкестік ізделеді; іздеудің өзі де жазылады.',
  'page.subjects.find': 'Табу',
  'page.subjects.id': 'Нөмірі',
  'page.subjects.since': 'Тіркелді',
  'page.subjects.policy': 'Саясат',
  'page.subjects.empty':
    'Мұнда субъектілер болады. Біреу тіркелуін кодпен растағанда, біріншісі пайда болады.',

  'page.subject.title': 'Субъект',
  'page.subject.since': 'Тіркелген уақыты: {{time}}',
  'page.subject.read': 'Деректерді оқу',
  'page.subject.gate':
    'Тек саясат осы мақсат үшін рұқсат беретін деректерді оқуға болады. Рұқсатты да, бас тартуды да субъектінің ' +
    'өзі көреді.',
  'page.subject.purpose': 'Мақсаты',
  'page.subject.categories': 'Қандай деректер',
  'page.subject.matter': 'Іс',
  'page.subject.matter-hint': 'Деректерді оқуға себеп болған өтініштің, шарттың немесе істің нөмірі',
  'page.subject.read-send': 'Оқу',
  'page.subject.read-allowed': 'Рұқсат берілді және жазылды',
  'page.subject.read-refused': 'Бас тартылды және жазылды',
  'page.subject.read-refused-why': 'Ештеңе оқылған жоқ. Себептері жиегінде.',
  'page.subject.consents': 'Келісімдер',
  'page.subject.consents-empty': 'Мұнда субъектінің келісімдері болады. Қазір бірде-бір келісім жоқ.',
  'page.subject.entries': 'Журнал жазбалары',
  'page.subject.entries-empty': 'Мұнда субъект туралы жазбалар болады. Әзірге олар жоқ.',

  'page.requests.title': 'Субъектілердің өтініштері',
  'page.requests.filter': 'Қайсысы көрсетілсін',
  'page.requests.open': 'Ашық',
  'page.requests.done': 'Орындалған',
  'page.requests.refused': 'Бас тартылған',
  'page.requests.all': 'Барлығы',
  'page.requests.empty':
    'Мұнда субъектілердің өтініштері болады: кабинеттен келгені де, қызметкер енгізгені де. Қазір ондай өтініш жоқ.',

  'page.outbox.title': 'Шығыс хабарлар',
  'page.outbox.lead':
    'Адамдарға жазылған хаттар мен хабарлар. Жіберу арнасы бапталмаған: хабарды ашып, өзіңіз жеткізіңіз. Әр ашу журналға жазылады.',
  'page.outbox.carried':
    'Адамдарға жазылған хаттар мен хабарлар. Оларды {{carriers}} жібереді. Жіберілмегенін ашып, өзіңіз жеткізіңіз немесе қайта жіберіңіз; әр ашу журналға жазылады.',
  'page.outbox.state': 'Күйі',
  'page.message-state.by-hand': 'өзіңіз жеткізесіз',
  'page.message-state.waiting': 'жіберілуін күтуде',
  'page.message-state.taken': 'жіберілуде',
  'page.message-state.sent': 'жіберілді',
  'page.message-state.delivered': 'жеткізілді',
  'page.message-state.undelivered': 'жеткізілмеді',
  'page.message-state.failed': 'жіберілмеді',
  'page.message-state.unsure': 'жіберілгені белгісіз',
  'page.message-reason.address': 'Мекенжай қабылданбады.',
  'page.message-reason.content': 'Мәтін қабылданбады.',
  'page.message-reason.account':
    'Жіберу қызметі бас тартты: есептік жазбаны, жіберушінің атын және балансты тексеріңіз.',
  'page.message-reason.carrier': 'Жіберу қызметі жауап бермейді; әрекеттер жалғасуда.',
  'page.message-reason.owner-gone': 'Алушы енді жоқ.',
  'page.message-reason.recipient-unnamed': 'Саясат алушылар арасында хабар жіберу қызметтерін атамайды.',
  'page.flash.message-again': 'Хабар қайтадан жіберілуін күтуде.',
  'page.message.again': 'Қайта жіберу',
  'page.outbox.template': 'Хабар',
  'page.outbox.channel': 'Арна',
  'page.outbox.at': 'Қашан',
  'page.outbox.empty': 'Мұнда жеткізілетін хабарлар пайда болады. Біріншісі — растау коды.',
  'page.channel.email': 'пошта',
  'page.template.registration-code': 'Тіркелуді растау коды',
  'page.template.address-code': 'Жаңа мекенжайды растау коды',
  'page.template.sign-in-code': 'Кіру коды',
  'page.template.account-destroyed': 'Деректерді жою туралы акт',
  'page.template.request-answered': 'Өтінішке жауап',
  'page.template.staff-set-up': 'Қызметкерді шақыру',
  'page.channel.sms': 'SMS',
  'page.message.title': 'Хабар',
  'page.message.to': 'Кімге',
  'page.message.back': 'Барлық шығыс хабарға өту',

  'page.ledger.title': 'Журнал',
  'page.ledger.lead': 'Журналдың күйі және соңғы жазбалар.',
  'page.ledger.whole': 'Журнал тұтас',
  'page.ledger.not-whole': 'Журналда сәйкессіздік бар',
  'page.ledger.entries': 'Соңғы жазбалар',
  'page.ledger.empty': 'Мұнда жазбалар болады. Біріншісі алғашқы әрекетпен бірге пайда болады.',

  'page.keys.title': 'Қол жеткізу кілттері',
  'page.keys.lead':
    'Кілт бағдарламаға аталған деректерді аталған мақсаттар үшін белгілі бір мерзім ішінде оқуға мүмкіндік береді.',
  'page.keys.shown': 'Жаңа кілт',
  'page.keys.shown-why': 'Ол бір рет қана көрсетіледі. Оны қазір сақтап қойыңыз: бізде тек хеші қалады.',
  'page.keys.list': 'Берілген кілттер',
  'page.keys.empty': 'Мұнда берілген кілттер болады. Әзірге бірде-бір кілт жоқ.',
  'page.keys.made': 'Берілген уақыты',
  'page.keys.revoke': 'Кері қайтарып алу',
  'page.keys.revoke-named': '«{{name}}» кілтін кері қайтарып алу',
  'page.keys.new': 'Кілт беру',
  'page.keys.scope': 'Саясат рұқсат берсе де, кілт өзінде аталмаған деректерді ашпайды.',
  'page.keys.name': 'Атауы',
  'page.keys.name-hint': 'Қандай бағдарлама және не үшін',
  'page.keys.purposes': 'Мақсаттар',
  'page.keys.categories': 'Деректер',
  'page.keys.days': 'Мерзімі, күн',
  'page.keys.make': 'Кілт беру',
};
