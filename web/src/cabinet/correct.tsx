import { publicBase, useFrame, useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { ErrorSummary, Form, Submit } from '../pieces/form.tsx';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { Terms } from '../pieces/said.tsx';
import { PolicyField } from '../public/register.tsx';

/** Correction of one datum: what stands now, what shall stand. */
export function Correct({ page }: { readonly page: PageOf<'correct'> }) {
  const say = useSay();
  const base = publicBase(useFrame().service);
  const title = say('page.correct.title', { name: page.value.name });
  const held = [{ term: say('page.correct.now'), text: page.value.masked ?? say('page.correct.nothing') }];
  return (
    <Leaf>
      <Opening title={title} margin={<p class="small">{page.field.why}</p>} />
      <Line kind="first" margin={<p class="small">{say('page.correct.after')}</p>}>
        <ErrorSummary errors={page.errors} names={['value']} />
        <Terms lines={held} />
        <Form>
          <PolicyField
            field={{ ...page.field, label: say('page.correct.new') }}
            errors={page.errors}
            name="value"
          />
          <Submit>{say('page.correct.send')}</Submit>
        </Form>
        <p class="small">
          <a href={`${base}/me`}>{say('page.back-unchanged')}</a>
        </p>
      </Line>
    </Leaf>
  );
}
