import { askGateway } from './ask-gateway.ts';
import type { Carrier, Delivery, Report } from './post.ts';

/** An account at a gateway for SMS. */
export interface SmsAccount {
  /** Where its API is; another only in tests. */
  readonly url: URL;
  readonly key: string;
  /** The sender's name registered there; the gateway's own when not given. */
  readonly sender?: string;
}

/** Its states of a message. */
const reports: Readonly<Record<string, Report>> = {
  DELIVRD: 'delivered',
  UNDELIV: 'undelivered',
  REJECTD: 'undelivered',
  EXPIRED: 'undelivered',
  DELETED: 'undelivered',
};

/**
 * Carries SMS through Mobizon.
 *
 * @source https://mobizon.kz/help/api-docs/message (SendSmsMessage, GetSMSStatus)
 */
export function mobizonCarrier(account: SmsAccount): Carrier {
  const call = (method: string, fields: Readonly<Record<string, string>>) => {
    const url = new URL(`service/message/${method}`, account.url);
    url.search = new URLSearchParams({ output: 'json', api: 'v1', apiKey: account.key }).toString();
    return askGateway(url, { method: 'POST', body: new URLSearchParams(fields) });
  };
  return {
    name: account.url.host,
    thirdParty: true,
    async deliver({ to, text }) {
      const from = account.sender === undefined ? {} : { from: account.sender };
      const answer = await call('sendSmsMessage', { recipient: to.replace('+', ''), text, ...from });
      if (!('body' in answer))
        return answer.begun ? { state: 'unsure' } : { state: 'later', reason: 'carrier' };
      return deliveryOf(answer.body);
    },
    async report(asked) {
      const fields = Object.fromEntries(asked.map(({ carrierId }, at) => [`ids[${at}]`, carrierId]));
      const answer = await call('getSMSStatus', fields);
      const rows = 'body' in answer && Array.isArray(answer.body['data']) ? answer.body['data'] : [];
      return new Map(
        rows.flatMap((row: { id?: unknown; status?: unknown }) =>
          row.id === undefined ? [] : [[String(row.id), reports[String(row.status)] ?? 'under-way'] as const],
        ),
      );
    },
  };
}

/** Code 0: taken. 1: a field is wrong, told by its name. The rest: rights, money, faults; they may pass. */
function deliveryOf(body: Readonly<Record<string, unknown>>): Delivery {
  const data = (body['data'] ?? {}) as Readonly<Record<string, unknown>>;
  if (body['code'] === 0) {
    const id = data['messageId'];
    return { state: 'sent', ...(id !== undefined && { carrierId: String(id) }) };
  }
  if (body['code'] === 1) return { state: 'failed', reason: 'recipient' in data ? 'address' : 'content' };
  return { state: 'later', reason: 'account' };
}
