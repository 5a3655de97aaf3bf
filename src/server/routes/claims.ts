import { isCivilDate, languages } from '../../base/index.ts';
import {
  type Claim,
  type Claimed,
  readRequestNumber,
  requestNumber,
  rightsGiven,
  takeChildClaim,
  takeClaim,
} from '../../system/index.ts';
import type { FieldError, Page } from '../pages.ts';
import { type Answer, chosen, field, malformed, type Route, type ServiceCall } from '../route.ts';
import { fieldErrors } from '../views/problems.ts';

/** What may be demanded of a child's data. */
const childKinds = ['delete', 'block_restrict', 'know_access', 'correct'] as const;

interface Sent {
  readonly sent: Readonly<Record<string, string>>;
  readonly errors: readonly FieldError[];
}

const fields = ['kind', 'name', 'answerTo', 'language', 'words', 'child', 'address', 'proof'] as const;
const sentIn = (call: ServiceCall) =>
  Object.fromEntries(fields.map((name) => [name, field(call.form, name)]));

/** The form for somebody without an account, or for whoever speaks for a child. */
async function claimPage(call: ServiceCall, of: 'self' | 'child', what?: Sent): Promise<Page> {
  const kinds = of === 'child' ? childKinds : await rightsGiven(call.world, call.service);
  return {
    page: 'claim',
    of,
    kinds: kinds.map((key) => ({ key, name: call.speaker.title('rights', key) })),
    languages: languages.map((key) => ({ key, name: call.speaker.sayCode('language', key) })),
    language: call.speaker.language,
    sent: what?.sent ?? {},
    errors: what?.errors ?? [],
  };
}

function claimOf(call: ServiceCall): Claim {
  const { form } = call;
  return {
    service: call.service,
    kind: field(form, 'kind'),
    words: field(form, 'words'),
    name: field(form, 'name'),
    answerTo: field(form, 'answerTo'),
    language: chosen(form, 'language', languages) ?? call.speaker.language,
    from: call.request.client.prefix,
  };
}

async function answerTo(call: ServiceCall, of: 'self' | 'child', done: Claimed): Promise<Answer> {
  if ('problems' in done) {
    const what = { sent: sentIn(call), errors: fieldErrors(call.speaker, done.problems) };
    return { page: await claimPage(call, of, what), status: 422 };
  }
  const number = requestNumber(done.request, call.world.law.zone);
  const query = new URLSearchParams({ number, due: done.request.dueOn });
  return { to: `/s/${call.service.key}/claim/taken?${query}` };
}

async function sendClaim(call: ServiceCall): Promise<Answer> {
  return answerTo(call, 'self', await takeClaim(call.world, claimOf(call)));
}

async function sendChildClaim(call: ServiceCall): Promise<Answer> {
  const { form } = call;
  const about = { child: field(form, 'child'), address: field(form, 'address'), proof: field(form, 'proof') };
  chosen(form, 'kind', childKinds);
  return answerTo(call, 'child', await takeChildClaim(call.world, { ...claimOf(call), ...about }));
}

/** What became of it: its number and the day it is answered by. Neither says anything of anybody. */
async function takenPage(call: ServiceCall): Promise<Answer> {
  const { number = '', due = '' } = call.query;
  if (!readRequestNumber(number) || !isCivilDate(due)) throw malformed();
  return { page: { page: 'claim-taken', number, dueOn: due } };
}

const blank = (of: 'self' | 'child') => async (call: ServiceCall) => ({ page: await claimPage(call, of) });
const open = { who: 'anyone', scope: 'service' } as const;

/** Forms by which people without an account turn to a service. */
export const claimRoutes: readonly Route[] = [
  {
    method: 'GET',
    url: '/s/:key/claim',
    ...open,
    handle: blank('self'),
  },
  { method: 'POST', url: '/s/:key/claim', kind: 'registration', ...open, handle: sendClaim },
  { method: 'GET', url: '/s/:key/claim/taken', ...open, handle: takenPage },
  {
    method: 'GET',
    url: '/s/:key/child',
    ...open,
    handle: blank('child'),
  },
  { method: 'POST', url: '/s/:key/child', kind: 'registration', ...open, handle: sendChildClaim },
];
