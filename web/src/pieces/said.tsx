import type { ComponentChildren } from 'preact';
import type { Language } from '../../../src/server/pages.ts';
import { useForeign, useFrame, useSay } from '../frame/context.ts';

/** An instant, as the operator's clock shows it. */
export function Moment({ at }: { readonly at: number }) {
  const { speaker } = useFrame();
  return <time datetime={new Date(at).toISOString()}>{speaker.time(at)}</time>;
}

/** A calendar date `YYYY-MM-DD`. */
export function Day({ date }: { readonly date: string }) {
  const { speaker } = useFrame();
  return <time datetime={date}>{speaker.date(date)}</time>;
}

/** A quantity, as the language groups its digits. */
export function Amount({ n }: { readonly n: number }) {
  return useFrame().speaker.number(n);
}

/** The operator's own words, marked with their language where the page is in another. */
export function Own({
  of,
  children,
}: {
  readonly of: { readonly language: Language } | undefined;
  readonly children: ComponentChildren;
}) {
  return <span lang={useForeign()(of)}>{children}</span>;
}

/** The first letters of a hash; the whole of it in the title and on paper. */
export function Hash({ hash }: { readonly hash: string }) {
  return (
    <code class="hash" title={hash}>
      {hash.slice(0, 12)}
      <span class="hash-rest">{hash.slice(12)}</span>
    </code>
  );
}

interface SaidLine {
  readonly term: string;
  readonly text: string;
}

/**
 * A document's lines. Before the first term they stand as paragraphs; later ones without a term join the
 * last.
 */
export function DocumentLines({ lines }: { readonly lines: readonly SaidLine[] }) {
  const first = lines.findIndex((line) => line.term !== '');
  const before = first < 0 ? lines : lines.slice(0, first);
  const terms: SaidLine[] = [];
  for (const line of first < 0 ? [] : lines.slice(first)) {
    const last = terms.at(-1);
    if (line.term === '' && last) terms[terms.length - 1] = { ...last, text: `${last.text}\n${line.text}` };
    else terms.push(line);
  }
  return (
    <>
      {before.map((line) => (
        <p key={line.text} class="words">
          {line.text}
        </p>
      ))}
      {terms.length === 0 ? null : <Terms kind="document" lines={terms} />}
    </>
  );
}

interface TermsProps {
  readonly lines: readonly { readonly term: ComponentChildren; readonly text: ComponentChildren }[];
  readonly kind?: string;
}

/** Terms and what is said of each. */
export function Terms({ lines, kind }: TermsProps) {
  return (
    <dl class={kind === undefined ? 'terms' : `terms ${kind}`}>
      {lines.map((line, index) => (
        <div key={index}>
          <dt>{line.term}</dt>
          <dd>{line.text}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What an empty place says: what will stand here, and how it gets here. */
export function Empty({ children }: { readonly children: ComponentChildren }) {
  return <p class="empty">{children}</p>;
}

/** The way to the next page of a list. */
export function More({ href }: { readonly href: string | undefined }) {
  const say = useSay();
  if (href === undefined) return null;
  return (
    <p class="more">
      <a href={href} rel="next">
        {say('page.more')}
      </a>
    </p>
  );
}

/** Names in a list that reads as a sentence; a dash when there is none. */
export function Names({ names }: { readonly names: readonly string[] }) {
  const { speaker } = useFrame();
  return <>{names.length === 0 ? '—' : speaker.list(names)}</>;
}

/** Reasons, one under another. */
export function Reasons({ reasons }: { readonly reasons: readonly string[] }) {
  if (reasons.length === 0) return null;
  return (
    <ul class="reasons">
      {reasons.map((reason) => (
        <li key={reason}>{reason}</li>
      ))}
    </ul>
  );
}

/** A button that a script wakes up; without the script it is not there. */
export function PrintButton() {
  const say = useSay();
  return (
    <button type="button" class="quiet" data-print hidden>
      {say('page.print')}
    </button>
  );
}
