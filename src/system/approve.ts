import { type Id, KepilError, type Problem } from '../base/index.ts';
import { isBin, parseIin } from '../law/index.ts';
import { type Policy, policyHash } from '../policy/index.ts';
import type {
  ClauseApproval,
  PolicyHeadRecord,
  PolicyVersionRecord,
  ServiceRecord,
  Tx,
} from '../store/index.ts';
import { actorOf, type Clerk } from './clerk.ts';
import { record } from './entries.ts';
import { longestValue } from './form.ts';
import { settleLooks } from './looks.ts';
import { addedErrors, announce, checkPublication, type Publication } from './publish.ts';
import { forgetUndeclaredVisits } from './record-visits.ts';
import { faultInLine, isBlank, isEmail } from './typed.ts';
import { scheduledOf, versionsOf } from './versions.ts';
import { visitTermIn } from './visit-terms.ts';
import { headOf, policyVersion, type World } from './world.ts';

/**
 * What the law needs and a text may lack, filled in by the officer; rows made from it are marked as not from
 * the text.
 */
export interface Completion {
  readonly operatorName: string;
  readonly bin: string;
  readonly responsible: string;
  readonly contactEmail: string;
  readonly hostCountry: string;
  readonly hostName: string;
  readonly retentionMonths: string;
}

/** A draft with its approvals; `before` is the version in force when the draft waits beside it. */
export interface DraftToApprove {
  readonly version: PolicyVersionRecord;
  readonly approvals: readonly ClauseApproval[];
  readonly before?: PolicyVersionRecord;
}

/** The draft an officer approves: the one that waits, else the one the service runs as, if any. */
export function draftToApprove(world: World, service: ServiceRecord): Promise<DraftToApprove | undefined> {
  return world.store.transaction((tx) => openDraft(tx, world, service.id));
}

async function openDraft(tx: Tx, world: World, service: Id): Promise<DraftToApprove | undefined> {
  const { inForce, waiting } = await versionsOf(tx, service);
  const head = waiting ?? (inForce.status === 'draft' ? inForce : undefined);
  if (!head) return undefined;
  const whole = async (row: PolicyHeadRecord) => ({
    ...(await policyVersion(tx, world, { service, hash: row.hash })),
    ...row,
  });
  const approvals = await tx.policies.approvals(service, head.version);
  const before = head === inForce ? undefined : await whole(inForce);
  return { version: await whole(head), approvals, ...(before && { before }) };
}

/**
 * The draft the officer has before them, locked.
 *
 * @throws KepilError `ERR_CONFLICT` when it is another one by now: nobody approves what they have not read
 */
async function lockDraft(
  tx: Tx,
  world: World,
  at: { service: ServiceRecord; version: number },
): Promise<DraftToApprove> {
  await tx.services.lock(at.service.id);
  const draft = await openDraft(tx, world, at.service.id);
  if (!draft) throw new KepilError('ERR_CONFLICT', 'nothing-to-approve');
  if (draft.version.version !== at.version) throw new KepilError('ERR_CONFLICT', 'draft-changed');
  return draft;
}

/**
 * Approves a clause of the draft, without `clause` every one, or takes an approval back; each is an entry.
 *
 * @throws KepilError `ERR_CONFLICT` when the draft is no longer `version`
 */
export async function approveClauses(
  world: World,
  clerk: Clerk,
  what: { service: ServiceRecord; version: number; clause?: string; take: boolean },
): Promise<void> {
  await world.store.transaction(async (tx) => {
    const draft = await lockDraft(tx, world, what);
    const clauses = draft.version.policy.clauses.filter(({ kind }) => kind === 'clause').map(({ id }) => id);
    const chosen = what.clause === undefined ? clauses : clauses.filter((id) => id === what.clause);
    if (chosen.length === 0) throw new KepilError('ERR_NOT_FOUND', 'not-found');
    const { version } = draft.version;
    const done = new Set(draft.approvals.map(({ clause }) => clause));
    for (const clause of chosen) {
      if (!what.take) await tx.policies.unapprove(what.service.id, version, clause);
      else if (!done.has(clause)) {
        await tx.policies.approve({
          service: what.service.id,
          version,
          clause,
          by: clerk.id,
          at: world.now(),
        });
      }
    }
    await note(tx, world, {
      service: what.service,
      clerk,
      hash: draft.version.hash,
      clauses: chosen,
      rule: what.take ? 'clause-approved' : 'approval-taken-back',
    });
  });
}

