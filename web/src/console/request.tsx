import type { BlockingView, FieldError } from '../../../src/server/pages.ts';
import { consoleBase, useFrame, useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { Area, Choice } from '../pieces/field.tsx';
import { Change, Files } from '../pieces/file.tsx';
import { ErrorSummary, Form, Submit } from '../pieces/form.tsx';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { Timed } from '../pieces/phrase.tsx';
import { RequestClock, RequestNumber, Turns } from '../pieces/request.tsx';
import { Empty, Reasons, Terms } from '../pieces/said.tsx';
import { Tick, Ticks } from '../pieces/tick.tsx';
import { Offer } from './guardians.tsx';

/** What comes of the request, and for a refusal its ground. */
function Outcome({ page }: { readonly page: PageOf<'request'> }) {
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
    <>
      <Ticks
        type="radio"
        name="outcome"
        legend={say('page.request.outcome')}
        options={outcomes}
        errors={page.errors}
        chosen={page.sent?.outcome === undefined ? [] : [page.sent.outcome]}
      />
      {page.mayRefuse ? (
        <Choice
          name="ground"
          label={say('page.request.ground')}
          hint={say('page.request.ground-hint')}
          errors={page.errors}
          options={[{ key: '', name: '—' }, ...page.desk.grounds]}
          value={page.sent?.ground}
        />
      ) : null}
    </>
  );
}

function Answer({ page }: { readonly page: PageOf<'request'> }) {
  const say = useSay();
  if (!page.mayAnswer)
    return (
      <Line kind="section">
        <h2>{say('page.request.answer')}</h2>
        <p>
          {say(
            page.request.change === undefined ? 'page.request.child-beyond' : 'page.request.change-beyond',
          )}
        </p>
      </Line>
    );
  return (
    <Line
      kind="section"
      margin={
        <>
          <p class="small">{say('page.request.send-why')}</p>
          {page.request.change === undefined ? null : <p class="small">{say('file.change-why')}</p>}
          {page.mayRefuse ? null : <p class="small">{say('page.request.refuse-beyond')}</p>}
        </>
      }
    >
      <h2>{say('page.request.answer')}</h2>
      <ErrorSummary errors={page.errors} names={['outcome', 'ground', 'destroy', 'answer']} />
      <Form action={`${consoleBase(useFrame().service)}/requests/${page.request.id}`}>
        {page.desk.stops ? <p class="small">{say('page.request.stops')}</p> : null}
        <Outcome page={page} />
        <Area
          name="answer"
          rows={8}
          label={say('page.request.text')}
          hint={say(
            page.desk.contact === undefined ? 'page.request.text-hint' : 'page.request.text-hint-sent',
          )}
          errors={page.errors}
          value={page.sent?.answer}
        />
        {page.desk.child?.destroys ? (
          <Tick
            name="destroy"
            label={say('page.request.destroy')}
            hint={say('page.request.destroy-hint')}
            errors={page.errors}
          />
        ) : null}
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
      {request.letter === undefined ? null : (
        <p>
          <a href={request.letter} download>
            {say('page.request.letter')}
          </a>
        </p>
      )}
    </Line>
  );
}

/** The errors of one of the page's forms. */
function of(errors: readonly FieldError[], names: readonly string[]): readonly FieldError[] {
  return errors.filter(({ field }) => field !== undefined && names.includes(field));
}

/** What went wrong with a form that is not here any more. */
function Errors({
  errors,
  names,
}: {
  readonly errors: readonly FieldError[];
  readonly names: readonly string[];
}) {
  const here = of(errors, names);
  if (here.length === 0) return null;
  return (
    <Line kind="section">
      <ErrorSummary errors={here} names={[]} />
    </Line>
  );
}

/** Whom a request is about, when somebody speaks for a child. */
function Child({ child }: { readonly child: NonNullable<PageOf<'request'>['desk']['child']> }) {
  const say = useSay();
  const account =
    child.href === undefined ? (
      say('page.request.child-unknown')
    ) : (
      <a href={child.href}>{say('page.request.child-found')}</a>
    );
  return (
    <>
      <h3>{say('page.request.child')}</h3>
      <Terms
        lines={[
          { term: say('page.claim.child-name'), text: child.name },
          { term: say('page.request.child-proof'), text: child.proof },
          { term: say('page.request.child-account'), text: account },
        ]}
      />
    </>
  );
}

