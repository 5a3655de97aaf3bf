import type { VisitView } from '../../../src/server/pages.ts';
import { useSay } from '../frame/context.ts';
import { Day, Moment } from './said.tsx';
import { Sheet } from './sheet.tsx';

/** Visits as a table with the columns that were recorded at all. */
export function Visits({ visits }: { readonly visits: readonly VisitView[] }) {
  const say = useSay();
  const timed = visits.some(({ time }) => time !== undefined);
  const columns = [
    {
      name: timed ? say('page.visits.time') : say('page.visits.day'),
      cell: ({ day, time }: VisitView) => (time === undefined ? <Day date={day} /> : <Moment at={time} />),
    },
    { name: say('page.visits.page'), cell: ({ page }: VisitView) => page && <code>{page}</code> },
    { name: say('page.visits.address'), cell: ({ address }: VisitView) => address },
    { name: say('page.visits.client'), cell: ({ client }: VisitView) => client },
  ];
  const filled = columns.filter(({ cell }) => visits.some((visit) => cell(visit) !== undefined));
  return (
    <Sheet
      caption={say('page.visits.title')}
      columns={filled.map(({ name }) => name)}
      rows={visits.map((visit, index) => ({
        key: String(index),
        cells: filled.map(({ cell }) => cell(visit)),
      }))}
    />
  );
}
