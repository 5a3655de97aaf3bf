import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { findService, publishedAgreements } from '../system/index.ts';
import { speakerOf } from '../words/index.ts';
import { apiLanguage } from './language.ts';
import type { ServerParts } from './route.ts';
import { agreementRow } from './views/agreements.ts';

/** The documents of a service for programs: every approved version, where it stands and where it is read. */
export function addAgreements(scope: FastifyInstance, { world }: ServerParts): void {
  const api = scope.withTypeProvider<ZodTypeProvider>();
  const schema = {
    summary: 'Documents that people accept apart from consents, in all versions',
    params: z.object({ key: z.string().max(63) }),
  };
  api.get('/api/v1/s/:key/agreements', { schema }, async (request, reply) => {
    const service = await findService(world, request.params.key);
    const language = await apiLanguage(world, request, service);
    void reply.header('content-language', language);
    const speaker = speakerOf(language, world.law.zone);
    return (await publishedAgreements(world, service)).map((shown) => {
      const { name, href, ...row } = agreementRow(speaker, shown, `/s/${service.key}`);
      const { id, kind, languages } = shown.row;
      return { id, kind, name, ...row, languages, url: `${world.origin()}${href}` };
    });
  });
}
