import { readFile } from 'node:fs/promises';
import { nodeCrypto } from '../../src/keys/index.ts';
import { categories, type Policy, purposes } from '../../src/policy/index.ts';
import { bodyOf, draftPolicy, readText } from '../../src/reader/index.ts';
import { purposeCount, userCount } from './records.ts';

/** Categories that stand for a person's records, the first for the first; none of them is indexed. */
export const recordCategories: readonly string[] = [
  ...['nickname', 'gender', 'id_document', 'driver_licence', 'postal_address', 'city_region'],
  ...['social_account', 'employment', 'education', 'vehicle', 'company_details'],
];

/** The category that holds the metadata of a person's records. */
export const metadataCategory = 'age';

/** All of them. */
export const benchCategories: readonly string[] = [...recordCategories, metadataCategory];

/** The category that record number `k` lies in, at its owner of the beginning. */
export function categoryOf(k: number): string {
  return recordCategories[Math.floor(k / userCount)] as string;
}

const usable = Object.values(purposes)
  .filter(({ basis }) => basis === 'base' || basis === 'own')
  .map(({ key }) => key);

/** Kepil's purpose for purpose number `p`, and which of the two services has it. */
export interface PurposePlace {
  readonly service: 0 | 1;
  readonly purpose: string;
}

/**
 * The purposes a value may be read for by a key are 18, of 25 that there are: a second service has the rest.
 */
export const purposePlaces: readonly PurposePlace[] = Array.from({ length: purposeCount }, (_, p) => ({
  service: p < usable.length ? 0 : 1,
  purpose: usable[p % usable.length] as string,
}));

const added = { cites: [] as readonly string[], origin: 'officer' as const };

/** The policy of one of the two services, and the text it was made from. */
export async function benchPolicy(service: 0 | 1): Promise<{ policy: Policy; text: string }> {
  const text = await readFile(new URL('../../examples/dala-kitap.txt', import.meta.url), 'utf8');
  const reading = readText(text, { name: 'dala-kitap.txt', hash: nodeCrypto.hash });
  const drafted = draftPolicy(reading, text, nodeCrypto.hash);
  const served = purposePlaces.filter((place) => place.service === service).map(({ purpose }) => purpose);
  const row = { group: 'given' as const, mandatory: false, access: 'limited' as const, purposes: served };
  const data = benchCategories.map((category) => ({ category, ...row, ...added }));
  const contact = { ...row, category: 'email', access: categories['email']?.access ?? 'limited', ...added };
  const policy: Policy = {
    ...drafted,
    data: [contact, ...data],
    dataNotCollected: [],
    purposes: served.map((purpose) => ({ purpose, ...added })),
    retention: [{ rule: 'fixed_term', months: 36, ...added }],
  };
  return { policy, text: bodyOf(text) };
}
