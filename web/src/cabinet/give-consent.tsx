import { publicBase, useFrame, useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { ErrorSummary, Form, Submit } from '../pieces/form.tsx';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { DocumentLines } from '../pieces/said.tsx';
import { Tick, Ticks } from '../pieces/tick.tsx';

type GivePage = PageOf<'give-consent'>;

function Others({ page }: { readonly page: GivePage }) {
  const say = useSay();
  const base = publicBase(useFrame().service);
  return (
    <Line kind="section">
      <h2>{say(page.chosen ? 'page.give-consent.others' : 'page.give-consent.which')}</h2>
      <ul class="plain-list">
        {page.choices
          .filter(({ id }) => id !== page.chosen?.id)
          .map((choice) => (
            <li key={choice.id}>
              <a href={`${base}/me/give?of=${choice.id}`}>{choice.title}</a>
              <span class="small muted">
                {' '}
                — {say(choice.given ? 'page.give-consent.given' : 'page.give-consent.open')}
              </span>
            </li>
          ))}
      </ul>
    </Line>
  );
}

function Chosen({
  page,
  chosen,
}: {
  readonly page: GivePage;
  readonly chosen: NonNullable<GivePage['chosen']>;
}) {
  const say = useSay();
  return (
    <Line kind="consent" margin={<p class="small">{say('page.register.form-why')}</p>}>
      <h2>{chosen.title}</h2>
      <DocumentLines lines={chosen.lines} />
      <Form hidden={{ key: chosen.id }} label={chosen.title}>
        <Ticks
          type="radio"
          name="form"
          legend={say('page.register.form')}
          options={page.forms}
          errors={page.errors}
          chosen={[chosen.form]}
        />
        <Tick name="agree" errors={page.errors} label={say('page.give-consent.agree')} />
        <Submit>{say('page.give-consent.send')}</Submit>
      </Form>
    </Line>
  );
}

/** What may be consented to in the cabinet, and how. */
export function GiveConsent({ page }: { readonly page: GivePage }) {
  const say = useSay();
  const base = publicBase(useFrame().service);
  return (
    <Leaf>
      <Opening
        title={say('page.give-consent.title')}
        lead={say('page.give-consent.lead')}
        margin={
          <p class="links">
            <a href={`${base}/me/consents`}>{say('page.give-consent.mine')}</a>
            <a href={`${base}/me/recipients`}>{say('page.give-consent.recipients')}</a>
          </p>
        }
      />
      {page.errors.length > 0 ? (
        <Line kind="first">
          <ErrorSummary errors={page.errors} names={['form', 'agree']} />
        </Line>
      ) : null}
      {page.chosen ? <Chosen page={page} chosen={page.chosen} /> : null}
      <Others page={page} />
    </Leaf>
  );
}
