import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbedded, openStore } from '../../src/store/index.ts';
import { databaseOn } from '../database.ts';
import { type Lived, type Plan, Year } from './year.ts';

/** Lives a stretch of time through on a database server of its own, which is gone afterwards. */
export async function liveOnOwnServer(plan: Omit<Plan, 'databaseUrl'>): Promise<Lived> {
  const folder = mkdtempSync(join(tmpdir(), 'kepil-year-pg-'));
  const settings = { fsync: 'off', synchronous_commit: 'off', max_connections: '100' };
  const server = await openEmbedded({ folder, settings });
  try {
    const database = await databaseOn(server.url);
    await (await openStore(database.url, { poolSize: 1 })).close();
    return await Year.live({ ...plan, databaseUrl: database.url });
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
