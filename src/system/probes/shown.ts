import { hexOf, utf8 } from '../../base/index.ts';
import { openNote } from '../../ledger/index.ts';
import { formCategories, policyHash } from '../../policy/index.ts';
import type { PolicyVersionRecord } from '../../store/index.ts';
import { today } from '../cabinet.ts';
import { logVerifierKey } from '../sequence.ts';
import type { World } from '../world.ts';
import { counted, type Finding, type Probe, type Probing } from './probe.ts';

const policyPath = (probing: Probing) => `/s/${probing.service.key}/privacy`;

/** The page's text without markup, entities opened as far as our own renderer makes them. */
function plain(html: string): string {
  const bare = html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>');
  return bare.replaceAll('&#39;', "'").replaceAll('&amp;', '&').replaceAll(/\s+/g, ' ');
}

/** Whether all of `texts` stand on the policy page; one that a live policy lacks is broken. */
async function shows(probing: Probing, ...texts: readonly (string | undefined)[]): Promise<Finding> {
  if (texts.includes(undefined)) return { state: probing.live ? 'broken' : 'unexercised', n: 1 };
  const { status, body } = probing.sample.page(policyPath(probing));
  const page = plain(body);
  const there = texts.every((text) => text && page.includes(text.replaceAll(/\s+/g, ' ').trim()));
  return { state: status === 200 && there ? 'kept' : 'broken', n: 1 };
}

/** The operator's name, and its number once known, stand on the policy page. */
export const operatorNamed: Probe = (probing) => {
  const { name, bin } = probing.version.policy.operator;
  return bin === undefined && !probing.live ? shows(probing, name) : shows(probing, name, bin);
};

/** The responsible person stands on the policy page. */
export const responsibleNamed: Probe = (probing) =>
  shows(probing, probing.version.policy.operator.responsible);

/** The contact stands on the policy page. */
export const contactPublished: Probe = (probing) => {
  const { contacts } = probing.version.policy;
  const row =
    contacts.find(
      ({ channel, cites }) => channel === probing.pledge.label && cites.includes(probing.pledge.clause),
    ) ?? contacts.find(({ channel }) => channel === probing.pledge.label);
  return row ? shows(probing, row.value) : textShown(probing);
};

/** The registration form marks each mandatory field, for people and for programs, and no other. */
export const mandatoryMarked: Probe = async (probing) => {
  const { body } = probing.sample.page(`/s/${probing.service.key}/register`);
  const asked = formCategories(probing.version.policy);
  const inputs = new Map(
    [...body.matchAll(/<input\b[^>]*>/gi)].map(([tag]) => [/\sname="([^"]*)"/.exec(tag)?.[1] ?? '', tag]),
  );
  const wrong = asked.filter(({ category, mandatory }) => {
    const tag = inputs.get(`f.${category}`);
    return tag === undefined || /\srequired(?:[\s=>/]|$)/.test(tag) !== mandatory;
  });
  return counted(asked.length, wrong.length);
};

/** The policy's page is open to anyone and names version and hash. */
export const policyPublished: Probe = async (probing) => {
  const { status, body } = probing.sample.page(policyPath(probing));
  return status === 200 && body.includes(probing.version.hash)
    ? { state: 'kept', n: 1 }
    : { state: 'broken', n: 1 };
};

/** The clause stands on the policy page. */
export const textShown: Probe = async (probing) => {
  const { version, pledge } = probing;
  const clause = version.policy.clauses.find(({ id }) => id === pledge.clause);
  const text = clause && version.text?.slice(clause.span.start, clause.span.end);
  if (text !== undefined) return shows(probing, bareLine(text));
  const { body } = probing.sample.page(policyPath(probing));
  return body.includes(`id="${anchorOf(pledge.clause)}"`)
    ? { state: 'kept', n: 1 }
    : { state: 'broken', n: 1 };
};

/** Anchor of a clause on our own pages. */
function anchorOf(clause: string): string {
  return `c-${clause.replaceAll('.', '-')}`;
}

/** The line's first words after its number or bullet: enough to find it on the page. */
function bareLine(line: string): string {
  return line
    .trim()
    .replace(/^(\d+(\.\d+)*[.)]?|[-–—•*])\s+/, '')
    .slice(0, 60);
}

/** Every version's content still has the hash it is named by, and its text is the one its clauses anchor. */
export const policyImmutable: Probe = async (probing) => {
  const versions = await probing.tx.policies.list(probing.service.id);
  return counted(versions.length, versions.filter((version) => edited(probing.world, version)).length);
};

function edited({ crypto }: World, { hash, policy, text }: PolicyVersionRecord): boolean {
  if (policyHash(policy, crypto.hash) !== hash) return true;
  if (text === undefined) return false;
  const anchorOfText = ({ start, end }: { start: number; end: number }) =>
    hexOf(crypto.hash(utf8(text.slice(start, end))));
  return policy.clauses.some(({ span, sha256 }) => anchorOfText(span) !== sha256);
}

