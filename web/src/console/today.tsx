import { consoleBase, useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { Counts } from '../pieces/mark.tsx';
import { RequestClock } from '../pieces/request.tsx';
import { Empty, Moment } from '../pieces/said.tsx';

type TodayPage = PageOf<'today'>;

function Due({ due }: { readonly due: TodayPage['due'][number] }) {
  const say = useSay();
  return (
    <Line kind="due" margin={<RequestClock request={due} />}>
      <h3>
        <a href={due.href}>{due.name}</a>
      </h3>
      <p class="small muted">
        {due.service.name} · {say('page.request.received')} <Moment at={due.receivedAt} />
      </p>
    </Line>
  );
}

function ServiceFigures({ service }: { readonly service: TodayPage['services'][number] }) {
  const say = useSay();
  const base = consoleBase(service);
  return (
    <ul class="figures-line">
      <li>
        <a href={`${base}/subjects`}>
          {say('page.today.subjects')} <b class="figure">{service.subjects}</b>
        </a>
      </li>
      <li>
        <a href={`${base}/requests`}>
          {say('page.today.open')} <b class="figure">{service.open}</b>
        </a>
      </li>
      {service.overdue === 0 ? null : (
        <li class="overdue">
          {say('page.today.overdue')} <b class="figure">{service.overdue}</b>
        </li>
      )}
      <li>
        <a href={`${base}/ledger`}>
          {say('page.today.pending')} <b class="figure">{service.pending}</b>
        </a>
      </li>
    </ul>
  );
}

function Service({ service }: { readonly service: TodayPage['services'][number] }) {
  const say = useSay();
  const base = consoleBase(service);
  return (
    <Line kind="service-row" margin={<Counts counts={service.counts} />}>
      <h3>
        <a href={`${base}/board`}>{service.name}</a>
      </h3>
      <ServiceFigures service={service} />
      {service.waiting === undefined ? null : (
        <p>
          <a href={`${base}/versions/${service.waiting}`}>
            {say('page.versions.look', { version: service.waiting })}
          </a>
        </p>
      )}
      {service.draft ? (
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
      <Line kind="first">
        <h2>{say('page.today.due')}</h2>
        {page.due.length === 0 ? <Empty>{say('page.today.due-empty')}</Empty> : null}
      </Line>
      {page.due.map((due) => (
        <Due key={due.id} due={due} />
      ))}
      <Line kind="section">
        <h2>{say('page.today.services')}</h2>
        {page.services.length === 0 ? <Empty>{say('page.services.empty')}</Empty> : null}
      </Line>
      {page.services.map((service) => (
        <Service key={service.key} service={service} />
      ))}
    </Leaf>
  );
}
