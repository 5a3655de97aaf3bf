import { useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { AppCode, AppOffer } from '../pieces/app-offer.tsx';
import { Entry } from '../pieces/entry.tsx';
import { Field } from '../pieces/field.tsx';
import { ErrorSummary, Form, Submit } from '../pieces/form.tsx';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { Moment, Terms } from '../pieces/said.tsx';

type SecurityPage = PageOf<'staff-security'>;
type Props = { readonly page: SecurityPage };

const allCodes = 10;

function App({ page: { app } }: Props) {
  const say = useSay();
  const used = app.usedAt ?? app.createdAt;
  return (
    <Line kind="section" margin={<p class="small">{say('page.staff-security.factors-why')}</p>}>
      <h2>{say('page.staff-security.factors')}</h2>
      <h3>{say('page.staff-security.app')}</h3>
      <Terms
        kind="small"
        lines={[
          { term: say('page.staff-security.added'), text: <Moment at={app.createdAt} /> },
          { term: say('page.staff-security.used'), text: <Moment at={used} /> },
        ]}
      />
      <p>
        <a href="/console/security/app">{say('page.staff-security.replace-app')}</a>
      </p>
    </Line>
  );
}

function Codes({ page }: Props) {
  const say = useSay();
  return (
    <Line kind="section" margin={<p class="small">{say('page.staff-security.codes-why')}</p>}>
      <h2>{say('page.staff-security.codes')}</h2>
      <p>{say('page.staff-security.codes-left', { n: page.codesLeft, all: allCodes })}</p>
      <Form hidden={{ act: 'codes' }} label={say('page.staff-security.codes')}>
        <Submit kind="quiet">{say('page.staff-security.codes-new')}</Submit>
      </Form>
    </Line>
  );
}

function Password({ page }: Props) {
  const say = useSay();
  return (
    <Line kind="section" margin={<p class="small">{say('page.staff-security.password-why')}</p>}>
      <h2>{say('page.staff-security.password')}</h2>
      <Form hidden={{ act: 'password' }} label={say('page.staff-security.password')}>
        <Field
          name="current"
          type="password"
          label={say('page.staff-security.password-current')}
          errors={page.errors}
          autocomplete="current-password"
          required
        />
        <Field
          name="password"
          type="password"
          label={say('page.staff-security.password-new')}
          hint={say('page.set-up.password-hint')}
          errors={page.errors}
          autocomplete="new-password"
          required
        />
        <Submit kind="quiet">{say('page.staff-security.password-send')}</Submit>
      </Form>
    </Line>
  );
}

function Entries({ page }: Props) {
  const say = useSay();
  return (
    <>
      <Line kind="section" margin={<p class="small">{say('page.staff-security.entries-why')}</p>}>
        <h2>{say('page.staff-security.entries')}</h2>
      </Line>
      {page.entries.map((entry) => (
        <Entry key={entry.id} entry={entry} under={3} />
      ))}
    </>
  );
}

/** How one gets in oneself: second factors, recovery codes, password, and what happened about them. */
export function StaffSecurity({ page }: Props) {
  const say = useSay();
  return (
    <Leaf kind="dense">
      <Opening title={say('page.staff-security.title')} lead={say('page.staff-security.lead')} />
      {page.errors.length === 0 ? null : (
        <Line kind="first">
          <ErrorSummary errors={page.errors} names={['current', 'password']} />
        </Line>
      )}
      <App page={page} />
      <Codes page={page} />
      <Password page={page} />
      <Entries page={page} />
    </Leaf>
  );
}

/** Adds an authenticator app. */
export function AddApp({ page }: { readonly page: PageOf<'add-app'> }) {
  const say = useSay();
  return (
    <Leaf>
      <Opening title={say('page.add-app.title')} lead={say('page.add-app.lead')} />
      {page.errors.length === 0 ? null : (
        <Line kind="first">
          <ErrorSummary errors={page.errors} names={['code']} />
        </Line>
      )}
      <AppOffer app={page.app} />
      <AppCode errors={page.errors} />
      <Line kind="closing">
        <p>
          <a href="/console/security">{say('page.add-app.back')}</a>
        </p>
      </Line>
    </Leaf>
  );
}
