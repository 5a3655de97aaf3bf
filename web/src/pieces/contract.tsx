import type { ContractView, WayView } from '../../../src/server/pages.ts';
import { type Sentence, useSay } from '../frame/context.ts';
import { Phrase, Timed } from './phrase.tsx';
import { Moment } from './said.tsx';

const ways: Readonly<Record<WayView, Sentence>> = {
  code: 'page.contracts.part-code',
  document: 'page.contracts.part-document',
  comparison: 'page.contracts.part-comparison',
};

/** What of somebody is confirmed, how and when; or that it is only said, or absent. */
export function IdentityPart(props: {
  readonly name: string;
  readonly held: boolean;
  readonly way?: WayView;
  readonly at?: number;
}) {
  const { name, held, way, at } = props;
  const say = useSay();
  if (way && at !== undefined) return <Phrase say={ways[way]} parts={{ name, time: <Moment at={at} /> }} />;
  return <>{say(held ? 'page.contracts.part-stated' : 'page.contracts.part-absent', { name })}</>;
}

/** When a contract was made and ended, in its margin. */
export function ContractMargin({ row }: { readonly row: ContractView }) {
  return (
    <p class="small">
      <Timed say="page.contracts.concluded" at={row.concludedAt} />
      {row.endedAt === undefined ? null : (
        <>
          <br />
          <Timed say="page.contracts.ended" at={row.endedAt} />
        </>
      )}
    </p>
  );
}

/** What was confirmed of the party when the contract was made, and where the log says so. */
export function ContractLines({ row }: { readonly row: ContractView }) {
  return (
    <>
      <ul class="plain-list small">
        {row.confirmed.map((part) => (
          <li key={part.name}>
            <IdentityPart {...part} held />
          </li>
        ))}
      </ul>
      <p class="small muted">
        <Phrase say="page.contracts.entry" parts={{ entry: <code>{row.entry}</code> }} />
      </p>
    </>
  );
}
