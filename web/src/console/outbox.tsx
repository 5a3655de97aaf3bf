import { consoleBase, useFrame, useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { Empty, Moment, More, Terms } from '../pieces/said.tsx';
import { Sheet } from '../pieces/sheet.tsx';

/** What went out or waits to go out. Addresses are not shown in the list. */
export function Outbox({ page }: { readonly page: PageOf<'outbox'> }) {
  const say = useSay();
  const { speaker } = useFrame();
  const columns = [
    say('page.outbox.template'),
    say('page.outbox.channel'),
    say('page.outbox.at'),
    say('page.outbox.state'),
  ];
  const lead =
    page.carriers.length === 0
      ? say('page.outbox.lead')
      : say('page.outbox.carried', { carriers: speaker.list(page.carriers) });
  return (
    <Leaf kind="dense">
      <Opening
        title={say('page.outbox.title')}
        lead={page.marketingOnly ? say('page.outbox.marketing') : lead}
      />
      <Line kind="first">
        {page.rows.length === 0 ? (
          <Empty>{say(page.marketingOnly ? 'page.outbox.marketing-empty' : 'page.outbox.empty')}</Empty>
        ) : (
          <Sheet
            caption={say('page.outbox.title')}
            columns={columns}
            rows={page.rows.map((row) => ({
              key: row.id,
              cells: [
                row.href === undefined ? (
                  speaker.sayCode('page.template', row.template)
                ) : (
                  <a key="template" href={row.href}>
                    {speaker.sayCode('page.template', row.template)}
                  </a>
                ),
                speaker.sayCode('page.channel', row.channel),
                <Moment key="at" at={row.createdAt} />,
                <Stand key="state" state={row.state} reason={row.reason} />,
              ],
            }))}
          />
        )}
        <More href={page.more} />
      </Line>
    </Leaf>
  );
}

/** What became of a message, and why it is not out. */
function Stand({ state, reason }: { readonly state: string; readonly reason?: string | undefined }) {
  const { speaker } = useFrame();
  return (
    <div>
      {speaker.sayCode('page.message-state', state)}
      {reason !== undefined && <p class="small">{speaker.sayCode('page.message-reason', reason)}</p>}
    </div>
  );
}

/** One message as it was sent. */
export function Message({ page }: { readonly page: PageOf<'message'> }) {
  const say = useSay();
  const { service, speaker } = useFrame();
  const lines = [
    { term: say('page.message.to'), text: page.to },
    { term: say('page.outbox.channel'), text: speaker.sayCode('page.channel', page.channel) },
    { term: say('page.outbox.template'), text: speaker.sayCode('page.template', page.template) },
    { term: say('page.outbox.at'), text: <Moment at={page.createdAt} /> },
    { term: say('page.outbox.state'), text: <Stand state={page.state} reason={page.reason} /> },
  ];
  return (
    <Leaf kind="dense">
      <Opening title={say('page.message.title')} />
      <Line kind="first" margin={<Terms kind="small" lines={lines} />}>
        <div class="letter">{page.text}</div>
        {page.again && (
          <form method="post" action={`${consoleBase(service)}/outbox/${page.id}`}>
            <p class="submit">
              <button type="submit">{say('page.message.again')}</button>
            </p>
          </form>
        )}
        <p class="small">
          <a href={`${consoleBase(service)}/outbox`}>{say('page.message.back')}</a>
        </p>
      </Line>
    </Leaf>
  );
}
