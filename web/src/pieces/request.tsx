import type { RequestView } from '../../../src/server/pages.ts';
import { useSay } from '../frame/context.ts';
import { MarkSign } from './mark.tsx';
import { Dated, Timed } from './phrase.tsx';

/** The clock of a request: open with its date, overdue in red, or closed. */
export function RequestClock({ request }: { readonly request: RequestView }) {
  const say = useSay();
  if (request.state !== 'open') {
    return (
      <p class="clock closed">
        <MarkSign state={request.state === 'done' ? 'kept' : 'refused'} />
        <span>
          {request.closedAt === undefined ? (
            say(`page.request.outcome.${request.state}`)
          ) : (
            <Timed say={`page.request.state.${request.state}`} at={request.closedAt} />
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
