import { publicBase, useFrame, useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { ErrorSummary, Form, Submit } from '../pieces/form.tsx';
import { KeptLines } from '../pieces/kept.tsx';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { Timed } from '../pieces/phrase.tsx';
import { Empty } from '../pieces/said.tsx';
import { Tick, Ticks } from '../pieces/tick.tsx';

/** Whoever did not prove lately who they are does so before they decide. */
function ProveFirst() {
  const say = useSay();
  const base = publicBase(useFrame().service);
  const query = new URLSearchParams({ back: `${base}/me/delete` });
  return (
    <>
      <p>{say('page.delete.prove')}</p>
      <p>
        <a class="act-link" href={`${base}/me/prove?${query}`}>
          {say('page.delete.prove-do')}
        </a>
      </p>
    </>
  );
}

/** When, and one deliberate yes. A day to think it over stands first. */
function Decide({ page }: { readonly page: PageOf<'delete'> }) {
  const say = useSay();
  const when = [
    { key: 'day', name: say('page.delete.when.day'), hint: say('page.delete.when.day-hint') },
    { key: 'now', name: say('page.delete.when.now'), hint: say('page.delete.when.now-hint') },
  ];
  return (
    <Form>
      <Ticks
        type="radio"
        name="when"
        legend={say('page.delete.when')}
        options={when}
        errors={page.errors}
        chosen={[page.when ?? 'day']}
      />
      <Tick name="confirm" label={say('page.delete.confirm')} errors={page.errors} required />
      <Submit kind="grave">{say('page.delete.send')}</Submit>
    </Form>
  );
}

/** Whoever proved lately who they are decides; others prove it first. */
function DecideOrProve({ page }: { readonly page: PageOf<'delete'> }) {
  return page.proved ? <Decide page={page} /> : <ProveFirst />;
}

/** A deletion that was asked for: when it comes, and the way back. */
function Waiting({ dueAt }: { readonly dueAt: number }) {
  const say = useSay();
  return (
    <Line kind="first" margin={<p class="small">{say('page.delete.waits-why')}</p>}>
      <h2>{say('page.delete.waits')}</h2>
      <p>
        <Timed say="page.delete.waits-at" at={dueAt} />
      </p>
      <Form hidden={{ act: 'undo' }} label={say('page.delete.undo')}>
        <Submit>{say('page.delete.undo')}</Submit>
      </Form>
    </Line>
  );
}

/** Deletion: what goes, what stays and why, and one deliberate yes. */
export function Delete({ page }: { readonly page: PageOf<'delete'> }) {
  const say = useSay();
  const base = publicBase(useFrame().service);
  return (
    <Leaf>
      <Opening title={say('page.delete.title')} lead={say('page.delete.lead')} />
      {page.errors.length === 0 ? null : (
        <Line kind="first">
          <ErrorSummary errors={page.errors} names={['confirm']} />
        </Line>
      )}
      {page.dueAt === undefined ? null : <Waiting dueAt={page.dueAt} />}
      <Line margin={<p class="small">{say('page.delete.goes-why')}</p>}>
        <h2>{say('page.delete.goes')}</h2>
        <KeptLines lines={page.goes} kind="goes" />
      </Line>
      <Line margin={<p class="small">{say('page.delete.stays-why')}</p>}>
        <h2>{say('page.delete.stays')}</h2>
        {page.stays.length === 0 ? (
          <Empty>{say('page.delete.stays-nothing')}</Empty>
        ) : (
          <KeptLines lines={page.stays} kind="stays" />
        )}
      </Line>
      <Line kind="closing" margin={<p class="small">{say('page.delete.after')}</p>}>
        {page.dueAt === undefined ? (
          <>
            <h2>{say('page.delete.decide')}</h2>
            <DecideOrProve page={page} />
          </>
        ) : null}
        <p class="small">
          <a href={`${base}/me/download`}>{say('page.delete.download')}</a>
        </p>
        <p class="small">
          <a href={`${base}/me`}>{say('page.back-unchanged')}</a>
        </p>
      </Line>
    </Leaf>
  );
}
