import { useFrame, useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { Copyable } from '../pieces/copyable.tsx';
import { Field } from '../pieces/field.tsx';
import { ErrorSummary, Form, Submit } from '../pieces/form.tsx';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { Timed } from '../pieces/phrase.tsx';
import { Day, Empty, Moment, Terms } from '../pieces/said.tsx';
import { Ticks } from '../pieces/tick.tsx';

type KeysPage = PageOf<'keys'>;

function Shown({ secret }: { readonly secret: string }) {
  const say = useSay();
  return (
    <Line kind="first" margin={<p class="small">{say('page.keys.shown-why')}</p>}>
      <h2>{say('page.keys.shown')}</h2>
      <Copyable text={secret}>
        <code class="secret">{secret}</code>
      </Copyable>
    </Line>
  );
}

type Key = KeysPage['rows'][number];

/** The state in a word, beside its date: ends soon in amber, over and revoked quiet. */
function KeyState({ row }: { readonly row: Key }) {
  const at = row.state === 'revoked' ? (row.revokedAt ?? row.expiresAt) : row.expiresAt;
  return (
    <p class={`small key-state key-${row.state}`}>
      <Timed say={`page.keys.state.${row.state}`} at={at} />
    </p>
  );
}

function KeyMargin({ row }: { readonly row: Key }) {
  const say = useSay();
  if (row.state === 'revoked' || row.state === 'expired') return <KeyState row={row} />;
  return (
    <>
      <KeyState row={row} />
      <Form hidden={{ revoke: row.id }} label={say('page.keys.revoke-named', { name: row.name })}>
        <button type="submit" class="quiet">
          {say('page.keys.revoke')}
          <span class="visually-hidden">: {row.name}</span>
        </button>
      </Form>
    </>
  );
}

function KeyRows({ page }: { readonly page: KeysPage }) {
  const say = useSay();
  const { speaker } = useFrame();
  return (
    <>
      {page.rows.map((row) => (
        <Line
          key={row.id}
          kind={row.state === 'active' || row.state === 'soon' ? 'key-row' : 'key-row revoked'}
          margin={<KeyMargin row={row} />}
        >
          <h3>{row.name}</h3>
          <Terms
            kind="small"
            lines={[
              { term: say('page.keys.purposes'), text: speaker.list(row.purposes) },
              { term: say('page.keys.categories'), text: speaker.list(row.categories) },
              { term: say('page.keys.made'), text: <Moment at={row.createdAt} /> },
              {
                term: say('page.keys.used'),
                text: row.usedOn === undefined ? say('page.keys.unused') : <Day date={row.usedOn} />,
              },
            ]}
          />
        </Line>
      ))}
    </>
  );
}

function NewKey({ page }: { readonly page: KeysPage }) {
  const say = useSay();
  const { errors } = page;
  return (
    <Line kind="section" margin={<p class="small">{say('page.keys.scope')}</p>}>
      <h2>{say('page.keys.new')}</h2>
      <Form>
        <Field
          name="name"
          label={say('page.keys.name')}
          hint={say('page.keys.name-hint')}
          errors={errors}
          autocomplete="off"
          required
        />
        <Ticks name="purpose" legend={say('page.keys.purposes')} options={page.purposes} errors={errors} />
        <Ticks
          name="category"
          legend={say('page.keys.categories')}
          options={page.categories}
          errors={errors}
        />
        <Field
          name="days"
          type="text"
          inputmode="numeric"
          maxlength={4}
          kind="input-days"
          label={say('page.keys.days')}
          value="90"
          errors={errors}
          autocomplete="off"
          required
        />
        <Submit>{say('page.keys.make')}</Submit>
      </Form>
    </Line>
  );
}

/** API keys: each for named purposes and categories, for a time. */
export function Keys({ page }: { readonly page: KeysPage }) {
  const say = useSay();
  return (
    <Leaf kind="dense">
      <Opening title={say('page.keys.title')} lead={say('page.keys.lead')} />
      {page.errors.length === 0 ? null : (
        <Line kind="first">
          <ErrorSummary errors={page.errors} names={['name', 'purpose', 'category', 'days']} />
        </Line>
      )}
      {page.shown === undefined ? null : <Shown secret={page.shown} />}
      <Line>
        <h2>{say('page.keys.list')}</h2>
        {page.rows.length === 0 ? <Empty>{say('page.keys.empty')}</Empty> : null}
      </Line>
      <KeyRows page={page} />
      {page.mayIssue ? (
        <NewKey page={page} />
      ) : (
        <Line kind="section">
          <p>{say('page.keys.revoke-only')}</p>
        </Line>
      )}
    </Leaf>
  );
}
