import { civilDateAt, nilId } from '../../base/index.ts';
import { transferCoverage } from '../../consent/index.ts';
import { isAbroad, type Recipient, recipientPurposes } from '../../disclosure/index.ts';
import { standingPurpose } from '../../law/index.ts';
import type { Entry } from '../../ledger/index.ts';
import type { DisclosureRecord } from '../../store/index.ts';
import { rulesOf } from '../entries.ts';
import { counted, legible, type Probe, type Probing, type SampledSubject } from './probe.ts';
import { admits, asOf } from './question.ts';

/** What of disclosures is not as it should be, counted once each. */
interface Faults {
  /** Entries without a record, or records without an entry. */
  readonly unpaired: number;
  /** Outside of the card as it stood then. */
  readonly offCard: number;
  /** Without a consent, or a letter in due form, that covered it then. */
  readonly groundless: number;
  /** Across the border without a consent that names it. */
  readonly overBorder: number;
}

const isHanded = ({ kind, verb, outcome }: Entry) =>
  kind === 'disclosure' && verb === 'transfer' && outcome === 'allowed';

/** Looks at every disclosure of the sampled people, entry by record. */
async function faultsOf(probing: Probing): Promise<Faults> {
  const sum = { unpaired: 0, offCard: 0, groundless: 0, overBorder: 0 };
  for (const subject of probing.sample.subjects) {
    const { service, tx } = probing;
    const rows = await tx.disclosures.ofSubject(service.id, subject.record.id, { limit: 1000 });
    const recorded = new Set(rows.map(({ entry }) => entry));
    sum.unpaired += subject.entries.filter((entry) => isHanded(entry) && !recorded.has(entry.id)).length;
    for (const row of rows) {
      if (!(await tx.entries.get(service.id, row.entry))) sum.unpaired += 1;
      if (!(await isOnCard(probing, row))) sum.offCard += 1;
      if (!(await hasGround(probing, { subject, row }))) sum.groundless += 1;
      if (!crossedWell(probing, { subject, row })) sum.overBorder += 1;
    }
  }
  return sum;
}

/** Recorded again by a restoration: the card, the consent or the letter may be lost, its entry is not. */
const isAgain = ({ packageSha256 }: DisclosureRecord) => packageSha256 === undefined;

const grounds = ['transfer-consented', 'standing-purpose'];

/** Whether the entry of a disclosure that was recorded again says on what it rested. */
async function saysGround({ tx, service }: Probing, row: DisclosureRecord): Promise<boolean> {
  const found = await tx.entries.get(service.id, row.entry);
  const [entry] = found ? legible([found]).entries : [];
  return entry !== undefined && rulesOf(entry).some((rule) => grounds.includes(rule));
}

async function isOnCard({ tx, service, world }: Probing, row: DisclosureRecord): Promise<boolean> {
  if (isAgain(row)) return true;
  if (row.recipient === undefined) return row.authority !== undefined;
  const versions = await tx.recipients.versions(service.id, row.recipient);
  const card = versions.find(({ version }) => version === row.recipientVersion);
  if (!card || card.ended || card.undertakingOn === undefined) return false;
  if (card.expiresOn < civilDateAt(row.madeAt, world.law.zone) || card.country !== row.country) return false;
  return card.purposes.includes(row.purpose) && row.categories.every((key) => card.categories.includes(key));
}

interface Handed {
  readonly subject: SampledSubject;
  readonly row: DisclosureRecord;
}

async function hasGround(probing: Probing, { subject, row }: Handed): Promise<boolean> {
  if (isAgain(row)) return saysGround(probing, row);
  if (row.recipient !== undefined) return covered(subject, { row, abroad: false });
  const { tx, service } = probing;
  const letter = row.authority && (await tx.authorityRequests.get(service.id, row.authority, 'look'));
  if (!letter) return false;
  const formal = letter.asker === 'state' && letter.missing.length === 0 && letter.state === 'released';
  return formal && row.categories.every((key) => letter.proposed.includes(key));
}

function covered({ consents }: SampledSubject, { row, abroad }: { row: DisclosureRecord; abroad: boolean }) {
  const then = consents.map((consent) => asOf(consent, row.madeAt));
  const { recipient = '', country, purpose, madeAt } = row;
  return row.categories.every(
    (category) =>
      transferCoverage(then, { recipient, country, abroad, purpose, category }, madeAt).state === 'active',
  );
}

