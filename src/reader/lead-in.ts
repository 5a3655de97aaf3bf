import type { HeadingTopics, OwnTopics } from './context.ts';
import { aimsOf } from './list-kind.ts';
import type { ReadClause } from './structure.ts';
import { maskOf, type TopicSet, topicBit } from './topic-set.ts';

const data = topicBit('data');
const transfer = topicBit('transfer');
/** Topics of a heading or lead-in under which a list of aims is what the law allows or what is asked for. */
const notAims = maskOf(['rights', 'transfer', 'cookies', 'permissions', 'grounds', 'ask_data']);
/** A numbered clause of more characters than this is read as prose, not as an item of a list. */
const longestItem = 90;

/** What stands above a list, with the aims its items say: a list of aims names no data, whatever leads in. */
export function asAims(set: TopicSet, items: readonly ReadClause[], body: string): TopicSet {
  const aims = (set & notAims) === 0 ? aimsOf(items, body) : 0;
  return aims === 0 ? set : (set | aims) & ~data;
}

/** «We collect, use and transfer the following» lists data where the heading is of data, not takers. */
export function plainLead(set: TopicSet, own: OwnTopics, { near }: HeadingTopics): TopicSet {
  if (!(set & transfer) || (near & (data | transfer)) !== data) return set;
  const given = own.first.get(transfer) ?? -1;
  return own.sayings.some(({ from }) => from < given) ? set & ~transfer : set;
}

/** Whether a clause stands as an item of a list: marked, and short where its mark is a number of the text. */
export function isItem({ content, span, number }: ReadClause, text: string): boolean {
  if (content === span.start) return false;
  return !/^\d+\./.test(number) || text.trimEnd().length <= longestItem;
}
