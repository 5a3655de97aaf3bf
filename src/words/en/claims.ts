/** Requests of people without an account, and of whoever speaks for a child. */
export const claims = {
  'because.request-by-form': 'The request came by the form on the site.',
  'page.claim.title': 'Ask without a cabinet',
  'page.claim.lead': 'When you have no account, or do not get into it.',
  'page.claim.sign-in': 'Do you have an account? The cabinet is quicker',
  'page.claim.why':
    'We first make sure that it is you who asks. Before that nothing is told of data, and nothing is done with them.',
  'page.claim.child-title': 'A child’s data',
  'page.claim.child-lead':
    'For parents and guardians: when a child uses the service, or there are data on the child here.',
  'page.claim.child-why':
    'If there is an account, its data are protected at once. Whether there is one we say only after the documents were looked at.',
  'page.claim.child': 'The child',
  'page.claim.child-name': 'Name of the child',
  'page.claim.child-address': 'E-mail or phone the child gave',
  'page.claim.child-address-hint': 'Whole, as at registration',
  'page.claim.proof': 'What you are to the child',
  'page.claim.proof-hint': 'And which document says so. You will be asked to show it.',
  'page.claim.you': 'You',
  'page.claim.name': 'Your name',
  'page.claim-taken.title': 'Your request is taken',
  'page.claim-taken.next': 'Note the number: by it we find your request when you call or write.',
  'page.claim-taken.back': 'To the page of the service',
  'page.request.child': 'A request about a child',
  'page.request.child-account': 'Account',
  'page.request.child-found': 'Found',
  'page.request.child-unknown': 'Nobody is known by this address',
  'page.request.destroy': 'Destroy the child’s data',
  'page.request.destroy-hint': 'At once and for good: nobody can bring them back. A refusal lifts the block.',
  'problem.destroy-unconfirmed': 'Say that the child’s data are to be destroyed.',
  'problem.destroy-unconfirmed.help': 'Tick it in the form, or refuse.',
  'notice.message.request-about.subject': 'A request about your data: {{service}}',
  'notice.message.request-about.text':
    'The service “{{service}}” received request No. {{number}} about your data from somebody who says they speak for you by law. Until it is looked at your data are blocked. If this is wrong, say so in your cabinet: {{link}}',
  'page.template.request-about': 'A request about somebody’s data',
} as const;
