import {
  answerRequest,
  askPerson,
  blockData,
  blockOf,
  destroys,
  enterReply,
  groundsFor,
  type IdentityMethod,
  identityMethods,
  isRightKey,
  type LiftReason,
  letterFor,
  liftReasons,
  mayBlock,
  mayProve,
  mayRefuse,
  openRequest,
  type PauseReason,
  pauseReasons,
  proveClaimant,
  type RefusalGround,
  type RequestRecord,
  type RequestWords,
  refusalGrounds,
  sayReasons,
  stopsHanding,
  unblockData,
} from '../../system/index.ts';
import type { BlockingView, FieldError, OfferView, Page, RequestDesk } from '../pages.ts';
import { type Answer, chosen, field, malformed, type StaffServiceCall, ticked } from '../route.ts';
import { fileViews } from '../views/files.ts';
import { oneError } from '../views/problems.ts';
import { offerInstead, offerView } from './guardian-desk.ts';
import { baseOf } from './paging.ts';
import { requestView } from './requests.ts';

/** What was sent to a request's page and comes back with its errors: nobody writes it again. */
interface Sent {
  readonly answer?: {
    readonly answer: string;
    readonly outcome?: string;
    readonly ground?: string;
    readonly errors: readonly FieldError[];
  };
  readonly desk?: Pick<RequestDesk, 'errors' | 'sent'>;
  readonly blocking?: readonly FieldError[];
  readonly offer?: Pick<OfferView, 'errors' | 'sent'>;
}

const atOf = (call: StaffServiceCall) => ({ service: call.service, id: call.params.id ?? '' });
const hereOf = (call: StaffServiceCall) => `${baseOf(call)}/requests/${atOf(call).id}`;

/** One request with the words of the person. */
export async function requestPage(call: StaffServiceCall, sent: Sent = {}): Promise<Page> {
  const { row, words, law, files, change } = await openRequest(call.world, call.clerk, atOf(call));
  const { errors = [], ...answer } = sent.answer ?? {};
  const letter = row.closedAt !== undefined && words?.answer !== undefined;
  const offer = await offerView(call, row, sent.offer);
  return {
    page: 'request',
    request: {
      ...requestView(call.world, call.speaker, {
        ...{ row, words, now: change?.now },
        files: fileViews(call.speaker, files, (id) => `${hereOf(call)}/files/${id}/document`),
      }),
      ...(letter && { letter: `${hereOf(call)}/letter.pdf` }),
    },
    law: sayReasons(call.speaker, law),
    mayRefuse: mayRefuse(call.clerk),
    mayAnswer: (row.onBehalf === undefined && !words?.change) || mayBlock(call.clerk),
    desk: deskView(call, { row, words }, sent.desk),
    ...(offer && { offer }),
    ...(mayBlock(call.clerk) && { blocking: await blockingView(call, row, sent.blocking ?? []) }),
    errors,
    ...('answer' in answer && { sent: answer }),
  };
}

/** Ways to make sure who asks: of somebody without an account nothing can be seen by their account. */
function methodsFor(words: RequestWords | undefined): readonly IdentityMethod[] {
  return identityMethods.filter(
    (method) => words?.contact === undefined || method === 'document-seen' || method === 'signature',
  );
}

/** Whom a request is about, when somebody speaks for a child. */
function childView(
  call: StaffServiceCall,
  row: RequestRecord,
  { child, proof }: NonNullable<RequestWords['representing']>,
): NonNullable<RequestDesk['child']> {
  const href = row.about && `${baseOf(call)}/subjects/${row.about}`;
  return { name: child, proof, destroys: destroys(row), ...(href && { href }) };
}

function deskView(
  call: StaffServiceCall,
  { row, words }: { row: RequestRecord; words: RequestWords | undefined },
  sent: Sent['desk'],
): RequestDesk {
  const { speaker, clerk, world } = call;
  const open = row.closedAt === undefined;
  const { overdue } = requestView(world, speaker, { row });
  const grounds = isRightKey(row.kind) ? groundsFor(row.kind) : [];
  return {
    ...(open && stopsHanding(row) && { stops: true as const }),
    ...(words?.contact && { contact: words.contact }),
    ...(words?.representing && { child: childView(call, row, words.representing) }),
    ...(row.enteredAt !== row.receivedAt && { entered: row.enteredAt }),
    identity: speaker.sayCode('identity', row.identity),
    ...(open &&
      row.identity === 'waiting' &&
      mayProve(clerk) && {
        methods: methodsFor(words).map((key) => ({ key, name: speaker.say(`identity.${key}`) })),
      }),
    ...(row.state === 'open' &&
      !overdue && {
        pauses: pauseReasons
          .filter((key) => !row.pauses.some(({ reason }) => reason === key))
          .map((key) => ({ key, name: speaker.say(`pause.${key}`) })),
      }),
    grounds: grounds.map((key) => ({ key, name: speaker.say(`refusal.${key}`) })),
    errors: sent?.errors ?? [],
    ...(sent?.sent && { sent: sent.sent }),
  };
}

