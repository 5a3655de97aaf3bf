import {
  clausesUnder,
  type Pledge,
  type PledgeState,
  pledgeKinds,
  pledgesOf,
  worstState,
} from '../policy/index.ts';
import type { PolicyVersionRecord, ServiceRecord } from '../store/index.ts';
import { gatherSample, lookAround, type Probing, probes } from './probes/index.ts';
import type { StoredLogCheck } from './sequence.ts';
import { headOf, type Look, policyVersion, type World } from './world.ts';

/** A pledge with the state a look at the live system gave it; `n` is the count its sentence names. */
export interface ProvedPledge {
  readonly pledge: Pledge;
  readonly state: PledgeState;
  readonly n: number;
}

/** A clause with its pledges; its state is the worst of theirs. Headings have neither. */
export interface ProvedClause {
  readonly id: string;
  readonly state?: PledgeState;
  readonly pledges: readonly ProvedPledge[];
}

/** The pledge board of a service: every clause of the policy in force, with counts of clauses by state. */
export interface Board {
  readonly service: ServiceRecord;
  readonly version: PolicyVersionRecord;
  readonly at: number;
  readonly clauses: readonly ProvedClause[];
  readonly counts: Readonly<Record<PledgeState, number>>;
  /** People among those looked at whose sealed data or keys do not open: somebody swapped or edited them. */
  readonly unopened: number;
  /** Whether the log verified. */
  readonly logOk: boolean;
}

/**
 * What a proof looks with: our pages, the check of the log, and whom to tell of a probe that failed to look.
 */
export interface Proving {
  readonly service: ServiceRecord;
  readonly look: Look;
  readonly log: StoredLogCheck;
  readonly onFault: (error: Error) => void;
}

/**
 * Proves a service's policy clause by clause on the running system. Reads only, locks nothing; leaves no
 * entry.
 */
export async function provePolicy(world: World, by: Proving): Promise<Board> {
  const { service, log } = by;
  const page = await lookAround(by.look, service);
  return world.store.snapshot(async (tx) => {
    const head = await headOf(tx, service.id);
    const version = {
      ...(await policyVersion(tx, world, { service: service.id, hash: head.hash })),
      ...head,
    };
    const sample = await gatherSample(tx, world, { service, page, log });
    const probing = { tx, world, service, version, live: head.status === 'live', sample };
    const proved = new Map<string, ProvedPledge>();
    const pledges = pledgesOf(version.policy);
    for (const pledge of pledges) proved.set(pledge.id, await proveOne({ ...probing, pledge }, by.onFault));
    for (const pledge of pledges) {
      if (pledge.kind === 'chapeau') proved.set(pledge.id, chapeau(version, pledge, proved));
    }
    const found = pledges.map(({ id }) => proved.get(id) as ProvedPledge);
    const unopened = sample.subjects.filter(({ opens }) => !opens).length;
    return board({ service, version, at: world.now(), unopened, logOk: log.ok, pledges: found });
  });
}

async function proveOne(probing: Probing, onFault: Proving['onFault']): Promise<ProvedPledge> {
  const { pledge } = probing;
  const keeper = pledgeKinds[pledge.kind]?.keeper;
  if (pledge.verdict === 'F') return { pledge, state: 'refused', n: 0 };
  const probe = probes[pledge.kind];
  if (keeper === 'person' || keeper === 'parts' || !probe) return { pledge, state: 'manual', n: 0 };
  try {
    const { state, n } = await probe(probing);
    return { pledge, state, n };
  } catch (error) {
    // A probe that could not look saw no promise kept.
    onFault(error as Error);
    return { pledge, state: 'broken', n: 1 };
  }
}

/** A clause that only opens a list is as good as the worst clause under it. */
function chapeau(
  version: PolicyVersionRecord,
  pledge: Pledge,
  proved: ReadonlyMap<string, ProvedPledge>,
): ProvedPledge {
  const under = new Set(clausesUnder(version.policy, pledge.clause));
  const states = [...proved.values()]
    .filter((row) => under.has(row.pledge.clause) && row.pledge.kind !== 'chapeau')
    .map(({ state }) => state);
  return { pledge, state: worstState(states) ?? 'manual', n: states.length };
}

function board(from: Omit<Board, 'clauses' | 'counts'> & { pledges: readonly ProvedPledge[] }): Board {
  const { pledges, ...rest } = from;
  const counts = { kept: 0, broken: 0, unexercised: 0, manual: 0, refused: 0 };
  const clauses = from.version.policy.clauses.map((clause) => {
    const own = pledges.filter((row) => row.pledge.clause === clause.id);
    const state = worstState(own.map((row) => row.state));
    if (clause.kind === 'heading' || !state) return { id: clause.id, pledges: own };
    counts[state] += 1;
    return { id: clause.id, state, pledges: own };
  });
  return { ...rest, clauses, counts };
}
