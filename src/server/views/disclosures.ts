import type { DisclosureRecord } from '../../system/index.ts';
import type { Speaker } from '../../words/index.ts';
import type { DisclosureView } from '../pages.ts';
import { purposeName } from './entries.ts';

/** What was handed on, said. `name`: of the recipient, absent of a body of the state. */
export function disclosureView(
  speaker: Speaker,
  { row, name }: { readonly row: DisclosureRecord; readonly name?: string | undefined },
): DisclosureView {
  const ground = row.authority === undefined ? 'consent' : 'letter';
  return {
    id: row.id,
    to: name ?? speaker.title('recipients', row.kind),
    country: speaker.country(row.country),
    at: row.madeAt,
    purpose: purposeName(speaker, row.purpose),
    categories: row.categories.map((key) => speaker.label('data_categories', key)),
    ground: speaker.say(
      row.abroadConsent === undefined ? `page.disclosure.ground.${ground}` : 'page.disclosure.ground.abroad',
    ),
    entry: row.entry,
    ...(row.packageSha256 !== undefined && { sha256: row.packageSha256 }),
    ...(row.stoppedAt !== undefined && { stoppedAt: row.stoppedAt }),
  };
}
