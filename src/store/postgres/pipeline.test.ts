import type { PostgresPool } from 'kysely';
import { describe, expect, it } from 'vitest';
import { said, transactionsOn, written } from './pipeline.ts';

/** A connection that answers when it is told to, and remembers what it was asked. */
function slowPool() {
  const sent: string[] = [];
  const waiting: ((error?: Error) => void)[] = [];
  const client = {
    query: (text: string) => {
      sent.push(text);
      return new Promise((resolve, reject) => {
        const result = { command: text.toUpperCase(), rowCount: 0, rows: [] };
        waiting.push((error) => (error ? reject(error) : resolve(result)));
      });
    },
    release: (broken?: Error) => sent.push(broken ? 'gone' : 'free'),
  };
  const pool = { connect: async () => client, end: async () => undefined } as unknown as PostgresPool;
  const answer = async (error?: Error) => {
    waiting.shift()?.(error);
    await settled();
  };
  return { sent, answer, ...transactionsOn(pool) };
}

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));
const nothing = () => undefined;

describe('a transaction in a pipeline', () => {
  it('sends what reads along with BEGIN, and what could write once PostgreSQL opened it', async () => {
    const { sent, answer, run } = slowPool();
    const through = run(async (db) => {
      await Promise.all([
        said(db, 'select 1', []),
        written(db, 'insert 2', []),
        said(db, 'select 3', []),
        said(db, 'with x as (delete 4) select 4', []),
      ]);
    }, nothing);
    await settled();
    expect(sent).toEqual(['begin', 'select 1']);
    await answer();
    expect(sent.slice(2)).toEqual(['insert 2', 'select 3', 'with x as (delete 4) select 4']);
    for (let n = 0; n < 4; n++) await answer();
    expect(sent.slice(5)).toEqual(['commit']);
    await answer();
    await through;
    expect(sent.at(-1)).toBe('free');
  });

  it('writes nothing when PostgreSQL did not open it, and says why', async () => {
    const { sent, answer, run } = slowPool();
    let begun = false;
    const through = run(
      async (db) => {
        await Promise.all([said(db, 'select 1', []), written(db, 'insert 2', [])]);
        return 'done';
      },
      () => {
        begun = true;
      },
    );
    const outcome = through.catch((error: Error) => error);
    await settled();
    const refusal = new Error('no');
    await answer(refusal);
    for (let n = 0; n < 4; n++) await answer();
    expect(await outcome).toBe(refusal);
    expect(sent).not.toContain('insert 2');
    expect(begun).toBe(false);
  });

  it('sends the commit behind everything that was asked, without waiting for the answers', async () => {
    const { sent, answer, run } = slowPool();
    let told = false;
    const through = run(async (db) => {
      await written(db, 'insert 1', []);
      await written(db, 'insert 2', []);
    }, nothing).then(() => {
      told = true;
    });
    await settled();
    expect(sent).toEqual(['begin']);
    await answer();
    expect(sent).toEqual(['begin', 'insert 1', 'insert 2', 'commit']);
    await answer();
    await answer();
    expect(told).toBe(false);
    await answer();
    await through;
    expect(told).toBe(true);
  });

  it('keeps back for good what waited to go out when the work rejects', async () => {
    const { sent, answer, run } = slowPool();
    const fault = new Error('of the work');
    const outcome = run(async (db) => {
      await written(db, 'insert 1', []);
      throw fault;
    }, nothing).catch((error: Error) => error);
    await settled();
    for (let n = 0; n < 3; n++) await answer();
    expect(await outcome).toBe(fault);
    expect(sent).toEqual(['begin', 'rollback', 'free']);
  });

  it('is not through before a write that failed was heard of, and a broken connection goes', async () => {
    const { sent, answer, run } = slowPool();
    const outcome = run((db) => written(db, 'insert 1', []), nothing).catch((error: Error) => error);
    await settled();
    await answer();
    const failure = new Error('broken');
    for (let n = 0; n < 3; n++) await answer(failure);
    expect(await outcome).toBe(failure);
    expect(sent).toEqual(['begin', 'insert 1', 'commit', 'rollback', 'gone']);
  });
});
