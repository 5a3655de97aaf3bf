import { readFileSync } from 'node:fs';
import { base64Of, fromBase64, KepilError } from '../base/index.ts';
import { assertPrivate } from './durable-file.ts';

/** A key of the transit engine of HashiCorp Vault or OpenBao, and how it is reached. */
export interface TransitSettings {
  /** Origin of the server; over TLS, unless it is this machine. */
  readonly url: URL;
  /** Where the engine is mounted. */
  readonly mount: string;
  /** Name of the key. */
  readonly key: string;
  readonly namespace?: string;
  /** The token itself, or the file an agent keeps it in: read anew for every question. */
  readonly token: { readonly text: string } | { readonly file: string };
  /** How long it may think, in milliseconds; ten seconds when absent. */
  readonly patienceMs?: number;
}

/** A root key in the open, and as it may lie in a file: the server alone opens it. */
export interface WrappedRoot {
  readonly root: Uint8Array;
  readonly wrapped: string;
}

type Question = Readonly<Record<string, unknown>>;

/** What a status says about what to do. The others are faults of the server. */
const refusals: Readonly<Record<number, string>> = {
  307: 'transit-standby',
  308: 'transit-standby',
  400: 'transit-refused',
  403: 'transit-forbidden',
  404: 'transit-mount',
  503: 'transit-sealed',
};

/** Longest word of the server that is handed on. */
const longestWord = 200;

/**
 * Root keys that lie wrapped in a file and open through a server alone: one question at each start, none
 * while Kepil works.
 *
 * No associated data are sent: `rewrap` takes none, so what was sealed with some could not follow the key.
 * That a root key is the right one, its mark in the key file tells.
 * @source https://openbao.org/api-docs/secret/transit/ (datakey, encrypt, decrypt, rewrap)
 */
export class Transit {
  readonly #settings: TransitSettings;

  constructor(settings: TransitSettings) {
    this.#settings = settings;
  }

  /**
   * A new root key, made by the server; where the token may not ask for one, made here and wrapped there.
   *
   * @throws KepilError as `open` does
   */
  async make(random: (length: number) => Uint8Array): Promise<WrappedRoot> {
    const made = await this.#allowed('datakey/plaintext', { bits: 256 });
    if (made) return { root: this.#keyIn(made), wrapped: this.#textIn(made) };
    const root = random(32);
    return { root, wrapped: this.#textIn(await this.#ask('encrypt', { plaintext: base64Of(root) })) };
  }

  /**
   * Opens a wrapped root key.
   *
   * @throws KepilError `ERR_KEYS_MISSING`: `transit-unreachable` · `transit-sealed` · `transit-forbidden` by
   * token or policy · `transit-mount` no engine there · `transit-refused` no such key, or under another ·
   * `transit-standby` the server leads elsewhere · `transit-failed` · `transit-malformed` ·
   * `transit-token-unreadable` · `keys-mode`
   */
  async open(wrapped: string): Promise<Uint8Array> {
    return this.#keyIn(await this.#ask('decrypt', { ciphertext: wrapped }));
  }

  /**
   * The same root key under the newest version of the server's key.
   *
   * @returns undefined when the token may not: then it stays as it is
   */
  async renew(wrapped: string): Promise<string | undefined> {
    const data = await this.#allowed('rewrap', { ciphertext: wrapped });
    return data && this.#textIn(data);
  }

  /** The answer; undefined when token or policy forbid the question. */
  async #allowed(act: string, question: Question): Promise<Question | undefined> {
    try {
      return await this.#ask(act, question);
    } catch (error) {
      if (error instanceof KepilError && error.reason === 'transit-forbidden') return undefined;
      throw error;
    }
  }

  async #ask(act: string, question: Question): Promise<Question> {
    const { url, mount, key, namespace, patienceMs = 10_000 } = this.#settings;
    const path = `v1/${mount}/${act}/${encodeURIComponent(key)}`;
    const headers = {
      'content-type': 'application/json',
      'x-vault-request': 'true',
      'x-vault-token': this.#token(),
      ...(namespace !== undefined && { 'x-vault-namespace': namespace }),
    };
    const init = { method: 'POST', headers, body: JSON.stringify(question) };
    // A redirect is not followed: it would carry the token elsewhere.
    const careful = { redirect: 'manual', signal: AbortSignal.timeout(patienceMs) } as const;
    try {
      const reply = await fetch(new URL(path, url), { ...init, ...careful });
      const body = (await reply.json().catch(() => undefined)) as Question | undefined;
      if (reply.status !== 200) throw this.#refusal(reply.status, path, body);
      const data = body?.['data'];
      if (typeof data !== 'object' || data === null) throw this.#failure('transit-malformed');
      return data as Question;
    } catch (error) {
      if (error instanceof KepilError) throw error;
      throw this.#failure('transit-unreachable', { what: causeOf(error) }, error);
    }
  }

  #token(): string {
    const { token } = this.#settings;
    if ('text' in token) return token.text;
    const { file } = token;
    try {
      assertPrivate(file, '600');
      return readFileSync(file, 'utf8').trim();
    } catch (error) {
      if (error instanceof KepilError) throw error;
      const cause = { cause: error };
      throw new KepilError('ERR_KEYS_MISSING', 'transit-token-unreadable', { path: file }, cause);
    }
  }

  #refusal(status: number, path: string, body: Question | undefined): KepilError {
    const errors = body?.['errors'];
    const [word] = Array.isArray(errors) ? (errors as unknown[]) : [];
    const what = typeof word === 'string' ? word.trim().slice(0, longestWord) : `HTTP ${status}`;
    return this.#failure(refusals[status] ?? 'transit-failed', { path, what });
  }

  #failure(reason: string, params: Readonly<Record<string, string>> = {}, cause?: unknown): KepilError {
    const known = { url: this.#settings.url.origin, key: this.#settings.key, ...params };
    return new KepilError('ERR_KEYS_MISSING', reason, known, { cause });
  }

  #keyIn(data: Question): Uint8Array {
    const { plaintext } = data as { plaintext?: unknown };
    const key = typeof plaintext === 'string' ? fromBase64(plaintext) : undefined;
    if (key?.length !== 32) throw this.#failure('transit-malformed');
    return key;
  }

  #textIn(data: Question): string {
    const { ciphertext } = data as { ciphertext?: unknown };
    if (!isWrapped(ciphertext)) throw this.#failure('transit-malformed');
    return ciphertext;
  }
}

/** Whether a text looks as transit wraps: `vault:v1:…`. */
export function isWrapped(text: unknown): text is string {
  return typeof text === 'string' && /^vault:v[1-9]\d{0,8}:[A-Za-z0-9+/]+={0,2}$/.test(text);
}

/** The code of what kept a connection from coming about, never its words. */
function causeOf(error: unknown): string {
  const { name, cause } = error as Error;
  if (name === 'TimeoutError') return 'timeout';
  return (cause as { code?: string } | undefined)?.code ?? name;
}
