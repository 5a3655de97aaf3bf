import type { ReadingReport, ReportClause, ReportStatement } from '../../../src/reader/index.ts';
import type { Speaker } from '../../../src/server/pages.ts';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { hueOf } from './hue.ts';

/** Two things a text says that cannot both be true. */
export interface Contradiction {
  readonly clauses: readonly string[];
  readonly message: string;
  readonly help: string;
}

interface ReportProps {
  readonly report: ReadingReport;
  readonly speaker: Speaker;
}

/** How sure the reader is, in words: the number alone says little. */
function sureness(confidence: number): 'sure' | 'likely' | 'doubtful' {
  if (confidence >= 0.9) return 'sure';
  return confidence >= 0.7 ? 'likely' : 'doubtful';
}

/** Where each statement stands in the text: the fragment of the piece it begins with. */
function quotesOf(report: ReadingReport): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  report.clauses.forEach((clause, row) => {
    clause.pieces.forEach(({ text, statements }, at) => {
      if (text.trim() === '') return;
      for (const one of statements) if (!found.has(one)) found.set(one, `q${row}-${at}`);
    });
  });
  return found;
}

interface Laid {
  readonly report: ReadingReport;
  readonly speaker: Speaker;
  readonly quotes: ReadonlyMap<number, string>;
  /** Places of the statements of each clause. */
  readonly within: ReadonlyMap<string, readonly number[]>;
}

interface ClauseProps extends Laid {
  readonly clause: ReportClause;
  /** The clause's place among all. */
  readonly row: number;
}

function Words({ clause, row, report }: ClauseProps) {
  return (
    <>
      {clause.pieces.map(({ text, statements }, at) => {
        const [first] = statements;
        if (first === undefined || text.trim() === '') return text;
        const hue = hueOf(report.statements[first]?.facet ?? '');
        const id = `q${row}-${at}`;
        return (
          <a key={id} id={id} class={`said hue-${hue}`} href={`#s${first}`}>
            {text}
          </a>
        );
      })}
    </>
  );
}

interface StatementProps {
  readonly statement: ReportStatement;
  readonly at: number;
  readonly quoted: string | undefined;
  readonly speaker: Speaker;
}

function Statement({ statement, at, quoted, speaker }: StatementProps) {
  const { facet, label, quote, confidence } = statement;
  return (
    <li
      id={`s${at}`}
      class={`statement hue-${hueOf(facet)}`}
      data-statement={JSON.stringify({ clause: statement.clause, facet, label })}
    >
      <p>
        <span class="facet">{speaker.sayCode('facet', facet)}</span>
        <span class="visually-hidden">: </span>
        <strong>{speaker.label(facet, label)}</strong>
      </p>
      <blockquote>
        <a href={`#${quoted}`}>{quote.length > 120 ? `${quote.slice(0, 119)}…` : quote}</a>
      </blockquote>
      <p class={`sureness ${sureness(confidence)}`}>
        {speaker.say(`page.report.${sureness(confidence)}`, { percent: Math.round(confidence * 100) })}
      </p>
      <fieldset class="verdict" hidden>
        <legend class="visually-hidden">{speaker.say('page.report.verdict')}</legend>
        {(['open', 'accepted', 'rejected'] as const).map((choice) => (
          <label key={choice}>
            <input type="radio" name={`s${at}`} value={choice} checked={choice === 'open'} />{' '}
            {speaker.say(`page.report.${choice}`)}
          </label>
        ))}
      </fieldset>
    </li>
  );
}

function Margin({ clause, report, speaker, quotes, within }: ClauseProps) {
  const own = within.get(clause.id) ?? [];
  return (
    <>
      {own.length === 0 ? null : (
        <ul class="statements">
          {own.map((at) => (
            <Statement
              key={at}
              statement={report.statements[at] as ReportStatement}
              at={at}
              quoted={quotes.get(at)}
              speaker={speaker}
            />
          ))}
        </ul>
      )}
      {clause.unread ? <p class="unread">{speaker.say('page.report.unread')}</p> : null}
      <div class="addition" data-clause={clause.id} data-words={clause.words} hidden />
    </>
  );
}

function Clause(props: ClauseProps) {
  const { clause, report } = props;
  const Tag = clause.kind === 'heading' ? 'h2' : 'p';
  return (
    <Line
      kind={`clause clause-${clause.kind} depth-${Math.min(clause.depth, 4)}`}
      margin={<Margin {...props} />}
    >
      <Tag id={`r${props.row}`} class="words" lang={report.source.language}>
        <Words {...props} />
      </Tag>
    </Line>
  );
}

interface AgainstProps extends ReportProps {
  readonly contradictions: readonly Contradiction[];
}

/** What the text says against itself, each with ways to the clauses. */
function Against({ report, speaker, contradictions }: AgainstProps) {
  if (contradictions.length === 0) return null;
  const rows = new Map(report.clauses.map(({ id }, row) => [id, row]));
  return (
    <section class="against" aria-labelledby="against-title">
      <h2 id="against-title">{speaker.say('page.report.against')}</h2>
      <ul>
        {contradictions.map(({ message, help, clauses }) => (
          <li key={message + clauses.join()}>
            <p>
              {message}{' '}
              {clauses.map((id) => (
                <a key={id} href={`#r${rows.get(id) ?? 0}`}>
                  {id}
                </a>
              ))}
            </p>
            <p class="small">{help}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Counts({ report, speaker }: ReportProps) {
  const unread = report.clauses.filter((clause) => clause.unread);
  return (
    <>
      <p>{speaker.say('page.report.statements', { count: report.statements.length })}</p>
      {unread.length > 0 && <p>{speaker.say('page.report.unread-count', { count: unread.length })}</p>}
      {report.silent.map(({ facet }) => (
        <p key={facet}>{speaker.say('page.report.silent', { facet: speaker.sayCode('facet', facet) })}</p>
      ))}
    </>
  );
}

/** Where decisions are saved and taken up again; woken by the script, and said to need one. */
function Desk({ speaker }: { readonly speaker: Speaker }) {
  return (
    <section class="desk" aria-labelledby="desk-title">
      <h2 id="desk-title">{speaker.say('page.report.desk')}</h2>
      <p>{speaker.say('page.report.desk-why')}</p>
      <p class="tools" hidden>
        <button type="button" data-save>
          {speaker.say('page.report.save')}
        </button>{' '}
        <label class="open">
          <input type="file" accept=".json" class="visually-hidden" data-open />
          <span>{speaker.say('page.report.open-review')}</span>
        </label>
      </p>
      <p role="status" data-told />
    </section>
  );
}

/** What was read in a text, beside it. */
export function Report({ report, speaker, contradictions }: AgainstProps) {
  const { name } = report.source;
  const within = new Map<string, number[]>();
  for (const [at, { clause }] of report.statements.entries()) {
    within.set(clause, [...(within.get(clause) ?? []), at]);
  }
  const laid = { report, speaker, within, quotes: quotesOf(report) };
  return (
    <main id="main" class="page page-report">
      <Leaf kind="policy">
        <Opening
          title={speaker.say('page.report.title', { name })}
          lead={speaker.say('page.report.lead')}
          margin={<Counts report={report} speaker={speaker} />}
        />
        <Line>
          <Against report={report} speaker={speaker} contradictions={contradictions} />
          <Desk speaker={speaker} />
        </Line>
        {report.clauses.map((clause, row) => (
          <Clause key={clause.id} clause={clause} row={row} {...laid} />
        ))}
      </Leaf>
    </main>
  );
}
