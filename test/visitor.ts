import type { Installation } from '../src/cli/installation.ts';

/** A page as answered: status, headers, cookies set and body. */
export interface Reply {
  readonly status: number;
  readonly location: string | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
  readonly bytes: Uint8Array;
  readonly json: () => unknown;
}

/** A visitor with a cookie jar, who clicks through pages by HTTP without scripts. */
export class Visitor {
  readonly #installation: Installation;
  readonly #cookies = new Map<string, string>();
  readonly #accepts: string | undefined;
  /** How they prove anew who they are where an act asks for it; absent: they do not. */
  provesBy: ((visitor: Visitor) => Promise<unknown>) | undefined;
  /** What their browser calls itself; empty: nothing is sent. */
  agent = '';
  /** The network address they come from. */
  from = '127.0.0.1';

  /** `accepts`: what the browser sends as `Accept-Language`. */
  constructor(installation: Installation, accepts?: string) {
    this.#installation = installation;
    this.#accepts = accepts;
  }

  get(url: string): Promise<Reply> {
    return this.#send({ method: 'GET', url });
  }

  /** Posts a form; a value that is a list is sent under the same name several times. */
  async post(url: string, form: Readonly<Record<string, string | readonly string[]>>): Promise<Reply> {
    const pairs = Object.entries(form).flatMap(([name, value]) =>
      [value].flat().map((one) => [name, one] as [string, string]),
    );
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };
    const ask = { method: 'POST' as const, url, headers, payload: new URLSearchParams(pairs).toString() };
    const reply = await this.#send(ask);
    if (!this.provesBy || reply.status !== 401 || !reply.body.includes('page-staff-prove')) return reply;
    await this.provesBy(this);
    return this.#send(ask);
  }

  /** Posts a form with a file, as a browser writes it. */
  upload(
    url: string,
    fields: Readonly<Record<string, string>>,
    file: { readonly field: string; readonly name: string; readonly bytes: Uint8Array },
  ): Promise<Reply> {
    const { type, body } = fileForm(fields, file);
    const headers = { 'content-type': type, 'sec-fetch-site': 'same-origin' };
    return this.#send({ method: 'POST', url, headers, payload: body });
  }

  /** Calls the API. */
  call(url: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Reply> {
    const sent = { 'content-type': 'application/json', ...headers };
    return this.#send({ method: 'POST', url, headers: sent, payload: JSON.stringify(body) });
  }

  /** What the jar holds, as the header that is sent. */
  cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  async #send(ask: {
    method: 'GET' | 'POST';
    url: string;
    headers?: Record<string, string>;
    payload?: string | Buffer;
  }): Promise<Reply> {
    const cookie = this.cookie();
    const accepts = this.#accepts === undefined ? {} : { 'accept-language': this.#accepts };
    const agent = this.agent === '' ? {} : { 'user-agent': this.agent };
    const headers = { ...accepts, ...agent, ...ask.headers, ...(cookie && { cookie }) };
    const reply = await this.#installation.server.inject({ ...ask, headers, remoteAddress: this.from });
    for (const { name, value } of reply.cookies) {
      if (value === '') this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    const { location } = reply.headers;
    return {
      status: reply.statusCode,
      location: location as string | undefined,
      headers: reply.headers,
      body: reply.body,
      bytes: reply.rawPayload,
      json: () => reply.json(),
    };
  }
}

/** A form with a file as browsers write it. @source HTML §4.10.21.8 */
export function fileForm(
  fields: Readonly<Record<string, string>>,
  { field, name, bytes }: { readonly field: string; readonly name: string; readonly bytes: Uint8Array },
): { readonly type: string; readonly body: Buffer } {
  const boundary = '----WebKitFormBoundaryKepilTest0001';
  const escaped = (text: string) =>
    text.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const parts = Object.entries(fields).map(
    ([key, value]) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${escaped(key)}"\r\n\r\n${value}\r\n`,
  );
  const head =
    `--${boundary}\r\nContent-Disposition: form-data; name="${field}"; filename="${escaped(name)}"\r\n` +
    'Content-Type: application/octet-stream\r\n\r\n';
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    body: Buffer.concat([Buffer.from(parts.join('') + head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  };
}
