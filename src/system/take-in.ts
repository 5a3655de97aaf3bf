import { type Id, type Language, newId, type Problem } from '../base/index.ts';
import type { Actor } from '../gate/index.ts';
import { isRightKey, openCase, type RightKey } from '../rights/index.ts';
import type { IntakeChannel, RequestRecord, ServiceRecord, Tx } from '../store/index.ts';
import type { SubjectKeys } from '../vault/index.ts';
import { decided } from './ask.ts';
import { actorOf, type Clerk } from './clerk.ts';
import { record } from './entries.ts';
import { addSubject } from './new-subject.ts';
import {
  type Contact,
  checkWords,
  type Representing,
  type RequestWords,
  sealWords,
} from './request-words.ts';
import { cardDataMasked } from './requests.ts';
import { type OpenSubject, openSubject } from './subjects.ts';
import { findSubjects } from './survey.ts';
import { tellOfRequest } from './tell-of-request.ts';
import { faultInLine, isBlank, kindOfAddress } from './typed.ts';
import { headOf, type World } from './world.ts';

/** Ways in which staff take a request in for somebody. */
export const intakeChannels = ['email', 'letter', 'phone', 'in-person'] as const satisfies IntakeChannel[];

/** A request that came by another way than the cabinet, as typed by whoever enters it. */
export interface Intake {
  readonly service: ServiceRecord;
  readonly channel: IntakeChannel | undefined;
  readonly kind: string;
  readonly words: string;
  /** When it came; undefined when what was typed is no time. */
  readonly receivedAt: number | undefined;
  /** E-mail or phone of the account it is about; empty for somebody who has none. */
  readonly address: string;
  /** Of somebody who has no account. */
  readonly name: string;
  readonly answerTo: string;
  readonly language: Language;
  /** Of a row of a table: the same row taken in twice is one request. */
  readonly id?: Id;
}

/** A request may be entered this long after it came, in milliseconds: a year. */
const latestEntry = 366 * 86_400_000;
const longestName = 200;
const longestAddress = 300;

/**
 * Takes in a request that came by e-mail, letter, phone or in person; its clock runs from when it came. It is
 * tied to the account whose address is given, else to a person known by this request alone. Who asks is not
 * known yet: nothing is done or told before it is. The holder of the account is told that somebody asks in
 * their name.
 *
 * @throws Refused
 * @law 94-V Art. 10, 94-V Art. 24, 94-V Art. 25(2)
 */
export async function takeIn(
  world: World,
  clerk: Clerk,
  intake: Intake,
): Promise<{ request: RequestRecord; masked: boolean; known?: true } | { problems: readonly Problem[] }> {
  const checked = checkIntake(world, intake);
  if ('problems' in checked) return checked;
  const address = intake.address.trim();
  const field = kindOfAddress(address);
  const at = { service: intake.service.id, value: address };
  const found = field ? await findSubjects(world, clerk, { ...at, field }) : [];
  if (address !== '' && found.length !== 1)
    return { problems: [problem('address', found.length === 0 ? 'nobody-found' : 'several-found')] };
  const by = { actor: actorOf(clerk), actorKeys: clerk.keys };
  return decided(world, async (tx) => {
    // Two who send the same table at once wait for each other.
    if (intake.id) await tx.services.lock(at.service);
    const before = intake.id && (await tx.requests.get(at.service, intake.id));
    if (before) return { request: before, masked: false, known: true as const };
    const who = found[0];
    const opening = { service: at.service, id: who ?? '', mode: 'update' as const };
    const holder = who === undefined ? undefined : await openSubject(tx, world, opening);
    if (who !== undefined && !holder) return { problems: [problem('address', 'nobody-found')] };
    const subject = holder ?? (await addClaimant(tx, world, intake));
    return storeRequest(tx, world, { intake, checked, subject, by });
  });
}

/** Who enters a request. */
export interface Entering {
  readonly actor: Actor;
  readonly actorKeys?: SubjectKeys;
}

/** A request that may be stored. */
export interface Checked {
  readonly kind: RightKey;
  readonly channel: IntakeChannel;
  readonly receivedAt: number;
  readonly words: string;
  readonly masked: boolean;
  readonly contact?: Contact;
  /** Of a request made for a child; `about` when they were found. */
  readonly representing?: Representing;
  readonly about?: Id;
}

/** What is wrong with a field. */
export const problem = (field: string, code: string): Problem => ({ code, severity: 'error', field });

