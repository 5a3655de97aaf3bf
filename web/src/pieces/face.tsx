import type { ServiceHead } from '../../../src/server/pages.ts';

/** The mark of a service on its accent; always beside its name, which says it to whoever does not see it. */
export function FaceSign({ of }: { readonly of: Pick<ServiceHead, 'mark' | 'accent'> }) {
  return (
    <span class={`face accent-${of.accent}`} aria-hidden="true">
      {of.mark}
    </span>
  );
}
