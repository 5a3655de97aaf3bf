import type { FieldError, GrantChoice, GrantedView, StaffView } from '../../../src/server/pages.ts';
import { useFrame, useSay } from '../frame/context.ts';
import { Timed } from './phrase.tsx';
import { Empty } from './said.tsx';
import { Ticks } from './tick.tsx';

/** Somebody's roles, place by place. */
export function Granted({ granted }: { readonly granted: readonly GrantedView[] }) {
  const say = useSay();
  const { speaker } = useFrame();
  if (granted.length === 0) return <Empty>{say('page.staff.no-roles')}</Empty>;
  return (
    <ul class="granted">
      {granted.map(({ place, roles }) => (
        <li key={place}>{say('page.staff.roles-at', { place, roles: speaker.list(roles) })}</li>
      ))}
    </ul>
  );
}

interface GrantChoicesProps {
  readonly choices: readonly GrantChoice[];
  readonly errors: readonly FieldError[];
}

/** The roles that can be given, place by place. */
export function GrantChoices({ choices, errors }: GrantChoicesProps) {
  return (
    <>
      {choices.map((choice) => (
        <Ticks
          key={choice.name}
          name={choice.name}
          legend={choice.place}
          options={choice.options}
          chosen={choice.chosen}
          errors={errors}
        />
      ))}
    </>
  );
}

/** What somebody of the staff is now, and since when. */
export function StaffState({ member }: { readonly member: StaffView }) {
  const { state, since, linkUntil = since } = member;
  return (
    <div class="small">
      <p class={`staff-state staff-${state}`}>
        <Timed say={`page.staff.state.${state}`} at={state === 'expired' ? linkUntil : since} />
      </p>
      {state === 'invited' ? (
        <p class="muted">
          <Timed say="page.staff.link-until" at={linkUntil} />
        </p>
      ) : null}
    </div>
  );
}
