import type { ComponentChildren } from 'preact';
import { type Sentence, useFrame, useSay } from '../frame/context.ts';
import { Day, Moment } from './said.tsx';

interface PhraseProps {
  readonly say: Sentence;
  /** What stands in the sentence for its parameters, by name. */
  readonly parts: Readonly<Record<string, ComponentChildren>>;
  /** What stands there ends with a full stop of its own: the sentence needs none after it. */
  readonly stopped?: boolean;
}

/** Letters of private use: no sentence has them, so that they hold the places of the parts. */
const [open, close] = ['\uE000', '\uE001'] as const;

/**
 * A whole sentence with elements of the page for parameters: where they stand in it is the language's affair.
 */
export function Phrase({ say: key, parts, stopped = false }: PhraseProps) {
  const say = useSay();
  const names = Object.keys(parts);
  const places = Object.fromEntries(names.map((name, at) => [name, `${open}${at}${close}`]));
  const pieces = say(key, places).split(new RegExp(`${open}(\\d+)${close}`));
  const said = (piece: string, at: number) => (stopped && at > 0 ? piece.replace(/^\./, '') : piece);
  return (
    <>{pieces.map((piece, at) => (at % 2 === 0 ? said(piece, at) : parts[names[Number(piece)] ?? '']))}</>
  );
}

/** A sentence that says when: its `{{time}}` is an instant. */
export function Timed({ say, at }: { readonly say: Sentence; readonly at: number }) {
  return <Phrase say={say} parts={{ time: <Moment at={at} /> }} />;
}

/** A sentence that says on which day: its `{{date}}` is a calendar date. */
export function Dated({ say, date }: { readonly say: Sentence; readonly date: string }) {
  const { speaker } = useFrame();
  return (
    <Phrase say={say} parts={{ date: <Day date={date} /> }} stopped={speaker.date(date).endsWith('.')} />
  );
}
