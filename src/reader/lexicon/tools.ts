import type { LexiconRow } from './row.ts';

/** Names of analytics tools, which are the same in texts of all languages. */
export const toolNames: readonly LexiconRow[] = [
  [
    'google_analytics',
    'google|гугл analytics|аналитик*|аналитикс / ga4',
    'Google Analytics / GA4',
    'Google Карты',
  ],
  ['google_tag_manager', 'google tag manager / gtm', 'Google Tag Manager / GTM', 'Google'],
  [
    'yandex_metrica',
    'яндекс|яндекса|yandex метрик*|metri* / яндексметрик* / =метрика|метрики|метрику+яндекс*',
    'Яндекс.Метрика / Яндексметрика / метрика Яндекса',
    'Яндекс.Еда',
  ],
  ['firebase_analytics', 'firebase -auth*|cloud|messag*|push', 'Firebase Analytics', 'fire'],
  ['posthog', 'posthog', 'PostHog', 'post'],
  ['sentry', 'sentry', 'Sentry', 'sent'],
  ['vercel_analytics', 'vercel analytics|insight* / vercel', 'Vercel Analytics / Vercel', 'verse'],
  ['callgear', 'callgear', 'CallGear', 'call'],
];

/** Web analytics with no name from the list; counts when no tool of the list is named. */
export const otherTools: readonly LexiconRow[] = [
  [
    'generic',
    'appsflyer|amplitude|mixpanel|hotjar|matomo|clarity|adjust|gameanalytics|plausible / facebook|meta pixel / top mail|рейтинг',
    'AppsFlyer / Facebook Pixel / Top Mail',
    'Facebook',
  ],
];