/** What is wrong with a field of one line that must be filled; `blank` is the code when it is not. */
export function lineProblems(of: {
  readonly field: string;
  readonly value: string;
  readonly longest: number;
  readonly blank: string;
}): readonly Problem[] {
  const value = of.value.trim();
  const fault = isBlank(value) ? of.blank : faultInLine(value);
  if (fault) return [problem(of.field, fault)];
  return value.length > of.longest
    ? [{ ...problem(of.field, 'field-too-long'), params: { n: of.longest } }]
    : [];
}

/** What can be stored of a request as typed, or what is wrong with it. */
export function checkIntake(world: World, intake: Intake): Checked | { problems: readonly Problem[] } {
  const { channel, kind } = intake;
  const words = checkWords(intake.words);
  const came = cameAt(world.now(), intake.receivedAt);
  const contact = contactOf(intake);
  const problems: Problem[] = [];
  if (channel === undefined) problems.push(problem('channel', 'channel-missing'));
  if (typeof came === 'string') problems.push(problem('receivedOn', came));
  if (!isRightKey(kind)) problems.push(problem('kind', 'right-unknown'));
  if ('problems' in contact) problems.push(...contact.problems);
  if ('problem' in words) problems.push(problem('words', words.problem));
  if (problems.length > 0 || 'problem' in words || 'problems' in contact) return { problems };
  return {
    kind: kind as RightKey,
    channel: channel as IntakeChannel,
    receivedAt: came as number,
    ...words,
    ...contact,
  };
}

function cameAt(now: number, typed: number | undefined): number | string {
  if (typed === undefined) return 'received-missing';
  if (typed > now) return 'received-future';
  return typed < now - latestEntry ? 'received-too-old' : typed;
}

function contactOf({
  channel,
  address,
  name,
  answerTo,
}: Intake): { contact?: Contact } | { problems: Problem[] } {
  if (address.trim() !== '')
    return kindOfAddress(address.trim()) ? {} : { problems: [problem('address', 'nobody-found')] };
  // Only staff can look for an account instead.
  const blank = channel === 'form' ? 'field-mandatory' : 'claimant-unknown';
  const problems = [
    ...lineProblems({ field: 'name', value: name, longest: longestName, blank }),
    ...lineProblems({ field: 'answerTo', value: answerTo, longest: longestAddress, blank }),
  ];
  return problems.length > 0 ? { problems } : { contact: { name: name.trim(), answerTo: answerTo.trim() } };
}

/** Somebody who is known by a request alone: a subject with keys of their own, and nothing else. */
export async function addClaimant(
  tx: Tx,
  world: World,
  { service, language }: Pick<Intake, 'service' | 'language'>,
): Promise<OpenSubject> {
  const now = world.now();
  return addSubject(tx, world, {
    service: service.id,
    id: newId(now, world.crypto.random),
    kind: 'claimant',
    version: 1,
    policyHash: (await headOf(tx, service.id)).hash,
    language,
    createdAt: now,
  });
}

/** Stores a request, notes it and tells of it. */
export async function storeRequest(
  tx: Tx,
  world: World,
  what: { intake: Intake; checked: Checked; subject: OpenSubject; by: Entering },
): Promise<{ request: RequestRecord; masked: boolean }> {
  const { intake, checked, subject, by } = what;
  const { kind, channel, receivedAt, masked } = checked;
  const id: Id = intake.id ?? newId(world.now(), world.crypto.random);
  const { contact, representing, about } = checked;
  const words: RequestWords = {
    words: checked.words,
    ...(contact && { contact }),
    ...(representing && { representing }),
  };
  const request: RequestRecord = {
    service: intake.service.id,
    subject: subject.record.id,
    id,
    kind,
    state: 'open',
    channel,
    identity: 'waiting',
    receivedAt,
    enteredAt: world.now(),
    ...(by.actor.id && { enteredBy: by.actor.id }),
    dueOn: openCase({ kind, receivedAt }, world.law).dueOn,
    pauses: [],
    ...(representing && { onBehalf: 'child' as const }),
    ...(about && { about }),
    sealed: sealWords(world, { subject, id, words }),
  };
  await tx.requests.insert(request);
  await record(tx, world, {
    service: intake.service.id,
    kind: 'request',
    outcome: 'done',
    ...by,
    channel: channel === 'form' ? 'registration' : 'console',
    purpose: 'subject_rights',
    matter: id,
    subject: { id: subject.record.id, keys: subject.keys },
    record: { words: checked.words, kind, channel, receivedAt: new Date(receivedAt).toISOString() },
    because: [
      { rule: channel === 'form' ? 'request-by-form' : 'request-taken-in' },
      ...(masked ? [cardDataMasked] : []),
    ],
  });
  await tellOfRequest(tx, world, { service: intake.service, subject, row: request, words, news: 'received' });
  return { request, masked };
}
