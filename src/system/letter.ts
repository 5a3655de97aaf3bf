import { civilDateAt, KepilError } from '../base/index.ts';
import { answerLetter } from '../notice/index.ts';
import { isRightKey, requestNumber } from '../rights/index.ts';
import type { RequestRecord, ServiceRecord, Tx } from '../store/index.ts';
import { speakerOf } from '../words/index.ts';
import { decided } from './ask.ts';
import { type Me, openOwn } from './cabinet.ts';
import type { Clerk } from './clerk.ts';
import { nameFor } from './looks.ts';
import { wordsOf } from './request-words.ts';
import { askForWords, requestOf } from './requests.ts';
import type { OpenSubject } from './subjects.ts';
import { policyVersion, type World } from './world.ts';

/** A letter as a file. */
export interface LetterFile {
  readonly pdf: Uint8Array;
  /** `20261128-4F0C9` */
  readonly number: string;
}

/**
 * The answer to one's own request as a letter.
 *
 * @throws KepilError `ERR_NOT_FOUND`, also for another person's request and while there is no answer
 */
export async function myLetter(world: World, me: Me, id: string): Promise<LetterFile> {
  const letter = await decided(world, async (tx) => {
    const own = await openOwn(tx, world, me);
    const rows = await tx.requests.ofSubject(me.service.id, me.subject);
    const row = rows.find((one) => one.id === id);
    if (!row) throw new KepilError('ERR_NOT_FOUND', 'not-found');
    const to = own.data.get('full_name')?.[0]?.value;
    return letterOf(tx, world, { service: me.service, subject: own.subject, row, ...(to && { to }) });
  });
  return printed(world, letter);
}

/**
 * The answer to a request as a letter, for whoever sends it; that they read it is an entry.
 *
 * @throws KepilError `ERR_NOT_FOUND` also while there is no answer
 * @throws Refused
 */
export async function letterFor(
  world: World,
  clerk: Clerk,
  at: { service: ServiceRecord; id: string },
): Promise<LetterFile> {
  const letter = await decided(world, async (tx) => {
    const { row, subject } = await requestOf(tx, world, { ...at, mode: 'share' });
    await askForWords(tx, world, { clerk, row, verb: 'read', asking: { mode: 'share' } });
    return letterOf(tx, world, { service: at.service, subject, row });
  });
  return printed(world, letter);
}

async function printed(
  world: World,
  { letter, number }: Awaited<ReturnType<typeof letterOf>>,
): Promise<LetterFile> {
  return { pdf: await world.print(letter), number };
}

async function letterOf(
  tx: Tx,
  world: World,
  of: {
    service: ServiceRecord;
    subject: OpenSubject;
    row: RequestRecord;
    /** The name of somebody with an account, when it was read for them. */
    to?: string;
  },
) {
  const { service, subject, row } = of;
  const words = wordsOf(world, subject, row);
  const { state } = row;
  const open = state === 'open' || state === 'waiting' || row.closedAt === undefined;
  if (open || words?.answer === undefined || !isRightKey(row.kind))
    throw new KepilError('ERR_NOT_FOUND', 'not-found');
  const { zone } = world.law;
  const speaker = speakerOf(subject.record.language, zone);
  const number = requestNumber(row, zone);
  const to = of.to ?? words.contact?.name;
  const { policy } = await policyVersion(tx, world, { service: service.id, hash: subject.record.policyHash });
  const { name, bin, responsible } = policy.operator;
  const letter = answerLetter(speaker, {
    ...{ number, kind: row.kind, id: row.id, outcome: state, answer: words.answer },
    service: await nameFor(tx, world, { service, speaker }),
    receivedOn: civilDateAt(row.receivedAt, zone),
    answeredOn: civilDateAt(row.closedAt, zone),
    ...(to !== undefined && { to }),
    ...(name && { operator: { name, ...(bin && { bin }), ...(responsible && { responsible }) } }),
    ...(row.ground && { ground: row.ground }),
  });
  return { letter, number };
}
