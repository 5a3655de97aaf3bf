import type { FieldError, Option } from '../../../src/server/pages.ts';
import { useSay } from '../frame/context.ts';
import { Choice, Field } from './field.tsx';

/**
 * Who asks without an account, where the answer goes and in which language; `mine`: they fill it in
 * themselves, and must.
 */
export function AnswerTo(props: {
  readonly legend: string;
  readonly name: string;
  readonly mine?: boolean;
  readonly languages: readonly Option[];
  readonly language?: string | undefined;
  readonly sent: Readonly<Record<string, string>>;
  readonly errors: readonly FieldError[];
}) {
  const say = useSay();
  const { sent, errors, mine = false } = props;
  return (
    <fieldset class="group">
      <legend>{props.legend}</legend>
      <Field
        name="name"
        label={props.name}
        errors={errors}
        value={sent.name}
        maxlength={200}
        autocomplete={mine ? 'name' : 'off'}
        {...(mine && { required: true })}
      />
      <Field
        name="answerTo"
        label={say('page.take-in.answer-to')}
        hint={say('page.take-in.answer-to-hint')}
        errors={errors}
        value={sent.answerTo}
        maxlength={300}
        {...(mine ? { required: true } : { autocomplete: 'off' })}
      />
      <Choice
        name="language"
        label={say('page.take-in.language')}
        errors={errors}
        options={props.languages}
        value={sent.language || props.language}
      />
    </fieldset>
  );
}
