import { createDecipheriv, pbkdf2Sync } from 'node:crypto';
import { expect } from 'vitest';
import type { TestWorld } from '../world.ts';

/** The card of a carrier, as the officer fills it in. */
export const carrier = {
  kind: 'delivery_services',
  name: 'ТОО «Жедел Жеткізу»',
  country: 'KZ',
  contract: '17/2026',
  contractOn: '2026-11-02',
  undertakingOn: '2026-11-02',
  category: ['full_name', 'phone'],
  purpose: ['order_delivery'],
  expiresOn: '2027-11-02',
};

/** Registers a recipient. @returns its id */
export async function register(world: TestWorld, form: object = carrier): Promise<string> {
  const officer = await world.officer();
  const made = await officer.post(`/console${world.base}/recipients`, { ...form });
  expect(made.status, made.body).toBe(303);
  return made.location?.split('/').at(-1) ?? '';
}

const bytes = (part = '') => Buffer.from(part, 'base64url');

/** Opens a package with its passphrase, as RFC 7516 says. */
export function opened(text: string, passphrase: string) {
  const [head = '', wrapped, nonce, sealed, tag] = text.split('.');
  const header = JSON.parse(bytes(head).toString('utf8')) as { alg: string; p2s: string; p2c: number };
  const salt = Buffer.concat([Buffer.from(`${header.alg}\0`, 'utf8'), bytes(header.p2s)]);
  const under = pbkdf2Sync(passphrase, salt, header.p2c, 32, 'sha512');
  const unwrap = createDecipheriv('id-aes256-wrap', under, Buffer.alloc(8, 0xa6));
  const contentKey = Buffer.concat([unwrap.update(bytes(wrapped)), unwrap.final()]);
  const decipher = createDecipheriv('aes-256-gcm', contentKey, bytes(nonce));
  decipher.setAAD(Buffer.from(head, 'ascii')).setAuthTag(bytes(tag));
  const json = decipher.update(bytes(sealed), undefined, 'utf8') + decipher.final('utf8');
  return JSON.parse(json) as { package: string; purpose: string; values: Record<string, string | null> };
}

/** Package and passphrase of the page that shows them once. */
export function packageIn(body: string): { text: string; passphrase: string } {
  const encoded = /data:application\/jose;base64,([A-Za-z0-9+/=]+)/.exec(body)?.[1] ?? '';
  const passphrase = /(?:[A-HJKMNP-Z2-9]{4}-){6}[A-HJKMNP-Z2-9]{4}/.exec(body)?.[0] ?? '';
  return { text: Buffer.from(encoded, 'base64').toString('utf8'), passphrase };
}
