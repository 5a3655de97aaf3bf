import type { TermView } from '../../../src/server/pages.ts';
import { consoleBase, type Sentence, useFrame, useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { anchorOf } from '../pieces/clause.tsx';
import { Field } from '../pieces/field.tsx';
import { ErrorSummary, Form, Submit } from '../pieces/form.tsx';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { MarkSign } from '../pieces/mark.tsx';
import { Moment, Terms } from '../pieces/said.tsx';
import { Sheet } from '../pieces/sheet.tsx';
import { Ticks } from '../pieces/tick.tsx';

/** Who set the term, and where the text says so; red when nobody did. */
function Source({ row }: { readonly row: TermView }) {
  const say = useSay();
  const base = consoleBase(useFrame().service);
  if (row.from === 'missing') {
    return (
      <p class="clock overdue">
        <MarkSign state="broken" />
        <span>{say('page.terms.missing')}</span>
      </p>
    );
  }
  return (
    <>
      <p class="small">{say(`page.terms.from.${row.from}`)}</p>
      {row.clause === undefined ? null : (
        <p class="small">
          <a href={`${base}/board#${anchorOf({ id: row.clause })}`}>
            {say('page.terms.clause', { clause: row.clause })}
          </a>
        </p>
      )}
    </>
  );
}

/** What the officer set: how long, why, who and when; and that it does not hold where the text says less. */
function SetTerm({ row }: { readonly row: TermView }) {
  const say = useSay();
  const { set, written } = row;
  if (!set) return null;
  const lines = [
    ...(set.idle ? [{ term: say('page.terms.set'), text: set.term }] : []),
    { term: say('page.terms.reason'), text: set.note === '' ? set.reason : `${set.reason}. ${set.note}` },
    ...(set.by === undefined ? [] : [{ term: say('page.terms.by'), text: set.by }]),
    { term: say('page.terms.at'), text: <Moment at={set.at} /> },
    ...(written === undefined ? [] : [{ term: say('page.terms.written'), text: written }]),
  ];
  return (
    <>
      {set.idle ? <p class="small">{say('page.terms.idle')}</p> : null}
      <Terms kind="small" lines={lines} />
    </>
  );
}

function Row({ row }: { readonly row: TermView }) {
  return (
    <Line
      kind="value"
      margin={
        <>
          <Source row={row} />
          <SetTerm row={row} />
        </>
      }
    >
      <h2>
        <a href={row.href}>{row.name}</a>
      </h2>
      <p>{row.term}</p>
    </Line>
  );
}

/** What is kept beside the categories: each with its term and what removes it. */
const others = ['drafts', 'codes', 'sessions', 'messages', 'figures', 'consents', 'log'] as const;

function Others({ page }: { readonly page: PageOf<'terms'> }) {
  const say = useSay();
  const base = consoleBase(useFrame().service);
  const row = (what: Sentence, term: string, by: Sentence) => ({
    key: what,
    cells: [say(what), term, say(by)],
  });
  return (
    <Line kind="section" margin={<p class="small">{say('page.terms.others-why')}</p>}>
      <h2>{say('page.terms.others')}</h2>
      <Sheet
        caption={say('page.terms.others')}
        columns={[say('page.terms.what'), say('page.terms.term'), say('page.terms.removes')]}
        rows={[
          row('page.terms.other.words', page.words, 'page.terms.other.words-by'),
          ...(page.visits === undefined
            ? []
            : [row('page.terms.other.visits', page.visits, 'page.terms.other.visits-by')]),
          ...others.map((key) =>
            row(`page.terms.other.${key}`, say(`page.terms.other.${key}-term`), `page.terms.other.${key}-by`),
          ),
        ]}
      />
      {page.visits === undefined ? null : (
        <p class="small">
          <a href={`${base}/settings`}>{say('page.terms.visits-set')}</a>
        </p>
      )}
    </Line>
  );
}

/** Every category with its term: what the text says, what the officer set, what nobody named. */
export function CategoryTerms({ page }: { readonly page: PageOf<'terms'> }) {
  const say = useSay();
  const base = consoleBase(useFrame().service);
  const missing = page.rows.filter(({ from }) => from === 'missing').length;
  return (
    <Leaf kind="dense">
      <Opening
        title={say('page.terms.title')}
        lead={say('page.terms.lead')}
        margin={
          <p class="small">
            <a href={`${base}/due`}>{say('page.terms.to-due')}</a>
          </p>
        }
      />
      {missing === 0 ? null : (
        <Line kind="first" margin={<p class="small">{say('page.terms.missing-why')}</p>}>
          <p class="clock overdue">
            <MarkSign state="broken" />
            <span>{say('page.terms.missing-count', { count: missing })}</span>
          </p>
        </Line>
      )}
      {page.rows.map((row) => (
        <Row key={row.category} row={row} />
      ))}
      <Others page={page} />
    </Leaf>
  );
}

function TermForm({ page }: { readonly page: PageOf<'term'> }) {
  const say = useSay();
  const { errors } = page;
  return (
    <Line kind="section" margin={<p class="small">{say('page.term.why')}</p>}>
      <h2>{say('page.term.set')}</h2>
      <ErrorSummary errors={errors} names={['length', 'unit', 'reason', 'note']} />
      {page.signsIn ? <p>{say('page.term.signs-in')}</p> : null}
      <Form hidden={{ act: 'set' }} label={say('page.term.set')}>
        <Field
          name="length"
          label={say('page.term.length')}
          hint={say('page.term.length-hint')}
          value={page.length}
          errors={errors}
          autocomplete="off"
          inputmode="numeric"
          maxlength={5}
          kind="input-mark"
          required
        />
        <Ticks
          type="radio"
          name="unit"
          legend={say('page.term.unit')}
          options={page.units}
          errors={errors}
          chosen={[page.unit]}
        />
        <Ticks
          type="radio"
          name="reason"
          legend={say('page.term.reason')}
          options={page.reasons}
          errors={errors}
          chosen={[page.reason]}
        />
        <Field
          name="note"
          label={say('page.term.note')}
          hint={say('page.term.note-hint')}
          value={page.note}
          errors={errors}
          autocomplete="off"
          maxlength={page.longest}
          required={false}
        />
        <Submit>{say('page.term.send')}</Submit>
      </Form>
    </Line>
  );
}

/** The term of one category, and the form that sets another or takes it back. */
export function CategoryTerm({ page }: { readonly page: PageOf<'term'> }) {
  const say = useSay();
  const base = consoleBase(useFrame().service);
  const { row } = page;
  return (
    <Leaf kind="dense">
      <Opening title={row.name} lead={row.term} margin={<Source row={row} />} />
      {row.set === undefined ? null : (
        <Line kind="first" margin={<p class="small">{say('page.term.drop-why')}</p>}>
          <h2>{say('page.terms.from.officer')}</h2>
          <SetTerm row={row} />
          <Form hidden={{ act: 'drop' }} label={say('page.term.drop')}>
            <Submit kind="quiet">{say('page.term.drop')}</Submit>
          </Form>
        </Line>
      )}
      <TermForm page={page} />
      <Line kind="closing">
        <p class="small">
          <a href={`${base}/terms`}>{say('page.terms.title')}</a>
        </p>
      </Line>
    </Leaf>
  );
}
