import { askGateway } from './ask-gateway.ts';
import type { SmsAccount } from './mobizon.ts';
import type { Carrier, Delivery, Report } from './post.ts';

/** Its states that are an end; the others are still under way. */
const reports: Readonly<Record<number, Report>> = {
  1: 'delivered',
  2: 'delivered',
  3: 'undelivered',
  20: 'undelivered',
  22: 'undelivered',
  23: 'undelivered',
  24: 'undelivered',
  25: 'undelivered',
};

/**
 * Carries SMS through SMSC.kz.
 *
 * Reports are asked for one by one, by its number of the message and the telephone.
 * @source https://smsc.kz/api/http/ (rest/send, rest/status)
 */
export function smscCarrier(account: SmsAccount): Carrier {
  const call = (method: string, fields: Readonly<Record<string, unknown>>) =>
    askGateway(new URL(`rest/${method}/`, account.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ apikey: account.key, fmt: 3, charset: 'utf-8', ...fields }),
    });
  return {
    name: account.url.host,
    thirdParty: true,
    async deliver({ to, text }) {
      const sender = account.sender === undefined ? {} : { sender: account.sender };
      const answer = await call('send', { phones: to, mes: text, ...sender });
      if (!('body' in answer))
        return answer.begun ? { state: 'unsure' } : { state: 'later', reason: 'carrier' };
      return deliveryOf(answer.body);
    },
    async report(asked) {
      const found = new Map<string, Report>();
      for (const { carrierId, to } of asked) {
        const answer = await call('status', { id: carrierId, phone: to });
        const status = 'body' in answer ? answer.body['status'] : undefined;
        if (typeof status === 'number') found.set(carrierId, reports[status] ?? 'under-way');
      }
      return found;
    },
  };
}

/** Faults by number: of the text or the telephone; the others are of the account, or pass. */
function deliveryOf(body: Readonly<Record<string, unknown>>): Delivery {
  const fault = body['error_code'];
  if (fault === undefined && body['id'] !== undefined)
    return { state: 'sent', carrierId: String(body['id']) };
  if (fault === 7 || fault === 8) return { state: 'failed', reason: 'address' };
  if (fault === 1 || fault === 6) return { state: 'failed', reason: 'content' };
  return { state: 'later', reason: 'account' };
}
