import { isMap, isScalar, isSeq } from 'yaml';
import type { Span } from '../base/index.ts';
import { documentOf } from './yaml.ts';

/**
 * Where each clause's id stands in a policy file, for whoever points at it. Clauses that cannot be found are
 * left out. Never throws for a file that `parsePolicy` takes. O(file).
 */
export function clausePlaces(file: string): ReadonlyMap<string, Span> {
  const { node } = documentOf(file);
  const clauses = isMap(node) ? node.get('clauses', true) : undefined;
  const places = new Map<string, Span>();
  for (const row of isSeq(clauses) ? clauses.items : []) {
    const id = isMap(row) ? row.get('id', true) : undefined;
    if (!isScalar(id) || !id.range || typeof id.value !== 'string' || places.has(id.value)) continue;
    places.set(id.value, { start: id.range[0], end: id.range[1] });
  }
  return places;
}
