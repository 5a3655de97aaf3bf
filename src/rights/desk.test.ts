import { describe, expect, it } from 'vitest';
import { kz } from '../law/index.ts';
import {
  dueAfter,
  groundsFor,
  type Pause,
  pauseEndsOn,
  type RightKey,
  readRequestNumber,
  refusalGrounds,
  requestNumber,
  rights,
} from './index.ts';

const at = (text: string) => Date.parse(`${text}+05:00`);
const friday = at('2026-11-20T10:00');
const due = (kind: RightKey, ...pauses: Pause[]) => dueAfter({ kind, receivedAt: friday, pauses }, kz);

describe('dueAfter', () => {
  it('is the day of the law when nothing was waited for', () => {
    expect(due('know_access')).toBe('2026-11-25');
    expect(due('correct')).toBe('2026-11-23');
  });

  it('adds the working days of a pause, not its weekends, and nothing while it lasts', () => {
    const since = at('2026-11-20T16:00');
    expect(due('know_access', { reason: 'identity', since })).toBe('2026-11-25');
    expect(due('know_access', { reason: 'identity', since, until: at('2026-11-22T09:00') })).toBe(
      '2026-11-25',
    );
    expect(due('know_access', { reason: 'identity', since, until: at('2026-11-24T09:00') })).toBe(
      '2026-11-27',
    );
  });

  it('adds pauses up, over the holidays of December', () => {
    const one: Pause = { reason: 'identity', since: at('2026-11-23T09:00'), until: at('2026-11-24T09:00') };
    const two: Pause = {
      reason: 'clarification',
      since: at('2026-11-25T09:00'),
      until: at('2026-11-26T09:00'),
    };
    expect(due('copy', one, two)).toBe('2026-11-27');
    const long: Pause = { reason: 'identity', since: at('2026-12-14T09:00'), until: at('2026-12-18T18:00') };
    const claim = { kind: 'copy', receivedAt: at('2026-12-11T09:00'), pauses: [long] } as const;
    // Three working days to the 17th (the 16th is a holiday), then the 15th, 17th and 18th of the pause.
    expect(dueAfter(claim, kz)).toBe('2026-12-22');
  });

  it('begins the term of a correction anew when its documents come', () => {
    const pause = { since: friday, until: at('2026-12-03T12:00') };
    expect(due('correct', { reason: 'documents', ...pause })).toBe('2026-12-04');
    expect(due('copy', { reason: 'documents', ...pause })).toBe('2026-12-08');
  });

  it('lets a pause last ten working days', () => {
    expect(pauseEndsOn(friday, kz)).toBe('2026-12-04');
  });
});

describe('grounds of a refusal', () => {
  it('has some for every right, each with an article the pack knows', () => {
    for (const kind of Object.keys(rights) as RightKey[]) {
      expect(groundsFor(kind)).toContain('identity-unproved');
      expect(groundsFor(kind)).toContain('unfounded');
    }
    const known = kz.articles.map(({ id }) => id);
    for (const { article } of Object.values(refusalGrounds)) expect(known).toContain(article);
  });

  it('does not refuse information for an open obligation', () => {
    expect(groundsFor('know_access')).not.toContain('obligation-open');
    expect(groundsFor('withdraw_consent')).toContain('obligation-open');
  });
});

describe('the number of a request', () => {
  it('is read back as it was said, on the day of the operator’s zone', () => {
    const id = '01890a5d-ac96-774b-bcce-b302099a8057';
    const number = requestNumber({ id, receivedAt: at('2026-11-28T02:30') }, kz.zone);
    expect(number).toBe('20261128-A8057');
    expect(readRequestNumber(` ${number.toLowerCase()} `)).toEqual({ day: '2026-11-28', ending: 'a8057' });
  });

  it('is nothing else', () => {
    for (const text of ['', '2026-11-28', '20261128', '20261128-XYZ12', 'a8057']) {
      expect(readRequestNumber(text)).toBeUndefined();
    }
  });
});
