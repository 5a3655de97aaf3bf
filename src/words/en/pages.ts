import type { Translation } from '../translation.ts';

/** Sentences of the pages. */
export const pages: Translation = {
  'page.product': 'Kepil',
  'page.skip': 'To the content of the page',
  'page.back-unchanged': 'Go back without changing anything',
  'page.more': 'Show earlier ones',
  'page.print': 'Print',
  'page.copy': 'Copy',
  'page.copied': 'Copied',
  'page.sign-out': 'Sign out',
  'page.console.name': 'Staff console',
  'page.colophon.text':
    'These pages work without scripts. They hold no counters and ask nothing of other servers.',

  'page.draft.label': 'Draft',
  'page.draft.word': 'Draft',
  'page.draft.text':
    'The officer has not approved this policy yet. Data serve the base purposes only and are given to nobody ' +
    'for advertising or analytics.',
  'page.draft.approve': 'Read and approve',

  'page.nav.service': 'Service',
  'page.nav.cabinet': 'Cabinet',
  'page.nav.console': 'Console',
  'page.nav.policy': 'Policy',
  'page.nav.the-policy': 'Policy',
  'page.nav.log': 'Log',
  'page.nav.sign-in': 'Sign in',
  'page.nav.register': 'Register',
  'page.nav.my-data': 'My data',
  'page.nav.my-readers': 'Who has seen',
  'page.nav.my-consents': 'Consents',
  'page.nav.my-requests': 'Requests',
  'page.nav.today': 'Today',
  'page.nav.board': 'Pledges',
  'page.nav.approve': 'Approval',
  'page.nav.requests': 'Requests',
  'page.nav.subjects': 'Subjects',
  'page.nav.outbox': 'Outbox',
  'page.nav.ledger': 'Log',
  'page.nav.keys': 'API keys',
  'page.board.tests_one': '{{count}} test tries this check: it breaks the system and sees the breach.',
  'page.board.tests_other': '{{count}} tests try this check: they break the system and see the breach.',
  'page.nav.part.policy': 'Policy',
  'page.nav.part.people': 'People',
  'page.nav.part.retention': 'Retention',
  'page.nav.part.transfers': 'Transfers',
  'page.nav.part.messages': 'Messages',
  'page.nav.part.security': 'Security',
  'page.nav.public': 'Page of the service',

  'page.form.optional': 'optional',
  'page.form.errors_one': 'The form was not sent: {{count}} field needs correcting',
  'page.form.errors_other': 'The form was not sent: {{count}} fields need correcting',
  'page.form.error-title': 'Error · {{title}}',

  'page.verdict.E': 'Enforced by the system: nothing else can be done.',
  'page.verdict.R': 'That it is kept is shown by a record.',
  'page.verdict.F': 'The law does not admit this: the system enforces the reading in favour of the subject.',

  'page.services.title': 'Services',
  'page.services.lead':
    'The privacy policy of each service has been read, turned into pledges and is carried out. The margin ' +
    'shows how many clauses are kept and whether any is broken.',
  'page.services.policy': 'The policy with its pledges',
  'page.services.empty': 'Services will stand here once the first policy has been read: kepil run FILE.',
  'page.services.console': 'Sign-in for staff',

  'page.service.lead':
    'Here you can see which data the service collects, what it needs them for and whom it gives them to, and ' +
    'check that it keeps its word.',
  'page.service.pledges': 'Pledges of the policy',
  'page.service.read-policy': 'Read the policy with the pledges in its margin',
  'page.service.cabinet': 'Open the cabinet',

  'page.flow.title': 'The way of the data',
  'page.flow.lead':
    'Lines lead from data to purposes and from purposes to recipients. Data that go the same way stand ' +
    'together. Where no line leads on to a recipient, the data are given to nobody.',
  'page.flow.desc':
    'A map: from each category of data lines lead to purposes, from purposes to recipients. The table under ' +
    'the map says the same.',
  'page.flow.categories': 'Data',
  'page.flow.purposes': 'Purposes',
  'page.flow.recipients': 'Recipients',
  'page.flow.nobody': 'nobody',
  'page.flow.as-table': 'The same as a table',
  'page.flow.empty':
    'A map of the data will stand here. No list of what is collected was found in the text of the policy.',

  'page.policy.title': 'Privacy policy',
  'page.policy.lead':
    'The words of the policy, and in the margin what follows from them and whether it is kept.',
  'page.policy.lead-retold':
    'A summary of the policy, and in the margin what follows from it and whether it is kept.',
  'page.policy.version': 'Version',
  'page.policy.status.draft': 'draft',
  'page.policy.status.live': 'in force',
  'page.policy.status.superseded': 'replaced by a later one',
  'page.policy.read-at': 'Read',
  'page.policy.live-at': 'In force since',
  'page.policy.hash': 'SHA-256',
  'page.policy.filled': 'Added by the operator',
  'page.policy.filled-why': 'The text of the policy does not say this; the officer filled it in.',
  'page.policy.contents': 'Contents',
  'page.policy.pledges_one': '{{count}} pledge',
  'page.policy.pledges_other': '{{count}} pledges',
  'page.policy.unread': 'Not understood.',
  'page.policy.unread-why': 'The system could not make out this clause.',
  'page.policy.unread-count_one': '{{count}} clause was not understood; it is marked in the margin.',
  'page.policy.unread-count_other': '{{count}} clauses were not understood; they are marked in the margin.',
  'page.policy.refusals_one': '{{count}} refusal was given under this policy.',
  'page.policy.refusals_other': '{{count}} refusals were given under this policy.',
  'page.policy.text-away': "The operator's text is not here. A summary is shown instead.",
  'page.policy.no-text': 'The text of this clause is not here.',
  'page.policy.empty': 'The text of the policy will stand here clause by clause. It has none yet.',

  'page.log.title': 'Log',
  'page.log.lead':
    'Every collection, look, refusal and destruction leaves an entry here at the same moment. Entries cannot ' +
    'be changed unnoticed. They hold no names and none of the data.',
  'page.log.size': 'Entries',
  'page.log.at': 'Signed',
  'page.log.pending': 'Waiting for a place',
  'page.log.key': 'Verifier key',
  'page.log.head': 'Signed checkpoint',
  'page.log.head-why':
    'Save this text. With it you can check later that nothing was removed from the log or rewritten.',
  'page.log.empty': 'A signed checkpoint will stand here. It comes with the first entry.',
  'page.log.check': 'Check it yourself',
  'page.log.check-how':
    'The log lies open as tlog-tiles. A downloaded folder is checked by a command that needs no server of ours:',
  'page.log.limits':
    'A log alone does not show that it was cut back to an old checkpoint or rewritten as a whole. A saved ' +
    'checkpoint, a receipt or a witness shows it.',

  'page.register.title': 'Registration',
  'page.register.lead':
    'This form is made from the policy: it asks for what the policy names and nothing else. The margin says why.',
  'page.register.adults': 'The service is for people of 18 and over only.',
  'page.register.one-of': 'Fill in at least one of these fields: {{names}}. The code will be sent there.',
  'page.register.assumed':
    'The text of the policy does not name this. It is asked so that there is somewhere to send the code.',
  'page.register.format.tel': 'For example, +7 701 234 56 78',
  'page.register.format.iin': '12 digits',
  'page.register.consent-why':
    'Consent is given apart from everything else, by yourself, knowing beforehand to what. Without it nothing ' +
    'is stored. You can withdraw it in the cabinet.',
  'page.register.optional-why': 'You may leave this unticked: registration does not depend on it.',
  'page.register.i-consent': 'I consent to the collection and processing of my personal data on these terms',
  'page.register.i-consent-too': 'I give this consent as well',
  'page.register.send': 'Get a code',
  'page.register.next':
    'A code comes next. Until it is entered the data lie sealed; after ten minutes they are gone.',
  'page.register.known': 'Registered already?',

  'page.confirm.title': 'Confirmation',
  'page.confirm.lead': 'A code has been sent to {{address}}.',
  'page.confirm.code': 'Code from the message',
  'page.confirm.code-hint': 'Digits only',
  'page.confirm.until': 'The code is valid until {{time}}',
  'page.confirm.left': 'Time left: {{clock}}',
  'page.confirm.over': 'Time is up. What you entered has been destroyed; please start again.',
  'page.confirm.send': 'Confirm',
  'page.confirm.none': 'No code came?',
  'page.confirm.again': 'Start again',

  'page.sign-in.title': 'Sign in',
  'page.sign-in.lead': 'Without a password we send a code to the address you confirmed when you registered.',
  'page.sign-in.address': 'E-mail or phone',
  'page.sign-in.address-hint': 'For example, name@mail.kz or +7 701 234 56 78',
  'page.sign-in.why':
    'The code always works. If the password is forgotten, sign in with a code and set a new one.',
  'page.sign-in.send': 'Sign in',
  'page.sign-in.password': 'Password',
  'page.sign-in.password-hint': 'If you set one. Leave it empty and a code comes.',
  'page.sign-in.code': 'Send a code',
  'page.sign-in.new': 'Not registered yet?',
  'page.sign-in-code.title': 'Sign-in code',
  'page.sign-in-code.lead': 'If we know the address {{address}}, a code has been sent to it.',
  'page.sign-in-code.why':
    'The answer is the same for known and unknown addresses, so nobody learns who is registered here.',
  'page.sign-in-code.send': 'Sign in',
  'page.sign-in-code.again': 'Give another address',

  'page.refused.because': 'Why',
  'page.refused.status': 'Status code {{status}}',
  'page.refused.home': 'To the front page',

  'page.my-data.title': 'My data',
  'page.my-data.lead':
    'Everything the service knows about you. In the margin: where it came from, what for and until when.',
  'page.my-data.do.readers': 'Who has seen it and who was given it',
  'page.my-data.do.download': 'Download everything',
  'page.my-data.do.delete': 'Delete everything about me',
  'page.my-data.held': 'Held',
  'page.my-data.empty':
    'Your data will stand here. At the moment the service holds nothing about you that the policy names.',
  'page.my-data.margin': 'From where, what for, until when',
  'page.my-data.source': 'From where',
  'page.my-data.at': 'When',
  'page.my-data.purposes': 'What for',
  'page.my-data.until': 'Until when',
  'page.my-data.history': 'Changed',
  'page.my-data.changes_one': '{{count}} time',
  'page.my-data.changes_other': '{{count}} times',
  'page.my-data.status.stated': 'given by you',
  'page.my-data.status.confirmed': 'confirmed by a code',
  'page.my-data.correct': 'Correct',
  'page.my-data.not-held': 'Not held',
  'page.my-data.not-held-why':
    'The policy allows this to be collected, but the service has none of it about you.',
  'page.my-data.recorded': 'This look has been entered in the log as well: {{entry}}',

  'page.my-readers.title': 'Who has seen my data',
  'page.my-readers.lead':
    'Every look, disclosure and refusal, newest first. Your own looks stand in the copy of your data.',
  'page.my-readers.ask':
    'If you do not know why you were found or who gave your number away, ask the operator: the law sets a ' +
    'term for the answer.',
  'page.my-readers.ask-link': 'Ask the operator',
  'page.my-readers.empty':
    'An entry will stand here as soon as somebody looks at your data or asks for them. Nobody has so far.',
  'page.entry.refused': 'refused',
  'page.entry.purpose': 'What for',
  'page.entry.categories': 'What',
  'page.entry.why': 'Ground',
  'page.entry.pending': 'Waiting for a place in the log',
  'page.entry.place': 'Log entry no. {{index}}',

  'page.my-consents.title': 'My consents',
  'page.my-consents.lead': 'What you agreed to, when and on what terms. Each consent can be withdrawn.',
  'page.my-consents.empty': 'Your consents and their receipts will stand here. You have not given any yet.',
  'page.my-consents.margin': 'When, how and to what',
  'page.my-consents.given': 'Given',
  'page.my-consents.form': 'How',
  'page.my-consents.categories': 'To what',
  'page.my-consents.state.active': 'In force since {{time}}',
  'page.my-consents.state.withdrawn': 'Withdrawn {{time}}',
  'page.my-consents.state.expired': 'Term over; given {{time}}',
  'page.my-consents.purpose-withdrawn': 'withdrawn {{time}}',
  'page.my-consents.incomplete_zero': 'All mandatory particulars are there.',
  'page.my-consents.incomplete_one': '{{count}} particular that the law requires is missing.',
  'page.my-consents.incomplete_other': '{{count}} particulars that the law requires are missing.',
  'page.my-consents.receipt': 'Receipt',
  'page.my-consents.withdraw': 'Withdraw',

  'page.receipt.title': 'Receipt of consent',
  'page.receipt.complete': 'The consent has every particular that the law requires.',
  'page.receipt.incomplete': 'The consent lacks:',
  'page.receipt.incomplete-why':
    "These particulars are not in the operator's policy. The operator answers for it, not you.",
  'page.receipt.linked': 'Download for programs (JSON-LD)',
  'page.receipt.purposes': 'Purposes',

  'page.proof.title': 'Proof',
  'page.proof.entry': 'Entry {{entry}}',
  'page.proof.why':
    'Your browser makes the check from the data on this page, not our server. Any other program can check the ' +
    'same data.',
  'page.proof.pending':
    'The entry has been made and waits for its place in the log. Reload the page in a few seconds: the proof ' +
    'will be here.',
  'page.proof.verdict.wait':
    'The browser is checking. Without scripts it will not start; the data for another program are below.',
  'page.proof.verdict.good': 'Checked in this browser: the entry stands in the signed log.',
  'page.proof.verdict.bad':
    'The check failed. Save this page and ask the operator; with it you can turn to the supervisory authority ' +
    'as well.',
  'page.proof.verdict.unchecked':
    'Not everything was checked: this browser cannot check an Ed25519 signature. It needs a newer version or a ' +
    'secure address of the page. Another program can check it too.',
  'page.proof.leaf.name': 'The entry.',
  'page.proof.leaf.wait': 'Not checked yet.',
  'page.proof.leaf.good': 'This is the one, with the same number; its hash has been computed.',
  'page.proof.leaf.bad': 'This is not the one, or it is damaged.',
  'page.proof.leaf.unchecked': 'Not checked.',
  'page.proof.path.name': 'Its place in the log.',
  'page.proof.path.wait': 'Not checked yet.',
  'page.proof.path.good': 'The path from the hash of the entry to the checkpoint of the log agrees.',
  'page.proof.path.bad': 'The path from the entry to the checkpoint of the log does not agree.',
  'page.proof.path.unchecked': 'Not checked.',
  'page.proof.signature.name': 'Signature of the checkpoint.',
  'page.proof.signature.wait': 'Not checked yet.',
  'page.proof.signature.good': 'The checkpoint is signed with the key of this log.',
  'page.proof.signature.bad': 'The signature does not belong to the key of this log.',
  'page.proof.signature.unchecked': 'Not checked: this browser cannot check Ed25519.',
  'page.proof.record.name': 'The content.',
  'page.proof.record.wait': 'Not checked yet.',
  'page.proof.record.good': 'The entry commits to exactly this document: not a word in it has changed.',
  'page.proof.record.bad': 'This is not the document the entry commits to.',
  'page.proof.record.unchecked': 'Not checked.',
  'page.proof.raw': 'Data of the proof',
  'page.proof.raw.index': 'Place',
  'page.proof.raw.of': 'no. {{index}} of {{size}}, counted from zero',
  'page.proof.raw.path': 'Path',
  'page.proof.raw.nodes_zero': 'not needed: the entry is the only one',
  'page.proof.raw.nodes_one': '{{count}} hash',
  'page.proof.raw.nodes_other': '{{count}} hashes',
  'page.proof.raw.key': 'Verifier key',
  'page.proof.raw.checkpoint': 'Checkpoint',

  'page.withdraw.title': 'Withdrawal of consent',
  'page.withdraw.lead': 'The consent in force since {{time}}',
  'page.withdraw.why': 'A withdrawal counts from this minute on. What was done before it remains lawful.',
  'page.withdraw.purposes': 'Which purposes to end',
  'page.withdraw.whole': 'Withdraw the whole consent',
  'page.withdraw.whole-hint': 'All purposes that need a consent will end.',
  'page.withdraw.empty': 'No purposes are left in this consent that could be withdrawn one by one.',
  'page.withdraw.send': 'Withdraw consent',
  'page.withdraw.keep': 'Leave it as it is',
  'page.withdraw.stays': 'What stays',
  'page.withdraw.stays-why': 'This does not rest on consent, so the withdrawal does not touch it.',

  'page.correct.title': 'Correct: {{name}}',
  'page.correct.now': 'Now',
  'page.correct.nothing': 'not given',
  'page.correct.new': 'The right value',
  'page.correct.after':
    'The former value stops being used at once. An entry about the correction stays in the log, without the ' +
    'values themselves.',
  'page.correct.send': 'Correct',

  'page.my-requests.title': 'My requests',
  'page.my-requests.lead':
    'Here you can demand of the operator what the law gives you. The margin shows the term for the answer.',
  'page.my-requests.made': 'Sent',
  'page.my-requests.empty': 'Your requests will stand here with the term of each. You have not sent any yet.',
  'page.my-requests.new': 'New request',
  'page.my-requests.kind': 'What you demand',
  'page.my-requests.words': 'In your own words',
  'page.my-requests.words-hint': "What happened and what you want. Do not write other people's data.",
  'page.my-requests.clock':
    'The term starts as soon as you send it. The request stays in the log and cannot be lost unnoticed.',
  'page.my-requests.send': 'Send the request',
  'page.request.received': 'Received {{time}}',
  'page.request.due': 'Answer due by {{date}}',
  'page.request.overdue': 'Overdue: an answer was due by {{date}}',
  'page.request.state.done': 'Fulfilled {{time}}',
  'page.request.state.refused': 'Refused {{time}}',
  'page.request.answer': 'Answer',
  'page.request.no-answer': 'There is no written answer.',
  'page.request.law': 'What the law says',
  'page.request.words': "The subject's words",
  'page.request.no-words': 'The subject added no words of their own.',
  'page.request.outcome': 'Outcome',
  'page.request.outcome.done': 'Fulfilled',
  'page.request.outcome.refused': 'Refused',
  'page.request.outcome.refused-hint': 'Choose the ground and explain it in the answer.',
  'page.request.text': 'Answer to the subject',
  'page.request.text-hint': 'The subject will see these words in their cabinet.',
  'page.request.send': 'Send the answer',
  'page.request.send-why': 'Sending closes the request; the outcome is entered in the log.',

  'page.download.title': 'Download everything about me',
  'page.download.lead': 'In full, nothing masked: what is held, the consents, the log entries about you.',
  'page.download.recorded': 'The download is entered in the log as well.',
  'page.download.json': 'Download a JSON file',
  'page.download.print': 'Open for printing',
  'page.export-print.title': 'My personal data',
  'page.export-print.made': 'Made {{time}}',
  'page.export-print.empty': 'Nothing is held.',

  'page.delete.title': 'Delete everything about me',
  'page.delete.lead': 'Read what goes and what stays. Nothing happens before the last button.',
  'page.delete.goes': 'What goes',
  'page.delete.goes-why':
    'The keys your data are encrypted with are destroyed at once, and the data can no longer be read. Then the ' +
    'rows themselves are removed.',
  'page.delete.stays': 'What stays',
  'page.delete.stays-why':
    'What the law wants kept, or what is needed to prove that everything was done right.',
  'page.delete.stays-nothing': 'Nothing that would point to you.',
  'page.delete.decide': 'Your decision',
  'page.delete.confirm': 'I understand that the data cannot be brought back',
  'page.delete.send': 'Destroy my data',
  'page.delete.after': 'At the end you get an act of destruction with its proof, which you can keep.',
  'page.delete.download': 'Download everything first',

  'page.act.title': 'Act of destruction of personal data',
  'page.act.lead': 'Your data have been destroyed. The cabinet is closed.',
  'page.act.keep':
    'Save this page or its address: the act cannot be found without it, for it is no longer tied to you.',
  'page.act.why':
    'From the minute of the decision none of your data opens: the keys are gone. The encrypted rows that remain ' +
    'are removed by a separate job, which closes the act.',
  'page.act.id': 'Act',
  'page.act.decided': 'Keys destroyed',
  'page.act.swept': 'Rows removed',
  'page.act.sweeping': 'under way; reload the page in a minute',
  'page.act.index': 'Place in the log',
  'page.act.counts': 'Destroyed, by store',
  'page.act.what': 'What',
  'page.act.number': 'How many',

  'page.set-up.title': 'First sign-in',
  'page.set-up.lead': 'The link works once. Here the data protection officer makes their account.',
  'page.set-up.why':
    'There are no ready-made passwords. Everything you do in the console stays in the log under your name.',
  'page.set-up.name': 'Full name',
  'page.set-up.password-hint': 'A long phrase is safer than a short string of signs.',
  'page.set-up.send': 'Make the account',
  'page.staff-sign-in.title': 'Sign-in for staff',
  'page.staff-sign-in.lead': 'The console of those who answer for personal data.',
  'page.staff-sign-in.why':
    'The first sign-in goes by a one-time link that the server prints at its first start.',
  'page.staff-sign-in.email': 'E-mail',
  'page.staff-sign-in.password': 'Password',
  'page.staff-sign-in.send': 'Sign in',

  'page.today.due': 'Clocks',
  'page.today.due-empty':
    'Requests of subjects will stand here, soonest first. None is waiting for an answer.',
  'page.today.services': 'Services',
  'page.today.subjects': 'Subjects',
  'page.today.open': 'Open requests',
  'page.today.overdue': 'Overdue',
  'page.today.pending': 'Waiting for the log',

  'page.board.title': 'Pledge board',
  'page.board.proved': 'Checked {{time}}',

  'page.approve.title': 'Approval of the policy',
  'page.approve.lead': 'Read every clause beside what the system made of it.',
  'page.approve.completion': 'What the text lacks',
  'page.approve.completion-why':
    'The law requires these particulars and the text does not have them. They will be marked in the policy as ' +
    'added.',
  'page.approve.live': 'Put the policy into force',
  'page.approve.live-why':
    'The service leaves the draft state once all clauses are approved and the particulars filled in. This cannot ' +
    'be undone; one can only issue a new version.',
  'page.approve.nothing':
    'There is nothing to approve: the policy in force has been approved. The next draft will stand here.',
  'page.approve.clauses': 'Clauses',
  'page.approve.clauses-why':
    'By approving a clause you confirm that it was understood rightly. Until the policy is in force an approval ' +
    'can be taken back.',
  'page.approve.to-completion': 'To the particulars and putting into force',
  'page.approve.approved': 'Approved {{time}}',
  'page.approve.clause': 'Approve the clause',
  'page.approve.back': 'Take the approval back',
  'page.approve.left-none': 'All clauses are approved.',
  'page.approve.left_one': '{{count}} clause is left to approve.',
  'page.approve.left_other': '{{count}} clauses are left to approve.',
  'page.approve.all': 'Approve all clauses',

  'page.subjects.title': 'Subjects',
  'page.subjects.total_zero': 'Nobody yet',
  'page.subjects.total_one': '{{count}} person',
  'page.subjects.total_other': '{{count}} people',
  'page.subjects.why':
    'There are no names here: data are read with a purpose and a ground only, and the reading stays in the log.',
  'page.subjects.search': 'Find a person',
  'page.subjects.search-hint': 'The whole e-mail address or phone number',
  'page.subjects.search-why':
    'An exact match is looked for in a blind index; the search itself is entered in the log.',
  'page.subjects.find': 'Find',
  'page.subjects.id': 'Number',
  'page.subjects.since': 'Since',
  'page.subjects.policy': 'Policy',
  'page.subjects.empty':
    'Subjects will stand here. The first comes when somebody confirms a registration with a code.',

  'page.subject.title': 'Subject',
  'page.subject.since': 'Registered {{time}}',
  'page.subject.read': 'Read data',
  'page.subject.gate':
    'Only what the policy allows for this purpose can be read. The subject will see the answer, whether yes or no.',
  'page.subject.purpose': 'Purpose',
  'page.subject.categories': 'Which data',
  'page.subject.matter': 'Matter',
  'page.subject.matter-hint':
    'The number of the request, contract or ticket for whose sake the data are read',
  'page.subject.read-send': 'Read',
  'page.subject.read-allowed': 'Allowed and recorded',
  'page.subject.read-refused': 'Refused and recorded',
  'page.subject.read-refused-why': 'Nothing was read. The reasons are in the margin.',
  'page.subject.consents': 'Consents',
  'page.subject.consents-empty': "The subject's consents will stand here. There is none at the moment.",
  'page.subject.entries': 'Log entries',
  'page.subject.entries-empty': 'Entries about the subject will stand here. There are none yet.',

  'page.requests.title': "Subjects' requests",
  'page.requests.filter': 'Which to show',
  'page.requests.open': 'Open',
  'page.requests.done': 'Fulfilled',
  'page.requests.refused': 'Refused',
  'page.requests.all': 'All',
  'page.requests.empty':
    'Requests of subjects will stand here: those sent from their cabinets and those that staff take in. There are none now.',

  'page.outbox.title': 'Outbox',
  'page.outbox.lead':
    'Letters and messages to people. No channel for sending is set up: open a message and hand it on yourself. Each opening is recorded.',
  'page.outbox.carried':
    'Letters and messages to people. {{carriers}} sends them. What could not be sent you can open and hand on yourself, or send again; each opening is recorded.',
  'page.outbox.state': 'State',
  'page.message-state.by-hand': 'to be handed on',
  'page.message-state.waiting': 'waits to be sent',
  'page.message-state.taken': 'being sent',
  'page.message-state.sent': 'sent',
  'page.message-state.delivered': 'delivered',
  'page.message-state.undelivered': 'not delivered',
  'page.message-state.failed': 'not sent',
  'page.message-state.unsure': 'not known whether it was sent',
  'page.message-reason.address': 'The address was not accepted.',
  'page.message-reason.content': 'The text was not accepted.',
  'page.message-reason.account': 'The carrier refused: check the account, the sender’s name and the balance.',
  'page.message-reason.carrier': 'The carrier does not answer; attempts go on.',
  'page.message-reason.owner-gone': 'The addressee is no longer there.',
  'page.message-reason.seal-broken':
    'The message does not open: it or the keys of its addressee are damaged.',
  'page.message-reason.recipient-unnamed':
    'The policy does not name carriers of messages among the recipients.',
  'page.flash.message-again': 'The message waits to be sent again.',
  'page.message.again': 'Send again',
  'page.outbox.template': 'Message',
  'page.outbox.channel': 'Channel',
  'page.outbox.at': 'When',
  'page.outbox.empty': 'Messages to hand on will stand here. The first will be a confirmation code.',
  'page.channel.email': 'e-mail',
  'page.template.registration-code': 'Code that confirms a registration',
  'page.template.address-code': 'Code for a new address',
  'page.template.sign-in-code': 'Sign-in code',
  'page.template.account-destroyed': 'Act of destruction of data',
  'page.template.request-answered': 'Answer to a request',
  'page.template.staff-set-up': 'Invitation of a staff member',
  'page.channel.sms': 'SMS',
  'page.message.title': 'Message',
  'page.message.to': 'To',
  'page.message.back': 'To the whole outbox',

  'page.ledger.title': 'Log',
  'page.ledger.lead': 'The state of the log and its latest entries.',
  'page.ledger.whole': 'The log is whole',
  'page.ledger.not-whole': 'The log does not agree with itself',
  'page.ledger.entries': 'Latest entries',
  'page.ledger.empty': 'Entries will stand here. The first comes with the first act.',

  'page.keys.title': 'API keys',
  'page.keys.lead': 'A key lets a program read named data for named purposes, for a time.',
  'page.keys.shown': 'New key',
  'page.keys.shown-why': 'It is shown once. Save it now: we keep nothing but a digest.',
  'page.keys.list': 'Issued',
  'page.keys.empty': 'Issued keys will stand here. There are none yet.',
  'page.keys.made': 'Issued',
  'page.keys.revoke': 'Revoke',
  'page.keys.revoke-named': 'Revoke the key “{{name}}”',
  'page.keys.new': 'Issue a key',
  'page.keys.scope': 'What a key does not name it does not open, even where the policy would allow it.',
  'page.keys.name': 'Name',
  'page.keys.name-hint': 'Which program, and what for',
  'page.keys.purposes': 'Purposes',
  'page.keys.categories': 'Data',
  'page.keys.days': 'Term, days',
  'page.keys.make': 'Issue the key',
};
