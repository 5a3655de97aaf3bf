import type { ComponentChildren } from 'preact';
import { useSay } from '../frame/context.ts';

/** Something to take along; a script gives it a button that copies it. */
export function Copyable({
  text,
  children,
}: {
  readonly text: string;
  readonly children: ComponentChildren;
}) {
  const say = useSay();
  return (
    <div class="copyable" data-copy={text}>
      {children}
      <button type="button" class="quiet" data-copy-button hidden>
        {say('page.copy')}
      </button>
      <span role="status" data-copy-done hidden>
        {say('page.copied')}
      </span>
    </div>
  );
}
