import { civilDateAt, type Id, type Language, newId, type Problem } from '../base/index.ts';
import { type ConsentPlan, type GivenForm, planConsent } from '../consent/index.ts';
import type { Recipient } from '../disclosure/index.ts';
import { type BlockFact, type Decision, decide } from '../gate/index.ts';
import { basePurposes, consentCategories, ownPurposes, type Policy } from '../policy/index.ts';
import type { PolicyVersionRecord, ServiceRecord, Tx } from '../store/index.ts';
import { normalise } from '../vault/index.ts';
import { countAttempt } from './attempts.ts';
import { consentFormsFor } from './consent-forms.ts';
import type { Draft } from './draft.ts';
import { openDraft, type Waiting } from './drafts.ts';
import { ageFrom, checkForm, type Filled } from './form.ts';
import { groupedBy } from './grouped.ts';
import { type NamedGuardian, namedGuardian, needsGuardian } from './named-guardian.ts';
import { offeredBoxes } from './offered-recipients.ts';
import { kindOfAddress } from './typed.ts';
import { headOf, policyVersion, type World } from './world.ts';

/** A registration as sent. `optional` are purposes with a box of their own. */
export interface RegistrationForm {
  readonly service: ServiceRecord;
  readonly language: Language;
  readonly fields: Filled;
  readonly consent: boolean;
  readonly optional: readonly string[];
  /** Names of the boxes that let data go to a recipient, see `offeredBoxes`. */
  readonly recipients?: readonly string[];
  /** Hash of the policy version the form was made from. */
  readonly policyHash: string;
  /** How the consent is given; absent: in the weakest form there is to choose. */
  readonly form?: string;
  /** Who registers says to be under age. */
  readonly minor?: boolean;
  /** E-mail or telephone of who may consent for a minor. */
  readonly guardian?: string;
  /** Where it comes from, as limits count it: what goes to a guardian goes to a stranger. */
  readonly from?: string;
}

/** The draft that waits for its code, or what is wrong; in the second case nothing was stored. */
export type Started = Waiting | { readonly problems: readonly Problem[]; readonly decision?: Decision };

/**
 * First step of a registration: checks the form, asks the gate, seals the draft and sends the code. Without
 * the tick nothing is stored; the draft is gone after ten minutes. Refusals of guests are counted by the
 * minute, without entries. A minor needs no tick, since theirs is no consent; they name who may consent for
 * them, where the policy lets minors in.
 *
 * @throws TooSoon when the same guardian is named too often
 * @law 94-V Art. 7(1), 8(1)
 */
export async function startRegistration(world: World, form: RegistrationForm): Promise<Started> {
  await countGuardian(world, form);
  return world.store.transaction(async (tx) => {
    const head = await headOf(tx, form.service.id);
    const version = await policyVersion(tx, world, { service: form.service.id, hash: head.hash });
    const live = head.status === 'live';
    const checked = checkForm(version.policy, form.fields, civilDateAt(world.now(), world.law.zone));
    const boxes = await checkBoxes(tx, world, { form, version, live });
    const forms = await consentFormsFor(tx, { service: form.service.id, policy: version.policy });
    const chosen = forms.find((one) => one === (form.form ?? forms[0]));
    const { values } = checked;
    const { minor } = form;
    const asked = { service: form.service.id, version, live, language: form.language };
    const decision = refusalIn(decideCollections(world, { ...asked, values, ...(minor && { minor }) }));
    const young = needsGuardian(decision) && namedGuardian(version.policy, form.guardian ?? '', values);
    const problems = [
      ...checked.problems,
      ...(young ? [] : checkConsent(form, version, live)),
      ...boxes,
      ...checkChosen(chosen, values),
      ...(young && 'problems' in young ? young.problems : []),
    ];
    if (problems.length > 0) return refuse(tx, world, { service: form.service.id, problems });
    if (decision && !young) return refuse(tx, world, { service: form.service.id, problems: [], decision });
    const guardian = young && !('problems' in young) ? young : undefined;
    const content = contentOf(form, { values, chosen, guardian });
    return openDraft(tx, world, { service: form.service, content });
  });
}

