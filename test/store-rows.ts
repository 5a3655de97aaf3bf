import { randomBytes } from 'node:crypto';
import { type Id, newId } from '../src/base/index.ts';
import type { ConsentRow, SubjectRecord, Tx } from '../src/store/index.ts';

let now = 1_800_000_000_000;

/** A new id; each sorts after the one before. */
export function anId(): Id {
  now += 1;
  return newId(now, (length) => randomBytes(length));
}

/** Some bytes nobody else has. */
export function someBytes(length = 24): Uint8Array {
  return new Uint8Array(randomBytes(length));
}

/** A subject's row. */
export function aSubject(service: Id, more: Partial<SubjectRecord> = {}): SubjectRecord {
  const row = {
    service,
    id: anId(),
    kind: 'user',
    version: 1,
    policyHash: 'h1',
    language: 'ru',
    createdAt: 5,
  } as const;
  return { ...row, ...more };
}

/** A consent's row of `subject`. */
export function aConsent(subject: Id, more: Partial<ConsentRow> = {}): ConsentRow {
  return {
    id: anId(),
    subject,
    policyHash: 'h1',
    form: 'checkbox-and-code',
    purposes: ['account', 'marketing'],
    categories: ['contact.email'],
    givenAt: 10,
    withdrawnPurposes: {},
    language: 'ru',
    textSha256: 'ab',
    entry: anId(),
    incomplete: [],
    ...more,
  };
}

/** Stores a subject with its key, as a registration does. */
export async function register(
  tx: Tx,
  service: Id,
  more: Partial<SubjectRecord> = {},
): Promise<SubjectRecord> {
  const row = aSubject(service, more);
  await tx.subjects.insert(row);
  await tx.subjectKeys.insert(service, row.id, { epoch: 1, bytes: someBytes() });
  return row;
}

/** Appends an entry of `subject`. @returns its id and leaf */
export async function enter(tx: Tx, service: Id, subject: Id): Promise<{ id: Id; leaf: Uint8Array }> {
  const entry = { id: anId(), leaf: someBytes(40) };
  await tx.entries.append({ service, subject, ...entry });
  return entry;
}
