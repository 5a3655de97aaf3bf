import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Taps } from './limits.ts';

describe('a tap', () => {
  it('gives its minute at once, then says how long the next takes', () => {
    const taps = new Taps();
    for (let n = 0; n < 30; n++) expect(taps.draw('a', 30, 0)).toBe(0);
    expect(taps.draw('a', 30, 0)).toBe(2000);
    expect(taps.draw('a', 30, 1500)).toBe(500);
    expect(taps.draw('a', 30, 2000)).toBe(0);
    expect(taps.draw('b', 30, 2000)).toBe(0);
  });

  it('never gives more than its minute and what refilled since, whenever it is drawn', () => {
    const steps = fc.array(fc.nat(5000), { maxLength: 200 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), steps, (perMinute, waits) => {
        const taps = new Taps();
        let now = 0;
        let given = 0;
        for (const wait of waits) {
          now += wait;
          if (taps.draw('a', perMinute, now) === 0) given += 1;
        }
        expect(given).toBeLessThanOrEqual(perMinute + (now * perMinute) / 60_000 + 1e-6);
      }),
    );
  });

  it('gives to whoever waited as long as it said', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 600 }), fc.nat(700), (perMinute, draws) => {
        const taps = new Taps();
        for (let n = 0; n < draws; n++) taps.draw('a', perMinute, 0);
        const wait = taps.draw('a', perMinute, 0);
        if (wait > 0) expect(taps.draw('a', perMinute, wait)).toBe(0);
      }),
    );
  });

  it('is not refilled by a clock that goes backwards', () => {
    const taps = new Taps();
    for (let n = 0; n < 5; n++) taps.draw('a', 5, 100_000);
    expect(taps.draw('a', 5, 50_000)).toBeGreaterThan(0);
  });

  it('is dropped when full, so that many addresses do not fill the memory', () => {
    const taps = new Taps();
    for (let n = 0; n < 100_000; n++) taps.draw(`old ${n}`, 30, 0);
    expect(taps.size).toBe(100_000);
    taps.draw('new', 30, 60_000);
    expect(taps.size).toBe(1);
    for (let n = 0; n < 100_001; n++) taps.draw(`at once ${n}`, 30, 60_001);
    expect(taps.size).toBeLessThanOrEqual(100_000);
  });
});
