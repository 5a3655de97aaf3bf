/** What is recorded of a visit, field by field. */
export interface VisitField {
  readonly field: 'address' | 'client' | 'time' | 'page';
  /** The categories that stand for it in a policy; one of them must be declared. */
  readonly categories: readonly string[];
  /** What is left of it without a consent: a part that points at nobody, or nothing. */
  readonly guest: 'reduced' | 'none';
}

const visited = ['usage_history', 'web_analytics'] as const;

/**
 * The fields of a visit; nothing else about one is recorded.
 *
 * Without a consent an address is cut to its network and a time to the minute; program and page are left out,
 * for they are what habits are made of.
 * @law 94-V Art. 7(1), 94-V Art. 7(9)
 */
export const visitFields: readonly VisitField[] = [
  { field: 'address', categories: ['ip_address'], guest: 'reduced' },
  { field: 'client', categories: ['browser_device'], guest: 'none' },
  { field: 'time', categories: visited, guest: 'reduced' },
  { field: 'page', categories: visited, guest: 'none' },
];

/** The categories that a visit can bring, each once. */
export const visitCategories: readonly string[] = [
  ...new Set(visitFields.flatMap(({ categories }) => categories)),
];
