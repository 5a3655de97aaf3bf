import type { StaffServiceCall } from '../route.ts';

/** Rows on one page of a list. */
export const pageSize = 50;

/** Where the console of the service at hand lives: no slash at the end. */
export const baseOf = (call: StaffServiceCall) => `/console/s/${call.service.key}`;

/** The address of the next page, when there may be one. */
export function moreOf(call: StaffServiceCall, rows: readonly { id: string }[]): { more?: string } {
  const last = rows.at(-1);
  if (rows.length < pageSize || !last) return {};
  const query = new URLSearchParams({ ...call.query, after: last.id });
  return { more: `?${query}` };
}
