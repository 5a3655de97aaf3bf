import swagger from '@fastify/swagger';
import type { FastifyInstance, FastifyReply } from 'fastify';
import {
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod';
import { z } from 'zod';
import { KepilError, type Language, languages } from '../base/index.ts';
import {
  confirmRegistration,
  findService,
  keyOf,
  proofOf,
  Refused,
  readForKey,
  sayDestroyed,
  sayName,
  sayReasons,
  showForm,
  startRegistration,
} from '../system/index.ts';
import { speakerOf } from '../words/index.ts';
import { allowances, type RouteKind } from './allowances.ts';
import { addAgreements } from './api-agreements.ts';
import { addHandingOn } from './api-disclosure.ts';
import { addListing } from './api-list.ts';
import { deviceOf } from './device.ts';
import { facesFor } from './guards.ts';
import { apiLanguage } from './language.ts';
import type { ServerParts } from './route.ts';
import { countsOf } from './views/heads.ts';

const text = (longest: number) => z.string().max(longest);
/** Ids are stored and sealed in lower case; callers may write them otherwise. */
const id = () => z.uuid().toLowerCase();
const serviceParams = z.object({ key: text(63) });

const readBody = z.strictObject({
  subject: id().describe('Id that the confirmation of the registration returned.'),
  purpose: text(64).describe('A purpose of the policy.'),
  categories: z.array(text(64)).min(1).max(64).describe('Categories of the policy, each at most once.'),
  matter: id().optional().describe('The ticket, case or contract the read serves.'),
});

const registrationBody = z.strictObject({
  fields: z.record(text(64), text(1000)).describe('Category to value; unknown categories are refused.'),
  consent: z.boolean().describe('The box of the base consent.'),
  language: z
    .enum(languages)
    .optional()
    .describe('Language of the consent text shown and of messages; else that of Accept-Language.'),
  optional: z.array(text(64)).max(32).default([]).describe('Purposes whose own boxes are ticked.'),
  recipients: z
    .array(text(64))
    .max(64)
    .default([])
    .describe('Boxes of recipients that are ticked, by the names that the form gives.'),
  policy: text(64).describe('Hash of the policy version the form was made from.'),
  form: text(32)
    .optional()
    .describe('How the consent is given, one of the forms that the form gives; else the first of them.'),
  minor: z.boolean().optional().describe('Whoever registers says to be under age.'),
  guardian: text(254)
    .optional()
    .describe('E-mail or telephone of who may consent for a minor, where the form takes minors.'),
});

const codeBody = z.strictObject({ code: text(20) });

/** The API for programs, described as OpenAPI 3.1 at `/api/openapi.json`. */
export async function addApi(app: FastifyInstance, parts: ServerParts): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    const json = scope.getDefaultJsonParser('error', 'error');
    scope.addContentTypeParser('application/json', { parseAs: 'string' }, json);
    scope.setValidatorCompiler(validatorCompiler);
    scope.setSerializerCompiler(serializerCompiler);
    await scope.register(swagger, {
      openapi: {
        openapi: '3.1.0',
        info: {
          title: 'Kepil',
          version: '1',
          description: 'Registration, gated reads and proofs of the services of this installation.',
        },
        components: { securitySchemes: { key: { type: 'http', scheme: 'bearer' } } },
      },
      transform: jsonSchemaTransform,
    });
    addReading(scope, parts);
    addListing(scope, parts);
    addAgreements(scope, parts);
    addHandingOn(scope, parts);
    addRegistration(scope, parts);
    addLog(scope, parts);
    scope.get('/api/openapi.json', { schema: { hide: true } }, async () => scope.swagger());
  });
}

function addReading(scope: FastifyInstance, parts: ServerParts): void {
  const api = scope.withTypeProvider<ZodTypeProvider>();
  const { world } = parts;
  api.get('/api/v1/services', { schema: { summary: 'Running services' } }, async (request) => {
    const speaker = speakerOf(await apiLanguage(world, request));
    return (await facesFor(world, request.client)).map(({ service, head, face }) => ({
      key: service.key,
      name: sayName(speaker, face, service.key),
      policy: head.hash,
      status: head.status,
      clauses: countsOf(parts.boards.glance(service)),
    }));
  });
  const schema = {
    summary: 'Reads data of a subject through the gate',
    params: serviceParams,
    body: readBody,
    security: [{ key: [] }],
  };
  api.post('/api/v1/s/:key/read', { schema, ...bears('call') }, async (request, reply) => {
    const service = await findService(world, request.params.key);
    const token = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
    const key = await keyOf(world, { service, token });
    scope.limitAccount(request, key.id, 'key-too-many');
    const { matter, ...asked } = request.body;
    const language = await apiLanguage(world, request, service);
    const answer = await readForKey(world, key, {
      service,
      ...asked,
      ...(matter !== undefined && { matter }),
    });
    const { allowed, because } = answer.decision;
    if (!allowed) throw new Refused(because, answer.entry);
    void reply.header('content-language', language);
    return {
      entry: answer.entry,
      values: answer.values,
      destroyed: answer.destroyed.map((row) => ({
        category: row.category,
        at: new Date(row.at).toISOString(),
        reason: sayDestroyed(speakerOf(language, world.law.zone), row),
      })),
      because,
      reasons: sayReasons(speakerOf(language), because),
    };
  });
}

function addRegistration(scope: FastifyInstance, parts: ServerParts): void {
  addForm(scope, parts);
  addStart(scope, parts);
  addConfirmation(scope, parts);
}

