import type { FieldError } from '../../../src/server/pages.ts';
import { useSay } from '../frame/context.ts';
import { Field } from './field.tsx';
import { errorsOf } from './form.tsx';

interface FactorFieldsProps {
  readonly errors: readonly FieldError[];
  /** Stands before the names of the fields. */
  readonly under?: string;
}

/** Where a second factor is given: the code of an app, or, folded away, a recovery code. */
export function FactorFields({ errors, under = '' }: FactorFieldsProps) {
  const say = useSay();
  return (
    <>
      <Field
        name={`${under}code`}
        label={say('page.factor.code')}
        hint={say('page.factor.code-hint')}
        errors={errors}
        inputmode="numeric"
        maxlength={7}
        kind="input-code"
        autocomplete="one-time-code"
      />
      <details class="more-ways" open={errorsOf(errors, `${under}recovery`).length > 0}>
        <summary>{say('page.factor.no-phone')}</summary>
        <Field
          name={`${under}recovery`}
          label={say('page.factor.recovery')}
          hint={say('page.factor.recovery-hint')}
          errors={errors}
          maxlength={20}
          kind="input-code"
          autocomplete="off"
        />
        <p class="small">{say('page.factor.no-codes')}</p>
      </details>
    </>
  );
}
