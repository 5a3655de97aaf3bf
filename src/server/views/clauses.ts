import { type Clause, type Policy, pledgesOf, wordsOf } from '../../policy/index.ts';
import { type Board, breakersOf, type PolicyVersionRecord, type ProvedPledge } from '../../system/index.ts';
import type { Speaker } from '../../words/index.ts';
import type { ClauseView, PledgeView } from '../pages.ts';

/**
 * What the clauses of a version are shown with: the board proved last, and the officer's approvals when they
 * matter.
 */
export interface Around {
  readonly speaker: Speaker;
  readonly board?: Board;
  readonly approved?: ReadonlyMap<string, number>;
}

/**
 * The prose clause by clause with the pledges of each. Without a board pledges stand as not yet looked at.
 */
export function clauseViews(version: PolicyVersionRecord, around: Around): readonly ClauseView[] {
  const { policy, text } = version;
  const board = around.board?.version.hash === version.hash ? around.board : undefined;
  const pledges = new Map<string, ProvedPledge[]>();
  const proved =
    board?.clauses.flatMap((clause) => clause.pledges) ??
    pledgesOf(policy).map((pledge) => ({ pledge, state: 'unexercised' as const, n: 0 }));
  for (const row of proved) pledges.set(row.pledge.clause, [...(pledges.get(row.pledge.clause) ?? []), row]);
  const states = new Map(board?.clauses.map((clause) => [clause.id, clause.state]));
  return policy.clauses.map((clause) => {
    const own = pledges.get(clause.id) ?? [];
    const state = states.get(clause.id);
    const at = around.approved?.get(clause.id);
    return {
      id: clause.id,
      number: clause.number,
      kind: clause.kind,
      depth: depthOf(policy, clause),
      ...(text !== undefined && { text: wordsOf(text, clause) }),
      ...(text === undefined && clause.summary !== undefined && { summary: clause.summary }),
      pledges: own.map((row) => pledgeView(row, { ...around, text })),
      ...(state && { state }),
      unread: own.some(({ pledge }) => pledge.kind === 'unread'),
      ...(at !== undefined && { approved: { at } }),
    };
  });
}

function depthOf(policy: Policy, clause: Clause): number {
  const parent = policy.clauses.find(({ id }) => id === clause.parent);
  return parent ? depthOf(policy, parent) + 1 : 0;
}

function pledgeView(row: ProvedPledge, around: Around & { text: string | undefined }): PledgeView {
  const { pledge, state } = row;
  const { speaker, text } = around;
  const label = speaker.label(pledge.facet, pledge.label);
  const quote = pledge.span && text?.slice(pledge.span.start, pledge.span.end).trim();
  return {
    id: pledge.id,
    kind: pledge.kind,
    facet: pledge.facet,
    label: pledge.label,
    verdict: pledge.verdict,
    state,
    title: speaker.sayCode('pledge', pledge.kind, { label }),
    detail: detailOf(speaker, row, label),
    tests: breakersOf(pledge.kind).length,
    ...(quote && quote.length <= 160 && { quote }),
  };
}

function detailOf(speaker: Speaker, { pledge, state, n }: ProvedPledge, label: string): string {
  const { kind } = pledge;
  if (state === 'manual') return speaker.sayCode('pledge', `${kind}.manual`);
  return speaker.has(`probe.${kind}.${state}`)
    ? speaker.sayCode('probe', `${kind}.${state}`, { n, label })
    : speaker.sayCode('state', state);
}
