import type { Calendar } from '../pack.ts';

/**
 * Holidays and swaps of working days, 2024–2027, five-day week.
 *
 * Rules: national and state holidays that fall on a weekend give the next working day off; 7 January and the
 * first day of Kurban-ait are days off without carry-over. The government may swap days during the year. To
 * add a year: its lunar day, its swaps, the sources, and a new `version`.
 *
 * @source Law on holidays 267-II Art. 2, 3, 5; Labour Code Art. 84(5), 85(3)
 */
export const calendar: Calendar = {
  version: '2026-11',
  weekend: [0, 6],
  holidays: [
    { key: 'new-year', day: '01-01', carried: true, grade: 'official' },
    { key: 'new-year-second', day: '01-02', carried: true, grade: 'official' },
    { key: 'orthodox-christmas', day: '01-07', carried: false, grade: 'secondary' },
    { key: 'women', day: '03-08', carried: true, grade: 'secondary' },
    { key: 'constitution', day: '03-15', carried: true, sinceYear: 2027, grade: 'secondary' },
    { key: 'nauryz-first', day: '03-21', carried: true, grade: 'secondary' },
    { key: 'nauryz-second', day: '03-22', carried: true, grade: 'secondary' },
    { key: 'nauryz-third', day: '03-23', carried: true, grade: 'secondary' },
    { key: 'unity', day: '05-01', carried: true, grade: 'secondary' },
    { key: 'defender', day: '05-07', carried: true, sinceYear: 2013, grade: 'secondary' },
    { key: 'victory', day: '05-09', carried: true, grade: 'secondary' },
    { key: 'capital', day: '07-06', carried: true, grade: 'secondary' },
    { key: 'constitution-1995', day: '08-30', carried: true, untilYear: 2025, grade: 'secondary' },
    { key: 'republic', day: '10-25', carried: true, sinceYear: 2022, grade: 'secondary' },
    { key: 'independence', day: '12-16', carried: true, grade: 'secondary' },
  ],
  years: [
    {
      year: 2024,
      lunar: ['2024-06-16'],
      off: ['2024-05-08'],
      worked: ['2024-05-04'],
      moves: 'final',
      sources: [
        'mgorod.kz/news/kalendar-vyhodnyh-na-2024-god',
        'smartnews.kz/ru/news/18380 (rest day of Saturday 4 May moved to Wednesday 8 May)',
      ],
    },
    {
      year: 2025,
      lunar: ['2025-06-06'],
      off: ['2025-01-03'],
      worked: ['2025-01-05'],
      moves: 'final',
      sources: [
        'pobipb.kz/kalendar-vyxodnyx-i-prazdnichnyx-dnej-na-2025-god',
        'smartnews.kz/ru/news/18380 (order of 21.11.2024: Sunday 5 January to Friday 3 January; no others)',
      ],
    },
    {
      year: 2026,
      lunar: ['2026-05-27'],
      off: [],
      worked: [],
      moves: 'published',
      sources: [
        'inform.kz/ru/kak-budut-otdihat-kazahstantsi-v-2026-godu-947dd6 (calendar of egov.kz, 02.01.2026, no swaps)',
        'taspanews.kz, 18.03.2026 (30 August no longer a holiday; 15 March from 2027)',
      ],
    },
    {
      year: 2027,
      // INVARIANT: the lunar day is astronomical until the Muslim board announces it; it falls on a Sunday
      // and changes nothing.
      lunar: ['2027-05-16'],
      off: [],
      worked: [],
      moves: 'expected',
      sources: ['derived from the rules; no official calendar seen'],
    },
  ],
};
