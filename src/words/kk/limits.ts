import type { Translation } from '../translation.ts';

/** Sentences of limits: how often something may be tried, and how much may come at once. */
export const limits: Translation = {
  'error.try-later_one': 'Әрекет тым көп жасалды. Келесі әрекетке дейін күту керек: {{count}} минут.',
  'error.try-later_other': 'Әрекет тым көп жасалды. Келесі әрекетке дейін күту керек: {{count}} минут.',
  'error.try-later.help':
    'Осы уақытқа дейінгі әрекеттер есепке алынбайды. Әрекет жасаған сіз болмасаңыз, ештеңе істеудің қажеті жоқ.',
  'error.url-too-long': 'Сұраудың мекенжайы тым ұзын.',
  'error.url-too-long.help': 'Бетті сайттағы сілтеме арқылы ашыңыз.',
  'error.forwarding-contradicts':
    'Forwarded және X-Forwarded-For тақырыптары әртүрлі келушіні көрсетеді, сондықтан сұрау орындалмады.',
  'error.forwarding-contradicts.help':
    'Операторға: прокси осы тақырыптардың бірін өзі жазып, келуші жіберген екіншісін алып тастауы керек.',
  'error.bad-proxy':
    '«{{value}}» проксиі жарамайды: мекенжай немесе желі қажет, мысалы 10.0.0.5 немесе 10.0.0.0/24.',
};
