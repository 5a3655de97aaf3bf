import type { RequestView } from '../../../src/server/pages.ts';
import { useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { Area } from '../pieces/field.tsx';
import { ErrorSummary, Form, Submit } from '../pieces/form.tsx';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { Timed } from '../pieces/phrase.tsx';
import { RequestClock } from '../pieces/request.tsx';
import { Empty } from '../pieces/said.tsx';
import { Ticks } from '../pieces/tick.tsx';

function Request({ request }: { readonly request: RequestView }) {
  const say = useSay();
  return (
    <Line kind="request" margin={<RequestClock request={request} />}>
      <h3>{request.name}</h3>
      <p class="small muted">
        <Timed say="page.request.received" at={request.receivedAt} />
      </p>
      {request.words === undefined ? null : <blockquote class="words">{request.words}</blockquote>}
      {request.answer === undefined ? null : (
        <div class="answer">
          <p class="small">
            <strong>{say('page.request.answer')}</strong>
          </p>
          <p class="words">{request.answer}</p>
        </div>
      )}
    </Line>
  );
}

function NewRequest({ page }: { readonly page: PageOf<'my-requests'> }) {
  const say = useSay();
  const options = page.kinds.map((one) => ({ key: one.kind, name: one.name }));
  return (
    <Line margin={<p class="small">{say('page.my-requests.clock')}</p>}>
      <h2>{say('page.my-requests.new')}</h2>
      <Form>
        <Ticks
          type="radio"
          name="kind"
          legend={say('page.my-requests.kind')}
          options={options}
          errors={page.errors}
          chosen={page.sent === undefined ? [] : [page.sent.kind]}
        />
        <Area
          name="words"
          label={say('page.my-requests.words')}
          hint={say('page.my-requests.words-hint')}
          errors={page.errors}
          value={page.sent?.words}
          required={false}
        />
        <Submit>{say('page.my-requests.send')}</Submit>
      </Form>
    </Line>
  );
}

/** My requests with their clocks, and a form for a new one. */
export function MyRequests({ page }: { readonly page: PageOf<'my-requests'> }) {
  const say = useSay();
  return (
    <Leaf>
      <Opening title={say('page.my-requests.title')} lead={say('page.my-requests.lead')} />
      {page.errors.length === 0 ? null : (
        <Line kind="first">
          <ErrorSummary errors={page.errors} names={['kind', 'words']} />
        </Line>
      )}
      <Line>
        <h2>{say('page.my-requests.made')}</h2>
        {page.requests.length === 0 ? <Empty>{say('page.my-requests.empty')}</Empty> : null}
      </Line>
      {page.requests.map((request) => (
        <Request key={request.id} request={request} />
      ))}
      <NewRequest page={page} />
    </Leaf>
  );
}
