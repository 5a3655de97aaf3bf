import { setTimeout } from 'node:timers/promises';
import { isId } from '../../base/index.ts';
import {
  actOf,
  confirmRegistration,
  confirmSignIn,
  endSession,
  inputOf,
  sessionOf,
  showAct,
  showForm,
  startRegistration,
  startSignIn,
  waitingDraft,
} from '../../system/index.ts';
import { clearSession, setSession, tokenOf } from '../cookies.ts';
import { languageNamed } from '../language.ts';
import type { FieldError, FormField, Page } from '../pages.ts';
import { type Answer, field, type Route, type ServiceCall, ticked } from '../route.ts';
import { cabinetAfter } from '../signed-out.ts';
import { fieldErrors, oneError } from '../views/problems.ts';
import { wayBack } from '../way-back.ts';

const inputs: Readonly<Record<string, FormField['input']>> = {
  email: 'email',
  phone: 'tel',
  iin: 'iin',
  date: 'date',
};
const completes: Readonly<Record<string, string>> = {
  email: 'email',
  phone: 'tel',
  full_name: 'name',
  nickname: 'nickname',
  birth_date: 'bday',
  postal_address: 'street-address',
  city_region: 'address-level2',
};

interface Sent {
  readonly values: ReadonlyMap<string, string>;
  readonly ticked: readonly string[];
  readonly errors: readonly FieldError[];
}

const nothingSent: Sent = { values: new Map(), ticked: [], errors: [] };

async function registerPage(call: ServiceCall, sent: Sent = nothingSent): Promise<Page> {
  const { speaker } = call;
  const form = await showForm(call.world, call.service, speaker);
  const fields = form.fields.map((row): FormField => {
    const { category } = row;
    const value = sent.values.get(category);
    const complete = completes[category];
    return {
      name: category,
      label: speaker.title('data_categories', category),
      input: inputs[inputOf(category)] ?? 'text',
      mandatory: row.mandatory,
      why: speaker.say('field.why', {
        purposes: speaker.list(row.purposes.map((purpose) => speaker.label('purposes', purpose))),
      }),
      assumed: row.origin !== 'text',
      ...(value !== undefined && { value }),
      ...(complete !== undefined && { autocomplete: complete }),
    };
  });
  return {
    page: 'register',
    fields,
    oneOf: form.contacts.length > 1 ? form.contacts : [],
    consent: { id: 'consent', title: form.consent.title, lines: form.consent.lines },
    optional: form.optional.map(({ purpose, text }) => ({
      id: purpose,
      title: speaker.title('purposes', purpose),
      lines: text.lines,
    })),
    policyHash: form.version.hash,
    adultsOnly: form.adultsOnly,
    ticked: sent.ticked,
    errors: sent.errors,
  };
}

async function register(call: ServiceCall): Promise<Answer> {
  const fields = new Map<string, string>();
  for (const name of call.form.keys()) {
    if (name.startsWith('f.')) fields.set(name.slice(2), field(call.form, name));
  }
  const known = new Set(['consent', 'policy', 'language']);
  for (const name of call.form.keys()) {
    if (!name.startsWith('f.') && !name.startsWith('optional.') && !known.has(name)) fields.set(name, '');
  }
  const optional = [...call.form.keys()]
    .filter((name) => name.startsWith('optional.') && ticked(call.form, name))
    .map((name) => name.slice(9));
  const consent = field(call.form, 'consent') === 'yes';
  const policyHash = field(call.form, 'policy');
  const { service, speaker } = call;
  const language = languageNamed(field(call.form, 'language')) ?? speaker.language;
  const started = await startRegistration(call.world, {
    service,
    language,
    fields,
    consent,
    optional,
    policyHash,
  });
  if ('draft' in started)
    return { page: { page: 'confirm', ...started, errors: [] }, frame: atConfirm(call, started.draft) };
  const kept = [...(consent ? ['consent'] : []), ...optional];
  const errors = [
    ...fieldErrors(speaker, started.problems, 'f.'),
    ...(started.decision?.because.map(({ rule }) => ({ message: speaker.sayCode('because', rule) })) ?? []),
  ];
  return { page: await registerPage(call, { values: fields, ticked: kept, errors }), status: 422 };
}

/** Where a draft that waits for its code is seen again, as in another language. */
function atConfirm({ service }: ServiceCall, draft: string) {
  const path = `/s/${service.key}/confirm`;
  return { path, here: `${path}?draft=${draft}` };
}

/** The draft that waits, for whoever holds its id; else the form. */
async function confirmPage(call: ServiceCall): Promise<Answer> {
  const draft = call.query.draft ?? '';
  const waiting = await waitingDraft(call.world, { service: call.service.id, draft });
  if (!waiting) return { to: `/s/${call.service.key}/register` };
  return { page: { page: 'confirm', ...waiting, errors: [] } };
}

async function confirm(call: ServiceCall): Promise<Answer> {
  const { service, speaker } = call;
  const draft = field(call.form, 'draft');
  const from = call.request.client.prefix;
  const done = await confirmRegistration(call.world, {
    service,
    draft,
    code: field(call.form, 'code'),
    from,
  });
  if ('session' in done) {
    setSession(call, call.service, done.session);
    return {
      to: `/s/${service.key}/me/consents/${done.consent}`,
      flash: speaker.say('page.flash.registered'),
    };
  }
  const waiting = await waitingDraft(call.world, { service: service.id, draft });
  if (waiting)
    return {
      page: { page: 'confirm', ...waiting, errors: oneError(speaker, done.problem, 'code') },
      status: 422,
      frame: atConfirm(call, draft),
    };
  const spent = done.problem === 'code-wrong' || done.problem === 'code-expired';
  if (spent && (await isSignedIn(call)))
    return { to: `/s/${service.key}/me`, flash: speaker.say('page.flash.code-spent') };
  const code = spent ? 'code-spent' : done.problem;
  return {
    page: await registerPage(call, { ...nothingSent, errors: oneError(speaker, code) }),
    status: 410,
    frame: { path: `/s/${service.key}/register`, here: `/s/${service.key}/register` },
  };
}

