import { describe, expect, it } from 'vitest';
import { speakerOf } from '../words/index.ts';
import { answerLetter, type LetterFacts } from './letter.ts';

const refusal: LetterFacts = {
  number: '20261128-4F0C9',
  kind: 'delete',
  to: 'Дана Серикова',
  operator: { name: 'ТОО «Сосна»', bin: '000140000003', responsible: 'Гульнара Сейткали' },
  service: 'Сосна',
  receivedOn: '2026-11-27',
  answeredOn: '2026-11-28',
  outcome: 'refused',
  ground: 'obligation-open',
  answer: 'Заказ ещё не оплачен.\n\nПосле оплаты данные будут уничтожены.',
  id: '01890a5d-ac96-774b-bcce-b302099a8057',
};
const textOf = (letter: ReturnType<typeof answerLetter>) =>
  [letter.title, letter.subtitle, ...letter.blocks.map(({ text }) => text)].join('\n');

describe('the answer as a letter', () => {
  it.each(['ru', 'kk', 'en'] as const)('says all of a refusal in %s', (language) => {
    const letter = answerLetter(speakerOf(language, 'Asia/Almaty'), refusal);
    const text = textOf(letter);
    expect(letter.language).toBe(language);
    expect(text).not.toMatch(/notice\.|\{\{|undefined/);
    for (const part of ['20261128-4F0C9', 'Дана Серикова', 'ТОО «Сосна»', '000140000003', refusal.id])
      expect(text).toContain(part);
    expect(text).toContain('Заказ ещё не оплачен.');
    expect(text).toContain('Гульнара Сейткали');
    // The right, the ground, the authority and the court, each with its article.
    expect(text.match(/94-V/g)?.length).toBeGreaterThanOrEqual(4);
  });

  it('says neither ground nor remedy where the demand was met, and no names it does not have', () => {
    const { ground: _, to: __, operator: ___, ...rest } = refusal;
    const text = textOf(answerLetter(speakerOf('ru', 'Asia/Almaty'), { ...rest, outcome: 'done' }));
    expect(text).toContain('Требование исполнено');
    expect(text).toContain('От кого: Сосна');
    expect(text).not.toMatch(/Основание отказа|в суд|Кому/);
  });
});
