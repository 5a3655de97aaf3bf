import { useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { FactorFields } from '../pieces/factor-fields.tsx';
import { Field } from '../pieces/field.tsx';
import { ErrorSummary, Form, Submit } from '../pieces/form.tsx';
import { Leaf, Line, Opening } from '../pieces/line.tsx';

/** Before an act that matters: the password and a second factor once more. What was sent waits inside. */
export function StaffProve({ page }: { readonly page: PageOf<'staff-prove'> }) {
  const say = useSay();
  const { errors, kept } = page;
  return (
    <Leaf>
      <Opening title={say('page.staff-prove.title')} lead={say('page.staff-prove.lead')} />
      <Line kind="first" margin={<p class="small">{say('page.staff-prove.why')}</p>}>
        <ErrorSummary errors={errors} names={['prove.password', 'prove.code', 'prove.recovery']} />
        {kept ? <p>{say('page.staff-prove.kept')}</p> : null}
        <Form hidden={{ 'prove.to': page.to, ...(kept && { 'prove.again': 'yes' }) }}>
          {kept?.map(([name, value], index) => (
            <input key={index} type="hidden" name={name} value={value} />
          ))}
          <Field
            name="prove.password"
            type="password"
            label={say('page.staff-sign-in.password')}
            errors={errors}
            autocomplete="current-password"
            required
          />
          <FactorFields errors={errors} under="prove." />
          <Submit>{say('page.staff-prove.send')}</Submit>
        </Form>
      </Line>
      <Line kind="closing">
        <p>
          <a href={page.to}>{say('page.staff-prove.back')}</a>
        </p>
      </Line>
    </Leaf>
  );
}
