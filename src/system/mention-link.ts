import { base64UrlOf, fromBase64Url, fromHex, hexOf, type Id, isId } from '../base/index.ts';
import { openBytes, sealBytes } from '../vault/index.ts';
import type { World } from './world.ts';

const context = 'mention';
const idBytes = 16;

/**
 * The secret of a link by which somebody who was named by another sees what is held of them, and refuses. It
 * names nobody: sealed under the service's own key; it works as long as the service has keys.
 */
export function mentionToken(world: World, service: Id, mentioned: Id): string {
  const { draftKey } = world.keys.service(service);
  const plain = fromHex(mentioned.replaceAll('-', '')) ?? new Uint8Array();
  return base64UrlOf(sealBytes(draftKey, context, plain, world.crypto));
}

/** Whom a link is for; undefined when it is not one of this service's. */
export function readMentionToken(world: World, service: Id, token: string): Id | undefined {
  const sealed = fromBase64Url(token);
  const { draftKey } = world.keys.service(service);
  const plain = sealed && openBytes(draftKey, context, sealed, world.crypto);
  if (plain?.length !== idBytes) return undefined;
  const id = hexOf(plain).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return isId(id) ? id : undefined;
}
