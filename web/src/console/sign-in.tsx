import { useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { Field } from '../pieces/field.tsx';
import { ErrorSummary, Form, Submit } from '../pieces/form.tsx';
import { Granted } from '../pieces/granted.tsx';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { Terms } from '../pieces/said.tsx';

/** Name and address: asked of the first of the staff, said to who was invited. */
function Whose({ page }: { readonly page: PageOf<'set-up'> }) {
  const say = useSay();
  const { errors, invited } = page;
  if (invited) {
    return (
      <Terms
        lines={[
          { term: say('page.set-up.name'), text: invited.name },
          { term: say('page.staff-sign-in.email'), text: invited.email },
          { term: say('page.set-up.invited-roles'), text: <Granted granted={invited.granted} /> },
        ]}
      />
    );
  }
  return (
    <>
      <Field
        name="name"
        label={say('page.set-up.name')}
        errors={errors}
        value={page.name}
        autocomplete="name"
        required
      />
      <Field
        name="email"
        type="email"
        inputmode="email"
        label={say('page.staff-sign-in.email')}
        errors={errors}
        value={page.email}
        autocomplete="username"
        required
      />
    </>
  );
}

/** The one-time page on which somebody of the staff makes their way in. */
export function SetUp({ page }: { readonly page: PageOf<'set-up'> }) {
  const say = useSay();
  const { errors, invited } = page;
  return (
    <Leaf>
      <Opening
        title={say('page.set-up.title')}
        lead={say(invited ? 'page.set-up.invited-lead' : 'page.set-up.lead')}
      />
      <Line
        kind="first"
        margin={
          <>
            <p class="small">{say('page.set-up.why')}</p>
            {invited ? null : <p class="small">{say('page.set-up.first-roles')}</p>}
          </>
        }
      >
        <ErrorSummary errors={errors} names={['name', 'email', 'password']} />
        <Form hidden={{ token: page.token }}>
          <Whose page={page} />
          <Field
            name="password"
            type="password"
            label={say('page.staff-sign-in.password')}
            hint={say('page.set-up.password-hint')}
            errors={errors}
            autocomplete="new-password"
            required
          />
          <Submit>{say('page.set-up.send')}</Submit>
        </Form>
      </Line>
    </Leaf>
  );
}

/** The way into the console. */
export function StaffSignIn({ page }: { readonly page: PageOf<'staff-sign-in'> }) {
  const say = useSay();
  const { errors } = page;
  return (
    <Leaf>
      <Opening title={say('page.staff-sign-in.title')} lead={say('page.staff-sign-in.lead')} />
      <Line kind="first" margin={<p class="small">{say('page.staff-sign-in.why')}</p>}>
        <ErrorSummary errors={errors} names={['email', 'password']} />
        <Form hidden={page.back === undefined ? {} : { back: page.back }}>
          <Field
            name="email"
            type="email"
            inputmode="email"
            label={say('page.staff-sign-in.email')}
            errors={errors}
            value={page.email}
            autocomplete="username"
            required
          />
          <Field
            name="password"
            type="password"
            label={say('page.staff-sign-in.password')}
            errors={errors}
            autocomplete="current-password"
            required
          />
          <Submit>{say('page.staff-sign-in.send')}</Submit>
        </Form>
      </Line>
    </Leaf>
  );
}
