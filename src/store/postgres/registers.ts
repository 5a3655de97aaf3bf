import type { Id } from '../../base/index.ts';
import type { StorageNodeRecord, Tx } from '../store.ts';
import { present, presentOrNone } from './rows.ts';
import type { Database } from './schema.ts';

/** @see Tx.registers */
export function registers(db: Database): Tx['registers'] {
  return { ...tests(db), ...nodes(db) };
}

function tests(db: Database): Pick<Tx['registers'], 'addTest' | 'tests'> {
  return {
    async addTest({ service, id, control, testedOn, passed, by, enteredAt }) {
      const row = { service_id: service, test_id: id, control, tested_on: testedOn, passed };
      await db
        .insertInto('control_test')
        .values({ ...row, by_id: by, entered_at: enteredAt })
        .execute();
    },
    tests: (service, limit) =>
      db
        .selectFrom('control_test')
        .where('service_id', '=', service)
        .select(['service_id as service', 'test_id as id', 'control', 'tested_on as testedOn', 'passed'])
        .select(['by_id as by', 'entered_at as enteredAt'])
        .orderBy('test_id', 'desc')
        .limit(limit)
        .execute(),
  };
}

const cards = (db: Database) =>
  db
    .selectFrom('storage_node')
    .select(['service_id as service', 'node_id as id', 'kind', 'owner', 'address', 'country', 'certificate'])
    .select(['certificate_until as certificateUntil', 'closed', 'changed_at as changedAt'])
    .select('changed_by as changedBy');

function nodes(db: Database): Pick<Tx['registers'], 'putNode' | 'node' | 'nodes' | 'primaries'> {
  return {
    async putNode(row) {
      const key = { service_id: row.service, node_id: row.id };
      const values = valuesOf(row);
      await db
        .insertInto('storage_node')
        .values({ ...key, ...values })
        .onConflict((clash) => clash.columns(['service_id', 'node_id']).doUpdateSet(values))
        .execute();
    },
    node: async (service: Id, id: Id) =>
      presentOrNone(
        await cards(db).where('service_id', '=', service).where('node_id', '=', id).executeTakeFirst(),
      ),
    nodes: async (service: Id) =>
      (await cards(db).where('service_id', '=', service).orderBy('node_id').execute()).map(present),
    primaries: async () =>
      (await cards(db).where('kind', '=', 'primary').where('closed', '=', false).execute()).map(present),
  };
}

function valuesOf(row: StorageNodeRecord) {
  return {
    ...{ kind: row.kind, owner: row.owner, address: row.address, country: row.country },
    ...{ certificate: row.certificate, certificate_until: row.certificateUntil ?? null },
    ...{ closed: row.closed, changed_at: row.changedAt, changed_by: row.changedBy },
  };
}
