import type { Translation } from '../translation.ts';

/** Texts owed to people: consent, receipt, act, messages. */
export const notices: Translation = {
  'notice.consent.title': 'Consent to the collection and processing of personal data',
  'notice.consent.title-own': 'Separate consent: {{purpose}}',
  'notice.consent.operator': 'Operator',
  'notice.consent.operator-bin': "Operator's BIN or IIN",
  'notice.consent.subject': 'Subject',
  'notice.consent.subject-named': 'you; your full name is given in this form',
  'notice.consent.subject-unnamed': 'you; your full name is not given',
  'notice.consent.data': 'List of data',
  'notice.consent.purposes': 'Purposes',
  'notice.consent.term': 'Term of the consent',
  'notice.consent.third-parties': 'Transfer to third parties',
  'notice.consent.cross-border': 'Cross-border transfer',
  'notice.consent.publication': 'Dissemination in publicly accessible sources',
  'notice.consent.withdrawal': 'Withdrawal of the consent',
  'notice.consent.version': 'Version of the policy',
  'notice.consent.not-stated': 'not stated in the policy',
  'notice.consent.none-given': 'no data given',
  'notice.consent.transfer-possible':
    'the policy names recipients: {{recipients}}. This consent does not permit the transfer: it needs a separate one',
  'notice.consent.transfer-conditions':
    'the policy allows for transfers and names no recipients. This consent does not permit a transfer: it needs a separate one',
  'notice.consent.transfer-none': 'not made',
  'notice.consent.transfer-silent': 'not stated in the policy; without a separate consent not made',
  'notice.consent.cross-border-possible':
    'the policy allows for it. This consent does not permit it: it needs a separate one that names the country',
  'notice.consent.cross-border-none': 'not made',
  'notice.consent.cross-border-silent': 'not stated in the policy; without a separate consent not made',
  'notice.consent.publication-possible':
    'the policy allows for it. This consent does not permit it: it needs a separate one',
  'notice.consent.publication-none': 'not done',
  'notice.consent.publication-silent': 'not stated in the policy; without a separate consent not done',
  'notice.consent.withdrawal-cabinet': 'at any time in the cabinet',
  'notice.consent.withdrawal-contacts':
    'at any time in the cabinet or by writing to the operator: {{contacts}}',

  'notice.term.months_one': '{{count}} month',
  'notice.term.months_other': '{{count}} months',
  'notice.term.purpose': 'until the purposes are achieved',
  'notice.term.account': 'until the account is deleted',
  'notice.term.withdrawal': 'until the consent is withdrawn',
  'notice.term.law': 'for the term set by legislation',
  'notice.term.none': 'not stated in the policy; by law until the purposes are achieved',
  'notice.until.date': 'until {{date}}',

  'notice.missing.operator-name': 'name of the operator',
  'notice.missing.operator-bin': "operator's BIN or IIN",
  'notice.missing.subject-name': 'full name of the subject',
  'notice.missing.term': 'term of the consent',
  'notice.missing.third-parties': 'particulars of transfer to third parties',
  'notice.missing.cross-border': 'particulars of cross-border transfer',
  'notice.missing.publication': 'particulars of dissemination in publicly accessible sources',
  'notice.missing.data-list': 'list of data',

  'notice.withdraw.effect-service':
    'Processing for this purpose stops at once. Without it the service cannot be provided.',
  'notice.withdraw.effect-stop': 'Processing for this purpose stops at once.',
  'notice.withdraw.stays.proof-of-consent': 'The record that the consent was given and withdrawn',
  'notice.withdraw.why.proof-of-consent':
    'The operator must be able to prove that there was a consent: {{article}}.',
  'notice.withdraw.stays.log-entries': 'Entries of the log, without the data themselves',
  'notice.withdraw.why.log-entries': 'The operator must keep account of acts with data: {{article}}.',
  'notice.withdraw.stays.legal-residue': 'Data that the law requires to be kept: {{data}}',
  'notice.withdraw.why.legal-residue':
    'A withdrawal has no effect where it would contradict the law: {{article}}.',
  'notice.withdraw.stays.other-purposes': 'Data needed for the other purposes: {{data}}',
  'notice.withdraw.why.other-purposes': 'The consent to these purposes stays in force: {{article}}.',
  'notice.withdraw.stays.obligation': 'Processing for the purpose “{{purpose}}”: {{data}}',
  'notice.withdraw.why.obligation': 'There is an obligation not yet performed: {{article}}.',

  'notice.delete.rest': 'Evidence of consents, requests and messages',
  'notice.delete.rest-why':
    'Destroyed together with the keys. If you need the receipt of your consent, save it now.',
  'notice.delete.why-goes': 'Destroyed at once: without the key these data cannot be read.',
  'notice.delete.stays.legal-residue': 'Data that the law requires to be kept: {{data}}',
  'notice.delete.why.legal-residue': 'Closed to any use until the term is over: {{article}}.',
  'notice.delete.stays.proof-of-consent': 'Confirmation of the consent: {{data}}',
  'notice.delete.why.proof-of-consent':
    'The operator must be able to prove that there was a consent: {{article}}.',
  'notice.delete.stays.log-entries': 'Entries of the log, without the data themselves',
  'notice.delete.why.log-entries':
    'After the deletion they cannot be tied to you. Acts must be accounted for: {{article}}.',
  'notice.delete.stays.act': 'The act of destruction, with nothing about you in it',
  'notice.delete.why.act': 'It proves that the data were destroyed: {{article}}.',

  'notice.act.title': 'Act of destruction of personal data',
  'notice.act.number': 'Number of the act',
  'notice.act.decided': 'Keys destroyed',
  'notice.act.swept': 'Remains removed',
  'notice.act.sweep-waits': 'removal under way',
  'notice.act.entry': 'Log entry',
  'notice.act.place': 'Place in the log',
  'notice.act.basis': 'Ground',
  'notice.act.count.keys': "subject's keys",
  'notice.act.count.segments': 'sealed segments of data',
  'notice.act.count.indexes': 'rows of the blind index',
  'notice.act.count.consents': 'consent records',
  'notice.act.count.messages': 'messages',
  'notice.act.count.sessions': 'sessions',
  'notice.act.count.tickets': 'one-time codes and links',
  'notice.act.count.requests': 'requests',
  'notice.act.count.links': 'ties to log entries',
  'notice.act.count.accounts': 'account',

  'notice.message.registration-code.subject': 'Confirmation code: {{service}}',
  'notice.message.registration-code.text':
    'Code to register with the service “{{service}}”: {{code}}. Valid for {{minutes}} minutes. If you did not register, there is nothing to do: the data will be deleted.',
  'notice.message.address-code.subject': 'Confirmation of a new address',
  'notice.message.address-code.text':
    'Code to confirm an address with the service “{{service}}”: {{code}}. Valid for {{minutes}} minutes. If you did not change your address, there is nothing to do.',
  'notice.message.sign-in-code.subject': 'Sign-in code: {{service}}',
  'notice.message.sign-in-code.text':
    'Code to sign in to the service “{{service}}”: {{code}}. Valid for {{minutes}} minutes. Tell it to nobody. If you did not sign in, there is nothing to do.',
  'notice.message.account-destroyed.subject': 'Account deleted: {{service}}',
  'notice.message.account-destroyed.text':
    'Your account with the service “{{service}}” has been deleted and your personal data destroyed. Act of destruction: {{link}}',
  'notice.message.request-answered.subject': 'Answer to your request: {{service}}',
  'notice.message.request-answered.text':
    'Your request to the service “{{service}}” has been answered. You can read the answer in your cabinet: {{link}}',
  'notice.message.staff-set-up.subject': 'Access to the Kepil console',
  'notice.message.staff-set-up.text':
    'The console has been opened to you. Set your password at this link, which is valid for {{hours}} hours: {{link}}',

  'notice.article.article': 'Art. {{article}} {{act}}',
  'notice.article.paragraph': 'Art. {{article}}({{paragraph}}) {{act}}',
  'notice.article.item': 'Art. {{article}}({{paragraph}})({{item}}) {{act}}',
  'notice.article.direct': 'Art. {{article}}({{item}}) {{act}}',
  'notice.article.point': 'p. {{point}} {{act}}',
  'notice.article.clause': 'clause {{clause}} of the policy',
  'notice.article-of.94-V': 'of Law of the RK No. 94-V',
  'notice.article-of.DC': 'of the Digital Code of the RK',
  'notice.article-of.AI': 'of the Artificial Intelligence Law of the RK',
  'notice.article-of.CC': 'of the Civil Code of the RK',
  'notice.article-of.CPL': 'of the Consumer Protection Law of the RK',
  'notice.article-of.R179': 'of the Protection Rules (Order No. 179/НҚ)',
  'notice.article-of.R395': 'of the Collection and Processing Rules (Order No. 395/НҚ)',
  'notice.article-of.R481': 'of the Notification Rules (Order No. 481/НҚ)',
};
