import type { LightMyRequestResponse } from 'fastify';
import { errorStatus } from '../../src/base/index.ts';
import { catalogues } from '../../src/words/index.ts';
import type { Ask, Fault } from './making.ts';
import { marker, secretMarker } from './values.ts';

/** An answer, as far as it matters here. */
export interface Answered {
  readonly status: number;
  readonly headers: LightMyRequestResponse['headers'];
  readonly body: string;
}

/** How a request with a fault may be answered. */
const statuses: Readonly<Record<Exclude<Fault, 'field' | 'query' | 'session'>, readonly number[]>> = {
  param: [404, 400, 414],
  method: [405, 404],
  path: [404, 400, 414],
  type: [415],
  size: [413],
  syntax: [400],
  foreign: [403],
  afar: [403],
  length: [414],
};

function expectedOf(ask: Ask): ReadonlySet<number> {
  const { exemplar, faults, either } = ask;
  const refused = [...faults].flatMap((fault) => {
    if (fault === 'field' || fault === 'query') return [...exemplar.refuses, 400];
    if (fault === 'param' && exemplar.hides) return [...exemplar.refuses, ...statuses.param];
    if (fault === 'session') return exemplar.who === 'key' ? [401] : [303, 401, 403];
    return statuses[fault];
  });
  if (faults.size > 0) return new Set(refused);
  return new Set(either ? [exemplar.ok, ...exemplar.refuses, 400, 404] : [exemplar.ok]);
}

/** Words of the machinery: none of them may be said to a visitor. */
const machinery = new RegExp(
  [
    'node_modules|\\bat [\\w.<>]+ \\(|\\.[jt]s:\\d+|Error:|undefined|\\[object ',
    'SQLSTATE|syntax error|PostgreSQL says|kysely|fastify|FST_ERR|invalid input',
  ].join('|'),
  'i',
);

/**
 * What is wrong with an answer: another status than a fault deserves, a word of the machinery, a value that
 * comes back where it should not, a missing header.
 */
export function complaintsOf(ask: Ask, answered: Answered): readonly string[] {
  const found = [statusComplaints, bodyComplaints, secretComplaints].flatMap((look) => look(ask, answered));
  const { headers } = answered;
  if (headers['x-content-type-options'] !== 'nosniff') found.push('no nosniff');
  if (!headers['content-security-policy']) found.push('no content security policy');
  const asset = ask.exemplar.url.startsWith('/assets') || ask.url.startsWith('/assets');
  if (headers['cache-control'] !== 'no-store' && !asset) found.push('may be cached');
  if (ask.faults.size > 0) found.push(...cookieComplaints(headers));
  return found;
}

function statusComplaints(ask: Ask, { status, headers }: Answered): readonly string[] {
  const expected = expectedOf(ask);
  if (status >= 500) return [`answered ${status}: a fault of ours`];
  if (!expected.has(status)) {
    const what = ask.faults.size > 0 ? `must be refused (${[...ask.faults].join(', ')})` : 'must be taken';
    return [`answered ${status}, ${what} with ${[...expected].join(' or ')}`];
  }
  const to = String(headers.location ?? '');
  if (status === 303 && ask.faults.size > 0 && !leadsToSignIn(ask, to)) return [`led to ${to}`];
  if (to !== '' && !/^\/(?![/\\])[\x21-\x7e]*$/.test(to)) return ['leads away'];
  return [];
}

/** The address as a browser sends it: what it trims off the end (spaces, NUL) never leaves. */
function asSent(url: string): string {
  const { pathname, search } = new URL(url, 'http://localhost');
  return pathname + search;
}

/** Whether an answer leads to the way in, and from there back to what was asked for at most. */
function leadsToSignIn(ask: Ask, to: string): boolean {
  const { pathname, searchParams } = new URL(to, 'http://here.invalid');
  const back = searchParams.get('back');
  return pathname.endsWith('/sign-in') && (back === null || back === ask.url || back === asSent(ask.url));
}

