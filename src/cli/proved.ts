import { KepilError } from '../base/index.ts';
import type { PledgeState } from '../policy/index.ts';
import { breakersOf, listServices } from '../system/index.ts';
import type { Installation } from './installation.ts';

/** A service's board as data: what `prove --json` prints and the control socket answers. */
export interface ProvedService {
  readonly service: string;
  readonly policy: string;
  readonly status: string;
  readonly at: string;
  readonly counts: Readonly<Record<PledgeState, number>>;
  readonly clauses: readonly {
    readonly id: string;
    readonly number: string;
    readonly state?: PledgeState;
    readonly pledges: readonly {
      readonly kind: string;
      readonly facet: string;
      readonly label: string;
      readonly verdict: string;
      readonly state: PledgeState;
      readonly n: number;
      /** Tests that break the system under this kind of pledge and see it go red. */
      readonly tests: readonly string[];
    }[];
  }[];
}

/**
 * Proves all services, or the one of that key, on an open installation.
 *
 * @throws KepilError `ERR_NOT_FOUND`
 */
export async function proveAll(installation: Installation, key?: string): Promise<readonly ProvedService[]> {
  const services = (await listServices(installation.world)).filter(
    (service) => key === undefined || service.key === key,
  );
  if (services.length === 0) throw new KepilError('ERR_NOT_FOUND', 'service-not-found');
  const proved: ProvedService[] = [];
  for (const service of services) {
    const board = await installation.boards.prove(service);
    const numbers = new Map(board.version.policy.clauses.map((clause) => [clause.id, clause.number]));
    proved.push({
      service: service.key,
      policy: board.version.hash,
      status: board.version.status,
      at: new Date(board.at).toISOString(),
      counts: board.counts,
      clauses: board.clauses.map(({ id, state, pledges }) => ({
        id,
        number: numbers.get(id) ?? '',
        ...(state && { state }),
        pledges: pledges.map(({ pledge: { kind, facet, label, verdict }, ...rest }) => ({
          kind,
          facet,
          label,
          verdict,
          state: rest.state,
          n: rest.n,
          tests: breakersOf(kind),
        })),
      })),
    });
  }
  return proved;
}
