import type { Person } from '../world.ts';

/** Whose account is gone. */
export const nurlan: Person = {
  full_name: 'Нұрлан Оспанов',
  birth_date: '1979-03-04',
  email: 'nurlan.ospanov@example.kz',
  phone: '+77010005566',
};

/** Who is registered elsewhere. */
export const saule: Person = {
  full_name: 'Сәуле Ахметова',
  birth_date: '1991-12-01',
  email: 'saule.akhmetova@example.kz',
  phone: '+77010007788',
};
