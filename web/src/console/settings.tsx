import { consoleBase, useFrame, useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { FaceSign } from '../pieces/face.tsx';
import { Field } from '../pieces/field.tsx';
import { ErrorSummary, errorsOf, FieldErrors, Form, idOf, Submit } from '../pieces/form.tsx';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { Names, Terms } from '../pieces/said.tsx';

type SettingsPage = PageOf<'settings'>;

/** The palette: each accent by its name, with the mark on it. */
function Accents({ page }: { readonly page: SettingsPage }) {
  const say = useSay();
  const { look } = page;
  const errors = errorsOf(page.errors, 'accent');
  // A mark that is none is shown in its field alone.
  const mark = errorsOf(page.errors, 'mark').length > 0 ? '' : look.mark;
  return (
    <fieldset
      class={errors.length > 0 ? 'ticks faulty' : 'ticks'}
      id={idOf('accent')}
      tabIndex={-1}
      aria-describedby={errors.length > 0 ? `${idOf('accent')}-fault` : undefined}
    >
      <legend>{say('page.settings.accent')}</legend>
      <FieldErrors id={`${idOf('accent')}-fault`} errors={errors} />
      <div class="accents">
        {look.accents.map(({ key, name }) => (
          <div key={key} class="tick">
            <label for={`accent-${key}`}>
              <input
                id={`accent-${key}`}
                type="radio"
                name="accent"
                value={key}
                checked={key === look.accent}
              />
              <FaceSign of={{ mark, accent: key }} />
              <span>{name}</span>
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  );
}

function Look({ page }: { readonly page: SettingsPage }) {
  const say = useSay();
  const { look, errors } = page;
  return (
    <Line kind="section" margin={<p class="small">{say('page.settings.look-why')}</p>}>
      <h2>{say('page.settings.look')}</h2>
      <Form label={say('page.settings.look')}>
        <Field
          name="name"
          label={say('page.settings.name')}
          hint={
            look.named === ''
              ? say('page.settings.name-none')
              : say('page.settings.name-hint', { name: look.named })
          }
          value={look.name}
          errors={errors}
          autocomplete="off"
          maxlength={60}
          required={false}
        />
        <Field
          name="mark"
          label={say('page.settings.mark')}
          hint={say('page.settings.mark-hint')}
          value={look.mark}
          errors={errors}
          autocomplete="off"
          maxlength={3}
          kind="input-mark"
          required
        />
        <Accents page={page} />
        <Submit>{say('page.settings.save')}</Submit>
      </Form>
    </Line>
  );
}

/** How long visits are kept, within what the policy says. */
function VisitTerm({ visits }: { readonly visits: NonNullable<SettingsPage['visits']> }) {
  const say = useSay();
  const action = `${consoleBase(useFrame().service)}/settings/visits`;
  const lines = [
    { term: say('page.visits.recorded'), text: <Names names={visits.recorded} /> },
    { term: say('page.visits.kept'), text: visits.term },
  ];
  return (
    <Line kind="section" margin={<p class="small">{say('page.settings.visits-why')}</p>}>
      <h2>{say('page.settings.visits')}</h2>
      <Terms lines={lines} />
      <Form label={say('page.settings.visits')} action={action}>
        <Field
          name="visitDays"
          label={say('page.settings.visit-days')}
          hint={say('page.settings.visit-days-hint', { n: visits.most })}
          value={visits.days}
          errors={visits.errors}
          autocomplete="off"
          inputmode="numeric"
          maxlength={3}
          kind="input-mark"
          required={false}
        />
        <Submit>{say('page.settings.save')}</Submit>
      </Form>
    </Line>
  );
}

/** What the officer can set for a service: how its pages are told from those of the others. */
export function Settings({ page }: { readonly page: SettingsPage }) {
  const say = useSay();
  const errors = [...page.errors, ...(page.visits?.errors ?? [])];
  return (
    <Leaf kind="dense">
      <Opening title={say('page.settings.title')} lead={say('page.settings.lead')} />
      {errors.length === 0 ? null : (
        <Line kind="first">
          <ErrorSummary errors={errors} names={['name', 'mark', 'accent', 'visitDays']} />
        </Line>
      )}
      <Look page={page} />
      {page.visits ? <VisitTerm visits={page.visits} /> : null}
    </Leaf>
  );
}
