import { base64UrlOf, fromBase64Url, fromHex, hexOf, type Id, isId } from '../base/index.ts';
import { openBytes, sealBytes } from '../vault/index.ts';
import { categoryOf, type MailCategory, offerPurposes } from './mailing-kinds.ts';
import type { World } from './world.ts';

/** What a link in a letter refuses, and for whom. */
export interface LinkedRefusal {
  readonly subject: Id;
  readonly purpose: string;
  readonly category: MailCategory;
}

const context = 'opt-out';
const idBytes = 16;

/**
 * The secret of a link by which whoever has the letter refuses more of them. It names nobody: sealed under
 * the service's own key, it cannot be guessed, nor read without it, and works as long as the service has
 * keys, after a restoration too.
 */
export function optOutToken(world: World, service: Id, what: LinkedRefusal): string {
  const { draftKey } = world.keys.service(service);
  const ways = Object.values(categoryOf);
  const topic = (offerPurposes as readonly string[]).indexOf(what.purpose);
  const plain = new Uint8Array([
    ...(fromHex(what.subject.replaceAll('-', '')) ?? []),
    topic,
    ways.indexOf(what.category),
  ]);
  return base64UrlOf(sealBytes(draftKey, context, plain, world.crypto));
}

/** Reads a link's secret; undefined when it is not one of this service's. */
export function readOptOutToken(world: World, service: Id, token: string): LinkedRefusal | undefined {
  const sealed = fromBase64Url(token);
  const { draftKey } = world.keys.service(service);
  const plain = sealed && openBytes(draftKey, context, sealed, world.crypto);
  if (plain?.length !== idBytes + 2) return undefined;
  const hex = hexOf(plain.subarray(0, idBytes));
  const subject = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  const purpose = offerPurposes[plain[idBytes] ?? -1];
  const category = Object.values(categoryOf)[plain[idBytes + 1] ?? -1];
  return isId(subject) && purpose && category ? { subject, purpose, category } : undefined;
}
