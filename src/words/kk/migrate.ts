import type { Translation } from '../translation.ts';

/** Bringing the schema of the database forward. */
export const migrate: Translation = {
  'cli.migrate.description': 'дерекқор схемасын жаңарту; run мұны өзі де жасайды',
  'cli.migrate.dry-run': 'барлық қадамды өтіп, кері қайтару: дерекқор өзгермейді',
  'cli.migrate.nothing': 'Дерекқор схемасы соңғы қадамда тұр: {{to}}. Істейтін ештеңе жоқ.',
  'cli.migrate.steps': 'Дерекқор схемасының қадамы: {{from}} → {{to}}.',
  'cli.migrate.ms': '{{ms}} мс ішінде',
  'cli.migrate.tried': 'Қадамдар өтіліп, кері қайтарылды: дерекқор өзгерген жоқ.',
  'cli.migrate.done': 'Дерекқор схемасы жаңартылды.',
};
