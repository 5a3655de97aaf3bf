/**
 * What people agree to. Documents that they accept apart from any consent: the user agreement, the terms of
 * use; their versions, which of them is in force on a day, and what a new one must be. An acceptance is no
 * consent, and a consent accepts no document. And contracts: who must be known before one is made, and from
 * when the term of data runs that serve it.
 */
export { identityAsked, identityLacking, identityNeeded, identityPurpose } from './identity.ts';
export { termBegins } from './keeping.ts';
export {
  type DocumentKind,
  type DocumentState,
  type DocumentVersion,
  documentKinds,
  faultInDay,
  inForceOn,
  stateOfVersion,
} from './version.ts';
