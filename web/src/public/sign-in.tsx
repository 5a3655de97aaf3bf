import { publicBase, useFrame, useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { Field } from '../pieces/field.tsx';
import { ErrorSummary, Form, Submit } from '../pieces/form.tsx';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { CurrentPassword } from '../pieces/password.tsx';
import { CodeField } from './confirm.tsx';

/** The way into the cabinet: an address, and the password if there is one; else a code comes. */
export function SignIn({ page }: { readonly page: PageOf<'sign-in'> }) {
  const say = useSay();
  const base = publicBase(useFrame().service);
  return (
    <Leaf>
      <Opening title={say('page.sign-in.title')} lead={say('page.sign-in.lead')} />
      <Line kind="first" margin={<p class="small">{say('page.sign-in.why')}</p>}>
        <ErrorSummary errors={page.errors} names={['address', 'password']} />
        <Form action={`${base}/sign-in`} hidden={page.back === undefined ? {} : { back: page.back }}>
          <Field
            name="address"
            label={say('page.sign-in.address')}
            hint={say('page.sign-in.address-hint')}
            errors={page.errors}
            value={page.value}
            autocomplete="username"
          />
          <CurrentPassword
            label={say('page.sign-in.password')}
            hint={say('page.sign-in.password-hint')}
            errors={page.errors}
          />
          <p class="submit">
            <button type="submit" class="main">
              {say('page.sign-in.send')}
            </button>
            <button type="submit" class="quiet" name="way" value="code">
              {say('page.sign-in.code')}
            </button>
          </p>
        </Form>
        <p class="small">
          {say('page.sign-in.new')} <a href={`${base}/register`}>{say('page.nav.register')}</a>
        </p>
      </Line>
    </Leaf>
  );
}

/** The second step of signing in: the code that was sent. */
export function SignInCode({ page }: { readonly page: PageOf<'sign-in-code'> }) {
  const say = useSay();
  const base = publicBase(useFrame().service);
  return (
    <Leaf>
      <Opening
        title={say('page.sign-in-code.title')}
        lead={
          page.sentTo === ''
            ? say('page.sign-in-code.lead-unnamed')
            : say('page.sign-in-code.lead', { address: page.sentTo })
        }
      />
      <Line kind="first" margin={<p class="small">{say('page.sign-in-code.why')}</p>}>
        <ErrorSummary errors={page.errors} names={['code']} />
        <Form
          action={`${base}/sign-in`}
          hidden={{
            ticket: page.ticket,
            sentTo: page.sentTo,
            ...(page.back !== undefined && { back: page.back }),
          }}
        >
          <CodeField errors={page.errors} />
          <Submit>{say('page.sign-in-code.send')}</Submit>
        </Form>
        <p class="small">
          <a href={`${base}/sign-in`}>{say('page.sign-in-code.again')}</a>
        </p>
      </Line>
    </Leaf>
  );
}
