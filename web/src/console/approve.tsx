import type { ClauseView, PublicationForm } from '../../../src/server/pages.ts';
import { consoleBase, useFrame, useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { Clauses, Contents, wordsIn } from '../pieces/clause.tsx';
import { Choice, Field } from '../pieces/field.tsx';
import { Findings } from '../pieces/findings.tsx';
import { ErrorSummary, Form, Submit } from '../pieces/form.tsx';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { Timed } from '../pieces/phrase.tsx';
import { VersionLines } from '../pieces/policy-head.tsx';
import { Empty, Own } from '../pieces/said.tsx';

type ApprovePage = PageOf<'approve'>;

/** Which draft was read: another one may wait by the time the form is sent. */
const draftOf = (page: ApprovePage) => ({ version: String(page.head.version) });

/** From which day on a change holds, and why. */
function Publication({ page, given }: { readonly page: ApprovePage; readonly given: PublicationForm }) {
  const say = useSay();
  const { errors } = page;
  const reasons = [{ key: '', name: say('change.reason-choose') }, ...given.reasons];
  return (
    <>
      <Line kind="section" id="publication" margin={<p class="small">{say('change.publication-why')}</p>}>
        <h2>{say('change.publication')}</h2>
      </Line>
      <Line kind="asked" margin={<p class="small">{say('change.effective-why')}</p>}>
        <Field
          name="c.effectiveOn"
          type="date"
          label={say('change.effective-on')}
          value={given.effectiveOn}
          errors={errors}
        />
      </Line>
      <Line kind="asked" margin={<p class="small">{say('change.reason-why')}</p>}>
        <Choice
          name="c.reason"
          label={say('change.reason')}
          value={given.reason}
          options={reasons}
          errors={errors}
        />
        <Field
          name="c.note"
          label={say('change.note')}
          value={given.note}
          required={false}
          maxlength={500}
          errors={errors}
        />
      </Line>
    </>
  );
}

function Completion({ page }: { readonly page: ApprovePage }) {
  const say = useSay();
  if (page.completion.length === 0) return null;
  return (
    <Form hidden={draftOf(page)} label={say('page.approve.completion')} kind="lines">
      <Line kind="section" id="completion" margin={<p class="small">{say('page.approve.completion-why')}</p>}>
        <h2>{say('page.approve.completion')}</h2>
      </Line>
      {page.completion.map((item) => (
        <Line key={item.name} kind="asked" margin={<p class="small">{item.why}</p>}>
          <Field
            name={`c.${item.name}`}
            label={item.label}
            value={item.value}
            errors={page.errors}
            required={item.mandatory}
          />
        </Line>
      ))}
      {page.publication ? <Publication page={page} given={page.publication} /> : null}
      <Line
        kind="closing"
        margin={
          <p class="small">{say(page.publication ? 'change.announce-why' : 'page.approve.live-why')}</p>
        }
      >
        <Submit>{say(page.publication ? 'change.announce' : 'page.approve.live')}</Submit>
      </Line>
    </Form>
  );
}

function Approval({ clause, of }: { readonly clause: ClauseView; readonly of: ApprovePage['head'] }) {
  const say = useSay();
  if (clause.kind === 'heading' && clause.pledges.length === 0) return null;
  const named = clause.number === '' ? (wordsIn(clause)?.slice(0, 40) ?? clause.id) : clause.number;
  const name = (
    <span class="visually-hidden">
      : <Own of={of}>{named}</Own>
    </span>
  );
  if (clause.approved) {
    return (
      <p class="small approved">
        <Timed say="page.approve.approved" at={clause.approved.at} />
        <button type="submit" form="take-back" name="clause" value={clause.id} class="plain">
          {say('page.approve.back')}
          {name}
        </button>
      </p>
    );
  }
  return (
    <p class="submit">
      <button type="submit" name="clause" value={clause.id} class="quiet">
        {say('page.approve.clause')}
        {name}
      </button>
    </p>
  );
}

/** How many are left, and all of them at once. */
function Left({ page }: { readonly page: ApprovePage }) {
  const say = useSay();
  if (page.left === 0) return <p>{say('page.approve.left-none')}</p>;
  return (
    <>
      <p>{say('page.approve.left', { count: page.left })}</p>
      <p class="submit">
        <button type="submit" name="all" value="yes" class="main">
          {say('page.approve.all')}
        </button>
      </p>
    </>
  );
}

function Approvals({ page }: { readonly page: ApprovePage }) {
  const say = useSay();
  return (
    <>
      <Form hidden={{ ...draftOf(page), take: 'back' }} id="take-back">
        {null}
      </Form>
      <Form hidden={draftOf(page)} label={say('page.approve.clauses')} kind="lines">
        <Line kind="section" margin={<p class="small">{say('page.approve.clauses-why')}</p>}>
          <h2>{say('page.approve.clauses')}</h2>
          <Left page={page} />
        </Line>
        <Clauses
          clauses={page.clauses}
          of={page.head}
          beside={(clause) => <Approval clause={clause} of={page.head} />}
        />
      </Form>
    </>
  );
}

function OpeningMargin({ page }: { readonly page: ApprovePage }) {
  const say = useSay();
  const { service } = useFrame();
  return (
    <>
      <VersionLines head={page.head} />
      {service?.waiting === undefined ? null : (
        <p>
          <a href={`${consoleBase(service)}/versions/${service.waiting}`}>{say('page.approve.against')}</a>
        </p>
      )}
      {page.completion.length === 0 ? null : (
        <p>
          <a href="#completion">{say('page.approve.to-completion')}</a>
        </p>
      )}
    </>
  );
}

/** Approval of a draft: clauses beside what was made of them, then what the text lacks, then into force. */
export function Approve({ page }: { readonly page: ApprovePage }) {
  const say = useSay();
  const asked = page.publication ? ['effectiveOn', 'reason', 'note'] : [];
  const names = [...page.completion.map((item) => item.name), ...asked].map((name) => `c.${name}`);
  return (
    <div class="with-contents">
      <Contents clauses={page.clauses} of={page.head} />
      <Leaf kind="policy dense">
        <Opening
          title={say('page.approve.title')}
          lead={say('page.approve.lead')}
          margin={<OpeningMargin page={page} />}
        />
        {page.errors.length === 0 ? null : (
          <Line kind="first">
            <ErrorSummary errors={page.errors} names={names} />
          </Line>
        )}
        <Findings findings={page.findings} of={page.head} />
        {page.clauses.length === 0 ? (
          <Line>
            <Empty>{say('page.approve.nothing')}</Empty>
          </Line>
        ) : (
          <Approvals page={page} />
        )}
        <Completion page={page} />
      </Leaf>
    </div>
  );
}
