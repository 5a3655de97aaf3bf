import { consoleBase, useFrame, useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { Clauses, Contents, firstIn } from '../pieces/clause.tsx';
import { Findings } from '../pieces/findings.tsx';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { Counts } from '../pieces/mark.tsx';
import { Timed } from '../pieces/phrase.tsx';
import { VersionLines } from '../pieces/policy-head.tsx';
import { Empty, Own } from '../pieces/said.tsx';

/** The pledge board: every clause with its pledges and what their probes found just now. */
export function Board({ page }: { readonly page: PageOf<'board'> }) {
  const say = useSay();
  const { service } = useFrame();
  const unread = page.clauses.filter((clause) => clause.unread).length;
  return (
    <div class="with-contents">
      <Contents clauses={page.clauses} of={page.head} />
      <Leaf kind="policy dense">
        <Opening
          title={say('page.board.title')}
          lead={
            <>
              <Own of={page.head}>{page.head.title}</Own>.{' '}
              <Timed say="page.board.proved" at={page.provedAt} />
            </>
          }
          margin={<VersionLines head={page.head} />}
        />
        <Line
          kind="summary"
          margin={
            <>
              {unread === 0 ? null : (
                <p class="small">{say('page.policy.unread-count', { count: unread })}</p>
              )}
              {page.head.status === 'draft' ? (
                <p class="small">
                  <a href={`${consoleBase(service)}/approve`}>{say('page.draft.approve')}</a>
                </p>
              ) : null}
            </>
          }
        >
          <Counts counts={page.head.counts} href={firstIn(page.clauses)} />
        </Line>
        {page.clauses.length === 0 ? (
          <Line>
            <Empty>{say('page.policy.empty')}</Empty>
          </Line>
        ) : null}
        <Findings findings={page.findings} of={page.head} />
        <Clauses clauses={page.clauses} of={page.head} />
      </Leaf>
    </div>
  );
}
