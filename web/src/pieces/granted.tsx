import type { FieldError, GrantChoice, GrantedView, StaffView } from '../../../src/server/pages.ts';
import { useFrame, useSay } from '../frame/context.ts';
import { Timed } from './phrase.tsx';
import { Empty, Terms } from './said.tsx';
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

type Option = GrantChoice['options'][number];

/** What is said of roles at more than one place: it is said once, not at each. */
function saidOften(choices: readonly GrantChoice[]): readonly Option[] {
  const seen = new Set<string>();
  const often = new Map<string, Option>();
  for (const option of choices.flatMap(({ options }) => options)) {
    if (seen.has(option.hint)) often.set(option.hint, option);
    seen.add(option.hint);
  }
  return [...often.values()];
}

function Meanings({ options }: { readonly options: readonly Option[] }) {
  const say = useSay();
  const lines = options.map(({ name, hint }) => ({ term: name, text: hint }));
  return (
    <details class="meanings">
      <summary>{say('page.staff.roles-mean')}</summary>
      <Terms kind="small" lines={lines} />
    </details>
  );
}

/** The roles that can be given, place by place; what they mean in each service stands above them once. */
export function GrantChoices({ choices, errors }: GrantChoicesProps) {
  const often = saidOften(choices);
  const hints = new Set(often.map(({ hint }) => hint));
  const known = (choice: GrantChoice) => choice.options.every(({ hint }) => hints.has(hint));
  const bare = (choice: GrantChoice) => choice.options.map(({ key, name }) => ({ key, name }));
  const ticks = (choice: GrantChoice) => (
    <Ticks
      key={choice.name}
      name={choice.name}
      legend={choice.place}
      options={known(choice) ? bare(choice) : choice.options}
      chosen={choice.chosen}
      errors={errors}
    />
  );
  return (
    <>
      {choices.filter((choice) => !known(choice)).map(ticks)}
      {often.length === 0 ? null : <Meanings options={often} />}
      {often.length === 0 ? null : <div class="short-ticks">{choices.filter(known).map(ticks)}</div>}
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
