import type { RequestFile } from '../../system/index.ts';
import type { Speaker } from '../../words/index.ts';
import type { FileView } from '../file-parts.ts';

/** Files of a request as they are listed; `hrefOf` says where one is given out. */
export function fileViews(
  speaker: Speaker,
  files: readonly RequestFile[],
  hrefOf: (id: string) => string,
): readonly FileView[] {
  return files.map(({ id, name, size }) => ({
    name,
    size: speaker.say('file.size', { n: Math.max(1, Math.ceil(size / 1024)) }),
    href: hrefOf(id),
  }));
}
