import { keyed, open, type Row, step } from './row.ts';

/** What is open to anyone, the steps of the way in, and what programs call. */
export const outside: Readonly<Record<string, Row>> = {
  'GET /': open(200),
  'POST /language': open(400),
  'GET /assets/*': open(200),
  'GET /s/:key': open(303),
  'GET /s/:key/': open(200),
  'GET /s/:key/mark.svg': open(200),
  'GET /s/:key/privacy': open(200),
  'GET /s/:key/privacy/:version': open(200),
  'GET /s/:key/log': open(200),
  'GET /s/:key/log/*': open(200),
  'GET /s/:key/act/:id': open(200),
  'GET /s/:key/claim': open(200),
  'POST /s/:key/claim': open(422),
  'GET /s/:key/claim/taken': open(200),
  'GET /s/:key/child': open(200),
  'POST /s/:key/child': open(422),
  'GET /s/:key/unsubscribe/:token': open(200),
  'POST /s/:key/unsubscribe/:token': open(200),
  // No gateway was told an address here.
  'POST /replies/sms/:secret': open(404),
  'GET /s/:key/register': open(200),
  'POST /s/:key/register': open(422),
  'GET /s/:key/confirm': open(303),
  // Whoever is in the cabinet already is led there.
  'POST /s/:key/confirm': open(410, { but: { owner: 303, other: 303 } }),
  'GET /s/:key/sign-in': open(200),
  'POST /s/:key/sign-in': open(422),
  'POST /s/:key/sign-out': open(303, { signsOut: true }),

  'GET /console/set-up': open(200),
  'POST /console/set-up': open(422),
  'GET /console/sign-in': open(200),
  'POST /console/sign-in': open(422),
  'POST /console/sign-out': open(303, { signsOut: true }),
  'GET /console/factor': step('factor', 200),
  'POST /console/factor': step('factor', 422),
  'GET /console/enrol': step('enrol', 200),
  'POST /console/enrol': step('enrol', 422),

  'GET /api/openapi.json': open(200),
  'GET /api/v1/services': open(200),
  'GET /api/v1/s/:key/form': open(200),
  'GET /api/v1/s/:key/proof/:entry': open(200),
  'POST /api/v1/s/:key/registrations': open(400),
  'POST /api/v1/s/:key/registrations/:draft/confirm': open(400),
  'POST /api/v1/s/:key/read': keyed(200),
  'POST /api/v1/s/:key/list': keyed(200),
  // Nobody agreed to what the key of this place is granted: it comes as far as the gate.
  'POST /api/v1/s/:key/hand-on': keyed(403),
};
