import { describe, expect, it } from 'vitest';
import { isCivilDate } from '../base/index.ts';
import { articleOf, editionOn, inForce, kz, standingPurpose } from './index.ts';

const unique = (items: readonly string[]) => new Set(items).size === items.length;

describe('the Kazakh pack', () => {
  it('cites only articles and acts it knows', () => {
    const cited = [
      ...kz.clocks.flatMap((clock) => [clock.article, clock.numberFrom ?? clock.article]),
      ...kz.consentItems.map((item) => item.article),
      ...kz.standingPurposes.map((purpose) => purpose.article),
    ];
    expect(cited.filter((id) => articleOf(kz, id) === undefined)).toEqual([]);
    const acts = kz.acts.map((act) => act.id);
    expect(kz.articles.filter((article) => !acts.includes(article.id.split(' ')[0] ?? ''))).toEqual([]);
  });

  it('names articles in ASCII, so that they can stand in the log', () => {
    expect(kz.articles.filter((article) => !/^[\x20-\x7e]+$/.test(article.id))).toEqual([]);
  });

  it('says everything once', () => {
    expect(unique(kz.articles.map((article) => article.id))).toBe(true);
    expect(unique(kz.clocks.map((clock) => clock.id))).toBe(true);
    expect(unique(kz.standingPurposes.map((purpose) => purpose.key))).toBe(true);
    expect(unique(kz.calendar.years.map((year) => String(year.year)))).toBe(true);
  });

  it('keeps the terms of the law', () => {
    const days = Object.fromEntries(kz.clocks.map((clock) => [clock.id, `${clock.days} ${clock.unit}`]));
    expect(days).toEqual({
      'access.reply': '3 working-day',
      'access.refuse': '3 working-day',
      rectify: '1 working-day',
      block: '1 working-day',
      unblock: '1 working-day',
      'destroy.unlawful': '1 working-day',
      'destroy.other': '1 working-day',
      'public.remove': '1 working-day',
      'withdraw.stop': '15 working-day',
      'transfer.notify': '10 working-day',
      'auto.objection': '3 working-day',
      'breach.authority': '1 working-day',
      'consumer.complaint': '10 calendar-day',
    });
  });

  it('holds dates that exist, each in its year', () => {
    for (const { year, lunar, off, worked } of kz.calendar.years) {
      for (const date of [...lunar, ...off, ...worked]) {
        expect(isCivilDate(date)).toBe(true);
        expect(date.startsWith(`${year}-`)).toBe(true);
      }
    }
  });

  it.each([
    ['2023-01-01', 'before'],
    ['2026-01-17', 'before'],
    ['2026-01-18', 'E1'],
    ['2026-07-12', 'E2'],
    ['2026-11-23', 'E3'],
  ])('on %s the edition is %s', (date, edition) => {
    expect(editionOn(kz, date).id).toBe(edition);
  });

  it('knows an article only from its day on', () => {
    expect(inForce(kz, '94-V Art. 8(7)', '2026-01-17')).toBe(false);
    expect(inForce(kz, '94-V Art. 8(7)', '2026-01-18')).toBe(true);
    expect(inForce(kz, '94-V Art. 8(1)', '2020-01-01')).toBe(true);
    expect(inForce(kz, '94-V Art. 999', '2026-01-18')).toBe(false);
  });

  it('finds purposes that exist by law, and no others', () => {
    expect(standingPurpose(kz, 'subject_rights')?.article).toBe('94-V Art. 24(1)');
    expect(standingPurpose(kz, 'marketing_notices')).toBeUndefined();
  });
});