async function blockingView(
  call: StaffServiceCall,
  row: RequestRecord,
  errors: readonly FieldError[],
): Promise<BlockingView> {
  const block = await blockOf(call.world, row);
  const elsewhere = block && !block.here && `${baseOf(call)}/requests/${block.request}`;
  return {
    may: row.closedAt === undefined,
    reasons: liftReasons.map((key) => ({ key, name: call.speaker.say(`page.block.reason.${key}`) })),
    errors,
    ...(block && { since: block.since }),
    ...(elsewhere && { elsewhere }),
  };
}

/** Blocks the data of the person whose request it is, or lifts the block. */
export async function changeBlock(call: StaffServiceCall): Promise<Answer> {
  const act = chosen(call.form, 'act', ['block', 'lift']);
  if (act === undefined) throw malformed();
  const lifting = act === 'lift';
  const reason = chosen<LiftReason>(call.form, 'reason', liftReasons);
  const done = lifting
    ? await unblockData(call.world, call.clerk, { ...atOf(call), ...(reason && { reason }) })
    : await blockData(call.world, call.clerk, atOf(call));
  if ('ok' in done) {
    const flash = call.speaker.say(lifting ? 'page.flash.unblocked' : 'page.flash.blocked');
    return { to: hereOf(call), flash };
  }
  const blocking = oneError(call.speaker, done.problem, 'reason');
  return { page: await requestPage(call, { blocking }), status: 422, frame: { here: hereOf(call) } };
}

/** Asks the person for something, or enters what they replied by another way than the cabinet. */
export async function changeWait(call: StaffServiceCall): Promise<Answer> {
  const act = chosen(call.form, 'act', ['ask', 'reply']);
  if (act === undefined) throw malformed();
  const words = field(call.form, 'words');
  const reason = chosen<PauseReason>(call.form, 'pause', pauseReasons);
  const { world, clerk, speaker } = call;
  const at = { ...atOf(call), words };
  const done =
    act === 'ask'
      ? await askPerson(world, clerk, { ...at, ...(reason && { reason }) })
      : await enterReply(world, clerk, at);
  if ('ok' in done) {
    const [said, date] =
      'until' in done
        ? (['page.flash.person-asked', done.until] as const)
        : (['page.flash.reply-entered', done.dueOn] as const);
    return { to: hereOf(call), flash: speaker.say(said, { date: speaker.date(date) }) };
  }
  const errors = oneError(speaker, done.problem, done.problem === 'pause-reason-missing' ? 'pause' : 'words');
  const desk = { errors, sent: { words, ...(reason && { reason }) } };
  return { page: await requestPage(call, { desk }), status: 422, frame: { here: hereOf(call) } };
}

/** Notes how it was made sure who asks. */
export async function proveIdentity(call: StaffServiceCall): Promise<Answer> {
  const method = chosen<IdentityMethod>(call.form, 'method', identityMethods);
  const done = await proveClaimant(call.world, call.clerk, { ...atOf(call), ...(method && { method }) });
  if ('ok' in done) return { to: hereOf(call), flash: call.speaker.say('page.flash.identity-proved') };
  const desk = { errors: oneError(call.speaker, done.problem, 'method') };
  return { page: await requestPage(call, { desk }), status: 422, frame: { here: hereOf(call) } };
}

/** Offers whoever speaks for a child to consent instead of having its data destroyed. */
export async function offerConsent(call: StaffServiceCall): Promise<Answer> {
  const done = await offerInstead(call);
  if ('to' in done) return done;
  return { page: await requestPage(call, { offer: done }), status: 422, frame: { here: hereOf(call) } };
}

const fieldOf: Readonly<Record<string, string>> = {
  'outcome-missing': 'outcome',
  'identity-unproved': 'outcome',
  'ground-missing': 'ground',
  'ground-unfit': 'ground',
  'destroy-unconfirmed': 'destroy',
};

/** Takes the answer to a request. */
export async function answer(call: StaffServiceCall): Promise<Answer> {
  const outcome = chosen(call.form, 'outcome', ['done', 'refused']);
  const ground = chosen(call.form, 'ground', Object.keys(refusalGrounds) as RefusalGround[]);
  const destroy = ticked(call.form, 'destroy');
  const answer = field(call.form, 'answer');
  const what = { answer, destroy, ...(outcome && { outcome }), ...(ground && { ground }) };
  const done = await answerRequest(call.world, call.clerk, { ...atOf(call), ...what });
  if ('ok' in done) {
    const said = done.masked ? 'page.flash.answered-masked' : 'page.flash.answered';
    return { to: hereOf(call), flash: call.speaker.say(said) };
  }
  const errors = oneError(call.speaker, done.problem, fieldOf[done.problem] ?? 'answer');
  return { page: await requestPage(call, { answer: { ...what, errors } }), status: 422 };
}

/** The answer as a letter. */
export async function answerLetter(call: StaffServiceCall): Promise<Answer> {
  const { pdf, number } = await letterFor(call.world, call.clerk, atOf(call));
  return { body: pdf, type: 'application/pdf', filename: `${number}.pdf` };
}
