import type { Policy } from '../policy/index.ts';
import { identityPurpose } from './identity.ts';

const served: readonly string[] = ['contract_performance', identityPurpose];

/** A contract as far as the terms of data depend on it. */
export interface ContractSpan {
  readonly endedAt?: number;
}

/**
 * From which instant the term of a datum runs, in milliseconds: data that serve contracts are kept for as
 * long as one is in force, and their term begins when the last of them ended. Other data's begins when they
 * came.
 *
 * Pure.
 * @law 94-V Art. 12(2), 94-V Art. 18
 */
export function termBegins(
  policy: Policy,
  contracts: readonly ContractSpan[],
  now: number,
): (category: string, at: number) => number {
  if (contracts.length === 0) return (_category, at) => at;
  const ended = Math.max(...contracts.map(({ endedAt = now }) => endedAt));
  const concerned = new Set(
    policy.data
      .filter(({ purposes }) => purposes.some((purpose) => served.includes(purpose)))
      .map(({ category }) => category),
  );
  return (category, at) => (concerned.has(category) ? Math.max(at, ended) : at);
}