/** Whether this browser is in the cabinet already: the code was sent twice, or from a second tab. */
async function isSignedIn({ world, request, service }: ServiceCall): Promise<boolean> {
  const token = tokenOf(request, service);
  return (await sessionOf(world, { token, role: 'subject', service: service.id })) !== undefined;
}

/** The least time an answer about an address takes, in milliseconds: longer than sending a code does. */
const steadyMs = 150;

/** Answers no sooner than that, so that the time taken does not tell whether somebody is registered. */
async function steadily<T>(work: Promise<T>): Promise<T> {
  const [answer] = await Promise.all([work, setTimeout(steadyMs)]);
  return answer;
}

/** Where the person was before, when that is a page of their cabinet. */
function backOf(call: ServiceCall): { back?: string } {
  const back = wayBack(call.query.back ?? field(call.form, 'back'), `/s/${call.service.key}/me`);
  return back === undefined ? {} : { back };
}

async function sendSignInCode(call: ServiceCall, address: string): Promise<Answer> {
  const started = await steadily(
    startSignIn(call.world, { service: call.service, address, from: call.request.client.prefix }),
  );
  if ('ticket' in started) {
    const page = { page: 'sign-in-code' as const, ...started, ...backOf(call), errors: [] };
    return { page, frame: atCode(call, started.ticket) };
  }
  const errors = oneError(call.speaker, started.problem, 'address');
  return { page: { page: 'sign-in', errors, value: address, ...backOf(call) }, status: 422 };
}

/** Where the second step is seen again; the address, masked or not, stands in no URL. */
function atCode(call: ServiceCall, ticket: string) {
  const query = new URLSearchParams({ ticket, ...backOf(call) });
  return isId(ticket) ? { here: `/s/${call.service.key}/sign-in?${query}` } : {};
}

async function signInPage(call: ServiceCall): Promise<Answer> {
  const ticket = call.query.ticket ?? '';
  if (!isId(ticket)) return { page: { page: 'sign-in', errors: [], ...backOf(call) } };
  return { page: { page: 'sign-in-code', ticket, sentTo: '', errors: [], ...backOf(call) } };
}

/** Whether a text is a masked address and says nothing beside. */
function isMasked(text: string): boolean {
  return /^(?:[^\s<>]{0,8}•••@[\p{L}\p{N}.-]{1,253}|(?:\+\d{1,3} )?••• ••• \d\d \d\d|•••)$/u.test(text);
}

async function takeSignInCode(call: ServiceCall): Promise<Answer> {
  const ticket = field(call.form, 'ticket');
  const said = field(call.form, 'sentTo');
  const sentTo = isMasked(said) ? said : '•••';
  const done = await confirmSignIn(call.world, {
    service: call.service,
    ticket,
    code: field(call.form, 'code'),
    from: call.request.client.prefix,
  });
  if ('session' in done) {
    setSession(call, call.service, done.session);
    return { to: cabinetAfter(call.service, backOf(call).back) };
  }
  const errors = oneError(call.speaker, done.problem, 'code');
  const page = { page: 'sign-in-code' as const, ticket, sentTo, ...backOf(call), errors };
  return { page, status: 422, frame: atCode(call, ticket) };
}

/** Registration, sign-in and the page of an act: for people without a session. */
export const registrationRoutes: readonly Route[] = [
  {
    method: 'GET',
    url: '/s/:key/register',
    who: 'anyone',
    scope: 'service',
    handle: async (call) => ({ page: await registerPage(call) }),
  },
  {
    method: 'POST',
    url: '/s/:key/register',
    kind: 'registration',
    who: 'anyone',
    scope: 'service',
    handle: register,
  },
  {
    method: 'GET',
    url: '/s/:key/confirm',
    who: 'anyone',
    scope: 'service',
    handle: confirmPage,
  },
  {
    method: 'POST',
    url: '/s/:key/confirm',
    kind: 'secret',
    who: 'anyone',
    scope: 'service',
    handle: confirm,
  },
  {
    method: 'GET',
    url: '/s/:key/sign-in',
    who: 'anyone',
    scope: 'service',
    handle: signInPage,
  },
  {
    method: 'POST',
    url: '/s/:key/sign-in',
    kind: 'secret',
    who: 'anyone',
    scope: 'service',
    handle: (call) =>
      call.form.has('ticket') ? takeSignInCode(call) : sendSignInCode(call, field(call.form, 'address')),
  },
  {
    method: 'POST',
    url: '/s/:key/sign-out',
    who: 'anyone',
    scope: 'service',
    handle: async ({ world, request, reply, service }) => {
      await endSession(world, tokenOf(request, service));
      clearSession({ request, reply }, service);
      return { to: `/s/${service.key}/` };
    },
  },
  {
    method: 'GET',
    url: '/s/:key/act/:id',
    who: 'anyone',
    scope: 'service',
    handle: async ({ world, service, params, query, speaker }) => {
      const act = await actOf(world, { service, act: params.id ?? '', token: query.t ?? '' });
      const shown = await showAct(world, { service, act, speaker });
      const { proof } = shown;
      const view = { id: act.id, decidedAt: act.decidedAt, counts: shown.counts, entry: act.entry };
      const swept = act.sweptAt === undefined ? {} : { sweptAt: act.sweptAt };
      return {
        page: { page: 'act', act: { ...view, ...swept, ...(proof && { proof, index: proof.index }) } },
      };
    },
  },
];
