import { join, relative, resolve } from 'node:path';
import { KepilError } from '../base/index.ts';
import { withInstallation } from './alone.ts';
import { askControl } from './ask-control.ts';
import { type BackupMade, makeBackup } from './make-backup.ts';
import type { Terminal } from './terminal.ts';

/** What `kepil backup` was told. */
export interface BackupOptions {
  readonly data: string;
  readonly databaseUrl?: string;
  /** File of the key the archives are sealed under; made when it is not there. */
  readonly key: string;
}

/** Makes a backup: of the installation running on the data folder, else of one opened for the purpose. */
export async function backup(folder: string, options: BackupOptions, terminal: Terminal): Promise<void> {
  const { print, speaker } = terminal;
  const data = resolve(options.data);
  const place = { folder: resolve(folder), key: resolve(options.key) };
  if (!relative(place.folder, place.key).startsWith('..'))
    throw new KepilError('ERR_USAGE', 'backup-key-beside');
  print(speaker.say('cli.backup.working'));
  const made =
    (await askControl<BackupMade>(data, 'backup', place)) ??
    (await withInstallation(data, { ...options, ...terminal }, (opened) => makeBackup(opened, place)));
  for (const { file, bytes } of [made.newest, made.sealed])
    print(speaker.say('cli.backup.written', { file, size: Math.ceil(bytes / 1024) }));
  if (made.removed > 0) print(speaker.say('cli.backup.removed', { n: made.removed }));
  if (made.stepped) print(speaker.say('cli.backup.stepped', { file: place.key }));
  if (made.keyMade) print(speaker.say('cli.backup.key-made', { file: place.key }));
  print(speaker.say('cli.backup.advice', { folder: join(data, 'log') }));
}
