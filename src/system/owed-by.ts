import type { Id } from '../base/index.ts';
import { standingObligations } from '../consent/index.ts';
import type { ConsentRow, ObligationRecord, Tx } from '../store/index.ts';

/** A person's obligations that stand in the way of a withdrawal, as the snapshot has them. */
export async function owedBy(
  tx: Tx,
  of: { readonly service: Id; readonly subject: Id },
  consents: readonly ConsentRow[],
): Promise<readonly ObligationRecord[]> {
  return standingObligations(await tx.obligations.list(of.service, of.subject), consents);
}
