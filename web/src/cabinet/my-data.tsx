import type { ValueView } from '../../../src/server/pages.ts';
import { publicBase, useFrame, useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { Fold, Leaf, Line, Opening } from '../pieces/line.tsx';
import { Phrase, Timed } from '../pieces/phrase.tsx';
import { Empty, Moment, Names, Terms } from '../pieces/said.tsx';

function ValueMargin({ value }: { readonly value: ValueView }) {
  const say = useSay();
  const lines = [
    ...(value.source === undefined ? [] : [{ term: say('page.my-data.source'), text: value.source }]),
    ...(value.at === undefined ? [] : [{ term: say('page.my-data.at'), text: <Moment at={value.at} /> }]),
    { term: say('page.my-data.purposes'), text: <Names names={value.purposes} /> },
    { term: say('page.my-data.until'), text: value.until },
    ...(value.history === 0
      ? []
      : [{ term: say('page.my-data.history'), text: say('page.my-data.changes', { count: value.history }) }]),
  ];
  return (
    <Fold summary={say('page.my-data.margin')}>
      <Terms kind="small" lines={lines} />
    </Fold>
  );
}

function Value({ value }: { readonly value: ValueView }) {
  const say = useSay();
  const base = publicBase(useFrame().service);
  return (
    <Line kind="value" margin={<ValueMargin value={value} />}>
      <h3>{value.name}</h3>
      <p class="value-held figure">{value.masked}</p>
      <p class="small value-acts">
        {value.status === undefined ? null : <span>{say(`page.my-data.status.${value.status}`)}</span>}
        {value.correctable ? (
          <a class="act-link" href={`${base}/me/correct/${value.category}`}>
            {say('page.my-data.correct')}
            <span class="visually-hidden">: {value.name}</span>
          </a>
        ) : null}
      </p>
    </Line>
  );
}

/** What one can do about it all; stands beside the heading, so that nobody has to look for it. */
function Deeds() {
  const say = useSay();
  const base = publicBase(useFrame().service);
  return (
    <ul class="deeds">
      <li>
        <a href={`${base}/me/readers`}>{say('page.my-data.do.readers')}</a>
      </li>
      <li>
        <a href={`${base}/me/download`}>{say('page.my-data.do.download')}</a>
      </li>
      <li>
        <a href={`${base}/me/others`}>{say('page.my-data.do.others')}</a>
      </li>
      <li>
        <a href={`${base}/me/language`}>{say('page.my-language.title')}</a>
      </li>
      <li>
        <a href={`${base}/me/security`}>{say('page.security.title')}</a>
      </li>
      <li>
        <a href={`${base}/me/delete`}>{say('page.my-data.do.delete')}</a>
      </li>
    </ul>
  );
}

/** Values by the purposes they would serve: most serve the same ones, which are said once. */
function byPurposes(values: readonly ValueView[]): readonly (readonly [ValueView, ...ValueView[]])[] {
  const groups = new Map<string, [ValueView, ...ValueView[]]>();
  for (const value of values) {
    const key = value.purposes.join('\n');
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return [...groups.values()];
}

/** What was destroyed by its term: when, and why. */
function Destroyed({ values }: { readonly values: readonly ValueView[] }) {
  const say = useSay();
  const gone = values.filter(({ destroyed }) => destroyed !== undefined);
  if (gone.length === 0) return null;
  return (
    <Line kind="section" margin={<p class="small">{say('page.my-data.destroyed-why')}</p>}>
      <h2>{say('page.my-data.destroyed')}</h2>
      <Terms lines={gone.map(({ name, destroyed }) => ({ term: name, text: destroyed }))} />
    </Line>
  );
}

function NotHeld({ values }: { readonly values: readonly ValueView[] }) {
  const say = useSay();
  if (values.length === 0) return null;
  return (
    <Line kind="not-held" margin={<p class="small">{say('page.my-data.not-held-why')}</p>}>
      <h2>{say('page.my-data.not-held')}</h2>
      {byPurposes(values).map((group) => (
        <div key={group[0].category} class="not-held-group">
          <ul class="plain-list">
            {group.map(({ category, name }) => (
              <li key={category}>{name}</li>
            ))}
          </ul>
          {group[0].purposes.length === 0 ? null : (
            <Terms
              kind="small"
              lines={[{ term: say('page.my-data.purposes'), text: <Names names={group[0].purposes} /> }]}
            />
          )}
        </div>
      ))}
    </Line>
  );
}

/** What comes by itself when pages are opened lies apart, on a page of its own. */
function Visited({ names }: { readonly names: readonly string[] }) {
  const say = useSay();
  const base = publicBase(useFrame().service);
  if (names.length === 0) return null;
  return (
    <Line kind="section" margin={<p class="small">{say('page.my-data.visits-why')}</p>}>
      <h2>{say('page.visits.title')}</h2>
      <p>
        <Names names={names} />
      </p>
      <p class="small value-acts">
        <a class="act-link" href={`${base}/me/visits`}>
          {say('page.my-data.visits-show')}
        </a>
      </p>
    </Line>
  );
}

/** What is known about me: each datum, and in its margin where it came from, what for, until when. */
export function MyData({ page }: { readonly page: PageOf<'my-data'> }) {
  const say = useSay();
  const base = publicBase(useFrame().service);
  return (
    <Leaf>
      <Opening title={say('page.my-data.title')} lead={say('page.my-data.lead')} margin={<Deeds />} />
      {page.blockedSince === undefined ? null : (
        <Line kind="section" margin={<p class="small">{say('page.my-data.blocked-why')}</p>}>
          <h2>{say('page.my-data.blocked')}</h2>
          <p>
            <Timed say="page.block.since" at={page.blockedSince} />
          </p>
        </Line>
      )}
      {page.paper === undefined ? null : (
        <Line kind="section" margin={<p class="small">{say('page.my-paper.applicant-why')}</p>}>
          <h2>{say('page.my-paper.applicant')}</h2>
          <p class="small value-acts">
            <a class="act-link" href={page.paper}>
              {say('page.my-paper.open')}
            </a>
          </p>
        </Line>
      )}
      {page.deletionAt === undefined ? null : (
        <Line kind="section" margin={<p class="small">{say('page.delete.waits-why')}</p>}>
          <h2>{say('page.delete.waits')}</h2>
          <p>
            <Timed say="page.delete.waits-at" at={page.deletionAt} />
          </p>
          <p class="small value-acts">
            <a class="act-link" href={`${base}/me/delete`}>
              {say('page.delete.undo')}
            </a>
          </p>
        </Line>
      )}
      <Line kind="first">
        <h2>{say('page.my-data.held')}</h2>
        {page.values.length === 0 ? <Empty>{say('page.my-data.empty')}</Empty> : null}
      </Line>
      {page.values.map((value) => (
        <Value key={value.category} value={value} />
      ))}
      <Visited names={page.visits} />
      <Destroyed values={page.notHeld} />
      <NotHeld values={page.notHeld} />
      <Line kind="closing">
        <p class="small muted">
          <Phrase say="page.my-data.recorded" parts={{ entry: <code>{page.recordedAs}</code> }} />
        </p>
      </Line>
    </Leaf>
  );
}
