import type { ConsentView } from '../../../src/server/pages.ts';
import { publicBase, useFrame, useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { Fold, Leaf, Line, Opening } from '../pieces/line.tsx';
import { PaperClock, PaperNumber } from '../pieces/paper.tsx';
import { Timed } from '../pieces/phrase.tsx';
import { Empty, Moment, Names, Terms } from '../pieces/said.tsx';

/** Purposes of a consent, each with its withdrawal when there is one. */
export function ConsentPurposes({ consent }: { readonly consent: ConsentView }) {
  const _say = useSay();
  return (
    <ul class="plain-list">
      {consent.purposes.map((purpose) => (
        <li key={purpose.key} class={purpose.withdrawnAt === undefined ? undefined : 'withdrawn'}>
          <span>{purpose.name}</span>
          {purpose.withdrawnAt === undefined ? null : (
            <span class="small muted">
              {' '}
              — <Timed say="page.my-consents.purpose-withdrawn" at={purpose.withdrawnAt} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

function ConsentMargin({ consent }: { readonly consent: ConsentView }) {
  const say = useSay();
  const lines = [
    { term: say('page.my-consents.given'), text: <Moment at={consent.givenAt} /> },
    { term: say('page.my-consents.form'), text: consent.form },
    { term: say('page.my-consents.categories'), text: <Names names={consent.categories} /> },
  ];
  return (
    <Fold summary={say('page.my-consents.margin')}>
      <Terms kind="small" lines={lines} />
    </Fold>
  );
}

function Consent({ consent }: { readonly consent: ConsentView }) {
  const say = useSay();
  return (
    <Line kind={`consent-row consent-${consent.state}`} margin={<ConsentMargin consent={consent} />}>
      <h2>
        <Timed say={`page.my-consents.state.${consent.state}`} at={consent.withdrawnAt ?? consent.givenAt} />
      </h2>
      {consent.to === undefined ? null : <p>{consent.to}</p>}
      <ConsentPurposes consent={consent} />
      {consent.incomplete.length === 0 ? null : (
        <p class="small">{say('page.my-consents.incomplete', { count: consent.incomplete.length })}</p>
      )}
      <p class="links">
        <a href={consent.href}>{say('page.my-consents.receipt')}</a>
        {consent.state === 'active' ? (
          <a href={`${consent.href}/withdraw`}>{say('page.my-consents.withdraw')}</a>
        ) : null}
      </p>
    </Line>
  );
}

/** My consents, each with its receipt and the way to withdraw it. */
export function MyConsents({ page }: { readonly page: PageOf<'my-consents'> }) {
  const say = useSay();
  const { service } = useFrame();
  return (
    <Leaf>
      <Opening
        title={say('page.my-consents.title')}
        lead={say('page.my-consents.lead')}
        margin={
          <p class="links">
            <a href={`${publicBase(service)}/me/give`}>{say('page.my-consents.give')}</a>
            <a href={`${publicBase(service)}/me/agreements`}>{say('page.my-agreements.link')}</a>
            <a href={`${publicBase(service)}/me/mailings`}>{say('page.my-consents.mailings')}</a>
          </p>
        }
      />
      {page.represented ? (
        <Line kind="first">
          <p>{say('page.my-consents.represented')}</p>
        </Line>
      ) : null}
      {page.papers.length === 0 ? null : (
        <Line kind="section">
          <h2>{say('page.papers.mine')}</h2>
        </Line>
      )}
      {page.papers.map((paper) => (
        <Line key={paper.id} margin={<PaperClock paper={paper} />}>
          <h3>
            <a href={paper.href}>{paper.title}</a>
          </h3>
          <p class="small muted">
            <PaperNumber paper={paper} />
          </p>
        </Line>
      ))}
      {page.consents.length === 0 ? (
        <Line>
          <Empty>{say('page.my-consents.empty')}</Empty>
        </Line>
      ) : null}
      {page.consents.map((consent) => (
        <Consent key={consent.id} consent={consent} />
      ))}
    </Leaf>
  );
}
