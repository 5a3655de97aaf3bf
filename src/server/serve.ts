import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { KepilError, type Language } from '../base/index.ts';
import {
  findService,
  findSession,
  isFresh,
  type OpenedFile,
  type ServiceRecord,
  type SessionRecord,
  sessionOf,
  staffOf,
  worldOfSession,
} from '../system/index.ts';
import { speakerOf } from '../words/index.ts';
import { admittedRoles } from './admission.ts';
import { allowances } from './allowances.ts';
import { setFlash, takeFlash, tokenOf } from './cookies.ts';
import { type Desk, frameOf } from './desk.ts';
import { pageLanguage } from './language.ts';
import { FileForm } from './multipart.ts';
import type { Frame } from './pages.ts';
import { proveFirst } from './prove-first.ts';
import { notingRefusals } from './refused-access.ts';
import type { Answer, Call, Route, ServerParts, SubjectCall } from './route.ts';
import { routes } from './route-table.ts';
import { agreementStrip } from './routes/agreements.ts';
import { changeStrip } from './routes/my-policy.ts';
import { proveStaffFirst } from './routes/staff-prove.ts';
import { enterAnew, signInFirst } from './signed-out.ts';
import { stoppedAnswer } from './stopped.ts';
import { headOfService } from './views/heads.ts';
import { beginVisit, visitBy } from './visits.ts';

/** Registers the table's routes: those that read forms, or the `bare` ones. */
export function addRoutes(app: FastifyInstance, parts: ServerParts, bare = false): void {
  for (const route of routes.filter((row) => (row.bare === true) === bare)) {
    const kind = route.kind ?? (route.method === 'GET' ? 'page' : 'form');
    app.route({
      method: route.method,
      url: route.url,
      config: { kind, ...(route.files && { files: true }) },
      bodyLimit: allowances[kind].body,
      handler: (request, reply) => handle(parts, route, { request, reply }),
    });
  }
}

interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** The call common to all routes, answered in `language`. */
export function callOf(parts: ServerParts, { request, reply }: Exchange, language: Language): Call {
  return {
    world: parts.world,
    boards: parts.boards,
    request,
    reply,
    speaker: speakerOf(language, parts.world.law.zone),
    params: request.params as Record<string, string>,
    query: { ...(request.query as Record<string, string>) },
    ...formOf(request.body),
  };
}

/** What `parseForm` or `FileForm` made of the body; calls of the API and their errors have no form. */
function formOf(body: unknown): Pick<Call, 'form' | 'file'> {
  if (body instanceof FileForm) return { form: body.fields, ...(body.file && { file: body.file }) };
  return { form: body instanceof Map ? body : new Map() };
}

/** A parameter of the address that was sent twice is refused: nobody can say which was meant. */
function refuseTwice(query: Readonly<Record<string, unknown>>): void {
  if (Object.values(query).some((value) => typeof value !== 'string'))
    throw new KepilError('ERR_BAD_REQUEST', 'bad-request');
}

async function handle(parts: ServerParts, route: Route, exchange: Exchange): Promise<void> {
  const { body } = exchange.request;
  if (!(body instanceof FileForm)) return answerRoute(parts, route, exchange);
  try {
    await body.readFields();
    await answerRoute(parts, route, exchange);
  } finally {
    body.letGo();
  }
}

async function answerRoute(parts: ServerParts, route: Route, exchange: Exchange): Promise<void> {
  refuseTwice(exchange.request.query as Record<string, unknown>);
  const { key = '' } = exchange.request.params as Record<string, string>;
  const service = route.scope === 'service' ? await findService(parts.world, key) : undefined;
  if (service) beginVisit(exchange.request, route, { service, now: parts.world.now() });
  const call = callOf(parts, exchange, await pageLanguage(parts.world, exchange.request, service));
  const answer = await answerOf(route, call, service);
  const viewer = await viewerOf(route, call, service);
  await send(parts, answer, { ...exchange, call, ...(service && { service }), viewer });
}

