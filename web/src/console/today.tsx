import { consoleBase, type Sentence, useForeign, useFrame, useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { FaceSign } from '../pieces/face.tsx';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { Counts } from '../pieces/mark.tsx';
import { Timed } from '../pieces/phrase.tsx';
import { RequestClock } from '../pieces/request.tsx';
import { Amount, Empty, Own } from '../pieces/said.tsx';

type TodayPage = PageOf<'today'>;

function Due({ due }: { readonly due: NonNullable<TodayPage['due']>[number] }) {
  const _say = useSay();
  return (
    <Line kind="due" margin={<RequestClock request={due} />}>
      <h3>
        <a href={due.href}>{due.name}</a>
      </h3>
      <p class="small muted">
        <FaceSign of={due.service} /> <Own of={due.service}>{due.service.name}</Own> ·{' '}
        <Timed say="page.request.received" at={due.receivedAt} />
      </p>
    </Line>
  );
}

function DueList({ due }: { readonly due: NonNullable<TodayPage['due']> }) {
  const say = useSay();
  return (
    <>
      <Line kind="first">
        <h2>{say('page.today.due')}</h2>
        {due.length === 0 ? <Empty>{say('page.today.due-empty')}</Empty> : null}
      </Line>
      {due.map((row) => (
        <Due key={row.id} due={row} />
      ))}
    </>
  );
}

interface FigureProps {
  readonly name: Sentence;
  readonly n: number | undefined;
  /** Where the figure leads; absent when the reader may not go there. */
  readonly href?: string | undefined;
  readonly kind?: string;
}

function Figure({ name, n, href, kind }: FigureProps) {
  const say = useSay();
  if (n === undefined) return null;
  const words = (
    <>
      {say(name)}{' '}
      <b class="figure">
        <Amount n={n} />
      </b>
    </>
  );
  return <li class={kind}>{href === undefined ? words : <a href={href}>{words}</a>}</li>;
}

function ServiceFigures({ service }: { readonly service: TodayPage['services'][number] }) {
  const base = consoleBase(service);
  const to = (place: string) => (service.places.includes(place) ? `${base}/${place}` : undefined);
  const overdue = service.overdue === 0 ? undefined : service.overdue;
  const late = service.late === 0 ? undefined : service.late;
  const incidents = service.incidents === 0 ? undefined : service.incidents;
  const incidentsLate = service.incidentsLate === 0 ? undefined : service.incidentsLate;
  const papers = service.papers === 0 ? undefined : service.papers;
  const papersLate = service.papersLate === 0 ? undefined : service.papersLate;
  const broken = service.broken === 0 ? undefined : service.broken;
  const damaged = service.damaged === 0 ? undefined : service.damaged;
  return (
    <ul class="figures-line">
      <Figure name="page.today.subjects" n={service.subjects} href={to('subjects')} />
      <Figure name="page.today.open" n={service.open} href={to('requests')} />
      <Figure name="page.today.overdue" n={overdue} kind="overdue" />
      <Figure name="page.today.late" n={late} kind="overdue" href={to('due')} />
      <Figure name="page.today.papers" n={papers} href={to('papers')} />
      <Figure name="page.today.papers-late" n={papersLate} kind="overdue" href={to('papers')} />
      <Figure name="page.today.incidents" n={incidents} href={to('incidents')} />
      <Figure name="page.today.incidents-late" n={incidentsLate} kind="overdue" href={to('incidents')} />
      <Figure name="page.today.broken" n={broken} kind="overdue" href={to('ledger')} />
      <Figure name="page.today.damaged" n={damaged} kind="overdue" href={to('ledger')} />
      <Figure name="page.today.pending" n={service.pending} href={to('ledger')} />
    </ul>
  );
}

function Service({ service }: { readonly service: TodayPage['services'][number] }) {
  const say = useSay();
  const { speaker } = useFrame();
  const lang = useForeign()(service);
  const base = consoleBase(service);
  const { name, places, roles } = service;
  return (
    <Line kind="service-row" margin={<Counts counts={service.counts} />}>
      <h3 lang={lang}>
        <FaceSign of={service} />
        {places.length === 0 ? name : <a href={base}>{name}</a>}
      </h3>
      <p class="small muted">{say('page.today.roles', { roles: speaker.list(roles) })}</p>
      <ServiceFigures service={service} />
      {service.waiting === undefined || !service.places.includes('versions') ? null : (
        <p>
          <a href={`${base}/versions/${service.waiting}`}>
            {say('page.versions.look', { version: service.waiting })}
          </a>
        </p>
      )}
      {service.places.length === 0 ? <p>{say('page.today.no-work')}</p> : null}
      {service.draft && service.places.includes('approve') ? (
        <p>
          <strong>{say('page.draft.word')}.</strong>{' '}
          <a href={`${base}/approve`}>{say('page.draft.approve')}</a>
        </p>
      ) : null}
    </Line>
  );
}

/** Home of the console: clocks soonest first, then the services. */
export function Today({ page }: { readonly page: TodayPage }) {
  const say = useSay();
  return (
    <Leaf>
      <Opening title={say('page.nav.today')} />
      {page.due ? <DueList due={page.due} /> : null}
      <Line kind={page.due ? 'section' : 'first'}>
        <h2>{say('page.today.services')}</h2>
        {page.services.length === 0 ? <Empty>{say('page.services.empty')}</Empty> : null}
      </Line>
      {page.services.map((service) => (
        <Service key={service.key} service={service} />
      ))}
    </Leaf>
  );
}
