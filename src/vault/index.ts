/**
 * Sealed segments and files, wrapped keys, blind indexes, masks: bytes in, bytes out. Every key has one use,
 * every seal is bound to the place it stands in, every format begins with its name and version. Knows no
 * policy.
 */
export * from './blind-index.ts';
export {
  type FileAddress,
  openFile,
  sealedFileChunkBytes,
  sealFile,
} from './chunks.ts';
export { subkey } from './envelope.ts';
export * from './mask.ts';
export * from './seal-bytes.ts';
export * from './seal-segment.ts';
export {
  chunkLength,
  openStream,
  type StreamOpener,
  type StreamSealer,
  sealStream,
  streamChunkBytes,
  streamHeadBytes,
} from './seal-stream.ts';
export * from './segment.ts';
export * from './subject-keys.ts';
