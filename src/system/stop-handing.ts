import { consentState } from '../consent/index.ts';
import type { RequestRecord, Tx } from '../store/index.ts';
import { aboutWhom } from './block.ts';
import { actorOf, type Clerk } from './clerk.ts';
import { record } from './entries.ts';
import { openSubject } from './subjects.ts';
import { endConsent, openPurposes } from './withdraw.ts';
import type { World } from './world.ts';

/** Whether a yes to a request ends every consent to hand data on. */
export function stopsHanding(row: Pick<RequestRecord, 'kind'>): boolean {
  return row.kind === 'stop_dissemination';
}

/**
 * Ends every consent of the person of a request to hand their data on; who got something is ordered to stop.
 * Doing it twice changes nothing; of whoever is destroyed there is nothing to end.
 *
 * @returns how many consents ended
 * @law 94-V Art. 24(1)(6), 94-V Art. 8(7), 94-V Art. 15
 */
export async function stopHandingOn(
  tx: Tx,
  world: World,
  { clerk, row }: { clerk: Clerk; row: RequestRecord },
): Promise<number> {
  const at = { service: row.service, id: aboutWhom(row), mode: 'update' as const };
  const subject = await openSubject(tx, world, at);
  if (!subject) return 0;
  const now = world.now();
  const open = (await tx.consents.list(at.service, at.id)).filter(
    (consent) => consent.transfer && consentState(consent, now) === 'active',
  );
  for (const consent of open) {
    const purposes = [...openPurposes(consent)].sort();
    await endConsent(tx, world, { subject, row: consent, at: now });
    await record(tx, world, {
      service: row.service,
      kind: 'withdrawal',
      outcome: 'done',
      actor: actorOf(clerk),
      actorKeys: clerk.keys,
      channel: 'console',
      policy: consent.policyHash,
      because: [{ rule: 'stopped-at-request', article: '94-V Art. 24(1)(6)' }],
      matter: consent.id,
      subject: { id: subject.record.id, keys: subject.keys },
      record: { consent: consent.id, purposes },
    });
  }
  return open.length;
}
