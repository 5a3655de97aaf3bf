import { nilId } from '../../src/base/index.ts';
import { reachingOf } from '../../src/cli/reaching.ts';
import type { DataRow, Policy } from '../../src/policy/index.ts';
import { openSubject } from '../../src/system/subjects.ts';
import { openDays, openVisits, type RecordedVisit } from '../../src/system/visit-days.ts';
import { Attacker } from './attacker.ts';

const origin = 'https://kepil.example';
export const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0';

/** A policy that declares the pages visited as well. */
export const withPages = (policy: Policy): Policy => {
  const address = policy.data.find(({ category }) => category === 'ip_address') as DataRow;
  return { ...policy, data: [...policy.data, { ...address, category: 'usage_history' }] };
};

/** A policy that declares nothing of visits. */
export const silent = (policy: Policy): Policy => ({
  ...policy,
  data: policy.data.filter(({ category }) => !['ip_address', 'browser_device'].includes(category)),
});

/** A service behind a named proxy, with a look into what it records. */
export class Watched {
  readonly attacker: Attacker;

  private constructor(attacker: Attacker) {
    this.attacker = attacker;
  }

  static async open(revise: (policy: Policy) => Policy): Promise<Watched> {
    const reaching = reachingOf({ origin, proxy: '127.0.0.1' });
    const attacker = await Attacker.open('test', { reaching, revise });
    return new Watched(attacker);
  }

  get world() {
    return this.attacker.world;
  }

  /** A visit from elsewhere, through the proxy. */
  visit(path: string, more: { from?: string; cookie?: string; agent?: string } = {}) {
    const { from = '203.0.113.77', cookie, agent = firefox } = more;
    const said = { 'x-forwarded-for': from, 'x-forwarded-proto': 'https', 'user-agent': agent };
    const headers = { host: 'kepil.example', ...said, ...(cookie !== undefined && { cookie }) };
    return this.attacker.send({ method: 'GET', url: this.world.base + path, headers });
  }

  /** The cookie of a new session of somebody, as their browser has it over TLS. */
  async cookie(id: string): Promise<string> {
    return `__Host-kepil_s_test=${await this.attacker.session(id)}`;
  }

  /** What is recorded of somebody, opened; of guests when nobody is named. */
  async recorded(id: string = nilId): Promise<readonly RecordedVisit[]> {
    await this.world.installation.tick();
    const { world } = this.world.installation;
    const service = this.world.service.id;
    return world.store.transaction(async (tx) => {
      const days = await openDays(tx, world, service);
      const subject = id === nilId ? undefined : await openSubject(tx, world, { service, id, mode: 'look' });
      const rows = await tx.visits.ofSubject(service, id, { limit: 1000 });
      return rows.toReversed().flatMap((row) => {
        const day = days.get(row.day);
        if (!day) return [];
        const keys = subject && { keys: subject.keys };
        return openVisits(world, { row, day, ...keys }) as readonly RecordedVisit[];
      });
    });
  }

  async rows(): Promise<number> {
    const { rows } = await this.attacker.sql.query('select count(*)::int as n from visit');
    return rows[0].n;
  }

  close() {
    return this.attacker.close();
  }
}
