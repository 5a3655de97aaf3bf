/** Words every room shares. Admission: used by three rooms, knows nothing of policies. */
export * from './bytes.ts';
export * from './canonical-json.ts';
export * from './civil-date.ts';
export * from './crypto.ts';
export * from './error.ts';
export * from './id.ts';
export * from './language.ts';
export * from './problem.ts';
export * from './span.ts';
