import type { Translation } from '../translation.ts';

/** Sentences about the keys of programs. */
export const apiKeys: Translation = {
  'page.keys.state.active': 'Valid until {{time}}',
  'page.keys.state.soon': 'Expires soon: {{time}}',
  'page.keys.state.expired': 'Expired {{time}}',
  'page.keys.state.revoked': 'Revoked {{time}}',
  'page.keys.used': 'Last used',
  'page.keys.unused': 'never',
  'error.key-revoked': 'This access key has been revoked.',
  'error.key-revoked.help': 'Ask the responsible person of the operator for a new key.',
  'error.key-expired': 'This access key has expired.',
  'error.key-expired.help': 'Ask the responsible person of the operator for a new key.',
  'error.key-too-many': 'Too many requests in a row came with this key.',
  'error.key-too-many.help': 'Wait as long as the Retry-After header says, then try again.',
};
