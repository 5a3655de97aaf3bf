import type { PaperView } from '../../../src/server/pages.ts';
import { type Sentence, useSay } from '../frame/context.ts';
import { MarkSign } from './mark.tsx';
import { Dated, Phrase, Timed } from './phrase.tsx';
import { Moment } from './said.tsx';

const marks = {
  open: 'manual',
  waiting: 'unexercised',
  confirmed: 'kept',
  refused: 'refused',
  lapsed: 'refused',
  dropped: 'refused',
} as const;

/** Which day matters next to whoever waits for it. */
function next({ state, late, registers }: PaperView): Sentence {
  if (state === 'open') return 'page.papers.ends';
  if (state === 'waiting') return late ? 'page.papers.late' : 'page.papers.due';
  return registers && state !== 'confirmed' ? 'page.papers.account-ends' : 'page.papers.kept-until';
}

/** Where an application stands, since when, and what comes next. */
export function PaperClock({ paper }: { readonly paper: PaperView }) {
  const say = useSay();
  const { state, sentAt, decidedAt, dueOn, endsOn, late } = paper;
  const date = state === 'waiting' ? dueOn : endsOn;
  return (
    <>
      <p class={late ? 'clock overdue' : 'clock'}>
        <MarkSign state={late ? 'broken' : marks[state]} />
        <span>{say(`paper-state.${state}`)}</span>
      </p>
      {state === 'waiting' && sentAt !== undefined ? (
        <p class="small">
          <Timed say="page.papers.since" at={sentAt} />
        </p>
      ) : null}
      {decidedAt === undefined || state === 'open' ? null : (
        <p class="small">
          <Timed say="page.papers.decided" at={decidedAt} />
        </p>
      )}
      {date === undefined ? null : (
        <p class="small">
          <Dated say={next(paper)} date={date} />
        </p>
      )}
    </>
  );
}

/** The number of an application with its day, and how it came. */
export function PaperNumber({ paper }: { readonly paper: PaperView }) {
  return (
    <span class="number">
      <Phrase say="page.papers.line" parts={{ number: paper.number, time: <Moment at={paper.madeAt} /> }} />
      {paper.way === undefined ? null : `, ${paper.way}`}
    </span>
  );
}
