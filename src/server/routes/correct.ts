import { isId, KepilError, type Problem } from '../../base/index.ts';
import {
  byDocument,
  checkCorrectable,
  confirmCorrection,
  correctValue,
  demandChange,
  inputOf,
  mostMegabytes,
  requestNumber,
  showMyData,
  showMyHistory,
  waitingCorrection,
} from '../../system/index.ts';
import type { DocumentField } from '../file-parts.ts';
import type { FormFile } from '../multipart.ts';
import type { FieldError, FormField, Page } from '../pages.ts';
import { type Answer, field, malformed, type SubjectCall } from '../route.ts';
import { fieldErrors, oneError } from '../views/problems.ts';
import { valueView } from '../views/values.ts';

const inputs: Readonly<Record<string, FormField['input']>> = {
  email: 'email',
  phone: 'tel',
  iin: 'iin',
  date: 'date',
};

interface Sent {
  readonly value: string;
  readonly errors: readonly FieldError[];
}

async function correctPage(call: SubjectCall, sent?: Sent): Promise<Page> {
  const { speaker } = call;
  const category = call.params.category ?? '';
  await checkCorrectable(call.world, call.me, category);
  const { rows } = await showMyData(call.world, call.me, speaker);
  const row = rows.find((candidate) => candidate.category === category && candidate.correctable);
  if (!row) throw new KepilError('ERR_NOT_FOUND', 'not-found');
  const shown = valueView(speaker, row);
  const [now, ...earlier] = await showMyHistory(call.world, call.me, category);
  const value = sent?.value ?? now?.value;
  const asked: FormField = {
    name: category,
    label: shown.name,
    input: inputs[inputOf(category)] ?? 'text',
    mandatory: true,
    why: speaker.say('field.why', { purposes: speaker.list(shown.purposes) }),
    assumed: false,
    ...(value !== undefined && { value }),
  };
  return {
    page: 'correct',
    value: shown,
    field: asked,
    ...(byDocument.includes(category) && { document: documentField(call, now?.status === 'confirmed') }),
    earlier: earlier.map(({ source, ...one }) => ({ ...one, source: speaker.sayCode('source', source) })),
    errors: sent?.errors ?? [],
  };
}

function documentField({ speaker }: SubjectCall, mandatory: boolean): DocumentField {
  const hint = speaker.say(mandatory ? 'file.document-must' : 'file.document-may', { n: mostMegabytes });
  return { mandatory, hint };
}

/** Takes a correction: at once, by a code sent to a new address, or by a document as a request. */
export async function correct(call: SubjectCall): Promise<Answer> {
  const category = call.params.category ?? '';
  const base = `/s/${call.service.key}/me`;
  if (call.form.has('code')) return takeCorrectionCode(call, base);
  const value = field(call.form, 'value');
  if (call.file) return demand(call, { category, value, sent: call.file });
  const done = await correctValue(call.world, call.me, { category, value });
  if ('draft' in done)
    return { page: { page: 'confirm', ...done, errors: [] }, frame: atConfirm(call, done.draft) };
  if ('entry' in done) return { to: base, flash: call.speaker.say('page.flash.corrected') };
  return refused(call, value, done.problem);
}

async function refused(call: SubjectCall, value: string, problem: Problem): Promise<Answer> {
  const field = problem.field === 'document' ? 'document' : 'value';
  const errors = fieldErrors(call.speaker, [{ ...problem, field }]);
  return { page: await correctPage(call, { value, errors }), status: 422 };
}

/**
 * Takes a document with what it shows: the officer decides, and the person sees the request with its date.
 */
async function demand(
  call: SubjectCall,
  what: { category: string; value: string; sent: FormFile },
): Promise<Answer> {
  if (!byDocument.includes(what.category) || what.sent.field !== 'document') throw malformed();
  const done = await demandChange(call.world, call.me, what);
  if ('problem' in done) return refused(call, what.value, done.problem);
  const { speaker, world, service } = call;
  const number = requestNumber(done.request, world.law.zone);
  const flash = speaker.say('page.flash.change-asked', { number, date: speaker.date(done.request.dueOn) });
  return { to: `/s/${service.key}/me/requests`, flash };
}

/** Where a correction that waits for its code is seen again, as in another language. */
function atConfirm({ service, params }: SubjectCall, draft: string) {
  return isId(draft) ? { here: `/s/${service.key}/me/correct/${params.category}?draft=${draft}` } : {};
}

/** The form of a correction, or its code. */
export async function correctStart(call: SubjectCall): Promise<Answer> {
  const { draft = '' } = call.query;
  const waiting = isId(draft) ? await waitingCorrection(call.world, call.me, draft) : undefined;
  return { page: waiting ? { page: 'confirm', ...waiting, errors: [] } : await correctPage(call) };
}

async function takeCorrectionCode(call: SubjectCall, base: string): Promise<Answer> {
  const draft = field(call.form, 'draft');
  const code = field(call.form, 'code');
  const from = call.request.client.prefix;
  const category = call.params.category ?? '';
  const done = await confirmCorrection(call.world, call.me, { category, draft, code, from });
  if ('entry' in done) return { to: base, flash: call.speaker.say('page.flash.corrected') };
  const waiting = await waitingCorrection(call.world, call.me, draft);
  const errors = oneError(call.speaker, done.problem, 'code');
  if (waiting)
    return { page: { page: 'confirm', ...waiting, errors }, status: 422, frame: atConfirm(call, draft) };
  const whole = oneError(
    call.speaker,
    done.problem === 'code-wrong' ? 'code-expired' : done.problem,
    'value',
  );
  return { page: await correctPage(call, { value: '', errors: whole }), status: 410 };
}
