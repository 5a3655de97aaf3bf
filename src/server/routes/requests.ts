import { addWorkingDays } from '../../law/index.ts';
import type { World } from '../../system/index.ts';
import {
  fileRequest,
  myLetter,
  type RequestRecord,
  type RequestWords,
  replyToRequest,
  requestNumber,
  showMyRequests,
  today,
} from '../../system/index.ts';
import type { Speaker } from '../../words/index.ts';
import type { ChangeView, FileView } from '../file-parts.ts';
import type { FieldError, Page, RequestView } from '../pages.ts';
import { type Answer, field, type SubjectCall } from '../route.ts';
import { fileViews } from '../views/files.ts';
import { oneError } from '../views/problems.ts';

/** Terms of the law are shorter; a clock far ahead is not counted day by day. */
const longestCount = 60;

/** A request for a list or its page; words only where they were opened. */
export function requestView(
  world: World,
  speaker: Speaker,
  what: {
    row: RequestRecord;
    words?: RequestWords | undefined;
    files?: readonly FileView[];
    now?: string | undefined;
  },
): RequestView {
  const { row, words } = what;
  return {
    id: row.id,
    kind: row.kind,
    name: speaker.title('rights', row.kind),
    number: requestNumber(row, world.law.zone),
    state: row.state,
    receivedAt: row.receivedAt,
    ...(row.channel !== 'cabinet' && { channel: speaker.sayCode('intake', row.channel) }),
    unproved: row.identity === 'waiting',
    ...(row.waitsUntil && { waitsUntil: row.waitsUntil }),
    dueOn: row.dueOn,
    overdue: row.state === 'open' && row.dueOn < today(world),
    ...(row.state === 'open' && leftOf(world, speaker, row.dueOn)),
    ...(row.closedAt !== undefined && { closedAt: row.closedAt }),
    ...(words?.change && { change: changeView(speaker, words.change, what.now) }),
    ...(what.files && what.files.length > 0 && { files: what.files }),
    ...(words && { turns: words.turns ?? [], ...(words.words !== '' && { words: words.words }) }),
    ...(words?.answer !== undefined && { answer: words.answer }),
  };
}

function changeView(
  speaker: Speaker,
  { category, value }: { readonly category: string; readonly value: string },
  now: string | undefined,
): ChangeView {
  const name = speaker.title('data_categories', category);
  return { name, asked: value, ...(now !== undefined && { now }) };
}

/** Working days left until a request is due, said; nothing once it is overdue. */
function leftOf(world: World, speaker: Speaker, dueOn: string): { left?: string; soon?: boolean } {
  const now = today(world);
  if (dueOn < now) return {};
  let count = 0;
  for (let date = now; date < dueOn && count < longestCount; count++)
    date = addWorkingDays(world.law, date, 1);
  const left = count === 0 ? speaker.say('request.left-today') : speaker.say('request.left', { count });
  return { left, soon: count <= 1 };
}

/** A request as sent, when it comes back with its errors: nobody writes it again. */
interface SentRequest {
  readonly kind: string;
  readonly words: string;
  readonly errors: readonly FieldError[];
}

/** A reply to what was asked of a person, when it comes back with its errors. */
interface SentReply {
  readonly id: string;
  readonly words: string;
  readonly errors: readonly FieldError[];
}

/** The page of a person's requests. */
export async function requestsPage(call: SubjectCall, sent?: SentRequest, reply?: SentReply): Promise<Page> {
  const { speaker } = call;
  const shown = await showMyRequests(call.world, call.me);
  const letterOf = ({ row, words }: (typeof shown.rows)[number]) =>
    row.closedAt !== undefined && words?.answer !== undefined
      ? { letter: `/s/${call.service.key}/me/requests/${row.id}/letter.pdf` }
      : {};
  return {
    page: 'my-requests',
    requests: shown.rows.map((what) => ({
      ...requestView(call.world, speaker, {
        ...what,
        files: fileViews(speaker, what.files, (id) => `/s/${call.service.key}/me/files/${id}/document`),
      }),
      ...letterOf(what),
    })),
    ...(reply && { reply }),
    kinds: shown.kinds.map((kind) => ({ kind, name: speaker.title('rights', kind) })),
    errors: sent?.errors ?? [],
    ...(sent && { sent: { kind: sent.kind, words: sent.words } }),
  };
}

/** Files a request from the form. */
export async function fileMyRequest(call: SubjectCall): Promise<Answer> {
  const what = { kind: field(call.form, 'kind'), words: field(call.form, 'words') };
  const filed = await fileRequest(call.world, call.me, what);
  if ('request' in filed) {
    const date = call.speaker.date(filed.request.dueOn);
    const said = filed.masked ? 'page.flash.request-filed-masked' : 'page.flash.request-filed';
    return { to: `/s/${call.service.key}/me/requests`, flash: call.speaker.say(said, { date }) };
  }
  const at = filed.problem === 'right-unknown' ? 'kind' : 'words';
  const errors = oneError(call.speaker, filed.problem, at);
  return { page: await requestsPage(call, { ...what, errors }), status: 422 };
}

/** Takes a person's reply to what was asked of them. */
export async function replyToMine(call: SubjectCall): Promise<Answer> {
  const what = { id: call.params.id ?? '', words: field(call.form, 'reply') };
  const done = await replyToRequest(call.world, call.me, what);
  const here = `/s/${call.service.key}/me/requests`;
  if ('ok' in done) {
    const date = call.speaker.date(done.dueOn);
    return { to: here, flash: call.speaker.say('page.flash.replied', { date }) };
  }
  const errors = oneError(call.speaker, done.problem, 'reply');
  return { page: await requestsPage(call, undefined, { ...what, errors }), status: 422, frame: { here } };
}

/** The answer to one's own request as a letter. */
export async function ownLetter(call: SubjectCall): Promise<Answer> {
  const { pdf, number } = await myLetter(call.world, call.me, call.params.id ?? '');
  return { body: pdf, type: 'application/pdf', filename: `${number}.pdf` };
}
