import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { findService, handOn, keyOf } from '../system/index.ts';
import { speakerOf } from '../words/index.ts';
import { allowances } from './allowances.ts';
import { apiLanguage } from './language.ts';
import type { ServerParts } from './route.ts';

const text = (longest: number) => z.string().max(longest);
const id = () => z.uuid().toLowerCase();

const body = z.strictObject({
  subject: id().describe('Id that the confirmation of the registration returned.'),
  recipient: id().describe('Id of a registered recipient, from its card in the console.'),
  purpose: text(64).describe('A purpose of the card and of the policy.'),
  categories: z.array(text(64)).min(1).max(64).describe('Categories of the card, each at most once.'),
  publicKey: text(4096)
    .optional()
    .describe('RSA public key of the recipient in PEM; without it a passphrase is made.'),
});

/** Handing on by programs: through the gate, a package sealed for the recipient comes back. */
export function addHandingOn(scope: FastifyInstance, { world }: ServerParts): void {
  const api = scope.withTypeProvider<ZodTypeProvider>();
  const schema = {
    summary: 'Hands data of a subject on to a registered recipient',
    params: z.object({ key: text(63) }),
    body,
    security: [{ key: [] }],
  };
  const config = { kind: 'call' as const };
  const options = { schema, config, bodyLimit: allowances.call.body };
  api.post('/api/v1/s/:key/hand-on', options, async (request, reply) => {
    const service = await findService(world, request.params.key);
    const token = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
    const key = await keyOf(world, { service, token });
    scope.limitAccount(request, key.id, 'key-too-many');
    const { publicKey, ...asked } = request.body;
    const sealedFor = publicKey === undefined ? {} : { publicKey };
    const done = await handOn(world, { key }, { service, ...asked, ...sealedFor });
    const language = await apiLanguage(world, request, service);
    void reply.header('content-language', language);
    if (!('problems' in done)) return done;
    const speaker = speakerOf(language);
    const problems = done.problems.map(({ code, field }) => ({
      code,
      field,
      message: speaker.sayCode('problem', code),
    }));
    const refusal = { type: 'about:blank', status: 422, code: 'ERR_INVALID', problems };
    return reply.status(422).type('application/problem+json').send(refusal);
  });
}
