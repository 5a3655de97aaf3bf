import { addMonths, civilDateAt, type Id } from '../../base/index.ts';
import { proofMonths } from '../../consent/index.ts';
import { basePurposes, formCategories } from '../../policy/index.ts';
import type { ConsentRow, PaperRecord, SubjectRecord } from '../../store/index.ts';
import { consentFormsFor } from '../consent-forms.ts';
import { rulesOf } from '../entries.ts';
import { paperRules } from '../papers.ts';
import { dataOf, openSegments, openSubject } from '../subjects.ts';
import { counted, graceMs, type Probe, type Probing, type SampledSubject } from './probe.ts';
import { admits } from './question.ts';

/** Applicants looked at in one run. */
const applicantsAtOnce = 50;

const onPaper = 'written_checked';

/**
 * The form can be chosen; a paper that waits lets nothing be done; every consent on paper began with the
 * officer's decision on a sheet that is here; of whoever waits for one nothing is held but an address.
 */
export const consentByPaper: Probe = async (probing) => {
  if (!(await isOffered(probing)) || letsThrough(probing)) return { state: 'broken', n: 1 };
  let [seen, bad] = [0, 0];
  for (const subject of probing.sample.subjects) {
    const papers = await probing.tx.papers.ofSubject(probing.service.id, subject.record.id);
    const given = subject.consents.filter((one) => one.form === onPaper && isProved(probing, one));
    seen += papers.filter(({ state }) => state === 'confirmed').length;
    for (const consent of given) if (!(await isFounded(probing, { subject, papers, consent }))) bad += 1;
    bad += papers.filter(({ state, consents }) => (state === 'confirmed') !== consents.length > 0).length;
  }
  return counted(seen, bad + (await overheld(probing)));
};

/** Whether the sheet of a consent has to be here still: its proof goes some time after the consent ended. */
function isProved({ world }: Probing, { withdrawnAt, expiresAt }: ConsentRow): boolean {
  const ended = Math.min(withdrawnAt ?? Number.POSITIVE_INFINITY, expiresAt ?? Number.POSITIVE_INFINITY);
  if (ended > world.now()) return true;
  const dayOf = (at: number) => civilDateAt(at, world.law.zone);
  return addMonths(dayOf(ended), proofMonths) >= dayOf(world.now());
}

async function isOffered({ tx, service, version, sample }: Probing): Promise<boolean> {
  const forms = await consentFormsFor(tx, { service: service.id, policy: version.policy });
  if (!forms.includes('written_scan')) return false;
  const { body } = sample.page(`/s/${service.key}/register`);
  return forms.length === 1 || body.includes('value="written_scan"');
}

/** Whether the gate takes a paper that nobody looked at for a consent. */
function letsThrough(probing: Probing): boolean {
  const { policy, hash } = probing.version;
  const purposes = basePurposes(policy);
  const categories = formCategories(policy).map(({ category }) => category);
  const unread = {
    ...{ id: probing.service.id, policyHash: hash, form: 'written_scan', purposes, categories },
    ...{ givenAt: 0, withdrawnPurposes: {} },
  };
  return admits(probing, { consents: [unread] }) || admits(probing, { pending: [{ purposes, categories }] });
}

/** Whether a consent rests on a sheet that is here, and began with the decision on it. */
async function isFounded(
  { tx, service }: Probing,
  of: { subject: SampledSubject; papers: readonly PaperRecord[]; consent: ConsentRow },
): Promise<boolean> {
  const { subject, papers, consent } = of;
  const paper = papers.find(({ consents }) => consents.includes(consent.id));
  const { sentAt = 0, decidedAt = 0 } = paper ?? {};
  const late = consent.givenAt > decidedAt || consent.givenAt < decidedAt - graceMs;
  if (paper?.state !== 'confirmed' || late || consent.givenAt < sentAt) return false;
  const decided = subject.entries.some(
    (entry) =>
      entry.matter === paper.id &&
      entry.actor.role === 'officer' &&
      rulesOf(entry).includes(paperRules.confirmed),
  );
  return decided && (await hasPicture({ tx, service }, { subject: subject.record.id, paper }));
}

async function hasPicture(
  { tx, service }: Pick<Probing, 'tx' | 'service'>,
  { subject, paper }: { subject: Id; paper: PaperRecord },
): Promise<boolean> {
  const files = await tx.files.ofMatter(service.id, subject, paper.id);
  return files.some(({ state }) => state === 'kept');
}

/** Of how many who wait for a consent more is held than the address they confirmed, or agreed to already. */
async function overheld({ tx, world, service }: Probing): Promise<number> {
  const waiting = await tx.subjects.list(service.id, 'applicant', { limit: applicantsAtOnce });
  const held = await Promise.all(
    waiting.map(async ({ id }: SubjectRecord) => {
      const subject = await openSubject(tx, world, { service: service.id, id, mode: 'look' });
      const data = subject ? [...dataOf(await openSegments(tx, world, subject)).keys()] : [];
      const consents = await tx.consents.list(service.id, id);
      return consents.length > 0 || data.some((key) => key !== 'email' && key !== 'phone') || data.length > 1;
    }),
  );
  return held.filter(Boolean).length;
}
