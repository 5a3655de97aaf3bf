import {
  type DocumentKind,
  type DocumentState,
  type DocumentVersion,
  documentKinds,
  faultInDay,
  inForceOn,
  stateOfVersion,
} from '../agreements/index.ts';
import {
  canonicalJson,
  civilDateAt,
  hexOf,
  type Id,
  isCivilDate,
  isId,
  KepilError,
  type Language,
  languages,
  newId,
  type Problem,
  utf8,
} from '../base/index.ts';
import type { StaffRole } from '../gate/index.ts';
import { findCardData } from '../moderation/index.ts';
import type { AgreementHead, AgreementRecord, ServiceRecord, Texts, Tx } from '../store/index.ts';
import { actorOf, type Clerk, within } from './clerk.ts';
import { record } from './entries.ts';
import { isBlank, isCleanText } from './typed.ts';
import type { World } from './world.ts';

/** Who prepares and ends documents, and who approves them: somebody else than prepared them. */
const preparing: readonly StaffRole[] = ['approver', 'officer'];
const approving: readonly StaffRole[] = ['approver'];

const beyond = 'agreements-beyond-role';

/** Letters of a text at most, in each language. */
export const agreementLetters = 50_000;

/** How the log says that a version ended. */
export const agreementEnded = 'agreement-ended';

/** A version with where it stands. */
export interface ShownAgreement {
  readonly row: AgreementHead;
  readonly state: DocumentState;
  /** How many people accepted it. */
  readonly accepted: number;
  /** Whoever reads prepared it. */
  readonly own: boolean;
}

/** A version as the rules of documents see it. */
export function versionOf(world: World, row: AgreementHead): AgreementHead & DocumentVersion {
  const { endedAt } = row;
  return endedAt === undefined ? row : { ...row, endedOn: civilDateAt(endedAt, world.law.zone) };
}

const todayOf = (world: World) => civilDateAt(world.now(), world.law.zone);

async function versionsOf(tx: Tx, world: World, service: Id) {
  return (await tx.agreements.heads(service)).map((row) => versionOf(world, row));
}

/** The versions in force today, one for each document there is. */
export async function agreementsInForce(
  tx: Tx,
  world: World,
  service: Id,
): Promise<readonly AgreementHead[]> {
  const rows = await versionsOf(tx, world, service);
  const today = todayOf(world);
  return documentKinds.flatMap((kind) => inForceOn(rows, { kind, today }) ?? []);
}

/** The register of documents of a service, newest first. @throws KepilError `ERR_FORBIDDEN` */
export async function listAgreements(
  world: World,
  clerk: Clerk,
  service: ServiceRecord,
): Promise<readonly ShownAgreement[]> {
  const by = within(clerk, preparing, beyond);
  return world.store.transaction(async (tx) => {
    const rows = await versionsOf(tx, world, service.id);
    const counts = await tx.agreements.counts(service.id);
    const today = todayOf(world);
    return rows.map((row) => ({
      row,
      state: stateOfVersion(row, rows, today),
      accepted: counts.get(row.id) ?? 0,
      own: row.proposedBy === by.id,
    }));
  });
}

/** One version with its texts, to be approved. @throws KepilError `ERR_FORBIDDEN`, `ERR_NOT_FOUND` */
export async function showAgreement(
  world: World,
  clerk: Clerk,
  at: { service: ServiceRecord; id: string },
): Promise<ShownAgreement & { readonly row: AgreementRecord }> {
  const shown = (await listAgreements(world, clerk, at.service)).find(({ row }) => row.id === at.id);
  if (!shown) throw new KepilError('ERR_NOT_FOUND', 'not-found');
  const row = await world.store.transaction((tx) => tx.agreements.get(at.service.id, shown.row.id));
  if (!row) throw new KepilError('ERR_NOT_FOUND', 'not-found');
  return { ...shown, row };
}

/** A version as anyone may read it. */
export interface PublicAgreement {
  readonly row: AgreementHead;
  readonly state: Extract<DocumentState, 'waiting' | 'in-force' | 'archived' | 'ended'>;
}