function crossedWell({ world }: Probing, { subject, row }: Handed): boolean {
  return isAgain(row) || !isAbroad(row.country, world.law) || covered(subject, { row, abroad: true });
}

/** A card of somebody the policy lists, as good as a card can be; made up. */
function cardFor({ version, world }: Probing, country: string): Recipient {
  const { policy } = version;
  const row = policy.recipients.find(({ recipient }) => recipient !== 'government');
  const far = civilDateAt(world.now() + 86_400_000, world.law.zone);
  return {
    ...{ id: nilId, version: 1, kind: row?.recipient ?? 'partners', name: row?.name ?? '', country },
    ...{ contract: '1', contractOn: far, undertakingOn: far, expiresOn: far, ended: false, decision: nilId },
    categories: policy.data.map(({ category }) => category),
    purposes: recipientPurposes(policy),
  };
}

/** Whether the gate lets data go to a recipient in use there without any consent to it. */
function opensWithout(probing: Probing, country: string): boolean {
  const card = cardFor(probing, country);
  const [purpose] = card.purposes;
  const to = { verb: 'transfer', recipient: nilId, country, decisionId: nilId } as const;
  return admits(probing, { ...to, card, ...(purpose !== undefined && { purpose }) });
}

/**
 * Nothing went to a recipient the policy does not list, nor beyond what stood on its card. What the law
 * itself orders to be handed over, listed or not, is measured by its ground.
 */
export const recipientListed: Probe = async (probing) => {
  const { version, world } = probing;
  const listed = new Set(version.policy.recipients.map(({ recipient }) => recipient));
  const byLaw = ({ purpose = '' }: Entry) => standingPurpose(world.law, purpose) !== undefined;
  const handed = probing.sample.entries.filter(isHanded);
  const gone = handed.filter((entry) => !byLaw(entry) || listed.has(entry.recipient ?? ''));
  const strange = gone.filter(({ recipient }) => !recipient || !listed.has(recipient));
  const { offCard } = await faultsOf(probing);
  return counted(gone.length, strange.length + offCard);
};

/**
 * The gate refuses a transfer to nobody's recipient, and to one in use without a consent; every disclosure on
 * record has its entry and its ground. Refusals and disclosures are counted.
 */
export const transferGrounded: Probe = async (probing) => {
  const { country } = probing.world.law;
  const open = [
    admits(probing, { verb: 'transfer', recipient: 'undeclared_probe', country }),
    opensWithout(probing, country),
  ].filter(Boolean);
  const asked = probing.sample.entries.filter(
    ({ verb, outcome }) => (verb === 'transfer' || verb === 'publish') && outcome !== 'done',
  );
  const shown = asked.filter(({ verb, outcome }) => verb === 'publish' && outcome === 'allowed');
  const { unpaired, groundless } = await faultsOf(probing);
  return counted(asked.length, open.length + shown.length + unpaired + groundless);
};

/** The gate refuses a transfer abroad without a consent that names it, and none was made so. */
export const crossBorderClosed: Probe = async (probing) => {
  const { country: home } = probing.world.law;
  if (opensWithout(probing, home === 'US' ? 'DE' : 'US')) return { state: 'broken', n: 1 };
  const abroad = probing.sample.entries.filter(({ country }) => country !== undefined && country !== home);
  const allowed = abroad.filter(isHanded);
  const bare = allowed.filter(
    ({ because = [] }) => !because.some((reason) => reason.startsWith('cross-border-consented')),
  );
  const { overBorder } = await faultsOf(probing);
  return counted(abroad.length, bare.length + overBorder);
};

const looked = 1000;

/** Whoever data were handed on of was told in time, or a letter bars it until a day that has not come. */
export const transferNotified: Probe = async ({ tx, service, world }) => {
  const today = civilDateAt(world.now(), world.law.zone);
  const made = await tx.disclosures.list(service.id, { limit: looked });
  const owed = await tx.disclosures.unsaid(service.id, looked);
  return counted(made.length, owed.filter(({ noticeDueOn }) => noticeDueOn < today).length);
};

/** Every order to stop or destroy was sent by the day on which the recipient must have stopped. */
export const withdrawalPassedOn: Probe = async ({ tx, service, world }) => {
  const today = civilDateAt(world.now(), world.law.zone);
  const orders = await tx.orders.list(service.id, 'all', { limit: looked });
  return counted(
    orders.length,
    orders.filter(({ sentAt, dueOn }) => sentAt === undefined && dueOn < today).length,
  );
};
