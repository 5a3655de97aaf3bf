import { publicBase, useFrame, useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { ErrorSummary, Form, Submit } from '../pieces/form.tsx';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { NewPassword } from '../pieces/password.tsx';
import { Timed } from '../pieces/phrase.tsx';
import { Sessions } from '../pieces/sessions.tsx';

type SecurityPage = PageOf<'security'>;

function Password({ page }: { readonly page: SecurityPage }) {
  const say = useSay();
  const base = publicBase(useFrame().service);
  const { passwordSetAt } = page;
  const has = passwordSetAt !== undefined;
  return (
    <Line kind="section" margin={<p class="small">{say('page.security.password-why')}</p>}>
      <h2>{say('page.security.password')}</h2>
      <p>
        {has ? (
          <Timed say="page.security.password-at" at={passwordSetAt} />
        ) : (
          say('page.security.password-none')
        )}
      </p>
      <p>
        <a class="act-link" href={`${base}/me/password`}>
          {say(has ? 'page.security.password-change' : 'page.security.password-set')}
        </a>
      </p>
    </Line>
  );
}

/** How a person signs in, and where they are signed in. */
export function Security({ page }: { readonly page: SecurityPage }) {
  const say = useSay();
  return (
    <Leaf>
      <Opening title={say('page.security.title')} lead={say('page.security.lead')} />
      <Password page={page} />
      <Sessions sessions={page.sessions} why="page.security.sessions-why" />
    </Leaf>
  );
}

function Remove() {
  const say = useSay();
  return (
    <Line kind="section" margin={<p class="small">{say('page.password.remove-why')}</p>}>
      <h2>{say('page.password.remove')}</h2>
      <Form hidden={{ act: 'remove' }} label={say('page.password.remove')}>
        <Submit kind="quiet">{say('page.password.remove-send')}</Submit>
      </Form>
    </Line>
  );
}

/** A password for the cabinet: set, changed, removed. */
export function ChoosePassword({ page }: { readonly page: PageOf<'password'> }) {
  const say = useSay();
  const base = publicBase(useFrame().service);
  return (
    <Leaf>
      <Opening
        title={say(page.has ? 'page.password.title-change' : 'page.password.title-set')}
        lead={say('page.password.lead')}
      />
      <Line
        kind="first"
        margin={
          <>
            <p class="small">{say('page.password.why')}</p>
            <p class="small">{say('page.password.told')}</p>
            {page.has ? <p class="small">{say('page.password.others')}</p> : null}
          </>
        }
      >
        <ErrorSummary errors={page.errors} names={['password']} />
        <Form>
          <NewPassword label={say('page.password.field')} shortest={page.shortest} errors={page.errors} />
          <Submit>{say('page.password.send')}</Submit>
        </Form>
      </Line>
      {page.has ? <Remove /> : null}
      <Line kind="closing">
        <p class="small">
          <a href={`${base}/me/security`}>{say('page.back-unchanged')}</a>
        </p>
      </Line>
    </Leaf>
  );
}
