/** How findings of the linter are set beside the table of findings people made in the five policies. */

const severities = { E: 'error', C: 'conflict', W: 'warning', I: 'info' } as const;

/** A finding of the table; its clauses as `P0-1.3a`. */
export interface Expected {
  readonly id: string;
  readonly rule: string;
  readonly severity: keyof typeof severities;
  readonly clauses: readonly string[];
}

/** A finding of ours. */
export interface Ours {
  readonly rule: string;
  readonly severity: string;
  readonly code: string;
  readonly clauses: readonly string[];
}

/** A finding of the table with the one of ours that is most like it. */
export interface Met {
  readonly want: Expected;
  readonly ours: Ours;
  readonly sameSeverity: boolean;
  readonly sameClauses: boolean;
}

/** What of the table was found, what was not, and what is not in it. */
export interface Agreement {
  readonly met: readonly Met[];
  readonly missed: readonly Expected[];
  readonly extra: readonly Ours[];
}

/** A pair as it is; undefined when the two have nothing in common. A silence has no clause of its own. */
function pairOf(want: Expected, ours: Ours): (Met & { readonly like: number }) | undefined {
  const clauses = want.clauses.map((id) => id.replace(/^P\d-/, ''));
  const common = ours.clauses.filter((id) => clauses.includes(id)).length;
  if (want.rule !== ours.rule || (common === 0 && ours.clauses.length > 0)) return undefined;
  const sameClauses = common === clauses.length && common === ours.clauses.length;
  const sameSeverity = ours.severity === severities[want.severity];
  const like = 1 + (sameSeverity ? 10 : 0) + (sameClauses ? 5 : 0) + common / 100;
  return { want, ours, sameSeverity, sameClauses, like };
}

/** Pairs findings, the most alike first; none is taken twice. Rules that the table has not are left out. */
export function agreementOf(wanted: readonly Expected[], found: readonly Ours[]): Agreement {
  const pairs = wanted.flatMap((want) => found.flatMap((ours) => pairOf(want, ours) ?? []));
  const taken = new Set<unknown>();
  const met = pairs
    .toSorted((a, b) => b.like - a.like)
    .filter(({ want, ours }) => {
      if (taken.has(want) || taken.has(ours)) return false;
      taken.add(want).add(ours);
      return true;
    });
  return {
    met,
    missed: wanted.filter((want) => !taken.has(want)),
    extra: found.filter((ours) => ours.rule.startsWith('KL-') && !taken.has(ours)),
  };
}
