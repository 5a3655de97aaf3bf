import { consoleBase, useFrame, useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { CheckpointLines, CheckpointNote } from '../pieces/checkpoint.tsx';
import { Entry } from '../pieces/entry.tsx';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { MarkSign } from '../pieces/mark.tsx';
import { Empty, Moment } from '../pieces/said.tsx';

function Entries({ entries }: { readonly entries: NonNullable<PageOf<'ledger'>['entries']> }) {
  const say = useSay();
  return (
    <>
      <Line kind="section">
        <h2>{say('page.ledger.entries')}</h2>
        {entries.length === 0 ? <Empty>{say('page.ledger.empty')}</Empty> : null}
      </Line>
      {entries.map((entry) => (
        <Entry key={entry.id} entry={entry} under={3} />
      ))}
    </>
  );
}

function Broken({ rows }: { readonly rows: NonNullable<PageOf<'ledger'>['broken']> }) {
  const say = useSay();
  const { service } = useFrame();
  return (
    <>
      <Line kind="section">
        <h2>{say('page.ledger.broken')}</h2>
        <p>{say('page.ledger.broken.lead')}</p>
      </Line>
      {rows.map(({ subject, what, noticedAt }) => (
        <Line key={`${subject} ${what}`} margin={<Moment at={noticedAt} />}>
          <p>
            <a href={`${consoleBase(service)}/subjects/${subject}`}>{what}</a>
          </p>
        </Line>
      ))}
    </>
  );
}

/** The log's state: its signed head, whether it was found whole, its latest entries. */
export function Ledger({ page }: { readonly page: PageOf<'ledger'> }) {
  const say = useSay();
  const state = page.verified.ok ? 'kept' : 'broken';
  return (
    <Leaf kind="dense">
      <Opening
        title={say('page.ledger.title')}
        lead={say('page.ledger.lead')}
        margin={<CheckpointLines checkpoint={page.checkpoint} />}
      />
      <Line kind="first" margin={<p class="small">{say('page.log.limits')}</p>}>
        <h2>
          <span class={`mark mark-${state}`}>
            <MarkSign state={state} />
            <span>{say(page.verified.ok ? 'page.ledger.whole' : 'page.ledger.not-whole')}</span>
          </span>
        </h2>
        <p>{page.verified.detail}</p>
      </Line>
      <Line margin={<p class="small">{say('page.log.head-why')}</p>}>
        <h2>{say('page.log.head')}</h2>
        <CheckpointNote checkpoint={page.checkpoint} />
      </Line>
      {page.broken?.length ? <Broken rows={page.broken} /> : null}
      {page.entries ? <Entries entries={page.entries} /> : null}
    </Leaf>
  );
}
