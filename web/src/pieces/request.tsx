import type { RequestView } from '../../../src/server/pages.ts';
import { useSay } from '../frame/context.ts';
import { MarkSign } from './mark.tsx';
import { Dated, Timed } from './phrase.tsx';

/** The clock of a request: open with its date, overdue in red, waiting for the person, or closed. */
export function RequestClock({ request }: { readonly request: RequestView }) {
  const say = useSay();
  const { state } = request;
  if (state === 'done' || state === 'refused') {
    return (
      <p class="clock closed">
        <MarkSign state={state === 'done' ? 'kept' : 'refused'} />
        <span>
          {request.closedAt === undefined ? (
            say(`page.request.outcome.${state}`)
          ) : (
            <Timed say={`page.request.state.${state}`} at={request.closedAt} />
          )}
        </span>
      </p>
    );
  }
  if (state === 'waiting') {
    return (
      <p class="clock">
        <MarkSign state="manual" />
        <span>
          {request.waitsUntil === undefined ? (
            say('page.request.owed')
          ) : (
            <Dated say="page.request.waits" date={request.waitsUntil} />
          )}
        </span>
      </p>
    );
  }
  return (
    <p class={request.overdue ? 'clock overdue' : request.soon ? 'clock soon' : 'clock'}>
      <MarkSign state={request.overdue ? 'broken' : 'unexercised'} />
      <span>
        <Dated say={request.overdue ? 'page.request.overdue' : 'page.request.due'} date={request.dueOn} />
        {request.left === undefined ? null : ` · ${request.left}`}
      </span>
    </p>
  );
}

/** The number of a request, and how it came when not by the cabinet. */
export function RequestNumber({ request }: { readonly request: RequestView }) {
  const say = useSay();
  const { number, channel } = request;
  return (
    <span class="number">
      {channel === undefined
        ? say('page.request.number', { number })
        : say('page.request.came', { number, channel })}
    </span>
  );
}

/** What was asked and replied after a request was made, in order. */
export function Turns({ request, mine }: { readonly request: RequestView; readonly mine?: true }) {
  const person = mine ? 'me' : 'person';
  return (
    <>
      {(request.turns ?? []).map((turn) => (
        <div key={turn.at} class="answer">
          <p class="small">
            <strong>
              <Timed say={`page.request.turn.${turn.by === 'person' ? person : turn.by}`} at={turn.at} />
            </strong>
          </p>
          <p class="words">{turn.words}</p>
        </div>
      ))}
    </>
  );
}
