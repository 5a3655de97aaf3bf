import type { DisclosureView } from '../../../src/server/pages.ts';
import { useSay } from '../frame/context.ts';
import { Line } from './line.tsx';
import { Timed } from './phrase.tsx';
import { Hash, Moment, Names, Terms } from './said.tsx';

/** What was handed on: to whom, when, what, on what ground, under which number. */
export function Disclosure({ row }: { readonly row: DisclosureView }) {
  const say = useSay();
  const lines = [
    { term: say('page.disclosure.items'), text: <Names names={row.categories} /> },
    { term: say('page.disclosure.purpose'), text: row.purpose },
    { term: say('page.disclosure.country'), text: row.country },
    { term: say('page.disclosure.ground'), text: row.ground },
  ];
  const margin = (
    <>
      <p class="small">
        {say('page.disclosure.number')} <code>{row.id}</code>
      </p>
      {row.sha256 === undefined ? null : (
        <p class="small">
          {say('page.disclosure.sha256')} <Hash hash={row.sha256} />
        </p>
      )}
    </>
  );
  return (
    <Line kind="key-row" margin={margin}>
      <p class="when figure">
        <Moment at={row.at} />
      </p>
      <h3 class="entry-title">{row.to}</h3>
      <Terms kind="small" lines={lines} />
      {row.stoppedAt === undefined ? null : (
        <p class="small">
          <Timed say="page.disclosure.stopped" at={row.stoppedAt} />
        </p>
      )}
      {row.href === undefined ? null : (
        <p class="small">
          <a href={row.href}>{say('page.disclosure.person')}</a>
        </p>
      )}
    </Line>
  );
}
