import { consoleBase, type Sentence, useFrame, useSay } from '../frame/context.ts';
import type { PageKinds, PageOf } from '../page-kind.ts';
import { Find } from '../pieces/find.tsx';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { PaperClock, PaperNumber } from '../pieces/paper.tsx';
import { Empty, More } from '../pieces/said.tsx';
import { Paper } from './paper.tsx';

const filters: readonly { readonly state: string; readonly name: Sentence }[] = [
  { state: 'waiting', name: 'page.papers.show.waiting' },
  { state: 'open', name: 'page.papers.show.open' },
  { state: 'confirmed', name: 'page.papers.show.confirmed' },
  { state: 'refused', name: 'page.papers.show.refused' },
  { state: 'lapsed', name: 'page.papers.show.lapsed' },
  { state: 'dropped', name: 'page.papers.show.dropped' },
  { state: 'all', name: 'page.papers.show.all' },
];

/** Applications for a consent on paper: those to be checked soonest due first. */
function Papers({ page }: { readonly page: PageOf<'papers'> }) {
  const say = useSay();
  const path = `${consoleBase(useFrame().service)}/papers`;
  return (
    <Leaf kind="dense">
      <Opening title={say('page.papers.title')} lead={say('page.papers.lead', page.counts)} />
      <Line kind="first" margin={<Find of="papers" search={page.search} maxlength={40} />}>
        <nav class="filters" aria-label={say('page.papers.filter')}>
          <ul>
            {filters.map(({ state, name }) => (
              <li key={state}>
                <a
                  href={`${path}?state=${state}`}
                  aria-current={!page.search.found && state === page.state ? 'true' : undefined}
                >
                  {say(name)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {page.search.found ? <h2>{say('page.papers.found')}</h2> : null}
        {page.rows.length === 0 ? <Empty>{say('page.papers.empty')}</Empty> : null}
      </Line>
      {page.rows.map((paper) => (
        <Line key={paper.id} kind="due" margin={<PaperClock paper={paper} />}>
          <h2>
            <a href={paper.href}>{paper.title}</a>
          </h2>
          <p class="small muted">
            <PaperNumber paper={paper} />
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

/** The pages of consents on paper by name. */
export const paperPages: PageKinds<'papers' | 'paper'> = {
  papers: {
    room: 'console',
    place: 'papers',
    View: Papers,
    title: (_, { speaker }) => speaker.say('page.papers.title'),
  },
  paper: {
    room: 'console',
    place: 'papers',
    View: Paper,
    title: ({ paper }, { speaker }) => speaker.say('page.paper.title', { number: paper.number }),
  },
};
