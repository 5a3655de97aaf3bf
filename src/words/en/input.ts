import type { Translation } from '../translation.ts';

/** Requests that are malformed before a use case sees them. */
export const input: Translation = {
  'error.method-refused': 'This address cannot be called that way.',
  'error.method-refused.help':
    'Open the page again. For programs: the methods allowed are in the Allow header.',
  'error.media-type': 'The data came in a form that is not taken here.',
  'error.media-type.help': 'Send the form from its page. For programs: the API takes application/json.',
  'error.too-large': 'That is too much to send at once.',
  'error.too-large.help': 'Shorten the text and send it again: here it has at most {{kilobytes}} KB.',
  'problem.call-type': 'The value is missing or of another type.',
  'problem.call-format': 'The value is not in the form that is asked for.',
  'problem.call-too-large': 'The value or list is longer than allowed.',
  'problem.call-too-small': 'The value or list is shorter than allowed.',
  'problem.call-extra': 'The call has fields that are not known here.',
  'problem.call-value': 'The value cannot be used.',
  'problem.outcome-missing': 'No decision on the request has been chosen.',
  'problem.outcome-missing.help': 'Choose: met or refused.',
};