/** Counts whom a minor names, so that nobody has strangers written to. */
async function countGuardian(world: World, { service, guardian, from }: RegistrationForm): Promise<void> {
  const address = guardian?.trim() ?? '';
  const kind = kindOfAddress(address);
  if (!kind || from === undefined) return;
  const account = `guardian:${normalise(kind, address)}`;
  await countAttempt(world, { service: service.id, what: 'naming', account, from });
}

/** What waits for its code. What a minor ticked is nothing: who consents for them ticks anew. */
function contentOf(
  form: RegistrationForm,
  of: { values: Filled; chosen: GivenForm | undefined; guardian: NamedGuardian | undefined },
): Draft {
  const { values, chosen, guardian } = of;
  const common = {
    kind: 'registration' as const,
    ...{ fields: [...values], policyHash: form.policyHash, language: form.language },
  };
  const byEmail = values.has('email') ? ('email' as const) : ('phone' as const);
  if (guardian) return { ...common, optional: [], contact: byEmail, guardian };
  return {
    ...common,
    optional: [...new Set(form.optional)],
    recipients: [...new Set(form.recipients ?? [])],
    contact: chosen === 'sms' ? 'phone' : byEmail,
    ...(chosen && { form: chosen }),
  };
}

async function refuse(
  tx: Tx,
  world: World,
  what: { service: Id; problems: readonly Problem[]; decision?: Decision },
): Promise<Started> {
  const rules = [
    ...what.problems.map((problem) => problem.code),
    ...(what.decision?.because.map(({ rule }) => rule) ?? []),
  ];
  for (const rule of [...new Set(rules)].sort()) await tx.counters.refused(what.service, rule, world.now());
  return { problems: what.problems, ...(what.decision && { decision: what.decision }) };
}

function checkConsent(
  form: RegistrationForm,
  version: PolicyVersionRecord,
  live: boolean,
): readonly Problem[] {
  const problems: Problem[] = [];
  if (form.policyHash !== version.hash) problems.push({ code: 'policy-changed', severity: 'error' });
  if (!form.consent)
    problems.push({ code: 'consent-required', severity: 'error', field: 'consent', law: '94-V Art. 7(1)' });
  const offered = live ? ownPurposes(version.policy) : [];
  if (form.optional.some((purpose) => !offered.includes(purpose))) {
    problems.push({ code: 'purpose-not-offered', severity: 'error' });
  }
  return problems;
}

/** The form must be one of those there are to choose, and what it needs be there. */
function checkChosen(chosen: GivenForm | undefined, values: Filled): readonly Problem[] {
  if (chosen === undefined) return [{ code: 'consent-form-not-offered', severity: 'error', field: 'form' }];
  if (chosen !== 'sms' || values.has('phone')) return [];
  return [{ code: 'consent-phone-needed', severity: 'error', field: 'phone', law: '94-V Art. 8(1)' }];
}

/** Boxes of recipients must be those that were offered, each as its card stands. */
async function checkBoxes(
  tx: Tx,
  world: World,
  { form, version, live }: { form: RegistrationForm; version: PolicyVersionRecord; live: boolean },
): Promise<readonly Problem[]> {
  const { recipients = [] } = form;
  if (recipients.length === 0) return [];
  const offered = await offeredBoxes(tx, world, { service: form.service.id, version, live });
  const known = new Set(offered.map(({ name }) => name));
  return recipients.every((name) => known.has(name))
    ? []
    : [{ code: 'recipient-not-offered', severity: 'error' }];
}

/**
 * The purpose a registration is made for: the account where the text names it, else the first base purpose.
 */
export function registrationPurpose(policy: Policy): string {
  const base = basePurposes(policy);
  return base.includes('registration_auth') ? 'registration_auth' : (base[0] ?? 'provide_service');
}

/**
 * The consent one box of a registration form gives, for the gate and the store. It covers every item the form
 * names, also those left empty now: they may be added later under the same consent.
 */
