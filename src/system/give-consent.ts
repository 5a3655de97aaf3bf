import type { Id, Language, Problem } from '../base/index.ts';
import { consentState, type GivenForm } from '../consent/index.ts';
import { type ConsentText, consentText } from '../notice/index.ts';
import { basePurposes, consentCategories, ownPurposes, type Policy } from '../policy/index.ts';
import type { ConsentRow, Tx } from '../store/index.ts';
import { maskValue } from '../vault/index.ts';
import type { Speaker } from '../words/index.ts';
import { ask, decided, Refused } from './ask.ts';
import { attempting, countAttempt } from './attempts.ts';
import { type Me, type OwnView, openOwn } from './cabinet.ts';
import { consentFormsFor } from './consent-forms.ts';
import { type CodeWay, provedByCode, storeConsent } from './consents.ts';
import { openDraft, takeDraft, type Waiting, waitingIn } from './drafts.ts';
import { makePaper } from './make-paper.ts';
import { openSubject } from './subjects.ts';
import { headOf, type World } from './world.ts';

/** A consent that may be given in the cabinet: the one that everything rests on, or for one purpose. */
export interface ConsentChoice {
  /** `base`, or the purpose. */
  readonly key: string;
  readonly purposes: readonly string[];
  readonly text: ConsentText;
  /** Whether one is in force: it may be given again in a form that proves more. */
  readonly given: boolean;
}

/** What may be consented to, and in which forms. */
export interface ConsentChoices {
  readonly choices: readonly ConsentChoice[];
  readonly forms: readonly GivenForm[];
}

/** What somebody may consent to in their cabinet, each with its text. */
export async function consentChoices(world: World, me: Me, speaker: Speaker): Promise<ConsentChoices> {
  return decided(world, async (tx) =>
    choicesIn(tx, world, { me, own: await openOwn(tx, world, me), speaker }),
  );
}

async function choicesIn(
  tx: Tx,
  world: World,
  { me, own, speaker }: { me: Me; own: OwnView; speaker: Speaker },
): Promise<ConsentChoices> {
  const { policy, hash } = own.version;
  const live = (await headOf(tx, me.service.id)).status === 'live';
  const consents = await tx.consents.list(me.service.id, me.subject);
  const now = world.now();
  const choice = (key: string, purposes: readonly string[]): ConsentChoice => ({
    key,
    purposes,
    text: consentText({ speaker, policy, policyHash: hash, purposes, categories: serving(policy, purposes) }),
    given: purposes.every((purpose) => consents.some((row) => covers(row, purpose, now))),
  });
  const optional = live ? ownPurposes(policy) : [];
  // Whoever registers on paper has nothing here that another consent could be about.
  if (own.subject.record.kind === 'applicant') return { choices: [], forms: [] };
  return {
    choices: [choice('base', basePurposes(policy)), ...optional.map((purpose) => choice(purpose, [purpose]))],
    forms: await consentFormsFor(tx, { service: me.service.id, policy }),
  };
}

function serving(policy: Policy, purposes: readonly string[]): readonly string[] {
  return consentCategories(policy).filter((key) =>
    policy.data.some((row) => row.category === key && row.purposes.some((one) => purposes.includes(one))),
  );
}

function covers(row: ConsentRow, purpose: string, now: number): boolean {
  return (
    row.transfer === undefined &&
    consentState(row, now) === 'active' &&
    row.purposes.includes(purpose) &&
    row.withdrawnPurposes[purpose] === undefined
  );
}

/** A consent as asked for in the cabinet. */
export interface ConsentWish {
  readonly key: string;
  readonly form: string;
  /** The box under the text. */
  readonly agree: boolean;
  readonly speaker: Speaker;
  /** Where it comes from, as limits count it. */
  readonly from: string;
}

/** The consent, the code that is waited for, the application to be signed, or what is wrong. */
export type Given =
  | { readonly consent: Id }
  | Waiting
  | { readonly paper: Id }
  | { readonly problem: Problem };

/**
 * Gives a consent in the cabinet, in the form the person chose: by the box at once; by SMS once the code that
 * goes to their telephone comes back; on paper once the officer has confirmed the signed application.
 *
 * @throws Refused when the gate says no
 * @throws TooSoon when a code was asked for too often: each is a message to a telephone
 * @law 94-V Art. 7(1), 94-V Art. 8(1)
 */
export async function giveConsent(world: World, me: Me, wish: ConsentWish): Promise<Given> {
  const { service, subject: account } = me;
  if (wish.form === 'sms' && wish.agree)
    await countAttempt(world, { service: service.id, what: 'code-asked', account, from: wish.from });
  return decided(world, async (tx) => {
    const own = await openOwn(tx, world, me, 'update');
    const { choices, forms } = await choicesIn(tx, world, { me, own, speaker: wish.speaker });
    const choice = choices.find(({ key }) => key === wish.key);
    const form = forms.find((one) => one === wish.form);
    const problem = wrongIn(wish, { choice, form });
    if (problem || !choice || !form) return { problem: problem ?? fault('purpose-not-offered', 'key') };
    if (form === 'written_scan') return onPaper(tx, world, { me, own, choice, wish });
    if (form !== 'sms') return storeGiven(tx, world, { me, own, purposes: choice.purposes, wish });
    const phone = own.data.get('phone')?.[0];
    if (phone?.status !== 'confirmed') return { problem: fault('consent-phone-unconfirmed', 'form') };
    return sendCode(tx, world, { me, own, phone: phone.value, choice, language: wish.speaker.language });
  });
}

