import type { Lexicon } from '../row.ts';
import { classes } from './classes.ts';
import { conduct } from './conduct.ts';
import { data } from './data.ts';
import { listedWords } from './listed.ts';
import { provisions } from './provisions.ts';
import { purposes } from './purposes.ts';
import { rights } from './rights.ts';
import { terms } from './terms.ts';
import { topicRows } from './topics.ts';
import { transfer } from './transfer.ts';

/** How Kazakh policies say what they say. */
export const kazakh: Lexicon = {
  classes,
  topics: topicRows,
  rows: [data, purposes, transfer, conduct, rights, terms, listedWords, provisions],
};
