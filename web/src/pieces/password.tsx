import type { ComponentChildren } from 'preact';
import type { FieldError } from '../../../src/server/pages.ts';
import { useSay } from '../frame/context.ts';
import { Field } from './field.tsx';
import { idOf } from './form.tsx';

/** A control with a button that shows what is typed; the button is woken by a script. */
function Reveal({ of, children }: { readonly of: string; readonly children: ComponentChildren }) {
  const say = useSay();
  return (
    <div class="reveal" data-reveal={idOf(of)}>
      {children}
      <button
        type="button"
        class="quiet"
        data-reveal-button
        aria-pressed="false"
        aria-controls={idOf(of)}
        hidden
      >
        {say('page.password.show')}
      </button>
    </div>
  );
}

interface PasswordProps {
  readonly label: string;
  readonly errors: readonly FieldError[];
}

/** The password somebody has. `hint` says when it may stay empty. */
export function CurrentPassword({ label, errors, hint }: PasswordProps & { readonly hint?: string }) {
  return (
    <Reveal of="password">
      <Field
        name="password"
        type="password"
        label={label}
        hint={hint}
        errors={errors}
        autocomplete="current-password"
      />
    </Reveal>
  );
}

/** A password somebody chooses. */
export function NewPassword({ label, errors, shortest }: PasswordProps & { readonly shortest: number }) {
  const say = useSay();
  return (
    <Reveal of="password">
      <Field
        name="password"
        type="password"
        label={label}
        hint={say('page.password.hint', { n: shortest })}
        errors={errors}
        autocomplete="new-password"
        required
      />
    </Reveal>
  );
}
