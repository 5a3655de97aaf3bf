import { languages, type Problem } from '../../base/index.ts';
import {
  acceptAgreement,
  agreementsWaiting,
  approveAgreement,
  endAgreement,
  listAgreements,
  offeredAgreements,
  proposeAgreement,
  publishedAgreements,
  readAgreement,
  showAgreement,
  showMyAgreements,
  startLimited,
} from '../../system/index.ts';
import { languageNamed } from '../language.ts';
import type { AgreementPage, FieldError, Page } from '../pages.ts';
import {
  type Answer,
  type Call,
  chosen,
  field,
  malformed,
  type Route,
  type ServiceCall,
  type StaffServiceCall,
  type SubjectCall,
  ticked,
} from '../route.ts';
import { agreementBox, agreementKinds, agreementRow, agreementText, allTexts } from '../views/agreements.ts';
import { fieldErrors } from '../views/problems.ts';
import { baseOf } from './paging.ts';
import { versionNumber } from './versions.ts';

const publicBase = ({ service }: Pick<ServiceCall, 'service'>) => `/s/${service.key}`;

/** Fields by which consents are given: a form that accepts a document never carries one. */
const consents = (name: string) =>
  ['consent', 'key', 'purpose'].includes(name) || /^(?:optional|to|over)\./.test(name);

const mixed: Problem = { code: 'agreement-with-consent', severity: 'error', law: '94-V Art. 8(1)' };
const unknown: Problem = { code: 'field-unknown', severity: 'error' };

/** What is wrong with a form that carries more than an acceptance. */
function beyond({ form, speaker }: Pick<Call, 'form' | 'speaker'>, known: RegExp): readonly FieldError[] {
  const more = [...form.keys()].filter((name) => !known.test(name));
  if (more.length === 0) return [];
  return fieldErrors(speaker, [more.some(consents) ? mixed : unknown]);
}

/** Whether a form that consents would accept a document as well. */
export const carriesAgreement = ({ form }: Pick<Call, 'form'>) =>
  [...form.keys()].some((name) => /^(?:agreement|sha256)$|^agree\./.test(name));

/** What is said of a form that does both. */
export const mixedErrors = ({ speaker }: Pick<Call, 'speaker'>) => fieldErrors(speaker, [mixed]);

async function listPage(call: ServiceCall): Promise<Page> {
  const shown = await publishedAgreements(call.world, call.service);
  return { page: 'agreements', rows: shown.map((one) => agreementRow(call.speaker, one, publicBase(call))) };
}

async function versionPage(call: ServiceCall): Promise<Page> {
  const { kind = '', number } = call.params;
  const at = { service: call.service, kind, ...(number !== undefined && { number: versionNumber(number) }) };
  const shown = await readAgreement(call.world, at);
  const { endedAt } = shown.row;
  return {
    page: 'agreement',
    version: agreementText(call.speaker, shown, publicBase(call)),
    live: `${publicBase(call)}/agreements/${shown.row.kind}`,
    ...(endedAt !== undefined && { endedAt }),
  };
}

interface SentLimited {
  readonly address: string;
  readonly ticked: readonly string[];
  readonly errors: readonly FieldError[];
}

async function limitedPage(call: ServiceCall, sent?: SentLimited): Promise<Page> {
  const { speaker } = call;
  const { agreements, contacts } = await offeredAgreements(call.world, call.service);
  return {
    page: 'limited',
    boxes: agreements.map((row) => agreementBox(speaker, { row, before: false }, publicBase(call))),
    address: {
      label: contacts.map((key) => speaker.label('data_categories', key)).join(', '),
      value: sent?.address ?? '',
    },
    ticked: sent?.ticked ?? [],
    errors: sent?.errors ?? [],
  };
}

async function openLimited(call: ServiceCall): Promise<Answer> {
  const { form, speaker, service } = call;
  const address = field(form, 'address');
  const names = [...form.keys()].filter((name) => name.startsWith('agree.') && ticked(form, name));
  const accepted = names.map((name) => {
    const agreement = name.slice('agree.'.length);
    return { agreement, sha256: field(form, `sha256.${agreement}`) };
  });
  const adult = ticked(form, 'adult');
  const again = async (errors: readonly FieldError[]): Promise<Answer> => ({
    page: await limitedPage(call, { address, ticked: [...names, ...(adult ? ['adult'] : [])], errors }),
    status: 422,
  });
  const more = beyond(call, /^(?:agree|sha256)\.[0-9a-f-]{36}$|^(?:address|adult|language)$/);
  if (more.length > 0) return again(more);
  const language = languageNamed(field(form, 'language')) ?? speaker.language;
  const started = await startLimited(call.world, { service, language, address, accepted, adult });
  if ('draft' in started) {
    const path = `${publicBase(call)}/confirm`;
    const frame = { path, here: `${path}?draft=${started.draft}` };
    return { page: { page: 'confirm', ...started, errors: [] }, frame };
  }
  const because = started.decision?.because ?? [];
  return again([
    ...fieldErrors(speaker, started.problems),
    ...because.map(({ rule }) => ({ message: speaker.sayCode('because', rule) })),
  ]);
}

/** What I accepted, and what waits for my answer. */
export async function myAgreements(call: SubjectCall, errors: readonly FieldError[] = []): Promise<Page> {
  const { speaker } = call;
  const { asked, accepted, limited } = await showMyAgreements(call.world, call.me);
  const base = publicBase(call);
  return {
    page: 'my-agreements',
    boxes: asked.map((one) => agreementBox(speaker, one, base)),
    accepted: accepted.map(({ row, acceptance }) => ({
      ...agreementRow(speaker, { row, state: 'in-force' }, base),
      acceptedAt: acceptance.acceptedAt ?? 0,
      entry: acceptance.entry ?? '',
    })),
    limited,
    errors,
  };
}

