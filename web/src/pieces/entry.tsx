import type { EntryView } from '../../../src/server/pages.ts';
import { useSay } from '../frame/context.ts';
import { Fold, Line } from './line.tsx';
import { MarkSign } from './mark.tsx';
import { Moment, Names, Reasons, Terms } from './said.tsx';

function EntryMargin({ entry }: { readonly entry: EntryView }) {
  const say = useSay();
  const place =
    entry.index === undefined ? say('page.entry.pending') : say('page.entry.place', { index: entry.index });
  return (
    <Fold summary={say('page.entry.why')}>
      <Reasons reasons={entry.because} />
      <p class="place figure">{place}</p>
    </Fold>
  );
}

/**
 * One entry of the log: what was done, when, with what, what for; the reasons in the margin. `under`: its
 * heading's level.
 */
export function Entry({ entry, under = 2 }: { readonly entry: EntryView; readonly under?: 2 | 3 }) {
  const say = useSay();
  const Title = under === 2 ? 'h2' : 'h3';
  const lines = [
    ...(entry.purpose === undefined ? [] : [{ term: say('page.entry.purpose'), text: entry.purpose }]),
    ...(entry.where === undefined ? [] : [{ term: say('page.entry.where'), text: entry.where }]),
    ...(entry.categories.length === 0
      ? []
      : [{ term: say('page.entry.categories'), text: <Names names={entry.categories} /> }]),
  ];
  return (
    <Line kind={`entry entry-${entry.outcome}`} margin={<EntryMargin entry={entry} />}>
      <p class="when figure">
        <Moment at={entry.at} />
        {entry.outcome === 'refused' ? (
          <span class="mark mark-refused">
            <MarkSign state="refused" />
            <span>{say('page.entry.refused')}</span>
          </span>
        ) : null}
      </p>
      <Title class="entry-title">{entry.title}</Title>
      {lines.length === 0 ? null : <Terms kind="small" lines={lines} />}
    </Line>
  );
}
