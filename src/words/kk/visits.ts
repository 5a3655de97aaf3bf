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
};
