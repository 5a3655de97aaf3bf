import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textOfHtml } from './html.ts';

const check = (html: string, expected: string) => expect(textOfHtml(html).text).toBe(expected);

describe('textOfHtml', () => {
  it.each([
    ['joins what a browser joins', '<p>Имя,\n   <b>фами</b>лия</p>', 'Имя, фамилия\n'],
    ['leaves a line between paragraphs', '<p>Раз.</p><p>Два.</p>', 'Раз.\n\nДва.\n'],
    ['stands headings apart', '<h2>1. Данные</h2>Имя<br>Почта', '1. Данные\n\nИмя\nПочта\n'],
    ['decodes entities', '<p>&laquo;&#1240;&raquo;&nbsp;&mdash; &amp;lt;</p>', '«Ә» — &lt;\n'],
    ['marks items', '<ul><li>имя<li>почта</ul>', '- имя\n- почта\n'],
    ['counts items', '<ol start="3"><li>имя</li><li>почта</li></ol>', '3. имя\n4. почта\n'],
    ['counts by letters', '<ol type="a"><li>имя</li><li value="5">почта</li></ol>', 'a. имя\ne. почта\n'],
    ['counts by Roman numbers', '<ol type="I" start="4"><li>имя</li></ol>', 'IV. имя\n'],
    ['counts backwards', '<ol reversed start="2"><li>имя</li><li>почта</li></ol>', '2. имя\n1. почта\n'],
    [
      'counts a list in a list on its own',
      '<ol><li>раз<ol><li>два</li></ol></li><li>три</li></ol>',
      '1. раз\n1. два\n2. три\n',
    ],
    [
      'sets a row of a table on a line',
      '<table><tr><th>Данные</th><th>Цель</th></tr><tr><td>Имя<td>доставка</table>',
      'Данные: Цель\nИмя: доставка\n',
    ],
    ['keeps lines that are set as they are', '<pre>1. имя\n2. почта</pre>', '1. имя\n2. почта\n'],
    [
      'leaves out what nobody sees',
      '<style>p{}</style><p hidden>а</p><p style="display: none">б</p><script>в</script><p>г</p>',
      'г\n',
    ],
    ['takes a fragment', 'Имя <i>и</i> почта', 'Имя и почта\n'],
    ['takes a broken page', '<p>Имя</div></p></p><ul><li>почта', 'Имя\n\n- почта\n'],
  ])('%s', (_, html, expected) => check(html, expected));

  const clause = '<p>Мы собираем имя, адрес и номер телефона для доставки заказов покупателям магазина.</p>';
  const kept = 'Мы собираем имя, адрес и номер телефона для доставки заказов покупателям магазина.\n';
  const menu = '<ul><li><a href="/a">Главная</a><li><a href="/b">Каталог</a><li><a href="/c">О нас</a></ul>';

  it.each([
    ['a menu', `<nav>Меню</nav>${menu}${clause}`],
    [
      'the head and the foot of the page',
      `<header><a href="/">Лого</a></header>${clause}<footer>© 2026</footer>`,
    ],
    ['a cookie banner', `${clause}<div class="cookie-banner">Мы используем cookie<button>Ок</button></div>`],
    ['a dialog', `<div role="dialog">Подпишитесь на новости</div>${clause}`],
    ['all but the main part', `<div>Реклама рядом</div><main>${clause}</main><p>Ещё реклама</p>`],
    ['a form', `<form><p>Ваш вопрос</p><input name="q"><button>Найти</button></form>${clause}`],
  ])('leaves out %s', (_, html) => check(`<html><body>${html}</body></html>`, kept));

  it('keeps a section on cookies and one on consent', () => {
    check(
      '<section id="cookies"><h2>Cookies</h2><p>Сайт хранит cookie.</p></section>' +
        '<div class="consent">Согласие — 1 год.</div>',
      'Cookies\n\nСайт хранит cookie.\n\nСогласие — 1 год.\n',
    );
  });

  it('remembers where each stretch stood', () => {
    const html = '<p>Имя &amp; <b>почта</b></p><ol><li>год</li></ol>';
    const { text, places } = textOfHtml(html);
    const stood = places.map(({ span, origin }) => [
      text.slice(span.start, span.end),
      origin.kind === 'chars' ? html.slice(origin.start, origin.end) : '',
    ]);
    expect(stood).toContainEqual(['почта', 'почта']);
    expect(stood).toContainEqual(['год', 'год']);
    expect(stood.every(([said, source]) => source !== '' || said === '')).toBe(true);
  });

  it('refuses elements a thousand deep instead of reading for ever', () => {
    expect(() => textOfHtml('<div>'.repeat(200_000))).toThrow('html-too-deep');
    expect(() => textOfHtml('<'.repeat(600_000))).toThrow('too-many-parts');
    check(`${'<div>'.repeat(900)}имя`, 'имя\n');
  });

  it('loses no visible word of plain paragraphs', () =>
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[а-яәіңғүұқөһ]{1,12}$/), { minLength: 1 }), (words) => {
        const html = words.map((word, at) => (at % 3 ? `<p>${word}</p>` : `<div>${word}</div>`)).join('');
        expect(textOfHtml(html).text.split(/\s+/).filter(Boolean)).toEqual(words);
      }),
    ));

  it('never throws on anything a page may hold', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('<', '>', '/', 'p', 'li', 'ol', '"', '=', ' ', '&', 'я', '!--')),
        (parts) => {
          const { text, places } = textOfHtml(parts.join(''));
          for (const { span } of places) expect(text.slice(span.start, span.end).trim()).not.toBe('');
        },
      ),
    ));
});
