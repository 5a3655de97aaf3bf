import { publicBase, useFrame, useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { ErrorSummary, Form, Submit } from '../pieces/form.tsx';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { CurrentPassword } from '../pieces/password.tsx';
import { CodeField } from '../public/confirm.tsx';

type ProvePage = PageOf<'prove'>;

const backOf = ({ back }: { readonly back?: string }): Readonly<Record<string, string>> =>
  back === undefined ? {} : { back };

function ByPassword({ page }: { readonly page: ProvePage }) {
  const say = useSay();
  return (
    <Line kind="section">
      <h2>{say('page.prove.by-password')}</h2>
      <Form hidden={backOf(page)} label={say('page.prove.by-password')}>
        <CurrentPassword label={say('page.prove.password')} errors={page.errors} />
        <Submit>{say('page.prove.send')}</Submit>
      </Form>
    </Line>
  );
}

function ByCode({ page }: { readonly page: ProvePage }) {
  const say = useSay();
  const kind = page.password ? 'quiet' : 'main';
  return (
    <Line kind="section">
      <h2>{say('page.prove.by-code')}</h2>
      {page.addresses.map((address) => (
        <Form
          key={address.kind}
          hidden={{ to: address.kind, ...backOf(page) }}
          label={say('page.prove.code-to', { address: address.masked })}
        >
          <Submit kind={kind}>{say('page.prove.code-to', { address: address.masked })}</Submit>
        </Form>
      ))}
    </Line>
  );
}

/** Somebody who is signed in proves anew who they are, by what they sign in with. */
export function Prove({ page }: { readonly page: ProvePage }) {
  const say = useSay();
  const base = publicBase(useFrame().service);
  return (
    <Leaf>
      <Opening
        title={say('page.prove.title')}
        lead={say('page.prove.lead')}
        margin={<p class="small">{say('page.prove.why')}</p>}
      />
      {page.errors.length === 0 ? null : (
        <Line kind="first">
          <ErrorSummary errors={page.errors} names={['password']} />
        </Line>
      )}
      {page.password ? <ByPassword page={page} /> : null}
      {page.addresses.length > 0 ? <ByCode page={page} /> : null}
      {page.password || page.addresses.length > 0 ? null : (
        <Line kind="first">
          <p>{say('page.prove.nothing')}</p>
        </Line>
      )}
      <Line kind="closing">
        <p class="small">
          <a href={`${base}/me`}>{say('page.back-unchanged')}</a>
        </p>
      </Line>
    </Leaf>
  );
}

/** The second step where it is proved by a code. */
export function ProveCode({ page }: { readonly page: PageOf<'prove-code'> }) {
  const say = useSay();
  const base = publicBase(useFrame().service);
  const again = page.back === undefined ? '' : `?${new URLSearchParams({ back: page.back })}`;
  return (
    <Leaf>
      <Opening
        title={say('page.prove-code.title')}
        lead={
          page.sentTo === ''
            ? say('page.prove-code.lead-unnamed')
            : say('page.prove-code.lead', { address: page.sentTo })
        }
      />
      <Line kind="first">
        <ErrorSummary errors={page.errors} names={['code']} />
        <Form hidden={{ ticket: page.ticket, sentTo: page.sentTo, ...backOf(page) }}>
          <CodeField errors={page.errors} />
          <Submit>{say('page.prove.send')}</Submit>
        </Form>
        <p class="small">
          <a href={`${base}/me/prove${again}`}>{say('page.prove-code.again')}</a>
        </p>
      </Line>
    </Leaf>
  );
}
