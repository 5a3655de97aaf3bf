import { consoleBase, useFrame, useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { Field } from '../pieces/field.tsx';
import { ErrorSummary, Form, Submit } from '../pieces/form.tsx';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { Timed } from '../pieces/phrase.tsx';
import { Empty, Names } from '../pieces/said.tsx';
import { Ticks } from '../pieces/tick.tsx';

type HoldsPage = PageOf<'holds'>;

function Hold({ row }: { readonly row: HoldsPage['rows'][number] }) {
  const say = useSay();
  return (
    <Line
      kind="value"
      margin={
        <>
          <p class="small">
            <Timed say="page.holds.since" at={row.since} />
          </p>
          <Form hidden={{ act: 'lift', hold: row.id }} label={say('page.holds.lift')}>
            <Submit kind="quiet">{say('page.holds.lift')}</Submit>
          </Form>
        </>
      }
    >
      <h2>{row.kind}</h2>
      <p>{row.basis ?? say('page.holds.basis-lost')}</p>
      <p class="small">
        {row.subject === undefined ? (
          say('page.holds.everybody')
        ) : (
          <a href={row.subject.href}>
            <code>{row.subject.id}</code>
          </a>
        )}
        {' · '}
        {row.categories.length === 0 ? say('page.holds.all-data') : <Names names={row.categories} />}
      </p>
    </Line>
  );
}

function PutHold({ page }: { readonly page: HoldsPage }) {
  const say = useSay();
  const { errors, sent } = page;
  return (
    <Line kind="section" margin={<p class="small">{say('page.holds.put-why')}</p>}>
      <h2>{say('page.holds.put')}</h2>
      <ErrorSummary errors={errors} names={['subject', 'category', 'kind', 'basis']} />
      <Form hidden={{ act: 'put' }} label={say('page.holds.put')}>
        <Field
          name="subject"
          label={say('page.holds.subject')}
          hint={say('page.holds.subject-hint')}
          value={sent.subject}
          errors={errors}
          autocomplete="off"
          maxlength={36}
          required={false}
        />
        <Ticks
          name="category"
          legend={say('page.holds.categories')}
          hint={say('page.holds.categories-hint')}
          options={page.categories}
          errors={errors}
          chosen={sent.categories}
        />
        <Ticks
          type="radio"
          name="kind"
          legend={say('page.holds.kind')}
          options={page.kinds}
          errors={errors}
          chosen={[sent.kind]}
        />
        <Field
          name="basis"
          label={say('page.holds.basis')}
          hint={say('page.holds.basis-hint')}
          value={sent.basis}
          errors={errors}
          autocomplete="off"
          maxlength={page.longest}
          required
        />
        <Submit>{say('page.holds.send')}</Submit>
      </Form>
    </Line>
  );
}

/** What must not be destroyed for a while, why, and until somebody lifts it. */
export function Holds({ page }: { readonly page: HoldsPage }) {
  const say = useSay();
  const base = consoleBase(useFrame().service);
  return (
    <Leaf kind="dense">
      <Opening
        title={say('page.holds.title')}
        lead={say('page.holds.lead')}
        margin={
          <p class="small">
            <a href={`${base}/due`}>{say('page.due.title')}</a>
          </p>
        }
      />
      {page.rows.length === 0 ? (
        <Line kind="first">
          <Empty>{say('page.holds.empty')}</Empty>
        </Line>
      ) : null}
      {page.rows.map((row) => (
        <Hold key={row.id} row={row} />
      ))}
      <PutHold page={page} />
    </Leaf>
  );
}
