import { useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { Field } from '../pieces/field.tsx';
import { ErrorSummary, Form, Submit } from '../pieces/form.tsx';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { Timed } from '../pieces/phrase.tsx';
import { Empty } from '../pieces/said.tsx';
import { Ticks } from '../pieces/tick.tsx';

type Row = PageOf<'obligations'>['rows'][number];

function Obligation({ row }: { readonly row: Row }) {
  const say = useSay();
  return (
    <Line
      kind="due"
      margin={
        <p class="small">
          {row.metAt === undefined ? (
            <Timed say="page.obligations.recorded" at={row.recordedAt} />
          ) : (
            <Timed say="page.obligations.met" at={row.metAt} />
          )}
        </p>
      }
    >
      <h2>{row.what ?? row.name}</h2>
      <p class="small muted">{say('page.obligations.needs', { needs: row.needs })}</p>
      {row.late ? <p class="small">{say('page.obligations.late')}</p> : null}
      {row.metAt === undefined ? (
        <Form hidden={{ act: 'meet', id: row.id }} label={say('page.obligations.meet')}>
          <Submit kind="quiet">{say('page.obligations.meet')}</Submit>
        </Form>
      ) : null}
    </Line>
  );
}

/** What a person owes or is owed, and the form to enter more. */
export function Obligations({ page }: { readonly page: PageOf<'obligations'> }) {
  const say = useSay();
  const { errors, sent } = page;
  return (
    <Leaf kind="dense">
      <Opening
        title={say('page.obligations.title')}
        lead={say('page.obligations.lead')}
        margin={
          <p class="small">
            <a href={page.person}>{say('page.obligations.back')}</a>
          </p>
        }
      />
      <Line kind="first">
        <ErrorSummary errors={errors} names={['kind', 'about', 'category']} />
        {page.rows.length === 0 ? <Empty>{say('page.obligations.empty')}</Empty> : null}
      </Line>
      {page.rows.map((row) => (
        <Obligation key={row.id} row={row} />
      ))}
      <Line kind="section" margin={<p class="small">{say('page.obligations.new-why')}</p>}>
        <h2>{say('page.obligations.new')}</h2>
        <Form hidden={{ act: 'record' }} label={say('page.obligations.new')}>
          <Ticks
            type="radio"
            name="kind"
            legend={say('page.obligations.kind')}
            options={page.kinds}
            errors={errors}
          />
          <Field
            name="about"
            label={say('page.obligations.about')}
            hint={say('page.obligations.about-hint')}
            errors={errors}
            value={sent?.about}
            maxlength={200}
            autocomplete="off"
          />
          <Ticks
            name="category"
            legend={say('page.obligations.categories')}
            options={page.categories}
            errors={errors}
            chosen={sent?.categories ?? []}
          />
          <Submit>{say('page.obligations.send')}</Submit>
        </Form>
      </Line>
    </Leaf>
  );
}
