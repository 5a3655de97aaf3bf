import { Bug, canonicalJson, type Json, utf8 } from '../base/index.ts';
import { encodeEntry } from './encode.ts';
import type { Entry } from './entry.ts';
import { faultOfVarying } from './form.ts';

/** What entries of one mould differ in. All but `id` and `at` are in all of them or in none. */
export type Varying = Pick<Entry, 'id' | 'at' | 'subject' | 'commitment'> & { readonly actorTag?: string };

/** Makes the leaf of an entry. @throws Bug naming the field that does not fit */
export type Mould = (varying: Varying) => Uint8Array;

/**
 * Encodes entries that are alike but for id, instant, tags and commitment: what they have in common is
 * checked and written out once.
 *
 * @returns a function that gives the bytes `encodeEntry` gives
 * @throws Bug as `encodeEntry`
 */
export function mouldOf(like: Entry): Mould {
  encodeEntry(like);
  const [tagged, acted] = [like.subject !== undefined, like.actor.tag !== undefined];
  const committed = like.commitment !== undefined;
  const [role, toCommitment, toId, toSubject, rest] = piecesOf(like);
  return (varying) => {
    const { id, at, subject, commitment, actorTag } = varying;
    const isTagged = (subject !== undefined) === tagged && (actorTag !== undefined) === acted;
    const isCommitted = (commitment !== undefined) === committed;
    const fault = isTagged && isCommitted ? faultOfVarying(varying) : isTagged ? 'commitment' : 'tag';
    if (fault !== undefined) throw new Bug(`a log entry cannot hold this: ${fault}`);
    const actor = `"actor":{${role}${acted ? `,"tag":"${actorTag}"` : ''}}`;
    const tag = tagged ? `,"subject":"${subject}"` : '';
    const sealed = committed ? `,"commitment":"${commitment}"` : '';
    const head = `{${actor},"at":"${at}"${toCommitment}${sealed}${toId}`;
    return utf8(`${head},"id":"${id}"${toSubject}${tag}${rest}}`);
  };
}

/** The members that do not vary, written out in order of name, parted where one that does stands. */
function piecesOf(like: Entry): readonly string[] {
  const { at: _at, id: _id, subject: _subject, commitment: _commitment, actor, ...same } = like;
  const members = Object.entries(same).filter(([, value]) => value !== undefined);
  const from = (low: string, high: string) => {
    const some = members.filter(([name]) => name > low && name < high);
    return some.length === 0 ? '' : `,${membersOf(Object.fromEntries(some))}`;
  };
  return [
    membersOf({ role: actor.role }),
    ...[from('at', 'commitment'), from('commitment', 'id'), from('id', 'subject'), from('subject', '~')],
  ];
}

function membersOf(object: object): string {
  return canonicalJson(object as Json).slice(1, -1);
}
