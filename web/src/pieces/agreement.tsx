import type { AgreementBox, AgreementRow, AgreementState, AgreementText } from '../../../src/server/pages.ts';
import { type Sentence, useForeign, useSay } from '../frame/context.ts';
import { Dated } from './phrase.tsx';
import { Hash } from './said.tsx';

const states: Readonly<Record<AgreementState, Sentence>> = {
  proposed: 'agreement.state.proposed',
  dropped: 'agreement.state.dropped',
  waiting: 'agreement.state.waiting',
  'in-force': 'agreement.state.in-force',
  archived: 'agreement.state.archived',
  ended: 'agreement.state.ended',
};

const over: readonly AgreementState[] = ['archived', 'ended', 'dropped'];

/** Where a version stands, from which day on it holds, and its digest. */
export function AgreementMargin({ row, bare }: { readonly row: AgreementRow; readonly bare?: boolean }) {
  const say = useSay();
  return (
    <p class="small">
      {bare ? null : (
        <>
          {say(states[row.state])}
          <br />
        </>
      )}
      {row.number === undefined ? null : (
        <>
          {say('agreement.number', { n: row.number })}
          <br />
        </>
      )}
      <Dated
        say={over.includes(row.state) ? 'agreement.held-from' : 'agreement.holds-from'}
        date={row.effectiveOn}
      />
      <br />
      {say('agreement.hash')} <Hash hash={row.sha256} />
    </p>
  );
}

/** Paragraphs of a document, marked with their language where the page is in another. */
export function Paragraphs({ of }: { readonly of: Pick<AgreementText, 'language' | 'paragraphs'> }) {
  const foreign = useForeign();
  return (
    <div lang={foreign(of)}>
      {of.paragraphs.map((text, at) => (
        <p key={at} class="words">
          {text}
        </p>
      ))}
    </div>
  );
}

/** A document that waits for an answer: its text folded away, and the link under which it always stands. */
export function BoxText({ box }: { readonly box: AgreementBox }) {
  const say = useSay();
  return (
    <>
      <details class="fold-text">
        <summary>{say('agreement.read')}</summary>
        <Paragraphs of={box} />
      </details>
      <p class="small">
        <a href={box.href}>{say('agreement.open')}</a>
      </p>
    </>
  );
}
