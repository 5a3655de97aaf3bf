import { identityNeeded, identityPurpose } from '../agreements/index.ts';
import { type Id, isId, KepilError, newId, type Problem } from '../base/index.ts';
import type { IdentityCheckRecord, ServiceRecord, Tx } from '../store/index.ts';
import { ask, decided, Refused } from './ask.ts';
import { actorOf, byClerk, type Clerk, within } from './clerk.ts';
import { confirmedIn, contracting, contractsBeyond, lookAtIdentity, personAt } from './contracts.ts';
import { type Handed, handOn } from './hand-on.ts';
import { problemsOfWords } from './own-words.ts';
import { dataOf, type OpenSubject, placeOf, writeValues } from './subjects.ts';
import type { World } from './world.ts';

const longestLaw = 200;

/** A comparison as it is asked for. */
export interface ComparisonForm {
  readonly recipient: string;
  /** The law that says that these may be compared. */
  readonly law: string;
  readonly categories: readonly string[];
}

/**
 * Has values compared by a source that a law names: what is compared goes there as a package, and nothing
 * beside it. It is a disclosure like any other, so that the gate asks for the consent to it; besides, the
 * officer cites the law, and nothing is sent of somebody whose identity is confirmed already.
 *
 * @throws KepilError `ERR_FORBIDDEN`, `ERR_NOT_FOUND`
 * @throws Refused when the gate says no
 * @law 94-V Art. 7(6), 94-V Art. 7(9), 94-V Art. 9
 */
export async function compareIdentity(
  world: World,
  clerk: Clerk,
  what: { service: ServiceRecord; subject: string; form: ComparisonForm },
): Promise<Handed | { readonly problems: readonly Problem[] }> {
  const by = within(clerk, contracting, contractsBeyond);
  const { service, subject: of, form } = what;
  const law = form.law.trim();
  const problems = await decided(world, async (tx) => {
    const subject = await personAt(tx, world, { service, subject: of });
    const { policy, asked, refused } = await lookAtIdentity(tx, world, { by, subject });
    if (refused) throw refused;
    return checkComparison(form, {
      needed: identityNeeded(policy).flat(),
      confirmed: confirmedIn(asked),
    });
  });
  if (problems.length > 0) return { problems };
  const { recipient, categories } = form;
  return handOn(
    world,
    { clerk: by },
    {
      ...{ service, subject: of, recipient, categories, purpose: identityPurpose },
      also: async (tx, { disclosure, categories: sent }) => {
        const now = world.now();
        await tx.contracts.insertCheck({
          ...{ service: service.id, subject: of as Id, id: newId(now, world.crypto.random), disclosure },
          ...{ law, categories: sent, askedAt: now, askedBy: by.id },
        });
      },
    },
  );
}

function checkComparison(
  form: ComparisonForm,
  at: { needed: readonly string[]; confirmed: ReadonlySet<string> },
): readonly Problem[] {
  const fault = (code: string, field: string): Problem => ({ code, severity: 'error', field });
  const { categories } = form;
  const known = categories.every((key) => at.needed.includes(key));
  const news = categories.some((key) => !at.confirmed.has(key));
  const words = problemsOfWords({
    ...{
      field: 'law',
      text: form.law,
      longest: longestLaw,
      long: 'field-too-long',
      missing: 'comparison-law',
    },
  });
  const cited = words.length > 0 || /\d/.test(form.law);
  return [
    ...words,
    ...(cited ? [] : [fault('comparison-law', 'law')]),
    ...(isId(form.recipient) ? [] : [fault('recipient-choose', 'recipient')]),
    ...(categories.length === 0 ? [fault('items-choose', 'category')] : []),
    ...(known ? [] : [fault('comparison-too-much', 'category')]),
    ...(known && categories.length > 0 && !news ? [fault('comparison-needless', 'category')] : []),
  ];
}

/**
 * Enters what the source answered. A yes confirms the values that were compared, as they stand now and only
 * if they are still those that were sent; a no leaves them said. Twice changes nothing.
 *
 * @throws KepilError `ERR_FORBIDDEN`, `ERR_NOT_FOUND`; `ERR_CONFLICT` when a value changed since
 * @throws Refused
 */
export async function answerCheck(
  world: World,
  clerk: Clerk,
  what: { service: ServiceRecord; subject: string; id: string; matched: boolean },
): Promise<void> {
  const by = within(clerk, contracting, contractsBeyond);
  await decided(world, async (tx) => {
    const subject = await personAt(tx, world, what);
    const { service } = subject;
    const check = (await tx.contracts.checks(service, subject.record.id)).find(({ id }) => id === what.id);
    if (!check) throw new KepilError('ERR_NOT_FOUND', 'not-found');
    if (check.matched !== undefined) return;
    await confirm(tx, world, { by, subject, check, matched: what.matched });
    await tx.contracts.answer({
      ...{ service, subject: subject.record.id, id: check.id, matched: what.matched },
      ...{ answeredAt: world.now(), answeredBy: by.id },
    });
  });
}

async function confirm(
  tx: Tx,
  world: World,
  of: { by: Clerk; subject: OpenSubject; check: IdentityCheckRecord; matched: boolean },
): Promise<void> {
  const { by, subject, check, matched } = of;
  const request = {
    ...{ actor: actorOf(by), verb: 'use' as const, service: subject.service, subject: subject.record.id },
    ...{ categories: check.categories, purpose: identityPurpose, channel: 'console' as const },
  };
  const because = [{ rule: matched ? 'comparison-matched' : 'comparison-differs' }];
  const asked = await ask(tx, world, request, { mode: 'update', because, ...byClerk(by) });
  const { decision, entry } = asked;
  if (!decision.allowed || !entry) throw new Refused(decision.because, entry);
  if (!matched) return;
  const data = dataOf(asked.segments);
  const current = check.categories.map((category) => ({ category, value: data.get(category)?.[0] }));
  if (current.some(({ value }) => value === undefined || value.at > check.askedAt))
    throw new KepilError('ERR_CONFLICT', 'comparison-stale');
  const writings = current.flatMap(({ category, value }) =>
    value && value.status !== 'confirmed'
      ? [
          {
            category,
            ...placeOf(asked.version.policy, category),
            value: {
              ...{ value: value.value, giver: value.giver, source: value.source, at: value.at, entry },
              confirmedAt: world.now(),
              ...{ status: 'confirmed' as const, compared: check.id, confirmedBy: by.id },
            },
          },
        ]
      : [],
  );
  await writeValues(tx, world, { subject, segments: asked.segments, writings });
  await tx.subjects.bumpVersion(subject.service, subject.record.id);
}
