/** The schema as a row of steps; a step that was published is never edited, only followed by another. */
import { spine } from './0001-spine.ts';

/** One step of the schema. */
export interface Migration {
  /** 1, 2, 3 … without gaps. */
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}

/** All steps in order. */
export const migrations: readonly Migration[] = [{ version: 1, name: 'spine', sql: spine }];
