import { consoleBase, type Sentence, useFrame, useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { Field } from '../pieces/field.tsx';
import { ErrorSummary, Form, Submit } from '../pieces/form.tsx';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { Phrase } from '../pieces/phrase.tsx';
import { Day, Empty, Moment, More, Names, Terms } from '../pieces/said.tsx';
import { Ticks } from '../pieces/tick.tsx';

type RecipientsPage = PageOf<'recipients'>;

const states: Readonly<Record<RecipientsPage['rows'][number]['state'], Sentence>> = {
  'in-use': 'page.recipient.state.in-use',
  'no-undertaking': 'page.recipient.state.no-undertaking',
  expired: 'page.recipient.state.expired',
  closed: 'page.recipient.state.closed',
  'not-in-policy': 'page.recipient.state.not-in-policy',
};

/** The clauses of the policy that list a recipient. */
export function Clauses({ clauses }: { readonly clauses: readonly string[] }) {
  const say = useSay();
  if (clauses.length === 0) return <>{say('page.recipients.by-officer')}</>;
  return <>{say('page.recipients.clauses', { clauses: clauses.join(', ') })}</>;
}

function Without({ page }: { readonly page: RecipientsPage }) {
  const say = useSay();
  if (page.without.length === 0) return null;
  return (
    <Line kind="section" margin={<p class="small">{say('page.recipients.without-why')}</p>}>
      <h2>{say('page.recipients.without')}</h2>
      <ul class="plain-list">
        {page.without.map((row) => (
          <li key={row.href}>
            <a href={row.href}>{row.name}</a>
            <span class="small muted">
              {' — '}
              <Clauses clauses={row.clauses} />
            </span>
          </li>
        ))}
      </ul>
    </Line>
  );
}

function Row({ row }: { readonly row: RecipientsPage['rows'][number] }) {
  const say = useSay();
  const margin = (
    <p class="small">
      {say(states[row.state])}
      <br />
      <Phrase say="page.recipients.until" parts={{ date: <Day date={row.expiresOn} /> }} />
    </p>
  );
  return (
    <Line kind={row.state === 'closed' ? 'key-row revoked' : 'key-row'} margin={margin}>
      <h3>
        <a href={row.href}>{row.name}</a>
      </h3>
      <Terms
        kind="small"
        lines={[
          { term: say('page.recipient.kind'), text: row.kind },
          { term: say('page.recipient.country'), text: row.country },
          { term: say('page.recipient.items'), text: <Names names={row.categories} /> },
        ]}
      />
    </Line>
  );
}

/** To whom data may go: what the policy lists, and the card of each. */
export function Recipients({ page }: { readonly page: RecipientsPage }) {
  const say = useSay();
  return (
    <Leaf kind="dense">
      <Opening title={say('page.recipients.title')} lead={say('page.recipients.lead')} />
      <Without page={page} />
      <Line>
        <h2>{say('page.recipients.list')}</h2>
        {page.rows.length === 0 ? <Empty>{say('page.recipients.empty')}</Empty> : null}
      </Line>
      {page.rows.map((row) => (
        <Row key={row.id} row={row} />
      ))}
      {page.more === undefined ? null : (
        <Line kind="closing">
          <More href={page.more} />
        </Line>
      )}
    </Leaf>
  );
}

type CardPage = PageOf<'recipient'>;

const names = [
  'name',
  'country',
  'contract',
  'contractOn',
  'undertakingOn',
  'category',
  'purpose',
  'expiresOn',
];

function Fields({ page }: { readonly page: CardPage }) {
  const say = useSay();
  const { values, errors } = page;
  const all = { errors, autocomplete: 'off' } as const;
  return (
    <>
      <Field {...all} name="name" label={say('page.recipient.name')} value={values.name} required />
      <Field
        {...all}
        name="country"
        label={say('page.recipient.country')}
        hint={say('page.recipient.country-hint')}
        value={values.country}
        maxlength={2}
        kind="input-days"
        required
      />
      <Field
        {...all}
        name="contract"
        label={say('page.recipient.contract-number')}
        value={values.contract}
        required
      />
      <Field
        {...all}
        name="contractOn"
        type="date"
        label={say('page.recipient.contract-on')}
        value={values.contractOn}
        kind="input-date"
        required
      />
      <Field
        {...all}
        name="undertakingOn"
        type="date"
        label={say('page.recipient.undertaking')}
        hint={say('page.recipient.undertaking-hint')}
        value={values.undertakingOn}
        kind="input-date"
        required={false}
      />
      <Scope page={page} />
    </>
  );
}

/** What may go there, what for, until when. */
function Scope({ page }: { readonly page: CardPage }) {
  const say = useSay();
  const { values, errors } = page;
  return (
    <>
      <Ticks
        name="category"
        legend={say('page.recipient.items')}
        options={page.categories}
        errors={errors}
        chosen={values.categories}
      />
      <Ticks
        name="purpose"
        legend={say('page.recipient.purposes')}
        options={page.purposes}
        errors={errors}
        chosen={values.purposes}
      />
      <Field
        errors={errors}
        autocomplete="off"
        name="expiresOn"
        type="date"
        label={say('page.recipient.expires')}
        value={values.expiresOn}
        kind="input-date"
        required
      />
    </>
  );
}

function Versions({ card }: { readonly card: NonNullable<CardPage['card']> }) {
  const say = useSay();
  return (
    <>
      <Line kind="section" margin={<p class="small">{say('page.recipient.versions-why')}</p>}>
        <h2>{say('page.recipient.versions')}</h2>
      </Line>
      {card.versions.map((row) => (
        <Line key={row.version} kind="key-row">
          <h3>
            <Phrase
              say="page.recipient.version-of"
              parts={{ version: row.version, time: <Moment at={row.changedAt} /> }}
            />
          </h3>
          <Terms kind="small" lines={row.lines} />
        </Line>
      ))}
    </>
  );
}

function Closing({
  card,
  action,
}: {
  readonly card: NonNullable<CardPage['card']>;
  readonly action: string;
}) {
  const say = useSay();
  const act = card.closed ? 'open' : 'close';
  return (
    <Line kind="section" margin={<p class="small">{say('page.recipient.close-why')}</p>}>
      <h2>{say(card.closed ? 'page.recipient.closed' : 'page.recipient.close-title')}</h2>
      <Form action={action} hidden={{ act }} label={say('page.recipient.close-title')}>
        <Submit kind="quiet">{say(`page.recipient.${act}`)}</Submit>
      </Form>
    </Line>
  );
}

/** The card of one recipient: filled in, changed, closed; what stood on it before. */
export function RecipientCard({ page }: { readonly page: CardPage }) {
  const say = useSay();
  const { service } = useFrame();
  const { card, declared } = page;
  const list = `${consoleBase(service)}/recipients`;
  const action = card ? `${list}/${card.id}` : list;
  const hidden = { kind: page.values.kind, ...(card && { act: 'save', was: String(card.version) }) };
  return (
    <Leaf kind="dense">
      <Opening
        title={card ? page.values.name : say('page.recipient.new')}
        lead={card ? say(states[card.state]) : say('page.recipient.new-lead')}
        margin={
          <>
            <p class="small">
              {declared.name}
              <br />
              <Clauses clauses={declared.clauses} />
            </p>
            {card ? (
              <p class="small">
                {say('page.recipient.number')} <code>{card.id}</code>
              </p>
            ) : null}
          </>
        }
      />
      <Line kind="first" margin={<p class="small">{say('page.recipient.scope')}</p>}>
        <ErrorSummary errors={page.errors} names={names} />
        <Form action={action} hidden={hidden}>
          <Fields page={page} />
          <Submit>{say('page.recipient.save')}</Submit>
        </Form>
      </Line>
      {card ? <Closing card={card} action={action} /> : null}
      {card ? <Versions card={card} /> : null}
    </Leaf>
  );
}
