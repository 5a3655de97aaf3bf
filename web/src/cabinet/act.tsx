import { useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { Timed } from '../pieces/phrase.tsx';
import { Proof } from '../pieces/proof.tsx';
import { Amount, Moment, PrintButton, Terms } from '../pieces/said.tsx';

function Counts({ page }: { readonly page: PageOf<'act'> }) {
  const say = useSay();
  if (page.act.counts.length === 0) return null;
  return (
    <table class="figures">
      <caption>{say('page.act.counts')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('page.act.what')}</th>
          <th scope="col">{say('page.act.number')}</th>
        </tr>
      </thead>
      <tbody>
        {page.act.counts.map((count) => (
          <tr key={count.name}>
            <th scope="row">{count.name}</th>
            <td class="figure">
              <Amount n={count.n} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What is said of what is left on the disk, by how it stands with the key of its epoch. */
const saidOfTraces = {
  until: 'notice.act.traces-until',
  late: 'notice.act.traces-late',
  gone: 'notice.act.traces-gone',
} as const;

function Traces({ traces }: { readonly traces: PageOf<'act'>['act']['traces'] | undefined }) {
  const say = useSay();
  if (!traces) return say('notice.act.traces-unknown');
  return <Timed say={saidOfTraces[traces.state]} at={traces.at} />;
}

/** The act of destruction: a document one can keep, with its proof. */
export function Act({ page }: { readonly page: PageOf<'act'> }) {
  const say = useSay();
  const { act } = page;
  const lines = [
    { term: say('page.act.id'), text: <code>{act.id}</code> },
    { term: say('page.act.decided'), text: <Moment at={act.decidedAt} /> },
    {
      term: say('page.act.swept'),
      text: act.sweptAt === undefined ? say('page.act.sweeping') : <Moment at={act.sweptAt} />,
    },
    { term: say('notice.act.traces'), text: <Traces traces={act.traces} /> },
    ...(act.index === undefined
      ? []
      : [{ term: say('page.act.index'), text: <span class="figure">{act.index}</span> }]),
  ];
  return (
    <Leaf kind="document-leaf">
      <Opening
        title={say('page.act.title')}
        lead={say('page.act.lead')}
        margin={
          <>
            <p class="small">{say('page.act.keep')}</p>
            <PrintButton />
          </>
        }
      />
      <Line kind="first" margin={<p class="small">{say('page.act.why')}</p>}>
        <Terms kind="document" lines={lines} />
        <Counts page={page} />
      </Line>
      <Line margin={<p class="small">{say('page.proof.why')}</p>}>
        <Proof proof={act.proof} entry={act.entry} />
      </Line>
    </Leaf>
  );
}
