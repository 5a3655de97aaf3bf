import { describe, expect, it } from 'vitest';
import { bottomOf, layFlow, wrap } from './flow-layout.ts';

const measure = { letters: 12, leading: 20, gap: 10 };

describe('wrapping', () => {
  it('keeps lines within the measure but never breaks a word', () => {
    expect(wrap('адрес доставки на дом', 12)).toEqual(['адрес', 'доставки на', 'дом']);
    expect(wrap('деперсонализация', 5)).toEqual(['деперсонализация']);
  });
});

describe('the flow of data', () => {
  const rows = [
    { category: 'имя', purposes: ['заказ', 'почта'], recipients: ['курьер'] },
    { category: 'телефон', purposes: ['почта', 'заказ'], recipients: ['курьер'] },
    { category: 'дата', purposes: ['скидка'], recipients: [] },
  ];
  const graph = layFlow(rows, measure);

  it('puts data that go the same way in one node', () => {
    expect(graph.columns[0].map((node) => node.lines)).toEqual([['имя', 'телефон'], ['дата']]);
  });

  it('names each purpose and recipient once and draws each link once', () => {
    expect(graph.columns[1].flatMap((node) => node.lines).sort()).toEqual(['заказ', 'почта', 'скидка']);
    expect(graph.columns[2].flatMap((node) => node.lines)).toEqual(['курьер']);
    expect(graph.toPurpose).toHaveLength(3);
    expect(graph.toRecipient).toHaveLength(2);
  });

  it('lets no two nodes of a column touch', () => {
    for (const column of graph.columns) {
      column.forEach((node, index) => {
        const before = column[index - 1];
        if (before) expect(node.top).toBe(before.top + before.height + measure.gap);
      });
    }
  });

  it('is empty when nothing flows', () => {
    expect(layFlow([], measure).columns.map(bottomOf)).toEqual([0, 0, 0]);
  });
});
