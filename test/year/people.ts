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

/** Values for a form, as a made-up person fills it in; what is not mandatory is sometimes left out. */
export function fillIn(
  fields: readonly FormField[],
  how: { chance: Chance; born: string; all?: boolean },
): Record<string, string> {
  made += 1;
  const { chance, born, all = false } = how;
  const values: Readonly<Record<string, string>> = {
    full_name: `${chance.pick(names)} ${marks.surname}-${made}`,
    birth_date: born,
    email: `p${made}${marks.host}`,
    phone: `+7701${String(1_000_000 + made)}`,
    gender: chance.happens(0.5) ? 'Женский' : 'Мужской',
    id_document: String(100_000_000 + made),
    city_region: chance.pick(towns) ?? 'Алматы',
    postal_address: addressOf(chance),
    company_details: `ТОО «Год ${made}»`,
    education: 'Среднее',
  };
  const filled = fields.filter(
    ({ category, mandatory }) =>
      mandatory || all || category === 'email' || category === 'birth_date' || chance.happens(0.7),
  );
  return Object.fromEntries(
    filled.flatMap(({ category }) => {
      const value = values[category];
      return value === undefined ? [] : [[category, value]];
    }),
  );
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
