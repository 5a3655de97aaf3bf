import type { ProofBundle } from '../../../src/server/pages.ts';
import { type Sentence, useSay } from '../frame/context.ts';
import { Phrase } from './phrase.tsx';
import { Terms } from './said.tsx';

/** The outcomes of a step; the script shows one of them. */
const outcomes = ['wait', 'good', 'bad', 'unchecked'] as const;

const steps = ['leaf', 'path', 'signature', 'record'] as const;

type Step = (typeof steps)[number];

function StepLine({ step }: { readonly step: Step }) {
  const say = useSay();
  return (
    <li data-step={step} data-outcome="wait">
      <svg class="sign" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <circle class="sign-wait" cx="8" cy="8" r="4.6" />
        <circle class="sign-good" cx="8" cy="8" r="5" />
        <path class="sign-bad" d="M3.2 3.2l9.6 9.6M12.8 3.2l-9.6 9.6" />
      </svg>
      <span>
        <strong>{say(`page.proof.${step}.name`)}</strong>{' '}
        {outcomes.map((outcome) => (
          <span key={outcome} data-when={outcome} hidden={outcome !== 'wait'}>
            {say(`page.proof.${step}.${outcome}` as Sentence)}
          </span>
        ))}
      </span>
    </li>
  );
}

/** JSON for a data block: what could end the block or the document is written as an escape. */
function dataBlock(value: ProofBundle): string {
  return JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('>', '\\u003e')
    .replaceAll('&', '\\u0026');
}

function RawProof({ proof }: { readonly proof: ProofBundle }) {
  const say = useSay();
  return (
    <details class="raw">
      <summary>{say('page.proof.raw')}</summary>
      <Terms
        kind="small"
        lines={[
          {
            term: say('page.proof.raw.index'),
            text: say('page.proof.raw.of', { index: proof.index, size: proof.size }),
          },
          {
            term: say('page.proof.raw.path'),
            text: say('page.proof.raw.nodes', { count: proof.path.length }),
          },
          { term: say('page.proof.raw.key'), text: <code>{proof.verifierKey}</code> },
          { term: say('page.proof.raw.checkpoint'), text: <pre>{proof.checkpoint}</pre> },
        ]}
      />
    </details>
  );
}

/**
 * The proof that an entry stands in the log, with the data for the checker. All sentences are here; the
 * script only chooses
 * between them, so that it knows no language.
 */
export function Proof({ proof, entry }: { readonly proof: ProofBundle | undefined; readonly entry: string }) {
  const say = useSay();
  return (
    <section
      class="proof-check"
      aria-labelledby="proof-title"
      data-proof={proof === undefined ? undefined : entry}
    >
      <h2 id="proof-title">{say('page.proof.title')}</h2>
      <p class="small">
        <Phrase say="page.proof.entry" parts={{ entry: <code>{entry}</code> }} />
      </p>
      {proof === undefined ? (
        <p class="pending">{say('page.proof.pending')}</p>
      ) : (
        <>
          <p role="status" class="proof-verdict">
            {outcomes.map((outcome) => (
              <span key={outcome} data-verdict={outcome} hidden={outcome !== 'wait'}>
                {say(`page.proof.verdict.${outcome}`)}
              </span>
            ))}
          </p>
          <ol class="steps">
            {steps
              .filter((step) => step !== 'record' || proof.record !== undefined)
              .map((step) => (
                <StepLine key={step} step={step} />
              ))}
          </ol>
          <RawProof proof={proof} />
          <script
            type="application/json"
            class="proof"
            dangerouslySetInnerHTML={{ __html: dataBlock(proof) }}
          />
        </>
      )}
    </section>
  );
}
