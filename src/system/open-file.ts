import { concat, equalBytes, type Id, isId, KepilError } from '../base/index.ts';
import { type FileKind, fileKinds } from '../files/index.ts';
import type { GateRequest } from '../gate/index.ts';
import type { OwnedFile, ServiceRecord, Tx } from '../store/index.ts';
import { openFile as openSealed } from '../vault/index.ts';
import { type Asking, ask, decided, Refused } from './ask.ts';
import type { Me } from './cabinet.ts';
import { noteDamaged } from './check-files.ts';
import { actorOf, byClerk, type Clerk } from './clerk.ts';
import { addressOf, contentOf, type FileContent, type FilePlace } from './sealed-file.ts';
import type { OpenSubject } from './subjects.ts';
import type { World } from './world.ts';

/** Files up to this length are opened whole before the first byte leaves: a damaged one is never begun. */
const openedWhole = 16 * 1024 * 1024;

/** A file on its way to whoever may see it. */
export interface OpenedFile {
  readonly name: string;
  readonly kind: FileKind;
  readonly mediaType: string;
  readonly size: number;
  /** Of the view. */
  readonly entry: Id;
  /**
   * Its bytes, in constant memory. Whoever reads them learns by an error, before the end, that the file was
   * damaged or destroyed meanwhile.
   */
  readonly bytes: AsyncIterable<Uint8Array>;
}

/**
 * Opens a file of the person's own.
 *
 * @throws KepilError `ERR_NOT_FOUND` when it is not theirs, `ERR_VAULT_SEALED` when it is damaged
 * @throws Refused
 */
export function openOwnFile(world: World, me: Me, id: string): Promise<OpenedFile> {
  const service = me.service.id;
  const request = { actor: { role: 'subject' as const, id: me.subject }, purpose: 'subject_rights' };
  return open(world, {
    find: async (tx) => (isId(id) ? await fileOf(tx, { service, subject: me.subject, id }) : undefined),
    request: { ...request, channel: 'cabinet' },
  });
}

/**
 * Opens a file for a staff member in the matter it was handed in for; each view is an entry.
 *
 * @throws KepilError `ERR_NOT_FOUND` when there is no such file in this matter, `ERR_VAULT_SEALED` when it is
 * damaged
 * @throws Refused
 */
export function openFileInMatter(
  world: World,
  clerk: Clerk,
  at: { service: ServiceRecord; matter: string; id: string; purpose: string },
): Promise<OpenedFile> {
  const { service, matter, id, purpose } = at;
  return open(world, {
    find: async (tx) => {
      const row = isId(id) ? await tx.files.find(service.id, id) : undefined;
      return row?.matter === matter ? row : undefined;
    },
    request: { actor: actorOf(clerk), purpose, matter, channel: 'console' },
    by: byClerk(clerk),
  });
}

/** A file with whose it is; undefined when the person has none of that id. */
async function fileOf(tx: Tx, { service, subject, id }: FilePlace): Promise<OwnedFile | undefined> {
  const row = await tx.files.get(service, subject, id);
  return row && { ...row, service, subject };
}

interface Opening {
  readonly find: (tx: Tx) => Promise<OwnedFile | undefined>;
  readonly request: Pick<GateRequest, 'actor' | 'purpose' | 'channel' | 'matter'>;
  readonly by?: Pick<Asking, 'actorKeys' | 'roles'>;
}

async function open(world: World, how: Opening): Promise<OpenedFile> {
  const { row, content, entry } = await decided(world, async (tx) => {
    const found = await how.find(tx);
    if (!found || found.state === 'arriving') throw new KepilError('ERR_NOT_FOUND', 'not-found');
    if (found.state === 'damaged') throw damaged();
    const { service, subject: owner, category } = found;
    const request = {
      verb: 'read' as const,
      service,
      subject: owner,
      categories: [category],
      ...how.request,
    };
    const asked = await ask(tx, world, request, { mode: 'share', ...how.by });
    if (!asked.subject || !asked.entry) throw new KepilError('ERR_NOT_FOUND', 'not-found');
    if (!asked.decision.allowed) throw new Refused(asked.decision.because, asked.entry);
    return { row: found, content: opened(world, asked.subject, found), entry: asked.entry };
  });
  const { name, kind, size } = content;
  const stream = read(world, row, content);
  const bytes =
    size > openedWhole
      ? stream
      : (async function* (all) {
          yield* all;
        })(await whole(stream));
  return { name, kind, mediaType: fileKinds[kind].mediaType, size, entry, bytes };
}

function opened(world: World, subject: OpenSubject, row: OwnedFile): FileContent {
  return contentOf(world, subject.keys, row);
}

const damaged = () => new KepilError('ERR_VAULT_SEALED', 'file-damaged');

async function whole(bytes: AsyncIterable<Uint8Array>): Promise<readonly Uint8Array[]> {
  const all: Uint8Array[] = [];
  for await (const piece of bytes) all.push(piece);
  return [concat(...all)];
}

/** The plaintext part by part; what does not open is noted, and ends it. */
async function* read(world: World, row: OwnedFile, content: FileContent): AsyncGenerator<Uint8Array> {
  const opener = openSealed(content.key, { address: addressOf(row), head: content.head }, world.crypto);
  const sum = world.crypto.hashing();
  for (let part = 0; part < row.parts; part++) {
    const sealed = await partOf(world, row, part);
    const plain = sealed && opener?.push(sealed);
    if (!plain) {
      await noteDamaged(world, row);
      throw damaged();
    }
    sum.update(plain);
    yield plain;
  }
  if (opener?.ended() && equalBytes(sum.digest(), content.sha256)) return;
  await noteDamaged(world, row);
  throw damaged();
}

/** @throws KepilError `ERR_NOT_FOUND` when the file was destroyed while it was read */
async function partOf(world: World, row: OwnedFile, part: number): Promise<Uint8Array | undefined> {
  const { service, subject, id } = row;
  return world.store.transaction(async (tx) => {
    const bytes = await tx.files.part(service, subject, { id, part });
    if (!bytes && !(await tx.files.get(service, subject, id)))
      throw new KepilError('ERR_NOT_FOUND', 'not-found');
    return bytes;
  });
}
