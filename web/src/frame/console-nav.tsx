import { consoleBase, type Sentence, useForeign, useFrame, useSay } from './context.ts';

const places: readonly { readonly place: string; readonly name: Sentence }[] = [
  { place: 'board', name: 'page.nav.board' },
  { place: 'approve', name: 'page.nav.approve' },
  { place: 'versions', name: 'page.nav.versions' },
  { place: 'requests', name: 'page.nav.requests' },
  { place: 'subjects', name: 'page.nav.subjects' },
  { place: 'outbox', name: 'page.nav.outbox' },
  { place: 'ledger', name: 'page.nav.ledger' },
  { place: 'keys', name: 'page.nav.keys' },
];

/** The console's navigation: today, then the places of the service at hand that the reader's roles admit. */
export function ConsoleNav({ place }: { readonly place: string | undefined }) {
  const say = useSay();
  const { service, viewer, places: admitted = [] } = useFrame();
  const foreign = useForeign();
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
        {service ? (
          <li class="desk-service" lang={foreign(service)}>
            {service.name}
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
