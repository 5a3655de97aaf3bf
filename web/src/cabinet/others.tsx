import { useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { Field } from '../pieces/field.tsx';
import { ErrorSummary, Form, Submit } from '../pieces/form.tsx';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { Timed } from '../pieces/phrase.tsx';
import { Empty } from '../pieces/said.tsx';
import { Tick, Ticks } from '../pieces/tick.tsx';

type OthersPage = PageOf<'others'>;

function Other({ row }: { readonly row: OthersPage['rows'][number] }) {
  const say = useSay();
  const { endedAt } = row;
  return (
    <Line
      kind="due"
      margin={
        <p class="small">
          <Timed say="page.others.given" at={row.givenAt} />
        </p>
      }
    >
      <h2>{row.address ?? say('page.others.gone')}</h2>
      <p class="small muted">{say('page.others.what', { data: row.data, purpose: row.purpose })}</p>
      {endedAt === undefined ? (
        <Form hidden={{ act: 'take-back', id: row.id }} label={say('page.others.take-back')}>
          <Submit kind="quiet">{say('page.others.take-back')}</Submit>
        </Form>
      ) : (
        <p class="small">
          <Timed say={row.refused ? 'page.others.refused' : 'page.others.ended'} at={endedAt} />
        </p>
      )}
    </Line>
  );
}

function Naming({ page }: { readonly page: OthersPage }) {
  const say = useSay();
  const { errors, sent } = page;
  if (page.purposes.length === 0)
    return (
      <Line kind="section">
        <p>{say('page.others.not-here')}</p>
      </Line>
    );
  return (
    <Line kind="section" margin={<p class="small">{say('page.others.told')}</p>}>
      <h2>{say('page.others.new')}</h2>
      <Form hidden={{ act: 'name' }} label={say('page.others.new')}>
        <Field
          name="address"
          label={say('page.others.address')}
          hint={say('page.others.address-hint')}
          errors={errors}
          value={sent.address}
          autocomplete="off"
        />
        <Field
          name="name"
          label={say('page.others.name')}
          errors={errors}
          required={false}
          value={sent.name}
          autocomplete="off"
          maxlength={200}
        />
        <Ticks
          type="radio"
          name="purpose"
          legend={say('page.others.purpose')}
          hint={say('page.others.purpose-hint')}
          options={page.purposes}
          errors={errors}
          chosen={[sent.purpose ?? '']}
        />
        <Ticks
          type="radio"
          name="way"
          legend={say('page.others.way')}
          options={page.ways}
          errors={errors}
          chosen={[sent.way ?? '']}
        />
        <Tick
          name="confirmed"
          errors={errors}
          label={say('page.others.confirm')}
          hint={say('page.others.confirm-hint')}
        />
        <Submit>{say('page.others.send')}</Submit>
      </Form>
    </Line>
  );
}

/** People whom one named here, and the form to name somebody. */
export function Others({ page }: { readonly page: OthersPage }) {
  const say = useSay();
  return (
    <Leaf>
      <Opening title={say('page.others.title')} lead={say('page.others.lead')} />
      <Line kind="first">
        <ErrorSummary errors={page.errors} names={['address', 'name', 'purpose', 'way', 'confirmed']} />
        {page.rows.length === 0 ? <Empty>{say('page.others.empty')}</Empty> : null}
      </Line>
      {page.rows.map((row) => (
        <Other key={row.id} row={row} />
      ))}
      <Naming page={page} />
    </Leaf>
  );
}
