import { mine, owners, type Row } from './row.ts';

/** The cabinet: everybody's own. What has an id belongs to its owner. */
export const cabinet: Readonly<Record<string, Row>> = {
  'GET /s/:key/me': mine(200),
  'GET /s/:key/me/readers': mine(200),
  'GET /s/:key/me/consents': mine(200),
  'GET /s/:key/me/consents/:id': owners(200),
  'GET /s/:key/me/consents/:id/withdraw': owners(200),
  'POST /s/:key/me/consents/:id/withdraw': owners(422),
  'GET /s/:key/me/correct/:category': mine(200),
  'POST /s/:key/me/correct/:category': mine(422),
  'GET /s/:key/me/requests': mine(200),
  'POST /s/:key/me/requests': mine(422),
  'GET /s/:key/me/download': mine(200),
  'GET /s/:key/me/export.json': mine(200),
  'GET /s/:key/me/print': mine(200),
  'GET /s/:key/me/delete': mine(200),
  'POST /s/:key/me/delete': mine(422),
  'GET /s/:key/me/language': mine(200),
  'POST /s/:key/me/language': mine(422),
  'GET /s/:key/me/security': mine(200),
  'POST /s/:key/me/security': mine(400),
  'GET /s/:key/me/password': mine(200),
  'POST /s/:key/me/password': mine(422),
  'GET /s/:key/me/prove': mine(200),
  'POST /s/:key/me/prove': mine(422),
};
