import { type CivilDate, civilDateAt, type Id } from '../base/index.ts';

/** What people call a request by: the day it came and five signs of its id, such as `20261128-4F0C9`. */
export function requestNumber(of: { readonly id: Id; readonly receivedAt: number }, zone: string): string {
  return `${civilDateAt(of.receivedAt, zone).replaceAll('-', '')}-${of.id.slice(-5).toUpperCase()}`;
}

/** What a number says of its request; undefined for anything else that was typed. */
export function readRequestNumber(typed: string): { day: CivilDate; ending: string } | undefined {
  const found = /^\s*(\d{4})(\d{2})(\d{2})\s*[-–—]\s*([0-9a-f]{5})\s*$/i.exec(typed);
  if (!found) return undefined;
  const [, year, month, day, ending = ''] = found;
  return { day: `${year}-${month}-${day}`, ending: ending.toLowerCase() };
}
