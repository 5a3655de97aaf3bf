import type { AppOfferView } from '../../../src/server/pages.ts';
import { useSay } from '../frame/context.ts';
import { Line } from './line.tsx';
import { Qr } from './qr.tsx';

/** How an authenticator app is told its secret: a picture, a link, and what is typed in. */
export function AppOffer({ app }: { readonly app: AppOfferView }) {
  const say = useSay();
  const groups = app.secret.match(/.{1,4}/g) ?? [];
  return (
    <Line kind="section" margin={<p class="small">{say('page.enrol.secret-why')}</p>}>
      <h2>{say('page.enrol.scan')}</h2>
      <p>{say('page.enrol.scan-how')}</p>
      <Qr text={app.link} label={say('page.enrol.picture')} />
      <details class="more-ways">
        <summary>{say('page.enrol.no-picture')}</summary>
        <p>
          <a href={app.link}>{say('page.enrol.open')}</a>
        </p>
        <p>{say('page.enrol.type')}</p>
        <p>
          <code class="secret" data-secret={app.secret}>
            {groups.join(' ')}
          </code>
        </p>
      </details>
    </Line>
  );
}
