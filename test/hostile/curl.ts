import type { Ask } from './making.ts';

/** Text as bash reads it back to the byte. */
function quoted(bytes: Buffer): string {
  const plain = /^[\x20-\x7e]*$/.test(bytes.toString('latin1'));
  if (plain && !bytes.includes(0x27)) return `'${bytes.toString('latin1')}'`;
  const escaped = [...bytes].map((byte) => {
    const letter = String.fromCharCode(byte);
    if (letter === "'" || letter === '\\') return `\\${letter}`;
    return byte >= 0x20 && byte < 0x7f ? letter : `\\x${byte.toString(16).padStart(2, '0')}`;
  });
  return `$'${escaped.join('')}'`;
}

const longest = 2000;

/** A request as a line to try it again with; a long body is cut and says so. */
export function curlOf({ method, url, headers, payload }: Ask): string {
  const parts = ['curl -i', `-X ${method}`, quoted(Buffer.from(`http://127.0.0.1:8080${url}`))];
  for (const [name, value] of Object.entries(headers))
    parts.push(`-H ${quoted(Buffer.from(`${name}: ${value}`))}`);
  if (payload === undefined) return parts.join(' ');
  const bytes = Buffer.from(payload);
  parts.push(`--data-binary ${quoted(bytes.subarray(0, longest))}`);
  if (bytes.length > longest) parts.push(`# … ${bytes.length} bytes in all`);
  return parts.join(' ');
}
