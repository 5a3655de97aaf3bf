import { addDays, isCivilDate, isId, languages, newId } from '../../base/index.ts';
import { endOfDay } from '../../law/index.ts';
import {
  cellsOf,
  checkImport,
  type FaultyRow,
  type ImportRow,
  importColumns,
  importRequests,
  intakeChannels,
  rightKinds,
  rowsAtMost,
} from '../../system/index.ts';
import type { FieldError, ImportFault, Page, RequestImportPage } from '../pages.ts';
import { type Answer, chosen, field, malformed, type StaffServiceCall } from '../route.ts';
import { fieldErrors, oneError } from '../views/problems.ts';
import { baseOf } from './paging.ts';

/** The form into which a table of requests is pasted. */
export function importPage(
  call: StaffServiceCall,
  more: Partial<Omit<RequestImportPage, 'page'>> = {},
): RequestImportPage {
  const { speaker, world } = call;
  return {
    page: 'request-import',
    batch: newId(world.now(), world.crypto.random),
    rows: '',
    columns: importColumns.map((key) => speaker.sayCode('page.request-import.column', key)),
    channels: intakeChannels.map((key) => speaker.sayCode('intake', key)),
    kinds: rightKinds.map((key) => speaker.title('rights', key)),
    atMost: rowsAtMost,
    faults: [],
    errors: [],
    ...more,
  };
}

/** Looks at a pasted table, or takes in what is in it. */
export async function importTable(call: StaffServiceCall): Promise<Answer> {
  const { speaker, world, clerk, service } = call;
  const act = chosen(call.form, 'act', ['check', 'take']);
  const batch = field(call.form, 'batch');
  if (act === undefined || !isId(batch)) throw malformed();
  const text = field(call.form, 'rows');
  const rows = rowsOf(call, text);
  const again = (status: number, more: Partial<Omit<RequestImportPage, 'page'>>): Answer => ({
    page: importPage(call, { batch, rows: text, ...more }) satisfies Page,
    status,
    frame: { here: 'requests' },
  });
  const errors = wholeErrors(call, rows);
  if (errors.length > 0) return again(422, { errors });
  const faulty = checkImport(world, { service, rows });
  if (act === 'check' || faulty.length > 0) {
    const good = rows.length - faulty.length;
    return again(faulty.length > 0 ? 422 : 200, { good, faults: faultsOf(call, faulty) });
  }
  const done = await importRequests(world, clerk, { service, batch, rows });
  const flash = speaker.say('page.flash.requests-imported', { count: done.taken, known: done.known });
  if (done.faulty.length === 0) return { to: `${baseOf(call)}/requests`, flash };
  const left = done.faulty.map(({ row }) => lineOf(row)).join('\n');
  return again(422, { rows: left, faults: faultsOf(call, done.faulty), said: flash });
}

function wholeErrors({ speaker }: StaffServiceCall, rows: readonly ImportRow[]): readonly FieldError[] {
  if (rows.length === 0) return oneError(speaker, 'import-empty', 'rows');
  if (rows.length <= rowsAtMost) return [];
  return fieldErrors(speaker, [
    { code: 'import-too-long', severity: 'error', field: 'rows', params: { n: rowsAtMost } },
  ]);
}

/** The rows of a table; a first row of column names is none. */
function rowsOf(call: StaffServiceCall, text: string): readonly ImportRow[] {
  const rows = cellsOf(text).map((cells, at) => ({ line: at + 1, cells, intake: intakeOf(call, cells) }));
  const [first] = rows;
  const heads = first && /^\D+$/.test(first.cells[0] ?? '');
  return heads && first.cells.length >= importColumns.length - 1 && rows.length > 1 ? rows.slice(1) : rows;
}

function intakeOf(call: StaffServiceCall, cells: readonly string[]): ImportRow['intake'] {
  const { speaker } = call;
  const cell = (name: (typeof importColumns)[number]) => cells[importColumns.indexOf(name)] ?? '';
  const meant = <T extends string>(
    name: Parameters<typeof cell>[0],
    keys: readonly T[],
    said: (key: T) => string,
  ) => keys.find((key) => [key, said(key).toLowerCase()].includes(cell(name).toLowerCase()));
  return {
    receivedAt: instantOf(call, cell('receivedOn'), cell('receivedAt')),
    channel: meant('channel', intakeChannels, (key) => speaker.sayCode('intake', key)),
    kind: meant('kind', rightKinds, (key) => speaker.title('rights', key)) ?? '',
    address: cell('address'),
    name: cell('name'),
    answerTo: cell('answerTo'),
    language: meant('language', languages, (key) => speaker.sayCode('language', key)) ?? speaker.language,
    words: cell('words'),
  };
}

/** A day as `2026-11-20` or `20.11.2026`. */
function dayIn(text: string): string | undefined {
  const [, day = '', month = '', year = ''] = /^(\d{2})\.(\d{2})\.(\d{4})$/.exec(text) ?? [];
  const said = year === '' ? text : `${year}-${month}-${day}`;
  return isCivilDate(said) ? said : undefined;
}

/** Instant of a day and a time in the operator's zone; without a time midday, or now if that is earlier. */
export function instantOf(call: StaffServiceCall, on: string, time: string): number | undefined {
  const day = dayIn(on);
  const [, hours, minutes] = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(time || '12:00') ?? [];
  if (day === undefined || hours === undefined) return undefined;
  const begins = endOfDay(addDays(day, -1), call.world.law.zone);
  const at = begins + (Number(hours) * 60 + Number(minutes)) * 60_000;
  const now = call.world.now();
  return time === '' && begins <= now ? Math.min(at, now) : at;
}

function faultsOf({ speaker }: StaffServiceCall, faulty: readonly FaultyRow[]): readonly ImportFault[] {
  return faulty.map(({ row, problems }) => ({
    line: row.line,
    errors: fieldErrors(speaker, problems).map(({ message, help }) =>
      [message, help].filter(Boolean).join(' '),
    ),
  }));
}

/** A row as it can be pasted again. */
const lineOf = ({ cells }: ImportRow) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
