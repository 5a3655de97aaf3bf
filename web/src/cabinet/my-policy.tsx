import type { ConsentBox, MyChangeView } from '../../../src/server/pages.ts';
import { publicBase, useFrame, useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { ErrorSummary, Form, Submit } from '../pieces/form.tsx';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { Meaning } from '../pieces/meaning.tsx';
import { Timed } from '../pieces/phrase.tsx';
import { Day, DocumentLines, Empty, Own, Terms } from '../pieces/said.tsx';
import { Tick } from '../pieces/tick.tsx';

type MyPolicyPage = PageOf<'my-policy'>;

/** Why it changes, from when on, and both texts. */
function Facts({ change }: { readonly change: MyChangeView }) {
  const say = useSay();
  const { service } = useFrame();
  const lines = [
    { term: say('change.effective'), text: <Day date={change.effectiveOn} /> },
    { term: say('change.reason'), text: change.reason },
    ...(change.note === undefined
      ? []
      : [{ term: say('change.note'), text: <Own of={service}>{change.note}</Own> }]),
  ];
  return (
    <>
      <Terms kind="small" lines={lines} />
      <p class="small">
        <a href={change.text}>{say('change.whole-text')}</a>
        {' · '}
        <a href={change.before}>{say('change.text-before')}</a>
      </p>
    </>
  );
}

function Consent({
  box,
  name,
  page,
}: {
  readonly box: ConsentBox;
  readonly name: string;
  readonly page: MyPolicyPage;
}) {
  const say = useSay();
  const main = name === 'consent';
  return (
    <Line
      kind="consent"
      margin={<p class="small">{say(main ? 'change.consent-why' : 'change.optional-why')}</p>}
    >
      <section aria-labelledby={`consent-${box.id}`}>
        <h2 id={`consent-${box.id}`}>{box.title}</h2>
        <DocumentLines lines={box.lines} />
        <Tick
          name={name}
          errors={page.errors}
          required={main}
          checked={page.ticked.includes(box.id)}
          label={say(main ? 'page.register.i-consent' : 'page.register.i-consent-too')}
        />
      </section>
    </Line>
  );
}

/** The question, with a yes that needs a tick and a no that needs none. */
function Question({
  page,
  change,
  box,
}: {
  readonly page: MyPolicyPage;
  readonly change: MyChangeView;
  readonly box: ConsentBox;
}) {
  const say = useSay();
  const { speaker } = useFrame();
  const hidden = { version: String(change.version), language: speaker.language };
  return (
    <>
      <Form hidden={{ ...hidden, answer: 'accept' }} kind="lines" label={say('change.accept')}>
        <Consent box={box} name="consent" page={page} />
        {change.optional.map((one) => (
          <Consent key={one.id} box={one} name={`optional.${one.id}`} page={page} />
        ))}
        <Line kind="closing" margin={<p class="small">{say('change.accept-why')}</p>}>
          <Submit>{say('change.accept')}</Submit>
        </Line>
      </Form>
      {change.answer === 'refused' ? null : (
        <Line kind="closing" margin={<p class="small">{say('change.refuse-why')}</p>}>
          <Form hidden={{ ...hidden, answer: 'refuse' }} label={say('change.refuse')}>
            <Submit kind="quiet">{say('change.refuse')}</Submit>
          </Form>
        </Line>
      )}
    </>
  );
}

function Answered({ change }: { readonly change: MyChangeView }) {
  if (change.answer === undefined || change.answeredAt === undefined) return null;
  return (
    <Line kind="first">
      <p role="status">
        <Timed
          say={change.answer === 'accepted' ? 'change.accepted' : 'change.refused'}
          at={change.answeredAt}
        />
      </p>
    </Line>
  );
}

function Seen({ change }: { readonly change: MyChangeView }) {
  const say = useSay();
  if (change.seen) return null;
  return (
    <Line kind="closing" margin={<p class="small">{say('change.seen-why')}</p>}>
      <Form hidden={{ version: String(change.version), answer: 'seen' }} label={say('change.seen')}>
        <Submit kind="quiet">{say('change.seen')}</Submit>
      </Form>
    </Line>
  );
}

function Change({ page, change }: { readonly page: MyPolicyPage; readonly change: MyChangeView }) {
  const say = useSay();
  const names = ['consent', ...change.optional.map(({ id }) => `optional.${id}`)];
  const lead = change.asks ? 'change.lead-asks' : change.inForce ? 'change.lead-holds' : 'change.lead-waits';
  return (
    <Leaf>
      <Opening title={say('page.my-policy.title')} lead={say(lead)} margin={<Facts change={change} />} />
      <Answered change={change} />
      {page.errors.length === 0 ? null : (
        <Line kind="first">
          <ErrorSummary errors={page.errors} names={names} />
        </Line>
      )}
      <Line margin={change.asks ? <p class="small">{say('change.narrowing-why')}</p> : null}>
        <h2>{say('change.meaning')}</h2>
        <Meaning rows={change.meaning} />
      </Line>
      {change.consent ? <Question page={page} change={change} box={change.consent} /> : null}
      <Seen change={change} />
    </Leaf>
  );
}

/** What changes in the policy, what that means for the reader, and their answer. */
export function MyPolicy({ page }: { readonly page: MyPolicyPage }) {
  const say = useSay();
  const { service } = useFrame();
  if (page.change) return <Change page={page} change={page.change} />;
  return (
    <Leaf>
      <Opening title={say('page.my-policy.title')} lead={say('change.none-lead')} />
      <Line kind="first">
        <Empty>{say('change.none')}</Empty>
        <p>
          <a href={`${publicBase(service)}/privacy`}>{say('page.nav.the-policy')}</a>
        </p>
      </Line>
    </Leaf>
  );
}
