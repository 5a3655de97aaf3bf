import type { Translation } from '../translation.ts';

/** Sentences of limits: how often something may be tried, and how much may come at once. */
export const limits: Translation = {
  'error.try-later_one': 'Too many attempts. You can try again in {{count}} minute.',
  'error.try-later_other': 'Too many attempts. You can try again in {{count}} minutes.',
  'error.try-later.help':
    'Attempts before that time do not count. If it was not you, you need not do anything.',
  'error.url-too-long': 'The address of the request is too long.',
  'error.url-too-long.help': 'Open the page by a link of the site.',
  'error.forwarding-contradicts':
    'The headers Forwarded and X-Forwarded-For name different visitors, so the request was not carried out.',
  'error.forwarding-contradicts.help':
    'For the operator: the proxy must write one of these headers itself and drop the other from what the visitor sends.',
  'error.bad-proxy':
    '“{{value}}” is no proxy: give an address or a network, such as 10.0.0.5 or 10.0.0.0/24.',
};
