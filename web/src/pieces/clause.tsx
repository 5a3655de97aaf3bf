import type { ComponentChildren } from 'preact';
import type { ClauseView, PledgeView, PolicyHead, State } from '../../../src/server/pages.ts';
import { useForeign, useFrame, useSay } from '../frame/context.ts';
import { Fold, Line } from './line.tsx';
import { Mark, MarkSign } from './mark.tsx';
import { Own } from './said.tsx';

/** The fragment that leads to a clause. */
export function anchorOf(clause: Pick<ClauseView, 'id'>): string {
  return `c-${clause.id.replaceAll(/[^\p{L}\p{N}_-]/gu, '-')}`;
}

/** Where the first clause in each state stands. */
export function firstIn(clauses: readonly ClauseView[]): (state: State) => string | undefined {
  return (state) => {
    const found = clauses.find((clause) => clause.pledges.some((pledge) => pledge.state === state));
    return found && `#${anchorOf(found)}`;
  };
}

/** Whose words are shown: a policy's head, for the language they are in. */
interface InWordsOf {
  readonly of: Pick<PolicyHead, 'language'>;
}

/** A pledge in the margin: mark, word, three words; what the probe saw on demand. */
export function Pledge({ pledge, of }: InWordsOf & { readonly pledge: PledgeView }) {
  const say = useSay();
  const foreign = useForeign();
  const { speaker } = useFrame();
  return (
    <li class="pledge">
      <details>
        <summary>
          <MarkSign state={pledge.state} />
          <span>
            <span class={`pledge-state mark-${pledge.state}`}>{speaker.sayCode('state', pledge.state)}</span>
            <span class="visually-hidden">: </span> <span class="pledge-title">{pledge.title}</span>
          </span>
        </summary>
        <div class="pledge-body">
          <p>{pledge.detail}</p>
          {pledge.quote === undefined ? null : <blockquote lang={foreign(of)}>{pledge.quote}</blockquote>}
          {pledge.tests === 0 ? null : (
            <p class="small muted">{say('page.board.tests', { count: pledge.tests })}</p>
          )}
          <p class="verdict">{say(`page.verdict.${pledge.verdict}`)}</p>
        </div>
      </details>
    </li>
  );
}

function Pledges({ clause, of }: InWordsOf & { readonly clause: ClauseView }) {
  const say = useSay();
  const { state } = clause;
  const pledges = clause.pledges.filter((pledge) => pledge.kind !== 'unread');
  if (pledges.length === 0) return null;
  return (
    <Fold
      summary={
        <>
          {state === undefined ? null : <Mark state={state} />}
          <span class="fold-count">{say('page.policy.pledges', { count: pledges.length })}</span>
        </>
      }
    >
      <ul class="pledges">
        {pledges.map((pledge) => (
          <Pledge key={pledge.id} pledge={pledge} of={of} />
        ))}
      </ul>
    </Fold>
  );
}

function Unread({ clause }: { readonly clause: ClauseView }) {
  const say = useSay();
  return (
    <p class="unread">
      {clause.state === undefined ? null : <Mark state={clause.state} />}{' '}
      <strong>{say('page.policy.unread')}</strong> {say('page.policy.unread-why')}
    </p>
  );
}

/**
 * The level of each heading, so that none is skipped: the shallowest is `h2`, the deepest `h4`. By clause
 * id.
 */
function levelsOf(clauses: readonly ClauseView[]): ReadonlyMap<string, 2 | 3 | 4> {
  const headings = clauses.filter((clause) => clause.kind === 'heading');
  const top = Math.min(...headings.map((clause) => clause.depth));
  const levels = new Map<string, 2 | 3 | 4>();
  let last = 1;
  for (const clause of headings) {
    last = Math.min(2 + clause.depth - top, last + 1, 4);
    levels.set(clause.id, last as 2 | 3 | 4);
  }
  return levels;
}

function Heading({ clause, level, of }: Omit<ClauseProps, 'beside'>) {
  const foreign = useForeign();
  const Title = `h${level}` as 'h2' | 'h3' | 'h4';
  return (
    <Title lang={foreign(of)}>
      {clause.number === '' ? null : <span class="number">{clause.number}</span>}{' '}
      {wordsIn(clause) ?? clause.number}
    </Title>
  );
}

/** The operator's words, else ours. */
export const wordsIn = ({ text, summary }: ClauseView): string | undefined => text ?? summary;

function Words({ clause, of }: InWordsOf & { readonly clause: ClauseView }) {
  const say = useSay();
  const words = wordsIn(clause);
  const own =
    words === undefined ? <em class="no-text">{say('page.policy.no-text')}</em> : <Own of={of}>{words}</Own>;
  return (
    <p class={clause.text === undefined ? 'words retold' : 'words'}>
      {clause.number === '' ? null : <span class="number">{clause.number}</span>} {own}
    </p>
  );
}

interface ClauseProps extends InWordsOf {
  readonly clause: ClauseView;
  readonly level: 2 | 3 | 4;
  readonly beside: ComponentChildren;
}

function Clause({ clause, level, beside, of }: ClauseProps) {
  const margin = (
    <>
      <Pledges clause={clause} of={of} />
      {clause.unread ? <Unread clause={clause} /> : null}
      {beside}
    </>
  );
  const depth = Math.min(Math.max(clause.depth, 0), 4);
  return (
    <Line id={anchorOf(clause)} kind={`clause clause-${clause.kind} depth-${depth}`} margin={margin}>
      {clause.kind === 'heading' ? (
        <Heading clause={clause} level={level} of={of} />
      ) : (
        <Words clause={clause} of={of} />
      )}
    </Line>
  );
}

interface ClausesProps extends InWordsOf {
  readonly clauses: readonly ClauseView[];
  /** What stands under the pledges of a clause. */
  readonly beside?: (clause: ClauseView) => ComponentChildren;
}

/** The policy clause by clause, each with its pledges in the margin. */
export function Clauses({ clauses, beside, of }: ClausesProps) {
  const levels = levelsOf(clauses);
  return (
    <>
      {clauses.map((clause) => (
        <Clause
          key={clause.id}
          clause={clause}
          level={levels.get(clause.id) ?? 2}
          beside={beside?.(clause)}
          of={of}
        />
      ))}
    </>
  );
}

/** The headings of a long policy, each leading to its place. */
export function Contents({ clauses, of }: Omit<ClausesProps, 'beside'>) {
  const say = useSay();
  const foreign = useForeign();
  const headings = clauses.filter(
    (clause) => clause.kind === 'heading' && clause.depth <= 1 && wordsIn(clause) !== undefined,
  );
  if (headings.length < 4) return null;
  return (
    <nav class="contents" aria-label={say('page.policy.contents')}>
      <details>
        <summary>{say('page.policy.contents')}</summary>
        <ol>
          {headings.map((clause) => (
            <li key={clause.id} class={`depth-${Math.min(clause.depth, 1)}`}>
              <a href={`#${anchorOf(clause)}`} lang={foreign(of)}>
                {clause.number === '' ? null : <span class="number">{clause.number}</span>} {wordsIn(clause)}
              </a>
            </li>
          ))}
        </ol>
      </details>
    </nav>
  );
}
