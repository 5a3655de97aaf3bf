import type { Translation } from '../translation.ts';

/** The text of a policy: see the Russian file. */
export const policyText: Translation = {
  'notice.policy.title': 'Privacy policy: {{name}}',
  'notice.policy.title-bare': 'Privacy policy',
  'notice.policy.dated': 'Version of {{date}}',
  'notice.policy.section.general': 'General',
  'notice.policy.section.data': 'What data we collect',
  'notice.policy.section.purposes': 'What the data are for',
  'notice.policy.section.grounds': 'Grounds and consent',
  'notice.policy.section.processing': 'Processing and storage',
  'notice.policy.section.transfer': 'Transfer of data',
  'notice.policy.section.abroad': 'Transfer abroad and publication',
  'notice.policy.section.rights': 'Your rights',
  'notice.policy.section.cookies': 'Cookies',
  'notice.policy.section.marketing': 'Mailings and advertising',
  'notice.policy.section.minors': 'Children and teenagers',
  'notice.policy.section.security': 'Protection of data',
  'notice.policy.section.content': 'Rules of content',
  'notice.policy.section.automation': 'Automated decisions',
  'notice.policy.section.changes': 'Changes of the policy',
  'notice.policy.section.contacts': 'Contacts',
  'notice.policy.operator': 'The operator of personal data is {{name}}.',
  'notice.policy.operator-unnamed': 'The operator of personal data is not named in the policy.',
  'notice.policy.operator-bin': 'BIN (IIN) of the operator: {{number}}.',
  'notice.policy.operator-address': 'Address of the operator: {{address}}.',
  'notice.policy.responsible': 'Responsible for organising the processing of personal data: {{name}}.',
  'notice.policy.scope': 'The policy applies to these services:',
  'notice.policy.law':
    'The law of the Republic of Kazakhstan applies, above all the Law on Personal Data and their Protection.',
  'notice.policy.law-other': 'Also named:',
  'notice.policy.data-mandatory': 'Mandatory data, without which nobody can register:',
  'notice.policy.data-optional': 'Data you give if you wish:',
  'notice.policy.data-automatic': 'Collected automatically when you visit:',
  'notice.policy.data-others': 'From other persons and sources we receive:',
  'notice.policy.data-not': 'We do not collect:',
  'notice.policy.data-sources': 'Sources of the data:',
  'notice.policy.data-only': 'We collect no data that are not in this list.',
  'notice.policy.purposes-base': 'Data are used for these purposes:',
  'notice.policy.purposes-own':
    'Only with a separate consent, which is optional, data are used for these purposes:',
  'notice.policy.purposes-deidentified': 'Only de-identified data are used for these purposes:',
  'notice.policy.purpose-data': '{{purpose}}: {{data}}',
  'notice.policy.purpose-all': '{{purpose}}: all the data named',
  'notice.policy.grounds': 'Data are processed on these grounds:',
  'notice.policy.consent-forms': 'You give consent by a separate act:',
  'notice.policy.consent-term': 'Term of the consent: {{term}}.',
  'notice.policy.withdrawal': 'On withdrawal also:',
  'notice.policy.operations': 'The following is done with the data:',
  'notice.policy.places': 'Where data are stored:',
  'notice.policy.terms': 'How long data are stored:',
  'notice.policy.terms-end': 'When the term is over, data are destroyed and a record of it is made.',
  'notice.policy.term-months_one': '{{rule}}: {{count}} month',
  'notice.policy.term-months_other': '{{rule}}: {{count}} months',
  'notice.policy.term-days_one': '{{rule}}: {{count}} day',
  'notice.policy.term-days_other': '{{rule}}: {{count}} days',
  'notice.policy.term-of': '{{term}} ({{data}})',
  'notice.policy.transfers': 'Data are handed on only to those named here and only in the cases named here:',
  'notice.policy.to': 'to whom: {{who}}',
  'notice.policy.when': 'in which case: {{when}}',
  'notice.policy.consent-term-none': 'The consent holds until the purposes of processing are achieved.',
  'notice.policy.withdraw-onward':
    'After a withdrawal the recipients of the data are told: they stop processing within the same term.',
  'notice.policy.blocking':
    'At your request data are blocked while the matter is checked: while blocked they are only stored; blocking is lifted when its reason is gone.',
  'notice.policy.restrictions': 'Limits of transfer:',
  'notice.policy.transfer-none': 'Data are not handed on to third parties.',
  'notice.policy.transfer-authority':
    'Data are disclosed to a state body only on a written request that meets the law.',
  'notice.policy.abroad-none': 'Data are not transferred outside the Republic of Kazakhstan.',
  'notice.policy.abroad-silent':
    'Data are transferred outside the Republic of Kazakhstan only with a separate consent.',
  'notice.policy.abroad': 'On transfer outside the Republic of Kazakhstan:',
  'notice.policy.published-none': 'Data are not published in public sources.',
  'notice.policy.published-consent': 'Data are published in public sources only with a separate consent.',
  'notice.policy.rights': 'You have the right to:',
  'notice.policy.rights-how': 'How to ask:',
  'notice.policy.rights-complain':
    'You may complain about the operator to the authorised body or go to court.',
  'notice.policy.cookies-necessary': 'Necessary cookies:',
  'notice.policy.cookies-optional': 'Only once you chose it:',
  'notice.policy.cookies-also': 'On cookies also:',
  'notice.policy.cookies-choice':
    'Optional cookies are set only with your consent; the choice can be changed at any time.',
  'notice.policy.marketing': 'On mailings and advertising:',
  'notice.policy.minors': 'On age:',
  'notice.policy.security': 'Measures of protection:',
  'notice.policy.permissions': 'With your permission the service has access to:',
  'notice.policy.content': 'Not allowed, and what may follow:',
  'notice.policy.automation': 'On decisions taken by a program:',
  'notice.policy.changes': 'On changes:',
  'notice.policy.changes-kept':
    'Each version has a number and a date, and earlier ones are kept. A version that widens processing holds for you only with your consent.',
  'notice.policy.contacts': 'How to reach the operator:',
  'notice.policy.contact': '{{channel}}: {{value}}',
  'notice.policy.summary': 'In short',
  'notice.policy.withdraw_one':
    'Consent may be withdrawn at any time. Processing under it stops within {{count}} working day. It cannot be withdrawn, nor data deleted, where that is contrary to laws or an obligation is unfulfilled.',
  'notice.policy.withdraw_other':
    'Consent may be withdrawn at any time. Processing under it stops within {{count}} working days. It cannot be withdrawn, nor data deleted, where that is contrary to laws or an obligation is unfulfilled.',
  'notice.policy.transfer-told_one':
    'You are told of a transfer to a third party within {{count}} working day.',
  'notice.policy.transfer-told_other':
    'You are told of a transfer to a third party within {{count}} working days.',
  'notice.policy.rights-reply_one':
    'A request about your data is answered within {{count}} working day, free of charge.',
  'notice.policy.rights-reply_other':
    'A request about your data is answered within {{count}} working days, free of charge.',
  'notice.policy.rights-act_one':
    'At your request data are changed, blocked or destroyed within {{count}} working day.',
  'notice.policy.rights-act_other':
    'At your request data are changed, blocked or destroyed within {{count}} working days.',
  'notice.policy.breach_one':
    'We report a breach of the security of data to the authorised body within {{count}} working day.',
  'notice.policy.breach_other':
    'We report a breach of the security of data to the authorised body within {{count}} working days.',
};
