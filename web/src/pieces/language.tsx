import type { FieldError, Language } from '../../../src/server/pages.ts';
import { useSay } from '../frame/context.ts';
import { offeredLanguages } from '../frame/languages.tsx';
import { ErrorSummary, Form, Submit } from './form.tsx';
import { Leaf, Line, Opening } from './line.tsx';
import { Ticks } from './tick.tsx';

interface MessageLanguageProps {
  readonly lead: string;
  readonly language: Language;
  readonly errors: readonly FieldError[];
}

/** The choice of the language in which messages to a person are written. */
export function MessageLanguage({ lead, language, errors }: MessageLanguageProps) {
  const say = useSay();
  const options = offeredLanguages.map((key) => ({
    key,
    name: <span lang={key}>{say(`language.${key}`)}</span>,
  }));
  return (
    <Leaf>
      <Opening title={say('page.my-language.title')} lead={lead} />
      <Line kind="first" margin={<p class="small">{say('page.my-language.why')}</p>}>
        <ErrorSummary errors={errors} names={['language']} />
        <Form>
          <Ticks
            type="radio"
            name="language"
            legend={say('page.my-language.legend')}
            options={options}
            errors={errors}
            chosen={[language]}
          />
          <Submit>{say('page.my-language.send')}</Submit>
        </Form>
      </Line>
    </Leaf>
  );
}
