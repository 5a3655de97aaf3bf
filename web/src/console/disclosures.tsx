import type { NoticeView, OrderView } from '../../../src/server/pages.ts';
import { consoleBase, ownPath, type Sentence, useFrame, useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { Copyable } from '../pieces/copyable.tsx';
import { Disclosure } from '../pieces/disclosure.tsx';
import { Area, Field } from '../pieces/field.tsx';
import { ErrorSummary, Form, Submit } from '../pieces/form.tsx';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { Dated, Timed } from '../pieces/phrase.tsx';
import { Empty, More, Names, Reasons, Terms } from '../pieces/said.tsx';
import { Ticks } from '../pieces/tick.tsx';

/** By when something is due, in a word where it is late. */
function Due({ date, overdue }: { readonly date: string; readonly overdue: boolean }) {
  const say = useSay();
  return (
    <p class={overdue ? 'small overdue' : 'small'}>
      {overdue ? <strong>{say('page.disclosures.overdue')} </strong> : null}
      <Dated say="page.disclosures.due" date={date} />
    </p>
  );
}

const acts: Readonly<Record<'sent' | 'confirmed' | 'reopened', Sentence>> = {
  sent: 'page.order.sent',
  confirmed: 'page.order.confirmed',
  reopened: 'page.order.reopened',
};

function Order({ order }: { readonly order: OrderView }) {
  const say = useSay();
  const { service } = useFrame();
  const action = `${consoleBase(service)}/disclosures/orders/${order.id}`;
  const { sentAt, confirmedAt } = order;
  const open: readonly (keyof typeof acts)[] = [
    ...(sentAt === undefined ? (['sent'] as const) : []),
    ...(confirmedAt === undefined ? (['confirmed'] as const) : []),
    ...(sentAt === undefined && confirmedAt === undefined ? [] : (['reopened'] as const)),
  ];
  const margin = (
    <>
      {confirmedAt === undefined ? <Due date={order.dueOn} overdue={order.overdue} /> : null}
      {sentAt === undefined ? null : (
        <p class="small">
          <Timed say="page.order.sent-at" at={sentAt} />
        </p>
      )}
      {confirmedAt === undefined ? null : (
        <p class="small">
          <Timed say="page.order.confirmed-at" at={confirmedAt} />
        </p>
      )}
      {open.map((act) => (
        <Form key={act} action={action} hidden={{ act }} label={`${say(acts[act])}: ${order.to}`}>
          <button type="submit" class="quiet">
            {say(acts[act])}
            <span class="visually-hidden">: {order.to}</span>
          </button>
        </Form>
      ))}
    </>
  );
  return (
    <Line kind="key-row" margin={margin}>
      <h3>{order.to}</h3>
      <p>{say(`page.order.${order.kind}`)}</p>
      <Terms
        kind="small"
        lines={[
          { term: say('page.order.packages'), text: <Codes ids={order.packages} /> },
          { term: say('page.disclosure.items'), text: <Names names={order.categories} /> },
        ]}
      />
    </Line>
  );
}

function Codes({ ids }: { readonly ids: readonly string[] }) {
  return (
    <ul class="plain-list">
      {ids.map((id) => (
        <li key={id}>
          <code>{id}</code>
        </li>
      ))}
    </ul>
  );
}

function Notice({ notice }: { readonly notice: NoticeView }) {
  const say = useSay();
  const { service } = useFrame();
  const action = `${consoleBase(service)}/disclosures/${notice.id}/notice`;
  return (
    <Line kind="key-row" margin={<Due date={notice.dueOn} overdue={notice.overdue} />}>
      <h3>{notice.to}</h3>
      <p>{say(notice.barred ? 'page.notice.barred' : 'page.notice.no-address')}</p>
      <ErrorSummary errors={notice.errors} names={[`until.${notice.id}`]} />
      <Form action={action} hidden={{ act: 'tell' }} label={`${say('page.notice.tell')}: ${notice.id}`}>
        <button type="submit" class="quiet">
          {say('page.notice.tell')}
        </button>
      </Form>
      {notice.barred ? (
        <Form
          action={action}
          hidden={{ act: 'put-off' }}
          label={`${say('page.notice.put-off')}: ${notice.id}`}
        >
          <PutOff notice={notice} />
          <Submit kind="quiet">{say('page.notice.put-off')}</Submit>
        </Form>
      ) : null}
    </Line>
  );
}

/** The day to look again; each notice has a field of its own id under the one name. */
function PutOff({ notice }: { readonly notice: NoticeView }) {
  const say = useSay();
  const errors = notice.errors.map((error) => ({ ...error, field: 'until' }));
  return (
    <Field
      name="until"
      id={`in-until-${notice.id}`}
      type="date"
      label={say('page.notice.until')}
      value={notice.dueOn}
      kind="input-date"
      errors={errors}
      autocomplete="off"
      required
    />
  );
}

/** What was handed on, and what is still owed for it: orders to recipients, notices to people. */
export function Disclosures({ page }: { readonly page: PageOf<'disclosures'> }) {
  const say = useSay();
  const frame = useFrame();
  const other = page.all ? 'open' : 'all';
  return (
    <Leaf kind="dense">
      <Opening title={say('page.disclosures.title')} lead={say('page.disclosures.lead')} />
      <Line kind="first" margin={<p class="small">{say('page.disclosures.orders-why')}</p>}>
        <h2>{say('page.disclosures.orders')}</h2>
        <p class="small">
          <a href={`${ownPath(frame)}?orders=${other}`}>
            {say(page.all ? 'page.disclosures.orders-open' : 'page.disclosures.orders-all')}
          </a>
        </p>
        {page.orders.length === 0 ? <Empty>{say('page.disclosures.no-orders')}</Empty> : null}
      </Line>
      {page.orders.map((order) => (
        <Order key={order.id} order={order} />
      ))}
      {page.notices.length === 0 ? null : (
        <Line kind="section" margin={<p class="small">{say('page.disclosures.notices-why')}</p>}>
          <h2>{say('page.disclosures.notices')}</h2>
        </Line>
      )}
      {page.notices.map((notice) => (
        <Notice key={notice.id} notice={notice} />
      ))}
      <Line kind="section">
        <h2>{say('page.disclosures.made')}</h2>
        {page.rows.length === 0 ? <Empty>{say('page.disclosures.empty')}</Empty> : null}
      </Line>
      {page.rows.map((row) => (
        <Disclosure key={row.id} row={row} />
      ))}
      {page.more === undefined ? null : (
        <Line kind="closing">
          <More href={page.more} />
        </Line>
      )}
    </Leaf>
  );
}

function HandOnForm({ page }: { readonly page: PageOf<'hand-on'> }) {
  const say = useSay();
  const { errors, sent } = page;
  return (
    <Form>
      <Ticks
        type="radio"
        name="recipient"
        legend={say('page.hand-on.recipient')}
        options={page.recipients}
        errors={errors}
        chosen={sent ? [sent.recipient] : []}
      />
      <Ticks
        name="category"
        legend={say('page.recipient.items')}
        options={page.categories}
        errors={errors}
        chosen={sent?.categories ?? []}
      />
      <Ticks
        type="radio"
        name="purpose"
        legend={say('page.hand-on.purpose')}
        options={page.purposes}
        errors={errors}
        chosen={sent ? [sent.purpose] : []}
      />
      <Area
        name="publicKey"
        label={say('page.hand-on.key')}
        hint={say('page.hand-on.key-hint')}
        value={sent?.publicKey}
        errors={errors}
        maxlength={4096}
        required={false}
      />
      <Submit>{say('page.hand-on.send')}</Submit>
    </Form>
  );
}

/** Handing data of a person on: to whom, what, what for, under which key. */
export function HandOn({ page }: { readonly page: PageOf<'hand-on'> }) {
  const say = useSay();
  const { service } = useFrame();
  const { errors, refused } = page;
  const base = consoleBase(service);
  return (
    <Leaf kind="dense">
      <Opening
        title={say('page.hand-on.title')}
        lead={say('page.hand-on.lead')}
        margin={
          <p class="small">
            <a href={`${base}/subjects/${page.subject}`}>{say('page.hand-on.back')}</a>
          </p>
        }
      />
      {refused === undefined ? null : (
        <Line kind="first">
          <div class="faults" role="alert">
            <h2>{say('page.hand-on.refused')}</h2>
            <Reasons reasons={refused} />
          </div>
        </Line>
      )}
      <Line kind="first" margin={<p class="small">{say('page.hand-on.notice')}</p>}>
        <ErrorSummary errors={errors} names={['recipient', 'purpose', 'category', 'publicKey']} />
        {page.recipients.length === 0 ? (
          <>
            <Empty>{say('page.hand-on.nobody')}</Empty>
            <p class="small">
              <a href={`${base}/recipients`}>{say('page.recipients.title')}</a>
            </p>
          </>
        ) : (
          <HandOnForm page={page} />
        )}
      </Line>
    </Leaf>
  );
}

/** A package that was just made: shown this once, with its passphrase. */
export function HandedOn({ page }: { readonly page: PageOf<'handed'> }) {
  const say = useSay();
  const { made, back } = page;
  return (
    <Leaf kind="dense">
      <Opening
        title={say('page.handed.title')}
        lead={say('page.handed.lead')}
        margin={
          <p class="small">
            <a href={back}>{say('page.handed.back')}</a>
          </p>
        }
      />
      {made.passphrase === undefined ? null : (
        <Line kind="first" margin={<p class="small">{say('page.handed.passphrase-why')}</p>}>
          <h2>{say('page.handed.passphrase')}</h2>
          <Copyable text={made.passphrase}>
            <code class="secret">{made.passphrase}</code>
          </Copyable>
        </Line>
      )}
      <Line kind="first" margin={<p class="small">{say('page.handed.file-why')}</p>}>
        <h2>{say('page.handed.file')}</h2>
        <p>
          <a
            class="button"
            href={`data:application/jose;base64,${btoa(made.text)}`}
            download={`${made.id}.jwe`}
          >
            {say('page.handed.download')}
          </a>
        </p>
        <Terms
          kind="small"
          lines={[
            { term: say('page.handed.to'), text: made.to },
            { term: say('page.disclosure.items'), text: <Names names={made.categories} /> },
            { term: say('page.disclosure.number'), text: <code>{made.id}</code> },
            { term: say('page.disclosure.sha256'), text: <code class="hash-whole">{made.sha256}</code> },
            { term: say('page.handed.entry'), text: <code>{made.entry}</code> },
          ]}
        />
      </Line>
    </Leaf>
  );
}
