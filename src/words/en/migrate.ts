import type { Translation } from '../translation.ts';

/** Bringing the schema of the database forward. */
export const migrate: Translation = {
  'cli.migrate.description': 'bring the schema of the database forward; run does it by itself, too',
  'cli.migrate.dry-run': 'take every step and take it back: the database does not change',
  'cli.migrate.nothing': 'The schema of the database is at step {{to}} already: nothing to do.',
  'cli.migrate.steps': 'The schema of the database: from step {{from}} to step {{to}}.',
  'cli.migrate.ms': 'in {{ms}} ms',
  'cli.migrate.tried': 'Every step was taken and taken back: the database has not changed.',
  'cli.migrate.done': 'The schema of the database is up to date.',
};
