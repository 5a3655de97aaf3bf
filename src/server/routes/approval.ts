import {
  approveClauses,
  type Completion,
  changeReasons,
  completionFor,
  draftToApprove,
  goLive,
  inForce,
  type Publication,
  showFindings,
  today,
  usualEffect,
} from '../../system/index.ts';
import type { FieldError, Page } from '../pages.ts';
import { type Answer, chosen, type Fresh, field, numberIn, type StaffServiceCall, ticked } from '../route.ts';
import { clauseViews } from '../views/clauses.ts';
import { policyHead } from '../views/heads.ts';
import { fieldErrors } from '../views/problems.ts';

/** The pledge board, proved now. */
export async function boardPage(call: StaffServiceCall): Promise<Page> {
  const board = await call.boards.prove(call.service);
  const clauses = clauseViews(board.version, { speaker: call.speaker, board });
  const findings = showFindings(board.version, call.speaker, call.world);
  return { page: 'board', head: policyHead(board.version, board), clauses, findings, provedAt: board.at };
}

const fields: readonly (keyof Completion)[] = [
  'operatorName',
  'bin',
  'responsible',
  'contactEmail',
  'hostCountry',
  'hostName',
  'retentionMonths',
];

interface Sent {
  readonly values: Completion;
  readonly publication: Publication;
  readonly errors: readonly FieldError[];
}

/**
 * The draft clause by clause with its approvals, and what the law needs beside it. Nothing to approve: the
 * board.
 */
export async function approvePage(call: StaffServiceCall, sent?: Sent): Promise<Answer> {
  const draft = await draftToApprove(call.world, call.service);
  if (!draft) {
    const version = await inForce(call.world, call.service);
    const head = policyHead(version, call.boards.last(call.service));
    return {
      page: { page: 'approve', head, clauses: [], completion: [], left: 0, findings: [], errors: [] },
    };
  }
  const { version, approvals } = draft;
  const board = call.boards.last(call.service);
  const approved = new Map(approvals.map(({ clause, at }) => [clause, at]));
  const clauses = clauseViews(version, { speaker: call.speaker, approved, ...(board && { board }) });
  const values = sent?.values ?? completionFor(draft);
  const completion = fields.map((name) => ({
    name,
    label: call.speaker.sayCode('completion', name),
    value: values[name],
    why: call.speaker.sayCode('completion', `${name}.why`),
    mandatory: true,
  }));
  const left = clauses.filter(({ kind, approved: at }) => kind === 'clause' && !at).length;
  const head = policyHead(version, board);
  const findings = showFindings(version, call.speaker, call.world);
  const errors = sent?.errors ?? [];
  const publication = draft.before?.status === 'live' && publicationForm(call, sent?.publication);
  const shown = { head, clauses, completion, left, findings, errors };
  return {
    page: { page: 'approve', ...shown, ...(publication && { publication }) },
    status: sent ? 422 : 200,
  };
}

/** From which day on a change holds, and why: as sent, else the usual day and no reason yet. */
function publicationForm({ world, speaker }: StaffServiceCall, sent: Publication | undefined) {
  const usual = { effectiveOn: usualEffect(world), reason: '', note: '' };
  const reasons = changeReasons.map((key) => ({ key, name: speaker.sayCode('change.reason', key) }));
  return { ...(sent ?? usual), earliest: today(world), reasons };
}

/** Putting a version in force needs fresh proof; approving clause by clause does not. */
export const putsInForce: Fresh = ({ form }) => !form.has('all') && !form.has('clause');

const announcedAt = (call: StaffServiceCall) => `/console/s/${call.service.key}/versions`;

/** Approves clauses, takes an approval back, or puts the completed draft into force. */
export async function approve(call: StaffServiceCall): Promise<Answer> {
  const path = `/console/s/${call.service.key}/approve`;
  const take = chosen(call.form, 'take', ['yes', 'back']) !== 'back';
  const clause = field(call.form, 'clause');
  const version = numberIn(call.form, 'version');
  if (ticked(call.form, 'all')) {
    await approveClauses(call.world, call.clerk, { service: call.service, version, take });
    return { to: path, flash: call.speaker.say('page.flash.approved-all') };
  }
  if (clause !== '') {
    await approveClauses(call.world, call.clerk, { service: call.service, version, clause, take });
    return { to: `${path}#c-${clause.replaceAll('.', '-')}` };
  }
  const values = Object.fromEntries(
    fields.map((name) => [name, field(call.form, `c.${name}`)]),
  ) as unknown as Completion;
  const publication = {
    effectiveOn: field(call.form, 'c.effectiveOn'),
    reason: field(call.form, 'c.reason'),
    note: field(call.form, 'c.note'),
  };
  const what = { service: call.service, version, completion: values, publication };
  const done = await goLive(call.world, call.clerk, what);
  if ('problems' in done)
    return approvePage(call, { values, publication, errors: fieldErrors(call.speaker, done.problems, 'c.') });
  if (!done.inForce) return { to: announcedAt(call), flash: call.speaker.say('page.flash.announced') };
  await call.boards.prove(call.service);
  return { to: `/console/s/${call.service.key}/board`, flash: call.speaker.say('page.flash.live') };
}
