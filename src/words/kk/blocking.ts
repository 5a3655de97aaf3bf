import type { Translation } from '../translation.ts';

/** Blocking of a person's data. */
export const blocking: Translation = {
  'page.block.title': 'Бұғаттау',
  'page.block.why':
    'Деректер бұғатталған кезде оларды тек сақтауға және субъектінің өзіне көрсетуге болады; жоюға да болмайды. Заң бұғаттауға да, оны алуға да бір жұмыс күнін береді.',
  'page.block.none': 'Субъектінің деректері бұғатталмаған.',
  'page.block.send': 'Деректерді бұғаттау',
  'page.block.since': 'Деректер бұғатталған уақыт: {{time}}.',
  'page.block.elsewhere': 'Басқа өтініш бойынша бұғатталған: бұғаттау сол жерде алынады',
  'page.block.lift': 'Бұғаттауды алу',
  'page.block.reason': 'Не себепті алынады',
  'page.block.reason.not-confirmed': 'Бұзушылық расталмады',
  'page.block.reason.put-right': 'Бұзушылық жойылды',
  'page.flash.blocked': 'Деректер бұғатталды.',
  'page.flash.unblocked': 'Бұғаттау алынды.',
  'page.my-data.blocked': 'Деректеріңіз бұғатталған',
  'page.my-data.blocked-why':
    'Олар сақталады және тек сізге көрсетіледі. Бұғаттау алынғаннан кейін оларды түзетуге немесе жоюға болады.',
  'problem.block-stands': 'Деректер бұрыннан бұғатталған.',
  'problem.block-stands.help': 'Екінші рет бұғаттау қажет емес.',
  'problem.block-lifted': 'Бұл өтініш бойынша бұғаттау енді жоқ.',
  'problem.block-lifted.help': 'Өтінішті қайта ашыңыз: онда қазіргі жағдай көрінеді.',
  'problem.lift-reason-missing': 'Бұғаттау не себепті алынатынын көрсетіңіз.',
  'problem.lift-reason-missing.help': 'Себептердің бірін таңдаңыз.',
  'error.block-beyond-role': 'Деректерді жауапты тұлға бұғаттайды және бұғаттауды сол алады.',
  'because.violation-not-confirmed': 'Бұзушылық расталмады.',
  'because.violation-put-right': 'Бұзушылық жойылды.',
};
