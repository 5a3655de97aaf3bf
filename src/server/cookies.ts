import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { base64UrlOf, fromBase64Url, textOf, utf8 } from '../base/index.ts';
import type { ServiceRecord } from '../system/index.ts';

/**
 * Whose session a cookie holds: a subject's at a service, a staff member's, or that of one who has given the
 * password alone (`staff-step`).
 */
export type Holder = Pick<ServiceRecord, 'key'> | 'staff' | 'staff-step';

/** A request with the reply to it. */
export interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

const ofStaff = { staff: 'kepil_staff', 'staff-step': 'kepil_staff_step' } as const;
const sessionName = (holder: Holder) =>
  typeof holder === 'string' ? ofStaff[holder] : `kepil_s_${holder.key}`;
const flashName = 'kepil_flash';

/**
 * The name a cookie goes by: over TLS with `__Host-`, so that no other host of the domain can set it and it
 * is never sent in the clear. A cookie without the prefix is not looked at there.
 *
 * @source RFC 6265bis §4.1.3.2
 */
function nameOf(request: FastifyRequest, bare: string): string {
  return request.client.scheme === 'https' ? `__Host-${bare}` : bare;
}

/** Out of reach of scripts and of other hosts; `__Host-` asks for the whole path. ADR 0008. */
function attributes(request: FastifyRequest, sameSite: 'lax' | 'strict'): CookieSerializeOptions {
  return { path: '/', httpOnly: true, secure: request.client.scheme === 'https', sameSite };
}

/** Staff come by their own bookmark: a page elsewhere that links into the console finds them signed out. */
const sameSiteOf = (holder: Holder) => (typeof holder === 'string' ? 'strict' : 'lax');

/** The token of a session as the browser sent it; empty when there is none. */
export function tokenOf(request: FastifyRequest, holder: Holder): string {
  return request.cookies[nameOf(request, sessionName(holder))] ?? '';
}

/** Puts a session's token into the browser. */
export function setSession({ request, reply }: Exchange, holder: Holder, token: string): void {
  const name = nameOf(request, sessionName(holder));
  void reply.setCookie(name, token, attributes(request, sameSiteOf(holder)));
}

/** Removes a session's token from the browser. */
export function clearSession({ request, reply }: Exchange, holder: Holder): void {
  const name = nameOf(request, sessionName(holder));
  void reply.clearCookie(name, attributes(request, sameSiteOf(holder)));
}

/** Keeps a value in the browser for some time. */
export function keepCookie(
  { request, reply }: Exchange,
  cookie: { readonly name: string; readonly value: string; readonly seconds: number },
): void {
  const options = { ...attributes(request, 'lax'), maxAge: cookie.seconds };
  void reply.setCookie(nameOf(request, cookie.name), cookie.value, options);
}

/** Leaves a sentence for the next page. */
export function setFlash(exchange: Exchange, text: string): void {
  keepCookie(exchange, { name: flashName, value: base64UrlOf(utf8(text)), seconds: 60 });
}

/** Takes the sentence left for this page; none when there is none or it is malformed. */
export function takeFlash({ request, reply }: Exchange): string | undefined {
  const name = nameOf(request, flashName);
  const raw = request.cookies[name];
  if (raw === undefined) return undefined;
  void reply.clearCookie(name, attributes(request, 'lax'));
  const bytes = fromBase64Url(raw);
  if (!bytes || bytes.length > 500) return undefined;
  try {
    return textOf(bytes);
  } catch {
    return undefined;
  }
}
