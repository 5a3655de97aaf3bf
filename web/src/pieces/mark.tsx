import type { JSX } from 'preact';
import type { State } from '../../../src/server/pages.ts';
import { useFrame } from '../frame/context.ts';
import { Amount } from './said.tsx';

/** In the order a reader counts them. */
export const statesInReadingOrder: readonly State[] = ['kept', 'broken', 'unexercised', 'manual', 'refused'];

/** The five marks ● ✕ ○ ☐ ⊘, drawn, so that they look the same in every font and in print. */
const drawings: Readonly<Record<State, JSX.Element>> = {
  kept: <circle cx="8" cy="8" r="5" fill="currentColor" stroke="none" />,
  broken: <path d="M3.2 3.2l9.6 9.6M12.8 3.2l-9.6 9.6" stroke-width="2.2" />,
  unexercised: <circle cx="8" cy="8" r="4.6" />,
  manual: <path d="M3.2 3.2h9.6v9.6H3.2z" />,
  refused: <path d="M8 2.6a5.4 5.4 0 1 0 .01 0zM4.2 11.8l7.6-7.6" />,
};

/** The drawing of a state alone; always beside its word. */
export function MarkSign({ state }: { readonly state: State }) {
  return (
    <svg class={`sign sign-${state}`} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {drawings[state]}
    </svg>
  );
}

/** The mark and the word of a state. */
export function Mark({ state }: { readonly state: State }) {
  const { speaker } = useFrame();
  return (
    <span class={`mark mark-${state}`}>
      <MarkSign state={state} />
      <span>{speaker.sayCode('state', state)}</span>
    </span>
  );
}

interface CountsProps {
  readonly counts: Readonly<Record<State, number>>;
  /** Where the first clause in that state stands. */
  readonly href?: (state: State) => string | undefined;
  /** Those of interest; all five when absent. */
  readonly states?: readonly State[];
}

/** How many pledges stand in each state, in one line. */
export function Counts({ counts, href, states = statesInReadingOrder }: CountsProps) {
  return (
    <ul class="counts">
      {states.map((state) => {
        const target = counts[state] > 0 ? href?.(state) : undefined;
        const said = (
          <>
            <Mark state={state} />{' '}
            <b class="figure">
              <Amount n={counts[state]} />
            </b>
          </>
        );
        return (
          <li key={state} class={counts[state] === 0 ? 'zero' : undefined}>
            {target === undefined ? said : <a href={target}>{said}</a>}
          </li>
        );
      })}
    </ul>
  );
}
