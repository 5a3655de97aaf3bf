import { describe, expect, it } from 'vitest';
import { catalogues } from '../words/index.ts';
import { isOffer, isStop, messageTemplates } from './index.ts';

describe('an offer', () => {
  it.each([
    'Скидка на все книги',
    'Акция до пятницы',
    'Доставка бесплатно? Бесплатная доставка!',
    'Пиджаки −30 %',
    'Барлығына жеңілдік',
    'Тегін жеткізу',
    'A special offer for you',
    '20% off today',
  ])('is seen in %s', (text) => expect(isOffer(text)).toBe(true));

  it.each([
    'Запись завтра в 10:00.',
    'Заказ собран, ждёт вас в магазине.',
    'Ваше обращение принято, транзакция проведена.',
    'Ертең сағат 10-да күтеміз.',
    'Your order is ready; see your wholesale account.',
  ])('is not seen in %s', (text) => expect(isOffer(text)).toBe(false));

  it('is in none of the messages that everybody gets', () => {
    for (const [language, catalogue] of Object.entries(catalogues))
      for (const template of Object.keys(messageTemplates))
        for (const part of ['subject', 'text']) {
          const said = catalogue[`notice.message.${template}.${part}`] ?? '';
          expect(isOffer(said), `${language} ${template}`).toBe(false);
        }
  });
});

describe('an answer that wants no more', () => {
  it.each(['СТОП', 'stop', ' Стоп. ', '«стоп»', 'Stop!', 'CTOП', 'тоқта', 'Стоп, пожалуйста', 'UNSUBSCRIBE'])(
    'is %s',
    (text) => expect(isStop(text)).toBe(true),
  );
  it.each(['Спасибо', '', 'Не стоп', 'Стопка книг', 'shop', 'Да', '10'])('is not %s', (text) =>
    expect(isStop(text)).toBe(false),
  );
});
