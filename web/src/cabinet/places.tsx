import { useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { PlaceLines } from '../pieces/place.tsx';
import { Empty } from '../pieces/said.tsx';

/** Where my data lie. */
export function MyPlaces({ page }: { readonly page: PageOf<'my-places'> }) {
  const say = useSay();
  return (
    <Leaf>
      <Opening title={say('page.my-places.title')} lead={say('page.my-places.lead')} />
      {page.rows.length === 0 ? (
        <Line kind="first">
          <Empty>{say('page.my-places.empty')}</Empty>
        </Line>
      ) : null}
      {page.rows.map((row) => (
        <Line key={row.id} kind="first">
          <PlaceLines place={row} />
        </Line>
      ))}
    </Leaf>
  );
}
