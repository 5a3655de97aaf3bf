import { equalBytes, KepilError, utf8 } from '../../base/index.ts';
import { linkedRefusal, optOutByLink, takeReply } from '../../system/index.ts';
import type { Page } from '../pages.ts';
import { type Answer, type Call, field, malformed, type Route, type ServiceCall } from '../route.ts';

/** The page behind the link of a letter: it shows what would be refused, and does nothing by itself. */
function unsubscribePage(call: ServiceCall, done: boolean): Page {
  const linked = linkedRefusal(call.world, call.service, call.params.token ?? '');
  if (!linked) throw new KepilError('ERR_NOT_FOUND', 'not-found');
  const { speaker } = call;
  const topic = speaker.title('purposes', linked.purpose);
  const way = speaker.label('data_categories', linked.category);
  return { page: 'unsubscribe', topic, way, done };
}

/** Refuses by the link, from its page or by a mail program's one click; no session, no question. */
async function unsubscribe(call: ServiceCall): Promise<Answer> {
  const known = await optOutByLink(call.world, call.service, call.params.token ?? '');
  if (!known) throw new KepilError('ERR_NOT_FOUND', 'not-found');
  return { page: unsubscribePage(call, true) };
}

/**
 * Takes an SMS that a gateway hands on, `phone` and `mes` as SMSC calls them. Whoever does not know the
 * secret of the address finds nothing there.
 */
async function reply(call: Call): Promise<Answer> {
  const { replies } = call.world.post;
  const known = replies !== undefined && equalBytes(utf8(replies), utf8(call.params.secret ?? ''));
  if (!known) throw new KepilError('ERR_NOT_FOUND', 'not-found');
  const [from, text] = [field(call.form, 'phone').trim(), field(call.form, 'mes')];
  if (!/^\+?\d{8,15}$/.test(from)) throw malformed();
  await takeReply(call.world, { from, text });
  return { body: 'OK', type: 'text/plain; charset=utf-8' };
}

/** Refusing mailings without signing in. */
export const optOutRoutes: readonly Route[] = [
  {
    method: 'GET',
    url: '/s/:key/unsubscribe/:token',
    who: 'anyone',
    scope: 'service',
    handle: async (call) => ({ page: unsubscribePage(call, false) }),
  },
  {
    method: 'POST',
    url: '/s/:key/unsubscribe/:token',
    // A mail program sends a form of either kind, and nothing of it matters.
    bare: true,
    who: 'anyone',
    scope: 'service',
    handle: unsubscribe,
  },
  { method: 'POST', url: '/replies/sms/:secret', kind: 'call', who: 'anyone', scope: 'house', handle: reply },
];
