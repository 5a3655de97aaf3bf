import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type ErrorCode, errorStatus, KepilError } from '../base/index.ts';
import { findService, Refused, sayReasons, sessionOf, staffOf, TooSoon } from '../system/index.ts';
import { speakerOf } from '../words/index.ts';
import { staffCookie, subjectCookie } from './cookies.ts';
import type { Frame } from './pages.ts';
import type { Call, ServerParts } from './route.ts';
import { callOf, frameOf, send } from './serve.ts';
import { callProblems } from './views/problems.ts';

interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/**
 * A failure as it is answered: status, catalogue key of the sentence, reasons of a refusal. Never a value.
 */
interface Failure {
  readonly status: number;
  readonly code: string;
  readonly reason: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly because: Refused['because'];
}

function failureOf(error: Error): Failure {
  const none = { params: {}, because: [] };
  if (error instanceof Refused)
    return { ...none, status: 403, code: error.code, reason: error.reason, because: error.because };
  if (error instanceof KepilError) {
    return {
      ...none,
      status: errorStatus[error.code],
      code: error.code,
      reason: error.reason,
      params: error.params,
    };
  }
  const status = (error as { statusCode?: number }).statusCode;
  if (status === undefined || status < 400 || status >= 500)
    return { ...none, status: 500, code: 'ERR_BUG', reason: 'bug' };
  const [code, reason] = ofFramework[status] ?? ['ERR_BAD_REQUEST', 'bad-request'];
  return { ...none, status, code, reason };
}

/** What the framework refuses before a handler sees it. */
const ofFramework: Readonly<Record<number, readonly [ErrorCode, string]>> = {
  413: ['ERR_TOO_LARGE', 'too-large'],
  415: ['ERR_MEDIA_TYPE', 'media-type'],
  429: ['ERR_TOO_MANY', 'too-many'],
};

/** Answers an error: a page for people, a problem document for programs. @source RFC 9457 */
export async function answerError(parts: ServerParts, error: Error, exchange: Exchange): Promise<void> {
  const failure = failureOf(error);
  if (failure.status >= 500) parts.onFault?.(error);
  if (error instanceof TooSoon) {
    const seconds = Math.max(1, Math.ceil((error.retryAt - parts.world.now()) / 1000));
    void exchange.reply.header('retry-after', String(seconds));
  }
  const call = callOf(parts, exchange);
  const title = call.speaker.sayCode('error', failure.reason, failure.params);
  const reasons = sayReasons(call.speaker, failure.because);
  const help = call.speaker.has(`error.${failure.reason}.help`)
    ? call.speaker.sayCode('error', `${failure.reason}.help`, failure.params)
    : undefined;
  if (exchange.request.url.startsWith('/api/')) {
    const body = {
      type: 'about:blank',
      status: failure.status,
      code: failure.code,
      title,
      detail: help,
      because: failure.because,
      reasons,
      ...callProblems(error, call.speaker),
    };
    if (failure.status === 401)
      void exchange.reply.header('www-authenticate', 'Bearer error="invalid_token"');
    await exchange.reply.status(failure.status).type('application/problem+json').send(JSON.stringify(body));
    return;
  }
  const around: Surroundings = await surroundings(call).catch(() => ({ viewer: 'guest' as const }));
  const { frame, ...to } = around;
  const page = {
    page: 'refused' as const,
    status: failure.status,
    title,
    because: failure.because,
    reasons,
    ...(help && { help }),
  };
  await send(parts, { page, status: failure.status, ...(frame && { frame }) }, { ...exchange, call, ...to });
}

/** Answers an address that is none, before there is a route or a page: without a word of what was sent. */
export function answerMalformed(status: number, reply: FastifyReply): void {
  void reply.status(status).type('application/problem+json').send(malformed(status));
}

function malformed(status: number): string {
  const title = speakerOf('ru').sayCode('error', 'bad-request');
  return JSON.stringify({ type: 'about:blank', status, code: 'ERR_BAD_REQUEST', title });
}

/** Bytes that are no request, by the parser's word for what is wrong with them. */
const unreadable: Readonly<Record<string, readonly [number, string]>> = {
  HPE_HEADER_OVERFLOW: [431, 'Request Header Fields Too Large'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'Request Timeout'],
};

/** Answers bytes that are no request and ends the connection: nobody can say where a next one begins. */
export function answerUnreadable(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, phrase] = unreadable[error.code ?? ''] ?? [400, 'Bad Request'];
  const body = malformed(status);
  const head = [
    `HTTP/1.1 ${status} ${phrase}`,
    'content-type: application/problem+json',
    `content-length: ${Buffer.byteLength(body)}`,
    'cache-control: no-store',
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

interface Surroundings {
  readonly service?: Awaited<ReturnType<typeof findService>>;
  readonly viewer: Frame['viewer'];
  readonly frame?: Partial<Frame>;
}

/** The service and the kind of visitor, so that the page of an error keeps its head and its way back. */
async function surroundings(call: Call): Promise<Surroundings> {
  const key = /^\/(?:console\/)?s\/([^/?]+)/.exec(call.request.url)?.[1];
  const service = key === undefined ? undefined : await findService(call.world, key);
  const inConsole = call.request.url.startsWith('/console');
  const token = call.request.cookies[inConsole || !service ? staffCookie : subjectCookie(service)] ?? '';
  const role = inConsole ? ('staff' as const) : ('subject' as const);
  const session = await sessionOf(call.world, {
    token,
    role,
    ...(service && !inConsole && { service: service.id }),
  });
  const staff = session && inConsole ? await staffOf(call.world, session.subject) : undefined;
  return {
    ...(service && { service }),
    viewer: session ? role : 'guest',
    ...(staff && { frame: frameOf(staff, service) }),
  };
}
