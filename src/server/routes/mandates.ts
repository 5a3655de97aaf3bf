import type { Verb } from '../../gate/index.ts';
import {
  endMandate,
  listMandates,
  proposeMandate,
  proposeMissing,
  type ShownMandates,
  signMandate,
} from '../../system/index.ts';
import type { FieldError, MandateValues, MandateView, Page } from '../pages.ts';
import { type Answer, chosen, cursorOf, field, malformed, type StaffServiceCall } from '../route.ts';
import { fieldErrors } from '../views/problems.ts';
import { baseOf, moreOf, pageSize } from './paging.ts';

/** How the policy's register of operations calls what the gate calls a verb. */
const operationOf: Readonly<Partial<Record<Verb, string>>> = {
  read: 'access',
  use: 'use',
  transfer: 'transfer',
  publish: 'disseminate',
  deidentify: 'depersonalise',
  block: 'block',
  destroy: 'destroy',
};

const nameOfVerb = (call: StaffServiceCall, verb: Verb) =>
  call.speaker.label('operations', operationOf[verb] ?? verb);

function viewOf(
  call: StaffServiceCall,
  shown: ShownMandates,
  at: ShownMandates['rows'][number],
): MandateView {
  const { speaker } = call;
  const { row, state, own } = at;
  const { id, untilOn, matter, proposedAt, signedAt, endedAt } = row;
  const cards = new Map(shown.recipients.map((card) => [card.id, card.name]));
  return {
    ...{ id, state, own, untilOn, proposedAt },
    verbs: row.verbs.map((verb) => nameOfVerb(call, verb)),
    purposes: row.purposes.map((key) => speaker.label('purposes', key)),
    categories: row.categories.map((key) => speaker.label('data_categories', key)),
    recipients: row.recipients.map((card) => cards.get(card) ?? speaker.say('page.mandates.card-closed')),
    ...(matter !== undefined && { matter }),
    ...(signedAt !== undefined && { signedAt }),
    ...(endedAt !== undefined && { endedAt }),
  };
}

const nothing: MandateValues = {
  ...{ verbs: [], purposes: [], categories: [], recipients: [] },
  ...{ matter: '', untilOn: '' },
};

/** Decisions of authorised representatives, and the form of a new one. */
export async function mandatesPage(
  call: StaffServiceCall,
  sent: { values?: MandateValues; errors?: readonly FieldError[] } = {},
): Promise<Page> {
  const { speaker, clerk } = call;
  const ask = { service: call.service, ...cursorOf(call.query), limit: pageSize };
  const shown = await listMandates(call.world, clerk, ask);
  return {
    page: 'mandates',
    rows: shown.rows.map((row) => viewOf(call, shown, row)),
    ...(shown.asked && { asked: shown.asked }),
    without: shown.without.map((key) => speaker.label('purposes', key)),
    signs: clerk.roles.includes('approver'),
    verbs: shown.verbs.map((key) => ({ key, name: speaker.title('operations', operationOf[key] ?? key) })),
    purposes: shown.purposes.map((key) => ({ key, name: speaker.title('purposes', key) })),
    categories: shown.categories.map((key) => ({ key, name: speaker.title('data_categories', key) })),
    recipients: shown.recipients.map(({ id, name }) => ({ key: id, name })),
    values: sent.values ?? nothing,
    errors: sent.errors ?? [],
    ...moreOf(
      call,
      shown.rows.map(({ row }) => row),
    ),
  };
}

function sentValues({ form }: StaffServiceCall): MandateValues {
  const all = (name: string) => [...new Set(form.get(name) ?? [])];
  return {
    verbs: all('verb'),
    purposes: all('purpose'),
    categories: all('category'),
    recipients: all('recipient'),
    matter: field(form, 'matter').trim(),
    untilOn: field(form, 'untilOn').trim(),
  };
}

/** Proposes, signs or ends a decision. */
export async function changeMandates(call: StaffServiceCall): Promise<Answer> {
  const { world, clerk, service, speaker } = call;
  const here = `${baseOf(call)}/mandates`;
  const act = chosen(call.form, 'act', ['propose', 'propose-missing', 'sign', 'end']);
  if (act === undefined) throw malformed();
  if (act === 'propose') return propose(call);
  if (act === 'propose-missing') {
    const count = await proposeMissing(world, clerk, service);
    return { to: here, flash: speaker.say('page.flash.mandates-proposed', { count }) };
  }
  const id = field(call.form, 'id');
  if (act === 'sign') await signMandate(world, clerk, { service, id });
  else await endMandate(world, clerk, { service, id });
  return {
    to: here,
    flash: speaker.say(act === 'sign' ? 'page.flash.mandate-signed' : 'page.flash.mandate-ended'),
  };
}

async function propose(call: StaffServiceCall): Promise<Answer> {
  const { world, clerk, service, speaker } = call;
  const values = sentValues(call);
  const problems = await proposeMandate(world, clerk, { service, form: values });
  if (problems.length === 0)
    return { to: `${baseOf(call)}/mandates`, flash: speaker.say('page.flash.mandate-proposed') };
  return { page: await mandatesPage(call, { values, errors: fieldErrors(speaker, problems) }), status: 422 };
}