async function note(
  tx: Tx,
  world: World,
  what: { service: ServiceRecord; clerk: Clerk; hash: string; clauses: readonly string[]; rule: string },
): Promise<void> {
  const reasons =
    what.clauses.length === 1
      ? what.clauses.map((clause) => ({ rule: what.rule, clause }))
      : [{ rule: what.rule }];
  await record(tx, world, {
    service: what.service.id,
    kind: 'approval',
    outcome: 'done',
    actor: actorOf(what.clerk),
    actorKeys: what.clerk.keys,
    channel: 'console',
    policy: what.hash,
    because: reasons,
    counts: { clauses: what.clauses.length },
  });
}

/**
 * The values a draft already has for what the law needs: from its text, else what the officer filled in for
 * the version in force, else empty.
 */
export function completionFor({ version, before }: DraftToApprove): Completion {
  const own = completionOf(version.policy);
  if (!before) return own;
  const earlier = completionOf(before.policy);
  const keys = Object.keys(own) as (keyof Completion)[];
  return Object.fromEntries(keys.map((key) => [key, own[key] || earlier[key]])) as unknown as Completion;
}

function completionOf(policy: Policy): Completion {
  const months = policy.retention.find((row) => row.months !== undefined)?.months;
  return {
    operatorName: policy.operator.name ?? '',
    bin: policy.operator.bin ?? '',
    responsible: policy.operator.responsible ?? '',
    contactEmail: policy.contacts.find(({ channel }) => channel === 'email')?.value ?? '',
    hostCountry: policy.hosts[0]?.country ?? '',
    hostName: policy.hosts[0]?.name ?? '',
    retentionMonths: months === undefined ? '' : String(months),
  };
}

function checkCompletion(given: Completion): readonly Problem[] {
  const problems: Problem[] = [];
  const fault = (code: string, field: string, law?: string) =>
    problems.push({ code, severity: 'error', field, ...(law && { law }) });
  for (const [field, value] of Object.entries(given)) {
    const unfit = value.length > longestValue ? 'field-characters' : faultInLine(value);
    if (unfit) fault(unfit, field);
  }
  if (problems.length > 0) return problems;
  if (isBlank(given.operatorName)) fault('field-mandatory', 'operatorName', '94-V Art. 8(4)');
  const number = given.bin.trim();
  if (!isBin(number) && !parseIin(number)) fault('bin-malformed', 'bin', '94-V Art. 8(4)');
  if (isBlank(given.responsible)) fault('field-mandatory', 'responsible', '94-V Art. 25(2)');
  if (!isEmail(given.contactEmail)) fault('email-malformed', 'contactEmail', '94-V Art. 10(2)');
  if (!/^[A-Z]{2}$/.test(given.hostCountry.trim()))
    fault('country-malformed', 'hostCountry', '94-V Art. 12(2)');
  else if (given.hostCountry.trim() !== 'KZ') fault('host-abroad', 'hostCountry', '94-V Art. 12(2)');
  if (isBlank(given.hostName)) fault('field-mandatory', 'hostName', '94-V Art. 12(2)');
  if (!/^[1-9]\d{0,2}$/.test(given.retentionMonths.trim()))
    fault('months-range', 'retentionMonths', '94-V Art. 12(2)');
  return problems;
}

/**
 * Puts the approved draft into force: every clause approved, what the law needs filled in. The officer's rows
 * make a new version with its own hash. Beside a version in force it is announced, with a reason and the day
 * from which on it holds; until then the old one does. Refused while another change waits for its day, and
 * when the linter finds errors that the version in force has not.
 *
 * @throws KepilError `ERR_CONFLICT` when the draft is no longer `version`
 * @law 94-V Art. 8(4), 12(2), 25(2)(1-1), 25(2)(10)
 */
export async function goLive(
  world: World,
  clerk: Clerk,
  what: { service: ServiceRecord; version: number; completion: Completion; publication: Publication },
): Promise<{ hash: string; inForce: boolean } | { problems: readonly Problem[] }> {
  const problems = checkCompletion(what.completion);
  if (problems.length > 0) return { problems };
  return world.store.transaction(async (tx) => {
    const draft = await lockDraft(tx, world, what);
    const clauses = draft.version.policy.clauses.filter(({ kind }) => kind === 'clause').length;
    const left = clauses - draft.approvals.length;
    if (left > 0)
      return { problems: [{ code: 'clauses-left', severity: 'error' as const, params: { count: left } }] };
    const policy = completed(draft.version.policy, what.completion);
    const hash = policyHash(policy, world.crypto.hash);
    const made = { ...what, clerk, draft: draft.version, policy, hash };
    const { before } = draft;
    return before?.status === 'live'
      ? announceDraft(tx, world, { ...made, before })
      : putFirstInForce(tx, world, made);
  });
}

interface Approved {
  readonly service: ServiceRecord;
  readonly clerk: Clerk;
  readonly draft: PolicyVersionRecord;
  /** The draft's, with the officer's rows. */
  readonly policy: Policy;
  readonly hash: string;
}

