import { civilDateAt } from '../../base/index.ts';
import {
  closeNode,
  enterTest,
  listNodes,
  mayHandle,
  type ShownNode,
  saveNode,
  showMeasures,
  storageKinds,
  testedByStaff,
} from '../../system/index.ts';
import type { FieldError, Page, PlaceView } from '../pages.ts';
import { type Answer, chosen, field, malformed, type StaffServiceCall, type SubjectCall } from '../route.ts';
import { titled } from '../views/entries.ts';
import { fieldErrors } from '../views/problems.ts';
import { baseOf } from './paging.ts';

/** Threats, the measures against each, when each was tested last. */
export async function measuresPage(
  call: StaffServiceCall,
  sent: { values?: Readonly<Record<string, string>>; errors?: readonly FieldError[] } = {},
): Promise<Page> {
  const { speaker, service, world } = call;
  const { threats, testers } = await showMeasures(world, { service, seen: call.boards.last(service) });
  const values = {
    ...{ control: '', testedOn: civilDateAt(world.now(), world.law.zone), passed: '' },
    ...sent.values,
  };
  const name = (key: string) => titled(speaker, speaker.sayCode('measure', key));
  return {
    page: 'measures',
    threats: threats.map(({ threat, held, controls }) => ({
      name: titled(speaker, speaker.sayCode('incident.kind', threat)),
      held,
      controls: controls.map(({ control, state, test }) => ({
        ...{ key: control.key, name: name(control.key), state },
        ...(test && {
          testedOn: test.testedOn,
          who: testers.get(control.key) ?? speaker.say('page.measures.system'),
        }),
      })),
    })),
    ...(mayHandle(call.clerk) && {
      form: { ...values, controls: testedByStaff.map((key) => ({ key, name: name(key) })) },
    }),
    errors: sent.errors ?? [],
  };
}

/** Enters the test of a measure. */
export async function addTest(call: StaffServiceCall): Promise<Answer> {
  const { form, speaker, service } = call;
  const control = chosen(form, 'control', testedByStaff) ?? '';
  const passed = chosen(form, 'passed', ['yes', 'no']);
  const testedOn = field(form, 'testedOn').trim();
  const what = { service, control, testedOn, passed: passed === undefined ? undefined : passed === 'yes' };
  const done = await enterTest(call.world, call.clerk, what);
  if ('ok' in done)
    return { to: `${baseOf(call)}/measures`, flash: speaker.say('page.flash.measure-tested') };
  const errors = fieldErrors(speaker, done.problems);
  const values = { control, testedOn, passed: passed ?? '' };
  return { page: await measuresPage(call, { values, errors }), status: 422 };
}

const fields = ['kind', 'owner', 'address', 'country', 'certificate', 'certificateUntil'] as const;
type Values = Readonly<Record<(typeof fields)[number], string>>;
const empty: Values = {
  ...{ kind: 'primary', owner: '', address: '', country: 'KZ', certificate: '', certificateUntil: '' },
};

function placeView({ speaker }: StaffServiceCall | SubjectCall, { row, certificate }: ShownNode): PlaceView {
  return {
    ...{ id: row.id, owner: row.owner, address: row.address, certificate: row.certificate },
    kind: speaker.sayCode('storage', row.kind),
    country: speaker.country(row.country),
    ...(row.certificateUntil !== undefined && { until: row.certificateUntil }),
    state: certificate,
  };
}

/** Places where data lie, with their certificates; `of` in the address: the card to put right. */
export async function placesPage(
  call: StaffServiceCall,
  sent: { id?: string; values?: Values; errors?: readonly FieldError[] } = {},
): Promise<Page> {
  const nodes = await listNodes(call.world, call.service);
  const id = sent.id ?? call.query.of;
  const known = nodes.find(({ row }) => row.id === id)?.row;
  const { certificateUntil = '', ...card } = known ?? {};
  const values = { ...empty, ...pick(card), certificateUntil, ...sent.values };
  return {
    page: 'places',
    rows: nodes.map((node) => placeView(call, node)),
    ...(mayHandle(call.clerk) && {
      form: {
        ...(known && { id: known.id }),
        kinds: storageKinds.map((key) => ({ key, name: call.speaker.sayCode('storage', key) })),
        values,
      },
    }),
    errors: sent.errors ?? [],
  };
}

const pick = (row: Partial<Values>) =>
  Object.fromEntries(fields.flatMap((name) => (row[name] === undefined ? [] : [[name, row[name]]])));

/** Enters a place, puts its card right or closes it. */
export async function changePlaces(call: StaffServiceCall): Promise<Answer> {
  const { form, speaker, service } = call;
  const act = chosen(form, 'act', ['save', 'close']);
  if (act === undefined) throw malformed();
  const here = `${baseOf(call)}/places`;
  const id = field(form, 'id').trim();
  if (act === 'close') {
    await closeNode(call.world, call.clerk, { service, id });
    return { to: here, flash: speaker.say('page.flash.place-closed') };
  }
  const line = (name: string) => field(form, name).trim();
  const values: Values = {
    ...{ kind: chosen(form, 'kind', storageKinds) ?? '', owner: line('owner'), address: line('address') },
    ...{ country: line('country').toUpperCase(), certificate: line('certificate') },
    certificateUntil: line('certificateUntil'),
  };
  const node = { ...values, ...(id !== '' && { id }) };
  const done = await saveNode(call.world, call.clerk, { service, form: node });
  if ('ok' in done) return { to: here, flash: speaker.say('page.flash.place-saved') };
  const errors = fieldErrors(speaker, done.problems);
  return { page: await placesPage(call, { ...(id !== '' && { id }), values, errors }), status: 422 };
}

/** Where my data lie. */
export async function myPlaces(call: SubjectCall): Promise<Page> {
  const nodes = await listNodes(call.world, call.service);
  return { page: 'my-places', rows: nodes.map((node) => placeView(call, node)) };
}
