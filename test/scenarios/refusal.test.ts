import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { Refused, viewMyData } from '../../src/system/index.ts';
import { openWorld } from '../world.ts';

const example = new URL('../../examples/dala-kitap.txt', import.meta.url);

it('keeps the entry of a refusal that ends a use case', async () => {
  const test = await openWorld(readFileSync(example, 'utf8'));
  try {
    const person = { full_name: 'Дәурен Сапаров', birth_date: '1985-05-15' };
    await test.register({ ...person, email: 'dauren@example.kz', phone: '+77010003344' });
    const { world } = test.installation;
    const { service } = test;
    const [subject] = await world.store.transaction((tx) =>
      tx.subjects.list(service.id, 'user', { limit: 1 }),
    );
    const lawless = { ...world, law: { ...world.law, standingPurposes: [] } };
    const refused = await viewMyData(lawless, { service, subject: subject?.id ?? '' }).catch(
      (error) => error,
    );
    expect(refused).toBeInstanceOf(Refused);
    const entry = await world.store.transaction((tx) =>
      tx.entries.get(service.id, (refused as Refused).entry ?? ''),
    );
    expect(new TextDecoder().decode(entry?.leaf)).toContain('"kind":"refusal"');
  } finally {
    await test.close();
  }
});
