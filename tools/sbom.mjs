// Writes the software bill of materials of what is shipped (CycloneDX 1.5, JSON) to standard output or `--out FILE`.
// npm makes it; here packages that only development needs are left out, names do not depend on folders, and serial number
// and content follow from the lock file alone: the same one always gives the same bytes.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { nameOf, shippedIn } from './shipped.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** What npm lists of everything in the lock file, workspaces too. */
function listed() {
  const command = 'npm sbom --sbom-format cyclonedx --sbom-type application --package-lock-only';
  const options = { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, shell: true };
  return JSON.parse(execFileSync(command, [], options));
}

const byRef = (a, b) => ((a['bom-ref'] ?? a.ref) < (b['bom-ref'] ?? b.ref) ? -1 : 1);
/**
 * Licences that a package gives only as a file: read there by a person, for this version alone, so that another version
 * has none until somebody reads it again.
 */
const readInFile = {
  'dejavu-fonts-ttf@2.37.3': [
    { license: { name: 'Bitstream Vera and Arev fonts; what DejaVu changed is in the public domain' } },
  ],
  'png-js@2.0.0': [{ license: { id: 'MIT' } }],
};
function licensed(component) {
  const licenses = component.licenses ?? readInFile[component['bom-ref']];
  return licenses === undefined ? component : { ...component, licenses };
}
const named = (component) => ({ ...component, name: component['bom-ref'].replace(/@[^@]*$/, '') });

/** A UUID made of a digest, in the form of version 8. */
function uuidOf(digest) {
  const hex = `${digest.slice(0, 12)}8${digest.slice(13, 16)}8${digest.slice(17, 32)}`;
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function billOf({ $schema, bomFormat, specVersion, ...bom }, lock) {
  const { lifecycles, component } = bom.metadata;
  const shipped = new Set([...shippedIn(lock)].map((folder) => nameOf(lock, folder)));
  const components = bom.components
    .filter((one) => shipped.has(one['bom-ref']))
    .map((one) => licensed(named(one)))
    .sort(byRef);
  const kept = new Set([component['bom-ref'], ...components.map((one) => one['bom-ref'])]);
  const dependencies = bom.dependencies
    .filter(({ ref }) => kept.has(ref))
    .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((on) => kept.has(on)).sort() }))
    .sort(byRef);
  const content = { metadata: { lifecycles, component: named(component) }, components, dependencies };
  const digest = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  return {
    $schema,
    bomFormat,
    specVersion,
    serialNumber: `urn:uuid:${uuidOf(digest)}`,
    version: 1,
    ...content,
  };
}

const { values } = parseArgs({ options: { out: { type: 'string' } } });
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
const text = `${JSON.stringify(billOf(listed(), lock), undefined, 2)}\n`;
if (values.out === undefined) process.stdout.write(text);
else writeFileSync(values.out, text);
