/**
 * What people hand in as files: what one is by its bytes, what must not be in it, what is taken out before it
 * is kept, and the limits of each use. Bytes in, bytes out; knows no policy.
 */
export * from './clean.ts';
export * from './kinds.ts';
export { fileName } from './name.ts';
export * from './uses.ts';
