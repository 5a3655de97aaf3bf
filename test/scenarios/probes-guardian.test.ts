import { afterAll, afterEach, beforeAll, describe, it } from 'vitest';
import { newId } from '../../src/base/index.ts';
import { askGuardian } from '../../src/system/guardian-ask.ts';
import { Liar, lawless } from './liar.ts';
import { lettingMinorsIn } from './minor.ts';

describe('a policy that lets minors in with the consent of a representative is looked at', () => {
  let liar: Liar;
  beforeAll(async () => {
    const settle = async (world: Liar['world']) => {
      const { world: inner } = world.installation;
      const draft = {
        ...{ kind: 'registration' as const, optional: [], policyHash: '', language: 'ru' as const },
        ...{ contact: 'email' as const, fields: [['email', 'minor@example.kz'] as const] },
      };
      await inner.store.transaction((tx) =>
        askGuardian(tx, inner, {
          ...{ service: world.service, id: newId(inner.now(), inner.crypto.random), draft },
          guardian: { kind: 'email', address: 'guardian@example.kz' },
        }),
      );
    };
    liar = await Liar.open({ live: true, revise: lettingMinorsIn, settle });
  }, 120_000);
  afterEach(() => liar.repent());
  afterAll(() => liar?.close());

  it('guardian-consent: a minor is held whom nobody consented for', () =>
    liar.turnsRed('guardian-consent', { deed: () => liar.plant('birth_date', '2012-06-01') }));

  it('guardian-consent: the gate takes a minor’s own word', () =>
    liar.turnsRed('guardian-consent', { law: lawless('registration_auth') }));

  it('guardian-consent: a registration waits longer than it may', () =>
    liar.turnsRed('guardian-consent', {
      deed: () => liar.sql.query('update representation set expires_at = 1'),
    }));
});
