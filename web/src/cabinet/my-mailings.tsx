import type { MailingSwitch } from '../../../src/server/pages.ts';
import { useFrame, useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { ErrorSummary, Form, Submit } from '../pieces/form.tsx';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { DocumentLines, Empty } from '../pieces/said.tsx';
import { Tick } from '../pieces/tick.tsx';

type MailingsPage = PageOf<'my-mailings'>;

/** Off takes one press; on is a consent, with its text and a box. */
function Switch({ row, page }: { readonly row: MailingSwitch; readonly page: MailingsPage }) {
  const say = useSay();
  const { speaker } = useFrame();
  const hidden = { purpose: row.purpose, category: row.category, language: speaker.language };
  const id = `${row.purpose}.${row.category}`;
  const errors = page.at === id ? page.errors : [];
  if (row.on)
    return (
      <Form hidden={{ ...hidden, wish: 'off' }} label={`${row.topic}: ${row.way}`}>
        <Submit kind="quiet">{say('mailing.mine.off')}</Submit>
      </Form>
    );
  return (
    <details open={errors.length > 0}>
      <summary>{say('mailing.mine.on')}</summary>
      <Form hidden={{ ...hidden, wish: 'on' }} label={`${row.topic}: ${row.way}`}>
        <DocumentLines lines={row.consent.lines} />
        <Tick
          {...(page.at === id ? {} : { id: `in-consent-${row.purpose}-${row.category}` })}
          name="consent"
          errors={errors}
          required
          label={say('page.register.i-consent-too')}
        />
        <Submit>{say('mailing.mine.agree')}</Submit>
      </Form>
    </details>
  );
}

/** Mailings by topic and way: what the person gets, and how to change it. */
export function MyMailings({ page }: { readonly page: MailingsPage }) {
  const say = useSay();
  return (
    <Leaf>
      <Opening title={say('page.my-mailings.title')} lead={say('page.my-mailings.lead')} />
      {page.errors.length === 0 ? null : (
        <Line kind="first">
          <ErrorSummary errors={page.errors} names={['consent']} />
        </Line>
      )}
      {page.rows.length === 0 ? (
        <Line kind="first">
          <Empty>{say('mailing.mine.none')}</Empty>
        </Line>
      ) : null}
      {page.rows.map((row) => (
        <Line
          key={`${row.purpose}.${row.category}`}
          kind="asked"
          margin={<p class="small">{say(row.on ? 'mailing.mine.is-on' : 'mailing.mine.is-off')}</p>}
        >
          <h2>{row.topic}</h2>
          <p>{row.way}</p>
          <Switch row={row} page={page} />
        </Line>
      ))}
    </Leaf>
  );
}
