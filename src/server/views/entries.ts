import { type PlacedEntry, sayReasons } from '../../system/index.ts';
import type { Speaker } from '../../words/index.ts';
import type { EntryView } from '../pages.ts';

/** Takes a reason of an entry apart: `rule@clause:2.1`. */
function because(reason: string): { rule: string; clause?: string; article?: string } {
  const [rule = reason, place] = reason.split('@');
  if (place?.startsWith('clause:')) return { rule, clause: place.slice(7) };
  return place?.startsWith('article:') ? { rule, article: place.slice(8) } : { rule };
}

/** An entry as a person reads it; in the cabinet (`mine`) what the reader did themselves says «Вы». */
export function entryView(
  speaker: Speaker,
  { entry, index }: PlacedEntry,
  { mine = false }: { mine?: boolean } = {},
): EntryView {
  const role = mine && entry.actor.role === 'subject' ? 'you' : entry.actor.role;
  const who = speaker.sayCode('role', role);
  const what = speaker.sayCode('entry', entry.outcome === 'refused' ? 'refusal' : entry.kind);
  const purpose = entry.purpose === undefined ? undefined : purposeName(speaker, entry.purpose);
  return {
    id: entry.id,
    at: Date.parse(entry.at),
    kind: entry.kind,
    outcome: entry.outcome,
    title: speaker.say('entry.title', { who, what }),
    ...(purpose !== undefined && { purpose }),
    categories: (entry.categories ?? []).map((category) => speaker.label('data_categories', category)),
    because: sayReasons(speaker, (entry.because ?? []).map(because)),
    ...(index !== undefined && { index }),
  };
}

/** A declared purpose by its label, a standing one by its name in the law pack. */
export function purposeName(speaker: Speaker, purpose: string): string {
  return speaker.has(`label.purposes.${purpose}`)
    ? speaker.label('purposes', purpose)
    : speaker.sayCode('standing', purpose);
}

/** The same with a capital first letter. */
export function purposeTitle(speaker: Speaker, purpose: string): string {
  return titled(speaker, purposeName(speaker, purpose));
}

/** A name where it opens a row or a heading. */
export function titled(speaker: Speaker, name: string): string {
  return name.charAt(0).toLocaleUpperCase(speaker.language) + name.slice(1);
}
