import { useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { AppCode, AppOffer } from '../pieces/app-offer.tsx';
import { FactorFields } from '../pieces/factor-fields.tsx';
import { ErrorSummary, Form, Submit } from '../pieces/form.tsx';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { PrintButton } from '../pieces/said.tsx';

const hiddenBack = (back: string | undefined) => (back === undefined ? {} : { back });

/** The way out of a sign-in that is under way. */
function Leave() {
  const say = useSay();
  return (
    <Line kind="closing">
      <Form action="/console/sign-out" label={say('page.factor.leave')}>
        <Submit kind="plain">{say('page.factor.leave')}</Submit>
      </Form>
    </Line>
  );
}

/** The second step of signing in. */
export function StaffFactor({ page }: { readonly page: PageOf<'staff-factor'> }) {
  const say = useSay();
  const { errors } = page;
  return (
    <Leaf>
      <Opening title={say('page.factor.title')} lead={say('page.factor.lead')} />
      <Line kind="first" margin={<p class="small">{say('page.factor.why')}</p>}>
        <ErrorSummary errors={errors} names={['code', 'recovery']} />
        <Form hidden={hiddenBack(page.back)}>
          <FactorFields errors={errors} />
          <Submit>{say('page.factor.send')}</Submit>
        </Form>
      </Line>
      <Leave />
    </Leaf>
  );
}

/** Whoever has no second factor yet sets one up. */
export function Enrol({ page }: { readonly page: PageOf<'enrol'> }) {
  const say = useSay();
  const { errors } = page;
  return (
    <Leaf>
      <Opening title={say('page.enrol.title')} lead={say('page.enrol.lead')} />
      {errors.length === 0 ? null : (
        <Line kind="first">
          <ErrorSummary errors={errors} names={['code']} />
        </Line>
      )}
      <AppOffer app={page.app} />
      <AppCode errors={errors} back={page.back} />
      <Leave />
    </Leaf>
  );
}

/** The recovery codes, shown once. */
export function RecoveryCodes({ page }: { readonly page: PageOf<'recovery-codes'> }) {
  const say = useSay();
  return (
    <Leaf>
      <Opening title={say('page.recovery.title')} lead={say('page.recovery.lead')} />
      <Line kind="first" margin={<p class="small">{say('page.recovery.why')}</p>}>
        <ol class="recovery-codes" aria-label={say('page.recovery.list')}>
          {page.codes.map((code) => (
            <li key={code}>
              <code class="secret">{code}</code>
            </li>
          ))}
        </ol>
        <PrintButton />
        <p class="submit">
          <a class="button" href={page.next}>
            {say('page.recovery.next')}
          </a>
        </p>
      </Line>
    </Leaf>
  );
}
