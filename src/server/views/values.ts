import { type ShownValue, sayDestroyed } from '../../system/index.ts';
import type { Speaker } from '../../words/index.ts';
import type { ValueView } from '../pages.ts';

/** A datum as the cabinet lists it. */
export function valueView(speaker: Speaker, row: ShownValue): ValueView {
  const { held } = row;
  return {
    category: row.category,
    name: speaker.title('data_categories', row.category),
    purposes: row.purposes.map((purpose) => speaker.label('purposes', purpose)),
    until: row.until,
    correctable: row.correctable,
    history: held?.history ?? 0,
    ...(row.destroyed && { destroyed: sayDestroyed(speaker, row.destroyed) }),
    ...(held && {
      masked: held.masked,
      source: speaker.sayCode('source', held.source),
      at: held.at,
      status: held.way && held.way !== 'code' ? (`confirmed-${held.way}` as const) : held.status,
    }),
  };
}
