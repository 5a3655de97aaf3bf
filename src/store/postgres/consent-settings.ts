import type { ConsentSettings } from '../store.ts';
import { presentOrNone } from './rows.ts';
import type { Database } from './schema.ts';

/** @see ConsentSettings */
export function consentSettings(db: Database): ConsentSettings {
  return {
    get: async (service) =>
      presentOrNone(
        await db
          .selectFrom('consent_setting')
          .select(['service_id as service', 'forms', 'set_at as setAt'])
          .where('service_id', '=', service)
          .executeTakeFirst(),
      ),
    async put({ service, forms, setAt }) {
      const row = { forms: [...forms], set_at: setAt };
      await db
        .insertInto('consent_setting')
        .values({ service_id: service, ...row })
        .onConflict((clash) => clash.column('service_id').doUpdateSet(row))
        .execute();
    },
  };
}