export function consentOfForm(
  world: World,
  from: {
    version: PolicyVersionRecord;
    purposes: readonly string[];
    language: Language;
    subjectName: boolean;
    /** A key of `consentForms`; absent: the box of the registration. */
    form?: string;
    /** When a representative gives it. */
    representation?: Id;
    /** When the box lets data go to a recipient. */
    transfer?: { readonly recipient: Recipient; readonly abroad: boolean };
  },
): ConsentPlan {
  const now = world.now();
  const { policy, hash } = from.version;
  const { transfer } = from;
  const scope = transfer && {
    recipient: transfer.recipient.id,
    country: transfer.recipient.country,
    abroad: transfer.abroad,
  };
  return planConsent(
    {
      id: newId(now, world.crypto.random),
      policy,
      policyHash: hash,
      form: from.form ?? 'checkbox',
      purposes: from.purposes,
      given: transfer ? transfer.recipient.categories : consentCategories(policy),
      subjectName: from.subjectName,
      language: from.language,
      now,
      ...(scope && { transfer: scope }),
      ...(from.representation && { representation: from.representation }),
    },
    world.law,
  );
}

/** What the gate is asked when somebody registers: the values, the version shown, the consent being given. */
export interface Registering {
  readonly service: Id;
  readonly version: PolicyVersionRecord;
  readonly live: boolean;
  readonly language: Language;
  readonly values: Filled;
  /** Blocks of whoever is here already, and becomes a user by this. */
  readonly blocks?: readonly BlockFact[];
  /** That they said themselves to be under age. */
  readonly minor?: boolean;
  /** Who lets a minor in that waited. */
  readonly by?: {
    readonly subject: Id;
    readonly ageYears: number;
    readonly representation: Id;
    readonly representative: Id;
  };
}

/** What is collected for one purpose, with what the gate says of it. */
export interface Collecting {
  readonly purpose: string;
  readonly categories: readonly string[];
  readonly decision: Decision;
}

/** The first refusal among what is to be collected: one is enough, nothing is stored then. */
export function refusalIn(collecting: readonly Collecting[]): Decision | undefined {
  return collecting.find(({ decision }) => !decision.allowed)?.decision;
}

/** What a datum of the form is collected for: the registration, else the first base purpose it serves. */
function purposeOf(policy: Policy, category: string): string {
  const usual = registrationPurpose(policy);
  const rows = policy.data.filter((row) => row.category === category);
  const serves = (purpose: string) => rows.some((row) => row.purposes.includes(purpose));
  return [usual, ...basePurposes(policy)].find(serves) ?? usual;
}

/**
 * Asks the gate about a registration, purpose by purpose: when the form comes, and again in the commit that
 * stores it.
 */
export function decideCollections(world: World, from: Registering): readonly Collecting[] {
  const { version, values, language, by } = from;
  const purposes = basePurposes(version.policy);
  const representation = by && { representation: by.representation };
  const subjectName = values.has('full_name');
  const giving = consentOfForm(world, { version, purposes, language, subjectName, ...representation });
  const facts = {
    now: giving.givenAt,
    policy: version.policy,
    policyHash: version.hash,
    service: from.live ? ('live' as const) : ('draft' as const),
    subject: by
      ? { state: 'active' as const, ageYears: by.ageYears }
      : { state: 'none' as const, ...aged(world, from) },
    consents: [],
    blocks: from.blocks ?? [],
    expired: [],
    giving,
    ...(by && {
      matters: [by.representation],
      representations: [{ id: by.representation, representative: by.representative }],
    }),
  };
  const request = {
    actor: by ? { role: 'representative' as const, id: by.representative } : { role: 'guest' as const },
    verb: 'collect' as const,
    service: from.service,
    subject: by?.subject ?? from.service,
    channel: 'registration' as const,
    ...(by && { decisionId: by.representation, matter: by.representation }),
  };
  const groups = groupedBy(values.keys(), (category) => purposeOf(version.policy, category));
  return [...groups].map(([purpose, categories]) => ({
    ...{ purpose, categories },
    decision: decide({ ...request, purpose, categories }, facts, world.law),
  }));
}

/** How old whoever registers is, by what they gave; who says to be under age is believed. */
function aged(world: World, { values, minor }: Registering): { readonly ageYears?: number } {
  const age = ageFrom(values, civilDateAt(world.now(), world.law.zone));
  const said = minor ? world.law.adultFrom - 1 : undefined;
  const ageYears = age === undefined || said === undefined ? (age ?? said) : Math.min(age, said);
  return ageYears === undefined ? {} : { ageYears };
}