/** A kind of route as the framework is told of it. */
const bears = (kind: RouteKind) => ({ config: { kind }, bodyLimit: allowances[kind].body });

function addForm(scope: FastifyInstance, { world }: ServerParts): void {
  const api = scope.withTypeProvider<ZodTypeProvider>();
  const schema = { summary: 'The registration form of the policy in force', params: serviceParams };
  api.get('/api/v1/s/:key/form', { schema }, async (request, reply) => {
    const service = await findService(world, request.params.key);
    const language = await apiLanguage(world, request, service);
    const form = await showForm(world, service, speakerOf(language, world.law.zone));
    void reply.header('content-language', language);
    const { consent, optional, recipients, adultsOnly, guardian, contacts, forms } = form;
    const fields = form.fields.map(({ category, mandatory, purposes, origin }) => ({
      category,
      mandatory,
      purposes,
      origin,
    }));
    const { hash: policy } = form.version;
    const boxes = { consent, optional, recipients, forms };
    return { policy, language, fields, oneOf: contacts, ...boxes, adultsOnly, guardian };
  });
}

function addStart(scope: FastifyInstance, { world }: ServerParts): void {
  const api = scope.withTypeProvider<ZodTypeProvider>();
  const schema = {
    summary: 'Sends a registration; a code goes to the address given',
    params: serviceParams,
    body: registrationBody,
  };
  api.post('/api/v1/s/:key/registrations', { schema, ...bears('registration') }, async (request, reply) => {
    const service = await findService(world, request.params.key);
    const { consent, optional, recipients, policy: policyHash, form: given, minor, guardian } = request.body;
    const fields = new Map(Object.entries(request.body.fields));
    const asked = await apiLanguage(world, request, service);
    const language = request.body.language ?? asked;
    const from = request.client.prefix;
    const sent = { service, language, fields, consent, optional, recipients, policyHash, from };
    const started = await startRegistration(world, {
      ...sent,
      ...(given !== undefined && { form: given }),
      ...(minor !== undefined && { minor }),
      ...(guardian !== undefined && { guardian }),
    });
    if ('draft' in started) return reply.status(202).send(started);
    return sendRefusal(reply, started, asked);
  });
}

function addConfirmation(scope: FastifyInstance, { world }: ServerParts): void {
  const api = scope.withTypeProvider<ZodTypeProvider>();
  const params = serviceParams.extend({ draft: id() });
  const schema = { summary: 'Confirms a registration by its code', params, body: codeBody };
  const url = '/api/v1/s/:key/registrations/:draft/confirm';
  api.post(url, { schema, ...bears('secret') }, async (request, reply) => {
    const service = await findService(world, request.params.key);
    const { draft } = request.params;
    const { code } = request.body;
    const from = request.client.prefix;
    const client = deviceOf(request);
    const done = await confirmRegistration(world, { service, draft, code, from, client });
    if ('session' in done) return reply.status(201).send(done);
    // Of a minor: who may consent for them was asked, and nobody is registered yet.
    if ('waits' in done) return reply.status(202).send(done);
    const problem = { code: done.problem, severity: 'error' as const };
    return sendRefusal(reply, { problems: [problem] }, await apiLanguage(world, request, service));
  });
}

type Refusal = Extract<Awaited<ReturnType<typeof startRegistration>>, { problems: unknown }>;

/**
 * What is wrong with a registration, as a problem document with a sentence for each field.
 *
 * @source RFC 9457
 */
function sendRefusal(reply: FastifyReply, { problems, decision }: Refusal, language: Language) {
  const speaker = speakerOf(language);
  const said = problems.map(({ code, field, params = {}, law }) => ({
    code,
    field,
    law,
    message: speaker.sayCode('problem', code, params),
  }));
  const because = decision?.because ?? [];
  const reasons = sayReasons(speaker, because);
  const body = { type: 'about:blank', status: 422, code: 'ERR_INVALID', problems: said, because, reasons };
  void reply.header('content-language', language);
  return reply.status(422).type('application/problem+json').send(body);
}

/** Paths of a C2SP tlog-tiles log, and nothing else. */
const logPath = /^(checkpoint|verifier-key|tile\/(entries|\d{1,2})(\/x\d{3})*\/\d{3}(\.p\/\d{1,3})?)$/;

function addLog(scope: FastifyInstance, parts: ServerParts): void {
  const api = scope.withTypeProvider<ZodTypeProvider>();
  const params = serviceParams.extend({ entry: id() });
  api.get(
    '/api/v1/s/:key/proof/:entry',
    { schema: { summary: 'Inclusion proof of an entry', params }, ...bears('log') },
    async (request) => {
      const service = await findService(parts.world, request.params.key);
      const proof = await proofOf(parts.world, { service, entry: request.params.entry });
      return proof ?? { pending: true };
    },
  );
  api.get('/s/:key/log/*', { schema: { hide: true }, ...bears('log') }, async (request, reply) => {
    const { key = '', '*': path = '' } = request.params as Record<string, string>;
    const service = await findService(parts.world, key);
    const bytes = logPath.test(path) ? await parts.readLog(service, path) : undefined;
    if (!bytes) throw new KepilError('ERR_NOT_FOUND', 'not-found');
    return reply
      .type(!path.startsWith('tile') ? 'text/plain; charset=utf-8' : 'application/octet-stream')
      .send(Buffer.from(bytes));
  });
}
