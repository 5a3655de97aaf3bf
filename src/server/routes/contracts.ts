import {
  answerCheck,
  type ContractRecord,
  compareIdentity,
  concludeContract,
  contractNumber,
  endContract,
  handOnChoices,
  listContracts,
  myContracts,
  Refused,
  type ShownContracts,
  sayReasons,
  showContracts,
} from '../../system/index.ts';
import type { CheckView, ContractPage, ContractView, FieldError, Page } from '../pages.ts';
import {
  type Answer,
  type Call,
  chosen,
  cursorOf,
  field,
  malformed,
  type StaffServiceCall,
  type SubjectCall,
} from '../route.ts';
import { fieldErrors } from '../views/problems.ts';
import { handedPage } from './disclosures.ts';
import { baseOf, moreOf, pageSize } from './paging.ts';

function contractView(
  { world, speaker }: Pick<Call, 'world' | 'speaker'>,
  row: ContractRecord,
): ContractView {
  const { id, concludedAt, endedAt, entry } = row;
  return {
    ...{ id, number: contractNumber(world, row), concludedAt, entry },
    confirmed: row.confirmed.map(({ category, way, at }) => ({
      ...{ name: speaker.title('data_categories', category), way, at },
    })),
    ...(endedAt !== undefined && { endedAt }),
  };
}

/** The register of contracts of a service. */
export async function contractsPage(call: StaffServiceCall): Promise<Page> {
  const { world, clerk, service } = call;
  const rows = await listContracts(world, clerk, { service, ...cursorOf(call.query), limit: pageSize });
  return {
    page: 'contracts',
    rows: rows.map((row) => ({
      ...contractView(call, row),
      href: `${baseOf(call)}/subjects/${row.subject}/contracts`,
    })),
    ...moreOf(call, rows),
  };
}

/** One's own contracts. */
export async function myContractsPage(call: SubjectCall): Promise<Page> {
  const rows = await myContracts(call.world, call.me);
  return { page: 'my-contracts', rows: rows.map((row) => contractView(call, row)) };
}

const atOf = (call: StaffServiceCall) => ({ service: call.service, subject: call.params.id ?? '' });
const hereOf = (call: StaffServiceCall) => `${baseOf(call)}/subjects/${call.params.id}/contracts`;

type PersonPage = Extract<ContractPage, { page: 'person-contracts' }>;

interface Sent {
  readonly values?: PersonPage['values'];
  readonly errors?: readonly FieldError[];
  readonly refused?: readonly string[];
}

/** The contracts of a person, what of who they are is confirmed, and the forms to make one and to compare. */
export async function personContracts(call: StaffServiceCall, sent: Sent = {}): Promise<PersonPage> {
  const { speaker, world, clerk } = call;
  const shown = await showContracts(world, clerk, atOf(call));
  const name = (category: string) => speaker.label('data_categories', category);
  return {
    page: 'person-contracts',
    person: `${baseOf(call)}/subjects/${call.params.id}`,
    ...(shown.asked && { asked: shown.asked }),
    needed: shown.needed.map((group) => group.map((part) => partView(call, part))),
    lacking: shown.lacking.map((group) => group.map(name).join(' / ')),
    refused: sent.refused ?? (shown.refused ? sayReasons(speaker, shown.refused.because) : []),
    rows: shown.rows.map((row) => contractView(call, row)),
    checks: shown.checks.map((row) => checkView(call, row)),
    sources: shown.sources.map(({ id, name: said }) => ({ key: id, name: said })),
    categories: shown.needed.flat().map(({ category }) => ({
      ...{ key: category, name: speaker.title('data_categories', category) },
    })),
    values: sent.values ?? { recipient: '', law: '', categories: [] },
    errors: sent.errors ?? [],
  };
}

function partView({ speaker }: StaffServiceCall, part: ShownContracts['needed'][number][number]) {
  const { category, held, confirmed } = part;
  return {
    ...{ name: speaker.title('data_categories', category), held },
    ...(confirmed && { way: confirmed.way, at: confirmed.at }),
  };
}

function checkView({ speaker }: StaffServiceCall, row: ShownContracts['checks'][number]): CheckView {
  const { id, law, askedAt, matched, answeredAt } = row;
  return {
    ...{ id, law, askedAt },
    categories: row.categories.map((key) => speaker.label('data_categories', key)),
    ...(matched !== undefined && { matched }),
    ...(answeredAt !== undefined && { answeredAt }),
  };
}

/** Makes or ends a contract, has who somebody is compared, or enters what the source answered. */
export async function changeContracts(call: StaffServiceCall): Promise<Answer> {
  const act = chosen(call.form, 'act', ['conclude', 'end', 'compare', 'answer']);
  if (act === undefined) throw malformed();
  if (act === 'compare') return compare(call);
  const { world, clerk, speaker, form } = call;
  if (act === 'conclude') return conclude(call);
  const id = field(form, 'id');
  if (act === 'end') {
    await endContract(world, clerk, { ...atOf(call), id });
    return { to: hereOf(call), flash: speaker.say('page.flash.contract-ended') };
  }
  const answer = chosen(form, 'answer', ['yes', 'no']);
  if (answer === undefined) throw malformed();
  await answerCheck(world, clerk, { ...atOf(call), id, matched: answer === 'yes' });
  return { to: hereOf(call), flash: speaker.say('page.flash.check-answered') };
}

async function conclude(call: StaffServiceCall): Promise<Answer> {
  const { world, clerk, speaker } = call;
  return unlessRefused(call, {}, async () => {
    const done = await concludeContract(world, clerk, atOf(call));
    if ('id' in done) return { to: hereOf(call), flash: speaker.say('page.flash.contract-concluded') };
    const errors = fieldErrors(speaker, [done.problem]);
    return { page: await personContracts(call, { errors }), status: 422, frame: { here: hereOf(call) } };
  });
}

async function compare(call: StaffServiceCall): Promise<Answer> {
  const { world, clerk, speaker, service, form } = call;
  const categories = [...new Set(form.get('category') ?? [])];
  const values = { recipient: field(form, 'recipient'), law: field(form, 'law'), categories };
  return unlessRefused(call, { values }, async () => {
    const subject = call.params.id ?? '';
    const done = await compareIdentity(world, clerk, { service, subject, form: values });
    if ('problems' in done) {
      const page = await personContracts(call, { values, errors: fieldErrors(speaker, done.problems) });
      return { page, status: 422, frame: { here: hereOf(call) } };
    }
    const { recipients } = await handOnChoices(world, service);
    const to = recipients.find(({ id }) => id === values.recipient)?.name ?? '';
    return { page: handedPage(call, { ...done, to }, hereOf(call)) };
  });
}

/** A refusal of the gate, with its reasons, on the page where it was asked. */
async function unlessRefused(
  call: StaffServiceCall,
  sent: Sent,
  act: () => Promise<Answer>,
): Promise<Answer> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const refused = sayReasons(call.speaker, error.because);
    return { page: await personContracts(call, { ...sent, refused }), status: 403 };
  }
}
