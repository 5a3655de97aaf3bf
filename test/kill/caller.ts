import { request } from 'node:http';

/** What was answered, whole. */
export interface Answer {
  readonly status: number;
  readonly location: string;
  readonly body: string;
}

/** What to send: a form or JSON. */
export interface Sent {
  readonly form?: Readonly<Record<string, string | readonly string[]>>;
  readonly json?: unknown;
  readonly bearer?: string;
}

const patienceMs = 60_000;
let drawn = 0;

/**
 * Every request comes from another address of this machine: what is measured is not the limit per visitor.
 */
function nextAddress(): string {
  if (process.platform !== 'linux') return '127.0.0.1';
  drawn += 1;
  return `127.${1 + ((drawn >> 16) % 250)}.${(drawn >> 8) & 255}.${1 + (drawn % 250)}`;
}

/** A visitor with cookies, by HTTP over loopback. A broken connection is an error: then nothing is known. */
export class Caller {
  readonly cookies = new Map<string, string>();
  origin: string;

  constructor(origin: string) {
    this.origin = origin;
  }

  get(path: string): Promise<Answer> {
    return this.#send('GET', path, {});
  }

  post(path: string, sent: Sent): Promise<Answer> {
    return this.#send('POST', path, sent);
  }

  #send(method: 'GET' | 'POST', path: string, sent: Sent): Promise<Answer> {
    const payload = payloadOf(sent);
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = {
      'sec-fetch-site': 'same-origin',
      ...(cookie && { cookie }),
      ...(sent.bearer && { authorization: `Bearer ${sent.bearer}` }),
      ...(payload && { 'content-type': payload.type, 'content-length': Buffer.byteLength(payload.text) }),
    };
    return new Promise((resolve, reject) => {
      const url = new URL(path, this.origin);
      const options = { method, headers, agent: false as const, localAddress: nextAddress() };
      const asked = request(url, { ...options, timeout: patienceMs }, (reply) => {
        const parts: Buffer[] = [];
        reply.on('data', (part: Buffer) => parts.push(part));
        reply.on('error', reject);
        reply.on('end', () => {
          if (!reply.complete) return reject(new Error('cut off'));
          this.#keep(reply.headers['set-cookie'] ?? []);
          const body = Buffer.concat(parts).toString('utf8');
          resolve({ status: reply.statusCode ?? 0, location: reply.headers.location ?? '', body });
        });
      });
      asked.on('timeout', () => asked.destroy(new Error(`no answer for ${patienceMs} ms`)));
      asked.on('error', reject);
      asked.end(payload?.text);
    });
  }

  #keep(lines: readonly string[]): void {
    for (const line of lines) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }
}

function payloadOf(sent: Sent): { type: string; text: string } | undefined {
  if (sent.json !== undefined) return { type: 'application/json', text: JSON.stringify(sent.json) };
  if (!sent.form) return undefined;
  const pairs = Object.entries(sent.form).flatMap(([name, value]) =>
    [value].flat().map((one) => [name, one] as [string, string]),
  );
  return {
    type: 'application/x-www-form-urlencoded',
    text: new URLSearchParams(pairs).toString(),
  };
}

/** The text of a page without its tags. */
export function textOf(page: string): string {
  return page.replaceAll(/<[^>]*>/g, ' ');
}
