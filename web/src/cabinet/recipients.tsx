import { useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { Disclosure } from '../pieces/disclosure.tsx';
import { ErrorSummary, Form, Submit } from '../pieces/form.tsx';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { Timed } from '../pieces/phrase.tsx';
import { DocumentLines, Empty, More, Names, Terms } from '../pieces/said.tsx';
import { Tick } from '../pieces/tick.tsx';

type MyRecipientsPage = PageOf<'my-recipients'>;
type Recipient = MyRecipientsPage['recipients'][number];

function Given({ one }: { readonly one: Recipient['given'][number] }) {
  const say = useSay();
  return (
    <div>
      <p>
        <Timed
          say={one.abroad ? 'page.my-recipients.given-abroad' : 'page.my-recipients.given'}
          at={one.givenAt}
        />
      </p>
      <p class="small">
        <Names names={one.categories} />
      </p>
      <p class="links">
        <a href={one.href}>{say('page.my-consents.receipt')}</a>
        <a href={`${one.href}/withdraw`}>{say('page.my-consents.withdraw')}</a>
      </p>
    </div>
  );
}

function Open({
  box,
  errors,
}: {
  readonly box: Recipient['open'][number];
  readonly errors: MyRecipientsPage['errors'];
}) {
  const say = useSay();
  const name = `agree.${box.name}`;
  const own = errors.filter(({ field }) => field === name).map((error) => ({ ...error, field: 'agree' }));
  return (
    <details class="offer">
      <summary>{box.title}</summary>
      <DocumentLines lines={box.lines} />
      <Form hidden={{ box: box.name }} label={box.title}>
        <Tick
          name="agree"
          id={`in-${name.replaceAll('.', '-')}`}
          label={say('page.register.i-consent-too')}
          errors={own}
        />
        <Submit kind="quiet">{say('page.my-recipients.agree')}</Submit>
      </Form>
    </details>
  );
}

function One({ one, page }: { readonly one: Recipient; readonly page: MyRecipientsPage }) {
  const say = useSay();
  const margin = (
    <Terms
      kind="small"
      lines={[
        { term: say('page.recipient.kind'), text: one.kind },
        { term: say('page.recipient.country'), text: one.country },
        ...(one.clauses.length === 0
          ? []
          : [{ term: say('page.my-recipients.clauses'), text: one.clauses.join(', ') }]),
      ]}
    />
  );
  return (
    <Line kind="consent-row" margin={margin}>
      <h3>{one.name}</h3>
      {one.given.length === 0 ? <p>{say('page.my-recipients.nothing')}</p> : null}
      {one.given.map((consent) => (
        <Given key={consent.id} one={consent} />
      ))}
      {one.open.map((box) => (
        <Open key={box.name} box={box} errors={page.errors} />
      ))}
    </Line>
  );
}

/** Who has my data: to whom they may go and on which consent, what went, and the way to stop it all. */
export function MyRecipients({ page }: { readonly page: MyRecipientsPage }) {
  const say = useSay();
  const names = page.recipients.flatMap(({ open }) => open.map(({ name }) => `agree.${name}`));
  return (
    <Leaf>
      <Opening
        title={say('page.my-recipients.title')}
        lead={say('page.my-recipients.lead')}
        margin={<p class="small">{say('page.my-recipients.why')}</p>}
      />
      {page.errors.length === 0 ? null : (
        <Line kind="first">
          <ErrorSummary errors={page.errors} names={names} />
        </Line>
      )}
      <Line>
        <h2>{say('page.my-recipients.may')}</h2>
        {page.recipients.length === 0 ? <Empty>{say('page.my-recipients.nobody')}</Empty> : null}
      </Line>
      {page.recipients.map((one) => (
        <One key={one.id} one={one} page={page} />
      ))}
      {page.stoppable ? (
        <Line kind="section" margin={<p class="small">{say('page.my-recipients.stop-why')}</p>}>
          <Form hidden={{ stop: 'yes' }} label={say('page.my-recipients.stop')}>
            <Submit kind="grave">{say('page.my-recipients.stop')}</Submit>
          </Form>
        </Line>
      ) : null}
      <Line kind="section">
        <h2>{say('page.my-recipients.handed')}</h2>
        {page.handed.length === 0 ? <Empty>{say('page.my-recipients.empty')}</Empty> : null}
      </Line>
      {page.handed.map((row) => (
        <Disclosure key={row.id} row={row} />
      ))}
      {page.more === undefined ? null : (
        <Line kind="closing">
          <More href={page.more} />
        </Line>
      )}
    </Leaf>
  );
}
