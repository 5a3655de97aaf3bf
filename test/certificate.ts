/** Certificates made on the spot, so that no key lies in the repository and no program is needed. */
import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/** A certificate chain and its key, as PEM. */
export interface TestCertificate {
  readonly cert: string;
  readonly key: string;
}

/** DER: tag, length, content. */
function der(tag: number, ...content: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(content);
  if (body.length < 0x80) return Buffer.concat([Buffer.of(tag, body.length), body]);
  const length = Buffer.from(body.length.toString(16).padStart(body.length > 0xff ? 4 : 2, '0'), 'hex');
  return Buffer.concat([Buffer.of(tag, 0x80 | length.length), length, body]);
}

const sequence = (...parts: readonly Uint8Array[]) => der(0x30, ...parts);
const oid = (hex: string) => der(0x06, Buffer.from(hex, 'hex'));
const time = (at: number) =>
  der(0x18, Buffer.from(`${new Date(at).toISOString().replaceAll(/[-:T]|\..*/g, '')}Z`));

const ecdsaWithSha256 = sequence(oid('2a8648ce3d040302'));
const commonName = oid('550403');
const subjectAltName = oid('551d11');

function nameOf(text: string): Buffer {
  return sequence(der(0x31, sequence(commonName, der(0x0c, Buffer.from(text)))));
}

/** dNSName is [2], iPAddress is [7]. */
function altNames(names: readonly string[]): Buffer {
  const all = names.map((name) =>
    /^\d+(\.\d+){3}$/.test(name)
      ? der(0x87, Buffer.from(name.split('.').map(Number)))
      : der(0x82, Buffer.from(name)),
  );
  return der(0xa3, sequence(sequence(subjectAltName, der(0x04, sequence(...all)))));
}

function signed(content: Buffer, key: KeyObject): Buffer {
  const signature = sign('sha256', content, key);
  return sequence(content, ecdsaWithSha256, der(0x03, Buffer.of(0), signature));
}

/**
 * A certificate signed by its own key (ECDSA P-256), good from an hour ago for `days`.
 *
 * @source RFC 5280 §4.1
 */
export function makeCertificate(names: readonly string[], options: { days?: number } = {}): TestCertificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const now = Date.now();
  const from = Math.min(now - 3_600_000, now + (options.days ?? 30) * 86_400_000 - 1000);
  const name = nameOf(names[0] ?? 'kepil.example');
  const content = sequence(
    der(0xa0, der(0x02, Buffer.of(2))),
    der(0x02, Buffer.concat([Buffer.of(1), randomBytes(8)])),
    ecdsaWithSha256,
    name,
    sequence(time(from), time(now + (options.days ?? 30) * 86_400_000)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    altNames(names),
  );
  // An empty line before the end would make a header of all above it.
  const lines = signed(content, privateKey)
    .toString('base64')
    .replaceAll(/.{64}(?=.)/g, '$&\n');
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
  };
}
