import type { Translation } from '../translation.ts';

/** Key epochs and where the root key lives. */
export const keyEpochs: Translation = {
  'cli.keys.description': 'keys: show their epochs, or turn them',
  'cli.keys.show': 'show since when the epoch of each service lasts and when it turns',
  'cli.keys.turn': 'turn the key epoch now; services go on working',
  'cli.keys.epoch': '{{name}}: epoch {{epoch}}, since {{began}}, turns {{due}}',
  'cli.keys.turning': '{{name}}: epoch {{epoch}}, since {{began}}, the turn is under way',
  'cli.keys.working': 'The keys of people move into a new epoch; services go on working.',
  'cli.keys.turned': '{{name}}: epoch {{epoch}}, keys moved: {{n}}',
  'cli.keys.waits': 'The key before is still being read. It is destroyed as soon as that is over.',
  'cli.keys.backup': 'Make a backup: earlier archives of keys do not open after it.',

  'because.epoch-turned': 'The key epoch turned, and the key before it was destroyed.',

  'notice.act.traces': 'Traces on the disk',
  'notice.act.traces-until':
    'Until {{time}} only somebody who got hold of both the root key and the disk itself could open them. Then the key of the epoch is destroyed, and nobody can.',
  'notice.act.traces-late':
    'The key of the epoch should have been destroyed by {{time}} but still exists. While it does, somebody who got hold of both the root key and the disk itself could open them.',
  'notice.act.traces-gone': 'Since {{time}} nobody can open them: the key of the epoch is destroyed.',
  'notice.act.traces-unknown': 'Not known yet: until the key of the epoch is changed.',

  'error.keys-older': 'The key file is older than the database: it has no key of epoch {{epoch}}.',
  'error.keys-older.help': 'Put the newest key file back, “{{path}}”.',
};
