/** A calendar date `YYYY-MM-DD`, proleptic Gregorian, years 0001–9999. */
export type CivilDate = string;

const dayMs = 86_400_000;

/** Whether `text` is a date that exists. */
export function isCivilDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match || match[1] === '0000') return false;
  return new Date(Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])))
    .toISOString()
    .startsWith(text);
}

/** Days since 1970-01-01. */
export function dayNumber(date: CivilDate): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / dayMs);
}

/** The date `days` after (or, negative, before) `date`. */
export function addDays(date: CivilDate, days: number): CivilDate {
  return new Date((dayNumber(date) + days) * dayMs).toISOString().slice(0, 10);
}

/**
 * The date `months` later; a day that month lacks becomes its last day (31 January + 1 month = 28 or 29
 * February).
 */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const total = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const year = Math.floor(total / 12);
  const month = (total % 12) + 1;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const day = Math.min(Number(date.slice(8, 10)), last);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/**
 * Full years lived on `today` by someone born on `birth`; who was born on 29 February ages on 1 March of
 * common years.
 */
export function ageOn(birth: CivilDate, today: CivilDate): number {
  const years = Number(today.slice(0, 4)) - Number(birth.slice(0, 4));
  return today.slice(5) < birth.slice(5) ? years - 1 : years;
}

/** 0 = Sunday … 6 = Saturday. */
export function weekday(date: CivilDate): number {
  return (((dayNumber(date) + 4) % 7) + 7) % 7;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * Dates found lately, by zone and quarter of an hour: since 1973 no zone changes its date within one.
 * @source IANA Time Zone Database
 */
const found = new Map<string, Map<number, CivilDate>>();
const quarterMs = 900_000;
const quartersFrom = Date.UTC(1973, 0, 1) / quarterMs;
const foundAtMost = 10_000;

/** The calendar date in `zone` (IANA name) at the instant `at` (milliseconds since the epoch). */
export function civilDateAt(at: number, zone: string): CivilDate {
  const quarter = Math.floor(at / quarterMs);
  if (!(quarter >= quartersFrom)) return soughtDate(at, zone);
  let dates = found.get(zone);
  if (!dates || dates.size >= foundAtMost) {
    dates = new Map();
    found.set(zone, dates);
  }
  let date = dates.get(quarter);
  if (date === undefined) {
    date = soughtDate(at, zone);
    dates.set(quarter, date);
  }
  return date;
}

function soughtDate(at: number, zone: string): CivilDate {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    formats.set(zone, format);
  }
  return format.format(at);
}
