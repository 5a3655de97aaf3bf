import type { StandingPurpose } from '../pack.ts';

/**
 * What may be done with personal data because the law orders it, declared or not.
 *
 * People act on their own data without naming a case; staff name the case they serve (`matter`).
 */
export const standingPurposes: readonly StandingPurpose[] = [
  {
    // Access, copy, correction, and the messages and identity checks without which these cannot be served.
    key: 'subject_rights',
    article: '94-V Art. 24(1)',
    admits: [
      {
        roles: ['subject'],
        verbs: ['read', 'change', 'block', 'destroy'],
        channels: ['cabinet', 'api'],
        matter: false,
      },
      {
        // Who accepts an agreement and consents to nothing: the address by which they are known, so that they
        // can ask, consent, and end it.
        roles: ['guest'],
        verbs: ['collect'],
        channels: ['registration'],
        matter: false,
        categories: ['email', 'phone'],
      },
      {
        // A document that a demand of theirs rests on.
        roles: ['subject'],
        verbs: ['store'],
        channels: ['cabinet'],
        matter: true,
        categories: ['correspondence'],
      },
      {
        roles: ['representative'],
        verbs: ['read', 'change', 'block', 'destroy'],
        channels: ['cabinet', 'console'],
        matter: true,
      },
      {
        roles: ['officer'],
        verbs: ['read', 'change', 'block', 'unblock', 'destroy'],
        channels: ['console'],
        matter: true,
      },
      { roles: ['support', 'approver'], verbs: ['read'], channels: ['console'], matter: true },
      {
        // The answer takes the words of the request with it.
        roles: ['officer', 'support', 'approver'],
        verbs: ['use'],
        channels: ['console'],
        matter: true,
        categories: ['correspondence'],
      },
      {
        // Whoever calls or writes is found by the address they give, before there is a case.
        roles: ['officer', 'support'],
        verbs: ['use'],
        channels: ['console'],
        matter: false,
        categories: ['email', 'phone'],
      },
      { roles: ['system'], verbs: ['use'], channels: ['outbox', 'job', 'cabinet'], matter: false },
    ],
    duringBlock: ['read', 'use', 'block', 'unblock'],
  },
  {
    key: 'proof_of_consent',
    article: '94-V Art. 25(2)(5)',
    admits: [
      { roles: ['subject'], verbs: ['read'], channels: ['cabinet', 'api'], matter: false },
      { roles: ['officer'], verbs: ['read'], channels: ['console'], matter: true },
      {
        // Where whoever consents on paper is told what became of it; their form waits sealed with the paper.
        roles: ['guest'],
        verbs: ['collect'],
        channels: ['registration'],
        matter: false,
        categories: ['email', 'phone'],
      },
      {
        // The paper itself, from its signer.
        roles: ['subject'],
        verbs: ['store'],
        channels: ['cabinet'],
        matter: true,
        categories: ['correspondence'],
      },
      {
        // The same, taken out of the post.
        roles: ['officer'],
        verbs: ['store'],
        channels: ['console'],
        matter: true,
        categories: ['correspondence'],
      },
      { roles: ['system'], verbs: ['store'], channels: ['job', 'registration', 'cabinet'], matter: false },
    ],
    duringBlock: ['read', 'store'],
  },
  {
    // Who withdrew while something is owed: what the obligation needs is kept and read for it, nothing else.
    key: 'obligations',
    article: '94-V Art. 8(2)',
    admits: [{ roles: ['officer'], verbs: ['read'], channels: ['console'], matter: true }],
    duringBlock: [],
  },
  {
    key: 'destruction',
    article: '94-V Art. 18',
    admits: [
      { roles: ['subject'], verbs: ['destroy'], channels: ['cabinet', 'api'], matter: false },
      { roles: ['officer'], verbs: ['destroy'], channels: ['console'], matter: true },
      { roles: ['system'], verbs: ['destroy'], channels: ['job', 'cabinet'], matter: false },
    ],
    duringBlock: [],
  },
  {
    key: 'blocking',
    article: '94-V Art. 24(1)(3)',
    admits: [
      { roles: ['subject'], verbs: ['block'], channels: ['cabinet', 'api'], matter: false },
      // Who may consent for a child ends what protected it meanwhile.
      { roles: ['representative'], verbs: ['block', 'unblock'], channels: ['cabinet'], matter: true },
      { roles: ['officer'], verbs: ['block', 'unblock'], channels: ['console'], matter: true },
      { roles: ['system'], verbs: ['block'], channels: ['job'], matter: false },
    ],
    duringBlock: ['block', 'unblock'],
  },
  {
    // Technical data only: who came in, from where, with what.
    key: 'security',
    article: '94-V Art. 22(1)',
    admits: [
      {
        // Before any consent: from which network somebody came and when, and who it was stays unknown.
        roles: ['guest'],
        verbs: ['collect'],
        channels: ['visit'],
        matter: false,
        categories: ['ip_address', 'usage_history', 'web_analytics'],
      },
      { roles: ['officer'], verbs: ['read'], channels: ['console'], matter: true },
      {
        roles: ['system'],
        verbs: ['use', 'store'],
        channels: ['job', 'cabinet', 'console', 'api'],
        matter: false,
      },
    ],
    duringBlock: ['store'],
    classes: ['technical'],
  },
  {
    key: 'legal_storage',
    article: '94-V Art. 12(2)',
    admits: [{ roles: ['system'], verbs: ['store'], channels: ['job'], matter: false }],
    duringBlock: ['store'],
  },
  {
    // A letter of a body of the state: what it asks is released by a second person, and not while it is
    // blocked.
    key: 'authority_request',
    article: '94-V Art. 9',
    admits: [{ roles: ['approver'], verbs: ['transfer'], channels: ['console'], matter: true }],
    duringBlock: [],
  },
  {
    key: 'breach_response',
    article: '94-V Art. 25(2)(8)',
    admits: [{ roles: ['officer'], verbs: ['read'], channels: ['console'], matter: true }],
    duringBlock: ['read'],
  },
];
