import { mkdtempSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CertificateFiles } from '../../src/cli/certificate.ts';
import type { TestCertificate } from '../certificate.ts';

/** A request over a real connection. */
export interface Asked {
  readonly port: number;
  readonly path: string;
  readonly method?: string;
  /** What stands in `Host`. */
  readonly host?: string;
  /** The name in the TLS handshake; absent: that of `host`. */
  readonly servername?: string;
  /** The certificate that is trusted; absent: in the clear. */
  readonly ca?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What came back. */
export interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Asks on a connection of its own. */
export function ask(asked: Asked): Promise<Answered> {
  const { host = `localhost:${asked.port}`, headers, ca } = asked;
  const servername = asked.servername ?? host.replace(/:\d+$/, '');
  const options = {
    host: '127.0.0.1',
    port: asked.port,
    path: asked.path,
    method: asked.method ?? 'GET',
    headers: { host, ...headers },
    agent: false,
  };
  return new Promise((resolve, reject) => {
    const sent = ca ? secureRequest({ ...options, ca, servername }) : plainRequest(options);
    sent.on('error', reject);
    sent.on('response', (reply) => {
      const parts: Buffer[] = [];
      reply.on('data', (part: Buffer) => parts.push(part));
      reply.on('end', () =>
        resolve({
          status: reply.statusCode ?? 0,
          headers: reply.headers,
          body: Buffer.concat(parts).toString('utf8'),
        }),
      );
    });
    sent.end(asked.body);
  });
}

/** A form as a browser posts it from its own page. */
export function formOf(fields: Readonly<Record<string, string>>) {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams(fields).toString(),
  };
}

/** Writes a certificate where a server reads it; the key for its owner alone. */
export function writeCertificate(made: TestCertificate, files = freshFiles()): CertificateFiles {
  writeFileSync(files.cert, made.cert);
  writeFileSync(files.key, made.key, { mode: 0o600 });
  return files;
}

function freshFiles(): CertificateFiles {
  const folder = mkdtempSync(join(tmpdir(), 'kepil-tls-'));
  return { cert: join(folder, 'cert.pem'), key: join(folder, 'key.pem') };
}
