import type { FastifyInstance } from 'fastify';
import { isId, KepilError } from '../base/index.ts';
import { noteRefusedAccess, type RefusedAccess } from '../system/index.ts';
import { Taps } from './limits.ts';
import type { Call, ServerParts } from './route.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** Notes that somebody signed in did not get what they asked for. */
    noteRefused(asked: Omit<RefusedAccess, 'counted'>): Promise<void>;
  }
}

/** Refusals of one account a minute that have an entry each; the others are counted. */
const entriesPerMinute = 6;

/** Lets routes note refusals, so that nobody can flood a log with their own. */
export function addRefusedAccess(app: FastifyInstance, { world }: ServerParts): void {
  const taps = new Taps();
  app.decorate('noteRefused', async (asked) => {
    const counted = taps.draw(asked.session.subject, entriesPerMinute, world.now()) > 0;
    await noteRefusedAccess(world, { ...asked, counted });
  });
}

/**
 * The answer of `doing`; when it is a refusal of what belongs to somebody else, is not there or is beyond the
 * asker's role, that is noted before it is told.
 */
export async function notingRefusals<T>(
  call: Call,
  asker: Pick<RefusedAccess, 'session' | 'at'>,
  doing: () => Promise<T>,
): Promise<T> {
  try {
    return await doing();
  } catch (error) {
    const rule = ruleOf(error, call.params);
    if (rule) await call.request.server.noteRefused({ ...asker, rule });
    throw error;
  }
}

/** An address that names no thing at all is a mistake in typing, and so is a name of ours that is none. */
function ruleOf(error: unknown, params: Call['params']): RefusedAccess['rule'] | undefined {
  if (!(error instanceof KepilError)) return undefined;
  if (error.reason === 'role-not-admitted') return 'role-not-admitted';
  const named = Object.values(params).some(isId);
  return error.code === 'ERR_NOT_FOUND' && named ? 'not-here' : undefined;
}