/** A page in its text alone: what stands between its tags, and in no field. */
function textOfPage(html: string): string {
  const fields = html.replaceAll(/<textarea[^>]*>[^<]*<\/textarea>/g, '');
  return fields.replaceAll(/<[^"'>]*(?:"[^"]*"[^"'>]*|'[^']*'[^"'>]*)*>/g, ' ');
}

function bodyComplaints(ask: Ask, { status, headers, body }: Answered): readonly string[] {
  const type = String(headers['content-type'] ?? '');
  if (status === 303 || ask.method === 'HEAD') return [];
  const found: string[] = [];
  if (type.startsWith('text/html') && body.includes(`<${marker}`)) found.push('text of a visitor is a tag');
  if (status < 400) return found;
  if (machinery.test(textOfPage(body))) found.push(`says ${machinery.exec(textOfPage(body))?.[0]}`);
  if (type.startsWith('application/problem+json')) return [...found, ...problemComplaints(status, body)];
  if (!type.startsWith('text/html; charset=utf-8')) return [...found, `type ${type}`];
  if (ask.url.startsWith('/api/')) found.push('the API answers with a page');
  if (textOfPage(body).includes(marker)) found.push('a value came back as text');
  if (!isSaid(textOfPage(body))) found.push('says no sentence of the catalogue');
  return found;
}

/** A secret stands nowhere in an answer, whatever the answer is: neither a bad one nor a good one. */
function secretComplaints({ exemplar, place }: Ask, { headers, body }: Answered): readonly string[] {
  const fields = Object.values(exemplar.form?.(place) ?? {}).filter(({ secret }) => secret);
  if (fields.length === 0) return [];
  const said = `${JSON.stringify(headers)}${body}`;
  // Six digits may stand on a page by chance.
  const secrets = [secretMarker, ...fields.map(({ value }) => value).filter(({ length }) => length > 6)];
  return secrets.some((secret) => said.includes(secret)) ? ['a secret came back'] : [];
}

/** A problem document: of its own status, with a sentence, and without a word of what was sent. */
function problemComplaints(status: number, body: string): readonly string[] {
  const problem = parsed(body);
  if (!problem) return ['no problem document'];
  const found: string[] = [];
  if (problem.status !== status || problem.type !== 'about:blank') found.push('a problem of another kind');
  if (typeof problem.code !== 'string' || !(problem.code in errorStatus)) found.push(`code ${problem.code}`);
  if (body.includes(marker)) found.push('a value came back');
  const problems = Array.isArray(problem.problems) ? problem.problems : [];
  const said = [problem.title, ...problems.map(({ message }) => message), ...[problem.reasons].flat()];
  if (!said.some((text) => typeof text === 'string' && isSaid(text)))
    found.push('says no sentence of the catalogue');
  return found;
}

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** The sentences that answer what is refused, each as a pattern of what its parameters leave. */
const sentences = Object.entries(catalogues.ru)
  .filter(
    ([key]) => /^(error|problem|because|page\.ended)\.|sign-in\.lead$/.test(key) && !key.endsWith('.help'),
  )
  .map(([, sentence]) => {
    const parts = sentence.split(/\{\{\w+\}\}/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    return parts.join('.*?').replace(/\\\.$/, '');
  });
const anySentence = new RegExp(sentences.join('|'));

/** The text that a page's text stands for. */
export function plainOf(html: string): string {
  return html.replaceAll(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '');
}

/** Whether a text has a sentence of the catalogue that answers a refusal. */
function isSaid(text: string): boolean {
  return anySentence.test(plainOf(text));
}

function cookieComplaints(headers: Answered['headers']): readonly string[] {
  const set = [headers['set-cookie'] ?? []].flat();
  return set
    .filter((cookie) => /^kepil_(?!flash|language)[^=]*=[^;]/.test(cookie))
    .map(() => 'a session was opened');
}
