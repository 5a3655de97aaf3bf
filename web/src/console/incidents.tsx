import type { IncidentValues } from '../../../src/server/pages.ts';
import { consoleBase, type Sentence, useFrame, useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { Area, Field } from '../pieces/field.tsx';
import { ErrorSummary, Form, Submit } from '../pieces/form.tsx';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { Day, Empty, Moment, More, Names, Terms } from '../pieces/said.tsx';
import { Sheet } from '../pieces/sheet.tsx';
import { Tick, Ticks } from '../pieces/tick.tsx';

type ListPage = PageOf<'incidents'>;
type Row = ListPage['rows'][number];

const states: Readonly<Record<Row['state'], Sentence>> = {
  alert: 'page.incidents.state.alert',
  open: 'page.incidents.state.open',
  explained: 'page.incidents.state.explained',
  closed: 'page.incidents.state.closed',
};

/** By when the authorised body must know, or that it does. */
function Due({ row }: { readonly row: Row }) {
  const say = useSay();
  if (row.state === 'explained') return <>—</>;
  const noticed = row.noticeAt === undefined ? null : say('page.incidents.noticed');
  if (noticed !== null && !row.late) return <>{noticed}</>;
  return (
    <span class={row.late ? 'overdue' : undefined}>
      {row.late ? <strong>{say('page.incidents.late')} </strong> : null}
      <Day date={row.dueOn} />
    </span>
  );
}

/** Alerts and incidents, and how many people's data one may open. */
export function Incidents({ page }: { readonly page: ListPage }) {
  const say = useSay();
  const { service } = useFrame();
  const columns = [
    say('page.incidents.detected'),
    say('page.incidents.kinds'),
    say('page.incidents.state'),
    say('page.incidents.due'),
  ];
  return (
    <Leaf kind="dense">
      <Opening
        title={say('page.incidents.title')}
        lead={say('page.incidents.lead')}
        margin={
          page.may ? (
            <p class="small">
              <a href={`${consoleBase(service)}/incidents/new`}>{say('page.incidents.new')}</a>
            </p>
          ) : undefined
        }
      />
      <Line kind="first">
        {page.rows.length === 0 ? (
          <Empty>{say('page.incidents.empty')}</Empty>
        ) : (
          <Sheet
            caption={say('page.incidents.title')}
            columns={columns}
            rows={page.rows.map((row) => ({
              key: row.id,
              cells: [
                <a key="at" href={row.href}>
                  <Moment at={row.detectedAt} />
                </a>,
                <span key="kinds">
                  <Names names={row.kinds} /> <span class="muted small">{row.source}</span>
                </span>,
                say(states[row.state]),
                <Due key="due" row={row} />,
              ],
            }))}
          />
        )}
        <More href={page.more} />
      </Line>
      <Line kind="section" margin={<p class="small">{say('page.incidents.limits-lead')}</p>}>
        <h2>{say('page.incidents.limits')}</h2>
        <Terms lines={page.limits.map(({ role, text }) => ({ term: role, text }))} />
      </Line>
    </Leaf>
  );
}

type FormPage = PageOf<'incident-form'>;

const names = [
  ...['kind', 'what', 'measures', 'contact', 'detectedOn', 'detectedTime', 'whole', 'staff', 'key'],
  ...['recipient', 'fromOn', 'toOn', 'purpose'],
];

const dates: readonly {
  readonly name: 'detectedOn' | 'fromOn' | 'toOn';
  readonly label: Sentence;
}[] = [
  { name: 'detectedOn', label: 'page.incident.detected-on' },
  { name: 'fromOn', label: 'page.incident.period-from' },
  { name: 'toOn', label: 'page.incident.period-to' },
];

function When({ page, of }: { readonly page: FormPage; readonly of: (typeof dates)[number] }) {
  const say = useSay();
  const { values, errors } = page;
  return (
    <Field
      name={of.name}
      type="date"
      label={say(of.label)}
      value={values[of.name]}
      errors={errors}
      kind="input-date"
      autocomplete="off"
      required
    />
  );
}

const [detected, from, to] = dates as [(typeof dates)[0], (typeof dates)[0], (typeof dates)[0]];

const lists: readonly {
  readonly of: 'staff' | 'keys' | 'recipients' | 'purposes';
  readonly name: string;
  readonly legend: Sentence;
}[] = [
  { of: 'staff', name: 'staff', legend: 'page.incident.staff' },
  { of: 'keys', name: 'key', legend: 'page.incident.keys' },
  { of: 'recipients', name: 'recipient', legend: 'page.incident.recipients' },
  { of: 'purposes', name: 'purpose', legend: 'page.incident.purposes' },
];

/** Whose acts it is about: what there is none of is not asked. */
function About({ page }: { readonly page: FormPage }) {
  const say = useSay();
  const { values, errors, choices } = page;
  return (
    <>
      <Tick
        name="whole"
        label={say('page.incident.whole')}
        hint={say('page.incident.whole-hint')}
        errors={errors}
        checked={values.whole}
      />
      {lists.map(({ of, name, legend }) =>
        choices[of].length === 0 ? null : (
          <Ticks
            key={of}
            name={name}
            legend={say(legend)}
            hint={of === 'purposes' ? say('page.incident.purposes-hint') : undefined}
            options={choices[of]}
            errors={errors}
            chosen={values[of]}
          />
        ),
      )}
    </>
  );
}

function Told({ page, name }: { readonly page: FormPage; readonly name: 'what' | 'measures' }) {
  const say = useSay();
  const label: Readonly<Record<typeof name, Sentence>> = {
    what: 'page.incident.what',
    measures: 'page.incident.measures',
  };
  return (
    <Area
      name={name}
      label={say(label[name])}
      errors={page.errors}
      value={page.values[name as keyof IncidentValues & ('what' | 'measures')]}
      {...(name === 'measures' ? { required: false } : { required: true })}
    />
  );
}

/** An incident as it is entered, or put right. */
export function IncidentForm({ page }: { readonly page: FormPage }) {
  const say = useSay();
  const { service } = useFrame();
  const { values, errors, choices, id } = page;
  const list = `${consoleBase(service)}/incidents`;
  return (
    <Leaf kind="dense">
      <Opening
        title={say(id === undefined ? 'page.incident.new' : 'page.incident.title')}
        lead={say('page.incident.form-lead')}
      />
      <Line kind="first" margin={<p class="small">{say('page.incident.form-why')}</p>}>
        <ErrorSummary errors={errors} names={names} />
        <Form action={id === undefined ? list : `${list}/${id}/amend`}>
          <Told page={page} name="what" />
          <Ticks
            name="kind"
            legend={say('page.incident.kinds')}
            options={choices.kinds}
            errors={errors}
            chosen={values.kinds}
          />
          <When page={page} of={detected} />
          <Field
            name="detectedTime"
            label={say('page.incident.detected-time')}
            hint={say('page.incident.time-hint')}
            value={values.detectedTime}
            errors={errors}
            autocomplete="off"
            kind="input-date"
            required
          />
          <h2>{say('page.incident.about')}</h2>
          <p class="hint">{say('page.incident.about-hint')}</p>
          <When page={page} of={from} />
          <When page={page} of={to} />
          <About page={page} />
          <h2>{say('page.incident.notice')}</h2>
          <Told page={page} name="measures" />
          <Field
            name="contact"
            label={say('page.incident.contact')}
            hint={say('page.incident.contact-hint')}
            value={values.contact}
            errors={errors}
            autocomplete="off"
            required={false}
          />
          <Submit>{say('page.incident.save')}</Submit>
        </Form>
      </Line>
    </Leaf>
  );
}