/** Accepts a document: one alone, and nothing beside it. */
export async function acceptMine(call: SubjectCall): Promise<Answer> {
  const { form, speaker } = call;
  const more = beyond(call, /^(?:agreement|sha256|agree|language)$/);
  if (more.length > 0) return { page: await myAgreements(call, more), status: 422 };
  const agreement = field(form, 'agreement');
  const { problem } = await acceptAgreement(call.world, call.me, {
    agreement,
    sha256: field(form, 'sha256'),
    agree: ticked(form, 'agree'),
    language: chosen(form, 'language', languages) ?? speaker.language,
  });
  const here = `${publicBase(call)}/me/agreements`;
  if (!problem) return { to: here, flash: speaker.say('page.flash.agreement-accepted') };
  const named = problem.field === 'agree' ? { ...problem, field: `agree.${agreement}` } : problem;
  return { page: await myAgreements(call, fieldErrors(speaker, [named])), status: 422 };
}

/** What the frame of every page of the cabinet says of documents that wait for an answer. */
export async function agreementStrip(call: Pick<SubjectCall, 'world' | 'me'>) {
  const agreements = await agreementsWaiting(call.world, call.me);
  return agreements === 0 ? {} : { agreements };
}

type Values = Extract<AgreementPage, { page: 'agreement-register' }>['values'];

const nothing: Values = { kind: '', effectiveOn: '', texts: { ru: '', kk: '', en: '' } };

/** The register of documents, and the form of a new version. */
export async function agreementRegister(
  call: StaffServiceCall,
  sent: { values?: Values; errors?: readonly FieldError[] } = {},
): Promise<Page> {
  const { speaker, clerk, world, service } = call;
  const shown = await listAgreements(world, clerk, service);
  return {
    page: 'agreement-register',
    rows: shown.map((one) => {
      const { id, proposedAt, approvedAt, endedAt } = one.row;
      return {
        ...agreementRow(speaker, one, publicBase(call)),
        ...{ id, own: one.own, accepted: one.accepted, proposedAt, href: `${baseOf(call)}/agreements/${id}` },
        ...(approvedAt !== undefined && { approvedAt }),
        ...(endedAt !== undefined && { endedAt }),
      };
    }),
    approves: clerk.roles.includes('approver'),
    kinds: agreementKinds(speaker),
    values: sent.values ?? nothing,
    errors: sent.errors ?? [],
  };
}

/** A version as whoever approves it reads it. */
export async function agreementInRegister(call: StaffServiceCall): Promise<Page> {
  const { speaker, clerk, world, service, params } = call;
  const shown = await showAgreement(world, clerk, { service, id: params.id ?? '' });
  return {
    page: 'agreement-version',
    version: agreementRow(speaker, shown, publicBase(call)),
    texts: allTexts(shown.row),
    own: shown.own,
    approves: clerk.roles.includes('approver'),
  };
}

/** To put a document in force one proves anew who one is. */
export const approvesAgreement = ({ form }: Pick<Call, 'form'>) => form.get('act')?.join() === 'approve';

/** Approves or ends a version. */
export async function changeAgreement(call: StaffServiceCall): Promise<Answer> {
  const { world, clerk, service, speaker, form, params } = call;
  const act = chosen(form, 'act', ['approve', 'end']);
  if (act === undefined) throw malformed();
  const at = { service, id: params.id ?? '' };
  if (act === 'approve') await approveAgreement(world, clerk, at);
  else await endAgreement(world, clerk, at);
  const flash = speaker.say(
    act === 'approve' ? 'page.flash.agreement-approved' : 'page.flash.agreement-ended',
  );
  return { to: `${baseOf(call)}/agreements`, flash };
}

/** Prepares a version. */
export async function prepareAgreement(call: StaffServiceCall): Promise<Answer> {
  const { world, clerk, service, speaker, form } = call;
  const texts = {
    ru: field(form, 'text.ru'),
    kk: field(form, 'text.kk'),
    en: field(form, 'text.en'),
  };
  const values = { kind: field(form, 'kind'), effectiveOn: field(form, 'effectiveOn').trim(), texts };
  const problems = await proposeAgreement(world, clerk, { service, form: values });
  const here = `${baseOf(call)}/agreements`;
  if (problems.length === 0) return { to: here, flash: speaker.say('page.flash.agreement-proposed') };
  return {
    page: await agreementRegister(call, { values, errors: fieldErrors(speaker, problems) }),
    status: 422,
  };
}

const open = (url: string, handle: (call: ServiceCall) => Promise<Answer>) =>
  ({ method: 'GET', url: `/s/:key${url}`, who: 'anyone', scope: 'service', handle }) as const;

/** Documents as anyone may read them, and the account that rests on them alone. */
export const agreementRoutes: readonly Route[] = [
  open('/agreements', async (call) => ({ page: await listPage(call) })),
  open('/agreements/:kind', async (call) => ({ page: await versionPage(call) })),
  open('/agreements/:kind/:number', async (call) => ({ page: await versionPage(call) })),
  open('/limited', async (call) => ({ page: await limitedPage(call) })),
  { ...open('/limited', openLimited), method: 'POST', kind: 'registration' },
];
