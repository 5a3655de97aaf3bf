import type { RequestView } from '../../../src/server/pages.ts';
import { ownPath, useFrame, useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { Area } from '../pieces/field.tsx';
import { Change, Files } from '../pieces/file.tsx';
import { ErrorSummary, Form, Submit } from '../pieces/form.tsx';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { Timed } from '../pieces/phrase.tsx';
import { RequestClock, RequestNumber, Turns } from '../pieces/request.tsx';
import { Empty } from '../pieces/said.tsx';
import { Ticks } from '../pieces/tick.tsx';

/** The person's reply to what the operator waits for. */
function Reply({ id, sent }: { readonly id: string; readonly sent: PageOf<'my-requests'>['reply'] }) {
  const say = useSay();
  const errors = sent?.errors ?? [];
  return (
    <div class="answer">
      <h4>{say('page.my-requests.asked')}</h4>
      <ErrorSummary errors={errors} names={['reply']} />
      <Form action={`${ownPath(useFrame())}/${id}/reply`} label={say('page.my-requests.reply')}>
        <Area
          name="reply"
          label={say('page.my-requests.reply')}
          errors={errors}
          value={sent?.words}
          rows={4}
        />
        <Submit>{say('page.my-requests.reply-send')}</Submit>
      </Form>
    </div>
  );
}

function Request({
  request,
  reply,
}: {
  readonly request: RequestView;
  readonly reply: PageOf<'my-requests'>['reply'];
}) {
  const say = useSay();
  return (
    <Line kind="request" margin={<RequestClock request={request} />}>
      <h3>{request.name}</h3>
      <p class="small muted">
        <Timed say="page.request.received" at={request.receivedAt} />
        <br />
        <RequestNumber request={request} />
      </p>
      {request.words === undefined ? null : <blockquote class="words">{request.words}</blockquote>}
      <Change change={request.change} mine />
      <Files files={request.files} />
      <Turns request={request} mine />
      {request.waitsUntil !== undefined ? <Reply id={request.id} sent={reply} /> : null}
      {request.answer === undefined ? null : (
        <div class="answer">
          <p class="small">
            <strong>{say('page.request.answer')}</strong>
          </p>
          <p class="words">{request.answer}</p>
        </div>
      )}
      {request.letter === undefined ? null : (
        <p class="small">
          <a href={request.letter} download>
            {say('page.request.letter')}
          </a>
        </p>
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
        <Request
          key={request.id}
          request={request}
          reply={page.reply?.id === request.id ? page.reply : undefined}
        />
      ))}
      <NewRequest page={page} />
    </Leaf>
  );
}
