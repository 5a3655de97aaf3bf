import type { ServiceHead } from '../../../src/server/pages.ts';
import { FaceSign } from '../pieces/face.tsx';
import { consoleBase, type Sentence, useForeign, useFrame, useSay } from './context.ts';

interface Place {
  readonly place: string;
  readonly name: Sentence;
}

/** A part of the desk: what stands together because one works on it together. */
interface Part {
  readonly name: Sentence;
  readonly places: readonly Place[];
}

const parts: readonly Part[] = [
  {
    name: 'page.nav.part.policy',
    places: [
      { place: 'board', name: 'page.nav.board' },
      { place: 'approve', name: 'page.nav.approve' },
      { place: 'versions', name: 'page.nav.versions' },
      { place: 'mandates', name: 'page.nav.mandates' },
      { place: 'agreements', name: 'page.nav.agreements' },
    ],
  },
  {
    name: 'page.nav.part.people',
    places: [
      { place: 'requests', name: 'page.nav.requests' },
      { place: 'subjects', name: 'page.nav.subjects' },
      { place: 'consents', name: 'page.nav.consents' },
      { place: 'papers', name: 'page.nav.papers' },
      { place: 'contracts', name: 'page.nav.contracts' },
      { place: 'guardians', name: 'page.nav.guardians' },
      { place: 'visits', name: 'page.nav.visits' },
    ],
  },
  {
    name: 'page.nav.part.retention',
    places: [
      { place: 'terms', name: 'page.nav.terms' },
      { place: 'due', name: 'page.nav.due' },
    ],
  },
  {
    name: 'page.nav.part.transfers',
    places: [
      { place: 'recipients', name: 'page.nav.recipients' },
      { place: 'disclosures', name: 'page.nav.disclosures' },
      { place: 'letters', name: 'page.nav.letters' },
    ],
  },
  {
    name: 'page.nav.part.messages',
    places: [
      { place: 'mailings', name: 'page.nav.mailings' },
      { place: 'outbox', name: 'page.nav.outbox' },
    ],
  },
  {
    name: 'page.nav.part.security',
    places: [
      { place: 'incidents', name: 'page.nav.incidents' },
      { place: 'measures', name: 'page.nav.measures' },
      { place: 'places', name: 'page.nav.places' },
      { place: 'ledger', name: 'page.nav.ledger' },
      { place: 'keys', name: 'page.nav.keys' },
    ],
  },
  { name: 'page.nav.settings', places: [{ place: 'settings', name: 'page.nav.settings' }] },
];

/** The parts with those of their places that the reader's roles admit; an empty part falls away. */
const admittedParts = (admitted: readonly string[]): readonly Part[] =>
  parts
    .map((part) => ({ ...part, places: part.places.filter((one) => admitted.includes(one.place)) }))
    .filter((part) => part.places.length > 0);

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

/** Links to the first place of each part; the part one is in is marked. */
function Parts(props: {
  readonly of: readonly Part[];
  readonly at: Part | undefined;
  readonly base: string;
}) {
  const { of, at, base } = props;
  const say = useSay();
  return of.map((part) => (
    <li key={part.name}>
      <a href={`${base}/${part.places[0]?.place}`} aria-current={part === at ? 'true' : undefined}>
        {say(part.places.length > 1 ? part.name : (part.places[0]?.name ?? part.name))}
      </a>
    </li>
  ));
}

/**
 * The console's navigation: today, the parts of the service at hand that the reader's roles admit, and
 * below them the places of the part one is in.
 */
export function ConsoleNav({ place }: { readonly place: string | undefined }) {
  const say = useSay();
  const { service, viewer, places: admitted = [] } = useFrame();
  if (viewer !== 'staff') return null;
  const base = consoleBase(service);
  const current = (name: string) => (name === place ? 'page' : undefined);
  const offered = service ? admittedParts(admitted) : [];
  const part = offered.find((one) => one.places.some((each) => each.place === place));
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
        <Parts of={offered} at={part} base={base} />
      </ul>
      {part && part.places.length > 1 ? (
        <ul class="desk-places" aria-label={say(part.name)}>
          {part.places.map((one) => (
            <li key={one.place}>
              <a href={`${base}/${one.place}`} aria-current={current(one.place)}>
                {say(one.name)}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </nav>
  );
}
