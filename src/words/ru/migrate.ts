/** Bringing the schema of the database forward. */
export const migrate = {
  'cli.migrate.description': 'обновить схему базы данных; run делает это и сам',
  'cli.migrate.dry-run': 'пройти все шаги и отменить их: база не изменится',
  'cli.migrate.nothing': 'Схема базы уже на шаге {{to}}: делать нечего.',
  'cli.migrate.steps': 'Схема базы: с шага {{from}} на шаг {{to}}.',
  'cli.migrate.ms': 'за {{ms}} мс',
  'cli.migrate.tried': 'Шаги пройдены и отменены: база не изменилась.',
  'cli.migrate.done': 'Схема базы обновлена.',
};