/** The primary place of storage lies in the country of the law and is named on the policy page. */
export const storagePlace: Probe = (probing) => {
  const { version, world } = probing;
  return shows(probing, version.policy.hosts.find(({ country }) => country === world.law.country)?.name);
};

const publicPaths = (probing: Probing) =>
  ['', '/privacy', '/register', '/sign-in'].map((end) => `/s/${probing.service.key}${end || '/'}`);

/** Pages set the necessary cookies of the register and no others. */
export const cookiesNecessaryOnly: Probe = async (probing) => {
  const names = [`kepil_s_${probing.service.key}`, 'kepil_staff', 'kepil_language', 'kepil_flash'];
  const necessary = names.flatMap((name) => [name, `__Host-${name}`]);
  const pages = publicPaths(probing).map(probing.sample.page);
  const set = pages.flatMap(({ headers }) =>
    (headers.get('set-cookie') ?? '').split('\n').filter((cookie) => cookie !== ''),
  );
  return counted(
    pages.length,
    set.filter((cookie) => !necessary.includes(cookie.split('=')[0] ?? '')).length,
  );
};

/** What makes a browser fetch something from another host by itself. */
const foreignLoad = new RegExp(
  String.raw`<(?:script|img|iframe|link|embed|object|source|video|audio)\b[^>]*?` +
    String.raw`\s(?:src|href|data|srcset)\s*=\s*["']?\s*(?:https?:)?//`,
  'gi',
);

/** Pages load nothing from elsewhere and tell browsers to refuse it: no counter, no beacon, no advert. */
export const cookiesOwnChoice: Probe = async (probing) => {
  const pages = publicPaths(probing).map(probing.sample.page);
  const foreign = pages.flatMap(({ body }) => body.match(foreignLoad) ?? []);
  const open = pages.filter(
    ({ headers }) => !/default-src 'none'/.test(headers.get('content-security-policy') ?? ''),
  );
  return counted(pages.length, foreign.length + open.length);
};

/**
 * Keys and segments open at their place, nothing that was seen not to is still so, no value stands readable
 * in what is stored, and no file is damaged.
 */
export const securitySealed: Probe = async ({ tx, service, sample }) => {
  const noticed = (await tx.brokenSeals.count(service.id)) + (await tx.files.damaged(service.id));
  if (noticed > 0) return { state: 'broken', n: noticed };
  const { subjects } = sample;
  return counted(subjects.length, subjects.filter(({ sealed }) => !sealed).length);
};

/** Every entry looked at can be read, and the stored log grows to its signed head from its first entry. */
export const securityLog: Probe = async (probing) => {
  const { tx, world, service, sample } = probing;
  if (sample.illegible > 0) return { state: 'broken', n: sample.illegible };
  const { ok, size } = probing.sample.log;
  const checkpoint = await tx.log.checkpoint(service.id);
  const key = logVerifierKey(world, service);
  const signed = !checkpoint || openNote(checkpoint.note, key, world.crypto) !== undefined;
  return ok && signed ? counted(size, 0) : { state: 'broken', n: size };
};

const selfService: Readonly<Record<string, string>> = {
  know_access: '/me',
  copy: '/me/download',
  export: '/me/export.json',
  correct: '/me',
  delete: '/me/delete',
  opt_out_mailing: '/me/consents',
  form: '/me/requests',
  account_settings: '/me',
};
const requestKinds: Readonly<Record<string, string>> = { export: 'copy', copy: 'copy' };

/** The cabinet has the page (it asks strangers to sign in), and how often people did it themselves. */
export const rightSelfService: Probe = async (probing) => {
  const path = selfService[probing.pledge.label] ?? '/me';
  const base = `/s/${probing.service.key}`;
  const { status, headers } = probing.sample.page(`${base}${path}`);
  const [door] = (headers.get('location') ?? '').split('?');
  if (status !== 303 || door !== `${base}/sign-in`) return { state: 'broken', n: 1 };
  const own = probing.sample.entries.filter(({ actor, outcome }) => {
    return actor.role === 'subject' && outcome !== 'refused';
  });
  if (probing.pledge.label === 'delete')
    return counted(own.filter(({ verb }) => verb === 'destroy').length, 0);
  const kind = requestKinds[probing.pledge.label];
  if (kind === undefined)
    return counted(own.filter((entry) => entry.kind === 'read' || entry.kind === 'change').length, 0);
  const done = await probing.tx.requests.list(probing.service.id, { state: 'done', limit: 200 });
  return counted(done.filter((row) => row.kind === kind).length, 0);
};

/** No request is overdue; how many were closed. */
export const rightByOfficer: Probe = async (probing) => {
  const { tx, service, world } = probing;
  const { overdue } = await tx.requests.count(service.id, today(world));
  const done = await tx.requests.list(service.id, { state: 'done', limit: 200 });
  return counted(done.length, overdue);
};
