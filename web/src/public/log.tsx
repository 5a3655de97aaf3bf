import { useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { CheckpointLines, CheckpointNote } from '../pieces/checkpoint.tsx';
import { Leaf, Line, Opening } from '../pieces/line.tsx';

/** The log as anybody may see it: its signed head, and how to check it. */
export function Log({ page }: { readonly page: PageOf<'log'> }) {
  const say = useSay();
  return (
    <Leaf>
      <Opening
        title={say('page.log.title')}
        lead={say('page.log.lead')}
        margin={<CheckpointLines checkpoint={page.checkpoint} />}
      />
      <Line margin={<p class="small">{say('page.log.head-why')}</p>}>
        <h2>{say('page.log.head')}</h2>
        <CheckpointNote checkpoint={page.checkpoint} />
      </Line>
      <Line margin={<p class="small">{say('page.log.limits')}</p>}>
        <h2>{say('page.log.check')}</h2>
        <p>{say('page.log.check-how')}</p>
        <pre class="command">kepil verify ./log</pre>
      </Line>
    </Leaf>
  );
}
