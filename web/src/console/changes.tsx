import type { ChangeRow, ChangeSide, ChangesView } from '../../../src/server/pages.ts';
import { useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { Form } from '../pieces/form.tsx';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { VersionLines } from '../pieces/policy-head.tsx';
import { Amount, Empty } from '../pieces/said.tsx';

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

function Change({ row, of }: { readonly row: ChangeRow; readonly of: ChangesView }) {
  const say = useSay();
  const number = row.after?.number || row.before?.number || '';
  return (
    <Line id={row.id} kind={`change change-${row.fate}`} margin={<Promises row={row} />}>
      <h3>
        {say(`page.changes.fate.${row.fate}`)}
        {number === '' ? null : <span class="number">: {number}</span>}
      </h3>
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
