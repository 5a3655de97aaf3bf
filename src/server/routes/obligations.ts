import {
  meetObligation,
  type ObligationProblem,
  obligationKinds,
  recordObligation,
  showObligations,
} from '../../system/index.ts';
import type { FieldError, ObligationsPage, Page } from '../pages.ts';
import { type Answer, chosen, field, malformed, type StaffServiceCall } from '../route.ts';
import { oneError } from '../views/problems.ts';
import { baseOf } from './paging.ts';

const atOf = (call: StaffServiceCall) => ({ service: call.service, subject: call.params.id ?? '' });
const hereOf = (call: StaffServiceCall) => `${baseOf(call)}/subjects/${call.params.id}/obligations`;

/** What a person owes or is owed, and the form to enter more. */
export async function obligationsPage(
  call: StaffServiceCall,
  what: { errors?: readonly FieldError[]; sent?: ObligationsPage['sent'] } = {},
): Promise<Page> {
  const { speaker } = call;
  const { rows, categories } = await showObligations(call.world, call.clerk, atOf(call));
  return {
    page: 'obligations',
    person: `${baseOf(call)}/subjects/${call.params.id}`,
    rows: rows.map(({ row, what: about, late }) => ({
      id: row.id,
      name: speaker.sayCode('obligation', row.kind),
      recordedAt: row.recordedAt,
      needs: speaker.list(row.categories.map((key) => speaker.label('data_categories', key))),
      late,
      ...(about !== undefined && { what: about }),
      ...(row.metAt !== undefined && { metAt: row.metAt }),
    })),
    kinds: obligationKinds.map((key) => ({ key, name: speaker.sayCode('obligation', key) })),
    categories: categories.map((key) => ({ key, name: speaker.title('data_categories', key) })),
    errors: what.errors ?? [],
    ...(what.sent && { sent: what.sent }),
  };
}

const fieldOf: Readonly<Partial<Record<ObligationProblem, string>>> = {
  'obligation-kind-missing': 'kind',
  'obligation-categories-missing': 'category',
  'obligation-met': 'id',
};

/** Enters an obligation, or notes that one is met. */
export async function changeObligations(call: StaffServiceCall): Promise<Answer> {
  const act = chosen(call.form, 'act', ['record', 'meet']);
  if (act === undefined) throw malformed();
  const done = act === 'meet' ? await meet(call) : await enter(call);
  if ('said' in done) return { to: hereOf(call), flash: done.said };
  const errors = oneError(call.speaker, done.problem, fieldOf[done.problem] ?? 'about');
  const about = field(call.form, 'about');
  const categories = call.form.get('category') ?? [];
  const page = await obligationsPage(call, { errors, sent: { about, categories } });
  return { page, status: 422, frame: { here: hereOf(call) } };
}

type Done = { readonly said: string } | { readonly problem: ObligationProblem };

async function meet(call: StaffServiceCall): Promise<Done> {
  const done = await meetObligation(call.world, call.clerk, { ...atOf(call), id: field(call.form, 'id') });
  if ('problem' in done) return done;
  const said = done.finished > 0 ? 'page.flash.obligation-met-finished' : 'page.flash.obligation-met';
  return { said: call.speaker.say(said) };
}

async function enter(call: StaffServiceCall): Promise<Done> {
  const kind = chosen(call.form, 'kind', obligationKinds);
  const categories = call.form.get('category') ?? [];
  const what = { ...atOf(call), about: field(call.form, 'about'), categories, ...(kind && { kind }) };
  const done = await recordObligation(call.world, call.clerk, what);
  if ('problem' in done) return done;
  const said = done.late ? 'page.flash.obligation-late' : 'page.flash.obligation-recorded';
  return { said: call.speaker.say(said) };
}
