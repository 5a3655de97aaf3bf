import type { Translation } from '../translation.ts';

/** Sentences about the roles of staff: who may come where, and who works for the operator. */
export const staffRoles: Translation = {
  'error.role-not-admitted': 'This page is beyond the rights of your role.',
  'error.role-not-admitted.help': 'Roles admitted here: {{roles}}. The administrator gives roles.',
  'error.refusal-beyond-role': 'Refusing a request is beyond the rights of your role.',
  'error.refusal-beyond-role.help': 'Hand the request on to the officer or the approver.',
  'error.issuing-beyond-role': 'Issuing access keys is beyond the rights of your role.',
  'error.issuing-beyond-role.help':
    'A key opens data of subjects, so the officer issues it. The administrator can revoke one.',

  'because.standing-category': 'The law provides for such an act with other data only.',

  'page.today.roles': 'Your roles here: {{roles}}.',
  'page.today.no-work':
    'There is no work for your roles yet. When a matter comes up, it will stand on this page.',
  'page.subjects.by-address':
    'A person is found by the exact address they gave. The list of people is not shown to your role.',
  'page.subject.matter-choose': 'The request for which the data are needed',
  'page.subject.matter-open': '{{name}}, due {{date}}',
  'page.subject.matter-none':
    'This person has no open request. Your role reads data for an open request only: once the person files one, the choice appears here.',
  'page.request.refuse-beyond': 'Only the officer or the approver can refuse a request.',
  'page.outbox.marketing': 'The state of marketing messages. Your role sees no address and no text.',
  'page.outbox.marketing-empty':
    'There have been no marketing messages yet. Their kind, channel and time will stand here.',
  'page.keys.revoke-only':
    'A key opens data of subjects, so the officer issues it. You can revoke a key at once.',
  'because.role-not-admitted': 'The page is beyond the rights of the role.',
  'because.not-here': 'What was asked for is not here, or belongs to somebody else.',
};
