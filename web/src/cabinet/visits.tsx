import { useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { Form } from '../pieces/form.tsx';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { Phrase } from '../pieces/phrase.tsx';
import { Empty, More, Names, Terms } from '../pieces/said.tsx';
import { Visits } from '../pieces/visits.tsx';

/** What is recorded of my visits to pages, and the button that destroys it. */
export function MyVisits({ page }: { readonly page: PageOf<'my-visits'> }) {
  const say = useSay();
  const { visits, recorded } = page;
  const lines = [
    { term: say('page.visits.recorded'), text: <Names names={recorded} /> },
    { term: say('page.visits.kept'), text: page.term },
  ];
  return (
    <Leaf>
      <Opening
        title={say('page.my-visits.title')}
        lead={say(recorded.length === 0 ? 'page.visits.none' : 'page.my-visits.lead')}
        margin={recorded.length === 0 ? null : <Terms kind="small" lines={lines} />}
      />
      <Line kind="first">
        {visits.length === 0 ? <Empty>{say('page.my-visits.empty')}</Empty> : <Visits visits={visits} />}
        <More href={page.more} />
      </Line>
      {visits.length === 0 ? null : (
        <Line kind="section" margin={<p class="small">{say('page.my-visits.clear-why')}</p>}>
          <Form label={say('page.my-visits.clear')}>
            <button type="submit" class="quiet">
              {say('page.my-visits.clear')}
            </button>
          </Form>
        </Line>
      )}
      <Line kind="closing">
        <p class="small muted">
          <Phrase say="page.my-data.recorded" parts={{ entry: <code>{page.recordedAs}</code> }} />
        </p>
      </Line>
    </Leaf>
  );
}
