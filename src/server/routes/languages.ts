import { changeLanguage, everyRole, languageOf, type Speaking } from '../../system/index.ts';
import { languageNamed, rememberLanguage } from '../language.ts';
import type { FieldError, Page } from '../pages.ts';
import {
  type Answer,
  type Call,
  field,
  malformed,
  type Route,
  type StaffCall,
  type SubjectCall,
} from '../route.ts';
import { oneError } from '../views/problems.ts';
import { wayBack } from '../way-back.ts';

/** The switcher: remembers the language of pages in this browser and leads back to where it was chosen. */
async function choose({ form, request, reply }: Call): Promise<Answer> {
  const language = languageNamed(field(form, 'language'));
  if (!language) throw malformed();
  rememberLanguage({ request, reply }, language);
  return { to: wayBack(field(form, 'back'), '') ?? '/' };
}

/** Whose messages they are, which page asks, and where it leads. */
interface Place {
  readonly page: 'my-language' | 'staff-language';
  readonly who: Speaking;
  readonly next: string;
}

const ofSubject = ({ me, service }: SubjectCall): Place => ({
  page: 'my-language',
  who: { service: service.id, id: me.subject, role: 'subject' },
  next: `/s/${service.key}/me`,
});

const ofStaff = ({ clerk }: StaffCall): Place => ({
  page: 'staff-language',
  who: { id: clerk.id, role: clerk.roles[0] },
  next: '/console',
});

async function show(call: Call, { page, who }: Place, errors: readonly FieldError[] = []): Promise<Page> {
  return { page, language: await languageOf(call.world, who), errors };
}

async function change(call: Call, place: Place): Promise<Answer> {
  const language = languageNamed(field(call.form, 'language'));
  if (!language) {
    return {
      page: await show(call, place, oneError(call.speaker, 'language-unknown', 'language')),
      status: 422,
    };
  }
  await changeLanguage(call.world, place.who, language);
  return { to: place.next, flash: call.speaker.say('page.flash.language') };
}

const mine = '/s/:key/me/language';
const own = '/console/language';

/** The language of pages, for anyone; the language of messages, for whoever is signed in. */
export const languageRoutes: readonly Route[] = [
  { method: 'POST', url: '/language', who: 'anyone', scope: 'house', handle: choose },
  {
    method: 'GET',
    url: mine,
    who: 'subject',
    scope: 'service',
    handle: async (call) => ({ page: await show(call, ofSubject(call)) }),
  },
  {
    method: 'POST',
    url: mine,
    who: 'subject',
    scope: 'service',
    handle: (call) => change(call, ofSubject(call)),
  },
  {
    method: 'GET',
    url: own,
    who: 'staff',
    scope: 'house',
    roles: everyRole,
    held: 'anywhere',
    handle: async (call) => ({ page: await show(call, ofStaff(call)) }),
  },
  {
    method: 'POST',
    url: own,
    who: 'staff',
    scope: 'house',
    roles: everyRole,
    held: 'anywhere',
    handle: (call) => change(call, ofStaff(call)),
  },
];
