import type { ComponentChildren } from 'preact';
import type { FieldError } from '../../../src/server/pages.ts';
import { ownPath, useFrame, useSay } from '../frame/context.ts';

/** The id of the control named `name`. */
export function idOf(name: string): string {
  return `in-${name.replaceAll('.', '-')}`;
}

const prefixes = ['', 'f.', 'c.', 'optional.'];

/** The errors of the control named `name`; the server may leave the prefix of its group off. */
export function errorsOf(errors: readonly FieldError[], name: string): readonly FieldError[] {
  return errors.filter((error) => prefixes.some((prefix) => `${prefix}${error.field ?? ''}` === name));
}

interface SummaryProps {
  readonly errors: readonly FieldError[];
  /** Names of the controls on this page. */
  readonly names: readonly string[];
}

/** What is wrong with a form, first thing on the page, each line leading to its control. */
export function ErrorSummary({ errors, names }: SummaryProps) {
  const say = useSay();
  if (errors.length === 0) return null;
  const target = (error: FieldError) => names.find((name) => errorsOf([error], name).length > 0);
  return (
    <div class="faults" role="alert" tabIndex={-1} autofocus aria-labelledby="faults-title">
      <h2 id="faults-title">{say('page.form.errors', { count: errors.length })}</h2>
      <ul>
        {errors.map((error) => {
          const name = error.field === undefined ? undefined : target(error);
          return (
            <li key={`${error.field ?? ''}${error.message}`}>
              {name === undefined ? error.message : <a href={`#${idOf(name)}`}>{error.message}</a>}
              {name === undefined && error.help !== undefined ? <span class="help">{error.help}</span> : null}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** The errors of one control, under its label. `id` is what `aria-describedby` names. */
export function FieldErrors({ id, errors }: { readonly id: string; readonly errors: readonly FieldError[] }) {
  if (errors.length === 0) return null;
  return (
    <div id={id} class="fault">
      {errors.map((error) => (
        <p key={error.message}>
          {error.message}
          {error.help === undefined ? null : <span class="help">{error.help}</span>}
        </p>
      ))}
    </div>
  );
}

interface FormProps {
  readonly action?: string;
  readonly hidden?: Readonly<Record<string, string>>;
  readonly kind?: string;
  readonly label?: string;
  /** For buttons that stand outside it. */
  readonly id?: string;
  /** It carries a file. */
  readonly files?: boolean;
  readonly children: ComponentChildren;
}

/**
 * A form that posts to the page's own address unless told otherwise. Our own errors are shown, not the
 * browser's.
 */
export function Form({ action, hidden, kind, label, id, files, children }: FormProps) {
  const frame = useFrame();
  return (
    <form
      method="post"
      action={action ?? ownPath(frame)}
      id={id}
      class={kind}
      aria-label={label}
      enctype={files ? 'multipart/form-data' : undefined}
      novalidate
    >
      {Object.entries(hidden ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  );
}

/** The button that sends a form. */
export function Submit({
  children,
  kind = 'main',
}: {
  readonly children: ComponentChildren;
  readonly kind?: string;
}) {
  return (
    <p class="submit">
      <button type="submit" class={kind}>
        {children}
      </button>
    </p>
  );
}
