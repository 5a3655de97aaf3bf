import { civilDateAt } from '../../base/index.ts';
import {
  announcedChange,
  type Completion,
  faceOfService,
  hasAgreements,
  inForce,
  isPublic,
  listVersions,
  logState,
  logVerifierKey,
  type PolicyVersionRecord,
  publicVersion,
  type Versions,
} from '../../system/index.ts';
import { facesFor } from '../guards.ts';
import { markPicture } from '../mark-picture.ts';
import type { Page, ServiceHead } from '../pages.ts';
import type { Route, ServiceCall } from '../route.ts';
import { clauseViews } from '../views/clauses.ts';
import { countsOf, policyHead, serviceHead } from '../views/heads.ts';
import { versionRow } from '../views/versions.ts';
import { versionNumber } from './versions.ts';

/**
 * What is in force and not in the operator's words: rows of the officer, and operator and contacts where the
 * text at hand does not name them, or is not at hand. Said with the names of the form it was filled in.
 */
function filledIn({ speaker }: ServiceCall, { policy, text = '' }: PolicyVersionRecord) {
  const { operator, contacts, hosts, retention } = policy;
  const unsaid = (value: string | undefined) => (value && !text.includes(value) ? value : undefined);
  const asked = (key: keyof Completion) => speaker.sayCode('completion', key);
  const officers = <R extends { readonly origin: string }>(rows: readonly R[]) =>
    rows.filter(({ origin }) => origin === 'officer');
  const given: readonly (readonly [term: string, value: string | undefined])[] = [
    [asked('operatorName'), unsaid(operator.name)],
    [asked('bin'), unsaid(operator.bin)],
    [asked('responsible'), unsaid(operator.responsible)],
    ...contacts.map(({ channel, value }) => [speaker.title('contacts', channel), unsaid(value)] as const),
    ...officers(hosts).map(({ name, country }) => [asked('hostName'), `${name} (${country})`] as const),
    ...officers(retention).map(({ months }) => [asked('retentionMonths'), months?.toString()] as const),
  ];
  return given.flatMap(([term, value]) => (value ? [{ term, text: value }] : []));
}

/** The policy in force, or a version that was in force before it. */
async function policyPage(call: ServiceCall, number?: number): Promise<Page> {
  const version =
    number === undefined
      ? await inForce(call.world, call.service)
      : await publicVersion(call.world, call.service, number);
  const versions = await listVersions(call.world, call.service);
  const others = versions.heads.filter(
    (head) => isPublic(head, versions.heads) && head.version !== version.version,
  );
  const board = call.boards.last(call.service);
  const { refusals } = await logState(call.world, call.service);
  const clauses = clauseViews(version, { speaker: call.speaker, ...(board && { board }) });
  return {
    page: 'policy',
    head: policyHead(version, board),
    clauses,
    textAtHand: version.text !== undefined,
    filled: filledIn(call, version),
    refusals,
    ...(await upcoming(call, versions)),
    others: others.map((head) => versionRow(head, versions, `/s/${call.service.key}/privacy`)),
  };
}

/** The announced version, and the day from which on it holds. */
async function upcoming({ world, service }: ServiceCall, { scheduled }: Versions) {
  if (!scheduled) return {};
  const announced = await announcedChange(world, service, scheduled.version);
  if (!announced) return {};
  const href = `/s/${service.key}/privacy/${scheduled.version}`;
  return {
    upcoming: {
      version: scheduled.version,
      on: civilDateAt(announced.change.effectiveAt, world.law.zone),
      href,
    },
  };
}

async function servicePage(call: ServiceCall): Promise<Page> {
  const version = await inForce(call.world, call.service);
  const { policy } = version;
  const recipients = policy.recipients.map(
    (row) => row.name ?? call.speaker.label('recipients', row.recipient),
  );
  const flows = policy.data.map((row) => ({
    category: call.speaker.title('data_categories', row.category),
    purposes: row.purposes.map((purpose) => call.speaker.label('purposes', purpose)),
    recipients,
  }));
  const agreements = await hasAgreements(call.world, call.service);
  return { page: 'service', agreements, head: policyHead(version, call.boards.last(call.service)), flows };
}

async function logPage(call: ServiceCall): Promise<Page> {
  return { page: 'log', checkpoint: await checkpointView(call) };
}

/** The log's head as pages show it. */
export async function checkpointView(call: ServiceCall) {
  const { checkpoint, pending } = await logState(call.world, call.service);
  const verifierKey = logVerifierKey(call.world, call.service);
  if (!checkpoint) return { size: 0, pending, verifierKey };
  return { size: checkpoint.size, at: checkpoint.at, note: checkpoint.note, pending, verifierKey };
}

/** Whether a service answers to what was looked for: letters of its name or key, small or capital. */
function finds(wanted: string, { name, key }: ServiceHead): boolean {
  return [name, key].some((text) => text.toLowerCase().includes(wanted.toLowerCase()));
}

/** Pages open to anyone. */
export const publicRoutes: readonly Route[] = [
  {
    method: 'GET',
    url: '/',
    who: 'anyone',
    scope: 'house',
    handle: async (call) => {
      const find = (call.query.find ?? '').trim().slice(0, 100);
      const all = (await facesFor(call.world, call.request.client)).map((faced) => ({
        faced,
        head: serviceHead(call.speaker, faced),
      }));
      const found = all.filter(({ head }) => finds(find, head));
      const services = found.map(({ faced, head }) => ({
        ...head,
        counts: countsOf(call.boards.glance(faced.service)),
      }));
      services.sort((a, b) => call.speaker.compare(a.name, b.name));
      return { page: { page: 'services', services, total: all.length, find } };
    },
  },
  {
    method: 'GET',
    url: '/s/:key',
    who: 'anyone',
    scope: 'service',
    handle: async ({ service }) => ({ to: `/s/${service.key}/` }),
  },
  {
    method: 'GET',
    url: '/s/:key/',
    who: 'anyone',
    scope: 'service',
    handle: async (call) => ({ page: await servicePage(call) }),
  },
  {
    method: 'GET',
    url: '/s/:key/mark.svg',
    who: 'anyone',
    scope: 'service',
    handle: async ({ world, service }) => {
      const { face } = await faceOfService(world, service);
      return { body: markPicture(face), type: 'image/svg+xml' };
    },
  },
  {
    method: 'GET',
    url: '/s/:key/privacy',
    who: 'anyone',
    scope: 'service',
    handle: async (call) => ({ page: await policyPage(call) }),
  },
  {
    method: 'GET',
    url: '/s/:key/privacy/:version',
    who: 'anyone',
    scope: 'service',
    handle: async (call) => ({ page: await policyPage(call, versionNumber(call.params.version)) }),
  },
  {
    method: 'GET',
    url: '/s/:key/log',
    who: 'anyone',
    scope: 'service',
    handle: async (call) => ({ page: await logPage(call) }),
  },
];
