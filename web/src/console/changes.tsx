import type { ChangeRow, ChangeSide, ChangesView } from '../../../src/server/pages.ts';
import { consoleBase, useFrame, useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { Form } from '../pieces/form.tsx';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { Meaning } from '../pieces/meaning.tsx';
import { VersionLines } from '../pieces/policy-head.tsx';
import { Amount, Day, Empty, Moment, Own, Terms } from '../pieces/said.tsx';

const fates = ['added', 'removed', 'changed', 'moved', 'same', 'come', 'gone'] as const;

function Totals({ totals }: { readonly totals: ChangesView['totals'] }) {
  const say = useSay();
  return (
    <ul class="counts totals">
      {fates.map((fate) => (
        <li key={fate} class={totals[fate] === 0 ? 'zero' : undefined}>
          {say(`page.changes.total.${fate}`)}{' '}
          <b class="figure">
            <Amount n={totals[fate]} />
          </b>
        </li>
      ))}
    </ul>
  );
}

/** What the officer can do with a draft: approve it, turn it down, take it up. */
function Acts({ changes }: { readonly changes: ChangesView }) {
  const say = useSay();
  const { approve, acts } = changes;
  if (approve === undefined && acts.length === 0) return null;
  return (
    <Line kind="first" margin={<p class="small">{say('page.changes.acts-why')}</p>}>
      <h2>{say('page.changes.acts')}</h2>
      <div class="acts">
        {approve === undefined ? null : (
          <a class="button" href={approve}>
            {say('page.changes.approve')}
          </a>
        )}
        {acts.map((act) => (
          <Form key={act} hidden={{ act }}>
            <button type="submit" class="quiet">
              {say(`page.changes.act.${act}`)}
            </button>
          </Form>
        ))}
      </div>
    </Line>
  );
}

/** One of the two versions, and its text of the clause. */
function Side({ side, version }: { readonly side: ChangeSide | undefined; readonly version: number }) {
  const say = useSay();
  const number = side?.number ?? '';
  const name =
    number === '' ? say('page.versions.number', { version }) : say('page.changes.place', { version, number });
  return (
    <div class="change-side">
      <p class="change-name">{name}</p>
      {side ? <Words words={side.words} /> : <p class="small muted">{say('page.changes.not-there')}</p>}
    </div>
  );
}

function Words({ words }: { readonly words: ChangeSide['words'] }) {
  const say = useSay();
  if (words === undefined) return <p class="small muted">{say('page.policy.no-text')}</p>;
  return (
    <p class="words">
      {words.map(({ fate, text }, index) => {
        if (fate === 'same') return text;
        return fate === 'added' ? <ins key={index}>{text}</ins> : <del key={index}>{text}</del>;
      })}
    </p>
  );
}

function Promises({ row }: { readonly row: ChangeRow }) {
  const say = useSay();
  if (row.gone.length + row.come.length === 0) return null;
  return (
    <ul class="promises">
      {row.come.map((title) => (
        <li key={`+${title}`} class="come">
          <span class="promise-fate">{say('page.changes.come')}</span> {title}
        </li>
      ))}
      {row.gone.map((title) => (
        <li key={`-${title}`} class="gone">
          <span class="promise-fate">{say('page.changes.gone')}</span> <s>{title}</s>
        </li>
      ))}
    </ul>
  );
}

/** Whom an announced change has reached and how they answered. */
function Announced({ announced }: { readonly announced: NonNullable<ChangesView['announced']> }) {
  const say = useSay();
  const { service } = useFrame();
  const { reached, note } = announced;
  const lines = [
    { term: say('change.published'), text: <Moment at={announced.publishedAt} /> },
    { term: say('change.effective'), text: <Day date={announced.effectiveOn} /> },
    { term: say('change.reason'), text: announced.reason },
    ...(note === undefined ? [] : [{ term: say('change.note'), text: <Own of={service}>{note}</Own> }]),
  ];
  return (
    <Line kind="first" margin={<Terms kind="small" lines={lines} />}>
      <h2>{say('change.reached')}</h2>
      <Reached reached={reached} />
      {reached.bounced === 0 ? null : (
        <p>
          {say('change.bounced', { n: reached.bounced })}{' '}
          <a href={`${consoleBase(service)}/outbox`}>{say('page.nav.outbox')}</a>
        </p>
      )}
    </Line>
  );
}

function Share({ n, of }: { readonly n: number; readonly of: string }) {
  return (
    <>
      <Amount n={n} /> · {of}
    </>
  );
}

function Reached({ reached }: { readonly reached: NonNullable<ChangesView['announced']>['reached'] }) {
  const say = useSay();
  const { shares } = reached;
  const counted = [
    [say('change.told'), reached.told],
    ...reached.delivery.map(({ state, n }) => [state, n] as const),
    [say('change.seen-by'), reached.seen],
    [say('change.asked'), reached.asked],
  ] as const;
  const silent = reached.asked - reached.accepted - reached.refused;
  return (
    <>
      <ul class="counts totals">
        {counted.map(([name, n]) => (
          <li key={name} class={n === 0 ? 'zero' : undefined}>
            {name}{' '}
            <b class="figure">
              <Amount n={n} />
            </b>
          </li>
        ))}
      </ul>
      {shares === undefined ? (
        <p>{say('change.asks-nobody')}</p>
      ) : (
        <Terms
          lines={[
            { term: say('change.share.accepted'), text: <Share n={reached.accepted} of={shares.accepted} /> },
            { term: say('change.share.refused'), text: <Share n={reached.refused} of={shares.refused} /> },
            { term: say('change.share.silent'), text: <Share n={silent} of={shares.silent} /> },
          ]}
        />
      )}
    </>
  );
}

function Change({ row, of }: { readonly row: ChangeRow; readonly of: ChangesView }) {
  const say = useSay();
  const number = row.after?.number || row.before?.number || '';
  return (
    <Line id={row.id} kind={`change change-${row.fate}`} margin={<Promises row={row} />}>
      <h3>
        {say(`page.changes.fate.${row.fate}`)}
        {number === '' ? null : <span class="number">: {number}</span>}
      </h3>
      {row.effect === undefined ? null : (
        <p class={`small effect effect-${row.effect}`}>{say(`change.effect.${row.effect}`)}</p>
      )}
      {row.fate === 'same' || row.fate === 'moved' ? (
        <Side side={row.after} version={of.version.version} />
      ) : (
        <div class="sides">
          <Side side={row.before} version={of.before.version} />
          <Side side={row.after} version={of.version.version} />
        </div>
      )}
    </Line>
  );
}

/** What a version changes, clause by clause, both texts beside each other, promises in the margin. */
export function Changes({ page }: { readonly page: PageOf<'changes'> }) {
  const say = useSay();
  const { changes } = page;
  const { version, before } = changes;
  const alone = version.version === before.version;
  return (
    <Leaf kind="policy dense">
      <Opening
        title={say('page.versions.number', { version: version.version })}
        lead={
          alone
            ? say('page.changes.first')
            : say('page.changes.lead', { version: version.version, before: before.version })
        }
        margin={<VersionLines head={changes.head} />}
      />
      <Acts changes={changes} />
      {changes.announced ? <Announced announced={changes.announced} /> : null}
      {alone ? null : (
        <Line margin={<p class="small">{say('change.meaning-why')}</p>}>
          <h2>{say('change.meaning')}</h2>
          <Meaning rows={changes.meaning} />
        </Line>
      )}
      <Line kind="summary">
        <h2 class="visually-hidden">{say('page.changes.title')}</h2>
        <Totals totals={changes.totals} />
      </Line>
      {changes.rows.length === 0 ? (
        <Line>
          <Empty>{say('page.changes.none')}</Empty>
        </Line>
      ) : null}
      {changes.rows.map((row) => (
        <Change key={row.id} row={row} of={changes} />
      ))}
      <Line kind="closing">
        <p>
          <a href={version.href.slice(0, version.href.lastIndexOf('/'))}>
            {say('page.changes.all-versions')}
          </a>
        </p>
      </Line>
    </Leaf>
  );
}
