import type { Translation } from '../translation.ts';

/** Backups and their restoration. */
export const backup: Translation = {
  'cli.backup.description': 'make a backup: an archive of keys and an archive of data',
  'cli.backup.key': 'file of the key of backups; made when there is none',
  'cli.backup.working': 'Copying; services go on working.',
  'cli.backup.written': 'Written: {{file}}, {{size}} KiB',
  'cli.backup.removed': 'Earlier archives of keys removed: {{n}}. Only the newest may remain.',
  'cli.backup.key-made':
    'A key of backups was made: {{file}}. Keep it apart from the backups: without it they do not open.',
  'cli.backup.stepped':
    'The key epoch turned, and the key {{file}} took a step: earlier archives of keys do not open with it. Replace the copies of this key that you keep.',
  'cli.backup.advice':
    'Keep the archive of keys apart from the archive of data, and the folder of logs {{folder}} in a third place.',
  'cli.restore.description': 'restore from a backup into an empty data folder',
  'cli.restore.key': 'file of the key of backups',
  'cli.restore.ledger': 'folder with the logs of the services, kept apart',
  'cli.restore.archive': 'archive of data; the newest in the folder when not given',
  'cli.restore.older-keys': 'the newest archive of keys is lost: take the one there is',
  'cli.restore.checking': 'Checking archives and logs.',
  'cli.restore.log-refused': 'The log of the service “{{name}}” does not fit:',
  'cli.restore.replayed':
    '{{name}}: destroyed again {{destroyed}}, consents withdrawn again {{withdrawn}}, rights and keys taken again {{taken}}',
  'cli.restore.mailings':
    'Mailings that ran when the backup was made are stopped: {{n}}. Start none anew without knowing who got it.',
  'cli.restore.lost': 'lost after the backup: {{what}} — {{n}}',
  'cli.restore.without-keys': 'People without keys: {{n}}. Their data were destroyed and did not come back.',
  'cli.restore.without-rows': 'People of whom the archive of data has nothing: {{n}}. They came after it.',
  'cli.restore.done': 'Restored. Start kepil run with this data folder.',
  'cli.restore.left': 'Not restored. Remove the folder {{data}} before you try again: keys are left in it.',

  'error.backup-key-malformed': 'The file “{{path}}” is no key of backups.',
  'error.backup-key-missing': 'There is no key file “{{path}}”.',
  'error.backup-key-missing.help': 'It is the file that kepil backup named.',
  'error.backup-key-beside': 'The key of backups must not lie beside them.',
  'error.backup-key-beside.help': 'Name a place outside of the folder of backups for --key.',
  'error.backup-unreadable': 'The archive “{{path}}” does not open: it is damaged or under another key.',
  'error.backup-table': 'The archive has rows of an unknown table.',
  'error.backup-missing': 'The folder “{{folder}}” has no archive of keys or no archive of data.',
  'error.backup-missing.help': 'Put the files *.keys.kepil and *.data.kepil into one folder.',
  'error.backup-keys-older': 'The archive of keys is older than the archive of data.',
  'error.backup-keys-older.help': 'Take an archive of keys made together with the archive of data or later.',
  'error.backup-keys-not-newest': 'The log says that a newer archive of keys was made.',
  'error.backup-keys-not-newest.help': 'Take the newest archive of keys. If it is lost, add --older-keys.',
  'error.backup-schemas': 'The archives were made by different versions of Kepil.',
  'error.backup-schemas.help': 'Take the archive of data that was made together with this archive of keys.',
  'error.backup-other': 'The archive of data and the archive of keys are of different installations.',
  'error.restore-not-empty': 'Only an empty data folder and an empty database can be restored into.',
  'error.restore-not-empty.help': 'Name a new folder for --data.',

  'because.backup-made': 'A backup was made.',
  'because.restored-from-backup': 'The service was restored from a backup.',
};
