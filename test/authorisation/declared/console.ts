import { anywhere, desk, everyRole, house, type Row } from './row.ts';

/** Roles that decide about the policy, answer people, find people, and run the service. */
const decide = ['approver', 'officer'] as const;
const answer = ['support', 'approver', 'officer'] as const;
const find = ['support', 'officer'] as const;
const run = ['admin', 'officer'] as const;

/** The console: pages of the house, and of each service by role. */
export const console: Readonly<Record<string, Row>> = {
  'GET /console': anywhere(everyRole, 200),
  'GET /console/language': anywhere(everyRole, 200),
  'POST /console/language': anywhere(everyRole, 422),
  'GET /console/sessions': anywhere(everyRole, 200),
  'POST /console/sessions': anywhere(everyRole, 400),
  'GET /console/prove': anywhere(everyRole, 200),
  'POST /console/prove': anywhere(everyRole, 422),
  'GET /console/security': anywhere(everyRole, 200),
  'POST /console/security': anywhere(everyRole, 400),
  'GET /console/security/app': anywhere(everyRole, 200),
  'POST /console/security/app': anywhere(everyRole, 422),
  'GET /console/staff': house(run, 200),
  'POST /console/staff': house(['admin'], 422),
  'GET /console/staff/:id': house(run, 200),
  'POST /console/staff/:id': house(['admin'], 400),

  'GET /console/s/:key': desk(everyRole, 303),
  'GET /console/s/:key/board': desk(['analyst', 'admin', 'approver', 'officer'], 200),
  'GET /console/s/:key/approve': desk(decide, 200),
  'POST /console/s/:key/approve': desk(decide, 422),
  'GET /console/s/:key/versions': desk(decide, 200),
  'GET /console/s/:key/versions/:version': desk(decide, 200),
  'POST /console/s/:key/versions/:version': desk(decide, 400),
  'GET /console/s/:key/requests': desk(answer, 200),
  'GET /console/s/:key/requests/:id': desk(answer, 200),
  'POST /console/s/:key/requests': desk(['support', 'officer'], 404),
  'GET /console/s/:key/requests/new': desk(['support', 'officer'], 200),
  'POST /console/s/:key/requests/new': desk(['support', 'officer'], 422),
  'POST /console/s/:key/requests/:id/wait': desk(answer, 400),
  'POST /console/s/:key/requests/:id/identity': desk(['approver', 'officer'], 422),
  'GET /console/s/:key/requests/:id/letter.pdf': desk(answer, 404),
  'POST /console/s/:key/requests/:id': desk(answer, 422),
  'POST /console/s/:key/requests/:id/block': desk(['officer'], 400),
  'GET /console/s/:key/subjects': desk(find, 200),
  'POST /console/s/:key/subjects': desk(find, 404),
  'GET /console/s/:key/subjects/:id': desk(find, 200),
  'POST /console/s/:key/subjects/:id': desk(find, 403),
  'POST /console/s/:key/subjects/:id/visits': desk(['officer'], 403),
  'GET /console/s/:key/visits': desk(['analyst', 'officer'], 200),
  'GET /console/s/:key/mailings': desk(['marketer', 'officer'], 200),
  'POST /console/s/:key/mailings': desk(['marketer', 'officer'], 400),
  'GET /console/s/:key/mailings/:id': desk(['marketer', 'officer'], 200),
  'POST /console/s/:key/mailings/:id': desk(['marketer', 'officer'], 400),
  'GET /console/s/:key/terms': desk(['officer'], 200),
  'GET /console/s/:key/terms/:category': desk(['officer'], 200),
  'POST /console/s/:key/terms/:category': desk(['officer'], 400),
  'GET /console/s/:key/due': desk(['officer'], 200),
  'GET /console/s/:key/holds': desk(['officer'], 200),
  'POST /console/s/:key/holds': desk(['officer'], 400),
  'GET /console/s/:key/outbox': desk(['marketer', 'officer'], 200),
  'GET /console/s/:key/outbox/:id': desk(['officer'], 200),
  // No carrier is set up here: there is nobody to give a message to once more.
  'POST /console/s/:key/outbox/:id': desk(['officer'], 403),
  'GET /console/s/:key/ledger': desk(run, 200),
  'GET /console/s/:key/keys': desk(run, 200),
  // A key opens data: an administrator revokes keys and issues none.
  'POST /console/s/:key/keys': desk(run, 422, { but: { 'admin here': 403, 'admin house': 403 } }),
  'GET /console/s/:key/settings': desk(['officer'], 200),
  'POST /console/s/:key/settings': desk(['officer'], 422),
  'POST /console/s/:key/settings/visits': desk(['officer'], 303),
};
