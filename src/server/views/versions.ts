import {
  type Clause,
  type ClauseChange,
  changesBetween,
  countChanges,
  type Difference,
  isChange,
  type Pledge,
  type WordChange,
  wordChanges,
  wordsOf,
} from '../../policy/index.ts';
import type { PolicyHeadRecord, PolicyVersionRecord, Versions } from '../../system/index.ts';
import type { Speaker } from '../../words/index.ts';
import type { ChangeRow, ChangeSide, ChangeTotals, VersionRow, VersionState } from '../pages.ts';
import { effectOf } from './changes.ts';

function stateOf({ version, status }: PolicyHeadRecord, versions: Versions): VersionState {
  if (version === versions.inForce.version) return 'in-force';
  if (status === 'draft') return 'waiting';
  return status === 'live' ? 'superseded' : status;
}

/** A version for a list; `base` is the address of the console's list. */
export function versionRow(head: PolicyHeadRecord, versions: Versions, base: string): VersionRow {
  const { version, hash, createdAt, liveAt, status } = head;
  const draft = status !== 'live' && status !== 'scheduled' && liveAt === undefined;
  const row = { version, hash, createdAt, draft };
  return {
    ...row,
    ...(liveAt !== undefined && { liveAt }),
    state: stateOf(head, versions),
    href: `${base}/${version}`,
  };
}

/** What changed from one version to another, said; rows without any change are left out. */
export function changeRows(
  speaker: Speaker,
  {
    before,
    after,
    found = [],
  }: { before: PolicyVersionRecord; after: PolicyVersionRecord; found?: readonly Difference[] },
): { rows: readonly ChangeRow[]; totals: ChangeTotals } {
  const changes = changesBetween(before, after);
  const rows = changes.filter(isChange).map((change) => {
    const effect = effectOf(found, { before: change.before?.id, after: change.after?.id });
    return { ...changeRow(speaker, change, { before, after }), ...(effect && { effect }) };
  });
  return { rows, totals: countChanges(changes) };
}

function changeRow(
  speaker: Speaker,
  change: ClauseChange,
  { before, after }: { before: PolicyVersionRecord; after: PolicyVersionRecord },
): ChangeRow {
  const titles = (pledges: readonly Pledge[]) => pledges.map((pledge) => pledgeTitle(speaker, pledge));
  const was = change.before && wordsIn(before, change.before);
  const is = change.after && wordsIn(after, change.after);
  const pieces = piecesOf(was, is);
  return {
    id: `v-${change.after ? 'n' : 'o'}-${(change.after ?? change.before)?.id.replaceAll('.', '-')}`,
    fate: change.fate,
    heading: (change.after ?? change.before)?.kind === 'heading',
    ...(change.before && { before: side(change.before.number, pieces, 'added') }),
    ...(change.after && { after: side(change.after.number, pieces, 'removed') }),
    gone: titles(change.gone),
    come: titles(change.come),
  };
}

/** The operator's words, else ours. */
function wordsIn({ text }: PolicyVersionRecord, clause: Clause): string | undefined {
  return text === undefined ? clause.summary : wordsOf(text, clause);
}

function pledgeTitle(speaker: Speaker, { kind, facet, label }: Pledge): string {
  return speaker.sayCode('pledge', kind, { label: speaker.label(facet, label) });
}

function piecesOf(was: string | undefined, is: string | undefined): readonly WordChange[] | undefined {
  if (was === undefined && is === undefined) return undefined;
  if (was === undefined) return [{ fate: 'added', text: is as string }];
  if (is === undefined) return [{ fate: 'removed', text: was }];
  return wordChanges(was, is);
}

function side(
  number: string,
  pieces: readonly WordChange[] | undefined,
  notHere: WordChange['fate'],
): ChangeSide {
  const words = pieces?.filter(({ fate }) => fate !== notHere);
  return { number, ...(words && words.length > 0 && { words }) };
}
