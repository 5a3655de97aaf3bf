import type { Difference } from '../policy/index.ts';
import type { Speaker } from '../words/index.ts';

/** What one version says otherwise than another, in a sentence. */
export function differenceText(speaker: Speaker, difference: Difference): string {
  const { kind, facet, label, was = '', is = '' } = difference;
  const name = facet !== undefined && label !== undefined ? speaker.label(facet, label) : '';
  const purpose = kind.startsWith('data-purpose-') ? speaker.label('purposes', String(is || was)) : '';
  const where = facet === undefined ? '' : speaker.sayCode('facet', facet);
  return speaker.sayCode('difference', kind, { label: name, was, is, purpose, where }).trim();
}
