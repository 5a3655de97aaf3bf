import { identityLacking, identityNeeded } from '../../agreements/index.ts';
import { decodeEntry, type Entry } from '../../ledger/index.ts';
import { basePurposes, formCategories } from '../../policy/index.ts';
import type { ContractRecord } from '../../store/index.ts';
import { confirmationOf } from '../confirmation.ts';
import { contractRules } from '../contracts.ts';
import { rulesOf } from '../entries.ts';
import { dataOf } from '../subjects.ts';
import { counted, type Probe, type Probing, type SampledSubject } from './probe.ts';
import { admits } from './question.ts';
import { purposeDeclared } from './use.ts';

const looked = 500;
const purpose = 'contract_performance';

/**
 * The gate uses nothing for a contract with somebody whose party is not known; each contract on record was
 * made once what the policy needs was confirmed, and its entry says so; what was confirmed still is; and
 * nothing was used for contracts once the last of them had ended.
 */
export const partyIdentified: Probe = async (probing) => {
  const declared = await purposeDeclared(probing);
  if (declared.state === 'broken') return declared;
  const { tx, service, sample, version, live } = probing;
  if (live && admitsWithout(probing)) return { state: 'broken', n: 1 };
  const rows = await tx.contracts.list(service.id, { limit: looked });
  const needed = identityNeeded(version.policy);
  let bad = 0;
  for (const row of rows) {
    const made = new Set(row.confirmed.map(({ category }) => category));
    if (identityLacking(needed, made).length > 0 || !(await hasEntry(probing, row))) bad += 1;
  }
  for (const subject of sample.subjects) {
    const mine = await tx.contracts.ofSubject(service.id, subject.record.id);
    bad += mine.filter((row) => row.endedAt === undefined && !stands(subject, row)).length;
    bad += subject.entries.filter((entry) => isUse(entry) && isAfter(mine, Date.parse(entry.at))).length;
  }
  return counted(rows.length, bad);
};

/** Whether the gate lets something be used for a contract that was never made. */
function admitsWithout(probing: Probing): boolean {
  const { policy, hash } = probing.version;
  if (!basePurposes(policy).includes(purpose)) return false;
  const category = formCategories(policy).find((row) => row.purposes.includes(purpose))?.category;
  if (category === undefined) return false;
  const consent = {
    ...{ id: probing.service.id, policyHash: hash, form: 'checkbox', givenAt: 0, withdrawnPurposes: {} },
    ...{ purposes: [purpose], categories: [category] },
  };
  return admits(probing, { purpose, categories: [category], consents: [consent] });
}

async function hasEntry({ tx, service }: Probing, row: ContractRecord): Promise<boolean> {
  const found = await tx.entries.get(service.id, row.entry);
  const entry = found && decodeEntry(found.leaf);
  return entry?.matter === row.id && rulesOf(entry).includes(contractRules.concluded);
}

/** Whether what was confirmed for a contract in force is confirmed still. */
function stands({ segments, opens }: SampledSubject, row: ContractRecord): boolean {
  const data = dataOf(segments);
  return !opens || row.confirmed.every(({ category }) => confirmationOf(data.get(category)?.[0]));
}

const isUse = ({ purpose: what, outcome, kind }: Entry) =>
  what === purpose && outcome === 'allowed' && kind !== 'collection' && kind !== 'change';

/** Whether an instant lies after the end of every contract of somebody who had one. */
function isAfter(rows: readonly ContractRecord[], at: number): boolean {
  return rows.length > 0 && rows.every(({ endedAt = Number.POSITIVE_INFINITY }) => endedAt < at);
}
