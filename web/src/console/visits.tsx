import { useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { Day, Empty, Names, Terms } from '../pieces/said.tsx';
import { Sheet } from '../pieces/sheet.tsx';

type VisitsPage = PageOf<'visits'>;

function OfDay({ row }: { readonly row: VisitsPage['days'][number] }) {
  const say = useSay();
  return (
    <Line kind="section" margin={<p class="small">{say('page.visits.total', { n: row.total })}</p>}>
      <h2>
        <Day date={row.day} />
      </h2>
      {row.pages.length === 0 ? null : (
        <Sheet
          caption={say('page.visits.title')}
          columns={[say('page.visits.page'), say('page.visits.n')]}
          rows={row.pages.map(({ page, n }) => ({ key: page, cells: [<code key="page">{page}</code>, n] }))}
        />
      )}
    </Line>
  );
}

/** How often pages were opened, by day: figures, and nobody in them. */
export function VisitCounts({ page }: { readonly page: VisitsPage }) {
  const say = useSay();
  const { recorded, days } = page;
  const lines = [
    { term: say('page.visits.recorded'), text: <Names names={recorded} /> },
    { term: say('page.visits.kept'), text: page.term },
  ];
  return (
    <Leaf kind="dense">
      <Opening
        title={say('page.visits.title')}
        lead={say('page.visits.lead')}
        margin={recorded.length === 0 ? null : <Terms kind="small" lines={lines} />}
      />
      {days.length === 0 ? (
        <Line kind="first">
          <Empty>{say(recorded.length === 0 ? 'page.visits.none' : 'page.visits.empty')}</Empty>
        </Line>
      ) : null}
      {days.map((row) => (
        <OfDay key={row.day} row={row} />
      ))}
    </Leaf>
  );
}
