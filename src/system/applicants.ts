import { type Id, type Json, KepilError } from '../base/index.ts';
import { decide, type GateRequest } from '../gate/index.ts';
import type { PolicyVersionRecord, ServiceRecord, Tx } from '../store/index.ts';
import { Refused } from './ask.ts';
import type { Draft } from './draft.ts';
import { record } from './entries.ts';
import { makePaper } from './make-paper.ts';
import { addSubject, newSubjectRow } from './new-subject.ts';
import { type OpenSubject, placeOf, writeValues } from './subjects.ts';
import type { World } from './world.ts';

interface Applying {
  readonly service: ServiceRecord;
  readonly draft: Draft;
  readonly version: PolicyVersionRecord;
  readonly live: boolean;
}

/**
 * Takes in somebody whose consent will come on paper: the address they confirmed, so that they get in and are
 * told what became of it, and nothing else. The form waits sealed with the application, and no act on it is
 * possible; it becomes theirs once the signed paper is confirmed.
 *
 * @throws Refused when the gate says no
 * @law 94-V Art. 7(1), 94-V Art. 8(1), 94-V Art. 25(2)(5)
 */
export async function applyOnPaper(
  tx: Tx,
  world: World,
  from: Applying,
): Promise<{ readonly subject: OpenSubject; readonly paper: Id }> {
  const { service, draft, version, live } = from;
  const { policy } = version;
  const row = newSubjectRow(world, { service: service.id, draft, policy, kind: 'applicant' });
  const subject = await addSubject(tx, world, row);
  await keepContact(tx, world, { ...from, subject });
  const { fields, optional, recipients = [], contact } = draft;
  const name = new Map(fields).get('full_name');
  const made = await makePaper(tx, world, {
    ...{ service, subject, version, live, offer: 'registration', language: draft.language },
    draft: { fields, optional, recipients, contact },
    ...(name !== undefined && { name }),
  });
  // What is offered was looked at in this very transaction, and nobody has two applications before one.
  if ('problem' in made) throw new KepilError('ERR_CONFLICT', made.problem);
  return { subject, paper: made.paper.id };
}

/** Stores the address that the code came to, under the decision that lets it be taken. */
async function keepContact(
  tx: Tx,
  world: World,
  { draft, version, live, subject }: Applying & { subject: OpenSubject },
): Promise<void> {
  const { contact } = draft;
  const value = new Map(draft.fields).get(contact) ?? '';
  const request: GateRequest = {
    ...{ actor: { role: 'guest' }, verb: 'collect', channel: 'registration' },
    ...{ service: subject.service, subject: subject.service },
    categories: [contact],
    purpose: 'proof_of_consent',
  };
  const facts = {
    ...{ now: world.now(), policy: version.policy, policyHash: version.hash },
    service: live ? ('live' as const) : ('draft' as const),
    subject: { state: 'none' as const },
    ...{ consents: [], blocks: [], expired: [] },
  };
  const { allowed, because } = decide(request, facts, world.law);
  if (!allowed) throw new Refused(because);
  const entry = await record(tx, world, {
    ...{ service: subject.service, kind: 'collection', verb: 'collect', outcome: 'allowed' },
    ...{ actor: { role: 'subject' }, channel: 'registration', purpose: request.purpose },
    ...{ categories: [contact], policy: version.hash, because },
    subject: { id: subject.record.id, keys: subject.keys },
    record: { [contact]: value } as Json,
  });
  const stored = { value, giver: 'subject', source: 'registration', at: world.now(), entry };
  const writing = {
    category: contact,
    ...placeOf(version.policy, contact),
    value: { ...stored, status: 'confirmed' as const },
  };
  await writeValues(tx, world, { subject, segments: [], writings: [writing] });
}
