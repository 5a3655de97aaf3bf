import type { Translation } from '../translation.ts';

/**
 * Texts owed to people: consent, receipt, act, messages. The law comes before its article, in the genitive:
 * `notice.article-of.*`.
 */
export const notices: Translation = {
  'notice.consent.title': 'Дербес деректерді жинауға және өңдеуге келісім',
  'notice.consent.title-own': 'Бөлек келісім: {{purpose}}',
  'notice.consent.operator': 'Оператор',
  'notice.consent.operator-bin': 'Оператордың БСН-і немесе ЖСН-і',
  'notice.consent.subject': 'Субъект',
  'notice.consent.subject-named': 'сіз; тегі, аты, әкесінің аты осы нысанда көрсетілген',
  'notice.consent.subject-unnamed': 'сіз; тегі, аты, әкесінің аты көрсетілмейді',
  'notice.consent.data': 'Деректердің тізбесі',
  'notice.consent.purposes': 'Мақсаттар',
  'notice.consent.term': 'Келісімнің қолданылу мерзімі',
  'notice.consent.third-parties': 'Үшінші тұлғаларға беру',
  'notice.consent.cross-border': 'Трансшекаралық беру',
  'notice.consent.publication': 'Жалпыға бірдей қолжетімді көздерде тарату',
  'notice.consent.withdrawal': 'Келісімді кері қайтарып алу',
  'notice.consent.version': 'Саясат редакциясы',
  'notice.consent.not-stated': 'саясатта көрсетілмеген',
  'notice.consent.none-given': 'деректер ұсынылмаған',
  'notice.consent.transfer-possible':
    'саясатта мына алушылар аталған: {{recipients}}. Бұл келісім деректерді оларға беруге рұқсат бермейді: ол үшін бөлек келісім қажет',
  'notice.consent.transfer-conditions':
    'саясат деректерді беруге жол береді, бірақ алушыларды атамайды. Бұл келісім оған рұқсат бермейді: ол үшін бөлек келісім қажет',
  'notice.consent.transfer-none': 'жүзеге асырылмайды',
  'notice.consent.transfer-silent': 'саясатта көрсетілмеген; бөлек келісімсіз жүзеге асырылмайды',
  'notice.consent.cross-border-possible':
    'саясат бұған жол береді. Бұл келісім оған рұқсат бермейді: ел аталған бөлек келісім қажет',
  'notice.consent.cross-border-none': 'жүзеге асырылмайды',
  'notice.consent.cross-border-silent': 'саясатта көрсетілмеген; бөлек келісімсіз жүзеге асырылмайды',
  'notice.consent.publication-possible':
    'саясат бұған жол береді. Бұл келісім оған рұқсат бермейді: ол үшін бөлек келісім қажет',
  'notice.consent.publication-none': 'жүзеге асырылмайды',
  'notice.consent.publication-silent': 'саясатта көрсетілмеген; бөлек келісімсіз жүзеге асырылмайды',
  'notice.consent.withdrawal-cabinet': 'кез келген уақытта жеке кабинетте',
  'notice.consent.withdrawal-contacts':
    'кез келген уақытта жеке кабинетте немесе операторға өтініш жіберу арқылы: {{contacts}}',

  'notice.term.months_one': '{{count}} ай',
  'notice.term.months_other': '{{count}} ай',
  'notice.term.purpose': 'мақсаттарға қол жеткізілгенге дейін',
  'notice.term.account': 'есептік жазба өшірілгенге дейін',
  'notice.term.withdrawal': 'келісім кері қайтарып алынғанға дейін',
  'notice.term.law': 'заңнамада белгіленген мерзімге',
  'notice.term.none': 'саясатта көрсетілмеген; заң бойынша — мақсаттарға қол жеткізілгенге дейін',
  'notice.until.date': 'соңғы күні: {{date}}',

  'notice.missing.operator-name': 'оператордың атауы',
  'notice.missing.operator-bin': 'оператордың БСН-і немесе ЖСН-і',
  'notice.missing.subject-name': 'субъектінің тегі, аты, әкесінің аты',
  'notice.missing.term': 'келісімнің қолданылу мерзімі',
  'notice.missing.third-parties': 'үшінші тұлғаларға беру туралы мәліметтер',
  'notice.missing.cross-border': 'трансшекаралық беру туралы мәліметтер',
  'notice.missing.publication': 'жалпыға бірдей қолжетімді көздерде тарату туралы мәліметтер',
  'notice.missing.data-list': 'деректердің тізбесі',

  'notice.withdraw.effect-service':
    'Бұл мақсат үшін өңдеу бірден тоқтатылады. Онсыз сервисті ұсыну мүмкін емес.',
  'notice.withdraw.effect-stop': 'Бұл мақсат үшін өңдеу бірден тоқтатылады.',
  'notice.withdraw.stays.proof-of-consent': 'Келісімнің берілгені және кері қайтарып алынғаны туралы жазба',
  'notice.withdraw.why.proof-of-consent':
    'Оператор келісімнің болғанын дәлелдей алуға міндетті: {{article}}.',
  'notice.withdraw.stays.log-entries': 'Деректердің өзі жазылмаған журнал жазбалары',
  'notice.withdraw.why.log-entries':
    'Оператор деректермен жасалған әрекеттердің есебін жүргізуге міндетті: {{article}}.',
  'notice.withdraw.stays.legal-residue': 'Заң сақтауды талап ететін деректер: {{data}}',
  'notice.withdraw.why.legal-residue':
    'Келісімді кері қайтарып алу заңдарға қайшы келетін жерде қолданылмайды: {{article}}.',
  'notice.withdraw.stays.other-purposes': 'Қалған мақсаттар үшін қажет деректер: {{data}}',
  'notice.withdraw.why.other-purposes': 'Бұл мақсаттар үшін келісім күшінде қалады: {{article}}.',
  'notice.withdraw.stays.obligation': '«{{purpose}}» мақсаты үшін өңдеу: {{data}}',
  'notice.withdraw.why.obligation': 'Орындалмаған міндеттеме бар: {{article}}.',

  'notice.delete.rest': 'Келісімдердің дәлелдері, өтініштер және хабарлар',
  'notice.delete.rest-why':
    'Кілттермен бірге жойылады. Келісім түбіртегі қажет болса, оны қазір сақтап қойыңыз.',
  'notice.delete.why-goes': 'Бірден жойылады: бұл деректерді кілтсіз оқу мүмкін емес.',
  'notice.delete.stays.legal-residue': 'Заң сақтауды талап ететін деректер: {{data}}',
  'notice.delete.why.legal-residue': 'Мерзімі өткенге дейін пайдалануға жабық: {{article}}.',
  'notice.delete.stays.proof-of-consent': 'Келісімнің дәлелі: {{data}}',
  'notice.delete.why.proof-of-consent': 'Оператор келісімнің болғанын дәлелдей алуға міндетті: {{article}}.',
  'notice.delete.stays.log-entries': 'Деректердің өзі жазылмаған журнал жазбалары',
  'notice.delete.why.log-entries':
    'Өшірілгеннен кейін оларды сізбен байланыстыру мүмкін емес. Әрекеттердің есебін жүргізу міндетті: {{article}}.',
  'notice.delete.stays.act': 'Сіз туралы мәліметтер көрсетілмеген жою туралы акт',
  'notice.delete.why.act': 'Ол деректердің жойылғанын дәлелдейді: {{article}}.',

  'notice.act.title': 'Дербес деректерді жою туралы акт',
  'notice.act.number': 'Актінің нөмірі',
  'notice.act.decided': 'Кілттер жойылды',
  'notice.act.swept': 'Қалдықтар өшірілді',
  'notice.act.sweep-waits': 'өшіріліп жатыр',
  'notice.act.entry': 'Журнал жазбасы',
  'notice.act.place': 'Журналдағы орны',
  'notice.act.basis': 'Негізі',
  'notice.act.count.keys': 'субъект кілттері',
  'notice.act.count.segments': 'деректердің шифрланған сегменттері',
  'notice.act.count.indexes': 'жасырын көрсеткіштің жазбалары',
  'notice.act.count.consents': 'келісім жазбалары',
  'notice.act.count.messages': 'хабарлар',
  'notice.act.count.sessions': 'сеанстар',
  'notice.act.count.tickets': 'бір реттік кодтар мен сілтемелер',
  'notice.act.count.requests': 'өтініштер',
  'notice.act.count.links': 'журнал жазбаларымен байланыстар',
  'notice.act.count.accounts': 'есептік жазба',

  'notice.message.registration-code.subject': 'Растау коды: {{service}}',
  'notice.message.registration-code.text':
    '«{{service}}» сервисіне тіркелу коды: {{code}}. {{minutes}} минут жарамды. Егер тіркелмеген болсаңыз, ештеңе істеудің қажеті жоқ: деректер өшіріледі.',
  'notice.message.address-code.subject': 'Жаңа мекенжайды растау',
  'notice.message.address-code.text':
    '«{{service}}» сервисіндегі мекенжайды растау коды: {{code}}. {{minutes}} минут жарамды. Егер мекенжайды өзгертпеген болсаңыз, ештеңе істеудің қажеті жоқ.',
  'notice.message.sign-in-code.subject': 'Кіру коды: {{service}}',
  'notice.message.sign-in-code.text':
    '«{{service}}» сервисіне кіру коды: {{code}}. {{minutes}} минут жарамды. Оны ешкімге айтпаңыз. Егер кірмеген болсаңыз, ештеңе істеудің қажеті жоқ.',
  'notice.message.account-destroyed.subject': 'Есептік жазба өшірілді: {{service}}',
  'notice.message.account-destroyed.text':
    '«{{service}}» сервисіндегі есептік жазбаңыз өшірілді, дербес деректеріңіз жойылды. Жою туралы акт: {{link}}',
  'notice.message.request-answered.subject': 'Өтінішке жауап: {{service}}',
  'notice.message.request-answered.text':
    '«{{service}}» сервисіне жіберген өтінішіңізге жауап берілді. Оны жеке кабинетте оқи аласыз: {{link}}',
  'notice.message.staff-set-up.subject': 'Kepil жұмыс орнына кіру',
  'notice.message.staff-set-up.text':
    'Сізге жұмыс орнына кіруге рұқсат берілді. Құпиясөзді мына сілтеме арқылы белгілеңіз, ол {{hours}} сағат жарамды: {{link}}',

  'notice.article.article': '{{act}} {{article}}-бабы',
  'notice.article.paragraph': '{{act}} {{article}}-бабының {{paragraph}}-тармағы',
  'notice.article.item': '{{act}} {{article}}-бабы {{paragraph}}-тармағының {{item}}) тармақшасы',
  'notice.article.direct': '{{act}} {{article}}-бабының {{item}}) тармақшасы',
  'notice.article.point': '{{act}} {{point}}-тармағы',
  'notice.article.clause': 'саясаттың {{clause}}-тармағы',
  'notice.article-of.94-V': 'ҚР № 94-V Заңының',
  'notice.article-of.DC': 'ҚР Цифрлық кодексінің',
  'notice.article-of.AI': 'ҚР «Жасанды интеллект туралы» Заңының',
  'notice.article-of.CC': 'ҚР Азаматтық кодексінің',
  'notice.article-of.CPL': 'ҚР «Тұтынушылардың құқықтарын қорғау туралы» Заңының',
  'notice.article-of.R179': 'Қорғау қағидаларының (№ 179/НҚ бұйрық)',
  'notice.article-of.R395': 'Жинау және өңдеу қағидаларының (№ 395/НҚ бұйрық)',
  'notice.article-of.R481': 'Хабарлау қағидаларының (№ 481/НҚ бұйрық)',
};
