import { publicBase, useFrame, useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { Counts } from '../pieces/mark.tsx';
import { VersionLines } from '../pieces/policy-head.tsx';
import { Empty } from '../pieces/said.tsx';
import { FlowPicture } from './flow.tsx';

function Ways() {
  const say = useSay();
  const { viewer, service } = useFrame();
  const base = publicBase(service);
  if (viewer === 'subject') {
    return (
      <p class="ways">
        <a class="button" href={`${base}/me`}>
          {say('page.service.cabinet')}
        </a>
      </p>
    );
  }
  return (
    <p class="ways">
      <a class="button" href={`${base}/register`}>
        {say('page.nav.register')}
      </a>
      <a class="button quiet" href={`${base}/sign-in`}>
        {say('page.nav.sign-in')}
      </a>
    </p>
  );
}

function FlowTable({ flows }: { readonly flows: PageOf<'service'>['flows'] }) {
  const say = useSay();
  const { speaker } = useFrame();
  const list = (names: readonly string[]) => (names.length === 0 ? say('page.flow.nobody') : speaker.list(names));
  return (
    <details class="flow-table">
      <summary>{say('page.flow.as-table')}</summary>
      <table class="sheet">
        <caption class="visually-hidden">{say('page.flow.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('page.flow.categories')}</th>
            <th scope="col">{say('page.flow.purposes')}</th>
            <th scope="col">{say('page.flow.recipients')}</th>
          </tr>
        </thead>
        <tbody>
          {flows.map((flow) => (
            <tr key={flow.category}>
              <th scope="row">{flow.category}</th>
              <td data-label={say('page.flow.purposes')}>{flow.purposes.length === 0 ? '—' : list(flow.purposes)}</td>
              <td data-label={say('page.flow.recipients')}>{list(flow.recipients)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function Flow({ flows }: { readonly flows: PageOf<'service'>['flows'] }) {
  const say = useSay();
  return (
    <section class="flow-section" aria-labelledby="flow-heading">
      <h2 id="flow-heading">{say('page.flow.title')}</h2>
      {flows.length === 0 ? (
        <Empty>{say('page.flow.empty')}</Empty>
      ) : (
        <>
          <p class="small">{say('page.flow.lead')}</p>
          <FlowPicture flows={flows} />
          <FlowTable flows={flows} />
        </>
      )}
    </section>
  );
}

/** The front page of a service: what it promises, where data go, the ways in. */
export function Service({ page }: { readonly page: PageOf<'service'> }) {
  const say = useSay();
  const { service } = useFrame();
  const base = publicBase(service);
  return (
    <>
      <Leaf>
        <Opening
          title={service?.name ?? page.head.title}
          lead={say('page.service.lead')}
          margin={<VersionLines head={page.head} />}
        />
        <Line kind="first">
          <Ways />
        </Line>
        <Line>
          <h2>{say('page.service.pledges')}</h2>
          <Counts counts={page.head.counts} />
          <p>
            <a href={`${base}/privacy`}>{say('page.service.read-policy')}</a>
          </p>
        </Line>
      </Leaf>
      <Flow flows={page.flows} />
    </>
  );
}