/** What anyone may read of documents: every approved version, newest first. */
export async function publishedAgreements(
  world: World,
  service: ServiceRecord,
): Promise<readonly PublicAgreement[]> {
  const rows = await world.store.transaction((tx) => versionsOf(tx, world, service.id));
  const today = todayOf(world);
  return rows.flatMap((row) => {
    const state = stateOfVersion(row, rows, today);
    return state === 'proposed' || state === 'dropped' ? [] : [{ row, state }];
  });
}

/** Whether a document is in force, so that people are asked to accept it. */
export async function hasAgreements(world: World, service: ServiceRecord): Promise<boolean> {
  return (await publishedAgreements(world, service)).some(({ state }) => state === 'in-force');
}

/**
 * A version with its texts, as anyone may read it: the one in force, or the one of that number.
 *
 * @throws KepilError `ERR_NOT_FOUND` when there is none
 */
export async function readAgreement(
  world: World,
  at: { service: ServiceRecord; kind: string; number?: number },
): Promise<PublicAgreement & { readonly row: AgreementRecord }> {
  const all = await publishedAgreements(world, at.service);
  const found = all.find(({ row, state }) => {
    if (row.kind !== at.kind) return false;
    return at.number === undefined ? state === 'in-force' : row.number === at.number;
  });
  const row =
    found && (await world.store.transaction((tx) => tx.agreements.get(at.service.id, found.row.id)));
  if (!found || !row) throw new KepilError('ERR_NOT_FOUND', 'not-found');
  return { row, state: found.state };
}

/** The text of a version in a language, else in the first there is. */
export function textIn(
  { texts, languages: there }: Pick<AgreementRecord, 'texts' | 'languages'>,
  language: Language,
): { readonly language: Language; readonly text: string } {
  const chosen = there.includes(language) ? language : (languages.find((one) => there.includes(one)) ?? 'ru');
  return { language: chosen, text: texts[chosen] ?? '' };
}

/** SHA-256 of what a version is: its kind and its texts. Whoever accepted it accepted this. */
export function agreementDigest(
  world: Pick<World, 'crypto'>,
  of: { kind: DocumentKind; texts: Texts },
): string {
  return hexOf(world.crypto.hash(utf8(canonicalJson({ kind: of.kind, texts: { ...of.texts } }))));
}

/** A new version as it is filled in. */
export interface AgreementForm {
  readonly kind: string;
  readonly effectiveOn: string;
  readonly texts: Readonly<Record<Language, string>>;
}

/**
 * Prepares a version of a document. It holds from its day on, once somebody else approves it.
 *
 * @throws KepilError `ERR_FORBIDDEN`
 */
export async function proposeAgreement(
  world: World,
  clerk: Clerk,
  what: { service: ServiceRecord; form: AgreementForm },
): Promise<readonly Problem[]> {
  const by = within(clerk, preparing, beyond);
  const { service, form } = what;
  return world.store.transaction(async (tx) => {
    await tx.services.lock(service.id);
    const rows = await versionsOf(tx, world, service.id);
    const problems = checkAgreement(form, { rows, today: todayOf(world) });
    if (problems.length > 0) return problems;
    const kind = form.kind as DocumentKind;
    const texts: Texts = Object.fromEntries(
      languages.flatMap((language) => {
        const text = tidied(form.texts[language]);
        return text === '' ? [] : [[language, text]];
      }),
    );
    const id = newId(world.now(), world.crypto.random);
    await tx.agreements.insert({
      ...{ service: service.id, id, kind, texts, sha256: agreementDigest(world, { kind, texts }) },
      languages: languages.filter((language) => texts[language] !== undefined),
      effectiveOn: form.effectiveOn,
      ...{ proposedBy: by.id, proposedAt: world.now() },
    });
    await note(tx, world, { service, by, id, rule: 'agreement-proposed' });
    return [];
  });
}

const tidied = (text: string) => text.replaceAll('\r\n', '\n').trim();

function checkAgreement(
  form: AgreementForm,
  at: { rows: readonly DocumentVersion[]; today: string },
): readonly Problem[] {
  const fault = (code: string, field: string, params: Problem['params'] = {}): Problem => ({
    ...{ code, severity: 'error', field, params },
  });
  const kind = documentKinds.find((one) => one === form.kind);
  const texts = languages.flatMap((language) => {
    const code = faultInText(tidied(form.texts[language]));
    return code ? [fault(code, `text.${language}`, { n: agreementLetters })] : [];
  });
  const empty = languages.every((language) => isBlank(form.texts[language]));
  return [
    ...(kind ? [] : [fault('agreement-kind', 'kind')]),
    ...(kind ? checkDay(form.effectiveOn, { ...at, kind }).map((code) => fault(code, 'effectiveOn')) : []),
    ...(empty ? [fault('field-mandatory', 'text.ru')] : texts),
  ];
}