/** Who asks: how it is known, or the ways to make sure. */
function Identity({ page }: { readonly page: PageOf<'request'> }) {
  const say = useSay();
  const { desk, request } = page;
  const action = `${consoleBase(useFrame().service)}/requests/${request.id}/identity`;
  const waits = request.unproved && request.closedAt === undefined;
  return (
    <Line
      kind="section"
      margin={
        waits ? (
          <>
            <p class="small">{say('page.request.identity-why')}</p>
            {desk.contact === undefined || desk.child?.href !== undefined ? (
              <p class="small">{say('page.request.identity-told')}</p>
            ) : null}
          </>
        ) : undefined
      }
    >
      <h2>{say('page.request.identity')}</h2>
      <p>{desk.identity}</p>
      {desk.contact === undefined ? null : (
        <Terms
          lines={[
            { term: say('page.take-in.name'), text: desk.contact.name },
            { term: say('page.request.contact'), text: desk.contact.answerTo },
          ]}
        />
      )}
      {desk.child === undefined ? null : <Child child={desk.child} />}
      {waits && desk.methods === undefined ? (
        <p class="small">{say('page.request.identity-beyond')}</p>
      ) : null}
      {desk.methods === undefined ? (
        <Errors errors={desk.errors} names={['method']} />
      ) : (
        <>
          <ErrorSummary errors={of(desk.errors, ['method'])} names={['method']} />
          <Form action={action} label={say('page.request.identity')}>
            <Ticks
              type="radio"
              name="method"
              legend={say('page.request.identity-method')}
              options={desk.methods}
              errors={desk.errors}
            />
            <Submit kind="quiet">{say('page.request.identity-send')}</Submit>
          </Form>
        </>
      )}
    </Line>
  );
}

/** Asking the person for what is missing, or entering what they replied. */
function Wait({ page }: { readonly page: PageOf<'request'> }) {
  const say = useSay();
  const { desk, request } = page;
  const action = `${consoleBase(useFrame().service)}/requests/${request.id}/wait`;
  const waiting = request.state === 'waiting' && request.waitsUntil !== undefined;
  if (!waiting && desk.pauses === undefined)
    return <Errors errors={desk.errors} names={['words', 'pause']} />;
  const word = waiting ? 'reply' : 'wait';
  return (
    <Line kind="section" margin={<p class="small">{say(`page.request.${word}-why`)}</p>}>
      <details class="seldom" open={desk.errors.some(({ field }) => field === 'pause' || field === 'words')}>
        <summary>
          <h2>{say(`page.request.${word}`)}</h2>
        </summary>
        <ErrorSummary errors={of(desk.errors, ['pause', 'words'])} names={['pause', 'words']} />
        <Form action={action} label={say(`page.request.${word}`)}>
          <input type="hidden" name="act" value={waiting ? 'reply' : 'ask'} />
          {waiting ? null : (
            <Ticks
              type="radio"
              name="pause"
              legend={say('page.request.wait-reason')}
              options={desk.pauses ?? []}
              errors={desk.errors}
              chosen={desk.sent?.reason === undefined ? [] : [desk.sent.reason]}
            />
          )}
          <Area
            name="words"
            rows={5}
            label={say(`page.request.${word}-words`)}
            {...(desk.contact === undefined || waiting ? {} : { hint: say('page.request.text-hint-sent') })}
            errors={desk.errors}
            value={desk.sent?.words}
          />
          <Submit kind="quiet">{say(`page.request.${word}-send`)}</Submit>
        </Form>
      </details>
    </Line>
  );
}

function Words({ words }: { readonly words: string | undefined }) {
  return words === undefined ? null : <blockquote class="words">{words}</blockquote>;
}

/** A withdrawal that waits for an obligation is answered by itself. */
function answerable({ closedAt, state, waitsUntil }: PageOf<'request'>['request']): boolean {
  return closedAt === undefined && !(state === 'waiting' && waitsUntil === undefined);
}

/** One request on one page: the person's words, what the law says, the answer. */
export function RequestPage({ page }: { readonly page: PageOf<'request'> }) {
  const say = useSay();
  const { request } = page;
  return (
    <Leaf kind="dense">
      <Opening
        title={request.name}
        lead={
          <>
            <RequestNumber request={request} />
            <br />
            <Timed say="page.request.received" at={request.receivedAt} />
            {page.desk.entered === undefined ? null : (
              <>
                <br />
                <Timed say="page.request.entered" at={page.desk.entered} />
              </>
            )}
          </>
        }
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
        {request.words === undefined && request.change === undefined ? (
          <Empty>{say('page.request.no-words')}</Empty>
        ) : (
          <Words words={request.words} />
        )}
        <Change change={request.change} />
        <Files files={request.files} />
        <Turns request={request} />
      </Line>
      <Identity page={page} />
      <Wait page={page} />
      {page.offer === undefined ? null : <Offer id={request.id} offer={page.offer} />}
      {page.blocking === undefined ? null : <Blocking id={request.id} blocking={page.blocking} />}
      {answerable(request) ? <Answer page={page} /> : <Closed page={page} />}
    </Leaf>
  );
}
