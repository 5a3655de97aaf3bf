import { civilDateAt, type Id } from '../base/index.ts';
import { declaredRow, isAbroad } from '../disclosure/index.ts';
import type { LawPack } from '../law/index.ts';
import type { PolicyVersionRecord, RecipientRecord, Tx } from '../store/index.ts';
import type { World } from './world.ts';

/** Cards looked through at once: a policy lists a dozen recipients. */
const cardsAtOnce = 500;

/**
 * A box that lets data go to one recipient; `abroad`: the one apart that names the crossing of the border.
 */
export interface RecipientBox {
  /** Names the recipient and the version of its card, so that nobody agrees to what they did not see. */
  readonly name: string;
  readonly recipient: RecipientRecord;
  readonly abroad: boolean;
  /** Purposes and data of the card that the policy declares. */
  readonly purposes: readonly string[];
  readonly categories: readonly string[];
}

/**
 * The boxes that a policy version offers: for each recipient in use one, and a second where data cross the
 * border. A draft offers none. In the order of the cards, oldest first.
 *
 * @law 94-V Art. 7(6), 94-V Art. 16(3)
 */
export async function offeredBoxes(
  tx: Tx,
  { law, now }: Pick<World, 'law' | 'now'>,
  at: { readonly service: Id; readonly version: PolicyVersionRecord; readonly live: boolean },
): Promise<readonly RecipientBox[]> {
  if (!at.live) return [];
  const cards = await tx.recipients.list(at.service, { limit: cardsAtOnce });
  const today = civilDateAt(now(), law.zone);
  return cards
    .toReversed()
    .filter((card) => isInUse(card, at.version, today))
    .flatMap((card) => boxesOf(card, at.version, law));
}

function isInUse(card: RecipientRecord, { policy }: PolicyVersionRecord, today: string): boolean {
  const good = !card.ended && card.expiresOn >= today && card.undertakingOn !== undefined;
  return good && declaredRow(policy, card) !== undefined;
}

function boxesOf(
  recipient: RecipientRecord,
  { policy }: PolicyVersionRecord,
  law: LawPack,
): readonly RecipientBox[] {
  const purposes = recipient.purposes.filter((key) => policy.purposes.some((row) => row.purpose === key));
  const categories = recipient.categories.filter((key) =>
    policy.data.some((row) => row.category === key && row.purposes.some((one) => purposes.includes(one))),
  );
  if (purposes.length === 0 || categories.length === 0) return [];
  const box = { recipient, purposes, categories };
  const name = `${recipient.id}.${recipient.version}`;
  const to = { ...box, name: `to.${name}`, abroad: false };
  return isAbroad(recipient.country, law) ? [to, { ...box, name: `over.${name}`, abroad: true }] : [to];
}
