import { type Id, isId } from '../../base/index.ts';
import { decodeEntry, type Entry } from '../../ledger/index.ts';
import type { AcceptanceRecord, AgreementRecord } from '../../store/index.ts';
import { acceptedRule } from '../acceptances.ts';
import { agreementDigest, agreementsInForce } from '../agreements.ts';
import { rulesOf } from '../entries.ts';
import { counted, type Probe, type Probing, type SampledSubject } from './probe.ts';

const looked = 500;

/**
 * Documents and consents are two acts: each acceptance has an entry of its own that is no consent's, the text
 * that was accepted is still that text and two people stand behind it, no form on our pages asks for both,
 * whoever accepted alone is known by an address and nothing more, and the link opens what is in force.
 */
export const agreementApart: Probe = async (probing) => {
  const { tx, world, service, sample } = probing;
  const accepted = await tx.agreements.accepted(service.id, { limit: looked });
  const inForce = await agreementsInForce(tx, world, service.id);
  if (accepted.length === 0 && inForce.length === 0) return { state: 'unexercised', n: 0 };
  const texts = new Map<Id, AgreementRecord | undefined>();
  for (const id of new Set([
    ...accepted.map(({ agreement }) => agreement),
    ...inForce.map(({ id: one }) => one),
  ]))
    texts.set(id, await tx.agreements.get(service.id, id));
  let bad = [...texts.values()].filter((row) => !isSound(probing, row)).length;
  for (const row of accepted) if (!(await hasOwnEntry(probing, row))) bad += 1;
  for (const subject of sample.subjects) if (await holdsTooMuch(probing, subject)) bad += 1;
  bad += unreadable(probing, inForce);
  bad += mixedForms(probing);
  return counted(accepted.length, bad);
};

/** The text is what its digest says, and somebody else approved it than prepared it. */
function isSound({ world }: Probing, row: AgreementRecord | undefined): boolean {
  if (!row || row.approvedBy === undefined || row.approvedBy === row.proposedBy) return false;
  return agreementDigest(world, row) === row.sha256;
}

async function hasOwnEntry({ tx, service }: Probing, row: AcceptanceRecord): Promise<boolean> {
  const entry = await entryOf({ tx, service }, row.entry);
  if (entry?.kind !== 'agreement' || !rulesOf(entry).includes(acceptedRule)) return false;
  if (entry.matter !== row.agreement) return false;
  const consents = await tx.consents.list(service.id, row.subject);
  return !consents.some((consent) => consent.entry === row.entry || consent.form === 'agreement_acceptance');
}

async function entryOf(
  { tx, service }: Pick<Probing, 'tx' | 'service'>,
  id: Id | undefined,
): Promise<Entry | undefined> {
  const found = id !== undefined && isId(id) ? await tx.entries.get(service.id, id) : undefined;
  return found && decodeEntry(found.leaf);
}

const addresses: readonly string[] = ['email', 'phone'];

/** Of whoever accepted documents and consented to nothing more than one address is held. */
async function holdsTooMuch({ tx, service }: Probing, subject: SampledSubject): Promise<boolean> {
  if (subject.record.kind !== 'user' || subject.consents.length > 0) return false;
  const given = await tx.agreements.ofSubject(service.id, subject.record.id);
  if (!given.some(({ channel }) => channel === 'registration')) return false;
  const held = subject.segments
    .filter(({ retention, access }) => retention !== 'proof' && access !== 'credential')
    .flatMap(({ content }) => Object.keys(content));
  return held.length > 1 || held.some((category) => !addresses.includes(category));
}

/** Documents in force that the list does not name, or whose link opens something else. */
function unreadable(
  { service, sample }: Probing,
  inForce: readonly { readonly kind: string; readonly sha256: string }[],
): number {
  const opens = (path: string, sha256: string) => {
    const { status, body } = sample.page(`/s/${service.key}/agreements${path}`);
    return status === 200 && body.includes(sha256);
  };
  return inForce.filter(({ kind, sha256 }) => !opens('', sha256) || !opens(`/${kind}`, sha256)).length;
}

const consents = /^(?:consent|key|purpose)$|^(?:optional|to|over)\./;

/** Forms of our own pages that would both accept a document and consent. */
function mixedForms({ service, sample }: Probing): number {
  const pages = ['/register', '/limited'].map((end) => sample.page(`/s/${service.key}${end}`));
  const forms = pages.flatMap(({ body }) => body.split(/<form\b/i).slice(1));
  return forms.filter((form) => {
    const names = [...form.matchAll(/\sname="([^"]*)"/g)].map(([, name]) => name ?? '');
    const accepts = names.some((name) => name === 'agreement' || name.startsWith('agree.'));
    return accepts && names.some((name) => consents.test(name));
  }).length;
}
