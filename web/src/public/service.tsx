import { publicBase, useFrame, useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { Counts } from '../pieces/mark.tsx';
import { VersionLines } from '../pieces/policy-head.tsx';
import { Own } from '../pieces/said.tsx';
import { Flow } from './flow.tsx';

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

/** The front page of a service: what it promises, where data go, the ways in. */
export function Service({ page }: { readonly page: PageOf<'service'> }) {
  const say = useSay();
  const { service } = useFrame();
  const base = publicBase(service);
  return (
    <>
      <Leaf>
        <Opening
          title={<Own of={page.head}>{service?.name ?? page.head.title}</Own>}
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
          {page.agreements ? (
            <p class="small">
              <a href={`${base}/agreements`}>{say('page.agreements.title')}</a>
            </p>
          ) : null}
          <p class="small">
            <a href={`${base}/claim`}>{say('page.claim.title')}</a>
          </p>
          <p class="small">
            <a href={`${base}/child`}>{say('page.claim.child-title')}</a>
          </p>
        </Line>
      </Leaf>
      <Flow flows={page.flows} />
    </>
  );
}
