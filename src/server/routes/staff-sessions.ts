import { endOwnSessions, everyRole, ownSessions } from '../../system/index.ts';
import type { Answer, Route, StaffCall } from '../route.ts';
import { whichSessions } from './security.ts';

const path = '/console/sessions';

async function show(call: StaffCall): Promise<Answer> {
  return { page: { page: 'staff-sessions', sessions: await ownSessions(call.world, call.session) } };
}

async function end(call: StaffCall): Promise<Answer> {
  const actor = { role: call.clerk.roles[0], id: call.clerk.id };
  const holder = { session: call.session, actor, channel: 'console' as const };
  const n = await endOwnSessions(call.world, holder, whichSessions(call.form));
  const flash = call.speaker.say(n === 0 ? 'page.flash.sessions-none' : 'page.flash.sessions-ended');
  return { to: path, flash };
}

const own = { url: path, who: 'staff', scope: 'house', roles: everyRole, held: 'anywhere' } as const;

/** Where a staff member is signed in. */
export const staffSessionRoutes: readonly Route[] = [
  { ...own, method: 'GET', handle: show },
  { ...own, method: 'POST', handle: end },
];
