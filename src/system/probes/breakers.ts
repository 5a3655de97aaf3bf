/**
 * Which tests break the system under a kind of pledge and see its probe go red, as `file: what is broken`.
 * Written by `npm run manifest` from the tests; a test fails when it is not up to date.
 */
export const breakers: Readonly<Record<string, readonly string[]>> = {
  'adults-only': ['probes-held: somebody registered is known to be a minor'],
  'automation-none': ['probes-done: the program blocked somebody by itself'],
  'breach-notified': ['registers: the body was told late, or not at all'],
  'change-told': ['probes-told: somebody was told nothing, moved without a yes, or it held before its day'],
  'consent-by-act': [
    'probes-done: the gate collects without a consent',
    'probes-held: a consent arose from use of the service',
    'probes-held: a consent was written in without anybody giving it',
    'probes-held: the text that was agreed to is another one',
    'probes-shown: the box is ticked beforehand',
    'probes-shown: the box of another purpose is ticked beforehand',
    'probes-shown: there is no box',
  ],
  'contact-published': ['probes-shown: the page leaves the address out'],
  'cookies-necessary-only': ['probes-shown: a page sets another cookie'],
  'cookies-own-choice': [
    'probes-shown: a page has ',
    'probes-shown: pages no longer tell browsers to refuse strangers',
  ],
  'cross-border-closed': ['probes-done: something went abroad'],
  'data-collected': [
    'probes-held: an undeclared category is sealed under the right keys',
    'probes-held: the form asks for more than is declared',
    'probes-held: the form leaves out a declared field',
    'probes-visits: a visit on record breaks what it says of data that are collected',
  ],
  'data-not-collected': [
    'probes-held: the form asks for it',
    'probes-held: what is never collected is held',
    'probes-visits: a visit on record breaks what it says of data that are not collected',
  ],
  'decided-by-representative': [
    'mandates: a use is on record by one that was never taken',
    'mandates: a use is on record without one',
    'mandates: the gate lets a key through without one',
  ],
  'deidentified-only': [
    'probes-done: the gate gives values for statistics',
    'probes-done: values were given for statistics',
  ],
  'display-by-consent': ['probes-done: something was shown to everyone'],
  'ground-consent': [
    'probes-done: a use is on record that no consent covered',
    'probes-done: the gate lets a use through without a consent',
    'probes-held: a consent is gone',
  ],
  'ground-other': [
    'probes-done: a use is on record that rests on the law and cites nothing',
    'probes-done: the gate takes the law for a ground that nobody cites',
  ],
  'law-named': [
    'probes-done: a decision cites another law',
    'probes-done: the pack does not know the articles cited',
  ],
  'mandatory-marked': [
    'probes-shown: the form marks nothing',
    'probes-shown: the form marks what is at will',
  ],
  'marketing-by-consent': [
    'probes-done: something was sent before the consent of its own was given',
    'probes-done: the gate lets marketing through without a consent',
  ],
  'marketing-opt-out': [
    'probes-told: a refusal was forgotten',
    'probes-told: something was sent after the refusal',
  ],
  'measures-tested': [
    'registers: a drill failed',
    'registers: a drill is older than ninety days, and nothing else was tested',
  ],
  'minors-removed': ['probes-held: a birth date of a child is held'],
  'operation-recorded': ['probes-held: the entry behind a value is not in the log'],
  'operator-named': [
    'probes-shown: the page leaves the operator out',
    'probes-shown: the page leaves the operator’s number out',
  ],
  'policy-immutable': [
    'probes-shown: a version in force was edited in place',
    'probes-shown: the words of a superseded version were edited',
  ],
  'policy-published': ['probes-shown: the page is not there', 'probes-shown: the page leaves the hash out'],
  'purpose-declared': [
    'probes-done: a use for a purpose that the policy lacks is on record',
    'probes-done: a use is on record that names no policy',
    'probes-done: the gate lets an undeclared purpose through',
  ],
  'recipient-listed': [
    'probes-disclosed: it went to somebody who %s',
    'probes-done: something went to somebody not listed',
  ],
  'responsible-named': ['probes-shown: the page leaves the responsible person out'],
  'retention-term': [
    'probes-held: a demand for deletion is not carried out within its working day',
    'probes-held: a destruction stays half done',
    'probes-held: a draft outlives its ten minutes',
    'probes-held: a term that the officer set is over',
    'probes-held: a value is kept past its term',
    'probes-held: a value that was destroyed is back',
    'probes-held: rows of somebody destroyed are left over',
    'probes-held: the blind index of a value that is not held is left over',
  ],
  'right-by-officer': ['probes-done: a request is overdue'],
  'right-self-service': [
    'probes-shown: the cabinet is open to strangers',
    'probes-shown: the cabinet’s page is gone',
  ],
  'scope-declared': ['probes-done: data came in through a channel nobody declared'],
  'security-access': ['probes-done: a read names no purpose', 'probes-done: a stranger read'],
  'security-log': [
    'probes-shown: a leaf was edited',
    'probes-shown: a leaf was made unreadable, and the proof goes on',
    'probes-shown: a tile was edited',
    'probes-shown: an entry about somebody is gone',
    'probes-shown: the checkpoint bears no signature of the log’s key',
    'probes-shown: the checkpoint names another root',
  ],
  'security-sealed': [
    'probes-held: a segment lies open',
    'probes-held: an older segment is played back',
    'probes-held: the keys of two people are swapped, and the proof goes on',
    'probes-held: the segments of two people are swapped',
    'probes-held: the words of a request stand readable',
  ],
  'source-recorded': ['probes-held: a value does not say where it is from'],
  'storage-certified': [
    'registers: a certificate ended',
    'registers: a place has none',
    'registers: the base itself lies nowhere',
    'registers: the base itself went abroad',
  ],
  'storage-place': ['probes-shown: the primary base lies abroad'],
  'text-shown': ['probes-shown: the page leaves a clause out'],
  'transfer-condition': [
    'probes-disclosed: a disclosure %s',
    'probes-done: something went out that no consent could allow',
  ],
  'transfer-notified': ['probes-disclosed: somebody was not told in time'],
  'transfer-restriction': [
    'probes-disclosed: a disclosure %s',
    'probes-done: something went out that no consent could allow',
  ],
  'visits-declared': [
    'probes-visits: a day is kept longer than the policy says',
    'probes-visits: a row is of a day past its term, though the day itself is gone',
    'probes-visits: a row was edited',
    'probes-visits: somebody’s address is whole and no consent of theirs covers it',
    'probes-visits: the key of a day is another one',
    'probes-visits: the officer shortened the term and nobody swept',
    'probes-visits: visits stayed after the consent they rest on was withdrawn',
    'probes-visits: visits stayed of somebody who is gone',
    'probes-visits: what is recorded of visits is looked at: the board goes red when',
  ],
  'withdrawal-effective': [
    'probes-done: a use for one purpose withdrawn is on record',
    'probes-done: a use is on record',
    'probes-done: the gate still says yes',
  ],
  'withdrawal-passed-on': ['probes-disclosed: an order lay about'],
};
