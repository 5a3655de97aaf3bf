import { ConsentPurposes } from '../cabinet/consents.tsx';
import { consoleBase, useFrame, useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { Entry } from '../pieces/entry.tsx';
import { Choice, Field } from '../pieces/field.tsx';
import { Form, Submit } from '../pieces/form.tsx';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { MarkSign } from '../pieces/mark.tsx';
import { Timed } from '../pieces/phrase.tsx';
import { Empty, Reasons, Terms } from '../pieces/said.tsx';
import { Ticks } from '../pieces/tick.tsx';
import { Visits } from '../pieces/visits.tsx';

type SubjectView = PageOf<'subject'>;

function ReadAnswer({ read }: { readonly read: NonNullable<SubjectView['read']> }) {
  const say = useSay();
  return (
    <Line kind={read.allowed ? 'read-allowed' : 'read-refused'} margin={<Reasons reasons={read.because} />}>
      <div role="status">
        <h2>
          <span class={`mark mark-${read.allowed ? 'kept' : 'refused'}`}>
            <MarkSign state={read.allowed ? 'kept' : 'refused'} />
            <span>{say(read.allowed ? 'page.subject.read-allowed' : 'page.subject.read-refused')}</span>
          </span>
        </h2>
        {read.allowed ? (
          <Terms lines={read.values.map((value) => ({ term: value.name, text: value.value }))} />
        ) : (
          <p>{say('page.subject.read-refused-why')}</p>
        )}
      </div>
    </Line>
  );
}

/** What the read serves: an open request to choose, or a number to write for who may do without. */
function Matter({ matters }: { readonly matters: SubjectView['matters'] }) {
  const say = useSay();
  if (matters) {
    return <Choice name="matter" label={say('page.subject.matter-choose')} options={matters} errors={[]} />;
  }
  return (
    <Field
      name="matter"
      label={say('page.subject.matter')}
      hint={say('page.subject.matter-hint')}
      errors={[]}
      autocomplete="off"
    />
  );
}

function ReadForm({ page }: { readonly page: SubjectView }) {
  const say = useSay();
  const { matters, purposes, categories } = page;
  return (
    <Line kind="section" margin={<p class="small">{say('page.subject.gate')}</p>}>
      <h2>{say('page.subject.read')}</h2>
      {matters?.length === 0 ? (
        <Empty>{say('page.subject.matter-none')}</Empty>
      ) : (
        <Form>
          <Matter matters={matters} />
          <Choice name="purpose" label={say('page.subject.purpose')} options={purposes} errors={[]} />
          <Ticks name="category" legend={say('page.subject.categories')} options={categories} errors={[]} />
          <Submit>{say('page.subject.read-send')}</Submit>
        </Form>
      )}
    </Line>
  );
}

function SubjectVisits({
  id,
  visits,
}: {
  readonly id: string;
  readonly visits: NonNullable<SubjectView['visits']>;
}) {
  const say = useSay();
  const action = `${consoleBase(useFrame().service)}/subjects/${id}/visits`;
  return (
    <>
      <Line kind="section" margin={<p class="small">{say('page.subject.visits-why')}</p>}>
        <h2>{say('page.subject.visits')}</h2>
        {visits.matters.length === 0 ? (
          <Empty>{say('page.subject.visits-no-matter')}</Empty>
        ) : (
          <Form action={action} label={say('page.subject.visits')}>
            <Choice
              name="visitsMatter"
              label={say('page.subject.matter-choose')}
              options={visits.matters}
              errors={[]}
            />
            <Submit kind="quiet">{say('page.subject.visits-send')}</Submit>
          </Form>
        )}
      </Line>
      {visits.read ? <VisitsAnswer read={visits.read} /> : null}
    </>
  );
}

function VisitsAnswer({ read }: { readonly read: NonNullable<NonNullable<SubjectView['visits']>['read']> }) {
  const say = useSay();
  const { allowed, rows } = read;
  return (
    <Line kind={allowed ? 'read-allowed' : 'read-refused'} margin={<Reasons reasons={read.because} />}>
      <div role="status">
        <h3>
          <span class={`mark mark-${allowed ? 'kept' : 'refused'}`}>
            <MarkSign state={allowed ? 'kept' : 'refused'} />
            <span>{say(allowed ? 'page.subject.read-allowed' : 'page.subject.read-refused')}</span>
          </span>
        </h3>
        {allowed ? null : <p>{say('page.subject.read-refused-why')}</p>}
      </div>
      {allowed && rows.length === 0 ? <Empty>{say('page.subject.visits-none')}</Empty> : null}
      {rows.length > 0 ? <Visits visits={rows} /> : null}
    </Line>
  );
}

function Consents({ consents }: { readonly consents: NonNullable<SubjectView['consents']> }) {
  const say = useSay();
  return (
    <>
      <Line kind="section">
        <h2>{say('page.subject.consents')}</h2>
        {consents.length === 0 ? <Empty>{say('page.subject.consents-empty')}</Empty> : null}
      </Line>
      {consents.map((consent) => (
        <Line
          key={consent.id}
          kind={`consent-row consent-${consent.state}`}
          margin={
            <p class="small">
              {consent.form}. {say('page.my-consents.incomplete', { count: consent.incomplete.length })}
            </p>
          }
        >
          <h3>
            <Timed
              say={`page.my-consents.state.${consent.state}`}
              at={consent.withdrawnAt ?? consent.givenAt}
            />
          </h3>
          {consent.to === undefined ? null : <p>{consent.to}</p>}
          <ConsentPurposes consent={consent} />
        </Line>
      ))}
    </>
  );
}

function Entries({ entries }: { readonly entries: NonNullable<SubjectView['entries']> }) {
  const say = useSay();
  return (
    <>
      <Line kind="section">
        <h2>{say('page.subject.entries')}</h2>
        {entries.length === 0 ? <Empty>{say('page.subject.entries-empty')}</Empty> : null}
      </Line>
      {entries.map((entry) => (
        <Entry key={entry.id} entry={entry} under={3} />
      ))}
    </>
  );
}

/** Where data of this person are handed on, and letters about them entered. */
function Handing({ id }: { readonly id: string }) {
  const say = useSay();
  const base = consoleBase(useFrame().service);
  return (
    <p class="small links">
      <a href={`${base}/subjects/${id}/hand-on`}>{say('page.hand-on.title')}</a>
      <a href={`${base}/letters/new?subject=${id}`}>{say('page.letters.new')}</a>
    </p>
  );
}

/** One person as staff see them: nothing but through the gate. */
export function SubjectPage({ page }: { readonly page: SubjectView }) {
  const say = useSay();
  return (
    <Leaf kind="dense">
      <Opening
        title={say('page.subject.title')}
        lead={<code>{page.id}</code>}
        margin={
          <>
            <p class="small">
              <Timed say="page.subject.since" at={page.createdAt} />
              {page.represented === undefined ? null : (
                <>
                  <br />
                  <a href={page.represented}>{say('page.subject.represented')}</a>
                </>
              )}
              {page.consents ? (
                <>
                  <br />
                  <a href={`${consoleBase(useFrame().service)}/subjects/${page.id}/contracts`}>
                    {say('page.contracts.title')}
                  </a>{' '}
                  <a href={`${consoleBase(useFrame().service)}/subjects/${page.id}/obligations`}>
                    {say('page.obligations.title')}
                  </a>
                </>
              ) : null}
            </p>
            {page.consents ? <Handing id={page.id} /> : null}
          </>
        }
      />
      {page.read ? <ReadAnswer read={page.read} /> : null}
      <ReadForm page={page} />
      {page.visits ? <SubjectVisits id={page.id} visits={page.visits} /> : null}
      {page.consents ? <Consents consents={page.consents} /> : null}
      {page.entries ? <Entries entries={page.entries} /> : null}
    </Leaf>
  );
}
