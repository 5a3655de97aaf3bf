/**
 * RFC 9162 tree, C2SP tiles, checkpoints, proofs and their verification. Bytes in, bytes out; hash, HMAC and
 * signatures are handed in, so it runs on a server and in a browser. Knows no policy and holds no personal
 * data: an entry has no field that could carry any.
 */
export * from './bundle.ts';
export * from './checkpoint.ts';
export type { LogComparison } from './compare-log.ts';
export * from './cosignature.ts';
export type { LeafRange } from './difference.ts';
export * from './encode.ts';
export * from './entry.ts';
export { isEntryKey, isEntryReason } from './form.ts';
export type { LogProblem } from './log-content.ts';
export { type Mould, mouldOf, type Varying } from './mould.ts';
export * from './note.ts';
export * from './paths.ts';
export * from './proof.ts';
export * from './receipt.ts';
export { checkSlice, type HashInto, type Slice, type SliceReport } from './slice.ts';
export type { ReadLogFile } from './stored-tiles.ts';
export * from './tag.ts';
export * from './tiles.ts';
export { emptyRoot, leafHash, nodeHash, tileWidth } from './tree.ts';
export { fullTiles, type LogAsk, type LogReport, verifyLog } from './verify-log.ts';
