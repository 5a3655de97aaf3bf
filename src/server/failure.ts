import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type ErrorCode, errorStatus, KepilError, type Language } from '../base/index.ts';
import {
  findService,
  Refused,
  type ServiceRecord,
  type Staff,
  sayReasons,
  sessionOf,
  staffOf,
  TooSoon,
  type World,
} from '../system/index.ts';
import { type Speaker, speakerOf } from '../words/index.ts';
import { tokenOf } from './cookies.ts';
import { frameOf } from './desk.ts';
import { securityHeaders } from './headers.ts';
import { apiLanguage, pageLanguage, unaidedLanguage } from './language.ts';
import type { Frame } from './pages.ts';
import type { Answer, Call, ServerParts } from './route.ts';
import { callOf, send } from './serve.ts';
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

function failureOf(error: Error, params: Failure['params']): Failure {
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
  return { ...none, status, code, reason, params };
}

/** What the framework refuses before a handler sees it. */
const ofFramework: Readonly<Record<number, readonly [ErrorCode, string]>> = {
  413: ['ERR_TOO_LARGE', 'too-large'],
  415: ['ERR_MEDIA_TYPE', 'media-type'],
};

/** Answers an error: a page for people, a problem document for programs. @source RFC 9457 */
export async function answerError(parts: ServerParts, error: Error, exchange: Exchange): Promise<void> {
  const kilobytes = Math.floor(exchange.request.routeOptions.bodyLimit / 1024);
  const failure = failureOf(error, { kilobytes });
  if (failure.status >= 500) parts.onFault?.(error);
  if (error instanceof TooSoon) {
    const seconds = Math.max(1, Math.ceil((error.retryAt - parts.world.now()) / 1000));
    void exchange.reply.header('retry-after', String(seconds));
  }
  const { request } = exchange;
  // Whoever floods us or came to a wrong name is answered cheaply.
  const curt = failure.status === 429 || failure.status === 421;
  const around = curt ? guest : await surroundings(parts.world, request).catch(() => guest);
  const inApi = request.url.startsWith('/api/');
  const choose = inApi ? apiLanguage : pageLanguage;
  const language = await choose(parts.world, request, around.service).catch(() => unaidedLanguage(request));
  const call = callOf(parts, exchange, language);
  if (inApi) await sendProblem(failure, call, error);
  else await sendRefused(parts, failure, { ...exchange, call, around });
}

async function sendProblem(failure: Failure, { reply, speaker }: Call, error: Error): Promise<void> {
  const { status, code, because } = failure;
  const title = speaker.sayCode('error', failure.reason, failure.params);
  const reasons = sayReasons(speaker, because);
  const detail = helpOf(failure, speaker);
  const more = callProblems(error, speaker);
  const body = { type: 'about:blank', status, code, title, detail, because, reasons, ...more };
  if (status === 401) void reply.header('www-authenticate', 'Bearer error="invalid_token"');
  void reply.header('content-language', speaker.language);
  await reply.status(status).type('application/problem+json').send(JSON.stringify(body));
}

function helpOf({ reason, params }: Failure, speaker: Speaker): string | undefined {
  return speaker.has(`error.${reason}.help`) ? speaker.sayCode('error', `${reason}.help`, params) : undefined;
}

async function sendRefused(
  parts: ServerParts,
  failure: Failure,
  to: Exchange & { readonly call: Call; readonly around: Surroundings },
): Promise<void> {
  const { staff, ...around } = to.around;
  // A store that is away takes the places along, not the page that says so.
  const frame = staff && (await frameOf(to.call, { staff, service: around.service }).catch(() => undefined));
  // What a refused address carried behind its path is not repeated, not even by the switcher of languages.
  const here = to.request.url.split('?', 1)[0] ?? '/';
  const answer = { ...refusedPage(failure, to.call), frame: { ...frame, here } };
  // Nor does one that went away only now, when the heading of the service was to be read.
  await send(parts, answer, { ...to, ...around }).catch(() => send(parts, answer, { ...to, ...guest }));
}

function refusedPage(failure: Failure, { speaker }: Call): Extract<Answer, { page: unknown }> {
  const { status, because } = failure;
  const title = speaker.sayCode('error', failure.reason, failure.params);
  const help = helpOf(failure, speaker);
  const reasons = sayReasons(speaker, because);
  return { page: { page: 'refused', status, title, because, reasons, ...(help && { help }) }, status };
}

const guest: Surroundings = { viewer: 'guest' };

/** Answers an address that is none, before there is a route or a page: without a word of what was sent. */
export function answerMalformed(status: number, { request, reply }: Exchange): void {
  const language = unaidedLanguage(request);
  void reply.headers({ ...malformedHeaders, 'content-language': language });
  void reply.status(status).send(malformed(status, language));
}

/** No hook of ours sees these answers. */
const malformedHeaders = {
  'content-type': 'application/problem+json',
  ...securityHeaders({ contentType: 'application/problem+json', immutable: false, publicTls: false }),
};

function malformed(status: number, language: Language): string {
  const title = speakerOf(language).say('error.bad-request');
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
  const body = malformed(status, 'ru');
  const head = [
    `HTTP/1.1 ${status} ${phrase}`,
    ...Object.entries(malformedHeaders).map(([name, value]) => `${name}: ${value}`),
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

interface Surroundings {
  readonly service?: ServiceRecord;
  readonly viewer: Frame['viewer'];
  readonly staff?: Staff;
}

/** The service and the kind of visitor, so that the page of an error keeps its head and its way back. */
async function surroundings(world: World, request: FastifyRequest): Promise<Surroundings> {
  const { url } = request;
  const key = /^\/(?:console\/|api\/v1\/)?s\/([^/?]+)/.exec(url)?.[1];
  const service = key === undefined ? undefined : await findService(world, key);
  const inConsole = url.startsWith('/console');
  const token = tokenOf(request, inConsole || !service ? 'staff' : service);
  const role = inConsole ? ('staff' as const) : ('subject' as const);
  const asked = { token, role, ...(service && !inConsole && { service: service.id }) };
  const session = await sessionOf(world, asked);
  const staff = session && inConsole ? await staffOf(world, session.subject) : undefined;
  const viewer = session ? role : 'guest';
  return { ...(service && { service }), viewer, ...(staff && { staff }) };
}
