import { KepilError } from '../../base/index.ts';
import { differencesBetween } from '../../policy/index.ts';
import {
  announcedChange,
  type DraftAct,
  decideDraft,
  draftToApprove,
  listVersions,
  type Versions,
  versionByNumber,
} from '../../system/index.ts';
import type { Page } from '../pages.ts';
import { type Answer, type Fresh, field, type StaffServiceCall } from '../route.ts';
import { announcedView, meaningRows, reachedView } from '../views/changes.ts';
import { policyHead } from '../views/heads.ts';
import { changeRows, versionRow } from '../views/versions.ts';

const baseOf = (call: StaffServiceCall) => `/console/s/${call.service.key}/versions`;

/** The number of a version in an address. @throws KepilError `ERR_NOT_FOUND` */
export function versionNumber(text: string | undefined): number {
  if (text === undefined || !/^[1-9]\d{0,5}$/.test(text)) throw new KepilError('ERR_NOT_FOUND', 'not-found');
  return Number(text);
}

/** Every version of a service's policy, newest first. */
export async function versionsPage(call: StaffServiceCall): Promise<Page> {
  const versions = await listVersions(call.world, call.service);
  const rows = [...versions.heads]
    .sort((a, b) => b.version - a.version)
    .map((head) => versionRow(head, versions, baseOf(call)));
  const waiting = rows.find(({ state }) => state === 'waiting');
  return { page: 'versions', rows, ...(waiting && { waiting }) };
}

/** What a version changes: against the one in force; the one in force against the one before it. */
export async function changesPage(call: StaffServiceCall): Promise<Page> {
  const number = versionNumber(call.params.version);
  const versions = await listVersions(call.world, call.service);
  const older = versions.heads.filter(({ version, status }) => version < number && status === 'superseded');
  const isInForce = number === versions.inForce.version;
  const against = isInForce ? older.at(0) : versions.inForce;
  const [after, before] = await Promise.all([
    versionByNumber(call.world, call.service, number),
    versionByNumber(call.world, call.service, against?.version ?? number),
  ]);
  const draft = await draftToApprove(call.world, call.service);
  const { speaker } = call;
  const found = differencesBetween(before.policy, after.policy, call.world.law.country);
  const announced = await announcedChange(call.world, call.service, number);
  const row = versionRow(after, versions, baseOf(call));
  return {
    page: 'changes',
    changes: {
      version: row,
      head: policyHead(after, undefined),
      before: versionRow(before, versions, baseOf(call)),
      ...changeRows(speaker, { before, after, found }),
      meaning: meaningRows(speaker, found, { before: before.policy, after: after.policy }),
      ...(announced && {
        announced: {
          ...announcedView(speaker, announced.change, { inForce: isInForce, zone: call.world.law.zone }),
          reached: reachedView(speaker, announced.counts),
        },
      }),
      acts: actsOn(row.version, versions),
      ...(draft?.version.version === number && { approve: `/console/s/${call.service.key}/approve` }),
    },
  };
}

function actsOn(number: number, { heads, inForce, waiting, scheduled }: Versions): readonly DraftAct[] {
  if (number === scheduled?.version) return ['recall'];
  if (number === waiting?.version) return inForce.status === 'draft' ? ['adopt', 'drop'] : ['drop'];
  const head = heads.find(({ version }) => version === number);
  const newest = heads.find(({ hash }) => hash === head?.hash);
  return head?.status === 'dropped' && newest === head ? ['reopen'] : [];
}

const acts: Readonly<Record<string, DraftAct>> = {
  drop: 'drop',
  reopen: 'reopen',
  adopt: 'adopt',
  recall: 'recall',
};

/** A draft in whose place the service runs is put in force: that needs fresh proof, dropping one does not. */
export const adopts: Fresh = ({ form }) => field(form, 'act') === 'adopt';

/** Turns a draft down, takes it up again, or lets the service run as it. */
export async function decideVersion(call: StaffServiceCall): Promise<Answer> {
  const version = versionNumber(call.params.version);
  const wish = field(call.form, 'act');
  const act = Object.hasOwn(acts, wish) ? acts[wish] : undefined;
  if (!act) throw new KepilError('ERR_BAD_REQUEST', 'bad-request');
  await decideDraft(call.world, call.clerk, { service: call.service, version, act });
  if (act === 'adopt') await call.boards.prove(call.service);
  return { to: baseOf(call), flash: call.speaker.sayCode('page.versions.done', act) };
}
