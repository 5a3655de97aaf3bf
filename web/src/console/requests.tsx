import { consoleBase, ownPath, type Sentence, useFrame, useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { Choice } from '../pieces/field.tsx';
import { Find } from '../pieces/find.tsx';
import { Submit } from '../pieces/form.tsx';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { Timed } from '../pieces/phrase.tsx';
import { RequestClock, RequestNumber } from '../pieces/request.tsx';
import { Empty, More } from '../pieces/said.tsx';

const filters: readonly { readonly state: string; readonly name: Sentence }[] = [
  { state: 'open', name: 'page.requests.open' },
  { state: 'late', name: 'page.requests.late' },
  { state: 'waiting', name: 'page.requests.waiting' },
  { state: 'done', name: 'page.requests.done' },
  { state: 'refused', name: 'page.requests.refused' },
  { state: 'all', name: 'page.requests.all' },
];

function Filters({ page }: { readonly page: PageOf<'requests'> }) {
  const say = useSay();
  const path = `${consoleBase(useFrame().service)}/requests`;
  const only = Object.entries(page.chosen).filter(([, value]) => value !== '');
  const query = (state: string) => new URLSearchParams({ state, ...Object.fromEntries(only) });
  return (
    <nav class="filters" aria-label={say('page.requests.filter')}>
      <ul>
        {filters.map(({ state, name }) => (
          <li key={state}>
            <a
              href={`${path}?${query(state)}`}
              aria-current={!page.search.found && state === page.state ? 'true' : undefined}
            >
              {say(name)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** What else narrows the list: a form that goes by the address, so that a list can be kept and shared. */
function Narrow({ page }: { readonly page: PageOf<'requests'> }) {
  const say = useSay();
  const any = { key: '', name: say('page.requests.any') };
  return (
    <form method="get" action={ownPath(useFrame())} aria-label={say('page.requests.narrow')} class="narrow">
      <input type="hidden" name="state" value={page.state} />
      <Choice
        name="kind"
        label={say('page.requests.kind')}
        errors={[]}
        options={[any, ...page.kinds]}
        value={page.chosen.kind}
      />
      <Choice
        name="channel"
        label={say('page.requests.channel')}
        errors={[]}
        options={[any, ...page.channels]}
        value={page.chosen.channel}
      />
      <Submit kind="quiet">{say('page.requests.show')}</Submit>
    </form>
  );
}

/** Requests of subjects: those to work on soonest due first, others newest first. */
export function Requests({ page }: { readonly page: PageOf<'requests'> }) {
  const say = useSay();
  const base = consoleBase(useFrame().service);
  return (
    <Leaf kind="dense">
      <Opening
        title={say('page.requests.title')}
        lead={say('page.requests.counts', page.counts)}
        margin={
          <p class="links">
            <a href={`${base}/requests/new`}>{say('page.requests.take-in')}</a>
            <a href={`${base}/requests/import`}>{say('page.requests.import')}</a>
          </p>
        }
      />
      <Line kind="first" margin={<Find of="requests" search={page.search} maxlength={254} />}>
        <Filters page={page} />
        {page.search.found ? <h2>{say('page.requests.found')}</h2> : <Narrow page={page} />}
        {page.rows.length === 0 && page.search.errors.length === 0 ? (
          <Empty>{say('page.requests.empty')}</Empty>
        ) : null}
      </Line>
      {page.rows.map((row) => (
        <Line key={row.id} kind="due" margin={<RequestClock request={row} />}>
          <h2>
            <a href={row.href}>{row.name}</a>
          </h2>
          <p class="small muted">
            <RequestNumber request={row} />
            {row.unproved ? `, ${say('page.requests.unproved')}` : null}
            <br />
            <Timed say="page.request.received" at={row.receivedAt} />
          </p>
        </Line>
      ))}
      {page.more === undefined ? null : (
        <Line kind="closing">
          <More href={page.more} />
        </Line>
      )}
    </Leaf>
  );
}
