import type { FieldError } from '../../../src/server/pages.ts';
import { consoleBase, useFrame, useSay } from '../frame/context.ts';
import { Field } from './field.tsx';
import { ErrorSummary, Form, Submit } from './form.tsx';

interface Search {
  readonly value: string;
  readonly errors: readonly FieldError[];
}

/** The line above a list of the console in which one of its rows is looked for. */
export function Find({
  of,
  search,
  maxlength,
}: {
  readonly of: 'papers' | 'requests';
  readonly search: Search;
  readonly maxlength: number;
}) {
  const say = useSay();
  return (
    <>
      <ErrorSummary errors={search.errors} names={['find']} />
      <Form action={`${consoleBase(useFrame().service)}/${of}`} label={say(`page.${of}.find`)}>
        <Field
          name="find"
          label={say(`page.${of}.find`)}
          hint={say(`page.${of}.find-hint`)}
          errors={search.errors}
          value={search.value}
          maxlength={maxlength}
          autocomplete="off"
        />
        <Submit kind="quiet">{say(`page.${of}.find-button`)}</Submit>
      </Form>
    </>
  );
}
