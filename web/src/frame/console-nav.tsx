import type { ServiceHead } from '../../../src/server/pages.ts';
import { FaceSign } from '../pieces/face.tsx';
import { consoleBase, type Sentence, useForeign, useFrame, useSay } from './context.ts';

const places: readonly { readonly place: string; readonly name: Sentence }[] = [
  { place: 'board', name: 'page.nav.board' },
  { place: 'approve', name: 'page.nav.approve' },
  { place: 'versions', name: 'page.nav.versions' },
  { place: 'requests', name: 'page.nav.requests' },
  { place: 'subjects', name: 'page.nav.subjects' },
  { place: 'visits', name: 'page.nav.visits' },
  { place: 'mailings', name: 'page.nav.mailings' },
  { place: 'terms', name: 'page.nav.terms' },
  { place: 'due', name: 'page.nav.due' },
  { place: 'recipients', name: 'page.nav.recipients' },
  { place: 'disclosures', name: 'page.nav.disclosures' },
  { place: 'letters', name: 'page.nav.letters' },
  { place: 'outbox', name: 'page.nav.outbox' },
  { place: 'ledger', name: 'page.nav.ledger' },
  { place: 'keys', name: 'page.nav.keys' },
  { place: 'settings', name: 'page.nav.settings' },
];

/** The service at hand; where one works for several, a list of the others that keeps the place. */
function Switcher({ service }: { readonly service: ServiceHead }) {
  const say = useSay();
  const foreign = useForeign();
  const { others = [] } = useFrame();
  const here = (
    <>
      <FaceSign of={service} />
      <span lang={foreign(service)}>{service.name}</span>
    </>
  );
  if (others.length === 0) return <span class="switch-one">{here}</span>;
  return (
    <details class="switch">
      <summary aria-label={say('page.switch.other', { name: service.name })}>{here}</summary>
      <ul>
        {others.map((other) => (
          <li key={other.key}>
            <a href={other.href} lang={foreign(other)}>
              <FaceSign of={other} />
              <span>
                {other.name} <span class="muted small">{other.key}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The console's navigation: today, then the places of the service at hand that the reader's roles admit. */
export function ConsoleNav({ place }: { readonly place: string | undefined }) {
  const say = useSay();
  const { service, viewer, places: admitted = [] } = useFrame();
  if (viewer !== 'staff') return null;
  const base = consoleBase(service);
  const current = (name: string) => (name === place ? 'page' : undefined);
  return (
    <nav class="desk" aria-label={say('page.nav.console')}>
      <ul>
        <li>
          <a href="/console" aria-current={current('today')}>
            {say('page.nav.today')}
          </a>
        </li>
        {admitted.includes('staff') ? (
          <li>
            <a href="/console/staff" aria-current={current('staff')}>
              {say('page.nav.staff')}
            </a>
          </li>
        ) : null}
        {service ? (
          <li class="desk-service">
            <Switcher service={service} />
          </li>
        ) : null}
        {service
          ? places
              .filter((one) => admitted.includes(one.place))
              .map((one) => (
                <li key={one.place}>
                  <a href={`${base}/${one.place}`} aria-current={current(one.place)}>
                    {say(one.name)}
                  </a>
                </li>
              ))
          : null}
      </ul>
    </nav>
  );
}
