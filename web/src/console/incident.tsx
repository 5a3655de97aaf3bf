import { consoleBase, type Sentence, useFrame, useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { Area, Field } from '../pieces/field.tsx';
import { ErrorSummary, Form, Submit } from '../pieces/form.tsx';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { MarkSign } from '../pieces/mark.tsx';
import { Dated, Phrase, Timed } from '../pieces/phrase.tsx';
import { Moment, Reasons, Terms } from '../pieces/said.tsx';
import { Ticks } from '../pieces/tick.tsx';

type IncidentPage = PageOf<'incident'>;

interface Shown {
  readonly page: IncidentPage;
  readonly action: string;
}

const states: Readonly<Record<IncidentPage['state'], Sentence>> = {
  alert: 'page.incident.state.alert',
  open: 'page.incident.state.open',
  explained: 'page.incident.state.explained',
  closed: 'page.incident.state.closed',
};

const tellings: Readonly<Record<IncidentPage['telling'], Sentence>> = {
  undecided: 'page.incident.telling.undecided',
  running: 'page.incident.telling.running',
  paused: 'page.incident.telling.paused',
  done: 'page.incident.telling.done',
  none: 'page.incident.telling.none',
};

/** The clock of the notice: how it was sent, or until when it must be. */
function Clock({ page }: { readonly page: IncidentPage }) {
  const { notice, late, state } = page;
  if (state === 'explained') return null;
  return (
    <>
      {notice === undefined ? null : (
        <p class="small">
          <Timed say="page.incident.notice-sent" at={notice.at} />{' '}
          <Phrase say="page.incident.notice-by" parts={{ by: notice.by }} />
        </p>
      )}
      {notice === undefined || late ? (
        <p class={late ? 'clock overdue' : 'clock'}>
          {late ? <MarkSign state="broken" /> : null}
          <span>
            <Dated say={late ? 'page.incident.notice-late' : 'page.incident.notice-due'} date={page.dueOn} />
          </span>
        </p>
      ) : null}
    </>
  );
}

function Decide({ page, action }: Shown) {
  const say = useSay();
  return (
    <Line kind="section" margin={<p class="small">{say('page.incident.decide-why')}</p>}>
      <h2>{say('page.incident.decide')}</h2>
      {page.stop === undefined ? null : (
        <p>
          <Timed say="page.incident.stop" at={page.stop.since} />
        </p>
      )}
      {page.may.decide ? (
        <Form action={action} hidden={{ act: 'decide' }} label={say('page.incident.decide')}>
          <Ticks
            type="radio"
            name="verdict"
            legend={say('page.incident.verdict')}
            options={[
              { key: 'explained', name: say('page.incident.verdict-explained') },
              { key: 'incident', name: say('page.incident.verdict-incident') },
            ]}
            errors={page.errors}
            chosen={[page.sent.verdict ?? '']}
          />
          <Area
            name="reason"
            label={say('page.incident.reason')}
            errors={page.errors}
            value={page.sent.reason}
            required
          />
          <Submit>{say('page.incident.decide-send')}</Submit>
        </Form>
      ) : null}
    </Line>
  );
}

/** Their names: seen once a second person has said so. */
function People({ page, action }: Shown) {
  const say = useSay();
  const { affected } = page;
  if (affected === undefined || affected.n === 0) return null;
  if (page.may.release)
    return (
      <Form action={action} hidden={{ act: 'release' }} label={say('page.incident.release')}>
        <p>{say('page.incident.release-why')}</p>
        <Submit kind="quiet">{say('page.incident.release')}</Submit>
      </Form>
    );
  if (!affected.released) return <p>{say('page.incident.names-wait')}</p>;
  return page.may.count ? (
    <p>
      <a href={affected.list}>{say('page.incident.list')}</a>
    </p>
  ) : null;
}

function Affected({ page, action }: Shown) {
  const say = useSay();
  const { affected } = page;
  return (
    <Line kind="section" margin={<p class="small">{say('page.incident.affected-why')}</p>}>
      <h2>{say('page.incident.affected')}</h2>
      {affected === undefined ? (
        <p>{say('page.incident.affected-none')}</p>
      ) : (
        <>
          <p>{say('page.incident.people', { count: affected.n })}</p>
          {affected.unnamed === 0 ? null : <p>{say('page.incident.unnamed', { n: affected.unnamed })}</p>}
          {affected.tally.length === 0 ? null : <Terms kind="small" lines={affected.tally} />}
          <People page={page} action={action} />
        </>
      )}
      {page.may.count ? (
        <Form action={action} hidden={{ act: 'count' }} label={say('page.incident.affected')}>
          <Submit kind={affected === undefined ? 'main' : 'quiet'}>
            {say(affected === undefined ? 'page.incident.count' : 'page.incident.count-again')}
          </Submit>
        </Form>
      ) : null}
    </Line>
  );
}

function Notice({ page, action }: Shown) {
  const say = useSay();
  return (
    <Line kind="section" margin={<p class="small">{say('page.incident.notice-why')}</p>}>
      <h2>{say('page.incident.notice')}</h2>
      <Clock page={page} />
      <Reasons reasons={page.lacks} />
      <ul class="plain-list">
        {page.letters.map(({ language, href }) => (
          <li key={language}>
            <a href={href} hreflang={language}>
              {say(language === 'kk' ? 'page.incident.file-kk' : 'page.incident.file-ru')}
            </a>
          </li>
        ))}
      </ul>
      {page.may.notice ? (
        <Form action={action} hidden={{ act: 'notice' }} label={say('page.incident.send')}>
          <Ticks
            type="radio"
            name="by"
            legend={say('page.incident.by')}
            options={page.ways}
            errors={page.errors}
            chosen={[page.sent.by ?? page.ways[0]?.key ?? '']}
          />
          <Field
            name="on"
            type="date"
            label={say('page.incident.sent-on')}
            value={page.sent.on}
            errors={page.errors}
            kind="input-date"
            required
          />
          <Field
            name="time"
            label={say('page.incident.detected-time')}
            hint={say('page.incident.time-hint')}
            value={page.sent.time}
            errors={page.errors}
            kind="input-date"
            autocomplete="off"
            required
          />
          <Submit>{say('page.incident.send')}</Submit>
        </Form>
      ) : null}
    </Line>
  );
}

function Telling({ page, action }: Shown) {
  const say = useSay();
  return (
    <Line kind="section" margin={<Reasons reasons={page.rules} />}>
      <h2>{say('page.incident.telling')}</h2>
      <p>{say(tellings[page.telling])}</p>
      {page.may.tell ? (
        <Form action={action} hidden={{ act: 'tell' }} label={say('page.incident.telling')}>
          <Ticks
            type="radio"
            name="tell"
            legend={say('page.incident.tell')}
            options={[
              { key: 'yes', name: say('page.incident.tell-yes') },
              { key: 'no', name: say('page.incident.tell-no') },
            ]}
            errors={page.errors}
            chosen={[page.sent.tell ?? '']}
          />
          <Area
            name="message"
            label={say('page.incident.message')}
            hint={say('page.incident.message-hint')}
            errors={page.errors}
            value={page.sent.message}
          />
          <Submit>{say('page.incident.tell-send')}</Submit>
        </Form>
      ) : null}
    </Line>
  );
}

function End({ page, action }: Shown) {
  const say = useSay();
  return (
    <>
      {page.may.lift ? (
        <Line kind="section">
          <h2>{say('page.incident.lift')}</h2>
          {page.stop === undefined ? null : (
            <p>
              <Timed say="page.incident.stop" at={page.stop.since} />
            </p>
          )}
          <Form action={action} hidden={{ act: 'lift' }} label={say('page.incident.lift')}>
            <Area
              name="lift"
              label={say('page.incident.lift-words')}
              errors={page.errors}
              value={page.sent.lift}
              required
            />
            <Submit kind="quiet">{say('page.incident.lift')}</Submit>
          </Form>
        </Line>
      ) : null}
      {page.may.close ? (
        <Line kind="section" margin={<p class="small">{say('page.incident.close-why')}</p>}>
          <h2>{say('page.incident.close')}</h2>
          <Form action={action} hidden={{ act: 'close' }} label={say('page.incident.close')}>
            <Area
              name="conclusions"
              label={say('page.incident.conclusions')}
              errors={page.errors}
              value={page.sent.conclusions}
              required
            />
            <Submit>{say('page.incident.close')}</Submit>
          </Form>
        </Line>
      ) : null}
    </>
  );
}

function Steps({ page }: { readonly page: IncidentPage }) {
  const say = useSay();
  return (
    <Line kind="section">
      <h2>{say('page.incident.steps')}</h2>
      <Terms
        lines={page.steps.map(({ at, text, n, who }) => ({
          term: <Moment at={at} />,
          text: (
            <>
              {text} {n === undefined ? null : say('page.incident.step-people', { n })}
              {who === undefined ? null : <span class="muted small"> {who}</span>}
            </>
          ),
        }))}
      />
    </Line>
  );
}

const names = [...['verdict', 'reason', 'by', 'on', 'time', 'tell', 'message', 'lift', 'conclusions']];

/** One incident: what happened, whom it touches, who was told, what is decided, what was done when. */
export function Incident({ page }: { readonly page: IncidentPage }) {
  const say = useSay();
  const { service } = useFrame();
  const action = `${consoleBase(service)}/incidents/${page.id}`;
  const looked = page.state === 'open' || page.state === 'closed';
  return (
    <Leaf kind="dense">
      <Opening
        title={say('page.incident.title')}
        lead={say(states[page.state])}
        margin={
          <>
            <Clock page={page} />
            {page.may.amend ? (
              <p class="small">
                <a href={`${action}/amend`}>{say('page.incident.amend')}</a>
              </p>
            ) : null}
          </>
        }
      />
      <Line kind="first">
        <ErrorSummary errors={page.errors} names={names} />
        <Terms lines={page.lines} />
        {page.second === undefined ? null : <p>{page.second}</p>}
      </Line>
      {page.state === 'alert' ? <Decide page={page} action={action} /> : null}
      <Affected page={page} action={action} />
      {looked ? <Notice page={page} action={action} /> : null}
      {looked ? <Telling page={page} action={action} /> : null}
      <End page={page} action={action} />
      <Steps page={page} />
    </Leaf>
  );
}
