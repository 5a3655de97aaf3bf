import {
  handOn,
  handOnChoices,
  listDisclosures,
  markOrder,
  type OwedNotice,
  orderActs,
  Refused,
  type ShownOrder,
  sayReasons,
  settleNotice,
  subjectCard,
} from '../../system/index.ts';
import type { FieldError, NoticeView, OrderView, PackageView, Page } from '../pages.ts';
import { type Answer, chosen, cursorOf, field, malformed, type StaffServiceCall } from '../route.ts';
import { disclosureView } from '../views/disclosures.ts';
import { fieldErrors, oneError } from '../views/problems.ts';
import { baseOf, moreOf, pageSize } from './paging.ts';

/** What recipients were ordered, what people must be told, what was handed on. */
export async function disclosures(
  call: StaffServiceCall,
  fault?: { id: string; errors: readonly FieldError[] },
): Promise<Page> {
  const { speaker } = call;
  const all = chosenOrders(call);
  const ask = { service: call.service.id, all, ...cursorOf(call.query), limit: pageSize };
  const { orders, notices, rows } = await listDisclosures(call.world, ask);
  return {
    page: 'disclosures',
    orders: orders.map((order) => orderView(call, order)),
    notices: notices.map((notice) => noticeView(call, notice, fault)),
    rows: rows.map(({ row, name }) => ({
      ...disclosureView(speaker, { row, name }),
      href: `${baseOf(call)}/subjects/${row.subject}`,
    })),
    all,
    ...moreOf(
      call,
      rows.map(({ row }) => row),
    ),
  };
}

function chosenOrders({ query }: StaffServiceCall): boolean {
  const { orders = 'open' } = query;
  if (orders !== 'open' && orders !== 'all') throw malformed();
  return orders === 'all';
}

function orderView({ speaker }: StaffServiceCall, { row, name, overdue }: ShownOrder): OrderView {
  return {
    ...{ id: row.id, kind: row.kind, to: name, packages: row.packages, madeAt: row.madeAt, dueOn: row.dueOn },
    overdue,
    categories: row.categories.map((key) => speaker.label('data_categories', key)),
    ...(row.sentAt !== undefined && { sentAt: row.sentAt }),
    ...(row.confirmedAt !== undefined && { confirmedAt: row.confirmedAt }),
  };
}

function noticeView(
  { speaker }: StaffServiceCall,
  { row, name, overdue }: OwedNotice,
  fault?: { id: string; errors: readonly FieldError[] },
): NoticeView {
  return {
    id: row.id,
    to: name ?? speaker.title('recipients', row.kind),
    at: row.madeAt,
    dueOn: row.noticeDueOn,
    overdue,
    barred: row.barredUntil !== undefined,
    errors: fault?.id === row.id ? fault.errors : [],
  };
}

/** Notes what became of an order. */
export async function changeOrder(call: StaffServiceCall): Promise<Answer> {
  const act = chosen(call.form, 'act', orderActs);
  if (act === undefined) throw malformed();
  await markOrder(call.world, call.clerk, { service: call.service, id: call.params.id ?? '', act });
  return { to: `${baseOf(call)}/disclosures`, flash: call.speaker.say(`page.flash.order-${act}`) };
}

/** Sends a notice that is owed, or puts it off while a letter bars it. */
export async function changeNotice(call: StaffServiceCall): Promise<Answer> {
  const act = chosen(call.form, 'act', ['tell', 'put-off']);
  if (act === undefined) throw malformed();
  const id = call.params.id ?? '';
  const until = act === 'put-off' ? { until: field(call.form, 'until').trim() } : {};
  const done = await settleNotice(call.world, call.clerk, { service: call.service, id, ...until });
  const here = `${baseOf(call)}/disclosures`;
  if ('ok' in done) return { to: here, flash: call.speaker.say(`page.flash.notice-${act}`) };
  const errors = oneError(call.speaker, done.problem, `until.${id}`);
  return { page: await disclosures(call, { id, errors }), status: 422, frame: { here } };
}

type HandOnPage = Page & { page: 'hand-on' };

/** The form to hand data of a person on. */
export async function handOnPage(
  call: StaffServiceCall,
  more: Partial<Pick<HandOnPage, 'sent' | 'refused' | 'errors'>> = {},
): Promise<HandOnPage> {
  const { speaker } = call;
  const id = call.params.id ?? '';
  await subjectCard(call.world, call.clerk, { service: call.service, id });
  const choices = await handOnChoices(call.world, call.service);
  return {
    page: 'hand-on',
    subject: id,
    recipients: choices.recipients.map(({ id: key, name, kind }) => ({
      key,
      name: speaker.say('page.hand-on.recipient-named', { name, kind: speaker.label('recipients', kind) }),
    })),
    purposes: choices.purposes.map((key) => ({ key, name: speaker.title('purposes', key) })),
    categories: choices.categories.map((key) => ({ key, name: speaker.title('data_categories', key) })),
    errors: [],
    ...more,
  };
}

/** Hands on, and shows the package once. */
export async function handOnNow(call: StaffServiceCall): Promise<Answer> {
  const { form, speaker, service } = call;
  const subject = call.params.id ?? '';
  const sent = {
    recipient: field(form, 'recipient'),
    purpose: field(form, 'purpose'),
    categories: [...new Set(form.get('category') ?? [])],
    publicKey: field(form, 'publicKey').replaceAll('\r\n', '\n').trim(),
  };
  const { publicKey, ...asked } = sent;
  const key = publicKey === '' ? {} : { publicKey };
  try {
    const done = await handOn(call.world, { clerk: call.clerk }, { service, subject, ...asked, ...key });
    if ('problems' in done) {
      const errors = fieldErrors(speaker, done.problems);
      return { page: await handOnPage(call, { sent, errors }), status: 422 };
    }
    const { recipients } = await handOnChoices(call.world, service);
    const to = recipients.find(({ id }) => id === sent.recipient)?.name ?? '';
    return { page: handedPage(call, { ...done, to }, `${baseOf(call)}/subjects/${subject}`) };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const refused = sayReasons(speaker, error.because);
    return { page: await handOnPage(call, { sent, refused }), status: 403 };
  }
}

/** The page of a package that was just made. */
export function handedPage(
  { speaker }: StaffServiceCall,
  made: Exclude<Awaited<ReturnType<typeof handOn>>, { problems: unknown }> & { readonly to: string },
  back: string,
): Page {
  const shown: PackageView = {
    id: made.disclosure,
    to: made.to,
    categories: made.categories.map((key) => speaker.label('data_categories', key)),
    entry: made.entry,
    text: made.package,
    sha256: made.sha256,
    ...(made.passphrase !== undefined && { passphrase: made.passphrase }),
  };
  return { page: 'handed', made: shown, back };
}
