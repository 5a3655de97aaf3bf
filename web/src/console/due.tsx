import type { ComponentChildren } from 'preact';
import { consoleBase, ownPath, useFrame, useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { Field } from '../pieces/field.tsx';
import { Submit } from '../pieces/form.tsx';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { MarkSign } from '../pieces/mark.tsx';
import { Dated, Timed } from '../pieces/phrase.tsx';
import { Amount, Day, Empty, Reasons } from '../pieces/said.tsx';
import { Sheet } from '../pieces/sheet.tsx';

type DuePage = PageOf<'due'>;

/** Another day, asked for in the address: nothing is changed by looking. */
function DayForm({ page }: { readonly page: DuePage }) {
  const say = useSay();
  const path = ownPath(useFrame());
  return (
    <form method="get" action={path} class="find" aria-label={say('page.due.day')}>
      <Field name="on" type="date" label={say('page.due.day')} value={page.on} errors={[]} />
      <Submit kind="quiet">{say('page.due.look')}</Submit>
    </form>
  );
}

function Totals({ page }: { readonly page: DuePage }) {
  const say = useSay();
  const { totals, looked, whole, unread } = page;
  const columns = ['category', 'people', 'values', 'frozen'] as const;
  return (
    <Line
      kind="first"
      margin={
        <>
          <p class="small">{say('page.due.dry')}</p>
          {whole ? null : <p class="small">{say('page.due.part', { count: looked })}</p>}
        </>
      }
    >
      <h2>
        <Dated say="page.due.on" date={page.on} />
      </h2>
      <DayForm page={page} />
      {unread === 0 ? null : (
        <p class="clock overdue">
          <MarkSign state="broken" />
          <span>{say('page.due.unread', { count: unread })}</span>
        </p>
      )}
      {totals.length === 0 ? (
        <Empty>{say('page.due.nothing')}</Empty>
      ) : (
        <Sheet
          caption={say('page.due.title')}
          columns={columns.map((name) => say(`page.due.column.${name}`))}
          rows={totals.map(({ name, people, values, frozen }) => ({
            key: name,
            cells: [
              name,
              <Amount key="people" n={people} />,
              <Amount key="values" n={values} />,
              <Amount key="frozen" n={frozen} />,
            ],
          }))}
        />
      )}
    </Line>
  );
}

/** A person by number: what would go, and beside it what is frozen and why. */
function People({ page }: { readonly page: DuePage }) {
  const say = useSay();
  if (page.people.length === 0) return null;
  return (
    <>
      <Line kind="section" margin={<p class="small">{say('page.due.people-why')}</p>}>
        <h2>{say('page.due.people')}</h2>
      </Line>
      {page.people.map((person) => (
        <Line key={person.id} kind="value" margin={<Reasons reasons={person.frozen} />}>
          <h3>
            <a href={person.href}>
              <code>{person.id}</code>
            </a>
          </h3>
          {person.due.length === 0 ? <p class="small">{say('page.due.all-frozen')}</p> : null}
          <Reasons reasons={person.due} />
        </Line>
      ))}
      <Line>
        {page.more === undefined ? null : (
          <p class="more">
            <a href={page.more} rel="next">
              {say('page.due.more')}
            </a>
          </p>
        )}
      </Line>
    </>
  );
}

/** Demands for deletion that wait for their day, the late ones in red. */
function Deletions({ page }: { readonly page: DuePage }) {
  const say = useSay();
  if (page.deletions.length === 0) return null;
  return (
    <Line kind="section" margin={<p class="small">{say('page.due.deletions-why')}</p>}>
      <h2>{say('page.due.deletions')}</h2>
      <ul class="plain-list">
        {page.deletions.map((row) => (
          <li key={row.id}>
            <a href={row.href}>
              <code>{row.id}</code>
            </a>
            <p class={row.overdue ? 'clock overdue' : 'clock'}>
              <MarkSign state={row.overdue ? 'broken' : 'unexercised'} />
              <span>
                {row.overdue ? (
                  <Dated say="page.due.deletion-late" date={row.lastOn} />
                ) : (
                  <Timed say="page.due.deletion-at" at={row.dueAt} />
                )}
              </span>
            </p>
          </li>
        ))}
      </ul>
    </Line>
  );
}

function Counted({ of }: { readonly of: DuePage['runs'][number]['stores'] }): ComponentChildren {
  return of.map(({ name, n }, at) => (
    <span key={name}>
      {at === 0 ? '' : '; '}
      {name}: <Amount n={n} />
    </span>
  ));
}

/** Each run with its act: what went, by store and by category. */
function Runs({ page }: { readonly page: DuePage }) {
  const say = useSay();
  return (
    <Line kind="section" margin={<p class="small">{say('page.due.runs-why')}</p>}>
      <h2>{say('page.due.runs')}</h2>
      {page.runs.length === 0 ? <Empty>{say('page.due.no-runs')}</Empty> : null}
      <ul class="plain-list">
        {page.runs.map((run) => (
          <li key={run.on}>
            <strong>
              <Day date={run.on} />
            </strong>{' '}
            <span class="small">
              {say(run.finishedAt === undefined ? 'page.due.run-goes' : 'page.due.run-looked', {
                count: run.looked,
              })}
            </span>
            {run.failed === 0 ? null : (
              <p class="clock overdue">
                <MarkSign state="broken" />
                <span>{say('page.due.run-failed', { count: run.failed })}</span>
              </p>
            )}
            {run.act === undefined && run.finishedAt !== undefined ? (
              <p class="small muted">{say('page.due.run-nothing')}</p>
            ) : null}
            {run.act === undefined ? null : (
              <>
                <p>
                  <Counted of={run.categories} />
                </p>
                <p class="small">
                  {say('page.due.act')} <code>{run.act}</code>
                  <br />
                  <Counted of={run.stores} />
                </p>
              </>
            )}
          </li>
        ))}
      </ul>
    </Line>
  );
}

/** What is due on a day, by category and by person; deletions that wait; what was destroyed lately. */
export function Due({ page }: { readonly page: DuePage }) {
  const say = useSay();
  const base = consoleBase(useFrame().service);
  return (
    <Leaf kind="dense">
      <Opening
        title={say('page.due.title')}
        lead={say('page.due.lead')}
        margin={
          <ul class="deeds">
            <li>
              <a href={`${base}/terms`}>{say('page.terms.title')}</a>
            </li>
            <li>
              <a href={`${base}/holds`}>{say('page.due.to-holds', { n: page.holds })}</a>
            </li>
          </ul>
        }
      />
      <Totals page={page} />
      <People page={page} />
      <Deletions page={page} />
      <Runs page={page} />
    </Leaf>
  );
}
