import { ownPath, useFrame, useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { Field } from '../pieces/field.tsx';
import { ErrorSummary, Form, Submit } from '../pieces/form.tsx';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { Phrase, Timed } from '../pieces/phrase.tsx';

/** A one-time code's control, as confirmation and sign-in both show it. */
export function CodeField({ errors }: { readonly errors: PageOf<'confirm'>['errors'] }) {
  const say = useSay();
  return (
    <Field
      name="code"
      label={say('page.confirm.code')}
      hint={say('page.confirm.code-hint')}
      errors={errors}
      inputmode="numeric"
      autocomplete="one-time-code"
      maxlength={12}
      kind="input-code"
    />
  );
}

function Expiry({ at }: { readonly at: number }) {
  const say = useSay();
  return (
    <>
      <p class="small">
        <Timed say="page.confirm.until" at={at} />
      </p>
      <p class="small" data-countdown={at} hidden>
        <Phrase say="page.confirm.left" parts={{ clock: <span class="figure" data-countdown-clock /> }} />
      </p>
      <p class="small" data-countdown-over hidden>
        {say('page.confirm.over')}
      </p>
    </>
  );
}

/** The code that proves an address is the person's own, at registration or correction. */
export function Confirm({ page }: { readonly page: PageOf<'confirm'> }) {
  const say = useSay();
  const path = ownPath(useFrame());
  const start = path.replace(/\/confirm$/, page.limited ? '/limited' : '/register');
  const { consent } = page;
  return (
    <Leaf>
      <Opening
        title={say(consent ? 'page.confirm.consent-title' : 'page.confirm.title')}
        lead={say('page.confirm.lead', { address: page.sentTo })}
      />
      <Line kind="first" margin={<Expiry at={page.expiresAt} />}>
        <ErrorSummary errors={page.errors} names={['code']} />
        {page.limited ? <p>{say('page.confirm.limited')}</p> : null}
        {consent ? <p>{say('page.confirm.consent-by-code')}</p> : null}
        {consent?.reply ? <p>{say('page.confirm.consent-reply')}</p> : null}
        <Form hidden={{ draft: page.draft }}>
          <CodeField errors={page.errors} />
          <Submit>{say('page.confirm.send')}</Submit>
        </Form>
        <p class="small">
          {say('page.confirm.none')} <a href={start}>{say('page.confirm.again')}</a>
        </p>
      </Line>
    </Leaf>
  );
}
