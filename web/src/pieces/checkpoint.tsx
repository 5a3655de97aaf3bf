import type { CheckpointView } from '../../../src/server/pages.ts';
import { useSay } from '../frame/context.ts';
import { Copyable } from './copyable.tsx';
import { Amount, Empty, Moment, Terms } from './said.tsx';

/** The log's size, the time of its head, what waits, and the key that signs. */
export function CheckpointLines({ checkpoint }: { readonly checkpoint: CheckpointView }) {
  const say = useSay();
  return (
    <Terms
      kind="small"
      lines={[
        { term: say('page.log.size'), text: <Amount n={checkpoint.size} /> },
        ...(checkpoint.at === undefined
          ? []
          : [{ term: say('page.log.at'), text: <Moment at={checkpoint.at} /> }]),
        { term: say('page.log.pending'), text: <Amount n={checkpoint.pending} /> },
        { term: say('page.log.key'), text: <code>{checkpoint.verifierKey}</code> },
      ]}
    />
  );
}

/** The signed head of the log, to be kept. */
export function CheckpointNote({ checkpoint }: { readonly checkpoint: CheckpointView }) {
  const say = useSay();
  if (checkpoint.note === undefined) return <Empty>{say('page.log.empty')}</Empty>;
  return (
    <Copyable text={checkpoint.note}>
      <pre>{checkpoint.note}</pre>
    </Copyable>
  );
}
