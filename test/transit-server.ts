import { createCipheriv, createDecipheriv, randomBytes, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { TestCertificate } from './certificate.ts';

type Body = Readonly<Record<string, unknown>>;

/** An answer of the server: a status with data, or with errors. */
class Reply extends Error {
  readonly status: number;
  readonly data: Body | undefined;
  readonly errors: readonly string[];

  constructor(status: number, what: { data?: Body; errors?: readonly string[] }) {
    super();
    this.status = status;
    this.data = what.data;
    this.errors = what.errors ?? [];
  }
}

const refused = (status: number, ...errors: readonly string[]) => new Reply(status, { errors });

interface NamedKey {
  readonly versions: Buffer[];
  minDecryption: number;
}

/** What a token may do, by path below the mount: `datakey/plaintext/kepil` → `update`. Absent: everything. */
export type Policy = Readonly<Record<string, readonly ('create' | 'update')[]>>;

/**
 * The transit engine of a key server, as its API documentation describes it, for keys of type aes256-gcm96:
 * keys with versions, rotation, the least version that still opens, data keys, encryption, decryption,
 * rewrapping; tokens with policies; a seal; a standby that leads elsewhere.
 *
 * @source https://openbao.org/api-docs/secret/transit/, https://openbao.org/api-docs/
 */
export class TransitServer {
  readonly #server: Server;
  readonly #keys = new Map<string, NamedKey>();
  readonly #tokens = new Map<string, Policy | 'root'>();
  readonly namespace: string | undefined;
  /** Paths asked for, the newest last. */
  readonly asked: string[] = [];
  sealed = false;
  /** Where a standby leads. */
  standbyFor: string | undefined;
  /** A server that takes questions and never answers. */
  silent = false;
  /** What it answers in place of everything else. */
  instead: { readonly status: number; readonly text: string } | undefined;

  private constructor(certificate: TestCertificate | undefined, namespace: string | undefined) {
    this.namespace = namespace;
    const serve = (ask: IncomingMessage, reply: ServerResponse) => void this.#serve(ask, reply);
    this.#server = certificate ? createSecureServer(certificate, serve) : createServer(serve);
  }

  /** Starts one on this machine, with a key of that name. */
  static async start(
    key: string,
    more: { readonly certificate?: TestCertificate; readonly namespace?: string } = {},
  ): Promise<TransitServer> {
    const server = new TransitServer(more.certificate, more.namespace);
    server.#keys.set(key, { versions: [randomBytes(32)], minDecryption: 1 });
    await new Promise<void>((resolve) => server.#server.listen(0, '127.0.0.1', resolve));
    return server;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** A token with a policy. */
  token(policy: Policy | 'root' = 'root'): string {
    const token = `s.${randomBytes(12).toString('hex')}`;
    this.#tokens.set(token, policy);
    return token;
  }

  revoke(token: string): void {
    this.#tokens.delete(token);
  }

  /** Makes the next version of a key, as `keys/:name/rotate` does. */
  rotate(name: string): void {
    this.#key(name).versions.push(randomBytes(32));
  }

  /** Sets the least version that opens, as `keys/:name/config` does. */
  forget(name: string, before: number): void {
    this.#key(name).minDecryption = before;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #serve(ask: IncomingMessage, reply: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of ask as AsyncIterable<Buffer>) parts.push(part);
    this.asked.push(ask.url ?? '');
    if (this.silent) return;
    const { status, data, errors } = this.#answer(ask, Buffer.concat(parts).toString('utf8'));
    const location = status === 307 ? { location: `${this.standbyFor}${ask.url}` } : {};
    reply.writeHead(status, { 'content-type': 'application/json', ...location });
    if (this.instead) return void reply.end(this.instead.text);
    const rest = { lease_id: '', renewable: false, lease_duration: 0, wrap_info: null, warnings: null };
    const whole = data ? { request_id: randomUUID(), ...rest, data, auth: null } : { errors };
    reply.end(JSON.stringify(whole));
  }

  #answer(ask: IncomingMessage, text: string): Reply {
    if (this.instead) return refused(this.instead.status);
    try {
      if (this.standbyFor !== undefined) return refused(307);
      if (this.sealed) return refused(503, 'Vault is sealed');
      return new Reply(200, { data: this.#done(ask, text) });
    } catch (error) {
      if (error instanceof Reply) return error;
      throw error;
    }
  }

  #done(ask: IncomingMessage, text: string): Body {
    const policy = this.#policyOf(ask);
    const [, path = ''] = /^\/v1\/transit\/(.*)$/.exec(ask.url ?? '') ?? [];
    if (path === '') {
      const route = (ask.url ?? '').replace(/^\/v1\//, '');
      throw refused(404, `no handler for route "${route}". route entry not found.`);
    }
    if (ask.method !== 'POST' && ask.method !== 'PUT') throw refused(405, 'unsupported operation');
    const [, act = '', name = ''] = /^([a-z]+(?:\/[a-z]+)?)\/([^/]+)$/.exec(path) ?? [];
    const work = Object.hasOwn(this.#acts, act) ? this.#acts[act] : undefined;
    if (!work) throw refused(404, 'unsupported path');
    const needed = this.#keys.has(name) ? 'update' : 'create';
    if (policy !== 'root' && !policy[path]?.includes(needed)) throw denied();
    return work(name, bodyOf(text));
  }

  #policyOf({ headers }: IncomingMessage): Policy | 'root' {
    const policy = this.#tokens.get(String(headers['x-vault-token'] ?? ''));
    if (!policy || headers['x-vault-namespace'] !== this.namespace) throw denied();
    return policy;
  }

  readonly #acts: Readonly<Record<string, (name: string, body: Body) => Body>> = {
    encrypt: (name, body) => this.#sealed(this.#orNew(name), bytesIn(body, 'plaintext'), aadOf(body)),
    decrypt: (name, body) => {
      const plain = open(this.#key(name), textIn(body, 'ciphertext'), aadOf(body));
      return { plaintext: plain.toString('base64') };
    },
    // Takes no associated data: what was sealed with some does not open here.
    rewrap: (name, body) => {
      const plain = open(this.#key(name), textIn(body, 'ciphertext'), Buffer.alloc(0));
      return this.#sealed(this.#key(name), plain, Buffer.alloc(0));
    },
    'datakey/plaintext': (name, body) => {
      const made = randomBytes(bitsIn(body) / 8);
      return { ...this.#sealed(this.#key(name), made, aadOf(body)), plaintext: made.toString('base64') };
    },
    'datakey/wrapped': (name, body) =>
      this.#sealed(this.#key(name), randomBytes(bitsIn(body) / 8), aadOf(body)),
  };

  #key(name: string): NamedKey {
    const key = this.#keys.get(name);
    if (!key) throw refused(400, 'encryption key not found');
    return key;
  }

  /** Encryption makes a key that is not there, where the token may create. */
  #orNew(name: string): NamedKey {
    const key = this.#keys.get(name) ?? { versions: [randomBytes(32)], minDecryption: 1 };
    this.#keys.set(name, key);
    return key;
  }

  #sealed(key: NamedKey, plain: Buffer, associated: Buffer): Body {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', key.versions.at(-1) as Buffer, nonce).setAAD(associated);
    const sealed = Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    const version = key.versions.length;
    return { ciphertext: `vault:v${version}:${sealed.toString('base64')}`, key_version: version };
  }
}

const denied = () => refused(403, '1 error occurred:\n\t* permission denied\n\n');

function bodyOf(text: string): Body {
  try {
    return JSON.parse(text || '{}') as Body;
  } catch {
    throw refused(400, 'failed to parse JSON input');
  }
}

function textIn(body: Body, field: string): string {
  const value = body[field];
  if (typeof value !== 'string' || value === '') throw refused(400, `missing ${field}`);
  return value;
}

function bytesIn(body: Body, field: string): Buffer {
  const text = textIn(body, field);
  const bytes = Buffer.from(text, 'base64');
  if (bytes.toString('base64') !== text) throw refused(400, `failed to base64-decode ${field}`);
  return bytes;
}

function bitsIn(body: Body): number {
  const bits = body['bits'] ?? 256;
  if (bits !== 128 && bits !== 256 && bits !== 512) throw refused(400, 'invalid bit length');
  return bits;
}

const aadOf = (body: Body) =>
  'associated_data' in body ? bytesIn(body, 'associated_data') : Buffer.alloc(0);

function open(key: NamedKey, text: string, associated: Buffer): Buffer {
  const [, version = '', sealed = ''] = /^vault:v(\d+):(.+)$/.exec(text) ?? [];
  if (version === '') throw refused(400, 'invalid ciphertext: no prefix');
  if (Number(version) < key.minDecryption)
    throw refused(400, 'ciphertext or signature version is disallowed by policy (too old)');
  const secret = key.versions[Number(version) - 1];
  if (!secret) throw refused(400, 'invalid ciphertext: version is too new');
  const bytes = Buffer.from(sealed, 'base64');
  if (bytes.length < 28) throw refused(400, 'invalid ciphertext length');
  const decipher = createDecipheriv('aes-256-gcm', secret, bytes.subarray(0, 12))
    .setAAD(associated)
    .setAuthTag(bytes.subarray(-16));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]);
  } catch {
    throw refused(400, 'cipher: message authentication failed');
  }
}
