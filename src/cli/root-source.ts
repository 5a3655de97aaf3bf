import { fromBase64, KepilError } from '../base/index.ts';
import { type RootSource, Transit, type TransitSettings } from '../keys/index.ts';
import { isLoopback } from '../server/index.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Where the root key comes from, as the environment says; from the key file when it says nothing.
 *
 * `KEPIL_ROOT_KEY`: 32 bytes in base64. Or `KEPIL_TRANSIT_URL` (`https://vault.example:8200`) with
 * `KEPIL_TRANSIT_KEY` and either `KEPIL_TRANSIT_TOKEN` or `KEPIL_TRANSIT_TOKEN_FILE`; `KEPIL_TRANSIT_MOUNT`
 * where the engine is not at `transit`, `KEPIL_TRANSIT_NAMESPACE` where there are namespaces.
 *
 * @throws KepilError `ERR_USAGE` with the name of the variable, never with its value
 */
export function rootSourceOf(environment: Environment): RootSource {
  const { KEPIL_ROOT_KEY: key, KEPIL_TRANSIT_URL: url } = environment;
  if (key && url) throw new KepilError('ERR_USAGE', 'root-twice');
  if (key) return { kind: 'environment', key: rootKeyFrom('KEPIL_ROOT_KEY', key) };
  if (url) return { kind: 'transit', transit: new Transit(transitIn(url, environment)) };
  return { kind: 'file' };
}

/** A root key as it stands in a variable. @throws KepilError `ERR_USAGE` `root-malformed` */
export function rootKeyFrom(variable: string, text: string): Uint8Array {
  const key = fromBase64(text.trim());
  if (key?.length !== 32) throw malformed(variable);
  return key;
}

function transitIn(text: string, environment: Environment): TransitSettings {
  const url = originIn('KEPIL_TRANSIT_URL', text);
  const key = nameIn('KEPIL_TRANSIT_KEY', environment['KEPIL_TRANSIT_KEY'] ?? '', /^[\w.-]+$/);
  const mount = nameIn('KEPIL_TRANSIT_MOUNT', environment['KEPIL_TRANSIT_MOUNT'] ?? 'transit', /^[\w./-]+$/);
  const namespace = environment['KEPIL_TRANSIT_NAMESPACE'];
  const of = { url, key, mount, token: tokenIn(environment) };
  if (!namespace) return of;
  return { ...of, namespace: nameIn('KEPIL_TRANSIT_NAMESPACE', namespace, /^[\w./-]+$/) };
}

/** Over TLS, unless it is this machine: root keys and tokens go through it. */
function originIn(variable: string, text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const bare = url && `${url.pathname}${url.search}${url.hash}${url.username}${url.password}` === '/';
  if (!bare || (url.protocol !== 'https:' && url.protocol !== 'http:')) throw malformed(variable);
  const near = isLoopback(url.hostname === 'localhost' ? '127.0.0.1' : url.hostname.replace(/^\[|\]$/g, ''));
  if (url.protocol !== 'https:' && !near) throw new KepilError('ERR_USAGE', 'transit-plain', { variable });
  return url;
}

function nameIn(variable: string, text: string, form: RegExp): string {
  if (!form.test(text) || text.split('/').some((part) => /^\.*$/.test(part))) throw malformed(variable);
  return text;
}

function tokenIn(environment: Environment): TransitSettings['token'] {
  const { KEPIL_TRANSIT_TOKEN: text, KEPIL_TRANSIT_TOKEN_FILE: file } = environment;
  if (text && file) throw malformed('KEPIL_TRANSIT_TOKEN');
  if (file) return { file };
  if (!text || !/^[\x21-\x7e]+$/.test(text)) throw malformed('KEPIL_TRANSIT_TOKEN');
  return { text };
}

const malformed = (variable: string) => new KepilError('ERR_USAGE', 'root-malformed', { variable });
