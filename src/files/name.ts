import { type FileKind, fileKinds } from './kinds.ts';

/** Characters of a name that are kept. */
const longestName = 100;

// Characters that are not seen, turn the direction of writing round, or mean something to a file system.
const unfit = /[\p{C}\p{Zl}\p{Zp}"*/:<>?\\|]/gu;

/**
 * The name a file is handed out under: the last part of what its sender called it, without characters that
 * are unseen or mean something to a file system, with the ending of what it is. Never empty.
 */
export function fileName(sent: string, kind: FileKind): string {
  const last = sent.split(/[/\\]/).at(-1) ?? '';
  const bare = last
    .toWellFormed()
    .replace(unfit, '')
    .replace(/\.[a-z0-9]{1,5}$/i, '');
  const letters = Array.from(bare.replace(/\s+/g, ' ').replace(/^[. ]+|[. ]+$/g, ''));
  return `${letters.slice(0, longestName).join('') || 'file'}.${fileKinds[kind].ending}`;
}
