import { type Topic, topics } from './lexicon/index.ts';

/** A set of topics: one bit for each, in the order of `topics`. */
export type TopicSet = number;

const bits: ReadonlyMap<Topic, TopicSet> = new Map(topics.map((topic, at) => [topic, 1 << at]));

/** The bit of `topic`. */
export function topicBit(topic: Topic): TopicSet {
  return bits.get(topic) ?? 0;
}

/** The set of `list`. */
export function maskOf(list: readonly Topic[]): TopicSet {
  return list.reduce((set, topic) => set | topicBit(topic), 0);
}
