import type { Problem } from '../base/index.ts';
import { admitsMinors } from '../consent/index.ts';
import type { Decision } from '../gate/index.ts';
import type { Policy } from '../policy/index.ts';
import { normalise } from '../vault/index.ts';
import type { Filled } from './form.ts';
import { kindOfAddress } from './typed.ts';

/** What a minor says of who may consent for them. */
export interface NamedGuardian {
  readonly kind: 'email' | 'phone';
  readonly address: string;
}

/** Whether a decision refuses for no other reason than that a representative must consent. */
export function needsGuardian(decision: Decision | undefined): boolean {
  return decision?.because.some(({ rule }) => rule === 'guardian-needed') ?? false;
}

/**
 * The address a minor gave of who may consent for them, or what is wrong with it. A policy that does not
 * admit minors takes none. Pure.
 */
export function namedGuardian(
  policy: Policy,
  typed: string,
  values: Filled,
): NamedGuardian | { readonly problems: readonly Problem[] } | undefined {
  if (!admitsMinors(policy)) return undefined;
  const address = typed.trim();
  const kind = kindOfAddress(address);
  if (address === '') return { problems: [fault('guardian-missing')] };
  if (!kind) return { problems: [fault('address-malformed')] };
  const normal = normalise(kind, address);
  return values.get(kind) === normal ? { problems: [fault('guardian-oneself')] } : { kind, address: normal };
}

function fault(code: string): Problem {
  return { code, severity: 'error', field: 'guardian', law: '94-V Art. 7(1)' };
}
