import type { JSX } from 'preact';
import { publicBase, type Sentence, useFrame, useSay } from './context.ts';

interface Place {
  readonly place: string;
  readonly path: string;
  readonly name: Sentence;
  readonly drawing: JSX.Element;
}

/** The five places of the cabinet, each with its drawing on a 24 × 24 sheet. */
const places: readonly Place[] = [
  {
    place: 'data',
    path: '/me',
    name: 'page.nav.my-data',
    drawing: <path d="M5 4h9l5 5v11H5zM14 4v5h5M8.5 13h7M8.5 16.5h7" />,
  },
  {
    place: 'readers',
    path: '/me/readers',
    name: 'page.nav.my-readers',
    drawing: (
      <>
        <path d="M2.5 12S6 5.5 12 5.5s9.5 6.5 9.5 6.5-3.5 6.5-9.5 6.5S2.5 12 2.5 12z" />
        <circle cx="12" cy="12" r="2.8" />
      </>
    ),
  },
  {
    place: 'consents',
    path: '/me/consents',
    name: 'page.nav.my-consents',
    drawing: <path d="M4.5 4.5h15v15h-15zM8 12.2l2.8 2.8L16.2 9" />,
  },
  {
    place: 'requests',
    path: '/me/requests',
    name: 'page.nav.my-requests',
    drawing: <path d="M3.5 5.5h17v11h-9l-4.5 4v-4H3.5zM8 9.5h8M8 12.7h5" />,
  },
  {
    place: 'policy',
    path: '/privacy',
    name: 'page.nav.the-policy',
    drawing: <path d="M3.5 5h11M3.5 9.5h11M3.5 14h11M3.5 18.5h7M18 4v15.5M20.8 8h-.01M20.8 13h-.01" />,
  },
];

/** The cabinet's five places: at the foot of a phone's screen, under the head of a wider one. */
export function CabinetNav({ place }: { readonly place: string | undefined }) {
  const say = useSay();
  const base = publicBase(useFrame().service);
  return (
    <nav class="places" aria-label={say('page.nav.cabinet')}>
      <ul>
        {places.map((one) => (
          <li key={one.place}>
            <a href={`${base}${one.path}`} aria-current={one.place === place ? 'page' : undefined}>
              <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
                {one.drawing}
              </svg>
              <span>{say(one.name)}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
