import { describe, expect, it } from 'vitest';
import { answer, consent, request } from './fixtures/gate.ts';
import type { GateFacts, GateRequest } from './index.ts';

const giver = '018f2a00-0000-7000-8000-0000000000aa';
const person = '018f2a00-0000-7000-8000-0000000000bb';
const asked = request;
const mention = {
  id: '018f2a00-0000-7000-8000-0000000000cc',
  giver,
  purpose: asked.purpose,
  categories: asked.categories,
};
const ask = (more: Partial<GateRequest>, known: Partial<GateFacts>) =>
  answer(more, { consents: [], ...known });

describe('whoever was named by another', () => {
  it('serves the one purpose they were named for, on the word of the giver', () => {
    expect(ask({}, { mentions: [mention] })).toContain('mention-confirmed');
  });

  it('serves no other purpose, not with other data, and nothing once it ended', () => {
    for (const mentions of [
      [],
      [{ ...mention, purpose: 'support' }],
      [{ ...mention, categories: ['iin'] }],
      [{ ...mention, endedAt: 1 }],
    ])
      expect(ask({}, { mentions })).toContain('no: mention-missing');
  });

  it('is never published, whatever was said', () => {
    const publish = {
      verb: 'publish' as const,
      actor: { role: 'subject' as const, id: person },
      subject: person,
    };
    expect(ask({ ...publish, channel: 'cabinet' }, { mentions: [mention] })).toContain(
      'mentioned-not-public',
    );
  });

  it('is named by nobody but the giver who says so, and only while nobody knows them', () => {
    const naming = {
      verb: 'collect' as const,
      actor: { role: 'subject' as const, id: giver },
      subject: person,
      channel: 'cabinet' as const,
      giver,
    };
    const none = { subject: { state: 'none' as const }, mentioning: mention };
    expect(ask(naming, none)).toContain('mention-confirmed');
    expect(ask({ ...naming, giver: person }, none)).toContain('no: not-yours');
    expect(ask(naming, { subject: { state: 'none' } })).toContain('no: not-yours');
    expect(ask(naming, { ...none, subject: { state: 'active' } })).toContain('no: not-yours');
    expect(ask({ ...naming, verb: 'read' }, none)).toContain('no: not-yours');
  });

  it('makes no difference to anybody else', () => {
    expect(ask({}, { consents: [consent] })).toContain('consent-active');
    expect(ask({}, {})).toContain('no: consent-missing');
  });
});
