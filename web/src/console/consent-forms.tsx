import { useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { ErrorSummary, Form, Submit } from '../pieces/form.tsx';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { Ticks } from '../pieces/tick.tsx';

type FormRow = PageOf<'consent-forms'>['forms'][number];

function Meaning({ form }: { readonly form: FormRow }) {
  const say = useSay();
  return (
    <>
      {form.hint}
      {form.stated ? ` ${say('page.consent-forms.stated')}` : ''}
      {form.usable ? '' : ` ${say('page.consent-forms.unusable')}`}
    </>
  );
}

/** In which forms the service takes consents. */
export function ConsentForms({ page }: { readonly page: PageOf<'consent-forms'> }) {
  const say = useSay();
  return (
    <Leaf kind="dense">
      <Opening title={say('page.consent-forms.title')} lead={say('page.consent-forms.lead')} />
      <Line kind="first" margin={<p class="small">{say('page.consent-forms.stronger')}</p>}>
        <ErrorSummary errors={page.errors} names={['forms']} />
        <Form>
          <Ticks
            name="forms"
            legend={say('page.consent-forms.offered')}
            options={page.forms.map((form) => ({ ...form, hint: <Meaning form={form} /> }))}
            errors={page.errors}
            chosen={page.forms.filter(({ offered }) => offered).map(({ key }) => key)}
          />
          <Submit>{say('page.consent-forms.send')}</Submit>
        </Form>
      </Line>
      <Line kind="section">
        <h2>{say('page.consent-forms.none')}</h2>
        <p>{say('page.consent-forms.none-why')}</p>
      </Line>
    </Leaf>
  );
}
