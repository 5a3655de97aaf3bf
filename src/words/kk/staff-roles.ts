import type { Translation } from '../translation.ts';

/** Sentences about the roles of staff: who may come where, and who works for the operator. */
export const staffRoles: Translation = {
  'error.role-not-admitted': 'Бұл бет сіздің рөліңіздің өкілеттігіне кірмейді.',
  'error.role-not-admitted.help': 'Мұнда рұқсат берілген рөлдер: {{roles}}. Рөлдерді әкімші тағайындайды.',
};
