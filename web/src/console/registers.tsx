import { consoleBase, type Sentence, useFrame, useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { Field } from '../pieces/field.tsx';
import { ErrorSummary, Form, Submit } from '../pieces/form.tsx';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { MarkSign } from '../pieces/mark.tsx';
import { PlaceLines } from '../pieces/place.tsx';
import { Day, Empty, Terms } from '../pieces/said.tsx';
import { Ticks } from '../pieces/tick.tsx';

type MeasuresPage = PageOf<'measures'>;
type Measure = MeasuresPage['threats'][number]['controls'][number];

const states: Readonly<Record<Measure['state'], Sentence>> = {
  fresh: 'page.measures.fresh',
  stale: 'page.measures.stale',
  failed: 'page.measures.failed',
  never: 'page.measures.never',
};

function Tested({ of }: { readonly of: Measure }) {
  const say = useSay();
  const bad = of.state === 'failed';
  return (
    <span class={bad ? 'overdue' : undefined}>
      {say(states[of.state])}{' '}
      {of.testedOn === undefined ? null : (
        <span class="muted small">
          <Day date={of.testedOn} /> {of.who}
        </span>
      )}
    </span>
  );
}

function EnterTest({
  page,
  form,
}: {
  readonly page: MeasuresPage;
  readonly form: NonNullable<MeasuresPage['form']>;
}) {
  const say = useSay();
  return (
    <Line kind="section" margin={<p class="small">{say('page.measures.why')}</p>}>
      <h2>{say('page.measures.enter')}</h2>
      <ErrorSummary errors={page.errors} names={['control', 'testedOn', 'passed']} />
      <Form label={say('page.measures.enter')}>
        <Ticks
          type="radio"
          name="control"
          legend={say('page.measures.control')}
          options={form.controls}
          errors={page.errors}
          chosen={[form.control]}
        />
        <Field
          name="testedOn"
          type="date"
          label={say('page.measures.tested-on')}
          value={form.testedOn}
          errors={page.errors}
          kind="input-date"
          autocomplete="off"
          required
        />
        <Ticks
          type="radio"
          name="passed"
          legend={say('page.measures.result')}
          options={[
            { key: 'yes', name: say('page.measures.passed') },
            { key: 'no', name: say('page.measures.not-passed') },
          ]}
          errors={page.errors}
          chosen={[form.passed]}
        />
        <Submit>{say('page.measures.save')}</Submit>
      </Form>
    </Line>
  );
}

/** Each threat with the measures against it and their last tests. */
export function Measures({ page }: { readonly page: MeasuresPage }) {
  const say = useSay();
  return (
    <Leaf kind="dense">
      <Opening title={say('page.measures.title')} lead={say('page.measures.lead')} />
      {page.threats.map((threat, index) => (
        <Line
          key={threat.name}
          kind={index === 0 ? 'first' : 'section'}
          margin={
            <p class={threat.held ? 'clock' : 'clock overdue'}>
              <MarkSign state={threat.held ? 'kept' : 'broken'} />
              {say(threat.held ? 'page.measures.held' : 'page.measures.open')}
            </p>
          }
        >
          <h2>{threat.name}</h2>
          <Terms lines={threat.controls.map((of) => ({ term: of.name, text: <Tested of={of} /> }))} />
        </Line>
      ))}
      {page.form === undefined ? null : <EnterTest page={page} form={page.form} />}
    </Leaf>
  );
}

type PlacesPage = PageOf<'places'>;
type PlaceForm = NonNullable<PlacesPage['form']>;

const lines: readonly { readonly name: keyof PlaceForm['values']; readonly label: Sentence }[] = [
  { name: 'owner', label: 'page.places.owner' },
  { name: 'address', label: 'page.places.address' },
  { name: 'country', label: 'page.places.country' },
  { name: 'certificate', label: 'page.places.certificate' },
];

function Card({ page, form }: { readonly page: PlacesPage; readonly form: PlaceForm }) {
  const say = useSay();
  const { service } = useFrame();
  const { errors } = page;
  const hidden = { act: 'save', ...(form.id !== undefined && { id: form.id }) };
  return (
    <Line kind="section" margin={<p class="small">{say('page.places.why')}</p>}>
      <h2>{say(form.id === undefined ? 'page.places.new' : 'page.places.amend')}</h2>
      <ErrorSummary
        errors={errors}
        names={['kind', 'owner', 'address', 'country', 'certificate', 'certificateUntil']}
      />
      <Form action={`${consoleBase(service)}/places`} hidden={hidden} label={say('page.places.new')}>
        <Ticks
          type="radio"
          name="kind"
          legend={say('page.places.kind')}
          options={form.kinds}
          errors={errors}
          chosen={[form.values.kind]}
        />
        {lines.map(({ name, label }) => (
          <Field
            key={name}
            name={name}
            label={say(label)}
            hint={name === 'country' ? say('page.places.country-hint') : undefined}
            value={form.values[name]}
            errors={errors}
            autocomplete="off"
            required={name !== 'certificate'}
          />
        ))}
        <Field
          name="certificateUntil"
          type="date"
          label={say('page.places.until')}
          value={form.values.certificateUntil}
          errors={errors}
          kind="input-date"
          autocomplete="off"
          required={false}
        />
        <Submit>{say('page.places.save')}</Submit>
      </Form>
    </Line>
  );
}

/** Places where data lie, with their certificates. */
export function Places({ page }: { readonly page: PlacesPage }) {
  const say = useSay();
  const { service } = useFrame();
  const here = `${consoleBase(service)}/places`;
  return (
    <Leaf kind="dense">
      <Opening title={say('page.places.title')} lead={say('page.places.lead')} />
      {page.rows.length === 0 ? (
        <Line kind="first">
          <Empty>{say('page.places.empty')}</Empty>
        </Line>
      ) : null}
      {page.rows.map((row) => (
        <Line
          key={row.id}
          kind="first"
          margin={
            page.form === undefined ? undefined : (
              <>
                <p class="small">
                  <a href={`${here}?of=${row.id}`}>{say('page.places.amend')}</a>
                </p>
                <Form action={here} hidden={{ act: 'close', id: row.id }} label={say('page.places.close')}>
                  <Submit kind="quiet">{say('page.places.close')}</Submit>
                </Form>
              </>
            )
          }
        >
          <PlaceLines place={row} />
        </Line>
      ))}
      {page.form === undefined ? null : <Card page={page} form={page.form} />}
    </Leaf>
  );
}
