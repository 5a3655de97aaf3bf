import { publicBase, useForeign, useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { FaceSign } from '../pieces/face.tsx';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { Counts } from '../pieces/mark.tsx';
import { Empty } from '../pieces/said.tsx';

type ServicesPage = PageOf<'services'>;

/** From here on a list wants to be looked through. */
const many = 8;

function ServiceLine({ service }: { readonly service: ServicesPage['services'][number] }) {
  const say = useSay();
  const foreign = useForeign();
  const base = publicBase(service);
  return (
    <Line kind="service-row" margin={<Counts counts={service.counts} states={['kept', 'broken']} />}>
      <h2>
        <FaceSign of={service} />
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

/** The field that narrows a long list; a form that asks, so it works without scripts. */
function Find({ page }: { readonly page: ServicesPage }) {
  const say = useSay();
  if (page.total <= many) return null;
  return (
    <Line kind="first" margin={<p class="small">{say('page.services.count', { count: page.total })}</p>}>
      <form method="get" action="/" class="find" aria-label={say('page.services.find-go')}>
        <div class="field">
          <label for="in-find">{say('page.services.find')}</label>
          <input
            id="in-find"
            type="search"
            name="find"
            value={page.find}
            maxlength={100}
            autocomplete="off"
          />
        </div>
        <p class="submit">
          <button type="submit" class="quiet">
            {say('page.services.find-go')}
          </button>
        </p>
      </form>
    </Line>
  );
}

function Nothing({ page }: { readonly page: ServicesPage }) {
  const say = useSay();
  if (page.services.length > 0) return null;
  return (
    <Line>
      <Empty>{say(page.total === 0 ? 'page.services.empty' : 'page.services.none-found')}</Empty>
    </Line>
  );
}

/** The services that run here, each with the state of its pledges. */
export function Services({ page }: { readonly page: ServicesPage }) {
  const say = useSay();
  return (
    <Leaf kind={page.total > many ? 'many' : 'few'}>
      <Opening title={say('page.services.title')} lead={say('page.services.lead')} />
      <Find page={page} />
      <Nothing page={page} />
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
