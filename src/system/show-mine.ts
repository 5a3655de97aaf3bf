import { base64Of, type Id, type Json, utf8 } from '../base/index.ts';
import { consentState } from '../consent/index.ts';
import { commitmentKey } from '../ledger/index.ts';
import {
  actLines,
  countName,
  deletionLines,
  destroyedText,
  type Line,
  linkedReceipt,
  missingLines,
  reasonText,
  type Traces,
  untilText,
  withdrawalLines,
} from '../notice/index.ts';
import { categories, formCategories, visitCategories } from '../policy/index.ts';
import type {
  ActRecord,
  ConfirmationWay,
  ConsentRow,
  DestroyedValueRecord,
  ObligationRecord,
  ServiceRecord,
} from '../store/index.ts';
import { maskValue, type StoredValue } from '../vault/index.ts';
import type { Speaker } from '../words/index.ts';
import { decided } from './ask.ts';
import { type Me, openOwn, viewMyData } from './cabinet.ts';
import { confirmationOf } from './confirmation.ts';
import { type ConsentEvidence, evidenceOf } from './consents.ts';
import { previewDestruction } from './destroy.ts';
import { type EntryProof, proofOf } from './sequence.ts';
import { keptUnder, termedPolicy } from './terms.ts';
import { declaredIn } from './visit-rules.ts';
import { ownConsent, previewWithdrawal } from './withdraw.ts';
import { headOf, type World } from './world.ts';

/** One datum as the person sees it; values leave this room masked. `held` is absent when nothing is held. */
export interface ShownValue {
  readonly category: string;
  readonly purposes: readonly string[];
  readonly until: string;
  readonly correctable: boolean;
  readonly held?: {
    readonly masked: string;
    readonly source: string;
    readonly at: number;
    readonly status: StoredValue['status'];
    /** How it was confirmed. */
    readonly way?: ConfirmationWay;
    readonly history: number;
  };
  /** When and why it was destroyed; absent while something is held, or nothing ever was destroyed. */
  readonly destroyed?: DestroyedValueRecord;
}

/**
 * A person's data by the policy's list, masked, with source and term; the view itself is `entry` in the log.
 * `visits`: the categories that visits bring, which have a page of their own.
 */
export async function showMyData(
  world: World,
  me: Me,
  speaker: Speaker,
): Promise<{
  readonly rows: readonly ShownValue[];
  readonly visits: readonly string[];
  readonly entry: Id;
  /** Since when everything is blocked. */
  readonly blockedSince?: number;
  /** When the account will be deleted, unless the person takes it back. */
  readonly deletionAt?: number;
}> {
  const own = await viewMyData(world, me);
  const { policy } = own.version;
  const { block, termed, gone, deletion } = await world.store.transaction(async (tx) => ({
    block: await tx.blocks.inForce(me.service.id, me.subject),
    termed: await termedPolicy(tx, {
      service: me.service.id,
      policy: await keptUnder(tx, world, { head: await headOf(tx, me.service.id), hash: own.version.hash }),
    }),
    gone: await tx.retention.destroyed.list(me.service.id, me.subject),
    deletion: await tx.retention.deletions.get(me.service.id, me.subject),
  }));
  // What visits bring lies in a store of its own and has a page of its own.
  const apart = (category: string) => visitCategories.includes(category) && !own.data.has(category);
  const askable = new Set(formCategories(policy).map((row) => row.category));
  // What a later version no longer declares is still theirs to see.
  const declared = new Set(policy.data.map(({ category }) => category));
  const left = [...own.data.keys()].filter((category) => !declared.has(category));
  const shownRows = [
    ...policy.data.filter(({ category }) => !apart(category)),
    ...left.map((category) => ({ category, purposes: [] })),
  ];
  const rows = shownRows.map(({ category, purposes }): ShownValue => {
    const values = own.data.get(category) ?? [];
    const [current] = values;
    const until = untilText(speaker, { policy: termed, category, at: current?.at ?? world.now() }, world.law);
    const row = { category, purposes, until, correctable: askable.has(category) };
    const destroyed = gone.find((one) => one.category === category);
    if (!current) return { ...row, ...(destroyed && { destroyed }) };
    return { ...row, held: shown(category, values as readonly [StoredValue, ...StoredValue[]]) };
  });
  const blocked = block && { blockedSince: block.since };
  const deleted = deletion && { deletionAt: deletion.dueAt };
  return { rows, visits: declaredIn(policy), entry: own.entry, ...blocked, ...deleted };
}

function shown(category: string, values: readonly [StoredValue, ...StoredValue[]]) {
  const [current] = values;
  const { value, source, at, status } = current;
  const way = confirmationOf(current)?.way;
  const masked = maskValue(categories[category]?.input ?? 'text', value);
  return { masked, source, at, status, ...(way && { way }), history: values.length - 1 };
}

/** The values of a category in full, the current one first, for the form that corrects it. */
export async function showMyHistory(
  world: World,
  me: Me,
  category: string,
): Promise<readonly Pick<StoredValue, 'value' | 'at' | 'source' | 'status'>[]> {
  const own = await viewMyData(world, me);
  const held = own.data.get(category) ?? [];
  return held.map(({ value, at, source, status }) => ({ value, at, source, status }));
}

/**
 * A consent's evidence for the person: record and text as given, what is missing, the proof and the key of
 * its commitment.
 */