function faultInText(text: string): string | undefined {
  if (text === '') return undefined;
  if (!isCleanText(text.replaceAll('\t', ' ')) || isBlank(text)) return 'field-characters';
  if (findCardData(text).length > 0) return 'field-card-data';
  return text.length > agreementLetters ? 'field-too-long' : undefined;
}

function checkDay(
  text: string,
  at: { kind: DocumentKind; rows: readonly DocumentVersion[]; today: string },
): readonly string[] {
  if (text === '') return ['field-mandatory'];
  if (!isCivilDate(text)) return ['date-malformed'];
  const code = faultInDay(text, at);
  return code ? [code] : [];
}

/**
 * Approves a version that somebody else prepared; it gets its number. Twice changes nothing.
 *
 * @throws KepilError `ERR_FORBIDDEN` for who prepared it or may not approve; `ERR_NOT_FOUND`; `ERR_CONFLICT`
 * when it was dropped, or its day is over or before that of one approved meanwhile
 */
export async function approveAgreement(
  world: World,
  clerk: Clerk,
  at: { service: ServiceRecord; id: string },
): Promise<void> {
  const by = within(clerk, approving, 'agreement-needs-approver');
  const { service } = at;
  await world.store.transaction(async (tx) => {
    const { row, rows } = await locked(tx, world, at);
    if (row.proposedBy === by.id) throw new KepilError('ERR_FORBIDDEN', 'agreement-own');
    if (row.endedAt !== undefined) throw new KepilError('ERR_CONFLICT', 'agreement-gone');
    if (row.number !== undefined) return;
    const { kind, effectiveOn } = row;
    const late = faultInDay(effectiveOn, { kind, rows, today: todayOf(world) });
    if (late) throw new KepilError('ERR_CONFLICT', late);
    const number = Math.max(0, ...rows.filter((one) => one.kind === kind).map((one) => one.number ?? 0)) + 1;
    await note(tx, world, { service, by, id: row.id, rule: 'agreement-approved' });
    await tx.agreements.approve(service.id, row.id, {
      number,
      approvedBy: by.id,
      approvedAt: world.now(),
    });
  });
}

/**
 * Ends a version, or drops a proposal. A document whose version in force was ended is not asked of anybody
 * any more; who accepted what stays on record. Twice changes nothing.
 *
 * @throws KepilError `ERR_FORBIDDEN`, `ERR_NOT_FOUND`; `ERR_CONFLICT` for one that another followed
 */
export async function endAgreement(
  world: World,
  clerk: Clerk,
  at: { service: ServiceRecord; id: string },
): Promise<void> {
  const by = within(clerk, preparing, beyond);
  const { service } = at;
  await world.store.transaction(async (tx) => {
    const { row, rows } = await locked(tx, world, at);
    if (row.endedAt !== undefined) return;
    if (stateOfVersion(row, rows, todayOf(world)) === 'archived')
      throw new KepilError('ERR_CONFLICT', 'agreement-archived');
    await note(tx, world, { service, by, id: row.id, rule: agreementEnded });
    await tx.agreements.end(service.id, row.id, world.now());
  });
}

async function locked(tx: Tx, world: World, at: { service: ServiceRecord; id: string }) {
  await tx.services.lock(at.service.id);
  const rows = await versionsOf(tx, world, at.service.id);
  const row = isId(at.id) ? rows.find(({ id }) => id === at.id) : undefined;
  if (!row) throw new KepilError('ERR_NOT_FOUND', 'not-found');
  return { row, rows };
}

function note(
  tx: Tx,
  world: World,
  what: { service: ServiceRecord; by: Clerk; id: Id; rule: string },
): Promise<Id> {
  const { service, by, id, rule } = what;
  return record(tx, world, {
    ...{ service: service.id, kind: 'agreement', outcome: 'done', channel: 'console' },
    ...{ actor: actorOf(by), actorKeys: by.keys, because: [{ rule }], matter: id },
  });
}
