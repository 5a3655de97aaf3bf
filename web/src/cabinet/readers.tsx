import { publicBase, useFrame, useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { Entry } from '../pieces/entry.tsx';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { Empty, More } from '../pieces/said.tsx';

/** Who has seen or received my data, newest first, with the reason of each. */
export function MyReaders({ page }: { readonly page: PageOf<'my-readers'> }) {
  const say = useSay();
  const base = publicBase(useFrame().service);
  return (
    <Leaf>
      <Opening
        title={say('page.my-readers.title')}
        lead={say('page.my-readers.lead')}
        margin={
          <>
            <p class="links">
              <a href={`${base}/me/recipients`}>{say('page.my-recipients.title')}</a>
              <a href={`${base}/me/places`}>{say('page.my-places.title')}</a>
            </p>
            <p class="small">
              {say('page.my-readers.ask')}{' '}
              <a href={`${base}/me/requests`}>{say('page.my-readers.ask-link')}</a>
            </p>
          </>
        }
      />
      {page.entries.length === 0 ? (
        <Line>
          <Empty>{say('page.my-readers.empty')}</Empty>
        </Line>
      ) : null}
      {page.entries.map((entry) => (
        <Entry key={entry.id} entry={entry} />
      ))}
      {page.more === undefined ? null : (
        <Line kind="closing">
          <More href={page.more} />
        </Line>
      )}
    </Leaf>
  );
}
