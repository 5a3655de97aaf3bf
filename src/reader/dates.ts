import { type CivilDate, isCivilDate } from '../base/index.ts';
import type { ReadClause } from './structure.ts';

/** Month names by their first letters, Russian, Kazakh, English; the order is that of the year. */
const months: readonly RegExp[] = [
  /^(?:январ|қаңтар|jan)/u,
  /^(?:феврал|ақпан|feb)/u,
  /^(?:март|наурыз|mar)/u,
  /^(?:апрел|сәуір|apr)/u,
  /^(?:ма[йя]$|мамыр|may)/u,
  /^(?:июн|маусым|jun)/u,
  /^(?:июл|шілде|jul)/u,
  /^(?:август|тамыз|aug)/u,
  /^(?:сентябр|қыркүйек|sep)/u,
  /^(?:октябр|қазан|oct)/u,
  /^(?:ноябр|қараша|nov)/u,
  /^(?:декабр|желтоқсан|dec)/u,
];

const announces =
  /дата|редакци|обновл|вступ|действует|утвержд|effective|updated|revised|version|күші|күні|жаңарт/iu;

/** The date the policy states at its head: in its first lines, beside a word that announces it. */
export function dateOf(body: string, clauses: readonly Pick<ReadClause, 'span'>[]): CivilDate | undefined {
  for (const { span } of clauses.slice(0, 6)) {
    const text = body.slice(span.start, Math.min(span.end, span.start + 200));
    if (!announces.test(text)) continue;
    const date = dateIn(text.toLowerCase());
    if (date) return date;
  }
  return undefined;
}

const name = '[a-zа-яәіңғүұқөһё]';
const dayFirstForm = new RegExp(`(\\d{1,2})[»"]?\\s+(${name}{3,12})[,.]?\\s+(\\d{4})`);
const monthFirstForm = new RegExp(`(${name}{3,12})\\s+(\\d{1,2}),?\\s+(\\d{4})`);
const yearFirstForm = new RegExp(`(\\d{4})\\s+(?:жыл${name}*|ж\\.)\\s+(\\d{1,2})\\s+(${name}{3,12})`);

/** The first date in `text`, which is in lower case: numbers, or a month by name. */
export function dateIn(text: string): CivilDate | undefined {
  const numeric = /(\d{1,2})\.(\d{1,2})\.(\d{4})/.exec(text);
  if (numeric) return dateFrom(numeric[3], Number(numeric[2]), numeric[1]);
  const iso = /(\d{4})-(\d{2})-(\d{2})/.exec(text);
  if (iso) return dateFrom(iso[1], Number(iso[2]), iso[3]);
  const dayFirst = dayFirstForm.exec(text);
  if (dayFirst && monthOf(dayFirst[2]) > 0) return dateFrom(dayFirst[3], monthOf(dayFirst[2]), dayFirst[1]);
  const monthFirst = monthFirstForm.exec(text);
  if (monthFirst && monthOf(monthFirst[1]) > 0)
    return dateFrom(monthFirst[3], monthOf(monthFirst[1]), monthFirst[2]);
  const yearFirst = yearFirstForm.exec(text);
  return yearFirst ? dateFrom(yearFirst[1], monthOf(yearFirst[3]), yearFirst[2]) : undefined;
}

function monthOf(name: string | undefined): number {
  return months.findIndex((month) => month.test(name ?? '')) + 1;
}

function dateFrom(year: string | undefined, month: number, day: string | undefined): CivilDate | undefined {
  const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isCivilDate(date) ? date : undefined;
}
