import { describe, expect, it } from 'vitest';
import { nodeCrypto } from '../keys/index.ts';
import { draftPolicy } from './draft.ts';
import { durationIn } from './duration.ts';
import { keptThings } from './lexicon/index.ts';
import { readText } from './read.ts';

/** Rules of keeping with their number and what they are said of. */
function termsIn(text: string): readonly string[] {
  const body = `${text}\n`;
  const { retention } = draftPolicy(readText(body, { name: 'text', hash: nodeCrypto.hash }), body);
  return retention.map(({ rule, months, days, categories = ['*'] }) =>
    [rule, months && `${months} months`, days && `${days} days`, categories.join('+')]
      .filter(Boolean)
      .join(' '),
  );
}

describe('a term of keeping', () => {
  it.each([
    ['orders alone', 'Сведения о заказах хранятся 5 лет.', ['fixed_term 60 months order_history']],
    ['all data', 'Персональные данные хранятся 2 года.', ['fixed_term 24 months *']],
    [
      'each its own',
      'Чеки хранятся пять лет. Видеозаписи хранятся 30 суток.',
      ['fixed_term 60 months payment_history', 'fixed_term 30 days video'],
    ],
    [
      'each between commas',
      'Заказы хранятся три года, записи звонков — 60 дней.',
      ['fixed_term 36 months order_history', 'fixed_term 60 days voice_audio'],
    ],
    [
      'what a colon lists',
      'We keep the following: invoices for five years; chat logs for 14 days.',
      ['fixed_term 60 months payment_history', 'fixed_term 14 days correspondence'],
    ],
    ['what stands behind', 'Через 30 дней удаляются записи видеонаблюдения.', ['fixed_term 30 days video']],
    ['Kazakh papers', 'Төлем құжаттары бес жыл сақталады.', ['fixed_term 60 months payment_history']],
    ['Kazakh data', 'Дербес деректер үш жыл сақталады.', ['fixed_term 36 months *']],
  ])('is that of %s', (_, sentence, expected) => {
    const terms = termsIn(`1. Сроки хранения\n1.1. ${sentence}`);
    expect(terms.filter((term) => term.startsWith('fixed_term'))).toEqual(expected);
  });

  it.each([
    ['a thing nobody knows', 'Анкеты гостей хранятся 3 года.'],
    ['a number that runs from the end', 'Данные удаляются через 30 дней после удаления аккаунта.'],
    ['a number that runs from the end', 'We erase the data within 30 days after you close the account.'],
    ['a number that is a condition', 'Если вы не заходите 12 месяцев, данные удаляются.'],
  ])('gives no number to the data for %s', (_, sentence) => {
    const terms = termsIn(`1. Сроки хранения\n1.1. ${sentence}`);
    expect(terms.some((term) => /months|days/.test(term))).toBe(false);
  });

  it('binds a rule without a number too, and leaves out what an exception names', () => {
    const text =
      '1. Сроки хранения\n1.1. Чеки хранятся в течение срока, установленного законом.\n' +
      '1.2. Данные хранятся до удаления аккаунта, кроме истории заказов.\n';
    expect(termsIn(text)).toEqual(
      expect.arrayContaining(['legal_term payment_history', 'until_account_deletion *']),
    );
  });
});

describe('durationIn', () => {
  it.each([
    ['хранятся 5 (пять) лет', { months: 60 }],
    ['в течение шести месяцев', { months: 6 }],
    ['в течение двух недель', { days: 14 }],
    ['через год', { months: 12 }],
    ['90 календарных дней', { days: 90 }],
    ['алты ай сақталады', { months: 6 }],
    ['for a year', { months: 12 }],
    ['ответ в течение 5 рабочих дней', undefined],
    ['лицам старше 18 лет', undefined],
    ['в 2024 году', undefined],
  ])('reads «%s»', (text, expected) => {
    const { at: _, ...found } = durationIn(text) ?? { at: 0 };
    expect(found).toEqual(expected ?? {});
  });
});

describe('a thing that is kept', () => {
  it.each(keptThings)('%s is found in its examples alone', (...[, pattern, yes, no]) => {
    for (const one of yes.split(' / ')) expect(one).toMatch(pattern);
    for (const one of no.split(' / ')) expect(one).not.toMatch(pattern);
  });
});

describe('a recipient', () => {
  const recipientsIn = (text: string) => {
    const { recipients } = draftPolicy(readText(text, { name: 'text', hash: nodeCrypto.hash }), text);
    return (kind: string) => recipients.find(({ recipient }) => recipient === kind);
  };

  it('gets what its sentence names, on the conditions that stand there', () => {
    const of = recipientsIn(
      'Политика\n\n1. Мы собираем имя, телефон и адрес.\n2. Кому мы передаём данные:\n' +
        '2.1. Службе доставки: имя, телефон и адрес получателя.\n' +
        '2.2. Государственным органам по их письменному запросу.\n' +
        '2.3. Страховой компании и банку с вашего согласия.\n',
    );
    expect(of('delivery_services')?.categories).toEqual(
      expect.arrayContaining(['full_name', 'phone', 'postal_address']),
    );
    expect(of('delivery_services')).not.toHaveProperty('conditions');
    expect(of('government')).toMatchObject({ conditions: ['government_request'] });
    expect(of('payment_providers')).toMatchObject({ conditions: ['subject_consent'] });
  });

  it('gets nothing for sure where a sentence names two', () => {
    const of = recipientsIn(
      'Политика\n\n1. Мы передаём курьерской службе и банку имя, телефон и адрес получателя.\n',
    );
    expect(of('delivery_services')).not.toHaveProperty('categories');
    expect(of('payment_providers')).not.toHaveProperty('categories');
  });
});
