import { policyReader } from './rows.ts';
import type { Schema } from './shape.ts';

/**
 * The JSON Schema of a policy file, so that an editor completes and checks it: made of the same table by
 * which files are read. It says less than reading does: nothing of clauses that are cited and not there, of
 * numbers of operators, of rows given twice.
 *
 * @source JSON Schema, draft 2020-12
 */
export function policySchema(): Schema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:kepil:kepil-policy:1',
    title: 'kepil-policy/1',
    ...policyReader().schema,
  };
}
