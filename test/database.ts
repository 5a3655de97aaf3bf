import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import { inject } from 'vitest';

/** A database of one's own. */
export interface FreshDatabase {
  readonly url: string;
  /** Removes it, with whatever connections are left. */
  drop(): Promise<void>;
}

/**
 * A database with the newest schema and no rows, on the server of this test run (about 40 ms; the first one
 * in a run starts the server).
 */
export async function freshDatabase(): Promise<FreshDatabase> {
  const { url, template } = await serverOfRun();
  return databaseOn(url, template);
}

/**
 * An empty database on the server at `url`, whose role may create databases; with `template`, a copy of that
 * one.
 */
export async function databaseOn(url: string, template?: string): Promise<FreshDatabase> {
  const name = `kepil_test_${randomBytes(8).toString('hex')}`;
  await administer(url, `create database ${name}${template === undefined ? '' : ` template ${template}`}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  return { url: own.href, drop: () => administer(url, `drop database if exists ${name} with (force)`) };
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

interface ServerOfRun {
  readonly url: string;
  readonly template: string;
}

async function serverOfRun(): Promise<ServerOfRun> {
  const said = await text(connect(inject('databaseDoor'), '127.0.0.1'));
  const answer = JSON.parse(said) as ServerOfRun | { readonly failure: string };
  if ('failure' in answer) throw new Error(`no database for tests: ${answer.failure}`);
  return answer;
}
