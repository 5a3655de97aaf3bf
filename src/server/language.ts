import type { FastifyRequest } from 'fastify';
import { type Language, languages } from '../base/index.ts';
import { inForce, languageOfSession, type ServiceRecord, type World } from '../system/index.ts';
import { type Exchange, keepCookie, tokenOf } from './cookies.ts';

const languageCookie = 'kepil_language';

/** How long a visitor's choice is remembered, in seconds: a year. */
const rememberedFor = 365 * 86_400;

/** What is read of a header that anybody may send. */
const longestHeader = 1000;
const mostRanges = 50;

/** The language named by a text that somebody sent; undefined when it is none of ours. */
export function languageNamed(text: string): Language | undefined {
  return languages.find((language) => language === text);
}

/**
 * The first of our languages in the order a browser's `Accept-Language` wants them; undefined when it wants
 * none of them or is not such a header. Regions do not matter (`kk-KZ` is `kk`), `q=0` means never.
 *
 * @source RFC 9110 §12.4.2, §12.5.4
 */
export function acceptedLanguage(header: string | undefined): Language | undefined {
  const ranges = (header ?? '').slice(0, longestHeader).split(',').slice(0, mostRanges);
  let best: { readonly language: Language; readonly weight: number } | undefined;
  for (const range of ranges) {
    const match =
      /^\s*([a-z]{1,8})(?:-[a-z0-9]{1,8})*\s*(?:;\s*q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*)?$/i.exec(range);
    const language = languageNamed(match?.[1]?.toLowerCase() ?? '');
    const weight = Number(match?.[2] ?? 1);
    if (language && weight > (best?.weight ?? 0)) best = { language, weight };
  }
  return best?.language;
}

/**
 * The language a visitor chose with the switcher. Read from the header itself, so that it holds as well for
 * answers made before cookies are parsed.
 */
export function chosenLanguage(request: FastifyRequest): Language | undefined {
  const sent = new RegExp(`(?:^|;)\\s*(?:__Host-)?${languageCookie}=([a-z]{2})\\s*(?:;|$)`).exec(
    request.headers.cookie ?? '',
  );
  return languageNamed(sent?.[1] ?? '');
}

/** Remembers a visitor's choice. */
export function rememberLanguage(exchange: Exchange, language: Language): void {
  keepCookie(exchange, { name: languageCookie, value: language, seconds: rememberedFor });
}

/**
 * The language of a page: the visitor's own choice, else that of whoever is signed in, else what the browser
 * asks for, else the policy's, else Russian.
 */
export async function pageLanguage(
  world: World,
  request: FastifyRequest,
  service: ServiceRecord | undefined,
): Promise<Language> {
  return (
    chosenLanguage(request) ??
    (await personsLanguage(world, request, service)) ??
    acceptedLanguage(request.headers['accept-language']) ??
    (await policyLanguage(world, service))
  );
}

/** The language as far as the request alone tells it: for answers made where nothing else can be asked. */
export function unaidedLanguage(request: FastifyRequest): Language {
  return chosenLanguage(request) ?? acceptedLanguage(request.headers['accept-language']) ?? 'ru';
}

/** The language of an answer to a program: what it asks for, else the policy's, else Russian. */
export async function apiLanguage(
  world: World,
  request: FastifyRequest,
  service?: ServiceRecord,
): Promise<Language> {
  return acceptedLanguage(request.headers['accept-language']) ?? (await policyLanguage(world, service));
}

async function personsLanguage(
  world: World,
  request: FastifyRequest,
  service: ServiceRecord | undefined,
): Promise<Language | undefined> {
  const ofStaff = !service || request.url.startsWith('/console');
  const token = request.cookies && tokenOf(request, ofStaff ? 'staff' : service);
  if (!token) return undefined;
  if (ofStaff) return languageOfSession(world, { token, role: 'staff' });
  return languageOfSession(world, { token, role: 'subject', service: service.id });
}

async function policyLanguage(world: World, service: ServiceRecord | undefined): Promise<Language> {
  return service ? (await inForce(world, service)).policy.language : 'ru';
}
