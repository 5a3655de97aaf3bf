import { endSession, type Staff, stopOfStaff, whoLifts } from '../system/index.ts';
import { clearSession, tokenOf } from './cookies.ts';
import type { Answer, Call } from './route.ts';

/**
 * What a staff member gets who was stopped: their session ends, and they are told since when, why, and who
 * may lift it. Undefined for anybody else.
 */
export async function stoppedAnswer(call: Call, staff: Staff): Promise<Answer | undefined> {
  const stop = await stopOfStaff(call.world, staff);
  if (!stop) return undefined;
  const { speaker } = call;
  const lifting = await whoLifts(call.world, stop);
  await endSession(call.world, tokenOf(call.request, 'staff'));
  clearSession(call, 'staff');
  const help =
    lifting.length === 0
      ? speaker.say('page.stopped.nobody')
      : speaker.say('page.stopped.who', { names: speaker.list(lifting) });
  const page = {
    page: 'refused' as const,
    status: 403,
    title: speaker.say('page.stopped.title'),
    because: [{ rule: 'reading-limit', article: '94-V Art. 22(1)' }],
    reasons: [
      speaker.say('page.stopped.since', { time: speaker.time(stop.since) }),
      speaker.say('page.stopped.why'),
    ],
    help,
  };
  return { page, status: 403, frame: { viewer: 'guest' } };
}
