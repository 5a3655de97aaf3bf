import type { BlockingView } from '../../../src/server/pages.ts';
import { consoleBase, ownPath, type Sentence, useFrame, useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { Area } from '../pieces/field.tsx';
import { ErrorSummary, Form, Submit } from '../pieces/form.tsx';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { Timed } from '../pieces/phrase.tsx';
import { RequestClock } from '../pieces/request.tsx';
import { Empty, More, Reasons } from '../pieces/said.tsx';
import { Ticks } from '../pieces/tick.tsx';

const filters: readonly { readonly state: string; readonly name: Sentence }[] = [
  { state: 'open', name: 'page.requests.open' },
  { state: 'done', name: 'page.requests.done' },
  { state: 'refused', name: 'page.requests.refused' },
  { state: 'all', name: 'page.requests.all' },
];

function Filters({ state }: { readonly state: string }) {
  const say = useSay();
  const path = ownPath(useFrame());
  return (
    <nav class="filters" aria-label={say('page.requests.filter')}>
      <ul>
        {filters.map((filter) => (
          <li key={filter.state}>
            <a
              href={`${path}?state=${filter.state}`}
              aria-current={filter.state === state ? 'true' : undefined}
            >
              {say(filter.name)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Requests of subjects, soonest due first. */
export function Requests({ page }: { readonly page: PageOf<'requests'> }) {
  const say = useSay();
  return (
    <Leaf kind="dense">
      <Opening title={say('page.requests.title')} />
      <Line kind="first">
        <Filters state={page.state} />
        {page.rows.length === 0 ? <Empty>{say('page.requests.empty')}</Empty> : null}
      </Line>
      {page.rows.map((row) => (
        <Line key={row.id} kind="due" margin={<RequestClock request={row} />}>
          <h2>
            <a href={row.href}>{row.name}</a>
          </h2>
          <p class="small muted">
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

function Answer({ page }: { readonly page: PageOf<'request'> }) {
  const say = useSay();
  const outcomes = [
    { key: 'done', name: say('page.request.outcome.done') },
    ...(page.mayRefuse
      ? [
          {
            key: 'refused',
            name: say('page.request.outcome.refused'),
            hint: say('page.request.outcome.refused-hint'),
          },
        ]
      : []),
  ];
  return (
    <Line
      kind="section"
      margin={
        <>
          <p class="small">{say('page.request.send-why')}</p>
          {page.mayRefuse ? null : <p class="small">{say('page.request.refuse-beyond')}</p>}
        </>
      }
    >
      <h2>{say('page.request.answer')}</h2>
      <ErrorSummary errors={page.errors} names={['outcome', 'answer']} />
      <Form>
        <Ticks
          type="radio"
          name="outcome"
          legend={say('page.request.outcome')}
          options={outcomes}
          errors={page.errors}
          chosen={page.sent?.outcome === undefined ? [] : [page.sent.outcome]}
        />
        <Area
          name="answer"
          rows={8}
          label={say('page.request.text')}
          hint={say('page.request.text-hint')}
          errors={page.errors}
          value={page.sent?.answer}
        />
        <Submit>{say('page.request.send')}</Submit>
      </Form>
    </Line>
  );
}

/** Blocking of the person's data, in the matter of this request. */
function Blocking({ id, blocking }: { readonly id: string; readonly blocking: BlockingView }) {
  const say = useSay();
  const action = `${consoleBase(useFrame().service)}/requests/${id}/block`;
  const { since, elsewhere, errors } = blocking;
  if (since === undefined && !blocking.may) return null;
  return (
    <Line kind="section" margin={<p class="small">{say('page.block.why')}</p>}>
      <h2>{say('page.block.title')}</h2>
      <ErrorSummary errors={errors} names={['reason']} />
      {since === undefined ? (
        <>
          <p>{say('page.block.none')}</p>
          <Form action={action} label={say('page.block.title')}>
            <input type="hidden" name="act" value="block" />
            <Submit kind="quiet">{say('page.block.send')}</Submit>
          </Form>
        </>
      ) : (
        <p>
          <Timed say="page.block.since" at={since} />
        </p>
      )}
      {elsewhere === undefined ? null : (
        <p class="small">
          <a href={elsewhere}>{say('page.block.elsewhere')}</a>
        </p>
      )}
      {since !== undefined && elsewhere === undefined ? (
        <Form action={action} label={say('page.block.lift')}>
          <input type="hidden" name="act" value="lift" />
          <Ticks
            type="radio"
            name="reason"
            legend={say('page.block.reason')}
            options={blocking.reasons}
            errors={errors}
          />
          <Submit kind="quiet">{say('page.block.lift')}</Submit>
        </Form>
      ) : null}
    </Line>
  );
}

function Closed({ page }: { readonly page: PageOf<'request'> }) {
  const say = useSay();
  const { request } = page;
  return (
    <Line kind="section">
      <ErrorSummary errors={page.errors} names={[]} />
      <h2>{say('page.request.answer')}</h2>
      {request.answer === undefined ? (
        <Empty>{say('page.request.no-answer')}</Empty>
      ) : (
        <p class="words">{request.answer}</p>
      )}
    </Line>
  );
}

/** One request on one page: the person's words, what the law says, the answer. */
export function RequestPage({ page }: { readonly page: PageOf<'request'> }) {
  const say = useSay();
  const { request } = page;
  return (
    <Leaf kind="dense">
      <Opening
        title={request.name}
        lead={<Timed say="page.request.received" at={request.receivedAt} />}
        margin={<RequestClock request={request} />}
      />
      <Line
        kind="first"
        margin={
          page.law.length === 0 ? undefined : (
            <>
              <h3 class="margin-head">{say('page.request.law')}</h3>
              <Reasons reasons={page.law} />
            </>
          )
        }
      >
        <h2>{say('page.request.words')}</h2>
        {request.words === undefined ? (
          <Empty>{say('page.request.no-words')}</Empty>
        ) : (
          <blockquote class="words">{request.words}</blockquote>
        )}
      </Line>
      {page.blocking === undefined ? null : <Blocking id={request.id} blocking={page.blocking} />}
      {request.state === 'open' ? <Answer page={page} /> : <Closed page={page} />}
    </Leaf>
  );
}
