import type { Id } from '../base/index.ts';

/**
 * What may happen to data against the will of whoever keeps them: the six threats that measures of
 * protection are taken against.
 *
 * @law 94-V Art. 22(1)
 */
export const threats = ['access', 'distribution', 'copying', 'change', 'destruction', 'blocking'] as const;

/** One of them. */
export type Threat = (typeof threats)[number];

/** How an incident came to be known: somebody of the staff says so, or the system saw something. */
export const incidentSources = ['staff', 'browsing', 'log', 'sealed'] as const;

/** One of them. `log`: the log does not verify · `sealed`: sealed data do not open */
export type IncidentSource = (typeof incidentSources)[number];

/**
 * Where an incident stands: raised by the system and not looked at by anybody · looked into · found to be
 * none · closed.
 */
export type IncidentState = 'alert' | 'open' | 'explained' | 'closed';

/** Whether people are told by the operator itself, and how far that is. */
export type Telling = 'undecided' | 'running' | 'paused' | 'done' | 'none';

/** What an incident touches: who did it with what, when. Ids say nothing of anybody by themselves. */
export interface IncidentScope {
  /** Instants, the first and the last. */
  readonly from: number;
  readonly to: number;
  /** Everybody of whom data were held: a copy of the whole store went, or nobody knows what. */
  readonly whole: boolean;
  /** Staff members whose acts are meant. */
  readonly staff: readonly Id[];
  /** API keys whose calls are meant. */
  readonly keys: readonly Id[];
  /** Recipients to whom data went. */
  readonly recipients: readonly Id[];
  /** Only acts for these purposes; empty: for any. */
  readonly purposes: readonly string[];
}

/** Whether a scope names anybody whose acts it is about. */
export function isBounded({ whole, staff, keys, recipients }: IncidentScope): boolean {
  return whole || staff.length + keys.length + recipients.length > 0;
}
