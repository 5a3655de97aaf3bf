import type { ConsentBox, FormField } from '../../../src/server/pages.ts';
import { publicBase, useFrame, useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { Field } from '../pieces/field.tsx';
import { ErrorSummary, Form, Submit } from '../pieces/form.tsx';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { DocumentLines } from '../pieces/said.tsx';
import { Tick, Ticks } from '../pieces/tick.tsx';

type RegisterPage = PageOf<'register'>;

const controls = {
  text: { type: 'text', inputmode: undefined, maxlength: undefined },
  email: { type: 'email', inputmode: 'email', maxlength: undefined },
  tel: { type: 'tel', inputmode: 'tel', maxlength: undefined },
  date: { type: 'date', inputmode: undefined, maxlength: undefined },
  iin: { type: 'text', inputmode: 'numeric', maxlength: 12 },
} as const;

/** The control of a policy's item, as registration and correction both show it. */
export function PolicyField({
  field,
  errors,
  name,
}: {
  readonly field: FormField;
  readonly errors: RegisterPage['errors'];
  readonly name: string;
}) {
  const say = useSay();
  const control = controls[field.input];
  const formats = {
    text: undefined,
    email: undefined,
    tel: 'page.register.format.tel',
    date: undefined,
    iin: 'page.register.format.iin',
  } as const;
  const format = formats[field.input];
  return (
    <Field
      name={name}
      label={field.label}
      errors={errors}
      type={control.type}
      inputmode={control.inputmode}
      maxlength={control.maxlength}
      value={field.value}
      autocomplete={field.autocomplete ?? (field.input === 'iin' ? 'off' : undefined)}
      required={field.mandatory}
      kind={`input-${field.input}`}
      {...(format === undefined ? {} : { hint: say(format) })}
    />
  );
}

function FieldMargin({ field }: { readonly field: FormField }) {
  const say = useSay();
  return (
    <>
      <p class="small">{field.why}</p>
      {field.assumed ? <p class="small assumed">{say('page.register.assumed')}</p> : null}
    </>
  );
}

function Consent({
  box,
  name,
  page,
  mandatory,
}: {
  readonly box: ConsentBox;
  readonly name: string;
  readonly page: RegisterPage;
  readonly mandatory: boolean;
}) {
  const say = useSay();
  return (
    <Line
      kind="consent"
      margin={
        <p class="small">{say(mandatory ? 'page.register.consent-why' : 'page.register.optional-why')}</p>
      }
    >
      <section aria-labelledby={`consent-${box.id}`}>
        <h2 id={`consent-${box.id}`}>{box.title}</h2>
        <DocumentLines lines={box.lines} />
        <Tick
          name={name}
          errors={page.errors}
          // A minor ticks nothing: their tick is no consent.
          required={mandatory && page.guardian === undefined}
          checked={page.ticked.includes(name) || page.ticked.includes(box.id)}
          label={say(mandatory ? 'page.register.i-consent' : 'page.register.i-consent-too')}
        />
      </section>
    </Line>
  );
}

/** How the consent is given, where there is a choice. */
function ConsentForms({ page }: { readonly page: RegisterPage }) {
  const say = useSay();
  if (page.forms.length === 0) return null;
  return (
    <Line kind="asked" margin={<p class="small">{say('page.register.form-why')}</p>}>
      <Ticks
        type="radio"
        name="form"
        legend={say('page.register.form')}
        options={page.forms}
        errors={page.errors}
        chosen={[page.form]}
      />
    </Line>
  );
}

function OneOf({ page }: { readonly page: RegisterPage }) {
  const say = useSay();
  const { speaker } = useFrame();
  const names = page.fields
    .filter((field) => page.oneOf.includes(field.name))
    .map((field) => speaker.quote(field.label));
  if (names.length < 2) return null;
  return <p>{say('page.register.one-of', { names: speaker.list(names) })}</p>;
}

function Fields({ page }: { readonly page: RegisterPage }) {
  return (
    <>
      {page.fields.map((field) => (
        <Line key={field.name} kind="asked" margin={<FieldMargin field={field} />}>
          <PolicyField field={field} errors={page.errors} name={`f.${field.name}`} />
        </Line>
      ))}
    </>
  );
}

/** Documents are no part of this form: they are accepted later, or elsewhere without a consent. */
function Apart({ page }: { readonly page: RegisterPage }) {
  const say = useSay();
  const base = publicBase(useFrame().service);
  if (!page.agreements) return null;
  return (
    <>
      <p>
        {say('page.register.agreements')} {say('page.register.agreements-why')}
      </p>
      <p class="links">
        <a href={`${base}/agreements`}>{say('page.register.agreements-read')}</a>
        <a href={`${base}/limited`}>{say('page.register.limited')}</a>
      </p>
    </>
  );
}

/** Who may consent for a minor, where minors are let in. */
function Guardian({ page }: { readonly page: RegisterPage }) {
  const say = useSay();
  if (page.guardian === undefined) return null;
  return (
    <Line kind="section" margin={<p class="small">{say('page.register.guardian-lead')}</p>}>
      <section aria-labelledby="guardian-title">
        <h2 id="guardian-title">{say('page.register.guardian-title')}</h2>
        <Tick
          name="minor"
          errors={page.errors}
          checked={page.guardian.minor}
          label={say('page.register.minor')}
        />
        <Field
          name="guardian"
          label={say('page.register.guardian')}
          hint={say('page.register.guardian-hint')}
          errors={page.errors}
          value={page.guardian.value}
          maxlength={254}
          autocomplete="off"
          required={false}
        />
      </section>
    </Line>
  );
}

/** The form made from the policy's own list of data, and the consent apart from it. */
export function Register({ page }: { readonly page: RegisterPage }) {
  const say = useSay();
  const { service, speaker } = useFrame();
  const base = publicBase(service);
  const names = [
    ...page.fields.map((field) => `f.${field.name}`),
    'minor',
    'guardian',
    'consent',
    'form',
    ...page.optional.map((box) => `optional.${box.id}`),
    ...page.recipients.map(({ id }) => id),
  ];
  return (
    <Leaf>
      <Opening title={say('page.register.title')} lead={say('page.register.lead')} />
      <Line kind="first">
        <ErrorSummary errors={page.errors} names={names} />
        {page.adultsOnly ? <p>{say('page.register.adults')}</p> : null}
        <OneOf page={page} />
      </Line>
      <Form
        action={`${base}/register`}
        hidden={{ policy: page.policyHash, language: speaker.language }}
        kind="lines"
      >
        <Fields page={page} />
        <Guardian page={page} />
        <Consent box={page.consent} name="consent" page={page} mandatory />
        <ConsentForms page={page} />
        {page.optional.map((box) => (
          <Consent key={box.id} box={box} name={`optional.${box.id}`} page={page} mandatory={false} />
        ))}
        {page.recipients.map((box) => (
          <Consent key={box.id} box={box} name={box.id} page={page} mandatory={false} />
        ))}
        <Line kind="closing" margin={<p class="small">{say('page.register.next')}</p>}>
          <Apart page={page} />
          <Submit>{say('page.register.send')}</Submit>
          <p class="small">
            {say('page.register.known')} <a href={`${base}/sign-in`}>{say('page.nav.sign-in')}</a>
          </p>
        </Line>
      </Form>
    </Leaf>
  );
}
