import type { Ended, ServiceRecord } from '../system/index.ts';
import { clearSession, type Holder, tokenOf } from './cookies.ts';
import type { Answer, Call } from './route.ts';
import { wayBack } from './way-back.ts';

/**
 * What somebody gets who comes to a page of a subject or of staff without a session: the way to sign in, why
 * the session they had is over, and the way back to where they were.
 *
 * A form that was sent is answered with the sign-in page itself (401), a page asked for with the way there.
 */
export function signInFirst(call: Call, ended: Ended, service?: ServiceRecord): Answer {
  const at = service ? subjectDoor(service) : staffDoor;
  const had = tokenOf(call.request, at.holder) !== '';
  if (had) clearSession(call, at.holder);
  const said = had ? call.speaker.sayCode('page.ended', `${at.role}-${ended.ended}`) : undefined;
  const back = wayBack(call.request.url, at.area);
  if (call.request.method !== 'POST') {
    const query = back === undefined || back === at.area ? '' : `?${new URLSearchParams({ back })}`;
    return { to: `${at.signIn}${query}`, ...(said !== undefined && { flash: said }) };
  }
  const frame = { path: at.signIn, viewer: 'guest' as const, ...(said !== undefined && { flash: said }) };
  return { page: { page: at.page, errors: [], ...(back !== undefined && { back }) }, status: 401, frame };
}

/** What somebody gets whose way in was left or took too long: the password once more. */
export function enterAnew(call: Call): Answer {
  clearSession(call, 'staff-step');
  return { to: staffDoor.signIn, flash: call.speaker.say('page.ended.staff-step') };
}

interface Door {
  readonly role: 'subject' | 'staff';
  readonly page: 'sign-in' | 'staff-sign-in';
  readonly signIn: string;
  /** Under which the way back must lie; itself where one comes to without one. */
  readonly area: string;
  readonly holder: Holder;
}

function subjectDoor(service: ServiceRecord): Door {
  const base = `/s/${service.key}`;
  return {
    role: 'subject',
    page: 'sign-in',
    signIn: `${base}/sign-in`,
    area: `${base}/me`,
    holder: service,
  };
}

const staffDoor: Door = {
  role: 'staff',
  page: 'staff-sign-in',
  signIn: '/console/sign-in',
  area: '/console',
  holder: 'staff',
};

/** Where somebody goes who just signed in to the cabinet: back to where they were, else to its first page. */
export function cabinetAfter(service: ServiceRecord, back: string | undefined): string {
  const { area } = subjectDoor(service);
  return wayBack(back, area) ?? area;
}

/** Where a staff member goes who just signed in. */
export function consoleAfter(back: string | undefined): string {
  return wayBack(back, staffDoor.area) ?? staffDoor.area;
}
