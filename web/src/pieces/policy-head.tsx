import type { PolicyHead } from '../../../src/server/pages.ts';
import { useSay } from '../frame/context.ts';
import { Hash, Moment, Terms } from './said.tsx';

/** Which version of the policy this is: status, number, date, hash. */
export function VersionLines({ head }: { readonly head: PolicyHead }) {
  const say = useSay();
  const lines = [
    {
      term: say('page.policy.version'),
      text: `${head.version}, ${say(`page.policy.status.${head.status}`)}`,
    },
    head.liveAt === undefined || head.status === 'draft' || head.status === 'scheduled'
      ? { term: say('page.policy.read-at'), text: <Moment at={head.createdAt} /> }
      : { term: say('page.policy.live-at'), text: <Moment at={head.liveAt} /> },
    { term: say('page.policy.hash'), text: <Hash hash={head.hash} /> },
  ];
  return <Terms kind="small" lines={lines} />;
}
