import type { AppOfferView, FieldError } from '../../../src/server/pages.ts';
import { useSay } from '../frame/context.ts';
import { Field } from './field.tsx';
import { Form, Submit } from './form.tsx';
import { Line } from './line.tsx';
import { Qr } from './qr.tsx';

/** How an authenticator app is told its secret: a picture, a link, and what is typed in. */
export function AppOffer({ app }: { readonly app: AppOfferView }) {
  const say = useSay();
  const groups = app.secret.match(/.{1,4}/g) ?? [];
  return (
    <Line kind="section" margin={<p class="small">{say('page.enrol.secret-why')}</p>}>
      <h2>{say('page.enrol.scan')}</h2>
      <p>{say('page.enrol.scan-how')}</p>
      <Qr text={app.link} label={say('page.enrol.picture')} />
      <details class="more-ways">
        <summary>{say('page.enrol.no-picture')}</summary>
        <p>
          <a href={app.link}>{say('page.enrol.open')}</a>
        </p>
        <p>{say('page.enrol.type')}</p>
        <p>
          <code class="secret" data-secret={app.secret}>
            {groups.join(' ')}
          </code>
        </p>
      </details>
    </Line>
  );
}

interface AppCodeProps {
  readonly errors: readonly FieldError[];
  readonly back?: string | undefined;
}

/** Where a password of the app that is being added shows that it works. */
export function AppCode({ errors, back }: AppCodeProps) {
  const say = useSay();
  return (
    <Line kind="section" margin={<p class="small">{say('page.enrol.code-why')}</p>}>
      <h2>{say('page.enrol.give')}</h2>
      <Form hidden={back === undefined ? {} : { back }}>
        <Field
          name="code"
          label={say('page.factor.code')}
          errors={errors}
          inputmode="numeric"
          maxlength={7}
          kind="input-code"
          autocomplete="one-time-code"
          required
        />
        <Submit>{say('page.enrol.send')}</Submit>
      </Form>
    </Line>
  );
}
