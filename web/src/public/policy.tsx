import { publicBase, useFrame, useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { Clauses, Contents, firstIn } from '../pieces/clause.tsx';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { Counts } from '../pieces/mark.tsx';
import { Dated } from '../pieces/phrase.tsx';
import { VersionLines } from '../pieces/policy-head.tsx';
import { Empty, Own, Terms } from '../pieces/said.tsx';

function Notes({ page }: { readonly page: PageOf<'policy'> }) {
  const say = useSay();
  const unread = page.clauses.filter((clause) => clause.unread).length;
  return (
    <>
      {unread === 0 ? null : <p class="small">{say('page.policy.unread-count', { count: unread })}</p>}
      {page.refusals === 0 ? null : (
        <p class="small">{say('page.policy.refusals', { count: page.refusals })}</p>
      )}
      {page.textAtHand ? null : <p class="small">{say('page.policy.text-away')}</p>}
    </>
  );
}

function Others({ page }: { readonly page: PageOf<'policy'> }) {
  const say = useSay();
  if (page.others.length === 0) return null;
  return (
    <Line kind="section">
      <h2>{say('page.versions.public')}</h2>
      <ul class="plain-list">
        {page.others.map((row) => (
          <li key={row.version}>
            <a href={row.href}>{say('page.versions.number', { version: row.version })}</a>
          </li>
        ))}
      </ul>
    </Line>
  );
}

/** That this is not the version in force, and where that one stands. */
function Earlier({ page }: { readonly page: PageOf<'policy'> }) {
  const say = useSay();
  const { service } = useFrame();
  if (page.head.status !== 'superseded') return null;
  return (
    <Line kind="first">
      <p>
        {say('page.versions.public-old')}{' '}
        <a href={`${publicBase(service)}/privacy`}>{say('page.versions.public-now')}</a>
      </p>
    </Line>
  );
}

/** A change is announced: from when on it holds. On the page of that version: that it does not yet. */
function Upcoming({ page }: { readonly page: PageOf<'policy'> }) {
  const say = useSay();
  const { service } = useFrame();
  const { upcoming } = page;
  if (!upcoming || page.head.status === 'superseded') return null;
  const itself = upcoming.version === page.head.version;
  return (
    <Line kind="first">
      <p>
        <Dated say={itself ? 'page.policy.not-yet' : 'page.policy.upcoming'} date={upcoming.on} />{' '}
        {itself ? (
          <a href={`${publicBase(service)}/privacy`}>{say('page.versions.public-now')}</a>
        ) : (
          <a href={upcoming.href}>{say('page.versions.number', { version: upcoming.version })}</a>
        )}
      </p>
    </Line>
  );
}

/** The policy: prose clause by clause, in the margin of each its pledges and their state. */
export function Policy({ page }: { readonly page: PageOf<'policy'> }) {
  const say = useSay();
  return (
    <div class="with-contents">
      <Contents clauses={page.clauses} of={page.head} />
      <Leaf kind="policy">
        <Opening
          title={
            page.head.title === '' ? say('page.policy.title') : <Own of={page.head}>{page.head.title}</Own>
          }
          lead={say(page.textAtHand ? 'page.policy.lead' : 'page.policy.lead-retold')}
          margin={<VersionLines head={page.head} />}
        />
        <Earlier page={page} />
        <Upcoming page={page} />
        <Line kind="summary" margin={<Notes page={page} />}>
          <Counts counts={page.head.counts} href={firstIn(page.clauses)} />
        </Line>
        {page.filled.length === 0 ? null : (
          <Line kind="filled" margin={<p class="small">{say('page.policy.filled-why')}</p>}>
            <h2>{say('page.policy.filled')}</h2>
            <Terms kind="document" lines={page.filled} />
          </Line>
        )}
        {page.clauses.length === 0 ? (
          <Line>
            <Empty>{say('page.policy.empty')}</Empty>
          </Line>
        ) : null}
        <Clauses clauses={page.clauses} of={page.head} />
        <Others page={page} />
      </Leaf>
    </div>
  );
}
