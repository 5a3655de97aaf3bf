import { civilDateAt } from '../../base/index.ts';
import {
  actOf,
  confirmRegistration,
  hasAgreements,
  inputOf,
  sessionOf,
  showAct,
  showForm,
  startRegistration,
  waitingDraft,
} from '../../system/index.ts';
import { setSession, tokenOf } from '../cookies.ts';
import { deviceOf } from '../device.ts';
import { languageNamed } from '../language.ts';
import type { FieldError, FormField, Page } from '../pages.ts';
import { type Answer, field, type Route, type ServiceCall, ticked } from '../route.ts';
import { formChoices } from '../views/consents.ts';
import { fieldErrors, oneError } from '../views/problems.ts';
import { carriesAgreement, mixedErrors } from './agreements.ts';

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
  readonly form?: string;
  readonly minor?: boolean;
  readonly guardian?: string;
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
    recipients: form.recipients.map(({ name, text }) => ({ id: name, title: text.title, lines: text.lines })),
    policyHash: form.version.hash,
    adultsOnly: form.adultsOnly,
    agreements: await hasAgreements(call.world, call.service),
    ...(form.guardian && { guardian: { minor: sent.minor ?? false, value: sent.guardian ?? '' } }),
    forms: form.forms.length > 1 ? formChoices(speaker, form.forms) : [],
    form: form.forms.find((one) => one === sent.form) ?? form.forms[0] ?? '',
    ticked: sent.ticked,
    errors: sent.errors,
  };
}

async function register(call: ServiceCall): Promise<Answer> {
  if (carriesAgreement(call))
    return { page: await registerPage(call, { ...nothingSent, errors: mixedErrors(call) }), status: 422 };
  const fields = new Map<string, string>();
  for (const name of call.form.keys()) {
    if (name.startsWith('f.')) fields.set(name.slice(2), field(call.form, name));
  }
  const known = new Set(['consent', 'policy', 'language', 'form', 'minor', 'guardian']);
  for (const name of call.form.keys()) {
    const box = name.startsWith('optional.') || isRecipientBox(name);
    if (!name.startsWith('f.') && !box && !known.has(name)) fields.set(name, '');
  }
  const recipients = [...call.form.keys()].filter((name) => isRecipientBox(name) && ticked(call.form, name));
  const optional = [...call.form.keys()]
    .filter((name) => name.startsWith('optional.') && ticked(call.form, name))
    .map((name) => name.slice(9));
  const consent = field(call.form, 'consent') === 'yes';
  const policyHash = field(call.form, 'policy');
  const form = field(call.form, 'form');
  const minor = ticked(call.form, 'minor');
  const guardian = field(call.form, 'guardian');
  const { service, speaker } = call;
  const language = languageNamed(field(call.form, 'language')) ?? speaker.language;
  const started = await startRegistration(call.world, {
    service,
    language,
    fields,
    consent,
    optional,
    recipients,
    policyHash,
    ...{ minor, guardian, from: call.request.client.prefix },
    ...(form !== '' && { form }),
  });
  if ('draft' in started)
    return { page: { page: 'confirm', ...started, errors: [] }, frame: atConfirm(call, started.draft) };
  const kept = [...(consent ? ['consent'] : []), ...optional, ...recipients];
  const errors = [
    ...fieldErrors(speaker, started.problems, 'f.').map(ofGuardian),
    ...(started.decision?.because.map(({ rule }) => ({ message: speaker.sayCode('because', rule) })) ?? []),
  ];
  const sent = { values: fields, ticked: kept, form, minor, guardian, errors };
  return { page: await registerPage(call, sent), status: 422 };
}

/** Who may consent for a minor is asked beside the policy's list of data. */
function ofGuardian(error: FieldError): FieldError {
  return error.field === 'f.guardian' ? { ...error, field: 'guardian' } : error;
}

/** Names of the boxes that let data go to a recipient: `to.<id>.<version>`, `over.<id>.<version>`. */
const isRecipientBox = (name: string) => /^(?:to|over)\./.test(name);

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
    client: deviceOf(call.request),
  });
  if ('session' in done) {
    setSession(call, call.service, done.session);
    if (done.paper !== undefined)
      return {
        to: `/s/${service.key}/me/papers/${done.paper}`,
        flash: speaker.say('page.flash.paper-made'),
      };
    if (done.consent === undefined)
      return { to: `/s/${service.key}/me/agreements`, flash: speaker.say('page.flash.limited') };
    return {
      to: `/s/${service.key}/me/consents/${done.consent}`,
      flash: speaker.say('page.flash.registered'),
    };
  }
  if ('waits' in done) {
    const until = civilDateAt(done.until, call.world.law.zone);
    return { to: `/s/${service.key}/guardian/asked?until=${until}` };
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

/** Registration and the page of an act: for people without a session. */
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
    url: '/s/:key/act/:id',
    who: 'anyone',
    scope: 'service',
    handle: async ({ world, service, params, query, speaker }) => {
      const act = await actOf(world, { service, act: params.id ?? '', token: query.t ?? '' });
      const shown = await showAct(world, { service, act, speaker });
      const { proof, traces } = shown;
      const view = { id: act.id, decidedAt: act.decidedAt, counts: shown.counts, entry: act.entry };
      const swept = act.sweptAt === undefined ? {} : { sweptAt: act.sweptAt };
      return {
        page: {
          page: 'act',
          act: { ...view, ...swept, ...(traces && { traces }), ...(proof && { proof, index: proof.index }) },
        },
      };
    },
  },
];