async function viewerOf(
  route: Route,
  call: Call,
  service: ServiceRecord | undefined,
): Promise<Frame['viewer']> {
  if (route.who === 'entering') return 'guest';
  return route.who === 'anyone' ? visitor(call, service) : route.who;
}

/** On pages open to anyone the head still knows who is signed in at this service. */
async function visitor(call: Call, service: ServiceRecord | undefined): Promise<Frame['viewer']> {
  const token = service && tokenOf(call.request, service);
  if (!service || !token) return 'guest';
  const session = await sessionOf(call.world, { token, role: 'subject', service: service.id });
  if (session) visitBy(call.request, session.subject);
  return session ? 'subject' : 'guest';
}

async function answerOf(route: Route, call: Call, service: ServiceRecord | undefined): Promise<Answer> {
  if (route.who === 'subject') return answerSubject(route, call, service as ServiceRecord);
  if (route.who === 'staff') return answerStaff(route, call, service);
  if (route.who === 'entering') return answerEntering(route, call);
  if (route.scope === 'service') return route.handle({ ...call, service: service as ServiceRecord });
  return route.handle(call);
}

async function answerSubject(
  route: Route & { who: 'subject' },
  call: Call,
  service: ServiceRecord,
): Promise<Answer> {
  const token = tokenOf(call.request, service);
  const session = await findSession(call.world, { token, role: 'subject', service: service.id });
  if ('ended' in session) return signInFirst(call, session, service);
  visitBy(call.request, session.subject);
  call.request.server.limitAccount(call.request, session.subject);
  if (route.fresh?.(call) && !isFresh(session, call.world.now()))
    return proveFirst(call, service, route.kind);
  const world = worldOfSession(call.world, session, lockFor(route));
  const me = { service, subject: session.subject };
  const mine = { ...call, world, service, session, me };
  const doing = async () => stripped(mine, await route.handle(mine));
  return unlessEnded(notingRefusals(call, { session, at: service }, doing), () =>
    signInFirst(call, { ended: 'gone' }, service),
  );
}

/** The cabinet's pages say that the policy changes, until whoever it concerns has seen it. */
async function stripped(call: SubjectCall, answer: Answer): Promise<Answer> {
  if (!('page' in answer)) return answer;
  const strips = { ...(await changeStrip(call)), ...(await agreementStrip(call)) };
  return { ...answer, frame: { ...strips, ...answer.frame } };
}

async function answerStaff(
  route: Route & { who: 'staff' },
  call: Call,
  service: ServiceRecord | undefined,
): Promise<Answer> {
  const token = tokenOf(call.request, 'staff');
  const session = await findSession(call.world, { token, role: 'staff' });
  if ('ended' in session) return signInFirst(call, session);
  call.request.server.limitAccount(call.request, session.subject);
  const doing = () => answerMember(route, call, { session, service });
  return unlessEnded(notingRefusals(call, { session, ...(service && { at: service }) }, doing), () =>
    signInFirst(call, { ended: 'gone' }),
  );
}

/** @throws KepilError `ERR_NOT_SIGNED_IN` when the session, or the work of whoever holds it, has ended */
async function answerMember(
  route: Route & { who: 'staff' },
  call: Call,
  { session, service }: { session: SessionRecord; service: ServiceRecord | undefined },
): Promise<Answer> {
  const staff = await staffOf(call.world, session.subject);
  const stopped = await stoppedAnswer(call, staff);
  if (stopped) return stopped;
  const [first, ...rest] = admittedRoles(route, staff, service);
  if (!first) {
    const roles = call.speaker.list(route.roles.map((role) => call.speaker.sayCode('role', role)));
    throw new KepilError('ERR_FORBIDDEN', 'role-not-admitted', { roles });
  }
  const clerk = { id: staff.id, keys: staff.keys, roles: [first, ...rest] } as const;
  const world = worldOfSession(call.world, session, lockFor(route));
  const mine = { ...call, world, staff, clerk, session };
  if (route.scope === 'service' && !service) throw new KepilError('ERR_NOT_FOUND', 'not-found');
  const stale = route.fresh?.(call) === true && !isFresh(session, call.world.now());
  const doing = stale
    ? proveStaffFirst(mine)
    : route.scope === 'house'
      ? route.handle(mine)
      : route.handle({ ...mine, service: service as ServiceRecord });
  return framed(call, await doing, { staff, service });
}

