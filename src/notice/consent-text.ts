import { consentTerm } from '../consent/index.ts';
import { isBin, parseIin } from '../law/index.ts';
import { type Policy, purposes as purposeTable } from '../policy/index.ts';
import type { MessageKey, Speaker } from '../words/index.ts';

/** A titled line. */
export interface Line {
  readonly term: string;
  readonly text: string;
}

/**
 * A consent as it is shown. `plain` is the whole of it in one text: what is hashed as proof of what was read.
 */
export interface ConsentText {
  readonly title: string;
  readonly lines: readonly Line[];
  readonly plain: string;
}

/** What a consent text is made of: the policy, and which purposes and categories this consent is for. */
export interface ConsentTextAsk {
  readonly speaker: Speaker;
  readonly policy: Policy;
  readonly policyHash: string;
  readonly purposes: readonly string[];
  /** Categories the consent lists. */
  readonly categories: readonly string[];
  /** When it lets data go to a recipient. */
  readonly transfer?: NamedTransfer;
}

/** The recipient of a consent, named as its card names it. */
export interface NamedTransfer {
  readonly name: string;
  /** A label of the facet `recipients`. */
  readonly kind: string;
  readonly country: string;
  readonly abroad: boolean;
}

/**
 * The text of a consent: operator, data, purposes, term, transfers, publication, withdrawal. What the policy
 * does not say is said to be missing, never filled in. Holds nothing of the person, so that the same form
 * gives the same text and hash.
 *
 * @law 94-V Art. 8(4), 94-V Art. 7(6), 94-V Art. 7(8)
 */
export function consentText(ask: ConsentTextAsk): ConsentText {
  const { speaker, policy } = ask;
  const title = titleOf(ask);
  const line = (key: MessageKey, text: string): Line => ({ term: speaker.say(key), text });
  const { transfer } = ask;
  const lines = [
    line('notice.consent.operator', operatorName(ask)),
    line('notice.consent.operator-bin', operatorNumber(ask)),
    line(
      'notice.consent.subject',
      speaker.say(
        ask.categories.includes('full_name')
          ? 'notice.consent.subject-named'
          : 'notice.consent.subject-unnamed',
      ),
    ),
    line('notice.consent.data', dataList(ask)),
    line('notice.consent.purposes', labels(speaker, 'purposes', ask.purposes)),
    line('notice.consent.term', termText(speaker, policy)),
    ...(transfer
      ? [
          line('notice.consent.third-parties', recipientText(speaker, transfer)),
          line('notice.consent.cross-border', borderText(speaker, transfer)),
        ]
      : [
          line('notice.consent.third-parties', transferText(ask)),
          line('notice.consent.cross-border', crossBorderText(ask)),
        ]),
    line('notice.consent.publication', publicationText(ask)),
    line('notice.consent.withdrawal', withdrawalText(ask)),
    line('notice.consent.version', ask.policyHash),
  ];
  const plain = [title, ...lines.map(({ term, text }) => `${term}: ${text}`)].join('\n');
  return { title, lines, plain };
}

function recipientText(speaker: Speaker, { name, kind }: NamedTransfer): string {
  return speaker.say('notice.consent.to-recipient', { name, kind: speaker.label('recipients', kind) });
}

function borderText(speaker: Speaker, { country, abroad }: NamedTransfer): string {
  const named = { country: speaker.country(country) };
  return speaker.say(abroad ? 'notice.consent.over-border' : 'notice.consent.recipient-country', named);
}

function titleOf({ speaker, purposes, transfer }: ConsentTextAsk): string {
  if (transfer) {
    const { name, country, abroad } = transfer;
    if (!abroad) return speaker.say('notice.consent.title-transfer', { name });
    return speaker.say('notice.consent.title-abroad', { name, country: speaker.country(country) });
  }
  const own = purposes.every((key) => Object.hasOwn(purposeTable, key) && purposeTable[key]?.basis === 'own');
  if (!own || purposes.length === 0) return speaker.say('notice.consent.title');
  return speaker.say('notice.consent.title-own', { purpose: labels(speaker, 'purposes', purposes) });
}

function operatorName({ speaker, policy: { operator } }: ConsentTextAsk): string {
  const named = operator.kind !== 'unnamed' && operator.name;
  return named ? named : speaker.say('notice.consent.not-stated');
}

function operatorNumber({ speaker, policy: { operator } }: ConsentTextAsk): string {
  const number = operator.bin ?? '';
  return isBin(number) || parseIin(number) ? number : speaker.say('notice.consent.not-stated');
}

function dataList({ speaker, categories }: ConsentTextAsk): string {
  if (categories.length === 0) return speaker.say('notice.consent.none-given');
  return labels(speaker, 'data_categories', categories);
}

function termText(speaker: Speaker, policy: Policy): string {
  const term = consentTerm(policy);
  if (!term.stated) return speaker.say('notice.term.none');
  return speaker.sayCode('notice.term', term.kind, { count: term.months ?? 0 });
}

function transferText({ speaker, policy }: ConsentTextAsk): string {
  const named = policy.recipients.filter((row) => row.origin !== 'assumed');
  if (named.length > 0) {
    const names = named.map((row) => row.name ?? speaker.label('recipients', row.recipient));
    return speaker.say('notice.consent.transfer-possible', { recipients: speaker.list([...new Set(names)]) });
  }
  if (says(policy, 'transfer_conditions')) return speaker.say('notice.consent.transfer-conditions');
  const none = says(policy, 'transfer_restrictions', 'no_transfer_default');
  return speaker.say(none ? 'notice.consent.transfer-none' : 'notice.consent.transfer-silent');
}

function crossBorderText({ speaker, policy }: ConsentTextAsk): string {
  if (says(policy, 'cross_border', 'denied')) return speaker.say('notice.consent.cross-border-none');
  const possible = says(policy, 'cross_border');
  return speaker.say(
    possible ? 'notice.consent.cross-border-possible' : 'notice.consent.cross-border-silent',
  );
}

function publicationText({ speaker, policy }: ConsentTextAsk): string {
  if (says(policy, 'transfer_restrictions', 'no_publication')) {
    return speaker.say('notice.consent.publication-none');
  }
  const possible =
    says(policy, 'transfer_conditions', 'user_made_public') ||
    policy.recipients.some((row) => row.recipient === 'public' && row.origin !== 'assumed') ||
    policy.purposes.some((row) => row.purpose === 'publication' && row.origin !== 'assumed');
  return speaker.say(possible ? 'notice.consent.publication-possible' : 'notice.consent.publication-silent');
}

function withdrawalText({ speaker, policy }: ConsentTextAsk): string {
  const contacts = policy.contacts
    .filter((row) => row.origin !== 'assumed' && row.channel !== 'website')
    .map((row) => row.value);
  if (contacts.length === 0) return speaker.say('notice.consent.withdrawal-cabinet');
  return speaker.say('notice.consent.withdrawal-contacts', { contacts: [...new Set(contacts)].join(', ') });
}

function labels(speaker: Speaker, facet: string, keys: readonly string[]): string {
  return keys.map((key) => speaker.label(facet, key)).join('; ');
}

function says(policy: Policy, facet: string, label?: string): boolean {
  return policy.labels.some(
    (row) =>
      row.facet === facet &&
      row.origin !== 'assumed' &&
      row.label !== 'unspecified' &&
      (label === undefined || row.label === label),
  );
}
