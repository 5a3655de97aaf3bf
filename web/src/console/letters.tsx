import type { LetterValues } from '../../../src/server/pages.ts';
import { consoleBase, type Sentence, useFrame, useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { Area, Field } from '../pieces/field.tsx';
import { ErrorSummary, Form, Submit } from '../pieces/form.tsx';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { Dated } from '../pieces/phrase.tsx';
import { Day, Empty, More, Names, Reasons, Terms } from '../pieces/said.tsx';
import { Sheet } from '../pieces/sheet.tsx';
import { Ticks } from '../pieces/tick.tsx';

type State = PageOf<'letters'>['rows'][number]['state'];

const states: Readonly<Record<State, Sentence>> = {
  open: 'page.letter.state.open',
  proposed: 'page.letter.state.proposed',
  released: 'page.letter.state.released',
  refused: 'page.letter.state.refused',
};

/** Letters by which bodies, or others, ask for data. */
export function Letters({ page }: { readonly page: PageOf<'letters'> }) {
  const say = useSay();
  const { service, speaker } = useFrame();
  const columns = [
    say('page.letter.received'),
    say('page.letter.asker'),
    say('page.letters.state'),
    say('page.letters.missing'),
  ];
  return (
    <Leaf kind="dense">
      <Opening
        title={say('page.letters.title')}
        lead={say('page.letters.lead')}
        margin={
          page.may ? (
            <p class="small">
              <a href={`${consoleBase(service)}/letters/new`}>{say('page.letters.new')}</a>
            </p>
          ) : undefined
        }
      />
      <Line kind="first">
        {page.rows.length === 0 ? (
          <Empty>{say('page.letters.empty')}</Empty>
        ) : (
          <Sheet
            caption={say('page.letters.title')}
            columns={columns}
            rows={page.rows.map((row) => ({
              key: row.id,
              cells: [
                <a key="at" href={row.href}>
                  <Day date={row.receivedOn} />
                </a>,
                speaker.sayCode('page.letter.asker', row.asker),
                say(states[row.state]),
                row.missing === 0
                  ? say('page.letters.complete')
                  : say('page.letters.lacks', { count: row.missing }),
              ],
            }))}
          />
        )}
        <More href={page.more} />
      </Line>
    </Leaf>
  );
}

type FormPage = PageOf<'letter-form'>;

const lines: readonly { readonly name: keyof LetterValues & string; readonly label: Sentence }[] = [
  { name: 'body', label: 'page.letter.body' },
  { name: 'official', label: 'page.letter.official-name' },
  { name: 'position', label: 'page.letter.position' },
  { name: 'norm', label: 'page.letter.norm' },
  { name: 'caseNumber', label: 'page.letter.case' },
];

const names = [
  ...['asker', 'person', 'receivedOn', 'body', 'official', 'position', 'norm', 'caseNumber', 'signature'],
  ...['category', 'periodFrom', 'periodTo', 'channel', 'secrecyNorm', 'barredUntil'],
];

function Said({ page }: { readonly page: FormPage }) {
  const say = useSay();
  const { values, errors, choices } = page;
  const all = { errors, autocomplete: 'off' } as const;
  return (
    <>
      {lines.map(({ name, label }) => (
        <Field key={name} {...all} name={name} label={say(label)} value={String(values[name])} />
      ))}
      <Ticks
        type="radio"
        name="signature"
        legend={say('page.letter.signature')}
        options={choices.signatures}
        errors={errors}
        chosen={[values.signature]}
      />
      <Ticks
        name="category"
        legend={say('page.letter.items')}
        options={choices.categories}
        errors={errors}
        chosen={values.categories}
      />
      <Field
        {...all}
        name="periodFrom"
        type="date"
        label={say('page.letter.period-from')}
        value={values.periodFrom}
        kind="input-date"
      />
      <Field
        {...all}
        name="periodTo"
        type="date"
        label={say('page.letter.period-to')}
        value={values.periodTo}
        kind="input-date"
      />
      <Ticks
        type="radio"
        name="channel"
        legend={say('page.letter.channel')}
        options={choices.channels}
        errors={errors}
        chosen={[values.channel]}
      />
      <Field
        {...all}
        name="secrecyNorm"
        label={say('page.letter.secrecy')}
        hint={say('page.letter.secrecy-hint')}
        value={values.secrecyNorm}
        required={false}
      />
    </>
  );
}

/** A letter as it is entered, or put right. */
export function LetterForm({ page }: { readonly page: FormPage }) {
  const say = useSay();
  const { service } = useFrame();
  const { values, errors, choices, id } = page;
  const all = { errors, autocomplete: 'off' } as const;
  const list = `${consoleBase(service)}/letters`;
  return (
    <Leaf kind="dense">
      <Opening
        title={say(id === undefined ? 'page.letters.new' : 'page.letter.amend')}
        lead={say('page.letter.form-lead')}
      />
      <Line kind="first" margin={<p class="small">{say('page.letter.form-why')}</p>}>
        <ErrorSummary errors={errors} names={names} />
        <Form action={id === undefined ? list : `${list}/${id}/amend`}>
          <Ticks
            type="radio"
            name="asker"
            legend={say('page.letter.asker')}
            options={choices.askers}
            errors={errors}
            chosen={[values.asker]}
          />
          {id === undefined ? (
            <Field
              {...all}
              name="person"
              label={say('page.letter.person')}
              hint={say('page.letter.person-hint')}
              value={values.person}
              required={false}
            />
          ) : null}
          <Field
            {...all}
            name="receivedOn"
            type="date"
            label={say('page.letter.received')}
            value={values.receivedOn}
            kind="input-date"
            required
          />
          <Said page={page} />
          <Field
            {...all}
            name="barredUntil"
            type="date"
            label={say('page.letter.barred')}
            hint={say('page.letter.barred-hint')}
            value={values.barredUntil}
            kind="input-date"
            required={false}
          />
          <Submit>{say('page.letter.save')}</Submit>
        </Form>
      </Line>
    </Leaf>
  );
}

type LetterPage = PageOf<'letter'>;

function Faults({ page }: { readonly page: LetterPage }) {
  const say = useSay();
  if (page.faults.length === 0) return page.state === 'open' ? <p>{say('page.letter.complete')}</p> : null;
  return (
    <>
      <h2>{say('page.letter.faults', { count: page.faults.length })}</h2>
      <Reasons reasons={page.faults} />
      {page.state === 'open' ? <p>{say('page.letter.no-release')}</p> : null}
    </>
  );
}

function Propose({ page, action }: { readonly page: LetterPage; readonly action: string }) {
  const say = useSay();
  const may = page.items.filter((item) => item.may);
  const kept = page.items.filter((item) => !item.may);
  return (
    <Line kind="section" margin={<p class="small">{say('page.letter.propose-why')}</p>}>
      <h2>{say('page.letter.propose-title')}</h2>
      {kept.length === 0 ? null : (
        <Terms kind="small" lines={kept.map((item) => ({ term: item.name, text: item.why ?? '' }))} />
      )}
      {page.may.propose ? (
        <Form action={action} hidden={{ act: 'propose' }} label={say('page.letter.propose-title')}>
          <Ticks
            name="category"
            legend={say('page.letter.propose-items')}
            options={may}
            errors={page.errors}
            chosen={may.map(({ key }) => key)}
          />
          <Submit>{say('page.letter.propose')}</Submit>
        </Form>
      ) : (
        <p>{say('page.letter.nothing-to-release')}</p>
      )}
    </Line>
  );
}

function Decide({ page, action }: { readonly page: LetterPage; readonly action: string }) {
  const say = useSay();
  return (
    <Line kind="section" margin={<p class="small">{say('page.letter.decide-why')}</p>}>
      <h2>{say('page.letter.proposed')}</h2>
      <p>
        <Names names={page.proposed} />
      </p>
      {page.second === undefined ? null : <p>{page.second}</p>}
      {page.may.decide ? (
        <Form action={action} hidden={{ act: 'release' }} label={say('page.letter.release')}>
          <Submit>{say('page.letter.release')}</Submit>
        </Form>
      ) : null}
      {page.may.decide || page.may.takeBack ? (
        <Form action={action} hidden={{ act: 'return' }} label={say('page.letter.return')}>
          <Area
            name="words"
            label={say('page.letter.return-words')}
            errors={page.errors}
            value={page.words}
            required={false}
          />
          <Submit kind="quiet">{say('page.letter.return')}</Submit>
        </Form>
      ) : null}
    </Line>
  );
}

function Refuse({ page, action }: { readonly page: LetterPage; readonly action: string }) {
  const say = useSay();
  return (
    <Line kind="section" margin={<p class="small">{say('page.letter.refuse-why')}</p>}>
      <h2>{say('page.letter.refuse-title')}</h2>
      <Form action={action} hidden={{ act: 'refuse' }} label={say('page.letter.refuse')}>
        <Area
          name="words"
          label={say('page.letter.refuse-words')}
          hint={page.faults.length > 0 ? say('page.letter.refuse-hint') : undefined}
          errors={page.errors}
          value={page.words}
          required={page.faults.length === 0}
        />
        <Submit kind={page.may.propose ? 'quiet' : 'main'}>{say('page.letter.refuse')}</Submit>
      </Form>
    </Line>
  );
}

function Refused({ page }: { readonly page: LetterPage }) {
  const say = useSay();
  return (
    <Line kind="section" margin={<p class="small">{say('page.letter.refusal-why')}</p>}>
      <h2>{say('page.letter.refusal')}</h2>
      {page.refusal === undefined ? null : <p class="words">{page.refusal}</p>}
      <ul class="plain-list">
        {page.letters.map(({ language, href }) => (
          <li key={language}>
            <a href={href} hreflang={language}>
              {say(language === 'kk' ? 'page.letter.file-kk' : 'page.letter.file-ru')}
            </a>
          </li>
        ))}
      </ul>
    </Line>
  );
}

/** One letter: what it says, what it lacks, what may be released, who decides. */
export function Letter({ page }: { readonly page: LetterPage }) {
  const say = useSay();
  const { service } = useFrame();
  const action = `${consoleBase(service)}/letters/${page.id}`;
  return (
    <Leaf kind="dense">
      <Opening
        title={say('page.letter.title')}
        lead={say(states[page.state])}
        margin={
          <>
            {page.barredUntil === undefined ? null : (
              <p class="small">
                <Dated say="page.letter.barred-until" date={page.barredUntil} />
              </p>
            )}
            {page.may.amend ? (
              <p class="small">
                <a href={`${action}/amend`}>{say('page.letter.amend')}</a>
              </p>
            ) : null}
          </>
        }
      />
      <Line kind="first">
        <ErrorSummary errors={page.errors} names={['category', 'words']} />
        <Terms lines={page.lines} />
      </Line>
      {page.returned === undefined ? null : (
        <Line kind="section">
          <h2>{say('page.letter.returned')}</h2>
          <p class="words">{page.returned}</p>
        </Line>
      )}
      <Faults page={page} />
      {page.state === 'open' && page.faults.length === 0 ? <Propose page={page} action={action} /> : null}
      {page.state === 'proposed' || page.state === 'released' ? <Decide page={page} action={action} /> : null}
      {page.may.refuse ? <Refuse page={page} action={action} /> : null}
      {page.state === 'refused' ? <Refused page={page} /> : null}
    </Leaf>
  );
}