/** The first version that was ever approved holds at once: nobody agreed to another. */
async function putFirstInForce(tx: Tx, world: World, what: Approved) {
  const { service, clerk, hash } = what;
  const heads = await tx.policies.heads(service.id);
  const { categories: before } = await visitTermIn(tx, world, service.id);
  for (const head of heads.filter(({ status }) => status === 'live' || status === 'draft')) {
    await tx.policies.setStatus(service.id, head.version, 'superseded');
  }
  await putApproved(tx, world, { ...what, status: 'live' });
  await note(tx, world, { service, clerk, hash, clauses: [], rule: 'policy-put-in-force' });
  await forgetUndeclaredVisits(tx, world, { service: service.id, before });
  await settleLooks(tx, world);
  return { hash, inForce: true };
}

/** A change of a policy in force: announced with its reason and its day, unless it brings new errors. */
async function announceDraft(
  tx: Tx,
  world: World,
  what: Approved & { before: PolicyVersionRecord; publication: Publication },
): Promise<{ hash: string; inForce: boolean } | { problems: readonly Problem[] }> {
  const { service, clerk, draft, policy, hash, before, publication } = what;
  const heads = await tx.policies.heads(service.id);
  if (scheduledOf(heads)) return { problems: [{ code: 'change-waits', severity: 'error' }] };
  const after = { policy, ...(draft.text !== undefined && { text: draft.text }) };
  const problems = [...checkPublication(world, publication), ...addedErrors(world, { before, after })];
  if (problems.length > 0) return { problems };
  const head = await putApproved(tx, world, { ...what, status: 'scheduled' });
  if (head.version !== draft.version) await tx.policies.setStatus(service.id, draft.version, 'replaced');
  await note(tx, world, { service, clerk, hash, clauses: [], rule: 'policy-change-announced' });
  await announce(tx, world, { head, publication });
  const now = (await tx.policies.heads(service.id)).find(({ version }) => version === head.version);
  return { hash, inForce: now?.status === 'live' };
}

/** The approved policy as a version: the draft itself, or with the officer's rows one of its own. */
async function putApproved(
  tx: Tx,
  world: World,
  what: Approved & { status: 'live' | 'scheduled' },
): Promise<PolicyHeadRecord> {
  const { service, draft, policy, hash, status } = what;
  const now = world.now();
  const at = status === 'live' ? { liveAt: now } : {};
  if (hash === draft.hash) {
    await tx.policies.setStatus(service.id, draft.version, status, at.liveAt);
    const { policy: _, text: __, ...head } = draft;
    return { ...head, status };
  }
  const heads = await tx.policies.heads(service.id);
  const version = Math.max(...heads.map((head) => head.version)) + 1;
  const head = { service: service.id, version, hash, status, createdAt: now, completes: draft.version };
  const text = draft.text !== undefined && { text: draft.text };
  await tx.policies.insert({ ...head, ...at, policy, ...text });
  return head;
}

/** The draft's policy with the officer's rows; what the text states stays as it is. */
function completed(policy: Policy, given: Completion): Policy {
  const current = completionOf(policy);
  const officer = { cites: [] as readonly string[], origin: 'officer' as const };
  const changed = (key: keyof Completion) => given[key].trim() !== current[key];
  const operator = changed('operatorName') || changed('bin') || changed('responsible');
  const kind =
    policy.operator.kind === 'sole_proprietor' ? ('sole_proprietor' as const) : ('legal_entity' as const);
  return {
    ...policy,
    operator: operator
      ? {
          ...policy.operator,
          origin: 'officer' as const,
          kind,
          name: given.operatorName.trim(),
          bin: given.bin.trim(),
          responsible: given.responsible.trim(),
        }
      : policy.operator,
    hosts:
      changed('hostCountry') || changed('hostName')
        ? [...policy.hosts, { ...officer, country: given.hostCountry.trim(), name: given.hostName.trim() }]
        : policy.hosts,
    contacts: changed('contactEmail')
      ? [...policy.contacts, { ...officer, channel: 'email' as const, value: given.contactEmail.trim() }]
      : policy.contacts,
    retention: changed('retentionMonths')
      ? [...policy.retention, { ...officer, rule: 'fixed_term', months: Number(given.retentionMonths) }]
      : policy.retention,
  };
}

/** Whether a service's policy is in force, and which version. */
export async function inForce(world: World, service: ServiceRecord) {
  return world.store.look(async (tx) => {
    const head = await headOf(tx, service.id);
    const version = await policyVersion(tx, world, { service: service.id, hash: head.hash });
    // The shelf remembers contents; whether a version is in force is known from its head alone.
    return { ...version, ...head };
  });
}
