import type { MeaningRow } from '../../../src/server/pages.ts';
import { useFrame, useSay } from '../frame/context.ts';

const effects = ['widening', 'narrowing', 'neutral'] as const;

function Row({ row }: { readonly row: MeaningRow }) {
  const say = useSay();
  const { speaker } = useFrame();
  return (
    <li>
      {row.text}{' '}
      <span class="small muted">
        {row.clauses.length === 0
          ? say('change.meaning.not-from-text')
          : say('change.meaning.clauses', { clauses: speaker.list(row.clauses) })}
      </span>
    </li>
  );
}

/** What a change means for the people concerned: what the operator may do more, less, and the rest. */
export function Meaning({ rows }: { readonly rows: readonly MeaningRow[] }) {
  const say = useSay();
  if (rows.length === 0) return <p>{say('change.meaning.none')}</p>;
  return (
    <>
      {effects.map((effect) => {
        const some = rows.filter((row) => row.effect === effect);
        if (some.length === 0) return null;
        return (
          <section key={effect} class={`meaning meaning-${effect}`} aria-labelledby={`meaning-${effect}`}>
            <h3 id={`meaning-${effect}`}>{say(`change.meaning.${effect}`)}</h3>
            <ul>
              {some.map((row) => (
                <Row key={`${row.text}${row.clauses.join()}`} row={row} />
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}
