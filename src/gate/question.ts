import { type LawPack, type StandingPurpose, standingPurpose } from '../law/index.ts';
import { type DataRow, type Policy, type Purpose, type PurposeRow, purposes } from '../policy/index.ts';
import type { Because, GateFacts, GateRequest } from './request.ts';
import { type RoleRow, roles } from './roles.ts';

/** A request with its facts and what every rule looks up about it, looked up once. */
export interface Question {
  readonly request: GateRequest;
  readonly facts: GateFacts;
  readonly law: LawPack;
  readonly role: RoleRow | undefined;
  /** The purpose exists by law. Wins over a declared purpose of the same key. */
  readonly standing: StandingPurpose | undefined;
  /** The purpose as the policy declares it. */
  readonly purpose: PurposeRow | undefined;
  readonly basis: Purpose['basis'] | undefined;
}

/** One rule: the refusals it sees, none when it has nothing against it. */
export interface Rule {
  readonly name: string;
  /** Every code it can answer with; each has a sentence `because.<code>`. */
  readonly codes: readonly string[];
  readonly refuse: (question: Question) => readonly Because[];
}

/** Looks up what the rules need. */
export function questionOf(request: GateRequest, facts: GateFacts, law: LawPack): Question {
  const standing = standingPurpose(law, request.purpose);
  const declared = facts.policy.purposes.find((row) => row.purpose === request.purpose);
  const known = Object.hasOwn(purposes, request.purpose) ? purposes[request.purpose] : undefined;
  return {
    request,
    facts,
    law,
    role: Object.hasOwn(roles, request.actor.role) ? roles[request.actor.role] : undefined,
    standing,
    purpose: standing ? undefined : declared,
    basis: standing ? undefined : known?.basis,
  };
}

/** A reason of `rule`: the first clause of the row, if it cites one, and the article, if one is given. */
export function because(
  rule: string,
  from: { readonly cites?: readonly string[] | undefined; readonly article?: string },
): Because {
  const clause = from.cites?.[0];
  return {
    rule,
    ...(clause === undefined ? {} : { clause }),
    ...(from.article === undefined ? {} : { article: from.article }),
  };
}

/** The rows that declare a category; a category may come from several sources. */
export function dataRows(policy: Policy, category: string): readonly DataRow[] {
  return policy.data.filter((row) => row.category === category);
}

/** Clauses in which the policy says `label` under `facet`; undefined when it does not say it. */
export function clausesSaying(policy: Policy, facet: string, label: string): readonly string[] | undefined {
  return policy.labels.find((row) => row.facet === facet && row.label === label)?.cites;
}
