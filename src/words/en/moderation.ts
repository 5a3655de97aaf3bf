import type { Translation } from '../translation.ts';

/** What may not be said where: numbers and codes of payment cards. */
export const moderation: Translation = {
  'because.card-data-masked': 'Numbers and codes of payment cards in the text were masked.',
  'problem.field-card-data':
    'The value has the number or the code of a payment card, which is not kept here.',
  'problem.field-card-data.help': 'Take it out: this field has no need of it.',
  'page.flash.request-filed-masked':
    'Your request has been received. The answer is due by {{date}}. Numbers and codes of payment cards in the text were masked: they are not kept.',
  'page.flash.answered-masked':
    'The answer has been sent to the subject. Numbers and codes of payment cards in the text were masked: they are not kept.',
  'error.file-name-card-data':
    'The name of the file has the number or the code of a payment card in it: Kepil keeps no such data.',
  'error.file-name-card-data.help': 'Rename the file and repeat the command.',
  'error.file-card-data':
    'Line {{line}} of the file “{{name}}” has the number or the code of a payment card in it: Kepil keeps no such data.',
  'error.file-card-data.help': 'Take it out of the document: a policy is published whole.',
};
