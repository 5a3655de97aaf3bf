import type { SessionView } from '../../../src/server/pages.ts';
import { type Sentence, useSay } from '../frame/context.ts';
import { Form, Submit } from './form.tsx';
import { Line } from './line.tsx';
import { Timed } from './phrase.tsx';

function Session({ session }: { readonly session: SessionView }) {
  const say = useSay();
  const client = session.client === '' ? say('page.security.client-unknown') : session.client;
  const end = (
    <Form hidden={{ session: session.id }} label={say('page.security.end-named', { client })}>
      <button type="submit" class="quiet">
        {say('page.security.end')}
        <span class="visually-hidden">: {client}</span>
      </button>
    </Form>
  );
  return (
    <Line kind="session" margin={session.here ? null : end}>
      <h3>
        {client}
        {session.here ? <span class="session-here"> {say('page.security.here')}</span> : null}
      </h3>
      <p class="when">
        <span>
          <Timed say="page.security.opened" at={session.openedAt} />
        </span>
        <span>
          <Timed say="page.security.seen" at={session.seenAt} />
        </span>
      </p>
    </Line>
  );
}

interface SessionsProps {
  readonly sessions: readonly SessionView[];
  /** How sessions end by themselves. */
  readonly why: Sentence;
}

/** Where the reader is signed in; each of the other sessions can be ended, or all of them at once. */
export function Sessions({ sessions, why }: SessionsProps) {
  const say = useSay();
  const alone = sessions.every(({ here }) => here);
  return (
    <>
      <Line
        kind="section"
        margin={
          <>
            <p class="small">{say(why)}</p>
            <p class="small">{say('page.security.client-why')}</p>
          </>
        }
      >
        <h2>{say('page.security.sessions')}</h2>
      </Line>
      {sessions.map((session) => (
        <Session key={session.id} session={session} />
      ))}
      <Line kind="closing">
        {alone ? (
          <p class="small muted">{say('page.security.alone')}</p>
        ) : (
          <Form hidden={{ act: 'others' }} label={say('page.security.end-others')}>
            <Submit kind="quiet">{say('page.security.end-others')}</Submit>
          </Form>
        )}
      </Line>
    </>
  );
}
