import { useForeign, useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { Leaf, Line, Opening } from '../pieces/line.tsx';
import { Timed } from '../pieces/phrase.tsx';
import { Proof } from '../pieces/proof.tsx';
import { DocumentLines, PrintButton, Terms } from '../pieces/said.tsx';
import { ConsentPurposes } from './consents.tsx';

function Missing({ missing }: { readonly missing: readonly string[] }) {
  const say = useSay();
  if (missing.length === 0) return <p class="small">{say('page.receipt.complete')}</p>;
  return (
    <div class="missing">
      <p>
        <strong>{say('page.receipt.incomplete')}</strong>
      </p>
      <ul>
        {missing.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
      <p class="small">{say('page.receipt.incomplete-why')}</p>
    </div>
  );
}

/** The receipt of a consent: a document, what it lacks, and the proof that it stands in the log. */
export function Receipt({ page }: { readonly page: PageOf<'receipt'> }) {
  const say = useSay();
  const foreign = useForeign();
  const { consent, lines, evidence, missing, entry, proof } = page.receipt;
  return (
    <Leaf kind="document-leaf">
      <Opening
        title={say('page.receipt.title')}
        lead={
          <Timed
            say={`page.my-consents.state.${consent.state}`}
            at={consent.withdrawnAt ?? consent.givenAt}
          />
        }
        margin={
          <p class="links">
            <PrintButton />
            <a href={`${consent.href}/receipt.jsonld`}>{say('page.receipt.linked')}</a>
            {consent.state === 'active' ? (
              <a href={`${consent.href}/withdraw`}>{say('page.my-consents.withdraw')}</a>
            ) : null}
          </p>
        }
      />
      <Line kind="first" margin={<Missing missing={missing} />}>
        <div lang={foreign(consent)}>
          <DocumentLines lines={lines} />
        </div>
      </Line>
      <Line>
        <h2>{say('page.receipt.purposes')}</h2>
        <ConsentPurposes consent={consent} />
      </Line>
      <Line>
        <h2>{say('page.receipt.how')}</h2>
        <Terms lines={evidence} />
      </Line>
      <Line margin={<p class="small">{say('page.proof.why')}</p>}>
        <Proof proof={proof} entry={entry} />
      </Line>
    </Leaf>
  );
}
