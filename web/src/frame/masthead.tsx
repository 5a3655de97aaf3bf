import { FaceSign } from '../pieces/face.tsx';
import { Dated } from '../pieces/phrase.tsx';
import { consoleBase, publicBase, useForeign, useFrame, useSay } from './context.ts';
import { LanguageChoice } from './languages.tsx';

/** The calm strip that marks every page of a service whose policy nobody has approved yet. */
export function DraftStrip() {
  const say = useSay();
  const { service, places = [] } = useFrame();
  if (!service?.draft) return null;
  return (
    <aside class="draft" aria-label={say('page.draft.label')}>
      <p>
        <strong>{say('page.draft.word')}</strong> {say('page.draft.text')}
        {places.includes('approve') ? (
          <>
            {' '}
            <a href={`${consoleBase(service)}/approve`}>{say('page.draft.approve')}</a>
          </>
        ) : null}
      </p>
    </aside>
  );
}

/** For the officer: a changed text waits beside the version in force. */
export function WaitingStrip() {
  const say = useSay();
  const { service, places = [] } = useFrame();
  if (service?.waiting === undefined || !places.includes('versions')) return null;
  return (
    <aside class="waits" aria-label={say('page.waiting.label')}>
      <p>
        {say('page.waiting.text', { version: service.waiting })}{' '}
        <a href={`${consoleBase(service)}/versions/${service.waiting}`}>{say('page.waiting.look')}</a>
      </p>
    </aside>
  );
}

/** For the person: the policy changes, and they have not looked at it yet. */
export function ChangeStrip({ page }: { readonly page: string }) {
  const say = useSay();
  const { change, service } = useFrame();
  if (change === undefined || page === 'my-policy') return null;
  return (
    <aside class="waits" aria-label={say('change.strip')}>
      <p>
        <Dated say={change.asks ? 'change.strip-asks' : 'change.strip-text'} date={change.effectiveOn} />{' '}
        <a href={`${publicBase(service)}/me/policy`}>{say('change.strip-look')}</a>
      </p>
    </aside>
  );
}

/** For the person: documents wait for their answer. */
export function AgreementStrip({ page }: { readonly page: string }) {
  const say = useSay();
  const { agreements, service } = useFrame();
  if (agreements === undefined || page === 'my-agreements') return null;
  return (
    <aside class="waits" aria-label={say('agreement.strip')}>
      <p>
        {say('agreement.strip-text', { count: agreements })}{' '}
        <a href={`${publicBase(service)}/me/agreements`}>{say('agreement.strip-look')}</a>
      </p>
    </aside>
  );
}

/** The button that ends a session; a form, so that no link can do it. */
export function SignOut({ action }: { readonly action: string }) {
  const say = useSay();
  return (
    <form method="post" action={action} class="sign-out">
      <button type="submit" class="plain">
        {say('page.sign-out')}
      </button>
    </form>
  );
}

function GuestLinks() {
  const say = useSay();
  const { service } = useFrame();
  const base = publicBase(service);
  if (!service) return null;
  return (
    <nav class="masthead-links" aria-label={say('page.nav.service')}>
      <a href={`${base}/privacy`}>{say('page.nav.policy')}</a>
      <a href={`${base}/sign-in`}>{say('page.nav.sign-in')}</a>
      <a href={`${base}/register`}>{say('page.nav.register')}</a>
    </nav>
  );
}

function Account({ room }: { readonly room: string }) {
  const say = useSay();
  const { viewer, service, who } = useFrame();
  if (viewer === 'subject') return <SignOut action={`${publicBase(service)}/sign-out`} />;
  if (viewer === 'staff') {
    return (
      <div class="account">
        {who === undefined ? null : (
          <a class="who" href="/console/security" title={say('page.staff-security.title')}>
            {who}
          </a>
        )}
        <SignOut action="/console/sign-out" />
      </div>
    );
  }
  return room === 'public' ? <GuestLinks /> : null;
}

/** The head of a page: whose page it is, and the way in or out. */
export function Masthead({ room }: { readonly room: string }) {
  const say = useSay();
  const { service } = useFrame();
  const foreign = useForeign();
  const inConsole = room === 'console';
  const home = inConsole ? '/console' : service ? `${publicBase(service)}/` : '/';
  const ofService = !inConsole && service !== undefined;
  const name = ofService ? service.name : say('page.product');
  return (
    <header class="masthead">
      <a
        class={ofService ? 'brand' : 'brand house'}
        href={home}
        lang={ofService ? foreign(service) : undefined}
      >
        {ofService ? <FaceSign of={service} /> : null}
        {name}
      </a>
      {inConsole ? <span class="brand-room">{say('page.console.name')}</span> : null}
      <Account room={room} />
      <LanguageChoice />
    </header>
  );
}

/** The foot of a page. */
export function Colophon({ room }: { readonly room: string }) {
  const say = useSay();
  const { service, viewer } = useFrame();
  const base = publicBase(service);
  return (
    <footer class="colophon">
      <p>{say('page.colophon.text')}</p>
      {room === 'console' && viewer === 'staff' ? (
        <ul>
          {service ? (
            <li>
              <a href={`${base}/`}>{say('page.nav.public')}</a>
            </li>
          ) : null}
          <li>
            <a href="/console/security">{say('page.staff-security.title')}</a>
          </li>
          <li>
            <a href="/console/sessions">{say('page.staff-sessions.title')}</a>
          </li>
          <li>
            <a href="/console/language">{say('page.my-language.title')}</a>
          </li>
        </ul>
      ) : null}
      {service && room !== 'console' ? (
        <ul>
          <li>
            <a href={`${base}/privacy`}>{say('page.nav.policy')}</a>
          </li>
          <li>
            <a href={`${base}/log`}>{say('page.nav.log')}</a>
          </li>
        </ul>
      ) : null}
    </footer>
  );
}
