/** Writes which tests break which kind of pledge: `npm run manifest`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gatherBreakers, manifestText } from '../test/manifest/gather.ts';

const root = join(import.meta.dirname, '..');
writeFileSync(join(root, 'src/system/probes/breakers.ts'), manifestText(gatherBreakers(root)));
