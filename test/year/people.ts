import type { Chance } from '../kill/chance.ts';
import { marks } from './believed.ts';

const names = ['Айгүл', 'Дәурен', 'Сәуле', 'Нұрлан', 'Мадина', 'Ерлан', 'Гүлнар', 'Тимур', 'Жанар', 'Олжас'];
const towns = ['Алматы', 'Астана', 'Шымкент', 'Тараз', 'Павлодар', 'Семей', 'Қостанай', 'Ақтау'];
let made = 0;

/** A field of a registration form. */
export interface FormField {
  readonly category: string;
  readonly mandatory: boolean;
}

/** A civil date of birth of somebody of that age on a day. */
export function bornFor(age: number, today: string, chance: Chance): string {
  const month = String(chance.between(1, 12)).padStart(2, '0');
  const day = String(chance.between(1, 28)).padStart(2, '0');
  // A year earlier, so that whatever the day they are of that age or a year older.
  return `${Number(today.slice(0, 4)) - age - 1}-${month}-${day}`;
}

/**
 * An IIN of nobody: the century is one in which nobody alive was born, so the birth date in it is another.
 *
 * @returns twelve digits with a control digit that is right
 */
function iinFor(born: string, chance: Chance): string {
  for (;;) {
    const serial = String(chance.between(0, 9999)).padStart(4, '0');
    const eleven = `${born.slice(2, 4)}${born.slice(5, 7)}${born.slice(8, 10)}1${serial}`;
    const digit = controlDigit(eleven);
    if (digit !== undefined) return `${eleven}${digit}`;
  }
}

/** Source: the order on identification numbers; two passes of weights, modulo 11. */
function controlDigit(eleven: string): number | undefined {
  const sum = (shift: number) =>
    [...eleven].reduce((total, digit, n) => total + Number(digit) * (((n + shift) % 11) + 1), 0) % 11;
  const [first, second] = [sum(0), sum(2)];
  if (first < 10) return first;
  return second < 10 ? second : undefined;
}

/**
 * Values for a form, as a made-up person fills it in; what is not mandatory is sometimes left out. An
 * IIN is given where no date of birth has to stand beside it: it is that of a century of which nobody lives.
 */
export function fillIn(
  fields: readonly FormField[],
  how: { chance: Chance; born: string; young: boolean },
): Record<string, string> {
  made += 1;
  const { chance, born, young } = how;
  const values: Readonly<Record<string, string>> = {
    full_name: `${chance.pick(names)} ${marks.surname}-${made}`,
    birth_date: born,
    email: `p${made}${marks.host}`,
    phone: `+7701${String(1_000_000 + made)}`,
    gender: chance.happens(0.5) ? 'Женский' : 'Мужской',
    iin: iinFor(born, chance),
    id_document: String(100_000_000 + made),
    city_region: chance.pick(towns) ?? 'Алматы',
    postal_address: addressOf(chance),
    company_details: `ТОО «Год ${made}»`,
    education: 'Среднее',
  };
  const dated = fields.some(({ category, mandatory }) => mandatory && category === 'birth_date');
  const filled = fields
    .filter(
      ({ category, mandatory }) =>
        mandatory || category === 'email' || category === 'birth_date' || chance.happens(0.7),
    )
    .map(({ category }) => category);
  const known = filled.filter((category) => category in values && !(category === 'iin' && (young || dated)));
  const given = known.filter((category) => !(category === 'birth_date' && known.includes('iin')));
  return Object.fromEntries(given.map((category) => [category, values[category] ?? '']));
}

/** An address nobody has. */
export function addressOf(chance: Chance): string {
  return `${chance.pick(towns)}, ${marks.street}, ${chance.between(1, 99_999)}`;
}

/** Another value of a category, of those people correct without a code; undefined of others. */
export function correctedValue(category: string, chance: Chance): string | undefined {
  if (category === 'full_name')
    return `${chance.pick(names)} ${marks.surname}-Сейт-${chance.between(1, 9999)}`;
  if (category === 'postal_address') return addressOf(chance);
  if (category === 'city_region') return chance.pick(towns);
  return category === 'education' ? 'Высшее' : undefined;
}