export interface ShownReceipt {
  readonly consent: ConsentRow;
  readonly text: string;
  /** What shows that it was given in its form. */
  readonly evidence: ConsentEvidence;
  /** The record of the consent in the vocabulary of others: JSON-LD. */
  readonly linked: Json;
  readonly missing: readonly string[];
  readonly proof?: EntryProof & { readonly record: string; readonly commitmentKey: string };
}

/** The receipt of a consent of the person's own. @throws KepilError `ERR_NOT_FOUND` */
export async function showReceipt(
  world: World,
  me: Me,
  what: { consent: Id; speaker: Speaker },
): Promise<ShownReceipt> {
  const { consent, receipt, text, kept, key } = await decided(world, async (tx) => {
    const row = await ownConsent(tx, me, what.consent);
    const own = await openOwn(tx, world, me);
    const evidence = evidenceOf(own.segments, row.id);
    return {
      consent: row,
      ...evidence,
      key: commitmentKey(own.subject.keys.pseudonymKey, row.entry, world.crypto),
    };
  });
  const proof = await proofOf(world, { service: me.service, entry: consent.entry });
  const missing = missingLines(what.speaker, consent.incomplete);
  const opened = { record: base64Of(utf8(receipt)), commitmentKey: base64Of(key) };
  const linked = linkedReceipt(JSON.parse(receipt), consent.withdrawnAt);
  const shown = shownEvidence(receipt);
  return {
    consent,
    text,
    evidence: { shown, kept },
    linked,
    missing,
    ...(proof && { proof: { ...proof, ...opened } }),
  };
}

/** What a receipt says of how a consent was given; nothing of a box that was ticked. */
function shownEvidence(receipt: string): ConsentEvidence['shown'] {
  const { event } = JSON.parse(receipt) as { event?: { consent_evidence?: ConsentEvidence['shown'] } };
  return event?.consent_evidence ?? {};
}

/** A withdrawal before it is made, said: what stops and what stays. */
export async function showWithdrawal(world: World, me: Me, what: { consent: Id; speaker: Speaker }) {
  const { row, effect, owed } = await previewWithdrawal(world, me, what.consent);
  const { stops, stays } = withdrawalLines(what.speaker, effect);
  return { consent: row, stops, stays: [...owedLines(what.speaker, owed), ...stays] };
}

/** What is kept for obligations that stand, and by which article. */
function owedLines(speaker: Speaker, owed: readonly ObligationRecord[]) {
  return owed.map(({ kind, categories }) => ({
    what: speaker.say('obligation.needs', {
      kind: speaker.sayCode('obligation', kind),
      categories: speaker.list(categories.map((key) => speaker.label('data_categories', key))),
    }),
    why: reasonText(speaker, { rule: 'obligation-open', article: '94-V Art. 8(2)' }),
  }));
}

/** A deletion before it is made, said: what goes and what stays and why. */
export async function showDestruction(world: World, me: Me, speaker: Speaker) {
  const { preview, visited } = await previewDestruction(world, me);
  const { goes, stays } = deletionLines(speaker, preview);
  const rest = { what: speaker.say('notice.delete.rest'), why: speaker.say('notice.delete.rest-why') };
  const visits = { what: speaker.say('notice.delete.visits'), why: speaker.say('notice.delete.why-goes') };
  return { goes: [...goes, ...(visited ? [visits] : []), rest], stays };
}

/** An act of destruction as it is shown. */
export interface ShownAct {
  readonly lines: readonly Line[];
  readonly counts: readonly { readonly name: string; readonly n: number }[];
  readonly proof?: EntryProof;
  readonly traces?: Traces;
}

/** An act of destruction, said, with the proof of its entry. */
export async function showAct(
  world: World,
  what: { service: ServiceRecord; act: ActRecord; speaker: Speaker },
): Promise<ShownAct> {
  const proof = await proofOf(world, { service: what.service, entry: what.act.entry });
  const traces = tracesOf(world, what.act);
  const facts = { ...what.act, ...(proof && { index: proof.index }), ...(traces && { traces }) };
  const { lines } = actLines(what.speaker, facts);
  const counts = Object.entries(what.act.counts).map(([store, n]) => ({
    name: countName(what.speaker, store),
    n,
  }));
  return { lines, counts, ...(proof && { proof }), ...(traces && { traces }) };
}

/** Until when what an act destroyed could be recovered: the key ring says whether its epoch still lives. */
function tracesOf(world: World, { service, epoch, recoverableUntil: at }: ActRecord): Traces | undefined {
  if (at === undefined || epoch === undefined) return undefined;
  if (!world.keys.service(service).epochs.includes(epoch)) return { state: 'gone', at };
  return { state: at < world.now() ? 'late' : 'until', at };
}

/** What an act or a run counts, said. */
export function sayCount(speaker: Speaker, store: string): string {
  return countName(speaker, store);
}

/** When and why a value was destroyed, said. */
export function sayDestroyed(speaker: Speaker, row: DestroyedValueRecord): string {
  return destroyedText(speaker, row);
}

/** Reasons of a decision, said. */
export function sayReasons(
  speaker: Speaker,
  because: readonly Parameters<typeof reasonText>[1][],
): readonly string[] {
  return because.map((reason) => reasonText(speaker, reason));
}

/** The state of a consent today. */
export function stateOfConsent(world: World, consent: ConsentRow): 'active' | 'withdrawn' | 'expired' {
  return consentState(consent, world.now());
}
