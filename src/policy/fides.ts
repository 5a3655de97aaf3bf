import type { Json } from '../base/index.ts';
import { categories } from './categories.ts';
import type { Policy } from './policy.ts';
import { purposes } from './purposes.ts';

/** A key of fideslang: lower case, digits, dots, dashes, underscores. */
const keyOf = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9_.-]+/g, '_')
    .replaceAll(/^_+|_+$/g, '');

/**
 * A policy as a fideslang manifest: one system with a privacy declaration for each purpose. Purposes and
 * categories that have no key there are left out, and named in the description of what they belong to, so
 * that nobody takes the manifest for the whole.
 *
 * @source fideslang 3.2: System, PrivacyDeclaration
 */
export function fidesOf(policy: Policy): Json {
  const host = policy.services.find((row) => row.host !== undefined)?.host;
  const name = policy.operator.name ?? policy.title;
  const without = policy.purposes.filter(({ purpose }) => purposes[purpose]?.fides === undefined);
  const declared = policy.purposes.flatMap(({ purpose }) => {
    const use = purposes[purpose]?.fides;
    return use === undefined ? [] : [declarationOf(policy, purpose, use)];
  });
  return {
    system: [
      {
        fides_key: keyOf(host ?? name) || 'service',
        name,
        system_type: 'Service',
        ...(without.length > 0 && {
          description: `No fideslang data use for: ${without.map(({ purpose }) => purpose).join(', ')}`,
        }),
        privacy_declarations: declared,
      },
    ],
  };
}

function declarationOf(policy: Policy, purpose: string, use: string): Json {
  const served = policy.data.filter((row) => row.purposes.includes(purpose)).map(({ category }) => category);
  const unknown = served.filter((key) => categories[key]?.fides === undefined);
  const keys = served.flatMap((key) => categories[key]?.fides ?? []);
  return {
    name: purpose,
    data_use: use,
    data_categories: [...new Set(keys)].sort(),
    data_subjects: ['customer'],
    ...(unknown.length > 0 && {
      description: `No fideslang data category for: ${unknown.join(', ')}`,
    }),
  };
}
