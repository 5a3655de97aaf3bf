import { describe, expect, it } from 'vitest';
import { type Speaker, speakerOf } from './index.ts';

const [ru, kk, en] = [speakerOf('ru'), speakerOf('kk'), speakerOf('en')];
/** Spaces that do not break count as spaces here. */
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const each = (say: (speaker: Speaker) => string) => [ru, kk, en].map((speaker) => plain(say(speaker)));

describe('a civil date', () => {
  it('is written in words', () => {
    expect(each((one) => one.date('2026-11-24'))).toEqual([
      '24 ноября 2026 г.',
      '2026 ж. 24 қараша',
      '24 November 2026',
    ]);
  });

  it('names the months as each language does', () => {
    const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map(
      (month) => `2026-${String(month).padStart(2, '0')}-02`,
    );
    expect(months.map((date) => plain(kk.date(date)).slice('2026 ж. 2 '.length))).toEqual(
      'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан'.split(' '),
    );
    expect(months.map((date) => plain(ru.date(date)).split(' ')[1])).toEqual(
      'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' '),
    );
    expect(en.date('2026-05-02')).toBe('2 May 2026');
  });

  it('is the day it says, whatever the zone of the operator', () => {
    for (const zone of ['Asia/Almaty', 'Pacific/Kiritimati', 'America/Los_Angeles'])
      expect(speakerOf('en', zone).date('2026-01-01')).toBe('1 January 2026');
  });
});

describe('an instant', () => {
  it('is written on the clock of the zone, in digits that can be read one way only', () => {
    const at = Date.UTC(2026, 10, 3, 20, 5);
    expect(each((one) => one.time(at))).toEqual([
      '04.11.2026, 01:05',
      '04.11.2026, 01:05',
      '4 Nov 2026, 01:05',
    ]);
    expect(speakerOf('ru', 'Europe/Berlin').time(at)).toBe('03.11.2026, 21:05');
    expect(en.time(Date.UTC(2026, 10, 3, 19, 0))).toBe('4 Nov 2026, 00:00');
  });
});

describe('a quantity', () => {
  it('is grouped as each language groups it', () => {
    expect(each((one) => one.number(1234))).toEqual(['1234', '1234', '1,234']);
    expect(each((one) => one.number(1_234_567))).toEqual(['1 234 567', '1 234 567', '1,234,567']);
    expect(each((one) => one.number(0.95))).toEqual(['0,95', '0,95', '0.95']);
  });

  it('is grouped in a sentence, a name made of digits is not', () => {
    const n = 12_000;
    expect(each((one) => one.say('page.ledger.verified', { n }))).toEqual([
      expect.stringContaining('12 000'),
      expect.stringContaining('12 000'),
      expect.stringContaining('12,000'),
    ]);
    expect(each((one) => one.say('error.port-taken', { port: 65_535 })).join()).not.toMatch(/65[ ,]535/);
  });

  it('has its noun in the right form', () => {
    const left = (speaker: Speaker) =>
      [0, 1, 2, 5, 11, 21, 22, 105].map((count) => speaker.say('request.left', { count }));
    expect(left(ru)).toEqual([
      'осталось 0 рабочих дней',
      'остался 1 рабочий день',
      'осталось 2 рабочих дня',
      'осталось 5 рабочих дней',
      'осталось 11 рабочих дней',
      'остался 21 рабочий день',
      'осталось 22 рабочих дня',
      'осталось 105 рабочих дней',
    ]);
    expect(new Set(left(kk).map((said) => said.replace(/^\d+/, 'n')))).toEqual(
      new Set(['n жұмыс күні қалды']),
    );
    expect(left(en).slice(0, 3)).toEqual([
      '0 working days left',
      '1 working day left',
      '2 working days left',
    ]);
  });
});

describe('a list', () => {
  it('has its last joined by a word', () => {
    expect(each((one) => one.list(['a', 'b', 'c']))).toEqual(['a, b и c', 'a, b және c', 'a, b and c']);
    expect(each((one) => one.list(['a', 'b']))).toEqual(['a и b', 'a және b', 'a and b']);
    expect(ru.list(['a'])).toBe('a');
    expect(ru.list([])).toBe('');
  });
});

describe('order', () => {
  it('is that of the alphabet: Kazakh letters stand where Kazakh has them', () => {
    const words = [
      'һәм',
      'ілім',
      'ыдыс',
      'өнер',
      'от',
      'ңа',
      'нан',
      'қала',
      'кеш',
      'ғалам',
      'гүл',
      'әке',
      'ара',
      'ұя',
      'үй',
      'у',
    ];
    expect([...words].sort(kk.compare)).toEqual(
      'ара әке гүл ғалам кеш қала нан ңа от өнер у ұя үй һәм ыдыс ілім'.split(' '),
    );
    expect(['ель', 'ёж', 'жук'].sort(ru.compare)).toEqual(['ёж', 'ель', 'жук']);
    expect(['zoo', 'Apple', 'äpfel'].sort(en.compare)).toEqual(['äpfel', 'Apple', 'zoo']);
  });

  it('counts digits by their value', () => {
    for (const { compare } of [ru, kk, en])
      expect(['п. 10', 'п. 9'].sort(compare)).toEqual(['п. 9', 'п. 10']);
  });
});

describe('a speaker', () => {
  it('ends a sentence with one full stop, also after a date that has its own', () => {
    const ru = speakerOf('ru');
    const date = ru.date('2026-11-23');
    expect(date).toBe('23 ноября 2026 г.');
    expect(ru.say('page.flash.replied', { date })).toBe('Ответ принят. Теперь срок — 23 ноября 2026 г.');
    expect(ru.say('page.flash.replied', { date: 'завтра' })).toBe('Ответ принят. Теперь срок — завтра.');
  });

  it('begins a title with a capital of its language', () => {
    expect([ru, kk, en].map((one) => one.title('data_categories', 'phone'))).toEqual([
      'Номер телефона',
      'Телефон нөмірі',
      'Phone number',
    ]);
  });

  it('quotes as its language does', () => {
    expect([ru, kk, en].map((one) => one.quote('a'))).toEqual(['«a»', '«a»', '“a”']);
  });

  it('puts what people wrote into a sentence as it is', () => {
    for (const name of ['$t(cli.help)', '{{n}}', '$&', '<b>', '{{- name}}', '\\1'])
      expect(ru.say('error.file-empty', { name })).toBe(`Файл «${name}» пуст.`);
    expect(ru.say('error.file-empty', { name: 'x', count: 'y', lng: 'en', defaultValue: 'z' })).toBe(
      'Файл «x» пуст.',
    );
  });

  it('says the key and no other language where a sentence is missing', () => {
    for (const { sayCode, has } of [ru, kk, en]) {
      expect(sayCode('error', 'no-such-thing')).toBe('error.no-such-thing');
      expect(has('error.no-such-thing')).toBe(false);
    }
  });
});
