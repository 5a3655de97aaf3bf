import type { PlaceView } from '../../../src/server/pages.ts';
import { type Sentence, useSay } from '../frame/context.ts';
import { Dated } from './phrase.tsx';
import { Terms } from './said.tsx';

const states: Readonly<Record<PlaceView['state'], Sentence>> = {
  valid: 'page.places.valid',
  'ends-soon': 'page.places.ends-soon',
  expired: 'page.places.expired',
  none: 'page.places.none',
};

/** A place where data lie: what lies there, whose it is, where, and its certificate. */
export function PlaceLines({ place }: { readonly place: PlaceView }) {
  const say = useSay();
  const certificate =
    place.until === undefined ? (
      say('page.places.none')
    ) : (
      <span class={place.state === 'expired' ? 'overdue' : undefined}>
        {place.certificate} <Dated say={states[place.state]} date={place.until} />
      </span>
    );
  return (
    <>
      <h2>{place.kind}</h2>
      <Terms
        lines={[
          { term: say('page.places.owner'), text: place.owner },
          { term: say('page.places.address'), text: place.address },
          { term: say('page.places.country'), text: place.country },
          { term: say('page.places.certificate'), text: certificate },
        ]}
      />
    </>
  );
}
