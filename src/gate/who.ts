import { because, type Question, type Rule } from './question.ts';
import type { Because, Verb } from './request.ts';

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
  refuse: ({ request, facts, standing }) => {
    const { state } = facts.subject;
    if (state === 'active') return [];
    if (state === 'destroyed') {
      const sweep =
        request.verb === 'destroy' && standing?.key === 'destruction' && request.actor.role === 'system';
      return sweep ? [] : [because('subject-destroyed', { article: '94-V Art. 18' })];
    }
    const registering =
      request.actor.role === 'guest' || (request.actor.role === 'system' && facts.giving !== undefined);
    return registering ? [] : [because('subject-unknown', { article: '94-V Art. 7(1)' })];
  },
};

/**
 * People act on their own data only; a representative on a proved representation.
 * @law 94-V Art. 11, 94-V Art. 7(1)
 */
export const ownData: Rule = {
  name: 'own-data',
  codes: ['not-yours', 'representation-unproved'],
  refuse: ({ request, facts, role }) => {
    const mine = request.actor.id !== undefined && request.actor.id === request.subject;
    const stranger = because('not-yours', { article: '94-V Art. 11' });
    if (role?.reach === 'own') return mine ? [] : [stranger];
    if (role?.reach === 'new') return facts.subject.state === 'none' ? [] : [stranger];
    if (
      role?.reach !== 'represented' ||
      (request.actor.id !== undefined && request.decisionId !== undefined)
    ) {
      return [];
    }
    return [because('representation-unproved', { article: '94-V Art. 7(1)' })];
  },
};

/** The role may do this at all, here, for this, to this. @law 94-V Art. 10, 94-V Art. 22(1) */
export const roleAdmits: Rule = {
  name: 'role-admits',
  codes: ['role-verb', 'role-channel', 'role-purpose', 'role-category', 'matter-missing'],
  refuse: ({ request, role }) => {
    if (!role?.verbs.includes(request.verb)) return [because('role-verb', leastRights)];
    if (!role.channels.includes(request.channel)) return [because('role-channel', leastRights)];
    if (role.purposes && !role.purposes.includes(request.purpose))
      return [because('role-purpose', leastRights)];
    const { categories } = role;
    if (categories && !request.categories.every((key) => categories.includes(key))) {
      return [because('role-category', leastRights)];
    }
    return role.matter && !request.matter ? [because('matter-missing', leastRights)] : [];
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
