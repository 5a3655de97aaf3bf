import { listMessages, mayOpen, openMessage } from '../../system/index.ts';
import type { Page } from '../pages.ts';
import { cursorOf, type StaffServiceCall } from '../route.ts';
import { baseOf, moreOf, pageSize } from './paging.ts';

/** Messages without address and text. */
export async function outbox(call: StaffServiceCall): Promise<Page> {
  const rows = await listMessages(call.world, call.clerk, {
    service: call.service.id,
    ...cursorOf(call.query),
    limit: pageSize,
  });
  const views = rows.map(({ id, channel, template, createdAt }) => ({
    id,
    channel,
    template,
    createdAt,
    ...(mayOpen(call.clerk) && { href: `${baseOf(call)}/outbox/${id}` }),
  }));
  return { page: 'outbox', marketingOnly: !mayOpen(call.clerk), rows: views, ...moreOf(call, rows) };
}

/** A message opened to be handed on. */
export async function message(call: StaffServiceCall): Promise<Page> {
  const at = { service: call.service, id: call.params.id ?? '' };
  const { row, to, text } = await openMessage(call.world, call.clerk, at);
  return {
    page: 'message',
    channel: row.channel,
    template: row.template,
    createdAt: row.createdAt,
    to,
    text,
  };
}