function wrongIn(
  wish: ConsentWish,
  { choice, form }: { choice: ConsentChoice | undefined; form: GivenForm | undefined },
): Problem | undefined {
  if (!choice) return fault('purpose-not-offered', 'key');
  if (!form) return fault('consent-form-not-offered', 'form');
  // On paper one agrees by the signature.
  return wish.agree || form === 'written_scan'
    ? undefined
    : { ...fault('consent-required', 'agree'), law: '94-V Art. 7(1)' };
}

function fault(code: string, field: string): Problem {
  return { code, severity: 'error', field };
}

async function onPaper(
  tx: Tx,
  world: World,
  { me, own, choice, wish }: { me: Me; own: OwnView; choice: ConsentChoice; wish: ConsentWish },
): Promise<Given> {
  const { service, subject, version, values } = givingOf(me, own);
  const name = values.get('full_name');
  const made = await makePaper(tx, world, {
    ...{ service, subject, version, offer: choice.key, language: wish.speaker.language },
    live: (await headOf(tx, service.id)).status === 'live',
    ...(name !== undefined && { name }),
  });
  return 'paper' in made ? { paper: made.paper.id } : { problem: fault(made.problem, 'key') };
}

async function storeGiven(
  tx: Tx,
  world: World,
  what: { me: Me; own: OwnView; purposes: readonly string[]; wish: ConsentWish },
): Promise<{ consent: Id }> {
  const { me, own, purposes, wish } = what;
  const consent = await storeConsent(tx, world, {
    ...givingOf(me, own),
    purposes,
    language: wish.speaker.language,
    form: 'separate_explicit',
  });
  await tx.subjects.bumpVersion(me.service.id, me.subject);
  return { consent };
}

function givingOf(me: Me, own: OwnView) {
  const name = own.data.get('full_name')?.[0]?.value;
  const values = new Map(name === undefined ? [] : [['full_name', name]]);
  return {
    service: me.service,
    subject: own.subject,
    version: own.version,
    values,
    channel: 'cabinet',
  } as const;
}

async function sendCode(
  tx: Tx,
  world: World,
  what: { me: Me; own: OwnView; phone: string; choice: ConsentChoice; language: Language },
): Promise<Waiting> {
  const { me, own, phone, choice, language } = what;
  const request = {
    actor: { role: 'system' as const },
    verb: 'use' as const,
    service: me.service.id,
    subject: me.subject,
    categories: ['phone'],
    purpose: 'subject_rights',
    channel: 'outbox' as const,
  };
  const { decision, entry } = await ask(tx, world, request, { mode: 'share' });
  if (!decision.allowed) throw new Refused(decision.because, entry);
  const content = {
    kind: 'consent' as const,
    fields: [['phone', phone] as const],
    optional: choice.purposes,
    policyHash: own.version.hash,
    language,
    contact: 'phone' as const,
    form: 'sms' as const,
  };
  return openDraft(tx, world, { service: me.service, content, holder: own.subject });
}

/** A consent of the person's own that waits for its code; undefined when it is gone. */
export function waitingConsent(world: World, me: Me, draft: Id): Promise<Waiting | undefined> {
  return world.store.transaction(async (tx) => {
    const holder = await openSubject(tx, world, { service: me.service.id, id: me.subject, mode: 'share' });
    return holder && waitingIn(tx, world, { service: me.service.id, draft, holder });
  });
}

/** The consent, or why there is none. */
export type GivenByCode =
  | { readonly consent: Id }
  | { readonly problem: 'code-wrong' | 'code-expired' | 'policy-changed' };

/**
 * Takes the code of a consent as it is typed into the cabinet.
 *
 * @throws TooSoon after too many tries from this place
 */
export async function confirmGiven(
  world: World,
  me: Me,
  at: { draft: Id; code: string; from: string },
): Promise<GivenByCode> {
  const attempt = { service: me.service.id, what: 'code-entered', account: at.draft, from: at.from } as const;
  return attempting(world, attempt, {
    work: () => takeCode(world, me, { ...at, way: 'typed' }),
    right: (outcome) => 'consent' in outcome,
  });
}

/** The same by a code that came back from the telephone. @returns whether it was right */
export async function confirmGivenByReply(
  world: World,
  me: Me,
  at: { draft: Id; code: string },
): Promise<boolean> {
  return 'consent' in (await takeCode(world, me, { ...at, way: 'reply' }));
}

async function takeCode(
  world: World,
  me: Me,
  at: { draft: Id; code: string; way: CodeWay },
): Promise<GivenByCode> {
  return decided(world, async (tx) => {
    const own = await openOwn(tx, world, me, 'update');
    const holder = own.subject;
    const what = { service: me.service.id, draft: at.draft, code: at.code, kind: 'consent' as const, holder };
    const taken = await takeDraft(tx, world, what);
    if ('problem' in taken) return taken;
    await tx.drafts.remove(me.service.id, at.draft);
    const { draft } = taken;
    if (draft.policyHash !== own.version.hash) return { problem: 'policy-changed' as const };
    const consent = await storeConsent(tx, world, {
      ...givingOf(me, own),
      purposes: draft.optional,
      language: draft.language,
      ...provedByCode(new Map(draft.fields).get('phone') ?? '', at.way),
    });
    await tx.subjects.bumpVersion(me.service.id, me.subject);
    return { consent };
  });
}

/** A telephone as its owner is shown it. */
export function maskedPhone(phone: string): string {
  return maskValue('phone', phone);
}
