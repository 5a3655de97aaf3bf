import type { ChangeView, FileView } from '../../../src/server/pages.ts';
import { useSay } from '../frame/context.ts';
import { Terms } from './said.tsx';

/** Files that were handed in, each to be saved. */
export function Files({ files }: { readonly files: readonly FileView[] | undefined }) {
  const say = useSay();
  if (files === undefined || files.length === 0) return null;
  return (
    <>
      <h3>{say('file.files')}</h3>
      <ul class="plain-list">
        {files.map(({ name, size, href }) => (
          <li key={href}>
            <a href={href} download>
              {name}
            </a>{' '}
            <span class="small muted">{size}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What is to be changed: what stands now, where the reader may see it, and what is asked for. */
export function Change({ change, mine }: { readonly change: ChangeView | undefined; readonly mine?: true }) {
  const say = useSay();
  if (change === undefined) return null;
  const now = change.now === undefined ? [] : [{ term: say('file.change.now'), text: change.now }];
  const asked = { term: say(mine ? 'file.change.mine' : 'file.change.asked'), text: change.asked };
  return (
    <>
      <h3>
        {say('file.change')}: {change.name}
      </h3>
      <Terms lines={[...now, asked]} />
    </>
  );
}
