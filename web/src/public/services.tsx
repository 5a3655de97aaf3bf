import { publicBase, useForeign, useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { Counts } from '../pieces/mark.tsx';
import { Empty } from '../pieces/said.tsx';

type ServiceRow = PageOf<'services'>['services'][number];

function ServiceLine({ service }: { readonly service: ServiceRow }) {
  const say = useSay();
  const foreign = useForeign();
  const base = publicBase(service);
  return (
    <Line kind="service-row" margin={<Counts counts={service.counts} />}>
      <h2>
        <a href={`${base}/`} lang={foreign(service)}>
          {service.name}
        </a>
      </h2>
      <p class="small">
        {service.draft ? <strong>{say('page.draft.word')}. </strong> : null}
        <a href={`${base}/privacy`}>{say('page.services.policy')}</a>
      </p>
    </Line>
  );
}

/** The services that run here, each with the state of its pledges. */
export function Services({ page }: { readonly page: PageOf<'services'> }) {
  const say = useSay();
  return (
    <Leaf>
      <Opening title={say('page.services.title')} lead={say('page.services.lead')} />
      {page.services.length === 0 ? (
        <Line>
          <Empty>{say('page.services.empty')}</Empty>
        </Line>
      ) : null}
      {page.services.map((service) => (
        <ServiceLine key={service.key} service={service} />
      ))}
      <Line kind="closing">
        <p class="small">
          <a href="/console">{say('page.services.console')}</a>
        </p>
      </Line>
    </Leaf>
  );
}
