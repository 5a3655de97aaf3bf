import { representationHolds } from '../consent/index.ts';
import { because, type Question, type Rule } from './question.ts';
import type { Because, Verb } from './request.ts';
import type { RoleAct } from './roles.ts';

const verbs: readonly Verb[] = [
  'collect',
  'accumulate',
  'store',
  'change',
  'read',
  'use',
  'transfer',
  'publish',
  'deidentify',
  'block',
  'unblock',
  'destroy',
];

const leastRights = { article: '94-V Art. 22(1)' };

/** The act is one of the operations register and says about what data. @law 94-V Art. 7(1), 94-V Art. 7(8) */
export const wellFormed: Rule = {
  name: 'well-formed',
  codes: ['verb-unknown', 'categories-missing'],
  refuse: ({ request }) => {
    if (!verbs.includes(request.verb)) return [because('verb-unknown', { article: '94-V Art. 7(1)' })];
    const distinct = new Set(request.categories).size;
    if (distinct > 0 && distinct === request.categories.length) return [];
    return [because('categories-missing', { article: '94-V Art. 7(8)' })];
  },
};

/**
 * There is somebody to act on: a registration in progress brings its consent, the sweep may come after the
 * destruction.
 * @law 94-V Art. 7(1), 94-V Art. 18
 */
export const subjectExists: Rule = {
  name: 'subject-exists',
  codes: ['subject-unknown', 'subject-destroyed'],
  refuse: (question) => {
    const { request, facts, standing } = question;
    const { state } = facts.subject;
    if (state === 'active') return [];
    if (state === 'destroyed') {
      const sweep =
        request.verb === 'destroy' && standing?.key === 'destruction' && request.actor.role === 'system';
      return sweep ? [] : [because('subject-destroyed', { article: '94-V Art. 18' })];
    }
    return isRegistering(question) ? [] : [because('subject-unknown', { article: '94-V Art. 7(1)' })];
  },
};

/**
 * Somebody is about to be: the guest registering, Kepil writing to them, the officer handing on the very
 * message that waits for them.
 */
function isRegistering(question: Question): boolean {
  const { request, facts } = question;
  if (request.actor.role === 'guest' || isNaming(question)) return true;
  if (facts.giving === undefined) return false;
  const handsOn = request.actor.role === 'officer' && request.verb === 'read' && matterKnown(question);
  return request.actor.role === 'system' || handsOn;
}

/** Somebody gives the data of another, whom nobody knows yet, and says that they agreed. */
function isNaming({ request, facts }: Question): boolean {
  const { mentioning, subject } = facts;
  const { actor, giver, verb } = request;
  return (
    mentioning !== undefined &&
    subject.state === 'none' &&
    verb === 'collect' &&
    actor.id !== undefined &&
    actor.id === giver &&
    mentioning.giver === giver
  );
}

/**
 * People act on their own data, but for naming somebody new; a representative in a representation that was
 * checked and holds, for whom it is about.
 * @law 94-V Art. 11, 94-V Art. 7(1)
 */
export const ownData: Rule = {
  name: 'own-data',
  codes: ['not-yours', 'representation-unproved'],
  refuse: (question) => {
    const { request, facts, role } = question;
    const mine = request.actor.id !== undefined && request.actor.id === request.subject;
    const stranger = because('not-yours', { article: '94-V Art. 11' });
    if (role?.reach === 'own') return mine || isNaming(question) ? [] : [stranger];
    if (role?.reach === 'new') return facts.subject.state === 'none' ? [] : [stranger];
    if (role?.reach !== 'represented' || represents(question)) return [];
    return [because('representation-unproved', { article: '94-V Art. 7(1)' })];
  },
};

/** Whether who acts is the one whose right to act for this person was checked, and still holds. */
function represents({ request, facts }: Question): boolean {
  const { actor, decisionId } = request;
  const known = facts.representations?.find(({ id }) => id === decisionId);
  return known !== undefined && known.representative === actor.id && representationHolds(known, facts.now);
}

/** What narrows the acts of a role to those that fit, each with the code of a refusal when none is left. */
const narrowing: readonly (readonly [string, (act: RoleAct, question: Question) => boolean])[] = [
  ['role-verb', ({ verbs }, { request }) => verbs.includes(request.verb)],
  ['role-channel', ({ channels }, { request }) => channels.includes(request.channel)],
  ['role-purpose', ({ purposes }, { request }) => purposes?.includes(request.purpose) ?? true],
  [
    'role-category',
    ({ categories }, { request }) => request.categories.every((key) => categories?.includes(key) ?? true),
  ],
  ['matter-missing', ({ matter }, { request }) => !matter || Boolean(request.matter)],
  ['matter-unknown', ({ matter }, question) => !matter || matterKnown(question)],
];

/** Whether the matter named is about this very subject. */
function matterKnown({ request, facts }: Question): boolean {
  return request.matter !== undefined && facts.matters?.includes(request.matter) === true;
}

/** The role may do this at all, here, for this, to this. @law 94-V Art. 10, 94-V Art. 22(1) */
export const roleAdmits: Rule = {
  name: 'role-admits',
  codes: narrowing.map(([code]) => code),
  refuse: (question) => {
    let acts = question.role?.acts ?? [];
    for (const [code, fits] of narrowing) {
      acts = acts.filter((act) => fits(act, question));
      if (acts.length === 0) return [because(code, leastRights)];
    }
    return [];
  },
};

/** A grant narrows its holder; a key without one may do nothing. @law 94-V Art. 10 */
export const grantAdmits: Rule = {
  name: 'grant-admits',
  codes: ['grant-missing', 'grant-purpose', 'grant-category'],
  refuse: (question) => withinGrant(question).map((code) => because(code, { article: '94-V Art. 10' })),
};

function withinGrant({ request, facts: { grant }, role }: Question): readonly Because['rule'][] {
  if (!grant) return role?.grant ? ['grant-missing'] : [];
  if (!grant.purposes.includes(request.purpose)) return ['grant-purpose'];
  return request.categories.every((key) => grant.categories.includes(key)) ? [] : ['grant-category'];
}
