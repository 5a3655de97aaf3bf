import { policyHash } from '../../policy/index.ts';
import { today } from '../cabinet.ts';
import { checkStoredLog } from '../sequence.ts';
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

async function shows(probing: Probing, text: string | undefined): Promise<Finding> {
  const { status, body } = await probing.sample.page(policyPath(probing));
  const there =
    status === 200 && text !== undefined && plain(body).includes(text.replaceAll(/\s+/g, ' ').trim());
  return there
    ? { state: 'kept', n: 1 }
    : { state: probing.live || text !== undefined ? 'broken' : 'unexercised', n: 1 };
}

/** The operator's name stands on the policy page. */
export const operatorNamed: Probe = (probing) => shows(probing, probing.version.policy.operator.name);

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

/** The policy's page is open to anyone and names version and hash. */
export const policyPublished: Probe = async (probing) => {
  const { status, body } = await probing.sample.page(policyPath(probing));
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
  const { body } = await probing.sample.page(policyPath(probing));
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

/** Every version's content still has the hash it is named by. */
export const policyImmutable: Probe = async (probing) => {
  const versions = await probing.tx.policies.list(probing.service.id);
  const bad = versions.filter(({ hash, policy }) => policyHash(policy, probing.world.crypto.hash) !== hash);
  return counted(versions.length, bad.length);
};

/** Places of storage are named, the primary one in Kazakhstan. */
export const storagePlace: Probe = (probing) => {
  const { hosts } = probing.version.policy;
  if (hosts.some(({ country }) => country === 'KZ')) return { state: 'kept', n: hosts.length };
  return { state: probing.live ? 'broken' : 'unexercised', n: hosts.length };
};

const necessaryCookies = /^(kepil_s_|kepil_staff|kepil_language|kepil_flash)/;
const publicPaths = (probing: Probing) =>
  ['', '/privacy', '/register', '/sign-in'].map((end) => `/s/${probing.service.key}${end || '/'}`);

/** Pages set the necessary cookies of the register and no others. */
export const cookiesNecessaryOnly: Probe = async (probing) => {
  const pages = await Promise.all(publicPaths(probing).map(probing.sample.page));
  const set = pages.flatMap(({ headers }) =>
    (headers.get('set-cookie') ?? '').split('\n').filter((cookie) => cookie !== ''),
  );
  return counted(pages.length, set.filter((cookie) => !necessaryCookies.test(cookie)).length);
};

/** Pages load nothing from elsewhere: no counter, no beacon, no advertisement. */
export const cookiesOwnChoice: Probe = async (probing) => {
  const pages = await Promise.all(publicPaths(probing).map(probing.sample.page));
  const foreign = pages.flatMap(
    ({ body }) => body.match(/<(?:script|img|iframe|link)[^>]+(?:src|href)="(?:https?:)?\/\/[^"]*"/g) ?? [],
  );
  return counted(pages.length, foreign.length);
};

/** Segments open under their own keys, and no value stands readable in what is stored. */
export const securitySealed: Probe = (probing) => {
  const { subjects } = probing.sample;
  return counted(subjects.length, subjects.filter(({ sealed }) => !sealed).length);
};

/** The stored log grows to its signed head from its first entry. */
export const securityLog: Probe = async (probing) => {
  const { ok, size } = await checkStoredLog(probing.world, probing.service);
  return ok ? counted(size, 0) : { state: 'broken', n: size };
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
const requestKinds: Readonly<Record<string, string>> = { export: 'copy', delete: 'delete', copy: 'copy' };

/** The cabinet has the page (it asks strangers to sign in), and how often people did it themselves. */
export const rightSelfService: Probe = async (probing) => {
  const path = selfService[probing.pledge.label] ?? '/me';
  const { status } = await probing.sample.page(`/s/${probing.service.key}${path}`);
  if (status !== 303 && status !== 302) return { state: 'broken', n: 1 };
  const kind = requestKinds[probing.pledge.label];
  const done = await probing.tx.requests.list(probing.service.id, 'done', { limit: 200 });
  const own = probing.sample.entries.filter(
    ({ actor, kind: act }) => actor.role === 'subject' && (act === 'read' || act === 'change'),
  );
  return counted(kind ? done.filter((row) => row.kind === kind).length : own.length, 0);
};

/** No request is overdue; how many were closed. */
export const rightByOfficer: Probe = async (probing) => {
  const { tx, service, world } = probing;
  const late = await tx.requests.countOverdue(service.id, today(world));
  const done = await tx.requests.list(service.id, 'done', { limit: 200 });
  return counted(done.length, late);
};
