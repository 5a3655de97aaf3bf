import type { Translation } from '../translation.ts';

/** Sentences of the command line. */
export const cli: Translation = {
  'cli.description': 'Kepil: a privacy policy goes in, the system it promises comes out',
  'cli.read.description': 'read a policy and show what was understood and what was not',
  'cli.read.output': 'write the draft policy to a file',
  'cli.read.json': 'print what was read as JSON',
  'cli.run.description':
    'run services from their policies (prose or *.kepil.yaml); without files, the one that comes along',
  'cli.run.port': 'port on 127.0.0.1',
  'cli.run.data': 'data folder',
  'cli.run.database': 'an existing PostgreSQL instead of the embedded one (or KEPIL_DATABASE_URL)',
  'cli.texts': 'folder of the texts that policy files were made from; their own folder if not given',
  'cli.run.as': 'name of the service in addresses (for a single file)',
  'cli.prove.description': 'the pledge board: every clause with its state; exit code 1 if a pledge is broken',
  'cli.prove.service': 'this service only',
  'cli.json': 'print as JSON',
  'cli.verify.description': 'check a log, from a folder or an address; no server is needed',
  'cli.verify.key': 'a verifier key saved earlier',
  'cli.verify.against': 'a checkpoint saved earlier (file)',
  'cli.later.description': 'not there yet',
  'cli.later':
    'There is no command “{{command}}” yet. There are read, check, format, diff, export, run, prove and verify.',
  'cli.help': 'show this help',
  'cli.version': 'show the version',
  'cli.unknown-command': 'There is no command “{{name}}”.',
  'cli.unknown-option': 'There is no option “{{name}}”.',
  'cli.missing-argument': 'An argument is missing: {{name}}.',
  'cli.excess-arguments': 'There are too many arguments.',
  'cli.option-value': 'The option “{{name}}” needs a value.',
  'cli.bad-usage': 'The command is not well formed: {{detail}}',
  'cli.see-help': 'Help: kepil --help',
  'error.bad-port': 'The port “{{value}}” will not do: it must be a number from 0 to 65535.',
  'error.as-many': 'The option --as is for a single file; {{n}} were given.',

  'cli.starting': 'Kepil is starting, data in {{data}}',
  'cli.ready': 'Kepil is running: {{url}}',
  'cli.service': '{{name}}: {{status}}',
  'cli.status.draft': 'draft',
  'cli.status.live': 'policy in force',
  'cli.line.site': 'site',
  'cli.line.policy': 'policy',
  'cli.line.cabinet': 'cabinet',
  'cli.console': 'Console: {{url}}',
  'cli.set-up': 'First set-up, a one-time link good for 24 hours: {{url}}',
  'cli.stop-hint': 'To stop: Ctrl-C',
  'cli.stopping': 'Stopping',
  'cli.stopped': 'Stopped',
  'cli.by-hand': 'No channel is set up for sending: messages with codes wait in the console, under “Outbox”.',
  'cli.fault': 'Fault: {{what}}',

  'cli.read.head':
    '{{name}}: language {{language}}, characters {{chars}}, clauses {{clauses}}, statements {{statements}}',
  'cli.read.clause': 'clause {{clause}}',
  'cli.read.unread_one': '{{count}} clause was not understood:',
  'cli.read.unread_other': '{{count}} clauses were not understood:',
  'cli.read.all-read': 'Every clause was understood.',
  'cli.read.silent': 'What the text is silent about: {{labels}}',
  'cli.read.written': 'Draft written: {{file}}',

  'cli.prove.head': '{{service}}: version {{policy}}, {{status}}',
  'cli.prove.counts':
    'kept {{kept}} · broken {{broken}} · not yet exercised {{unexercised}} · by hand {{manual}} · refused by law {{refused}}',

  'cli.verify.ok': 'The log agrees with itself: {{size}} entries, root {{root}}',
  'cli.verify.bad': 'The log does not agree with itself',
  'cli.verify.signature.good': 'The signature is good.',
  'cli.verify.signature.bad': 'The signature does not match the key.',
  'cli.verify.signature.unchecked': 'The signature was not checked: there is no key.',
  'cli.verify.key-own':
    'The key was taken from the log itself, so a log swapped together with its key would not show. Save the key and give it with --key.',
  'cli.verify.compared.consistent':
    'Compared with the saved checkpoint ({{size}} entries): the log continues it.',
  'cli.verify.compared.fork':
    'Compared with the saved checkpoint ({{size}} entries): this is another history.',
  'cli.verify.compared.truncated':
    'Compared with the saved checkpoint ({{size}} entries): the log is shorter, entries have disappeared.',
  'cli.verify.compared.unproved':
    'The saved checkpoint ({{size}} entries) cannot be compared: the log is damaged.',
  'cli.verify.not-compared':
    'No saved checkpoint was given: a log cut back to an earlier signature would not show.',

  'error.file-missing': 'There is no file “{{name}}”.',
  'error.folder-missing': 'There is no folder “{{name}}”.',
  'error.text-adrift':
    '“{{text}}” is not the text that “{{name}}” was made from: clauses {{clauses}} differ ({{n}} in all). Take the text itself, or make the file anew: kepil read.',
  'error.file-empty': 'The file “{{name}}” is empty.',
  'error.file-too-large': 'The file “{{name}}” is larger than {{n}} MB.',
  'error.not-text': 'The file “{{name}}” is not text in UTF-8.',
  'error.not-policy': 'No privacy policy can be made out in “{{name}}”: there is hardly anything to read.',
  'error.policy-file-faulty': 'The policy file “{{name}}” has errors in it.',
  'error.port-taken': 'Port {{port}} is taken. Give another: --port.',
  'error.log-missing': 'There is no log at “{{name}}”.',
  'error.log-unreachable': 'The address “{{name}}” does not answer: the log was not received.',
  'error.data-missing': 'Kepil has never been run in the folder “{{data}}”.',
  'error.data-missing.help': 'Name the data folder: --data.',
  'error.data-folder-closed': 'The data folder “{{folder}}” cannot be written to ({{what}}).',
  'error.data-folder-closed.help': 'Mend its permissions or name another folder: --data.',
  'error.system-refuses': 'The system does not let us work with “{{path}}” ({{what}}).',
  'error.keys-lost': 'The key file “{{path}}” is missing, and the database has services.',
  'error.keys-lost.help': 'Bring the key file back from a backup: without it the data cannot be opened.',
  'error.store-refuses': 'The database refuses the connection: check address, name and password.',
  'error.store-corrupt': 'Data on the disk are damaged.',
  'error.store-corrupt.help': 'Bring them back from a backup.',
};
