import type { MailingRow, MailingView } from '../../../src/server/pages.ts';
import { useFrame, useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { Area, Choice, Field } from '../pieces/field.tsx';
import { ErrorSummary, Form, Submit } from '../pieces/form.tsx';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { Amount, Empty, Moment, More, Terms } from '../pieces/said.tsx';
import { Sheet } from '../pieces/sheet.tsx';
import { Ticks } from '../pieces/tick.tsx';

type MailingsPage = PageOf<'mailings'>;

const languages = ['kk', 'ru', 'en'] as const;

function Rows({ rows }: { readonly rows: readonly MailingRow[] }) {
  const say = useSay();
  const { speaker } = useFrame();
  if (rows.length === 0) return <Empty>{say('mailing.none')}</Empty>;
  return (
    <Sheet
      caption={say('page.mailings.title')}
      columns={[
        say('mailing.topic'),
        say('page.outbox.channel'),
        say('page.outbox.at'),
        say('page.outbox.state'),
      ]}
      rows={rows.map((row) => ({
        key: row.id,
        cells: [
          <a key="topic" href={row.href}>
            {row.topic}
          </a>,
          speaker.sayCode('page.channel', row.channel),
          <Moment key="at" at={row.createdAt} />,
          say(`mailing.state.${row.state}`),
        ],
      }))}
    />
  );
}

/** What a letter says in one language; that of the law may not be left out. */
function Words({ page, language }: { readonly page: MailingsPage; readonly language: 'kk' | 'ru' | 'en' }) {
  const say = useSay();
  const { values, errors } = page;
  return (
    <Line kind="asked" margin={language === 'kk' ? <p class="small">{say('mailing.texts-why')}</p> : null}>
      <h3 lang={language}>{say(`language.${language}`)}</h3>
      <Field
        name={`subject.${language}`}
        label={say('mailing.subject')}
        hint={say('mailing.subject-hint')}
        value={values[`subject.${language}`]}
        errors={errors}
        maxlength={120}
      />
      <Area
        name={`text.${language}`}
        label={say('mailing.text')}
        value={values[`text.${language}`]}
        errors={errors}
        rows={5}
      />
    </Line>
  );
}

function NewMailing({ page }: { readonly page: MailingsPage }) {
  const say = useSay();
  const { values, errors } = page;
  const ways = [
    { key: 'email', name: say('page.channel.email') },
    { key: 'sms', name: say('page.channel.sms') },
  ];
  const classes = [
    { key: 'marketing', name: say('mailing.class.marketing') },
    { key: 'service', name: say('mailing.class.service'), hint: say('mailing.class.service-hint') },
  ];
  const topics = [...page.topics, ...page.notices];
  if (topics.length === 0)
    return (
      <Line kind="section">
        <h2>{say('mailing.new')}</h2>
        <Empty>{say('mailing.no-topics')}</Empty>
      </Line>
    );
  return (
    <Form kind="lines" label={say('mailing.new')}>
      <Line kind="section" margin={<p class="small">{say('mailing.new-why')}</p>}>
        <h2>{say('mailing.new')}</h2>
        {page.notices.length === 0 ? null : (
          <Ticks
            name="class"
            type="radio"
            legend={say('mailing.class')}
            options={classes}
            chosen={[values['class'] ?? 'marketing']}
            errors={errors}
          />
        )}
        <Choice
          name="purpose"
          label={say('mailing.topic')}
          hint={say('mailing.topic-hint')}
          options={topics}
          value={values['purpose']}
          errors={errors}
        />
        <Ticks
          name="channel"
          type="radio"
          legend={say('page.outbox.channel')}
          options={ways}
          chosen={[values['channel'] ?? 'email']}
          errors={errors}
        />
        <p class="small">{say(page.hearsReplies ? 'mailing.refusal-sms' : 'mailing.refusal')}</p>
      </Line>
      {languages.map((language) => (
        <Words key={language} page={page} language={language} />
      ))}
      <Line kind="closing" margin={<p class="small">{say('mailing.write-why')}</p>}>
        <Submit>{say('mailing.write')}</Submit>
      </Line>
    </Form>
  );
}

/** Mailings, newest first, and the form of a new one. Whom they go to is never shown. */
export function Mailings({ page }: { readonly page: MailingsPage }) {
  const say = useSay();
  const names = [
    'class',
    'purpose',
    'channel',
    ...languages.flatMap((one) => [`subject.${one}`, `text.${one}`]),
  ];
  return (
    <Leaf kind="dense">
      <Opening title={say('page.mailings.title')} lead={say('page.mailings.lead')} />
      {page.errors.length === 0 ? null : (
        <Line kind="first">
          <ErrorSummary errors={page.errors} names={names} />
        </Line>
      )}
      <Line kind="first">
        <Rows rows={page.rows} />
        <More href={page.more} />
      </Line>
      <NewMailing page={page} />
    </Leaf>
  );
}

function Counts({ rows }: { readonly rows: readonly { readonly name: string; readonly n: number }[] }) {
  return (
    <ul class="counts totals">
      {rows.map(({ name, n }) => (
        <li key={name} class={n === 0 ? 'zero' : undefined}>
          {name}{' '}
          <b class="figure">
            <Amount n={n} />
          </b>
        </li>
      ))}
    </ul>
  );
}

function Acts({ mailing }: { readonly mailing: MailingView }) {
  const say = useSay();
  if (mailing.acts.length === 0) return null;
  return (
    <Line kind="first" margin={<p class="small">{say(`mailing.acts-why.${mailing.state}`)}</p>}>
      <div class="acts">
        {mailing.acts.map((act) => (
          <Form key={act} hidden={{ act }}>
            <button type="submit" class={act === 'start' ? 'main' : 'quiet'}>
              {say(`mailing.act.${act}`)}
            </button>
          </Form>
        ))}
      </div>
    </Line>
  );
}

/** One mailing: how far it is, whom it passed over and why, what it says. Counts alone. */
export function Mailing({ page }: { readonly page: PageOf<'mailing'> }) {
  const say = useSay();
  const { speaker } = useFrame();
  const { mailing } = page;
  const lines = [
    { term: say('mailing.class'), text: say(`mailing.class.${mailing.class}`) },
    { term: say('page.outbox.channel'), text: speaker.sayCode('page.channel', mailing.channel) },
    { term: say('page.outbox.state'), text: say(`mailing.state.${mailing.state}`) },
    { term: say('page.outbox.at'), text: <Moment at={mailing.createdAt} /> },
    ...(mailing.endedAt === undefined
      ? []
      : [{ term: say('mailing.ended'), text: <Moment at={mailing.endedAt} /> }]),
  ];
  const course = [
    { name: say('mailing.asked'), n: mailing.asked },
    { name: say('mailing.seen'), n: mailing.seen },
    { name: say('mailing.queued'), n: mailing.queued },
  ];
  return (
    <Leaf kind="dense">
      <Opening
        title={mailing.topic}
        lead={say('mailing.lead')}
        margin={<Terms kind="small" lines={lines} />}
      />
      <Acts mailing={mailing} />
      <Line>
        <h2>{say('mailing.course')}</h2>
        <Counts rows={course} />
        {mailing.messages.length === 0 ? null : (
          <Counts rows={mailing.messages.map(({ state, n }) => ({ name: state, n }))} />
        )}
      </Line>
      {mailing.skipped.length === 0 ? null : (
        <Line margin={<p class="small">{say('mailing.skipped-why')}</p>}>
          <h2>{say('mailing.skipped')}</h2>
          <Terms lines={mailing.skipped.map(({ reason, n }) => ({ term: reason, text: <Amount n={n} /> }))} />
        </Line>
      )}
      <Line>
        <h2>{say('mailing.texts')}</h2>
        {mailing.texts.map(({ language, subject, text }) => (
          <section key={language} lang={language}>
            {subject === '' ? null : <h3>{subject}</h3>}
            <p class="letter">{text}</p>
          </section>
        ))}
      </Line>
    </Leaf>
  );
}
