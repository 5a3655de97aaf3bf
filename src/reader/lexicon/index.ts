/** The reader's lexicon: patterns with examples, by facet. Data only. */
import { automation, cookies, marketing, minors, security, tools } from './conduct.ts';
import { data, permissions, sources } from './data.ts';
import { grounds, operations, purposes } from './purposes.ts';
import { procedure, rights, withdrawal } from './rights.ts';
import type { Lexicon } from './row.ts';
import {
  changeNotice,
  consentForm,
  contactWords,
  contentRules,
  disclaimers,
  governingLaw,
  services,
} from './terms.ts';
import {
  crossBorder,
  recipients,
  retention,
  storage,
  transferConditions,
  transferRestrictions,
} from './transfer.ts';

export { classes } from './classes.ts';
export type { Lexicon, Scope, Topic, TopicRow } from './row.ts';
export { topicRows } from './topics.ts';

/** All lexicons, in the order of the vocabulary's facets. */
export const lexicons: readonly Lexicon[] = [
  services,
  data,
  sources,
  purposes,
  grounds,
  operations,
  retention,
  storage,
  recipients,
  transferConditions,
  transferRestrictions,
  crossBorder,
  cookies,
  tools,
  permissions,
  marketing,
  rights,
  procedure,
  withdrawal,
  minors,
  security,
  consentForm,
  changeNotice,
  contactWords,
  governingLaw,
  contentRules,
  disclaimers,
  automation,
];
