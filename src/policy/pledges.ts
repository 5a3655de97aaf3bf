import type { Span } from '../base/index.ts';
import { pledgeKindOf, pledgeKinds, verdictOf } from './pledge-kinds.ts';
import type { Clause, Pledge, PledgeState, Policy } from './policy.ts';
import { rowsOf } from './said.ts';

interface Said {
  readonly clause: string;
  readonly facet: string;
  readonly label: string;
  readonly span?: Span;
}

function saidIn(policy: Policy): readonly Said[] {
  const fromRows = rowsOf(policy).flatMap(([facet, label, row]) =>
    row.cites.map((clause) => ({ clause, facet, label })),
  );
  return [...policy.statements, ...fromRows];
}

function pledgeOf(said: Said): Pledge {
  const kind = pledgeKindOf(said.facet, said.label);
  return {
    id: `${said.clause}/${kind}/${said.facet}.${said.label}`,
    kind,
    verdict: verdictOf(said.facet, said.label),
    clause: said.clause,
    ...(said.span ? { span: said.span } : {}),
    facet: said.facet,
    label: said.label,
  };
}

function bareOf(clause: Clause, kind: 'chapeau' | 'unread'): Pledge {
  const verdict = (pledgeKinds[kind] as { verdict: Pledge['verdict'] }).verdict;
  const id = `${clause.id}/${kind}/${kind}.${kind}`;
  return { id, kind, verdict, clause: clause.id, span: clause.span, facet: kind, label: kind };
}

/** Ids of the clauses under `id`, at any depth, in the order of the text. O(clauses). */
export function clausesUnder(policy: Policy, id: string): readonly string[] {
  const under = new Set([id]);
  for (const clause of policy.clauses)
    if (clause.parent !== undefined && under.has(clause.parent)) under.add(clause.id);
  under.delete(id);
  return [...under];
}

/** Ids of the clauses that have something understood somewhere under them. */
function chapeaux(clauses: readonly Clause[], read: ReadonlyMap<string, unknown>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const clause of [...clauses].reverse()) {
    if (clause.parent !== undefined && (read.has(clause.id) || found.has(clause.id)))
      found.add(clause.parent);
  }
  return found;
}

/**
 * Every promise of the policy, in the order of its clauses.
 *
 * A pledge comes from a statement or from the cite of a row; the same label said twice in one clause is one
 * pledge, with the span of the first statement. Every clause of kind `clause` has at least one: `chapeau`
 * where it only opens a list that was understood, `unread` where nothing was. Ids are unique and depend on
 * clause, kind and label only. Cites of clauses that are not there give nothing (`parsePolicy` reports them).
 * Parents precede their children in `policy.clauses`. O(statements + cites + clauses).
 */
export function pledgesOf(policy: Policy): readonly Pledge[] {
  const read = new Map<string, Map<string, Pledge>>();
  for (const said of saidIn(policy)) {
    const pledge = pledgeOf(said);
    const own = read.get(said.clause) ?? new Map<string, Pledge>();
    if (!own.has(pledge.id)) own.set(pledge.id, pledge);
    read.set(said.clause, own);
  }
  const heads = chapeaux(policy.clauses, read);
  return policy.clauses.flatMap((clause) => {
    const own = read.get(clause.id);
    if (own) return [...own.values()];
    return clause.kind === 'heading' ? [] : [bareOf(clause, heads.has(clause.id) ? 'chapeau' : 'unread')];
  });
}

/**
 * The states from worst to best: what is broken, what waits for a person, what the law refuses, what nobody
 * tried, what is kept.
 */
export const stateOrder: readonly PledgeState[] = ['broken', 'manual', 'refused', 'unexercised', 'kept'];

/** The worst of several states, which is the state of a clause; undefined for none. */
export function worstState(states: Iterable<PledgeState>): PledgeState | undefined {
  const present = new Set(states);
  return stateOrder.find((state) => present.has(state));
}
