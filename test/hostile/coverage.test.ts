import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleText } from '../scenarios/liar.ts';
import { openWorld, type TestWorld } from '../world.ts';
import { exemplars } from './exemplars/index.ts';

/** Every address of the server, from the tree the router prints. */
function addressesOf(tree: string): readonly string[] {
  const steps: string[] = [];
  const found: string[] = [];
  for (const line of tree.split('\n')) {
    const match = /^((?: {4}|│ {3})*)[├└]── (\S+) \(/.exec(line);
    if (!match) continue;
    const depth = (match[1] ?? '').length / 4;
    steps.length = depth;
    steps.push(match[2] ?? '');
    found.push(steps.join(''));
  }
  // The router leaves the slash before a star off, and the whole prefix of files.
  return found.map((url) => (url === '/*' ? '/assets/*' : url.replace(/(?<!\/)\*$/, '/*')));
}

describe('the exemplars of good requests', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await openWorld(exampleText());
  });
  afterAll(() => world?.close());

  it('cover every route of the server', async () => {
    const { server } = world.installation;
    const known = new Set(exemplars.map(({ method, url }) => `${method} ${url}`));
    const missing: string[] = [];
    const addresses = addressesOf(server.printRoutes({ commonPrefix: false }));
    for (const url of addresses) {
      const reply = await server.inject({ method: 'OPTIONS', url: url.replaceAll(/:\w+|\*/g, 'x') });
      expect(reply.statusCode, url).toBe(405);
      const methods = String(reply.headers.allow).split(', ');
      for (const method of methods.filter((one) => one !== 'HEAD'))
        if (!known.delete(`${method} ${url}`)) missing.push(`${method} ${url}`);
    }
    const help =
      'add a row for each to test/hostile/exemplars/: who asks, what stands in the address and the form';
    expect({ missing, help }).toEqual({ missing: [], help });
    expect([...known], 'exemplars of routes that are no longer there').toEqual([]);
    expect(addresses.length).toBeGreaterThan(40);
  });
});
