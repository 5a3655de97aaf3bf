import type { FieldError } from '../../../src/server/pages.ts';
import { scans } from '../cabinet/paper.tsx';
import { consoleBase, useFrame, useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { Area, Field, FileField } from '../pieces/field.tsx';
import { Files } from '../pieces/file.tsx';
import { ErrorSummary, Form, Submit } from '../pieces/form.tsx';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { PaperClock, PaperNumber } from '../pieces/paper.tsx';
import { DocumentLines, Empty, Terms } from '../pieces/said.tsx';
import { Ticks } from '../pieces/tick.tsx';

type PaperPage = PageOf<'paper'>;

/** The errors of one of the page's forms. */
const of = (errors: readonly FieldError[], names: readonly string[]) =>
  errors.filter(({ field }) => field !== undefined && names.includes(field));

const confirming = ['part', 'signedOn'];
const refusing = ['act', 'words'];
const posting = ['scan', 'keptAt', 'receivedOn'];

/** Fields that the page has forms for in a state. */
const fieldsIn: Readonly<Partial<Record<PaperPage['paper']['state'], readonly string[]>>> = {
  waiting: [...confirming, ...refusing],
  open: posting,
};

/** What is wrong with something that the page has no form for any more: somebody else was quicker. */
function elsewhere({ errors, paper }: PaperPage): readonly FieldError[] {
  const there = fieldsIn[paper.state] ?? [];
  return errors.filter(({ field }) => field === undefined || !there.includes(field));
}

function Confirm({ page }: { readonly page: PaperPage }) {
  const say = useSay();
  return (
    <Line kind="section" margin={<p class="small">{say('page.paper.confirm-why')}</p>}>
      <h2>{say('page.paper.confirm')}</h2>
      <ErrorSummary errors={of(page.errors, confirming)} names={confirming} />
      <Form hidden={{ act: 'confirm' }} label={say('page.paper.confirm')}>
        <Ticks
          name="part"
          legend={say('page.paper.parts')}
          options={page.parts.map(({ key, title }) => ({ key, name: title }))}
          errors={page.errors}
          chosen={page.sent.parts}
        />
        <Field
          name="signedOn"
          type="date"
          label={say('page.paper.signed-on')}
          errors={page.errors}
          value={page.sent.signedOn}
        />
        <Submit>{say('page.paper.confirm-send')}</Submit>
      </Form>
    </Line>
  );
}

function Refuse({ page }: { readonly page: PaperPage }) {
  const say = useSay();
  const acts = (['again', 'refuse'] as const).map((key) => ({
    key,
    name: say(`page.paper.act.${key}`),
    hint: say(`page.paper.act.${key}-hint`),
  }));
  return (
    <Line kind="section" margin={<p class="small">{say('page.paper.refuse-why')}</p>}>
      <h2>{say('page.paper.refuse')}</h2>
      <ErrorSummary errors={of(page.errors, refusing)} names={refusing} />
      <Form label={say('page.paper.refuse')}>
        <Ticks
          type="radio"
          name="act"
          legend={say('page.paper.act')}
          options={acts}
          errors={page.errors}
          chosen={[page.sent.act]}
        />
        <Area
          name="words"
          rows={4}
          label={say('page.paper.words')}
          errors={page.errors}
          value={page.sent.words}
        />
        <Submit kind="quiet">{say('page.paper.refuse-send')}</Submit>
      </Form>
    </Line>
  );
}

function Post({ page }: { readonly page: PaperPage }) {
  const say = useSay();
  const action = `${consoleBase(useFrame().service)}/papers/${page.paper.id}/post`;
  return (
    <Line kind="section" margin={<p class="small">{say('page.paper.post-why')}</p>}>
      <h2>{say('page.paper.post')}</h2>
      <ErrorSummary errors={of(page.errors, posting)} names={posting} />
      <Form files action={action} label={say('page.paper.post')}>
        <Field
          name="receivedOn"
          type="date"
          label={say('page.paper.received-on')}
          errors={page.errors}
          value={page.sent.receivedOn}
        />
        <Field
          name="keptAt"
          label={say('page.paper.kept-at')}
          hint={say('page.paper.kept-at-hint')}
          errors={page.errors}
          value={page.sent.keptAt}
          maxlength={200}
        />
        <FileField
          name="scan"
          label={say('page.my-paper.scan')}
          hint={page.hint}
          required
          errors={page.errors}
          accept={scans}
        />
        <Submit>{say('page.paper.post-send')}</Submit>
      </Form>
    </Line>
  );
}

/** What came: the picture, and where the sheet itself lies. */
function Came({ page }: { readonly page: PaperPage }) {
  const say = useSay();
  const lines = [
    { term: say('page.paper.name'), text: page.name ?? say('page.paper.no-name') },
    ...(page.receivedOn === undefined
      ? []
      : [{ term: say('page.paper.received-on'), text: page.receivedOn }]),
    ...(page.keptAt === undefined ? [] : [{ term: say('page.paper.kept-at'), text: page.keptAt }]),
  ];
  return (
    <Line kind="first">
      <ErrorSummary errors={elsewhere(page)} names={[]} />
      <h2>{say('page.paper.picture-title')}</h2>
      <Terms lines={lines} />
      {page.pictures.length === 0 ? (
        <Empty>{say('page.paper.no-picture')}</Empty>
      ) : (
        <Files files={page.pictures} />
      )}
      {page.words === undefined ? null : <blockquote class="words">{page.words}</blockquote>}
    </Line>
  );
}

/** One application on one page: what was sent beside what was offered, and the decision. */
export function Paper({ page }: { readonly page: PaperPage }) {
  const say = useSay();
  const { paper } = page;
  return (
    <Leaf kind="dense">
      <Opening
        title={paper.title}
        lead={<PaperNumber paper={paper} />}
        margin={<PaperClock paper={paper} />}
      />
      <Came page={page} />
      {paper.state === 'confirmed' ? null : (
        <Line kind="section" margin={<p class="small">{say('page.paper.offered-why')}</p>}>
          <h2>{say('page.paper.offered')}</h2>
          {page.parts.length === 0 ? <p>{say('page.paper.gone')}</p> : null}
          {page.parts.map((part) => (
            <section key={part.key}>
              <h3>{part.title}</h3>
              <DocumentLines lines={part.lines} />
            </section>
          ))}
        </Line>
      )}
      {paper.state === 'waiting' ? <Confirm page={page} /> : null}
      {paper.state === 'waiting' ? <Refuse page={page} /> : null}
      {paper.state === 'open' ? <Post page={page} /> : null}
    </Leaf>
  );
}
