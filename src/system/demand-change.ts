import { newId, type Problem } from '../base/index.ts';
import { fileUses } from '../files/index.ts';
import { openCase } from '../rights/index.ts';
import type { RequestRecord, Tx } from '../store/index.ts';
import { decided } from './ask.ts';
import { attachFile } from './attach-file.ts';
import { type Me, openOwn } from './cabinet.ts';
import { checkedValue } from './correct.ts';
import { dropFile, type SentFile, type TakenFile, takeFile } from './put-file.ts';
import { sealWords, wordsOf } from './request-words.ts';
import { noteRequest } from './requests.ts';
import type { OpenSubject } from './subjects.ts';
import type { World } from './world.ts';

/** What a person demands: another value, and the document that it rests on. */
interface Demand {
  readonly category: string;
  readonly value: string;
  readonly sent: SentFile;
}

/** The longest document, as it is said. */
export const mostMegabytes = fileUses['request-document'].maxBytes / (1024 * 1024);

/** It became a request with its due date, or what is wrong with it. */
export type Demanded = { readonly request: RequestRecord } | { readonly problem: Problem };

/**
 * Takes a demand to change a value by a document: the value stands as it is until the officer has looked at
 * the document and decided. One at a time for each category.
 *
 * What is wrong with the value is said before the file is read. The file becomes theirs in the commit in
 * which the request is made; whatever happens before leaves nothing that could be opened.
 *
 * @throws KepilError `ERR_NOT_FOUND` when it is not theirs to change
 * @throws Refused
 * @law 94-V Art. 24(1)(2), 25(2)(8)
 */
export async function demandChange(world: World, me: Me, demand: Demand): Promise<Demanded> {
  const { category, value } = demand;
  const checked = await decided(world, (tx) => checkedValue(tx, world, { me, category, value }));
  if ('problem' in checked) return checked;
  const owner = { service: me.service.id, subject: me.subject };
  const taken = await takeFile(world, owner, { use: 'request-document', sent: demand.sent });
  if ('problem' in taken)
    return {
      problem: { code: taken.problem, severity: 'error', field: 'document', params: { n: mostMegabytes } },
    };
  try {
    const asked = { category, value: checked.value };
    const made = await decided(world, (tx) => fileDemand(tx, world, { me, asked, taken }));
    if ('problem' in made) await dropFile(world, taken);
    return made;
  } catch (error) {
    await dropFile(world, taken);
    throw error;
  }
}

interface Filing {
  readonly me: Me;
  readonly asked: { readonly category: string; readonly value: string };
  readonly taken: TakenFile;
}

async function fileDemand(tx: Tx, world: World, { me, asked, taken }: Filing): Promise<Demanded> {
  const { subject } = await openOwn(tx, world, me, 'update');
  if (await waitsAlready(tx, world, { subject, category: asked.category }))
    return { problem: { code: 'demand-waits', severity: 'error', field: 'value' } };
  const now = world.now();
  const id = newId(now, world.crypto.random);
  const { name, size } = taken.content;
  const words = { words: '', change: asked, files: [{ id: taken.id, name, size }] };
  const request: RequestRecord = {
    ...{ service: me.service.id, subject: me.subject, id, kind: 'correct', state: 'open' },
    ...{ channel: 'cabinet', identity: 'signed-in', receivedAt: now, enteredAt: now, pauses: [] },
    dueOn: openCase({ kind: 'correct', receivedAt: now }, world.law).dueOn,
    sealed: sealWords(world, { subject, id, words }),
  };
  await tx.requests.insert(request);
  await noteRequest(tx, world, { subject, request: id, words: JSON.stringify(asked), masked: false });
  await attachFile(tx, world, { me, matter: id, taken });
  return { request };
}

async function waitsAlready(
  tx: Tx,
  world: World,
  { subject, category }: { subject: OpenSubject; category: string },
): Promise<boolean> {
  const mine = await tx.requests.ofSubject(subject.service, subject.record.id);
  const open = mine.filter(({ kind, closedAt }) => kind === 'correct' && closedAt === undefined);
  return open.some((row) => wordsOf(world, subject, row)?.change?.category === category);
}
