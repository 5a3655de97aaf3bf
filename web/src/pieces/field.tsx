import type { ComponentChildren } from 'preact';
import type { FieldError } from '../../../src/server/pages.ts';
import { useSay } from '../frame/context.ts';
import { errorsOf, FieldErrors, idOf } from './form.tsx';

type InputMode = 'text' | 'numeric' | 'email' | 'tel';

interface FieldProps {
  readonly name: string;
  /** When several controls of a page share a name, what tells this one apart. */
  readonly id?: string;
  readonly label: ComponentChildren;
  readonly errors: readonly FieldError[];
  readonly type?: 'text' | 'email' | 'tel' | 'date' | 'password';
  readonly value?: string | undefined;
  readonly hint?: ComponentChildren;
  readonly required?: boolean;
  readonly autocomplete?: string | undefined;
  readonly inputmode?: InputMode | undefined;
  readonly maxlength?: number | undefined;
  readonly kind?: string;
}

interface DescribedProps {
  readonly id: string;
  readonly label: ComponentChildren;
  readonly hint?: ComponentChildren;
  readonly required?: boolean;
  readonly errors: readonly FieldError[];
  readonly children: ComponentChildren;
}

/** The ids of what describes a control: its hint and its errors. */
function describedBy(id: string, hint: boolean, faulty: boolean): string | undefined {
  const ids = [hint ? `${id}-hint` : '', faulty ? `${id}-fault` : ''].filter((one) => one !== '');
  return ids.length === 0 ? undefined : ids.join(' ');
}

function Described({ id, label, hint, required, errors, children }: DescribedProps) {
  const say = useSay();
  return (
    <div class={errors.length > 0 ? 'field faulty' : 'field'}>
      <label for={id}>
        {label}
        {required === false ? <span class="optional">{say('page.form.optional')}</span> : null}
      </label>
      {hint === undefined ? null : (
        <p id={`${id}-hint`} class="hint">
          {hint}
        </p>
      )}
      <FieldErrors id={`${id}-fault`} errors={errors} />
      {children}
    </div>
  );
}

/**
 * A one-line control with its label, hint and errors. `required: false` says «необязательно»; absent says
 * nothing.
 */
export function Field(props: FieldProps) {
  const { name, hint, required, type = 'text', id = idOf(name) } = props;
  const errors = errorsOf(props.errors, name);
  return (
    <Described
      id={id}
      label={props.label}
      hint={hint}
      errors={errors}
      {...(required === undefined ? {} : { required })}
    >
      <input
        id={id}
        name={name}
        // The types of JSX tell inputs apart by type; the attributes given here are good for each of ours.
        type={type as 'text'}
        class={props.kind}
        value={props.value}
        required={required === true}
        autocomplete={props.autocomplete}
        inputmode={props.inputmode}
        maxlength={props.maxlength}
        aria-invalid={errors.length > 0 ? 'true' : undefined}
        aria-describedby={describedBy(id, hint !== undefined, errors.length > 0)}
      />
    </Described>
  );
}

/** A control of several lines. */
export function Area(
  props: Omit<FieldProps, 'type' | 'inputmode' | 'autocomplete'> & { readonly rows?: number },
) {
  const { name, hint, required } = props;
  const errors = errorsOf(props.errors, name);
  return (
    <Described
      id={idOf(name)}
      label={props.label}
      hint={hint}
      errors={errors}
      {...(required === undefined ? {} : { required })}
    >
      <textarea
        id={idOf(name)}
        name={name}
        rows={props.rows ?? 5}
        maxlength={props.maxlength}
        required={required === true}
        aria-invalid={errors.length > 0 ? 'true' : undefined}
        aria-describedby={describedBy(idOf(name), hint !== undefined, errors.length > 0)}
      >
        {props.value}
      </textarea>
    </Described>
  );
}

/** One of several, as the browser's own list. */
export function Choice({
  options,
  ...props
}: FieldProps & { readonly options: readonly { readonly key: string; readonly name: string }[] }) {
  const { name, hint } = props;
  const errors = errorsOf(props.errors, name);
  return (
    <Described id={idOf(name)} label={props.label} hint={hint} errors={errors}>
      <select
        id={idOf(name)}
        name={name}
        aria-invalid={errors.length > 0 ? 'true' : undefined}
        aria-describedby={describedBy(idOf(name), hint !== undefined, errors.length > 0)}
      >
        {options.map((option) => (
          <option key={option.key} value={option.key} selected={option.key === props.value}>
            {option.name}
          </option>
        ))}
      </select>
    </Described>
  );
}

/** A file to choose; `accept` names the kinds that are taken. */
export function FileField(
  props: Pick<FieldProps, 'name' | 'label' | 'hint' | 'required' | 'errors'> & { readonly accept: string },
) {
  const { name, hint, required, accept } = props;
  const errors = errorsOf(props.errors, name);
  return (
    <Described
      id={idOf(name)}
      label={props.label}
      hint={hint}
      errors={errors}
      {...(required === undefined ? {} : { required })}
    >
      <input
        id={idOf(name)}
        name={name}
        type="file"
        accept={accept}
        required={required === true}
        aria-invalid={errors.length > 0 ? 'true' : undefined}
        aria-describedby={describedBy(idOf(name), hint !== undefined, errors.length > 0)}
      />
    </Described>
  );
}
