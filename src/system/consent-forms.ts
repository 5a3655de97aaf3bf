import type { Problem } from '../base/index.ts';
import { formsToChoose, type GivenForm, givenForms, statedForms } from '../consent/index.ts';
import { formCategories, type Policy } from '../policy/index.ts';
import type { ServiceRecord, Tx } from '../store/index.ts';
import { actorOf, type Clerk } from './clerk.ts';
import { record } from './entries.ts';
import { headOf, policyVersion, type World } from './world.ts';

interface Of {
  readonly service: ServiceRecord['id'];
  readonly policy: Policy;
}

/** The forms a service offers: as its officer chose, else as its policy states. */
async function offeredForms(tx: Tx, { service, policy }: Of): Promise<readonly GivenForm[]> {
  const chosen = await tx.consentSettings.get(service);
  const offered = givenForms.filter((form) => chosen?.forms.includes(form));
  return offered.length > 0 ? offered : statedForms(policy);
}

/** The forms a person may choose from, the weakest first. */
export async function consentFormsFor(tx: Tx, of: Of): Promise<readonly GivenForm[]> {
  const phone = formCategories(of.policy).some(({ category }) => category === 'phone');
  return formsToChoose(await offeredForms(tx, of), { phone });
}

/** The forms of a service for its officer: what the policy states, what is offered. */
export async function showConsentForms(world: World, service: ServiceRecord) {
  return world.store.transaction(async (tx) => {
    const { hash } = await headOf(tx, service.id);
    const { policy } = await policyVersion(tx, world, { service: service.id, hash });
    const of = { service: service.id, policy };
    return {
      all: givenForms,
      stated: statedForms(policy),
      offered: await offeredForms(tx, of),
      usable: await consentFormsFor(tx, of),
    };
  });
}

/**
 * Chooses in which forms consents are taken; at least one. People may always choose one that proves more.
 *
 * @returns what is wrong, if anything
 * @law 94-V Art. 8(1)
 */
export async function changeConsentForms(
  world: World,
  clerk: Clerk,
  what: { service: ServiceRecord; forms: readonly string[] },
): Promise<readonly Problem[]> {
  const { service } = what;
  const forms = givenForms.filter((form) => what.forms.includes(form));
  if (forms.length === 0)
    return [{ code: 'consent-forms-missing', severity: 'error', field: 'forms', law: '94-V Art. 8(1)' }];
  await world.store.transaction(async (tx) => {
    await tx.consentSettings.put({ service: service.id, forms, setAt: world.now() });
    await record(tx, world, {
      service: service.id,
      kind: 'policy',
      outcome: 'done',
      actor: actorOf(clerk),
      actorKeys: clerk.keys,
      channel: 'console',
      because: [{ rule: 'consent-forms-changed', article: '94-V Art. 8(1)' }],
      counts: { forms: forms.length },
    });
  });
  return [];
}
