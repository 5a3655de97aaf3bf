import { describe, expect, it } from 'vitest';
import { answer, consent, facts, policy, recipient, text, toRecipient } from './fixtures/gate.ts';
import type { ConsentFact, GateFacts, GateRequest } from './index.ts';

const right = { id: 'rep1', representative: 'parent' };
const given: ConsentFact = { ...consent, form: 'guardian_checked', representation: 'rep1' };
const child = (ageYears: number, known: Partial<GateFacts> = {}): Partial<GateFacts> => ({
  subject: { state: 'active', ageYears },
  consents: [given],
  representations: [right],
  ...known,
});

describe('a minor', () => {
  it('is decided about on the consent of a representative, and never on their own', () => {
    expect(answer({}, child(15))).toMatch(/^yes.*guardian-consented \| CC Art\. 22/);
    expect(answer({}, child(13))).toMatch(/^yes.*guardian-consented \| CC Art\. 23/);
    expect(answer({}, child(17, { consents: [consent] }))).toBe('no: guardian-needed | CC Art. 22');
    expect(answer({}, child(13, { consents: [consent] }))).toBe('no: guardian-needed | CC Art. 23');
  });

  it('is so only while the right of the representative stands', () => {
    for (const representations of [[], [{ ...right, id: 'rep2' }], [{ ...right, endedAt: facts.now }]])
      expect(answer({}, child(15, { representations }))).toBe('no: guardian-needed | CC Art. 22');
    expect(answer({}, child(15, { representations: [{ ...right, endedAt: facts.now + 1 }] }))).toMatch(
      /^yes/,
    );
    const { representations: _none, ...nobodys } = child(15);
    expect(answer({}, nobodys)).toMatch(/^no: guardian-needed/);
  });

  it('has no use for what is covered by no consent of theirs, withdrawn, or refused by the policy', () => {
    expect(answer({}, child(15, { consents: [{ ...given, withdrawnAt: 1 }] }))).toMatch(
      /^no: consent-withdrawn/,
    );
    expect(answer({}, child(15, { consents: [{ ...given, categories: ['phone'] }] }))).toMatch(
      /^no: consent-missing/,
    );
    const labels = [{ ...text('9.1'), facet: 'minors', label: 'adults_only' }];
    expect(answer({}, child(15, { policy: { ...policy, labels } }))).toBe(
      'no: adults-only | 9.1 | 94-V Art. 7(1)',
    );
  });

  it('grows up: what was given for them counts no more, what they gave does', () => {
    expect(answer({}, child(18))).toMatch(/^no: consent-missing/);
    expect(answer({}, child(18, { consents: [given, { ...consent, id: 'own' }] }))).toMatch(/^yes/);
    expect(answer({}, child(17, { consents: [given, { ...consent, id: 'own' }] }))).toMatch(/^yes/);
  });

  it('goes to a recipient by the consent of a representative alone', () => {
    const transfer = {
      verb: 'transfer',
      recipient: 'r1',
      country: 'KZ',
      categories: ['email'],
      decisionId: 'e1',
    } as const;
    const known = (consents: readonly ConsentFact[]) => child(15, { recipient, consents });
    const to: ConsentFact = { ...toRecipient, representation: 'rep1' };
    expect(answer(transfer, known([given, toRecipient]))).toMatch(/^no: transfer-consent-missing/);
    expect(answer(transfer, known([given, to]))).toMatch(/^yes/);
  });
});

describe('a representative', () => {
  const parent: Partial<GateRequest> = {
    actor: { role: 'representative', id: 'parent' },
    channel: 'cabinet',
    purpose: 'subject_rights',
    matter: 'r1',
    decisionId: 'rep1',
  };
  const unproved = 'no: representation-unproved | 94-V Art. 7(1)';

  it('sees what there is of the one they act for', () => expect(answer(parent, child(9))).toMatch(/^yes/));

  it('is nobody to anybody else, and by no other right', () => {
    expect(answer(parent, { ...child(9), representations: [] })).toBe(unproved);
    expect(answer({ ...parent, actor: { role: 'representative', id: 'other' } }, child(9))).toBe(unproved);
    expect(answer({ ...parent, actor: { role: 'representative' } }, child(9))).toBe(unproved);
    expect(answer({ ...parent, decisionId: 'rep2' }, child(9))).toBe(unproved);
    const { decisionId: _none, ...bare } = parent;
    expect(answer(bare, child(9))).toBe(unproved);
  });

  it('is nobody any more once the right ended', () =>
    expect(answer(parent, child(9, { representations: [{ ...right, endedAt: 1 }] }))).toBe(unproved));

  it('names the matter, and opens nothing for a purpose of the policy', () => {
    const { matter: _none, ...bare } = parent;
    expect(answer(bare, child(9))).toMatch(/^no: matter-missing/);
    expect(answer({ ...parent, matter: 'other' }, child(9))).toMatch(/^no: matter-unknown/);
    expect(answer({ ...parent, verb: 'use' }, child(9))).toMatch(/^no: role-verb/);
  });

  it('collects what a minor gave with the consent they give in the same act', () => {
    const collects = {
      ...parent,
      verb: 'collect',
      purpose: 'provide_service',
      channel: 'registration',
    } as const;
    expect(answer(collects, child(15, { consents: [], giving: given }))).toMatch(/^yes/);
    expect(answer(collects, child(15, { consents: [], giving: consent }))).toMatch(/^no: guardian-needed/);
    expect(answer(collects, child(15, { consents: [] }))).toMatch(/^no: guardian-needed/);
  });
});
