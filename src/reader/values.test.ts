import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readText } from './read.ts';

const hash = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();

function labelsOf(text: string): readonly string[] {
  return readText(text, { name: 'text.txt', hash }).statements.map(({ facet, label }) => `${facet}.${label}`);
}

const listOf = (title: string, heading: string, items: readonly string[]) =>
  labelsOf([title, '', heading, '', ...items, ''].join('\n'));
const under = (heading: string, sentence: string) =>
  labelsOf(`Policy\n\n1. ${heading}\n\n1.1. ${sentence}\n`);

describe('a telephone number as it is written at home', () => {
  it.each([
    'Phone: (212) 555-0100',
    'Call us on 0117 000 4455',
    'Our toll-free number: 1-800-555-0100',
    'Телефон: 7070 (бесплатно)',
    'Тел. контакт-центра 1414',
  ])('is one behind its word: %s', (sentence) => {
    expect(under('Contacts', sentence)).toContain('contacts.phone');
  });

  it.each(['Call detail records of 2024 and 2025', 'Recall 1999 edition', 'Телефон храним 1000 дней'])(
    'is none elsewhere: %s',
    (sentence) => {
      expect(under('Contacts', sentence)).not.toContain('contacts.phone');
    },
  );
});

describe('an address', () => {
  it.each([
    '12 High Street, Leeds LS1 4AB',
    'PO Box 12, Denver, CO 80201',
    'Приходите: Алматы, улица Садовая, 4',
  ])('is known by its form: %s', (sentence) => {
    expect(under('Contacts', sentence)).toContain('contacts.postal_address');
  });
});

describe('who answers for the data', () => {
  it.each([
    'За данные отвечает Сауле Ермекова, исполнительный директор.',
    'Лицо, ответственное за обработку данных, — начальник отдела кадров.',
    'Jane Roe, Privacy Manager',
  ])('is known by the post: %s', (sentence) => {
    expect(under('Контакты', sentence)).toContain('contacts.responsible_person');
  });

  it('is no name of a tool', () => {
    expect(under('Tools', 'Hotjar Suite, Google Tag Manager')).not.toContain('contacts.responsible_person');
  });
});

describe('a datum that is left out of what is handed on', () => {
  it('is not said to be no datum of ours', () => {
    const said = under('Sharing', 'The supplier receives the part number, without your name or phone.');
    expect(said.filter((label) => label.startsWith('data_not_collected'))).toEqual([]);
  });

  it('is one where data are spoken of', () => {
    expect(under('Data we collect', 'You may write to us without your name.')).toContain(
      'data_not_collected.full_name',
    );
  });
});

describe('a list of aims', () => {
  const items = '- to sign you in;\n- to keep the books the law asks for;\n- to spot fraud.';

  it('is one whatever leads into it', () => {
    const said = labelsOf(`Policy\n\nInformation and what becomes of it\n\n${items}\n`);
    expect(said).toEqual(expect.arrayContaining(['purposes.registration_auth', 'purposes.security_fraud']));
  });

  it('is none under the rights', () => {
    const said = labelsOf('Policy\n\nYour rights\n\n- to see your data;\n- to correct it;\n- to erase it.\n');
    expect(said).toEqual(expect.arrayContaining(['rights.correct', 'rights.delete']));
    expect(said.filter((label) => label.startsWith('purposes'))).toEqual([]);
  });
});

describe('a table', () => {
  it('is read cell by cell without bars at its ends, and with a short first column', () => {
    const bars = labelsOf('Policy\n\nAims\n\nPurpose | Data | Basis\nSign-in | e-mail | contract\n');
    expect(bars).toEqual(expect.arrayContaining(['data_categories.email', 'legal_bases.contract']));
    const tabs = labelsOf('Политика\n\nЦели\n\nЦель\tДанные\tСрок\nДоставка заказа\tадрес\t3 года\n');
    expect(tabs).toEqual(
      expect.arrayContaining([
        'purposes.order_delivery',
        'data_categories.postal_address',
        'retention.fixed_term',
      ]),
    );
  });
});

describe('what stands above', () => {
  it('makes no rights of the duties of the operator', () => {
    const said = listOf('Политика', '3. Права и обязанности Оператора', [
      '3.1. Оператор обязан:',
      '– защищать данные от копирования, изменения и уничтожения.',
    ]);
    expect(said.filter((label) => label.startsWith('rights.'))).toEqual([]);
  });

  it('lets a definition pledge nothing', () => {
    const said = listOf('Политика', '2. Термины', [
      '2.1. Трансграничная передача – передача данных на территорию иностранного государства.',
    ]);
    expect(said).toEqual([]);
  });

  it('is outweighed by what a column says it holds', () => {
    const said = labelsOf(
      'Policy\n\nWhy we use it\n\nPurpose\tType of data\nSend offers\tContact, Identity\n',
    );
    expect(said).toContain('purposes.marketing_notices');
    expect(said).not.toContain('purposes.communication');
  });

  it('lists data where we collect, use and transfer them', () => {
    const said = listOf('Policy', 'The data we collect', [
      'We collect, use and transfer the following data:',
      '- email;',
      '- bank account;',
      '- phone.',
    ]);
    expect(said).toContain('data_categories.bank_details');
    expect(said.filter((label) => label.startsWith('recipients'))).toEqual([]);
  });
});

describe('a Kazakh sentence with few letters of its own', () => {
  it('is Kazakh in a Kazakh text', () => {
    const said = listOf('Құпиялылық саясаты', '1. Хабарламалар мен ұсыныстар', [
      '1.1. Пайдаланушы жарнамалық хабарламаларды алудан кез келген уақытта бас тарта алады.',
    ]);
    expect(said).toContain('marketing.opt_out');
  });
});
