import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Chance } from '../kill/chance.ts';
import { TornStore } from '../year/torn-store.ts';
import { Attacker } from './attacker.ts';
import { aigul } from './liar.ts';

describe('a page while the store goes away and comes back', () => {
  let attacker: Attacker;
  let store: TornStore;
  let mine: string;
  let staff: string;
  beforeAll(async () => {
    attacker = await Attacker.open();
    const { id } = await attacker.register(aigul);
    mine = `kepil_s_test=${await attacker.session(id)}`;
    staff = (await attacker.world.officer()).cookie();
    await attacker.world.installation.tick();
    await attacker.world.prove();
    const { world } = attacker.world.installation;
    store = new TornStore(world.store, new Chance(1));
    Object.assign(world, { store });
  });
  afterAll(() => attacker?.close());

  it.each([
    ['the cabinet', '/s/test/me', () => mine],
    ['the requests of the desk', '/console/s/test/requests', () => staff],
    ['the policy', '/s/test/', () => ''],
    ['a form of the desk', '/console/s/test/requests/new', () => staff],
  ])('is %s or says so, whichever two of its looks fail', async (_, url, cookie) => {
    const ask = () =>
      attacker.world.installation.server.inject({ method: 'GET', url, headers: { cookie: cookie() } });
    store.lose([]);
    expect((await ask()).statusCode).toBe(200);
    const looks = store.lose([]) + 4;
    const seen = new Set<number>();
    for (let first = 1; first <= looks; first++)
      for (let second = first + 1; second <= looks; second++) {
        store.lose([first, second]);
        const { statusCode, headers } = await ask();
        seen.add(statusCode);
        expect([200, 503], `${first} and ${second}`).toContain(statusCode);
        expect(headers['content-type'], `${first} and ${second}`).toContain('text/html');
      }
    expect(seen).toContain(503);
  });
});
