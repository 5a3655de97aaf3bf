import type { ClauseView } from '../../../src/server/pages.ts';
import { useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { Clauses, Contents } from '../pieces/clause.tsx';
import { Field } from '../pieces/field.tsx';
import { ErrorSummary, Form, Submit } from '../pieces/form.tsx';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { VersionLines } from '../pieces/policy-head.tsx';
import { Moment } from '../pieces/said.tsx';

type ApprovePage = PageOf<'approve'>;

function Completion({ page }: { readonly page: ApprovePage }) {
  const say = useSay();
  if (page.completion.length === 0) return null;
  return (
    <Form label={say('page.approve.completion')} kind="lines">
      <Line kind="section" margin={<p class="small">{say('page.approve.completion-why')}</p>}>
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
      <Line>
        <Submit kind="quiet">{say('page.approve.save')}</Submit>
      </Line>
    </Form>
  );
}

function Approval({ clause }: { readonly clause: ClauseView }) {
  const say = useSay();
  if (clause.kind === 'heading' && clause.pledges.length === 0) return null;
  if (clause.approved) {
    return (
      <p class="small approved">
        {say('page.approve.approved')} <Moment at={clause.approved.at} />
      </p>
    );
  }
  return (
    <p class="submit">
      <button type="submit" name="clause" value={clause.id} class="quiet">
        {say('page.approve.clause')}
        <span class="visually-hidden">
          {' '}
          {clause.number === '' ? (clause.text?.slice(0, 40) ?? clause.id) : clause.number}
        </span>
      </button>
    </p>
  );
}

function Whole({ page }: { readonly page: ApprovePage }) {
  const say = useSay();
  return (
    <Line kind="closing" margin={<p class="small">{say('page.approve.all-why')}</p>}>
      <h2>{say('page.approve.all-title')}</h2>
      <p>
        {page.left === 0 ? say('page.approve.left-none') : say('page.approve.left', { count: page.left })}
      </p>
      <p class="submit">
        <button type="submit" name="all" value="yes" class="main">
          {say('page.approve.all')}
        </button>
      </p>
    </Line>
  );
}

/** Approval of a draft: what the text lacks is filled in, each clause is read beside what was made of it. */
export function Approve({ page }: { readonly page: ApprovePage }) {
  const say = useSay();
  const names = page.completion.map((item) => `c.${item.name}`);
  return (
    <div class="with-contents">
      <Contents clauses={page.clauses} />
      <Leaf kind="policy dense">
        <Opening
          title={say('page.approve.title')}
          lead={say('page.approve.lead')}
          margin={<VersionLines head={page.head} />}
        />
        {page.errors.length === 0 ? null : (
          <Line kind="first">
            <ErrorSummary errors={page.errors} names={names} />
          </Line>
        )}
        <Completion page={page} />
        <Form label={say('page.approve.clauses')} kind="lines">
          <Line kind="section" margin={<p class="small">{say('page.approve.clauses-why')}</p>}>
            <h2 class="interface">{say('page.approve.clauses')}</h2>
            <p class="small">
              {page.left === 0
                ? say('page.approve.left-none')
                : say('page.approve.left', { count: page.left })}
            </p>
          </Line>
          <Clauses clauses={page.clauses} beside={(clause) => <Approval clause={clause} />} />
          <Whole page={page} />
        </Form>
      </Leaf>
    </div>
  );
}
