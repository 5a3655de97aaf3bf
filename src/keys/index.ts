/** Where root and epoch secrets live, and the primitives of Node that pure rooms are given. */

export * from './backup-key.ts';
export { writeDurably } from './durable-file.ts';
export { makeKeyFile, moveRoot, openKeyFile, type RootKey } from './key-file.ts';
export * from './key-ring.ts';
export * from './key-ring-source.ts';
export { hashInto, nodeCrypto } from './node-crypto.ts';
export { appPasswords } from './one-time-passwords.ts';
export { argonPasswords } from './passwords.ts';
export { packages } from './sealed-package.ts';
export { Transit, type TransitSettings } from './transit.ts';
export { openWitnessKey, type WitnessKey } from './witness-key.ts';
