import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { findService, keyOf, listedAtMost, listForKey, Refused, sayReasons } from '../system/index.ts';
import { speakerOf } from '../words/index.ts';
import { allowances } from './allowances.ts';
import { apiLanguage } from './language.ts';
import type { ServerParts } from './route.ts';

const text = (longest: number) => z.string().max(longest);
const id = () => z.uuid().toLowerCase();

const body = z.strictObject({
  purpose: text(64).describe('A purpose of the policy.'),
  categories: z.array(text(64)).min(1).max(64).describe('Categories of the policy, each at most once.'),
  after: id().optional().describe('Whom the page comes after: `next` of the page before.'),
  limit: z.int().min(1).max(listedAtMost).default(100).describe('The most people of the page.'),
});

/** Lists for programs: everybody under one purpose, page by page, through the gate. */
export function addListing(scope: FastifyInstance, { world }: ServerParts): void {
  const api = scope.withTypeProvider<ZodTypeProvider>();
  const schema = {
    summary: 'Lists the people under one purpose, with data of theirs, through the gate',
    params: z.object({ key: text(63) }),
    body,
    security: [{ key: [] }],
  };
  const config = { kind: 'call' as const };
  const options = { schema, config, bodyLimit: allowances.call.body };
  api.post('/api/v1/s/:key/list', options, async (request, reply) => {
    const service = await findService(world, request.params.key);
    const token = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
    const key = await keyOf(world, { service, token });
    scope.limitAccount(request, key.id, 'key-too-many');
    const { after, ...asked } = request.body;
    const language = await apiLanguage(world, request, service);
    const answer = await listForKey(world, key, { service, ...asked, ...(after !== undefined && { after }) });
    const { allowed, because } = answer.decision;
    if (!allowed) throw new Refused(because, answer.entry);
    void reply.header('content-language', language);
    const { entry, people, refused, unopened, next } = answer;
    const reasons = sayReasons(speakerOf(language), because);
    const counts = { refused, unopened };
    return { entry, people, ...counts, ...(next !== undefined && { next }), because, reasons };
  });
}
