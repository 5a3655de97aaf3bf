import { useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { Entry } from '../pieces/entry.tsx';
import { ErrorSummary, Form, Submit } from '../pieces/form.tsx';
import { GrantChoices, Granted, StaffState } from '../pieces/granted.tsx';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { Empty } from '../pieces/said.tsx';
import { Tick } from '../pieces/tick.tsx';
import { ShownLink } from './staff.tsx';

type MemberPage = PageOf<'staff-member'>;
type Props = { readonly page: MemberPage };

function Roles({ page }: Props) {
  const say = useSay();
  if (!page.acts.includes('roles')) {
    return (
      <Line kind="section" margin={<Whose page={page} />}>
        <h2>{say('page.staff-member.roles')}</h2>
        <Granted granted={page.member.granted} />
      </Line>
    );
  }
  return (
    <Line kind="section" margin={<p class="small">{say('page.staff-member.roles-why')}</p>}>
      <h2>{say('page.staff-member.roles')}</h2>
      <Form hidden={{ act: 'roles', was: page.was }} label={say('page.staff-member.roles')}>
        <GrantChoices choices={page.choices} errors={page.errors} />
        <Submit>{say('page.staff-member.roles-send')}</Submit>
      </Form>
    </Line>
  );
}

/** Who may change what the reader may not. */
function Whose({ page }: Props) {
  const say = useSay();
  if (page.acts.length > 0) return null;
  return <p class="small">{say(page.member.me ? 'page.staff-member.self' : 'page.staff.look')}</p>;
}

/** Another link: for whoever has not come yet, and, with roles, for whoever comes back. */
function Again({ page }: Props) {
  const say = useSay();
  if (!page.acts.includes('again')) return null;
  const returns = page.member.state === 'ended';
  const title = say(returns ? 'page.staff-member.return' : 'page.staff-member.again');
  return (
    <Line
      kind="section"
      margin={
        <p class="small">{say(returns ? 'page.staff-member.return-why' : 'page.staff-member.again-why')}</p>
      }
    >
      <h2>{title}</h2>
      <Form hidden={{ act: 'again', was: page.was }} label={title}>
        {returns ? <GrantChoices choices={page.choices} errors={page.errors} /> : null}
        <Submit kind={returns ? 'main' : 'quiet'}>{say('page.staff-member.again-send')}</Submit>
      </Form>
    </Line>
  );
}

function Sessions({ page }: Props) {
  const say = useSay();
  if (!page.acts.includes('sign-out')) return null;
  return (
    <Line kind="section" margin={<p class="small">{say('page.staff-member.sign-out-why')}</p>}>
      <h2>{say('page.staff-member.sessions')}</h2>
      <p>{say('page.staff-member.sessions-open', { n: page.sessions })}</p>
      <Form hidden={{ act: 'sign-out' }} label={say('page.staff-member.sessions')}>
        <Submit kind="quiet">{say('page.staff-member.sign-out')}</Submit>
      </Form>
    </Line>
  );
}

/** A new way in for whoever lost theirs. */
function Reset({ page }: Props) {
  const say = useSay();
  if (!page.acts.includes('reset')) return null;
  return (
    <Line kind="section" margin={<p class="small">{say('page.staff-member.reset-why')}</p>}>
      <h2>{say('page.staff-member.reset')}</h2>
      <Form hidden={{ act: 'reset' }} label={say('page.staff-member.reset')}>
        <Tick
          name="confirm-reset"
          label={say('page.staff-member.reset-confirm')}
          errors={page.errors}
          required
        />
        <Submit kind="grave">{say('page.staff-member.reset-send')}</Submit>
      </Form>
    </Line>
  );
}

function End({ page }: Props) {
  const say = useSay();
  if (!page.acts.includes('end')) return null;
  const name = page.member.state === 'active' ? 'end' : 'revoke';
  return (
    <Line kind="section" margin={<p class="small">{say(`page.staff-member.${name}-why`)}</p>}>
      <h2>{say(`page.staff-member.${name}`)}</h2>
      <Form hidden={{ act: 'end' }} label={say(`page.staff-member.${name}`)}>
        <Tick name="confirm" label={say(`page.staff-member.${name}-confirm`)} errors={page.errors} required />
        <Submit kind="grave">{say(`page.staff-member.${name}-send`)}</Submit>
      </Form>
    </Line>
  );
}

function Entries({ page }: Props) {
  const say = useSay();
  return (
    <>
      <Line kind="section">
        <h2>{say('page.staff-member.entries')}</h2>
        {page.entries.length === 0 ? <Empty>{say('page.staff-member.entries-empty')}</Empty> : null}
      </Line>
      {page.entries.map((entry) => (
        <Entry key={entry.id} entry={entry} under={3} />
      ))}
    </>
  );
}

/** One of the staff: roles, sessions, the end of the access, and what was done about them. */
export function StaffMember({ page }: Props) {
  const say = useSay();
  const { member, shown } = page;
  const groups = page.choices.map(({ name }) => name);
  return (
    <Leaf kind="dense">
      <Opening title={member.name} lead={member.email} margin={<StaffState member={member} />} />
      {page.errors.length === 0 ? null : (
        <Line kind="first">
          <ErrorSummary errors={page.errors} names={[...groups, 'confirm-reset', 'confirm']} />
        </Line>
      )}
      {shown ? <ShownLink shown={shown} /> : null}
      {member.state === 'ended' ? null : <Roles page={page} />}
      <Again page={page} />
      <Sessions page={page} />
      <Reset page={page} />
      <End page={page} />
      <Entries page={page} />
      <Line kind="closing">
        <p>
          <a href="/console/staff">{say('page.staff-member.back')}</a>
        </p>
      </Line>
    </Leaf>
  );
}
