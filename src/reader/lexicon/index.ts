import type { Language } from '../../base/index.ts';
import { english } from './en/index.ts';
import { kazakh } from './kk/index.ts';
import type { Lexicon } from './row.ts';
import { russian } from './ru/index.ts';

/** What is known of each language. */
export const lexicons: Readonly<Record<Language, Lexicon>> = { ru: russian, kk: kazakh, en: english };

export { countriesIn } from './countries.ts';
export { facetScopes, facetSilences } from './facets.ts';
export {
  addressForms,
  brandForms,
  firmForms,
  headForm,
  messengerForm,
  postcodeForm,
  postForm,
  recipientBefore,
  roleForms,
  traderForms,
} from './forms.ts';
export { frequentWords, numbers, numberWords } from './numbers.ts';
export { type LexiconRow, type Scope, type Topic, type TopicRow, topics } from './row.ts';
export { allBut, allData, countedFromEnd, keptThings } from './terms-of.ts';
export { otherTools, toolNames } from './tools.ts';
