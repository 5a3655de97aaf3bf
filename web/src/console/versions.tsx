import type { VersionRow } from '../../../src/server/pages.ts';
import { useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { Hash, Moment, Terms } from '../pieces/said.tsx';

/** When a version was read and put in force, and its hash. */
function VersionDates({ row }: { readonly row: VersionRow }) {
  const say = useSay();
  const lines = [
    { term: say('page.policy.read-at'), text: <Moment at={row.createdAt} /> },
    ...(row.liveAt === undefined
      ? []
      : [{ term: say('page.policy.live-at'), text: <Moment at={row.liveAt} /> }]),
    { term: say('page.policy.hash'), text: <Hash hash={row.hash} /> },
  ];
  return <Terms kind="small" lines={lines} />;
}

function Version({ row }: { readonly row: VersionRow }) {
  const say = useSay();
  const state = row.state === 'in-force' && row.draft ? 'draft' : row.state;
  return (
    <Line kind={`version-row version-${row.state}`} margin={<VersionDates row={row} />}>
      <h3>
        <a href={row.href}>{say('page.versions.number', { version: row.version })}</a>
      </h3>
      <p>{say(`page.versions.state.${state}`)}</p>
    </Line>
  );
}

/** Every version of the policy: which is in force, which waits, what became of the others. */
export function Versions({ page }: { readonly page: PageOf<'versions'> }) {
  const say = useSay();
  const { waiting } = page;
  return (
    <Leaf kind="dense">
      <Opening title={say('page.versions.title')} lead={say('page.versions.lead')} />
      <Line kind="first" margin={<p class="small">{say('page.versions.waiting-why')}</p>}>
        <h2>{say('page.versions.waiting')}</h2>
        {waiting ? (
          <p class="ways">
            <a class="button" href={waiting.href}>
              {say('page.versions.look', { version: waiting.version })}
            </a>
          </p>
        ) : (
          <p>{say('page.versions.none-waiting')}</p>
        )}
      </Line>
      <Line kind="section">
        <h2>{say('page.versions.all')}</h2>
      </Line>
      {page.rows.map((row) => (
        <Version key={row.version} row={row} />
      ))}
    </Leaf>
  );
}
