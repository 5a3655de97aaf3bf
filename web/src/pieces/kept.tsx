import type { KeptLine } from '../../../src/server/pages.ts';

/** What goes or stays, each with the reason. */
export function KeptLines({
  lines,
  kind,
}: {
  readonly lines: readonly KeptLine[];
  readonly kind: 'goes' | 'stays';
}) {
  return (
    <ul class={`kept kept-${kind}`}>
      {lines.map((line) => (
        <li key={`${line.what}${line.why}`}>
          <strong>{line.what}</strong>
          <span class="why">{line.why}</span>
        </li>
      ))}
    </ul>
  );
}
