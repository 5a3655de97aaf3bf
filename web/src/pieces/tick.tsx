import type { ComponentChildren } from 'preact';
import type { FieldError } from '../../../src/server/pages.ts';
import { errorsOf, FieldErrors, idOf } from './form.tsx';

interface TickProps {
  readonly name: string;
  readonly value?: string;
  readonly label: ComponentChildren;
  readonly hint?: ComponentChildren;
  readonly errors?: readonly FieldError[];
  readonly checked?: boolean;
  readonly type?: 'checkbox' | 'radio';
  /** When several controls share a name, what tells this one apart. */
  readonly id?: string;
  readonly required?: boolean;
}

/** A box to tick or a circle to choose, with its label as the target. Never ticked beforehand unless told. */
export function Tick(props: TickProps) {
  const { name, value = 'yes', type = 'checkbox', hint } = props;
  const id = props.id ?? idOf(name);
  const errors = errorsOf(props.errors ?? [], name);
  const described = [hint === undefined ? '' : `${id}-hint`, errors.length > 0 ? `${id}-fault` : ''].filter(
    (one) => one !== '',
  );
  return (
    <div class={errors.length > 0 ? 'tick faulty' : 'tick'}>
      <FieldErrors id={`${id}-fault`} errors={errors} />
      <label for={id}>
        <input
          id={id}
          type={type}
          name={name}
          value={value}
          checked={props.checked === true}
          required={props.required === true}
          aria-invalid={errors.length > 0 && type === 'checkbox' ? 'true' : undefined}
          aria-describedby={described.length === 0 ? undefined : described.join(' ')}
        />
        <span>{props.label}</span>
      </label>
      {hint === undefined ? null : (
        <p id={`${id}-hint`} class="hint">
          {hint}
        </p>
      )}
    </div>
  );
}

interface TicksProps {
  readonly name: string;
  readonly legend: ComponentChildren;
  readonly hint?: ComponentChildren;
  readonly options: readonly {
    readonly key: string;
    readonly name: ComponentChildren;
    readonly hint?: ComponentChildren;
  }[];
  readonly errors: readonly FieldError[];
  readonly type?: 'checkbox' | 'radio';
  readonly chosen?: readonly string[];
}

/**
 * Several boxes or circles under one name. The first carries the group's id, so that an error leads to it.
 */
export function Ticks({ name, legend, hint, options, errors, type = 'checkbox', chosen = [] }: TicksProps) {
  const faults = errorsOf(errors, name);
  const id = `${idOf(name)}-fault`;
  return (
    <fieldset
      class={faults.length > 0 ? 'ticks faulty' : 'ticks'}
      aria-describedby={faults.length > 0 ? id : undefined}
    >
      <legend>{legend}</legend>
      {hint === undefined ? null : <p class="hint">{hint}</p>}
      <FieldErrors id={id} errors={faults} />
      {options.map((option, index) => (
        <Tick
          key={option.key}
          id={index === 0 ? idOf(name) : `${idOf(name)}-${index}`}
          type={type}
          name={name}
          value={option.key}
          label={option.name}
          checked={chosen.includes(option.key)}
          {...(option.hint === undefined ? {} : { hint: option.hint })}
        />
      ))}
    </fieldset>
  );
}
