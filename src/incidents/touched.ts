import type { IncidentScope, Threat } from './incident.ts';

/** What of an entry of the log decides whether an incident touches it. */
export interface TouchedEntry {
  readonly at: string;
  readonly verb?: string;
  readonly outcome: 'done' | 'allowed' | 'refused';
  readonly purpose?: string;
}

/** Which acts give what a threat is about: whoever may only look has copied nothing but what they saw. */
const verbsOf: Readonly<Record<Threat, readonly string[]>> = {
  access: ['read', 'use', 'transfer', 'publish'],
  distribution: ['read', 'use', 'transfer', 'publish'],
  copying: ['read', 'use', 'transfer', 'publish'],
  change: ['change', 'collect'],
  destruction: ['destroy'],
  blocking: ['block'],
};

/**
 * Whether an act that the scope's people, keys or recipients did is touched by the incident: it was done in
 * its period, for one of its purposes, and is of a kind that the threats are about. What was refused gave
 * nothing.
 */
export function isTouched(
  entry: TouchedEntry,
  { scope, kinds }: { readonly scope: IncidentScope; readonly kinds: readonly Threat[] },
): boolean {
  const at = Date.parse(entry.at);
  if (entry.outcome === 'refused' || at < scope.from || at > scope.to) return false;
  if (scope.purposes.length > 0 && !scope.purposes.includes(entry.purpose ?? '')) return false;
  return kinds.some((kind) => verbsOf[kind].includes(entry.verb ?? ''));
}