/** Between password and console; whoever is through already goes there. */
async function answerEntering(route: Route & { who: 'entering' }, call: Call): Promise<Answer> {
  const token = tokenOf(call.request, 'staff-step');
  const session = await findSession(call.world, { token, role: route.step });
  if ('ended' in session) {
    const signedIn = await sessionOf(call.world, { token: tokenOf(call.request, 'staff'), role: 'staff' });
    return signedIn ? { to: '/console' } : enterAnew(call);
  }
  call.request.server.limitAccount(call.request, session.subject);
  return unlessEnded(route.handle({ ...call, session }), () => enterAnew(call));
}

/** The console's pages say who is signed in and lead to the places that their roles admit. */
async function framed(call: Call, answer: Answer, at: Desk): Promise<Answer> {
  if (!('page' in answer)) return answer;
  return { ...answer, frame: { ...answer.frame, ...(await frameOf(call, at)) } };
}

/** How an act holds its session: those who only look hold it together. */
function lockFor(route: Route): 'share' | 'update' {
  return route.method === 'GET' ? 'share' : 'update';
}

/** The answer, or what is said to somebody whose session ended while they asked for it. */
async function unlessEnded(answer: Promise<Answer>, otherwise: () => Answer): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof KepilError && error.code === 'ERR_NOT_SIGNED_IN') return otherwise();
    throw error;
  }
}

/** Its own characters in a header; what is read by all stands beside. @source RFC 6266 §4.3, RFC 8187 */
function disposition(name: string): string {
  const ending = name.slice(name.lastIndexOf('.'));
  const coded = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16)}`,
  );
  return `attachment; filename="file${ending}"; filename*=UTF-8''${coded}`;
}

/**
 * Sends a file to be saved. Should it turn out damaged in the middle, the connection ends without its end.
 */
async function sendFile(reply: FastifyReply, { name, mediaType, size, bytes }: OpenedFile): Promise<void> {
  await reply
    .header('content-disposition', disposition(name))
    .header('content-length', size)
    .type(mediaType)
    .send(Readable.from(bytes, { objectMode: false }));
}

/** Sends an answer: a page in its frame, a redirect, or bytes. */
export async function send(
  parts: ServerParts,
  answer: Answer,
  to: Exchange & { call: Call; service?: ServiceRecord; viewer: Frame['viewer'] },
): Promise<void> {
  const { reply, request, call } = to;
  if ('to' in answer) {
    if (answer.flash !== undefined) setFlash(to, answer.flash);
    await reply.redirect(answer.to, answer.again ? 307 : 303);
    return;
  }
  if ('file' in answer) {
    await sendFile(reply, answer.file);
    return;
  }
  if ('body' in answer) {
    if (answer.filename)
      void reply.header('content-disposition', `attachment; filename="${answer.filename}"`);
    await reply.type(answer.type).send(Buffer.from(answer.body as string));
    return;
  }
  const flash = takeFlash(to);
  const frame: Frame = {
    speaker: call.speaker,
    viewer: to.viewer,
    path: request.url.split('?')[0] ?? '/',
    here: request.url,
    ...(to.service && { service: await headOfService(call, to.service, to.viewer) }),
    ...(flash !== undefined && { flash }),
    ...answer.frame,
  };
  await reply
    .status(answer.status ?? 200)
    .header('content-language', call.speaker.language)
    .type('text/html; charset=utf-8')
    .send(parts.renderer.render(answer.page, frame));
}
