import type { Id } from '../base/index.ts';
import type { ConfirmationWay, ConfirmedPart } from '../store/index.ts';
import type { StoredValue } from '../vault/index.ts';

/** How a value was confirmed, when, by whom of the staff, and what shows it. */
export interface Confirmation extends Omit<ConfirmedPart, 'category'> {
  readonly by?: Id;
  /** The document, or the comparison. */
  readonly evidence?: Id;
}

/** How a value was confirmed; undefined of one that is only said. */
export function confirmationOf(value: StoredValue | undefined): Confirmation | undefined {
  if (value?.status !== 'confirmed') return undefined;
  const { entry, document, compared, confirmedBy } = value;
  const at = value.confirmedAt ?? value.at;
  const evidence = compared ?? document;
  const way: ConfirmationWay = compared ? 'comparison' : document ? 'document' : 'code';
  return {
    ...{ way, at, entry },
    ...(confirmedBy && { by: confirmedBy }),
    ...(evidence && { evidence }),
  };
}
