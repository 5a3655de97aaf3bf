/**
 * Documents that people accept apart from any consent: the user agreement, the terms of use. Their versions,
 * which of them is in force on a day, and what a new one must be. An acceptance is no consent, and a consent
 * accepts no document.
 */
export {
  type DocumentKind,
  type DocumentState,
  type DocumentVersion,
  documentKinds,
  faultInDay,
  inForceOn,
  stateOfVersion,
} from './version.ts';
