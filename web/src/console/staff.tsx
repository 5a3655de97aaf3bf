import type { LinkView, StaffView } from '../../../src/server/pages.ts';
import { useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { Copyable } from '../pieces/copyable.tsx';
import { Field } from '../pieces/field.tsx';
import { ErrorSummary, Form, Submit } from '../pieces/form.tsx';
import { GrantChoices, Granted, StaffState } from '../pieces/granted.tsx';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { Timed } from '../pieces/phrase.tsx';
import { Empty } from '../pieces/said.tsx';

type StaffPage = PageOf<'staff'>;

/** A link for the first sign-in, shown once. */
export function ShownLink({ shown }: { readonly shown: LinkView }) {
  const say = useSay();
  return (
    <Line kind="first" margin={<p class="small">{say('page.staff.shown-why')}</p>}>
      <h2>{say('page.staff.shown', { name: shown.name })}</h2>
      <Copyable text={shown.link}>
        <code class="secret">{shown.link}</code>
      </Copyable>
      <p class="small muted">
        <Timed say="page.staff.link-until" at={shown.until} />
      </p>
    </Line>
  );
}

function Person({ row }: { readonly row: StaffView }) {
  const say = useSay();
  return (
    <Line kind={`staff-row staff-${row.state}`} margin={<StaffState member={row} />}>
      <h2>
        <a href={row.href}>{row.name}</a>
        {row.me ? <span class="muted"> ({say('page.staff.me')})</span> : null}
      </h2>
      <p class="small muted">{row.email}</p>
      <Granted granted={row.granted} />
    </Line>
  );
}

function Invite({
  page,
  invite,
}: {
  readonly page: StaffPage;
  readonly invite: NonNullable<StaffPage['invite']>;
}) {
  const say = useSay();
  const { errors } = page;
  return (
    <Line
      kind="section"
      margin={
        <>
          <p class="small">{say('page.staff.invite-why')}</p>
          <p class="small">{say('page.staff.invite-roles')}</p>
        </>
      }
    >
      <h2>{say('page.staff.invite')}</h2>
      <Form>
        <Field
          name="name"
          label={say('page.set-up.name')}
          value={invite.name}
          errors={errors}
          autocomplete="off"
          required
        />
        <Field
          name="email"
          type="email"
          inputmode="email"
          label={say('page.staff-sign-in.email')}
          value={invite.email}
          errors={errors}
          autocomplete="off"
          required
        />
        <GrantChoices choices={invite.choices} errors={errors} />
        <Submit>{say('page.staff.invite-send')}</Submit>
      </Form>
    </Line>
  );
}

/** Who works here, since when, with which roles; for the administrator the way to invite. */
export function Staff({ page }: { readonly page: StaffPage }) {
  const say = useSay();
  const { invite, shown, rows } = page;
  const groups = invite?.choices.map(({ name }) => name) ?? [];
  return (
    <Leaf kind="dense">
      <Opening
        title={say('page.staff.title')}
        lead={say('page.staff.lead')}
        margin={invite ? undefined : <p class="small">{say('page.staff.look')}</p>}
      />
      {page.errors.length === 0 ? null : (
        <Line kind="first">
          <ErrorSummary errors={page.errors} names={['name', 'email', ...groups]} />
        </Line>
      )}
      {shown ? <ShownLink shown={shown} /> : null}
      {rows.map((row) => (
        <Person key={row.id} row={row} />
      ))}
      {rows.every(({ me }) => me) && invite ? (
        <Line>
          <Empty>{say('page.staff.alone')}</Empty>
        </Line>
      ) : null}
      {invite ? <Invite page={page} invite={invite} /> : null}
    </Leaf>
  );
}
