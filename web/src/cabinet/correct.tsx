import { publicBase, useFrame, useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { FileField } from '../pieces/field.tsx';
import { ErrorSummary, Form, Submit } from '../pieces/form.tsx';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { Phrase } from '../pieces/phrase.tsx';
import { Moment, Terms } from '../pieces/said.tsx';
import { PolicyField } from '../public/register.tsx';

function After({ page }: { readonly page: PageOf<'correct'> }) {
  const say = useSay();
  return (
    <>
      <p class="small">{say('page.correct.after')}</p>
      {page.document === undefined ? null : <p class="small">{say('file.document-why')}</p>}
    </>
  );
}

/** What stood before, for the person alone. */
function Earlier({ values }: { readonly values: PageOf<'correct'>['earlier'] }) {
  const say = useSay();
  if (values.length === 0) return null;
  return (
    <Line kind="section" margin={<p class="small">{say('page.correct.earlier-why')}</p>}>
      <h2>{say('page.correct.earlier')}</h2>
      <ul class="plain-list">
        {values.map(({ value, at, source, status }) => (
          <li key={at}>
            <Phrase
              say="page.correct.earlier-line"
              parts={{
                value,
                source,
                status: say(`page.my-data.status.${status}`),
                time: <Moment at={at} />,
              }}
            />
          </li>
        ))}
      </ul>
    </Line>
  );
}

/** Correction of one datum: what stands now, what shall stand. */
export function Correct({ page }: { readonly page: PageOf<'correct'> }) {
  const say = useSay();
  const base = publicBase(useFrame().service);
  const title = say('page.correct.title', { name: page.value.name });
  const held = [{ term: say('page.correct.now'), text: page.value.masked ?? say('page.correct.nothing') }];
  return (
    <Leaf>
      <Opening title={title} margin={<p class="small">{page.field.why}</p>} />
      <Line kind="first" margin={<After page={page} />}>
        <ErrorSummary errors={page.errors} names={['value', 'document']} />
        <Terms lines={held} />
        <Form files={page.document !== undefined}>
          <PolicyField
            field={{ ...page.field, label: say('page.correct.new') }}
            errors={page.errors}
            name="value"
          />
          {page.document === undefined ? null : (
            <FileField
              name="document"
              label={say('file.document')}
              hint={page.document.hint}
              required={page.document.mandatory}
              errors={page.errors}
              accept=".pdf,.jpg,.jpeg,.png,.webp,application/pdf,image/jpeg,image/png,image/webp"
            />
          )}
          <Submit>{say('page.correct.send')}</Submit>
        </Form>
        <p class="small">
          <a href={`${base}/me`}>{say('page.back-unchanged')}</a>
        </p>
      </Line>
      <Earlier values={page.earlier} />
    </Leaf>
  );
}
