import type { FastifyReply, FastifyRequest } from 'fastify';
import { base64UrlOf, fromBase64Url, textOf, utf8 } from '../base/index.ts';
import type { ServiceRecord } from '../system/index.ts';

/** Name of the cookie that holds a subject's session at a service. */
export const subjectCookie = (service: ServiceRecord) => `kepil_s_${service.key}`;
/** Name of the cookie that holds a staff member's session. */
export const staffCookie = 'kepil_staff';
const flashCookie = 'kepil_flash';

/** Sets a session cookie: for this path, out of reach of scripts, not sent from other sites. */
export function setSession(
  reply: FastifyReply,
  cookie: { name: string; path: string; token: string; secure: boolean },
): void {
  void reply.setCookie(cookie.name, cookie.token, {
    path: cookie.path,
    httpOnly: true,
    sameSite: 'lax',
    secure: cookie.secure,
  });
}

/** Removes a session cookie from the browser. */
export function clearSession(reply: FastifyReply, cookie: { name: string; path: string }): void {
  void reply.clearCookie(cookie.name, { path: cookie.path });
}

/** Leaves a sentence for the next page. */
export function setFlash(reply: FastifyReply, text: string): void {
  void reply.setCookie(flashCookie, base64UrlOf(utf8(text)), {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    maxAge: 60,
  });
}

/** Takes the sentence left for this page; none when there is none or it is malformed. */
export function takeFlash(request: FastifyRequest, reply: FastifyReply): string | undefined {
  const raw = request.cookies[flashCookie];
  if (raw === undefined) return undefined;
  void reply.clearCookie(flashCookie, { path: '/' });
  const bytes = fromBase64Url(raw);
  if (!bytes || bytes.length > 500) return undefined;
  try {
    return textOf(bytes);
  } catch {
    return undefined;
  }
}
