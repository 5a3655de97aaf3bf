import {
  isForHand,
  listMessages,
  mayOpen,
  maySendAgain,
  openMessage,
  sendAgain,
} from '../../system/index.ts';
import type { Page } from '../pages.ts';
import { type Answer, cursorOf, type StaffServiceCall } from '../route.ts';
import { baseOf, moreOf, pageSize } from './paging.ts';

/** Messages without address and text. */
export async function outbox(call: StaffServiceCall): Promise<Page> {
  const rows = await listMessages(call.world, call.clerk, {
    service: call.service.id,
    ...cursorOf(call.query),
    limit: pageSize,
  });
  const views = rows.map((row) => ({
    ...{ id: row.id, channel: row.channel, template: row.template, createdAt: row.createdAt },
    ...{ state: row.state, attempts: row.attempts },
    ...(row.reason !== undefined && { reason: row.reason }),
    ...(mayOpen(call.clerk) && isForHand(row) && { href: `${baseOf(call)}/outbox/${row.id}` }),
  }));
  const { email, sms } = call.world.post;
  const carriers = [email?.name, sms?.name].filter((name) => name !== undefined);
  return {
    page: 'outbox',
    marketingOnly: !mayOpen(call.clerk),
    carriers,
    rows: views,
    ...moreOf(call, rows),
  };
}

/** A message opened to be handed on. */
export async function message(call: StaffServiceCall): Promise<Page> {
  const at = { service: call.service, id: call.params.id ?? '' };
  const { row, to, text } = await openMessage(call.world, call.clerk, at);
  return {
    page: 'message',
    ...{ id: row.id, channel: row.channel, template: row.template, createdAt: row.createdAt },
    ...{ state: row.state, to, text },
    ...(row.reason !== undefined && { reason: row.reason }),
    again: maySendAgain(call.world, row),
  };
}

/** Gives a message to its carrier once more. */
export async function sendMessageAgain(call: StaffServiceCall): Promise<Answer> {
  await sendAgain(call.world, call.clerk, { service: call.service, id: call.params.id ?? '' });
  return { to: `${baseOf(call)}/outbox`, flash: call.speaker.say('page.flash.message-again') };
}
