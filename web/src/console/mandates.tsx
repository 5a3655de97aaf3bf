import type { MandatesPage, MandateView } from '../../../src/server/pages.ts';
import { type Sentence, useSay } from '../frame/context.ts';
import { Field } from '../pieces/field.tsx';
import { ErrorSummary, Form, Submit } from '../pieces/form.tsx';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { Phrase, Timed } from '../pieces/phrase.tsx';
import { Day, Empty, More, Names, Terms } from '../pieces/said.tsx';
import { Ticks } from '../pieces/tick.tsx';

const states: Readonly<Record<MandateView['state'], Sentence>> = {
  proposed: 'page.mandates.state.proposed',
  'in-force': 'page.mandates.state.in-force',
  over: 'page.mandates.state.over',
  ended: 'page.mandates.state.ended',
  dropped: 'page.mandates.state.dropped',
};

function Margin({ row }: { readonly row: MandateView }) {
  const say = useSay();
  return (
    <p class="small">
      {say(states[row.state])}
      <br />
      <Phrase say="page.mandates.until" parts={{ date: <Day date={row.untilOn} /> }} />
      <br />
      {row.endedAt === undefined ? (
        <Timed
          say={row.signedAt === undefined ? 'page.mandates.proposed-at' : 'page.mandates.signed-at'}
          at={row.signedAt ?? row.proposedAt}
        />
      ) : (
        <Timed say="page.mandates.ended-at" at={row.endedAt} />
      )}
    </p>
  );
}

function Acts({ row, signs }: { readonly row: MandateView; readonly signs: boolean }) {
  const say = useSay();
  const waits = row.state === 'proposed';
  if (!waits && row.state !== 'in-force') return null;
  return (
    <>
      {waits && row.own ? <p class="small">{say('page.mandates.own')}</p> : null}
      {waits && signs && !row.own ? (
        <Form hidden={{ act: 'sign', id: row.id }} label={say('page.mandates.sign')}>
          <Submit>{say('page.mandates.sign')}</Submit>
        </Form>
      ) : null}
      <Form hidden={{ act: 'end', id: row.id }} label={say('page.mandates.end')}>
        <Submit kind="quiet">{say(waits ? 'page.mandates.drop' : 'page.mandates.end')}</Submit>
      </Form>
    </>
  );
}

function Mandate({ row, signs }: { readonly row: MandateView; readonly signs: boolean }) {
  const say = useSay();
  const past = row.state !== 'proposed' && row.state !== 'in-force';
  return (
    <Line kind={past ? 'key-row revoked' : 'key-row'} margin={<Margin row={row} />}>
      <h3>
        <Names names={row.purposes} />
      </h3>
      <Terms
        kind="small"
        lines={[
          { term: say('page.mandates.verbs'), text: <Names names={row.verbs} /> },
          { term: say('page.mandates.categories'), text: <Names names={row.categories} /> },
          ...(row.recipients.length === 0
            ? []
            : [{ term: say('page.mandates.recipients'), text: <Names names={row.recipients} /> }]),
          ...(row.matter === undefined
            ? []
            : [{ term: say('page.mandates.matter'), text: <code>{row.matter}</code> }]),
        ]}
      />
      <Acts row={row} signs={signs} />
    </Line>
  );
}

/** What the policy asks of decisions, and the purposes that have none. */
function Asked({ page }: { readonly page: MandatesPage }) {
  const say = useSay();
  if (!page.asked) return <p>{say('page.mandates.not-asked')}</p>;
  return (
    <>
      <p>{say('page.mandates.asked', { clauses: page.asked.join(', ') })}</p>
      {page.without.length === 0 ? null : (
        <>
          <p>
            {say('page.mandates.without')} <Names names={page.without} />.
          </p>
          <Form hidden={{ act: 'propose-missing' }} label={say('page.mandates.propose-missing')}>
            <Submit>{say('page.mandates.propose-missing')}</Submit>
          </Form>
        </>
      )}
    </>
  );
}

function NewMandate({ page }: { readonly page: MandatesPage }) {
  const say = useSay();
  const { values, errors } = page;
  return (
    <Line kind="section" margin={<p class="small">{say('page.mandates.new-why')}</p>}>
      <h2>{say('page.mandates.new')}</h2>
      <Form hidden={{ act: 'propose' }} label={say('page.mandates.new')}>
        <Ticks
          {...{ name: 'verb', legend: say('page.mandates.verbs'), options: page.verbs, errors }}
          chosen={values.verbs}
        />
        <Ticks
          {...{ name: 'purpose', legend: say('page.mandates.purposes'), options: page.purposes, errors }}
          chosen={values.purposes}
        />
        <Ticks
          {...{ name: 'category', legend: say('page.mandates.categories'), options: page.categories, errors }}
          chosen={values.categories}
        />
        {page.recipients.length === 0 ? null : (
          <Ticks
            {...{
              name: 'recipient',
              legend: say('page.mandates.recipients'),
              options: page.recipients,
              errors,
            }}
            chosen={values.recipients}
          />
        )}
        <Field
          {...{ name: 'matter', errors, autocomplete: 'off', maxlength: 36, required: false }}
          label={say('page.mandates.matter')}
          hint={say('page.mandates.matter-hint')}
          value={values.matter}
        />
        <Field
          {...{ name: 'untilOn', errors, autocomplete: 'off', type: 'date', kind: 'input-date' }}
          label={say('page.mandates.until-on')}
          hint={say('page.mandates.until-hint')}
          value={values.untilOn}
          required
        />
        <Submit>{say('page.mandates.propose')}</Submit>
      </Form>
    </Line>
  );
}

const names = ['verb', 'purpose', 'category', 'recipient', 'matter', 'untilOn'];

/** Decisions of authorised representatives: proposed, signed by another, over or ended. */
export function Mandates({ page }: { readonly page: MandatesPage }) {
  const say = useSay();
  return (
    <Leaf kind="dense">
      <Opening title={say('page.mandates.title')} lead={say('page.mandates.lead')} />
      <Line kind="first">
        <ErrorSummary errors={page.errors} names={names} />
        <Asked page={page} />
      </Line>
      <Line>
        <h2>{say('page.mandates.list')}</h2>
        {page.rows.length === 0 ? <Empty>{say('page.mandates.empty')}</Empty> : null}
      </Line>
      {page.rows.map((row) => (
        <Mandate key={row.id} row={row} signs={page.signs} />
      ))}
      {page.more === undefined ? null : (
        <Line kind="closing">
          <More href={page.more} />
        </Line>
      )}
      <NewMandate page={page} />
    </Leaf>
  );
}
