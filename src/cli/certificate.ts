import { X509Certificate } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { isIP } from 'node:net';
import { createSecureContext } from 'node:tls';
import { KepilError } from '../base/index.ts';
import { type Certificate, tlsFloor } from '../server/index.ts';

/** Paths of a certificate chain and of its key, in PEM. */
export interface CertificateFiles {
  readonly cert: string;
  readonly key: string;
}

/** What a certificate must be good for. */
export interface Purpose {
  /** The public origin, when there is one: the certificate must name its host. */
  readonly publicOrigin?: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/**
 * Reads a certificate with its key and checks that browsers will take them.
 *
 * @throws KepilError `ERR_USAGE` when a file is missing, others may read the key, the two do not belong
 *   together, the certificate has run out or names another host
 */
export async function readCertificate(files: CertificateFiles, purpose: Purpose): Promise<Certificate> {
  await refuseOpenKey(files.key);
  const [cert, key] = await Promise.all([textOf(files.cert), textOf(files.key)]);
  try {
    createSecureContext({ ...tlsFloor, cert, key });
  } catch (error) {
    const params = { cert: files.cert, key: files.key, what: codeOf(error) };
    throw new KepilError('ERR_USAGE', 'tls-broken', params);
  }
  checkLeaf(new X509Certificate(cert), files.cert, purpose);
  return { cert, key };
}

function codeOf(error: unknown): string {
  return (error as { code?: string }).code ?? 'ERR_TLS';
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new KepilError('ERR_USAGE', 'tls-unreadable', { path, what: codeOf(error) });
  }
}

/** A key that others may read is refused: whoever has it can be us. Windows has no such modes. */
async function refuseOpenKey(path: string): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (!found || process.platform === 'win32') return;
  const mode = (found.mode & 0o777).toString(8).padStart(4, '0');
  if ((found.mode & 0o077) !== 0)
    throw new KepilError('ERR_USAGE', 'keys-mode', { path, mode, wanted: '0600' });
}

function checkLeaf(leaf: X509Certificate, path: string, { publicOrigin, now }: Purpose): void {
  if (Date.parse(leaf.validTo) <= now) throw new KepilError('ERR_USAGE', 'tls-expired', { path });
  if (publicOrigin === undefined) return;
  const host = new URL(publicOrigin).hostname.replace(/^\[(.*)\]$/, '$1');
  const named = isIP(host) > 0 ? leaf.checkIP(host) : leaf.checkHost(host);
  if (named === undefined) throw new KepilError('ERR_USAGE', 'tls-name', { path, host });
}

/** What tells whether files were written anew. */
export async function stampOf(files: CertificateFiles): Promise<string> {
  const found = await Promise.all([files.cert, files.key].map((path) => stat(path).catch(() => undefined)));
  return found.map((file) => (file ? `${file.ino}:${file.size}:${file.mtimeMs}` : 'none')).join(' ');
}
